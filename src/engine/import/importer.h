#pragma once
// One import run: the pipeline's items into the record, one ledger row each.

#include <string>

#include "concord/engine/engine.h"
#include "concord/store/store.h"
#include "engine/import/index_feed.h"

namespace concord::engine {

// Where a run reads and writes. A dry run has no `writer` and, where an archive
// is there, its `reader`, so that it says what the real run would.
struct ImportPlaces {
  store::Store* writer = nullptr;
  const store::Store* reader = nullptr;  // the writer itself, in a real run
  IndexFeed* index = nullptr;
};

[[nodiscard]] Result<ImportSummary> RunImport(const EngineOptions& options,
                                              const ImportRequest& request,
                                              const ImportPlaces& places,
                                              ImportObserver& observer);

}  // namespace concord::engine
