#pragma once
// What a run adds up to beside its totals: by type, by error, the slowest.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "concord/engine/views.h"
#include "concord/extraction/table_mapping.h"
#include "concord/store/records.h"

namespace concord::engine {

class RunDetails {
 public:
  void Add(const store::LedgerRow& row);
  // JSON: {"by_type": [{type, items, bytes}], "by_error": [{code, items}],
  // "slowest": [{path, seconds}], "peak_memory_worker": bytes}
  std::string Json() const;

 private:
  struct Share {
    std::uint64_t items = 0;
    std::uint64_t bytes = 0;
  };
  struct Slow {
    double seconds = 0;
    std::string path;
  };

  std::map<std::string, Share> by_type_;
  std::map<std::string, std::uint64_t> by_error_;
  std::vector<Slow> slowest_;  // slowest first, at most ten
};

// The most memory this process has had, in bytes; its largest worker's.
std::uint64_t PeakMemory();
std::uint64_t PeakWorkerMemory();

// The public JSON of totals, and of an item's end.
std::string ItemJson(const ItemView& view, const store::LedgerRow& row,
                     const std::vector<extraction::MappedTable>& tables);
std::string SummaryJson(const ImportSummary& summary);

}  // namespace concord::engine
