#pragma once
// The parts of a comparison, as people and scripts see them.

#include <vector>

#include "base/json_object.h"
#include "concord/engine/views.h"
#include "concord/overlap/overlap.h"

namespace concord::engine {

std::vector<OverlapPartView> PartsOf(const overlap::Comparison& comparison);
JsonObject PartJson(const OverlapPartView& part);

}  // namespace concord::engine
