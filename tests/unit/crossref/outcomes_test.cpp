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

void AddPlanRow(const std::vector<std::string>& cells,
                document::Document* document) {
  document->text += "\n";
  const auto begin = static_cast<std::uint32_t>(document->text.size());
  const auto row = static_cast<std::int32_t>(document->blocks.size());
  document::Block block;
  block.kind = document::BlockKind::kTableRow;
  document->blocks.push_back(block);
  for (const std::string& words : cells) {
    if (document->text.size() > begin) document->text += "\t";
    document::Block cell;
    cell.kind = document::BlockKind::kTableCell;
    cell.parent = row;
    cell.span.begin = static_cast<std::uint32_t>(document->text.size());
    document->text += words;
    cell.span.end = static_cast<std::uint32_t>(document->text.size());
    document->blocks.push_back(cell);
  }
  document->blocks[static_cast<std::size_t>(row)].span = {
      begin, static_cast<std::uint32_t>(document->text.size())};
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

TEST(Outcomes, OfMinutesLeadToThePaperOfThatNumberAndMeeting) {
  const auto paper = [](const std::string& id, const std::string& day) {
    ReportBuilder built(id);
    built.Title("Dredging of the northern channel", DocumentKind::kReport)
        .Line(day)
        .Date(day, day);
    store::ReportRecord record = built.Done();
    record.extraction.header.report_number.printed = "06";
    for (const char* label : {"1", "2"}) {
      extraction::Recommendation item;
      item.label = label;
      item.kind = extraction::RecommendationKind::kDecision;
      item.text = "Dredge it.";
      record.extraction.recommendations.push_back(item);
    }
    return record;
  };
  store::ReportRecord minutes =
      Paper("r9", "2003-05-04", "Recommendation 2 has been refused.",
            {{"Recommendation 2", "2"}});
  minutes.extraction.header.kind = DocumentKind::kMinutes;
  minutes.extraction.citations[0].title = "Dredging (Report 6)";
  EXPECT_EQ(Led({paper("r1", "2003-05-04"), minutes}), "rejected: r1.2\n");
  EXPECT_EQ(Led({paper("r1", "2003-06-04"), minutes}), "rejected:\n");
  EXPECT_EQ(
      Led({paper("r1", "2003-05-04"), paper("r2", "2003-05-04"), minutes}),
      "rejected:\n");
}

TEST(Outcomes, AFindingOfFewerDeniesTheOthersThatWereTold) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1", "2", "3", "4"});
  const std::pair<std::string, std::string> title{"Safe Moorings", ""};
  const auto told = Paper("r2", "2003-05-01",
                          "Three of the 4 recommendations of Safe Moorings "
                          "have been met (1, 2 and 4).",
                          {title});
  const auto elsewhere = Paper(
      "r3", "2003-06-01", "Recommendation 3 of Safe Moorings has been met.",
      {{"Recommendation 3 of Safe Moorings", "3"}});
  const auto found =
      Paper("r4", "2004-05-01",
            "On Safe Moorings Members were told that three of the 4 were "
            "complete. We find two: 1 and 4.",
            {title});
  // 3 was told elsewhere, and nobody looked into that.
  EXPECT_EQ(Led({moorings, told, elsewhere, found}),
            "implemented: r1.1 r1.2 r1.4\nimplemented: r1.3\n"
            "implemented: r1.1 r1.4\nopen: r1.2\n");
  // Another number was told: it is another telling.
  const auto four = Paper("r4", "2004-05-01",
                          "On Safe Moorings Members were told that all four "
                          "were complete. We find two: 1 and 4.",
                          {title});
  EXPECT_EQ(Led({moorings, told, four}),
            "implemented: r1.1 r1.2 r1.4\nimplemented: r1.1 r1.4\n");
}

