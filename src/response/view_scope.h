#pragma once
// What a response says of its scope, as parts of the view: what adds up, what
// is not held, what is left out, and what the sources draw on.

#include "concord/scope/scope.h"
#include "response/view_data.h"
#include "response/view_places.h"

namespace concord::response {

data NoteRows(const scope::Scope& scope);
data ReconciliationRows(const scope::Scope& scope, ViewPlaces* places);
data TotalsRow(const scope::Scope& scope);
data NotHeldRows(const scope::Scope& scope, ViewPlaces* places);
data ExcludedRows(const scope::Scope& scope, ViewPlaces* places);
data ContextRows(const scope::Scope& scope, ViewPlaces* places);

}  // namespace concord::response
