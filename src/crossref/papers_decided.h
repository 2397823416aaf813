#pragma once
// The paper that an item of minutes decides, by its number and its meeting.
//
//   minutes of 4 May: "12. Dredging (Report 6)" ... "recommendations 1 and 2 be
//   adopted"            1 and 2 of Report 6 of 4 May, whatever its title is
//   not: of another day or committee; where two papers have the number
//
// Tests: outcomes_test.cpp.

#include <string>
#include <vector>

#include "concord/base/id.h"
#include "crossref/quotes.h"

namespace concord::crossref {

// What such a paper, called `title` in `minutes`, asks its meeting to decide
// under `numbers`; sorted. None where no one paper fits.
std::vector<RecommendationId> DecidedIn(
    const Reports& reports, const store::ReportRecord& minutes,
    const std::string& title, const std::vector<std::string>& numbers);

}  // namespace concord::crossref
