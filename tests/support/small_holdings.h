#pragma once
// A small archive made by hand: reports, recommendations and a register of
// works, for the tests of what comes after extraction.
//
//   SmallHoldings holdings;
//   auto report = holdings.AddReport("A First Look", "1. The Chief Constable
//   ..."); holdings.AddRecommendation(report, "The Chief Constable should
//   ..."); holdings.Hold("w-first-look", "A First Look", report);

#include <string>
#include <vector>

#include "concord/base/digest.h"
#include "concord/crossref/crossref.h"
#include "concord/scope/scope.h"
#include "concord/store/records.h"

namespace concord::testing {

class SmallHoldings {
 public:
  ReportId AddReport(const std::string& title, const std::string& text) {
    store::ReportRecord report;
    report.id.value = "r" + Sha256Hex(title).substr(0, 12);
    report.uri = "http://www.northmarch-pa.example/" + title;
    report.document.text = text;
    report.extraction.header.title.printed = title;
    reports.push_back(report);
    return report.id;
  }

  store::ReportRecord& Report(const ReportId& id) {
    for (store::ReportRecord& report : reports) {
      if (report.id == id) return report;
    }
    return reports.front();
  }

  // `text` must stand in the report's text.
  RecommendationId AddRecommendation(
      const ReportId& report_id, const std::string& text,
      const std::string& addressee = "",
      extraction::RecommendationKind kind =
          extraction::RecommendationKind::kRecommendation) {
    const store::ReportRecord& report = Report(report_id);
    store::StoredRecommendation stored;
    int ordinal = 1;
    for (const auto& other : recommendations) {
      ordinal += other.report == report_id ? 1 : 0;
    }
    stored.id.value = report_id.value + "." + std::to_string(ordinal);
    stored.report = report_id;
    stored.uri = report.uri;
    stored.report_title = report.header().title.printed;
    stored.item.text = text;
    stored.item.kind = kind;
    stored.item.addressee = addressee;
    stored.item.label = std::to_string(ordinal);
    stored.item.locator = "para " + std::to_string(ordinal);
    stored.item.span = Find(report_id, text);
    recommendations.push_back(stored);
    return stored.id;
  }

  void Hold(const std::string& id, const std::string& title,
            const ReportId& report) {
    crossref::Work work;
    work.id.value = id;
    work.title = title;
    if (!report.empty()) work.held.push_back(report);
    crossref.works.push_back(work);
  }

  void State(const std::string& work, int stated, int held,
             const ReportId& report, const std::string& quote) {
    crossref::CountEntry count;
    count.work.value = work;
    count.what = "recommendations";
    count.stated = stated;
    count.held = held;
    count.quotes.push_back(Quote(report, quote));
    crossref.counts.push_back(count);
  }

  crossref::Quote Quote(const ReportId& report, const std::string& text) {
    return {report, Report(report).uri, "para 9", Find(report, text), text};
  }

  TextSpan Find(const ReportId& report, const std::string& text) {
    const auto at = Report(report).document.text.find(text);
    const auto begin = static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(text.size())};
  }

  scope::Holdings View() const { return {reports, recommendations, crossref}; }

  std::vector<store::ReportRecord> reports;
  std::vector<store::StoredRecommendation> recommendations;
  crossref::CrossReference crossref;
};

}  // namespace concord::testing
