#pragma once
// One run of the ledger, as JSON and to be shown.

#include "concord/engine/views.h"
#include "concord/store/records.h"
#include "json_object.h"

namespace concord::engine {

JsonObject RunJson(const store::RunRecord& run);
Shown ShowRun(const store::RunRecord& run);

}  // namespace concord::engine
