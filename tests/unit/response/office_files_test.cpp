// The response as a Word file and as a workbook, read back by the project's own
// decoders.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/response/response.h"
#include "tests/support/office_files.h"
#include "tests/support/small_holdings.h"

namespace concord::response {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::PartsOf;
using testing::SmallHoldings;

constexpr const char* kHostile =
    "=HYPERLINK(\"http://evil.example\") <script>alert(1)</script> *all* & "
    "{ INCLUDETEXT x } javascript:alert(2)";

struct Story {
  Story() {
    first =
        holdings.AddReport("First Look", "Publish a plan. Train the staff.");
    publish = holdings.AddRecommendation(first, "Publish a plan.", "The force");
    train = holdings.AddRecommendation(first, "Train the staff.", "+Clerk");
    scope.request.name = "looks";
    scope.request.made_at = "2001-11-13T09:00:00Z";
    scope.title = "First Look";
    scope.included = {{publish, "include.of-source", "because", "", {}},
                      {train, "include.of-source", "because", "", {}}};
  }

  void Include(const ReportId& report, const std::string& words) {
    scope.included.push_back({holdings.AddRecommendation(report, words),
                              "include.of-source",
                              "because",
                              "",
                              {}});
  }

  ConsolidatedResponse Compose() const {
    return response::Compose(scope, holdings.View(), {});
  }

  std::string Word() const {
    const auto bytes = RenderWord(Compose());
    EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.error().message());
    return bytes.value_or("");
  }
  std::string Workbook() const {
    const auto bytes = RenderWorkbook(Compose());
    EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.error().message());
    return bytes.value_or("");
  }

  SmallHoldings holdings;
  scope::Scope scope;
  ReportId first;
  RecommendationId publish, train;
};

std::string WordText(const std::string& bytes) {
  return testing::Decoded(bytes, testing::kWordType).text;
}
std::string WorkbookText(const std::string& bytes) {
  return testing::Decoded(bytes, testing::kWorkbookType).text;
}

TEST(RenderWord, NumbersItsEntriesUnderHeadings) {
  const Story story;
  const std::string bytes = story.Word();
  const auto document = testing::Decoded(bytes, testing::kWordType);
  std::vector<std::string> headings;
  for (const document::Block& block : document.blocks) {
    if (block.kind == document::BlockKind::kHeading) {
      headings.emplace_back(Slice(document.text, block.span));
    }
  }
  EXPECT_THAT(headings,
              ::testing::IsSupersetOf(
                  {"Does it add up", "Entries", "Entry 1: Publish a plan.",
                   "Entry 2: Train the staff.", "Left out, and why", "Coverage",
                   "Sources"}));
  EXPECT_THAT(document.text, HasSubstr("Publish a plan."));
  EXPECT_THAT(document.text, HasSubstr("Recommendation 2\n"));
  EXPECT_THAT(document.text, HasSubstr("Addressed to: The force"));
  EXPECT_THAT(document.text, HasSubstr("Response: awaited"));
}

TEST(RenderWord, ShowsEveryReportThatAsksForTheSame) {
  Story story;
  const ReportId second =
      story.holdings.AddReport("Second Look", "The plan should be published.");
  story.Include(second, "The plan should be published.");
  overlap::Link link{story.publish, story.scope.included.back().id, {}};
  link.comparison.relation = overlap::Relation::kRestates;
  link.comparison.weight = 8;
  const auto bytes =
      RenderWord(response::Compose(story.scope, story.holdings.View(), {link}));
  ASSERT_TRUE(bytes.has_value());
  const std::string text = WordText(*bytes);
  // The fuller words speak for both.
  EXPECT_THAT(text, HasSubstr("Entry 1: The plan should be published."));
  EXPECT_THAT(text, HasSubstr("Asked in: Second Look, [1] para 1, and 1 more "
                              "listed below"));
  EXPECT_THAT(text, HasSubstr("First Look, [2] para 1 (asks the same as): "
                              "“Publish a plan.”"));
  EXPECT_THAT(text, Not(HasSubstr("Entry 3")));
}

TEST(RenderWord, LeadsFromTheEntryToTheSourceAndToTheWords) {
  Story story;
  document::Document& page = story.holdings.Report(story.first).document;
  page.media_type = "text/html";
  page.blocks = {{.kind = document::BlockKind::kParagraph,
                  .span = {0, 15},
                  .fragment = "para-1"}};
  const auto parts = PartsOf(story.Word());
  const std::string& body = parts.at("word/document.xml");
  EXPECT_THAT(body, HasSubstr("<w:hyperlink w:anchor=\"s1\">"));
  EXPECT_THAT(body, HasSubstr("w:name=\"s1\""));
  EXPECT_THAT(body, HasSubstr("<w:hyperlink w:anchor=\"e2\">"));
  EXPECT_THAT(
      parts.at("word/_rels/document.xml.rels"),
      HasSubstr("http://www.northmarch-pa.example/First%20Look#para-1"));
}

TEST(RenderWord, NamesFilesOfThisMachineWithoutTheirFolders) {
  Story story;
  story.holdings.Report(story.first).uri =
      "file:///home/clerk/secret/First%20Look.html";
  const auto parts = PartsOf(story.Word());
  for (const auto& [name, part] : parts) {
    EXPECT_THAT(part, Not(HasSubstr("secret"))) << name;
  }
  EXPECT_THAT(parts.at("word/document.xml"), HasSubstr("First Look.html"));
}

