#pragma once
// Statements that cannot both be true, by general rules; both are kept.

#include <vector>

#include "crossref/counts.h"
#include "crossref/works.h"

namespace concord::crossref {

// All conflicts, in order of rule, subject and place.
std::vector<Conflict> BuildConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<CountEntry>& counts,
    const std::vector<ResolvedRelation>& relations);

// Two dates of publication whose day ranges do not meet; "~" and "?" widen a
// value by its own precision.
std::vector<Conflict> DateConflicts(const Reports& reports,
                                    const WorkRegistry& registry);

// One thing that the same report both plans or includes and says was removed,
// moved or refused.
std::vector<Conflict> StateConflicts(const Reports& reports);

// Two different totals for one work. Not a conflict: 26 beside 6 where the
// work re-affirms the 20 of an earlier one.
std::vector<Conflict> CountConflicts(
    const std::vector<CountEntry>& counts, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

// A number and the parts that the same text divides it into, where the parts
// are given as all there are and their sum is another.
std::vector<Conflict> PartitionConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

// Fewer carried out of the same number than an earlier report says, than was
// said, or than another tells of the same finding.
std::vector<Conflict> ProgressConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

// What a page states of its recommendations as a set, and what it shows of
// each.
std::vector<Conflict> PageConflicts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

// Two statements of which the page itself says that they do not agree.
std::vector<Conflict> SaidConflicts(const Reports& reports);

// What minutes resolve and what the paper of the same meeting asked for, where
// the one ends what the other keeps or takes its place.
std::vector<Conflict> ResolutionConflicts(const Reports& reports);

// A total, and the rows or amounts that it is the total of.
std::vector<Conflict> SumConflicts(const Reports& reports);

// A stage of a timetable that is put off: from the day that a recommendation
// asks for, or from the one that an earlier timetable gives.
std::vector<Conflict> TimetableConflicts(const Reports& reports,
                                         const WorkRegistry& registry);

// A number, date or committee in the introduction that is not the header's.
std::vector<Conflict> HeaderConflicts(const Reports& reports);

// True where no day satisfies both EDTF values. False for values that are none.
bool CannotBothBeTrue(const std::string& edtf_a, const std::string& edtf_b);

}  // namespace concord::crossref
