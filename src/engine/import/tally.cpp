#include "engine/import/tally.h"

#include <utility>

#include "concord/base/result.h"

namespace concord::engine {

using store::Outcome;

ReportCounts CountsOf(const extraction::Extraction& extraction) {
  using Kind = extraction::RecommendationKind;
  ReportCounts counts{.resolutions = extraction.resolutions.size()};
  for (const extraction::Recommendation& item : extraction.recommendations) {
    switch (item.kind) {
      case Kind::kRecommendation:
        ++counts.recommendations;
        break;
      case Kind::kDecision:
        ++counts.decisions;
        break;
      case Kind::kCommitment:
        ++counts.commitments;
        break;
    }
  }
  return counts;
}

ImportTally::ImportTally(Now now) : now_(std::move(now)), start_(now_()) {}

void ImportTally::AddReport(const ReportCounts& counts) {
  totals_.recommendations += counts.recommendations;
  totals_.decisions += counts.decisions;
  totals_.commitments += counts.commitments;
  totals_.resolutions += counts.resolutions;
}

void ImportTally::AddRow(const store::LedgerRow& row) {
  ++totals_.seen;
  totals_.bytes += row.bytes;
  switch (row.outcome) {
    case Outcome::kIndexed:
      ++totals_.indexed;
      break;
    case Outcome::kDuplicate:
      ++totals_.duplicate;
      break;
    case Outcome::kSkipped:
      ++totals_.skipped;
      break;
    case Outcome::kQuarantined:
      ++totals_.quarantined;
      break;
  }
  details_.Add(row);
  Clock();
}

const ImportTotals& ImportTally::SoFar() {
  Clock();
  return totals_;
}

const ImportTotals& ImportTally::AtTheEnd() {
  CHECK(totals_.seen == totals_.indexed + totals_.duplicate + totals_.skipped +
                            totals_.quarantined,
        "every item ends once");
  totals_.seconds = Seconds();
  return totals_;
}

double ImportTally::Seconds() const {
  return std::chrono::duration<double>(now_() - start_).count();
}

// Asked while nothing ends, too: a file that hangs brings the rate down to 0.
void ImportTally::Clock() {
  constexpr double kWindow = 5;
  totals_.seconds = Seconds();
  const double passed = totals_.seconds - window_start_;
  if (passed < (window_start_ > 0 ? kWindow : 1)) return;
  totals_.rate = static_cast<double>(totals_.seen - window_seen_) / passed;
  window_start_ = totals_.seconds;
  window_seen_ = totals_.seen;
}

}  // namespace concord::engine
