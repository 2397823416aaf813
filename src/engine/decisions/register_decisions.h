#pragma once
// Between the acts of the record and what the cross-reference takes of them.

#include <vector>

#include "concord/crossref/decisions.h"
#include "concord/store/decisions.h"

namespace concord::engine {

// The decisions about works and bodies of the acts in force, in their order.
std::vector<crossref::RegisterDecision> RegisterDecisionsOf(
    const std::vector<store::Act>& acts);

}  // namespace concord::engine
