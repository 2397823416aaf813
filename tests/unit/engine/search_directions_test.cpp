// Where a query leads that is no search for words, over the specimens.

#include "engine/search/directions.h"

#include <gmock/gmock.h>

#include "tests/support/small_archive.h"

namespace concord::engine {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(NumberAsked, IsReadAsPeopleWriteIt) {
  const auto lane = ReadNumberAsked("Harbour Lane recommendation 44");
  EXPECT_EQ(lane.number, "44");
  EXPECT_THAT(lane.work, ElementsAre("Harbour", "Lane"));
  EXPECT_EQ(ReadNumberAsked("rec. 12(b) of the Lamp Review").number, "12(b)");
  EXPECT_THAT(ReadNumberAsked("rec. 12(b) of the Lamp Review").work,
              ElementsAre("Lamp", "Review"));
  EXPECT_EQ(ReadNumberAsked("\"Recommendation R5.4\"").number, "R5.4");
  EXPECT_EQ(ReadNumberAsked("recommendation no. 7").number, "7");
}

TEST(NumberAsked, IsNotReadIntoOtherQueries) {
  for (const std::string query :
       {"recommendations for training", "44 lamps", "rec", "title:lamp rec 4",
        "rec 4 OR rec 5", "recommendation -44", ""}) {
    EXPECT_EQ(ReadNumberAsked(query).number, "") << query;
  }
}

class Directions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive_ = new concord::testing::SmallArchive();
    archive_->UseSpecimens();
  }
  static void TearDownTestSuite() {
    delete archive_;
    archive_ = nullptr;
  }
  void SetUp() override { engine_ = archive_->Open(); }

  std::vector<DirectionView> Of(const std::string& query,
                                const std::string& in = "passages") {
    const auto found = engine_->Search({.query = query, .in = in});
    EXPECT_TRUE(found.has_value()) << (found ? "" : found.error().message());
    if (!found) return {};
    json_ = found->json;
    return found->directions;
  }

  static concord::testing::SmallArchive* archive_;
  std::unique_ptr<Engine> engine_;
  std::string json_;
};

concord::testing::SmallArchive* Directions::archive_ = nullptr;

TEST_F(Directions, LeadToARecommendationByItsNumber) {
  const auto found = Of("Carrow Lane recommendation 44");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().type, "recommendation");
  EXPECT_THAT(found.front().command, HasSubstr("show r"));
  const auto shown = engine_->Show(found.front().id);
  ASSERT_TRUE(shown.has_value());
  EXPECT_THAT(shown->json, HasSubstr("\"label\":\"44\""));
  EXPECT_THAT(json_, HasSubstr("\"opens\":\"recommendation\",\"id\":\"" +
                               found.front().id));
  // By another name that papers give the work.
  const auto other = Of("Second Look recommendation 3");
  ASSERT_FALSE(other.empty());
  EXPECT_EQ(other.front().type, "recommendation");
}

TEST_F(Directions, FindANumberAmongRecommendations) {
  for (const std::string query :
       {"rec 44", "\"recommendation 44\"", "rec:44"}) {
    const auto found =
        engine_->Search({.query = query, .in = "recommendations"});
    ASSERT_TRUE(found.has_value()) << found.error().message();
    ASSERT_FALSE(found->hits.empty()) << query;
    EXPECT_THAT(found->hits.front().json, HasSubstr("\"label\":\"44\""));
  }
}

// A field that passages do not have.
TEST_F(Directions, LeadToTheKindOfEntryThatHasIt) {
  const auto found = Of("rec:44");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "elsewhere");
  EXPECT_EQ(found[0].command, "search rec:44 --in recommendations");
  EXPECT_THAT(found[0].text, HasSubstr("recommendation"));
  EXPECT_THAT(Of("rec:44", "recommendations"), IsEmpty());
  EXPECT_THAT(Of("zzyzx"), IsEmpty());
}

TEST_F(Directions, LeadFromAnIdToWhatItNames) {
  const std::string id = archive_->ReportId("ccc-2001-11-13-09.html");
  const auto found = Of(id);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].type, "report");
  EXPECT_EQ(found[0].command, "show " + id);
  EXPECT_EQ(Of("w-carrow-lane-inquiry").front().type, "work");
  EXPECT_THAT(Of("r0000000000ff"), IsEmpty());
}

