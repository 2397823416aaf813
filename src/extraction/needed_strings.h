#pragma once
// Which strings every match of an expression holds.
//
//   NeededStrings("(?i)the (?:board|committee) shall \\d+")
//       {{"the board shall ", "the committee shall "}}
//
// Why: an expression whose strings are not on a page need not be compiled for
// it, so this must cost far less than compiling. RE2 says the same
// (FilteredRE2), but compiles first.

#include <string>
#include <string_view>
#include <vector>

namespace concord::extraction {

// The shortest string worth asking for.
inline constexpr std::size_t kShortestNeeded = 3;

// Of each set every match holds at least one; in small letters, ASCII alone,
// most telling set first. A text with ſ or K, which are s and k where case does
// not count, may match without them. No sets: nothing is known.
std::vector<std::vector<std::string>> NeededStrings(
    std::string_view expression);

}  // namespace concord::extraction