TEST(RenderWord, SaysInItsCoverageWhatIsAnswered) {
  const std::string text = WordText(Story().Word());
  EXPECT_THAT(text, HasSubstr("none of them answered"));
  EXPECT_THAT(text, HasSubstr("Answer to entry 2"));
}

TEST(RenderWord, KeepsTheLinesOfARecommendation) {
  Story story;
  const ReportId report =
      story.holdings.AddReport("Lists", "Do:\n(a) this;\n(b)");
  story.Include(report, "Do:\n(a) this;\n(b)");
  const auto parts = PartsOf(story.Word());
  EXPECT_THAT(parts.at("word/document.xml"),
              ::testing::ContainsRegex("Do:</w:t></w:r><w:r><w:br />"));
}

TEST(RenderWord, ShowsHostileWordsAsWords) {
  Story story;
  const ReportId report = story.holdings.AddReport(kHostile, kHostile);
  story.holdings.Report(report).uri = "javascript:alert(3)";
  story.Include(report, kHostile);
  const std::string bytes = story.Word();
  const auto parts = PartsOf(bytes);
  EXPECT_THAT(parts.at("word/document.xml"), Not(HasSubstr("instrText")));
  EXPECT_THAT(parts.at("word/_rels/document.xml.rels"),
              Not(HasSubstr("javascript")));
  EXPECT_THAT(WordText(bytes), HasSubstr(kHostile));
}

TEST(RenderWord, IsTheSameTwiceAndOfTheDayOfItsScope) {
  const Story story;
  const std::string once = story.Word();
  EXPECT_EQ(once, story.Word());
  EXPECT_THAT(PartsOf(once).at("docProps/core.xml"),
              HasSubstr("2001-11-13T09:00:00Z"));
}

TEST(RenderWord, SaysWhenNothingIsHeld) {
  Story story;
  story.scope.included.clear();
  story.scope.not_held.push_back(
      {.title = "A Third Look", .stated = 4, .reason = "its text is not here"});
  const std::string text = WordText(story.Word());
  EXPECT_THAT(text, HasSubstr("what is missing is listed next"));
  EXPECT_THAT(text, HasSubstr("A Third Look: 4 not held"));
  EXPECT_THAT(text, HasSubstr("its text is not here"));
}

TEST(RenderWorkbook, HasASheetOfEachAndARowOfEachRecommendation) {
  Story story;
  story.scope.excluded.push_back(
      {story.train,
       "exclude.commitment",
       "a promise",
       "if it were asked",
       {story.holdings.Quote(story.first, "Train the staff.")}});
  story.scope.not_held.push_back(
      {.title = "A Third Look", .stated = 4, .reason = "its text is not here"});
  const std::string text = WorkbookText(story.Workbook());
  for (const char* words :
       {"Entries", "Recommendations", "Left out, not held", "Does it add up",
        "Sources", "Publish a plan.", "The force", "a promise",
        "if it were asked", "A Third Look", "its text is not here"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(RenderWorkbook, OffersThePositionsThereAre) {
  const Story story;
  const auto parts = PartsOf(story.Workbook());
  const std::string& sheet = parts.at("xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("awaited,noted,accepted,accepted in part,"));
  EXPECT_THAT(sheet, HasSubstr("not recorded,open,in progress,implemented,"));
}

TEST(RenderWorkbook, ShowsDatesAsPrintedAndTheirValues) {
  Story story;
  extraction::DateMention date;
  date.printed = "late 2005";
  date.edtf = "2005-10/2005-12";
  story.holdings.recommendations[0].item.due = {date};
  const std::string text = WorkbookText(story.Workbook());
  EXPECT_THAT(text, HasSubstr("late 2005"));
  EXPECT_THAT(text, HasSubstr("2005-10/2005-12"));
}

TEST(RenderWorkbook, RunsNothingThatADocumentSays) {
  Story story;
  const ReportId report = story.holdings.AddReport(kHostile, kHostile);
  story.holdings.Report(report).uri = "javascript:alert(3)";
  story.Include(report, kHostile);
  const std::string bytes = story.Workbook();
  for (const auto& [name, part] : PartsOf(bytes)) {
    EXPECT_THAT(part, Not(HasSubstr("<f>"))) << name;
    EXPECT_THAT(part, Not(HasSubstr("Target=\"javascript"))) << name;
  }
  EXPECT_THAT(WorkbookText(bytes), HasSubstr("+Clerk"));
  EXPECT_THAT(WorkbookText(bytes), HasSubstr("=HYPERLINK("));
}

TEST(RenderWorkbook, CutsWhatACellCannotHold) {
  Story story;
  const std::string words = "Do " + std::string(40000, 'x') + ".";
  const ReportId report = story.holdings.AddReport("Long", words);
  story.Include(report, words);
  const std::string text = WorkbookText(story.Workbook());
  EXPECT_THAT(text, HasSubstr("a cell cannot hold all 40004 letters"));
  EXPECT_THAT(text, Not(HasSubstr(std::string(32001, 'x'))));
}

TEST(RenderWorkbook, SaysWhenNothingIsHeldAndIsTheSameTwice) {
  Story story;
  story.scope.included.clear();
  const std::string once = story.Workbook();
  EXPECT_THAT(WorkbookText(once), HasSubstr("The sources recommend nothing."));
  EXPECT_EQ(once, story.Workbook());
}

}  // namespace
}  // namespace concord::response
