#pragma once
// Whether a sentence that states a relation speaks of the paper it stands in.
//
// Why: "amendments to the Act were passed by Parliament" names no paper that
// amends; only "this report amends", "we repeat recommendation 4" and the
// passive by which a paper acts ("recommendation 7 is withdrawn") are the
// paper's own.
//
// Pure; safe from any thread.

#include "concord/crossref/crossref.h"

namespace concord::crossref {

// For a relation whose sentence names no other subject.
bool IsOfThePaper(const RelationEntry& relation);

}  // namespace concord::crossref
