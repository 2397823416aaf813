#pragma once
// The sheet that people fill in, as it is written and as it is read back.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "concord/office/workbook.h"

namespace concord::response {

inline constexpr std::string_view kEntriesSheet = "Entries";
inline constexpr std::string_view kRecommendationsSheet = "Recommendations";
// The names of all sheets of a response.
inline constexpr std::array<std::string_view, 6> kSheets = {
    kEntriesSheet,    kRecommendationsSheet,     "Left out, not held",
    "Does it add up", "Cannot both be accepted", "Sources"};

const std::vector<office::Column>& EntryColumns();

}  // namespace concord::response
