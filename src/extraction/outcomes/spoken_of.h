#pragma once
// The one recommendation that a section is about: "85. Recommendation 54" as
// its heading, or the first sentence of an item of minutes. Until the next
// heading "the recommendation" is that one.
//
//   "Harbour Inquiry: recommendation 54" ... "It was agreed that the
//   recommendation had been met."       54
//   refused: a heading with two numbers; "the recommendation be accepted",
//   which in minutes is that of the paper before the meeting
//
// Tests: outcomes_test.cpp.

#include <optional>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/outcomes/named.h"

namespace concord::extraction {

// Of a heading, or of a sentence that opens an item; nullopt where it names
// none, or several.
std::optional<NamedOnes> TheOneNamedIn(std::string_view text, TextSpan within,
                                       const std::vector<Citation>& citations);

// The clause is "the recommendation" and the state one of the deed.
bool SpeaksOfTheOne(const OutcomePlace& place);

}  // namespace concord::extraction
