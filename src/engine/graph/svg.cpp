// Graphviz in a child process: its library keeps global state and has no
// limits of its own.

#include <Poco/Exception.h>
#include <Poco/TemporaryFile.h>

#include "concord/base/files.h"
#include "concord/base/limited_program.h"
#include "engine/graph/graph.h"

namespace concord::engine {
namespace {

constexpr std::uint64_t kMostBytes = 64u << 20;

}  // namespace

Result<std::string> ToSvg(const Graph& graph) {
  try {
    const Poco::TemporaryFile dot;
    const Poco::TemporaryFile svg;
    TRY_RETURN(ReplaceFile(dot.path(), ToDot(graph)));
    const Result<> drawn =
        RunLimited({.name = "dot",
                    .package = "graphviz",
                    .purpose = "the picture",
                    .arguments = {"-Tsvg", "-o", svg.path(), dot.path()}});
    if (!drawn && drawn.error().code() == ErrorCode::kLimitExceeded) {
      return Fail(ErrorCode::kLimitExceeded,
                  "the picture takes too long; ask for a smaller --depth");
    }
    TRY_RETURN(drawn);
    return ReadFile(svg.path(), kMostBytes);
  } catch (const Poco::Exception& error) {
    return Fail(ErrorCode::kUnavailable, "dot: " + error.displayText());
  }
}

}  // namespace concord::engine
