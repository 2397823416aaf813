#pragma once
// What one text asks and the other rules out, though their verbs agree: "kept
// for three years" against "for not less than seven", "answered by staff"
// against "by officers and by no one else".

#include <optional>
#include <utility>

#include "overlap/prepared.h"

namespace concord::overlap {

// The words of a and of b that exclude each other, if there are such. Says
// nothing of whether the two are about the same things. Symmetric.
std::optional<std::pair<TextSpan, TextSpan>> FindExclusion(const Prepared& a,
                                                           const Prepared& b);

}  // namespace concord::overlap
