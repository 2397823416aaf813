#pragma once
// The program's version, as printed by --version and kept with every run.

#include <string_view>

namespace concord {

// Of CMakeLists.txt, the one place where it is written.
extern const std::string_view kVersion;

}  // namespace concord
