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

}  // namespace concord::extraction
