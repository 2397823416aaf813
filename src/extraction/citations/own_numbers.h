#pragma once
// How far a paper counts what it asks itself: "(recommendation 1)" behind its
// first request, "(recommendation 2)" behind the next.

#include "extraction/citations/mention.h"

namespace concord::extraction {

// The last number of such a count from one, three at least and most of them
// behind words that ask; 0 where the paper has none. Numbers in brackets that a
// progress paper takes from another report do not stand behind requests.
// Linear (RE2). Tests: own_numbers_test.cpp.
int LastOwnNumber(const Prose& prose);

}  // namespace concord::extraction
