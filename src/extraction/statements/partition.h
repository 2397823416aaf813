#pragma once
// How a stated number of recommendations divides, as the text says it.
//
//   "eight recommendations, four of which were national issues and have been
//    noted. The remaining four recommendations have been addressed by the
//    Unit."
//   -> 4 national issues / noted, 4 - / addressed by the Unit
//
// Parts with their own cue ("of which", "the remaining") are kept whatever they
// add up to: a sum that does not fit is for the count ledger to show. A bare
// list of numbers is a partition only where it adds up to the whole.

#include <cstdint>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"

namespace concord::extraction {

// The parts of `whole` in text[after]: the rest of the counting sentence and
// the sentences that follow it. Empty where the text divides nothing.
std::vector<CountPart> PartsOf(std::string_view text, std::int32_t whole,
                               TextSpan after);

}  // namespace concord::extraction
