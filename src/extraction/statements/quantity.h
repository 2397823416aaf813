#pragma once
// Numbers in prose as expressions and values: "thirty-eight", "20", "1,200".

#include <string>
#include <string_view>

namespace concord::extraction {

// An expression, without a group, that matches a cardinal number in words or
// digits; use between boundaries of your own.
inline constexpr std::string_view kCardinal =
    "(?:(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "(?:a|one|two|three) hundred(?: and [a-z]+(?:-[a-z]+)?)?)|"
    "[0-9]{1,2},[0-9]{3}|[0-9]{1,3})";

// `expression` with every "#N#" replaced by kCardinal.
std::string WithNumbers(std::string_view expression);

}  // namespace concord::extraction
