#pragma once
// One run or one row of the ledger, as JSON and to be shown.

#include "base/json_object.h"
#include "concord/engine/views.h"
#include "concord/store/records.h"

namespace concord::engine {

JsonObject RunJson(const store::RunRecord& run);
Shown ShowRun(const store::RunRecord& run);

// `number` of the row in the ledger of all runs, from 1.
JsonObject LedgerJson(const store::LedgerRow& row, std::int64_t number);
Shown ShowLedgerRow(const store::LedgerRow& row, std::int64_t number);

}  // namespace concord::engine
