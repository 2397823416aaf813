#include "crossref/denials.h"

#include <algorithm>
#include <set>
#include <string>

#include "concord/edtf/edtf.h"
#include "crossref/quotes.h"

namespace concord::crossref {
namespace {

bool IsEarlier(const OutcomeEntry& a, const OutcomeEntry& b) {
  const auto day_a = edtf::Parse(a.date.edtf);
  const auto day_b = edtf::Parse(b.date.edtf);
  if (!day_a || !day_b) return false;
  const auto last = edtf::Bounds(*day_a).latest;
  const auto first = edtf::Bounds(*day_b).earliest;
  return last && first && *last < *first;
}

bool SaysDone(const OutcomeEntry& entry, const OutcomeEntry& finding) {
  return entry.stated.implementation == "implemented" &&
         !entry.stated.proposed && entry.retracted_by.empty() &&
         entry.work == finding.work && IsEarlier(entry, finding);
}

// The reports before it that told the number it looked into.
std::set<ReportId> Tellers(const std::vector<OutcomeEntry>& entries,
                           const OutcomeEntry& finding) {
  std::set<ReportId> tellers;
  for (const OutcomeEntry& entry : entries) {
    const auto count =
        entry.stated.recommendation.empty()
            ? entry.stated.count
            : static_cast<std::int32_t>(entry.recommendations.size());
    const bool as_many = count == finding.stated.of;
    if (as_many && SaysDone(entry, finding)) {
      tellers.insert(entry.quote.report);
    }
  }
  return tellers;
}

std::string LabelOf(const std::vector<store::ReportRecord>& reports,
                    const RecommendationId& id) {
  const std::size_t point = id.value.rfind('.');
  for (const store::ReportRecord& report : reports) {
    if (report.id.value != id.value.substr(0, point)) continue;
    const auto at = std::stoul(id.value.substr(point + 1));
    const auto& items = report.extraction.recommendations;
    return at <= items.size() ? items[at - 1].label : std::string();
  }
  return {};
}

}  // namespace

void AddDenied(const std::vector<store::ReportRecord>& reports,
               std::vector<OutcomeEntry>* entries) {
  std::vector<OutcomeEntry> all;
  for (const OutcomeEntry& finding : *entries) {
    all.push_back(finding);
    if (finding.stated.rule != "outcome.found" || finding.work.empty()) {
      continue;
    }
    const std::set<ReportId> tellers = Tellers(*entries, finding);
    std::set<RecommendationId> denied;
    for (const OutcomeEntry& entry : *entries) {
      const bool told = tellers.contains(entry.quote.report) &&
                        !entry.stated.recommendation.empty();
      if (!told || !SaysDone(entry, finding)) continue;
      denied.insert(entry.recommendations.begin(), entry.recommendations.end());
    }
    for (const RecommendationId& found : finding.recommendations) {
      denied.erase(found);
    }
    if (denied.empty()) continue;
    OutcomeEntry open = finding;
    open.stated.implementation = "open";
    open.stated.recommendation.clear();
    for (const RecommendationId& id : denied) {
      open.stated.recommendation +=
          (open.stated.recommendation.empty() ? "" : ", ") +
          LabelOf(reports, id);
    }
    open.recommendations.assign(denied.begin(), denied.end());
    open.id = StatementId(
        "o-", {open.quote.report.value, std::to_string(open.quote.span.begin),
               "open", "", open.stated.recommendation});
    all.push_back(std::move(open));
  }
  *entries = std::move(all);
}

}  // namespace concord::crossref
