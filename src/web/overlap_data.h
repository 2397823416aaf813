#pragma once
// A link between two recommendations as the template "pair" shows it.

#include "concord/engine/views.h"
#include "web/view_data.h"

namespace concord::web {

// In bits: where the lists of pairs begin. What is lighter shares little.
inline constexpr double kStartWeight = 6;

// Both wordings with their own words marked, and the parts of the weight as
// bars: each begins where the one before it ended, so that the last ends at
// the sum.
data PairOf(const engine::OverlapView& overlap);

// "+12.0", "-1.5"
std::string Signed(double weight);

}  // namespace concord::web
