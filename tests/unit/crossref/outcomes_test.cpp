// What texts say became of recommendations, led to the held ones.
#include "concord/crossref/outcomes.h"

#include <gtest/gtest.h>

#include "tests/unit/crossref/read_page.h"
#include "tests/unit/crossref/report_builder.h"

namespace concord::crossref {
namespace {

using extraction::DocumentKind;

store::ReportRecord Inquiry(const std::string& id, const std::string& title,
                            const std::vector<std::string>& labels) {
  ReportBuilder report(id);
  report.Title(title, DocumentKind::kInspection);
  store::ReportRecord record = report.Done();
  for (const std::string& label : labels) {
    extraction::Recommendation item;
    item.label = label;
    item.kind = extraction::RecommendationKind::kRecommendation;
    item.text = "Keep a record.";
    record.extraction.recommendations.push_back(item);
  }
  return record;
}

// A paper with one paragraph; every entry of `cited` stands in it.
store::ReportRecord Paper(
    const std::string& id, const std::string& date, const std::string& line,
    const std::vector<std::pair<std::string, std::string>>& cited) {
  ReportBuilder paper(id);
  if (!date.empty()) paper.Line(date).Date(date, date);
  paper.Line("1. " + line);
  store::ReportRecord record = paper.Done();
  for (const auto& [printed, numbers] : cited) {
    extraction::Citation citation;
    citation.title = "Safe Moorings";
    citation.printed = printed;
    citation.recommendation = numbers;
    citation.kind = extraction::WorkKind::kReport;
    const auto at = static_cast<std::uint32_t>(record.text().find(printed));
    citation.span = {at, at + static_cast<std::uint32_t>(printed.size())};
    record.extraction.citations.push_back(citation);
  }
  return record;
}

// "implemented r1.7"
std::string Led(const std::vector<store::ReportRecord>& records) {
  std::string lines;
  for (const OutcomeEntry& entry : FollowOutcomes(Build(records), records)) {
    lines += entry.stated.implementation + entry.stated.position + ":";
    for (const RecommendationId& id : entry.recommendations) {
      lines += " " + id.value;
    }
    lines += "\n";
  }
  return lines;
}

TEST(Outcomes, LeadToTheRecommendationsNamed) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1", "2", "3"});
  EXPECT_EQ(
      Led({moorings,
           Paper("r2", "2003-05-01",
                 "Recommendations 1 and 3 of Safe Moorings have been met.",
                 {{"Recommendations 1 and 3 of Safe Moorings", "1 and 3"}})}),
      "implemented: r1.1 r1.3\n");
}

TEST(Outcomes, OfASetLeadToNoSingleOneUnlessItIsWhole) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1", "2", "3"});
  const std::pair<std::string, std::string> title{"Safe Moorings", ""};
  EXPECT_EQ(Led({moorings, Paper("r2", "2003-05-01",
                                 "Two of the 3 recommendations of Safe "
                                 "Moorings have been met.",
                                 {title})}),
            "implemented:\n");
  EXPECT_EQ(Led({moorings, Paper("r2", "2003-05-01",
                                 "All three recommendations of Safe Moorings "
                                 "have been met.",
                                 {title})}),
            "implemented: r1.1 r1.2 r1.3\n");
}

TEST(Outcomes, LetteredNumbersNameTheWorkThatUsesThem) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"R1", "R2"});
  // The citation was given to no work that is held.
  auto paper = Paper("r2", "2003-05-01", "Safe Moorings: R2 was declined.",
                     {{"Safe Moorings", ""}, {"R2", "R2"}});
  paper.extraction.citations[1].title = "another paper";
  EXPECT_EQ(Led({moorings, paper}), "rejected: r1.2\n");
}

TEST(Outcomes, LeadToAWorkThatIsHeldUnderALongerTitle) {
  const auto moorings =
      Inquiry("r1", "Safe Moorings: A Study of Quays", {"R1", "R2"});
  EXPECT_EQ(
      Led({moorings, Paper("r2", "2003-05-01", "Safe Moorings: R2 is complete.",
                           {{"Safe Moorings", ""}, {"R2", "R2"}})}),
      "implemented: r1.2\n");
}

TEST(Outcomes, ARowWhoseWordsAreTheAnswerLeadsToTheNumberItNames) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1", "2"});
  const auto row = [&](const std::string& label) {
    auto paper =
        ReadPage("r2", "Moorings: what to do", "9 December 2003",
                 "<p>1. This paper is about Safe Moorings (1999). "
                 "Recommendation 1 of Safe Moorings is "
                 "old.</p><table><tr><th>No.</th><th>Agreed?</th><th>Position"
                 "</th></tr><tr><td>2</td><td>Yes</td><td>Starts on 1 May "
                 "2004</td></tr></table>");
    auto& items = paper.extraction.recommendations;
    items.clear();
    const std::string words = "Starts on 1 May 2004";
    extraction::Recommendation item;
    const auto at = static_cast<std::uint32_t>(paper.text().find(words));
    item.span = {at, at + static_cast<std::uint32_t>(words.size())};
    item.text = words;
    item.label = label;
    items.push_back(item);
    return Led({moorings, paper});
  };
  EXPECT_EQ(row(""), "accepted: r1.2\n");
  EXPECT_EQ(row("2"), "accepted: r2.1\n") << "its own second recommendation";
}

TEST(Outcomes, StandInTheOrderOfTheirDays) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1"});
  const std::pair<std::string, std::string> one{
      "Recommendation 1 of Safe Moorings", "1"};
  EXPECT_EQ(
      Led({moorings,
           Paper("r2", "2004-05-01",
                 "Recommendation 1 of Safe Moorings has been met.", {one}),
           Paper("r3", "2003-05-01",
                 "Recommendation 1 of Safe Moorings is in hand.", {one}),
           Paper("r4", "", "Recommendation 1 of Safe Moorings is outstanding.",
                 {one})}),
      "open: r1.1\nin progress: r1.1\nimplemented: r1.1\n");
}

}  // namespace
}  // namespace concord::crossref
