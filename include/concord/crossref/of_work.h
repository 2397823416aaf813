#pragma once
// What the cross-reference says of one work, asked of it.
//
// Pure. Tests: works_test.cpp.

#include "concord/crossref/crossref.h"

namespace concord::crossref {

// Whether both statements of the conflict are of this work.
bool IsOf(const Conflict& conflict, const Work& work);

}  // namespace concord::crossref
