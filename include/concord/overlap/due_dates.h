#pragma once
// Two due dates for one thing: what was asked for by a day, and the answer, the
// plan or the later page that gives it a later one.
//
// Why here: that two ask for one thing is known by their link, or because the
// row of a table answers the other by its number; the register of crossref
// knows neither.
//
//   "R1 ... one register ... 31 March 2004"      asked for
//   "Buy one register ... R1 ... 30 April 2004"  the plan: a month later
//   refused: the plan was written when the day had passed (it makes up for it);
//   the later day may lie before the earlier ("May 2004", "by 20 May 2004");
//   "within three months" in both, counted from two days
//
// Pure. Cost: linear in the links; those whose days differ are compared again.
// Tests: due_dates_test.cpp.

#include <vector>

#include "concord/crossref/outcomes.h"
#include "concord/overlap/overlap.h"

namespace concord::overlap {

// What conflicts of due dates rest on, all of one archive.
struct DueDateSources {
  const std::vector<store::ReportRecord>& reports;
  const std::vector<store::StoredRecommendation>& recommendations;
  const std::vector<crossref::OutcomeEntry>& outcomes;
};

// In order of their ids, "d-..."; the earlier page is `a`.
std::vector<crossref::Conflict> DueDateConflicts(const std::vector<Link>& links,
                                                 const DueDateSources& sources,
                                                 const Comparer& comparer);

}  // namespace concord::overlap
