#pragma once
// What people and programs wrote into the properties of an office document,
// beside those that every one has.

#include <map>
#include <string>
#include <string_view>

#include "concord/base/result.h"

namespace concord::document {

inline constexpr std::string_view kCustomProperties = "docProps/custom.xml";

// By name, the values as text; none where `part` is empty.
[[nodiscard]] Result<std::map<std::string, std::string>> ReadProperties(
    std::string_view part);

}  // namespace concord::document
