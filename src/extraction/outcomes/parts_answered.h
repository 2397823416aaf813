#pragma once
// The parts of a counted set of recommendations, each with its answer.
//
//   "The surveyors made nine recommendations. The Trust accepted six and
//   accepted two in part; one was not accepted."
//       6 of 9 accepted, 2 of 9 accepted in part; the last by its own words
//   refused: numbers that are no parts of what the paragraph counts
//
// Tests: the examples of outcome.set.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"

namespace concord::extraction {

struct AnsweredPart {
  TextSpan words;        // that answer it, with its number
  std::string position;  // "" where no verb stands before the number
  std::int32_t count = 0;
  std::int32_t of = 0;
  std::string work;
};

// Those of `sentence`; the counts and their parts stand in `passage`.
std::vector<AnsweredPart> PartsAnsweredIn(
    std::string_view text, TextSpan passage, TextSpan sentence,
    const std::vector<StatedCount>& counts);

}  // namespace concord::extraction
