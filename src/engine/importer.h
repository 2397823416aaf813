#pragma once
// One import run: the pipeline's items into the record, one ledger row each.

#include <atomic>
#include <string>

#include "concord/engine/engine.h"
#include "concord/store/store.h"
#include "pipeline.h"

namespace concord::engine {

// `store` null = a dry run: everything but writing.
[[nodiscard]] Result<ImportSummary> RunImport(const EngineOptions& options,
                                              const ImportRequest& request,
                                              store::Store* store,
                                              ImportObserver& observer);

}  // namespace concord::engine
