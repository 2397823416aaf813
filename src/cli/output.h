#pragma once
// Where a command writes a whole file: to --output, or to standard output.

#include <string>
#include <string_view>

#include "cli/commands.h"

namespace concord::cli {

// kInvalidArgument where bytes that are no text would go to a terminal;
// `instead` are the words that send them to a file ("--output response.docx").
[[nodiscard]] Result<> RefuseTerminal(bool is_text, std::string_view format,
                                      std::string_view instead,
                                      const Context& context);

// Writes the file whole or not at all, says so, and returns the exit code.
[[nodiscard]] Result<int> WriteOutput(const std::string& path,
                                      std::string_view bytes,
                                      const Context& context);

}  // namespace concord::cli
