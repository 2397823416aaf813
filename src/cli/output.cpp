#include "cli/output.h"

#include <fmt/format.h>

#include "concord/base/files.h"

namespace concord::cli {

Result<> RefuseTerminal(bool is_text, std::string_view format,
                        std::string_view instead, const Context& context) {
  if (is_text || !context.out.is_terminal()) return {};
  return Fail(
      ErrorCode::kInvalidArgument,
      fmt::format("{} is no text; write it to a file: {}", format, instead));
}

Result<int> WriteOutput(const std::string& path, std::string_view bytes,
                        const Context& context) {
  TRY_RETURN(ReplaceFile(path, bytes));
  if (!context.globals.quiet) {
    fmt::print(stderr, "written to {}\n", path);
  }
  return 0;
}

}  // namespace concord::cli
