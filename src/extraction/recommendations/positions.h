#pragma once
// What became of a recommendation, where a sentence or a cell says so.
//
//   "... enjoy the support of Northland"          accepted
//   "... did not enjoy the support of Northland"  noted
//   "Partially accepted"                          accepted in part
//   "... will be examined by Northland"           awaited
//   refused: "have been examined", "the Board accepted the minutes"
//
// A refusal to support is `noted`, as the bodies that use these words count it;
// `rejected` is only what the text calls so.

#include <optional>
#include <string_view>

#include "concord/extraction/extraction.h"
#include "extraction/rules.h"

namespace concord::extraction {

// The position that text[within] states of recommendations it speaks of.
std::optional<StatedPosition> PositionIn(std::string_view text,
                                         TextSpan within);

// What was done, in a cell that says how far it is: "Completed May 2003",
// "Overdue". Its first words decide, and where it goes on as a sentence, or
// says "closed" and not how, there is none:
//
//   "Implemented"                     implemented
//   "Partly implemented", "Ongoing"   in progress
//   "Not yet started", "Open"         open
//   "Closed - not implemented"        closed not implemented
//   "Overtaken by events"             superseded
std::optional<StatedPosition> ImplementationInCell(std::string_view text,
                                                   TextSpan cell);

// The position in a cell or after "Response:": the first words decide.
std::optional<StatedPosition> PositionOfAnswer(std::string_view text,
                                               TextSpan within);

}  // namespace concord::extraction
