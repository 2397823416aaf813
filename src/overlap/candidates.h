#pragma once
// How near two recommendations must be to be worth comparing.

#include "concord/overlap/overlap.h"

namespace concord::overlap {

// The least cosine of a candidate pair: the option's, and what the size of the
// archive takes from every match, which a low cosine cannot make up for.
double LeastCosine(const OverlapOptions& options, const Comparer& comparer);

// Whether it is heavy enough to be told.
bool IsLink(const Comparison& comparison, const OverlapOptions& options);

// Heaviest first; among equals by identifier.
bool BeforeInList(const Link& a, const Link& b);

}  // namespace concord::overlap
