#pragma once
// One run of the ledger, as JSON and to be shown.

#include "base/json_object.h"
#include "concord/engine/views.h"
#include "concord/store/records.h"

namespace concord::engine {

JsonObject RunJson(const store::RunRecord& run);
Shown ShowRun(const store::RunRecord& run);

}  // namespace concord::engine