TEST_F(Directions, LeadFromADateToItsReportsAndDeadlines) {
  const auto found = Of("13/11/2001");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_THAT(found[0].text, HasSubstr("dated 2001-11-13"));
  EXPECT_EQ(found[0].command,
            "search --in reports --from 2001-11-13 --to 2001-11-13");
  EXPECT_EQ(found[1].list, "recommendations");
  EXPECT_THAT(Of("44"), IsEmpty());
}

TEST_F(Directions, LeadFromANameToWhatSomebodyWrote) {
  const auto found = Of("Stephen Garrowby");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, "author");
  EXPECT_EQ(found[0].command, "search 'by:Stephen by:Garrowby' --in reports");
  const auto reports =
      engine_->Search({.query = "by:Stephen by:Garrowby", .in = "reports"});
  EXPECT_THAT(found[0].text,
              HasSubstr(std::to_string(reports->matches) + " reports"));
  EXPECT_THAT(Of("family liaison"), IsEmpty());
}

// Title lines are no passages.
TEST_F(Directions, LeadFromATitleToItsReport) {
  for (const std::string query : {"\"Goods in Hand: The Custody of Property\"",
                                  "Cold Trail Winter Four Forces"}) {
    const auto found = Of(query);
    ASSERT_EQ(found.size(), 1u) << query;
    EXPECT_EQ(found[0].kind, "title");
    EXPECT_EQ(found[0].type, "report");
    EXPECT_THAT(Of(query, "reports"), IsEmpty());
  }
  const auto several = Of("\"Keeping Faith\" ");
  ASSERT_EQ(several.size(), 1u);
  EXPECT_THAT(several[0].text, HasSubstr("reports with these words"));
  EXPECT_THAT(several[0].command,
              HasSubstr("'title:\"Keeping Faith\"' --in reports"));
  for (const std::string query :
       {"\"keys\" OR \"lamps\"", "cold OR trail", "keeping -faith now"}) {
    EXPECT_THAT(Of(query), IsEmpty()) << query;
  }
}

TEST_F(Directions, LeadFromAQuestionToAnyOfItsWords) {
  const auto asked = Of("who shall polish the contact line telescope");
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_EQ(asked[0].kind, "any-word");
  EXPECT_THAT(asked[0].text, HasSubstr("with any of these words"));
  EXPECT_THAT(asked[0].command,
              HasSubstr("contact OR line OR telescope' --in passages"));
  const auto any = engine_->Search({.query = asked[0].fields[0].second});
  ASSERT_TRUE(any.has_value());
  EXPECT_GT(any->matches, 0u);
  // Who writes operators knows what they ask for.
  EXPECT_THAT(Of("telescope AND contact AND polish"), IsEmpty());
  EXPECT_THAT(Of("\"contact telescope\""), IsEmpty());
}

TEST_F(Directions, NamesThatNobodyHasAreTold) {
  const auto nobody =
      engine_->Search({.query = "plan", .committee = "Zebra Comittee"});
  ASSERT_TRUE(nobody.has_value());
  ASSERT_EQ(nobody->remarks.size(), 1u);
  EXPECT_THAT(nobody->remarks[0], HasSubstr("no committee here has"));
  EXPECT_THAT(engine_->Search({.query = "plan"})->remarks, IsEmpty());
  const auto list =
      engine_->List({.what = "recommendations", .owner = "Batman"});
  EXPECT_EQ(list->remarks.size(), 1u);
  EXPECT_EQ(list->counted, "0 recommendations");
}

TEST_F(Directions, WhatIsDueIsListedByDeadline) {
  const auto due = engine_->List(
      {.what = "recommendations", .due_from = "1998", .due_to = "1999"});
  ASSERT_TRUE(due.has_value()) << due.error().message();
  ASSERT_GT(due->rows.size(), 3u);
  for (const ListRow& row : due->rows) {
    EXPECT_THAT(row.json,
                ::testing::AnyOf(HasSubstr("1998"), HasSubstr("1999")));
    EXPECT_FALSE(row.cells[4].empty());
  }
  const auto all = engine_->List({.what = "recommendations"});
  EXPECT_LT(due->rows.size(), all->rows.size());
  const auto bad =
      engine_->List({.what = "recommendations", .due_from = "yesterday"});
  EXPECT_FALSE(bad.has_value());
  EXPECT_FALSE(engine_->List({.what = "works", .due_to = "1999"}).has_value());
  EXPECT_FALSE(
      engine_
          ->List(
              {.what = "recommendations", .due_from = "2000", .due_to = "1999"})
          .has_value());
}

}  // namespace
}  // namespace concord::engine
