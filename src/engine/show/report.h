#pragma once
// One report whole: its header, what it asks for, what it cites and who cites
// it, and what the register has of it.

#include "concord/engine/views.h"
#include "engine/snapshot.h"

namespace concord::engine {

// Needs kRegisterRows.
Result<Shown> ShowReport(const store::ReportRecord& report, Snapshot* snapshot);

}  // namespace concord::engine
