#pragma once
// What a text says of how the recommendations of a work fall to those who
// answer them, held against how they fell here.

#include "concord/scope/scope.h"
#include "scope/answering.h"

namespace concord::scope {

// "52 for the Constabulary + 5 for the Authority + 13 for others": a note where
// another number is included, and the verdict says so. Nothing where not all
// that is stated is held, or no part says whose it is.
void HoldAgainstStatedSplit(const crossref::CountEntry& count,
                            const AnsweringBody& answering,
                            const Holdings& holdings, Reconciliation* row,
                            Scope* scope);

// Where the recommendations addressed to a body are left out of one source and
// let in with another: a reader of the response would ask why.
void SayWhoIsLeftOutAndLetIn(const Holdings& holdings, Scope* scope);

}  // namespace concord::scope
