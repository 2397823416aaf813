#pragma once
// The words with which minutes resolve, and the items that one of them governs.

#include <cstddef>
#include <string>
#include <vector>

#include "extraction/reading.h"

namespace concord::extraction {

// "RESOLVED –" (`alone`: over what is resolved) or "Resolved that the fee be
// paid" (the sentence with it).
bool IsResolvingWord(const Reading& reading, TextSpan words, bool alone);
bool IsResolvingWord(const Reading& reading, const Line& line, bool alone);

// What stands at `span`, trimmed.
Resolution ResolutionAt(const Reading& reading, TextSpan span,
                        std::string label);

// The marks of a list on one line: "(i) that ...; and (ii) that ...".
// Empty where there are fewer than two.
std::vector<Resolution> InlineItems(const Reading& reading, TextSpan span);

// "RESOLVED: (i) That ..." / "REASON: ..." / "(ii) That ...": the later items
// stand apart, each after the reason of the one before.
// `words` stand in line `at`. Empty where there are fewer than two.
std::vector<Resolution> PartedItems(const Reading& reading, std::size_t at,
                                    TextSpan words);

// "Resolved: That the Panel notes" over "(i) the report; (ii) ...": line `at`
// breaks off before its list.
bool BreaksOff(const Reading& reading, std::size_t at);

// "RESOLVED – That the report be" / "noted.": line `at` is broken in the middle
// of its sentence.
bool GoesOnBelow(const Reading& reading, std::size_t at);

// "A Subject to a vote, ..." / "B The keys ...": letters without a mark, one
// after the other from A in the lines from `first`; empty if fewer than two.
std::vector<Resolution> BareLetters(const Reading& reading, std::size_t first);

}  // namespace concord::extraction
