#pragma once
// Which members a stated set has, where the text names them elsewhere.
//
//   "Seventeen of the 20 have been carried out. Those which have not are 3, 13
//   and 17."            all but 3, 13 and 17
//   "Two are in hand." ... "1 and 7 are in hand"            1 and 7
//   refused: a list of another length, or of another work
//
// Cost: the square of the statements of one text, which are few.
// Tests: outcomes_test.cpp.

#include <string_view>
#include <vector>

#include "concord/extraction/outcomes.h"

namespace concord::extraction {

// How many numbers a list has: 8 of "1 to 6, 9 and R12".
std::int32_t CountOf(std::string_view list);

// Fills `named` and `except`; a set whose exception is named in the sentence
// behind it is quoted with that sentence. `found` stands in the order of
// `text`.
void NameMembers(std::string_view text, std::vector<StatedOutcome>* found);

}  // namespace concord::extraction
