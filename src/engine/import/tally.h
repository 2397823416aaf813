#pragma once
// What an import run has seen so far: the sum that must balance, and how fast
// it goes.

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "concord/engine/views.h"
#include "concord/extraction/extraction.h"
#include "concord/store/records.h"
#include "engine/import/run_details.h"

namespace concord::engine {

// What one report holds. Only recommendations are called so: what a paper asks
// of its own committee or promises itself is counted beside them.
struct ReportCounts {
  std::uint64_t recommendations = 0;
  std::uint64_t decisions = 0;
  std::uint64_t commitments = 0;
  std::uint64_t resolutions = 0;
};
ReportCounts CountsOf(const extraction::Extraction& extraction);

class ImportTally {
 public:
  using Now = std::function<std::chrono::steady_clock::time_point()>;

  explicit ImportTally(Now now = std::chrono::steady_clock::now);

  // Items that are known to be there.
  void Expect(std::uint64_t items) { totals_.total = items; }
  void ExpectOneMore() { ++totals_.total; }

  // What a new report holds.
  void AddReport(const ReportCounts& counts);

  // An item's end; durable, and not before.
  void AddRow(const store::LedgerRow& row);

  // For people who wait: the rate sinks where nothing ends.
  const ImportTotals& SoFar();

  // Throws where an item has not ended exactly once.
  const ImportTotals& AtTheEnd();

  double Seconds() const;
  std::string Details() const { return details_.Json(); }

 private:
  void Clock();

  Now now_;
  std::chrono::steady_clock::time_point start_;
  ImportTotals totals_;
  RunDetails details_;
  double window_start_ = 0;
  std::uint64_t window_seen_ = 0;
};

}  // namespace concord::engine
