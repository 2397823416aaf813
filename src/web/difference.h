#pragma once
// Where two wordings differ, word by word.

#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::web {

// Stretches of each text that the other does not have, ascending.
struct Difference {
  std::vector<TextSpan> a;
  std::vector<TextSpan> b;
};

// Words are compared folded (case, quotes, dashes); the longest common run of
// words in order is what both have. Of texts whose product of lengths is over
// a million words nothing is marked.
//
//   "publish the plan" / "publish a plan"   ->   a: "the"   b: "a"
Difference Compare(std::string_view a, std::string_view b);

}  // namespace concord::web
