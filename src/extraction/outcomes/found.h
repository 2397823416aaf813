#pragma once
// What an inspector finds of what others had said to be done: fewer, and which.
//
//   "Members were told that six of the nine were complete. We find two: 3 and
//   7."                                  3 and 7 are, and no others of them
//   refused: "We find two: 3 and 7" of nothing that was told; "We find three:
//   3 and 7"
//
// Cost: two patterns over a sentence. Tests: the examples of outcome.found.

#include <cstdint>
#include <string>
#include <vector>

#include "concord/extraction/extraction.h"

namespace concord::extraction {

struct FoundOnes {
  std::string numbers;     // "" where nothing is found
  std::int32_t count = 0;  // how many
  std::int32_t told = 0;   // how many had been called done
};

// Those that `sentence` names, where `told`, the sentence before it, says how
// many somebody had called done.
FoundOnes FoundOfThoseTold(std::string_view text, TextSpan told,
                           TextSpan sentence);

// The one work whose recommendations are counted before `offset`; "" where
// they are of several, or of none.
std::string OnlyWorkCounted(const std::vector<StatedCount>& counts,
                            std::uint32_t offset);

}  // namespace concord::extraction
