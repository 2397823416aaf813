#pragma once
// The sources of a scope, and where they are looked up.

#include "concord/overlap/versions.h"
#include "concord/scope/scope.h"

namespace concord::scope {

// Null where the archive knows no such work or report.
const crossref::Work* FindWork(const World& world, const WorkId& id);
const store::ReportRecord* FindReport(const World& world, const ReportId& id);

// What one source asks again of an earlier one, see overlap/versions.h.
std::vector<overlap::Repeated> RepeatedAmong(
    const World& world, const std::vector<Source>& sources);

// Appends what `scope->request` names to `scope->sources`, each once, oldest
// first, and to `scope->notes` what the reader must know of them.
void AddSources(const World& world, Scope* scope);

}  // namespace concord::scope