TEST(Outcomes, OfASetWithNamedExceptionsLeadToAllOthers) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1", "2", "3"});
  const std::pair<std::string, std::string> title{"Safe Moorings", ""};
  EXPECT_EQ(Led({moorings, Paper("r2", "2003-05-01",
                                 "Two of the 3 recommendations of Safe "
                                 "Moorings have been met. Those which have "
                                 "not are recommendation 2.",
                                 {title, {"recommendation 2", "2"}})}),
            "implemented: r1.1 r1.3\nopen: r1.2\n");
  // A set of four is not of this work, which has three.
  EXPECT_EQ(Led({moorings, Paper("r2", "2003-05-01",
                                 "Three of the 4 recommendations of Safe "
                                 "Moorings have been met. Those which have "
                                 "not are recommendation 2.",
                                 {title, {"recommendation 2", "2"}})}),
            "implemented:\nopen: r1.2\n");
}

TEST(Outcomes, RowsOfPlansLeadWhereTheirLettersDo) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1", "2", "3"});
  const auto plan = [](const std::string& legend) {
    ReportBuilder paper("r2");
    paper.Line(legend);
    store::ReportRecord record = paper.Done();
    extraction::Citation citation;
    citation.title = citation.printed = "Safe Moorings";
    citation.kind = extraction::WorkKind::kReport;
    const auto at =
        static_cast<std::uint32_t>(record.text().find("Safe Moorings"));
    citation.span = {at, at + 13};
    record.extraction.citations.push_back(citation);
    AddPlanRow({"Ref", "Action", "Source", "Owner", "Target", "Progress"},
               &record.document);
    AddPlanRow({"2.2", "Paint", "SM 3", "Clerk", "May 2002", "Not started"},
               &record.document);
    return record;
  };
  EXPECT_EQ(
      Led({moorings, plan("The letters say whose: SM is Safe Moorings.")}),
      "open: r1.3\n");
  // Nobody says what the letters stand for.
  EXPECT_EQ(Led({moorings, plan("It follows Safe Moorings.")}), "open:\n");
}

// "implemented r1.1 taken back by r3"
std::string TakenBack(const std::vector<store::ReportRecord>& records) {
  std::string lines;
  for (const OutcomeEntry& entry : FollowOutcomes(Build(records), records)) {
    lines += entry.stated.implementation + ":";
    for (const RecommendationId& id : entry.recommendations) {
      lines += " " + id.value;
    }
    for (const Quote& quote : entry.retracted_by) {
      lines += " taken back by " + quote.report.value;
    }
    lines += "\n";
  }
  return lines;
}

TEST(Outcomes, ThatALaterTextTakesBackAreMarkedWithItsWords) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1", "2", "3"});
  const std::pair<std::string, std::string> both{
      "Recommendations 1 and 3 of Safe Moorings", "1 and 3"};
  const std::pair<std::string, std::string> third{
      "Recommendation 3 of Safe Moorings", "3"};
  const auto said = Paper("r2", "2003-05-01",
                          "Recommendations 1 and 3 of Safe Moorings have been "
                          "met.",
                          {both});
  EXPECT_EQ(TakenBack({moorings, said,
                       Paper("r3", "2003-09-01",
                             "Recommendation 3 of Safe Moorings was wrongly "
                             "reported as met.",
                             {third})}),
            "implemented: r1.3 taken back by r3\nimplemented: r1.1\n");
  // What is said later stands.
  EXPECT_EQ(TakenBack({moorings, said,
                       Paper("r3", "2003-04-01",
                             "Recommendation 3 of Safe Moorings was wrongly "
                             "reported as met.",
                             {third})}),
            "implemented: r1.1 r1.3\n");
}

TEST(Outcomes, OfAllAreTakenBackAsASet) {
  const auto moorings = Inquiry("r1", "Safe Moorings", {"1", "2", "3"});
  const std::pair<std::string, std::string> title{"Safe Moorings", ""};
  const auto said = Paper("r2", "2003-05-01",
                          "All three recommendations of Safe Moorings have "
                          "been met.",
                          {title});
  const auto later = [&](const std::string& what) {
    return Paper("r3", "2003-09-01",
                 "The recommendations of Safe Moorings are hard. A paper said "
                 "that all 3 had been done. It was " +
                     what + ".",
                 {title});
  };
  EXPECT_EQ(TakenBack({moorings, said, later("wrong")}),
            "implemented: r1.1 r1.2 r1.3 taken back by r3\n");
  EXPECT_EQ(TakenBack({moorings, said, later("welcome")}),
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
