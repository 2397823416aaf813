#pragma once
// One recommendation whole: what it asks, of whom and by when, what texts say
// became of it, and who else asked for it.

#include "concord/engine/views.h"
#include "engine/snapshot.h"

namespace concord::engine {

Result<Shown> ShowRecommendation(const store::StoredRecommendation& stored,
                                 Snapshot* snapshot);

}  // namespace concord::engine
