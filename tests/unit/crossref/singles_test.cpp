// Single recommendations cited, followed to the held ones.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "concord/crossref/references.h"
#include "tests/unit/crossref/report_builder.h"

namespace concord::crossref {
namespace {

extraction::Recommendation Numbered(const std::string& label) {
  extraction::Recommendation item;
  item.label = label;
  item.kind = extraction::RecommendationKind::kRecommendation;
  item.text = "Keep a record.";
  return item;
}

store::ReportRecord Inquiry(int recommendations) {
  ReportBuilder report("r1");
  report.Title("Safe Moorings", extraction::DocumentKind::kInspection);
  store::ReportRecord record = report.Done();
  for (int i = 1; i <= recommendations; ++i) {
    record.extraction.recommendations.push_back(Numbered(std::to_string(i)));
  }
  return record;
}

store::ReportRecord Citing(const std::string& id, const std::string& numbers) {
  ReportBuilder paper(id);
  paper.Line("1. Recommendation " + numbers + " of Safe Moorings is met.");
  store::ReportRecord record = paper.Done();
  extraction::Citation citation;
  citation.title = "Safe Moorings";
  citation.printed = "Safe Moorings";
  const auto at = record.text().find("Safe Moorings");
  citation.span = {static_cast<std::uint32_t>(at),
                   static_cast<std::uint32_t>(at + 13)};
  citation.recommendation = numbers;
  citation.kind = extraction::WorkKind::kReport;
  record.extraction.citations.push_back(citation);
  return record;
}

std::string Cited(const std::vector<store::ReportRecord>& records) {
  std::string ids;
  for (const SingleCitation& single : FollowSingles(Build(records), records)) {
    ids += single.recommendation.value + " ";
  }
  return ids;
}

TEST(Singles, LeadToTheHeldRecommendation) {
  EXPECT_EQ(Cited({Inquiry(20), Citing("r2", "7")}), "r1.7 ");
  EXPECT_EQ(Cited({Inquiry(20), Citing("r2", "3, 13 and 17")}),
            "r1.3 r1.13 r1.17 ");
  EXPECT_EQ(Cited({Inquiry(20), Citing("r2", "4-6")}), "r1.4 r1.5 r1.6 ");
  EXPECT_EQ(Cited({Inquiry(20), Citing("r2", "99")}), "");
  EXPECT_EQ(Cited({Citing("r2", "7")}), "");
}

TEST(Singles, ANumberGivenTwiceNamesNone) {
  store::ReportRecord inquiry = Inquiry(3);
  inquiry.extraction.recommendations.push_back(Numbered("2"));
  EXPECT_EQ(Cited({inquiry, Citing("r2", "2")}), "");
}

TEST(Singles, TenThousandCitationsAndALoopStayQuick) {
  std::vector<store::ReportRecord> records = {Inquiry(50)};
  for (int i = 0; i < 10000; ++i) {
    records.push_back(
        Citing("r" + std::to_string(i + 2), std::to_string(i % 50 + 1)));
  }
  // The inquiry cites itself in turn.
  records.front().extraction.citations = records[1].extraction.citations;
  records.front().document.text += records[1].document.text;
  const auto start = std::chrono::steady_clock::now();
  const CrossReference crossref = Build(records);
  const auto singles = FollowSingles(crossref, records);
  const auto spent = std::chrono::steady_clock::now() - start;
  EXPECT_LT(std::chrono::duration<double>(spent).count(), 60.0);
  EXPECT_GE(singles.size(), 10000U);
}

}  // namespace
}  // namespace concord::crossref
