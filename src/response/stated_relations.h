#pragma once
// What texts say of the recommendations that are answered: put where it holds.

#include <cstdint>
#include <map>

#include "response/numbered_sources.h"

namespace concord::response {

// Fills response->relations out of its basis, and in the entries that they
// speak of the evidence and what became of it.
void AddStatedRelations(const scope::Holdings& holdings,
                        const std::map<RecommendationId, std::int32_t>& entries,
                        NumberedSources* sources,
                        ConsolidatedResponse* response);

}  // namespace concord::response
