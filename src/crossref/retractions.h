#pragma once
// Which statements a retraction takes back: of the same deed or answer, in an
// earlier text, or in that of the day it names, about the same recommendations.
//
//   "The paper of 10 June said that all 20 had been done. It was wrong."
//       "all 20 ... have been carried out" in the paper of 10 June
//   not: what another paper says, and what that one says of seven of them
//
// Tests: outcomes_test.cpp.

#include <vector>

#include "concord/crossref/outcomes.h"

namespace concord::crossref {

// Marks them in `entries` with the words that take them back. A statement of
// which only a part is taken back is divided.
void TakeBack(const std::vector<OutcomeEntry>& retractions,
              std::vector<OutcomeEntry>* entries);

}  // namespace concord::crossref
