#pragma once
// What a recommendation asks for and has not quite been given.
//
//   "Recommendation 6 lacks 14 officers"
//   "Recommendation 5 required 22 wardens, and there were 20."
//   refused: "... and there were 22"
//
// Tests: the examples of outcome.shortfall.

#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/outcomes/named.h"

namespace concord::extraction {

struct Shortfall {
  TextSpan words;
  NamedOnes of;
};

std::vector<Shortfall> ShortfallsIn(std::string_view text, TextSpan sentence,
                                    const std::vector<Citation>& citations);

}  // namespace concord::extraction
