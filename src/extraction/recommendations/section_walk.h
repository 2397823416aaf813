#pragma once
// The items of a section in which a committee paper asks for decisions.
//
// The section headed "A. Recommendation" has many forms: one sentence; a list
// under "That" or "Members are asked to:"; items that lost their "That"; a list
// whose later items borrow the subject of the first. All are read by one walk:
// a lead-in, then items, each with what is nested in it. A number nested in a
// number is a recommendation of its own with the outer one as parent; letters
// and bullets are part of the one they stand under. Cost: linear in the lines.
// Tests: the examples of decision.section-a.

#include <vector>

#include "extraction/recommendations/parts.h"

namespace concord::extraction {

// The decisions in lines [begin, end); parents count from the first of them.
std::vector<Recommendation> WalkSection(const Reading& reading,
                                        std::size_t begin, std::size_t end);

}  // namespace concord::extraction
