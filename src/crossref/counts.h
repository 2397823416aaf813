#pragma once
// The count ledger: what texts state of a work against what the archive holds.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "crossref/relations.h"
#include "crossref/works.h"

namespace concord::crossref {

// What an entry counts, where it is not something else: CountEntry::what.
constexpr std::string_view kRecommendations = "recommendations";

std::vector<CountEntry> BuildCounts(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

// The work whose recommendations a report counts; nothing where its words point
// at none, or at several.
std::optional<std::size_t> WorkOfCount(
    const extraction::StatedCount& count, std::size_t report,
    const store::ReportRecord& record, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

}  // namespace concord::crossref
