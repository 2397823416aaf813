#pragma once
// What a later finding denies by naming only some.
//
//   "Six of the nine are complete ... 2, 3, 5, 7, 8 and 9 are complete"
//   later: "Members were told that six were complete. We find two: 3 and 7."
//       2, 5, 8 and 9: open
//   not: what a paper says that told another number
//
// Tests: outcomes_test.cpp.

#include <vector>

#include "concord/crossref/outcomes.h"

namespace concord::crossref {

// Adds to `entries` of each finding an entry "open" with its words: of those
// that an earlier text, which told as many, had called implemented by their
// numbers, and that are not found.
void AddDenied(const std::vector<store::ReportRecord>& reports,
               std::vector<OutcomeEntry>* entries);

}  // namespace concord::crossref
