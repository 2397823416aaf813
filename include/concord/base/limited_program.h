#pragma once
// A program of another package, run as a child process with limits.
//
//   RunLimited({.name = "dot", .package = "graphviz", .purpose = "the picture",
//               .arguments = {"-Tsvg", "-o", out, in}})
//
// Why: what draws or converts for us reads what documents say, keeps state of
// its own and knows no limits. Input and output are files, so that neither side
// waits for the other. Safe from any thread.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "concord/base/result.h"

namespace concord {

struct LimitedProgram {
  std::string name;     // as it is found on the PATH
  std::string package;  // of Debian that has it, for the error message
  std::string purpose;  // "the picture": what needs it
  std::vector<std::string> arguments;
  std::vector<std::pair<std::string, std::string>> environment;  // beside ours
  int seconds = 20;
  std::uint64_t bytes = 1u << 30;  // of memory
};

// kUnavailable where the program is absent (the message says what to install)
// or fails, kLimitExceeded where it takes longer. `said`, where there is one,
// is the beginning of what it printed, errors too; else they go where ours go.
[[nodiscard]] Result<> RunLimited(const LimitedProgram& program,
                                  std::string* said = nullptr);

}  // namespace concord
