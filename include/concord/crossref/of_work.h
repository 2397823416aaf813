#pragma once
// What the cross-reference says of one work, asked of it.
//
// Cost: linear in the works or conflicts. Tests: works_test.cpp.

#include <vector>

#include "concord/crossref/crossref.h"

namespace concord::crossref {

// Of a series: whether every report of it is held. "Fair Hearing" is no
// document, and is there when all of its reports are.
bool AreMembersHeld(const CrossReference& crossref, const Work& work);

// The conflicts in which both statements are of this work, in their order.
std::vector<const Conflict*> ConflictsOf(const CrossReference& crossref,
                                         const Work& work);

}  // namespace concord::crossref
