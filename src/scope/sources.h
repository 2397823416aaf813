#pragma once
// The sources of a scope, and where they are looked up.

#include "concord/overlap/versions.h"
#include "concord/scope/scope.h"

namespace concord::scope {

// Null where the archive knows no such work or report.
const crossref::Work* FindWork(const Holdings& holdings, const WorkId& id);
const store::ReportRecord* FindReport(const Holdings& holdings,
                                      const ReportId& id);

// What one source asks again of an earlier one, see overlap/versions.h.
std::vector<overlap::Repeated> RepeatedAmong(
    const Holdings& holdings, const std::vector<Source>& sources);

// Appends what `scope->request` names to `scope->sources`, each once, oldest
// first, and to `scope->notes` what the reader must know of them.
void AddSources(const Holdings& holdings, Scope* scope);

}  // namespace concord::scope
