#pragma once
// How a stated number of recommendations divides, as the text says it.
//
//   "eight recommendations, four of which were national issues and have been
//    noted. The remaining four recommendations have been addressed by the
//    Unit."
//   -> 4 national issues / noted, 4 - / addressed by the Unit
//
// Parts with their own cue ("of which", "the remaining") are kept whatever they
// add up to. A bare list of numbers is a partition only where it adds up to the
// whole, or where the text gives it as the whole (unbalanced.h).

#include <cstdint>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"

namespace concord::extraction {

struct Partition {
  std::vector<CountPart> parts;  // empty where the text divides nothing
  bool unbalanced = false;       // given as the whole, and the sum is another
};

// Two parts or more, and their sum is the whole.
bool AddsUp(const std::vector<CountPart>& parts, std::int32_t whole);

// The parts of `whole` in text[after]: the rest of the counting sentence and
// the sentences that follow it.
Partition PartsOf(std::string_view text, std::int32_t whole, TextSpan after);

}  // namespace concord::extraction
