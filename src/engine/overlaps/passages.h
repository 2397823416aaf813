#pragma once
// Passages that say what a recommendation says, and what it is stated to be.

#include <vector>

#include "concord/engine/views.h"
#include "engine/snapshot.h"

namespace concord::engine {

// Of each recommendation that `request` names (by report or by id): what is
// stated of it, then the passages of other reports that say the same.
std::vector<OverlapView> PassageViews(const OverlapRequest& request,
                                      const ReportId& report,
                                      const RecommendationId& recommendation,
                                      Snapshot* snapshot);

}  // namespace concord::engine
