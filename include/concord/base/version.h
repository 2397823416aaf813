#pragma once
// The program's version, as printed by --version and kept with every run.

#include <string_view>

namespace concord {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace concord
