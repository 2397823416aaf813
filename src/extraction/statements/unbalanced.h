#pragma once
// Parts that a text gives as all there are, and that do not add up.
//
//   "20 recommendations, of which twelve are for the force and the remaining
//    nine for the Authority"               12 + 9 = 21
//   "20 recommendations: twelve for the force and nine for the Authority"
//   "Of the 20, twelve are complete, nine in hand and one not begun"
//
// Not: "20 recommendations, of which four are for the Home Office", where the
// others are left out; "of the 20, seventeen are accepted and twelve done",
// where the twelve are among the seventeen.
//
// A number that is read as a part and is none would make a contradiction out of
// nothing. So every number in the stretch has to be a part: one that says
// something else, or "some" and "others", and nothing is said.
//
// Cost: linear in the stretch. Tests: statements_test.cpp (Counts).

#include <cstdint>
#include <string_view>
#include <vector>

#include "extraction/statements/clauses.h"

namespace concord::extraction {

// The clauses whose counts should add up to `whole` and do not; empty where
// they do, or need not.
std::vector<Clause> Unbalanced(std::string_view text, std::int32_t whole,
                               TextSpan after);

}  // namespace concord::extraction
