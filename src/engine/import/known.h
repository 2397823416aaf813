#pragma once
// What becomes of an item that brings no new words: it failed, its bytes are
// held or failed before, or it is a page that was met again unchanged.
//
// Each sets the rest of the item's ledger row. The error is fatal for the run.

#include "concord/base/error.h"
#include "concord/base/result.h"
#include "concord/store/records.h"
#include "engine/import/importer.h"
#include "engine/import/pipeline.h"

namespace concord::engine {

class KnownItems {
 public:
  KnownItems(std::int64_t run, const ImportPlaces& places)
      : run_(run), places_(places) {}

  void Quarantine(const Error& error, const std::string& stage,
                  store::LedgerRow* row) const;

  // With the attempts and the log of earlier runs.
  Result<> FinishFailed(const PipelineItem& item, store::LedgerRow* row) const;
  // Bytes that are known: those of a report, or those that failed before.
  Result<> FinishSettled(const PipelineItem& item, store::LedgerRow* row) const;
  Result<> FinishRevisit(const PipelineItem& item, store::LedgerRow* row) const;

 private:
  // A capture of a report that is held: one report, one capture more.
  Result<> FinishHeld(const ReportId& report, const std::string& why,
                      const PipelineItem& item, store::LedgerRow* row) const;

  const std::int64_t run_;
  const ImportPlaces& places_;
};

}  // namespace concord::engine
