#pragma once
// Exit codes that no error carries: those of a command that did what it could.
// An error's own is ExitCode() of base; README.md lists all of them.

namespace concord::cli {

inline constexpr int kNothingFound = 1;  // of a search
inline constexpr int kUsage = 2;         // the command line cannot be read
inline constexpr int kSomeFailed = 3;    // finished, but not with every item

}  // namespace concord::cli
