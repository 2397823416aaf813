// Graphviz in a child process: its library keeps global state and has no
// limits of its own. Input and output are files, so that neither side waits
// for the other.

#include <Poco/Exception.h>
#include <Poco/Process.h>
#include <Poco/TemporaryFile.h>

#include <filesystem>

#include "concord/base/files.h"
#include "graph.h"

namespace concord::engine {
namespace {

constexpr const char* kSeconds = "20";
constexpr const char* kMemory = "--as=1073741824";  // 1 GiB
constexpr std::uint64_t kMostBytes = 64u << 20;

constexpr int kTimedOut = 124;  // of timeout(1)
constexpr int kNotFound = 127;

}  // namespace

Result<std::string> ToSvg(const Graph& graph) {
  try {
    const Poco::TemporaryFile dot;
    const Poco::TemporaryFile svg;
    TRY_RETURN(ReplaceFile(dot.path(), ToDot(graph)));
    // Both belong to the base system.
    const int code = Poco::Process::wait(Poco::Process::launch(
        "timeout", {kSeconds, "prlimit", kMemory, "dot", "-Tsvg", "-o",
                    svg.path(), dot.path()}));
    if (code == kNotFound) {
      return Fail(ErrorCode::kUnavailable,
                  "the picture needs Graphviz: apt-get install graphviz");
    }
    if (code == kTimedOut) {
      return Fail(ErrorCode::kLimitExceeded,
                  "the picture takes too long; ask for a smaller --depth");
    }
    if (code != 0) {
      return Fail(ErrorCode::kUnavailable,
                  "dot ended with code " + std::to_string(code));
    }
    return ReadFile(svg.path(), kMostBytes);
  } catch (const Poco::Exception& error) {
    return Fail(ErrorCode::kUnavailable, "dot: " + error.displayText());
  }
}

}  // namespace concord::engine
