#pragma once
// The count ledger: what texts state of a work against what the archive holds.

#include <vector>

#include "crossref/relations.h"
#include "crossref/works.h"

namespace concord::crossref {

std::vector<CountEntry> BuildCounts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

// Two different totals for one work. Not a conflict: 26 beside 6 where the
// work re-affirms the 20 of an earlier one.
std::vector<Conflict> CountConflicts(
    const std::vector<CountEntry>& counts, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

}  // namespace concord::crossref
