#pragma once
// A statement that an earlier text made and that this one takes back.
//
//   "A paper of 10 June said that all 20 had been done. It was written in good
//   faith, and its author has asked that it be corrected."
//   "Recommendation 7 was wrongly reported as met."
//   "The statement that recommendation 4 had been met was wrong."
//   refused: "The paper said that recommendation 4 had been met. It was
//   welcome.", "It need not be corrected."
//
// Cost: a few patterns over a sentence that tells what somebody said.
// Tests: outcomes_test.cpp.

#include <string_view>
#include <vector>

#include "concord/extraction/outcomes.h"
#include "extraction/outcomes/named.h"

namespace concord::extraction {

// The words of state are those of an earlier text. `following`: the sentences
// behind it in its paragraph. The end of the words that take it back; 0 where
// nothing does.
std::uint32_t TakenBackAt(const OutcomePlace& place,
                          const std::vector<TextSpan>& following);

// "all 20" of "said that all 20 had been done".
NamedSet AllBefore(const OutcomePlace& place);

// The day of the text that said so, as EDTF; "" where it is not told.
std::string SaidOn(const OutcomePlace& place,
                   const std::vector<DateMention>& dates);

}  // namespace concord::extraction
