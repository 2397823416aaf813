#pragma once
// What texts say became of the entries, and of the sets they belong to.

#include <map>
#include <set>
#include <string>

#include "concord/response/reported.h"
#include "concord/response/response.h"
#include "response/numbered_sources.h"

namespace concord::response {

// After the stated relations, of which "implements" is one that tells.
void AddReported(const std::vector<crossref::OutcomeEntry>& outcomes,
                 const scope::Holdings& holdings,
                 const std::map<RecommendationId, std::int32_t>& entries,
                 NumberedSources* sources, ConsolidatedResponse* response);

// The works whose held recommendations are entries, and their series.
std::set<WorkId> WorksAnswered(
    const scope::Holdings& holdings,
    const std::map<RecommendationId, std::int32_t>& entries);

// "implemented: 17 of 20 (all but 3, 13 and 17)", "implemented: all 6".
std::string InWords(const ReportedOfSet& reported);

// The pairs of entries whose members contradict one another.
void AddContradictions(const std::vector<overlap::Link>& links,
                       const std::map<RecommendationId, std::int32_t>& entries,
                       ConsolidatedResponse* response);

}  // namespace concord::response
