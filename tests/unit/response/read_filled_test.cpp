// Responses that people filled in, read back.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "concord/response/response.h"
#include "tests/support/filled_files.h"
#include "tests/support/office_files.h"
#include "tests/support/small_holdings.h"
#include "tests/unit/document/zip_builder.h"

namespace concord::response {
namespace {

using testing::CellOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Refilled;
using testing::SheetRows;
using ::testing::SizeIs;
using testing::SmallHoldings;

struct Story {
  Story() {
    first =
        holdings.AddReport("First Look", "Publish a plan. Train the staff.");
    publish = holdings.AddRecommendation(first, "Publish a plan.", "The force");
    train = holdings.AddRecommendation(first, "Train the staff.", "The clerk");
    scope.request.name = "looks";
    scope.title = "First Look";
    scope.included = {{publish, "include.of-source", "because", "", {}},
                      {train, "include.of-source", "because", "", {}}};
  }

  ConsolidatedResponse Compose() const {
    return response::Compose(scope, holdings.View(), {}, {}, {}, answers);
  }
  std::string Workbook() const {
    return RenderWorkbook(Compose()).value_or("");
  }
  std::string Word() const { return RenderWord(Compose()).value_or(""); }

  SmallHoldings holdings;
  scope::Scope scope;
  ReportId first;
  RecommendationId publish, train;
  std::vector<RecordedAnswer> answers;
};

FilledResponse Read(const std::string& bytes) {
  auto filled = ReadFilled(bytes);
  EXPECT_TRUE(filled.has_value()) << (filled ? "" : filled.error().message());
  return filled ? std::move(*filled) : FilledResponse{};
}

const FilledEntry& EntryOf(const FilledResponse& filled,
                           const RecommendationId& id) {
  static const FilledEntry kNone;
  for (const FilledEntry& entry : filled.entries) {
    if (entry.refs.size() == 1 && entry.refs.front().id == id) return entry;
  }
  ADD_FAILURE() << id.value << " is not there";
  return kNone;
}

bool Touched(const FilledEntry& entry) {
  for (std::size_t i = 0; i < 3; ++i) {
    if (entry.there[i] && PrintOf(entry.fields[i]) != entry.written[i]) {
      return true;
    }
  }
  return false;
}

std::string ErrorOf(const std::string& bytes) {
  const auto filled = ReadFilled(bytes);
  EXPECT_FALSE(filled.has_value());
  return filled ? "" : filled.error().message();
}

TEST(ReadFilled, AFreshWorkbookAnswersNothing) {
  const Story story;
  const FilledResponse filled = Read(story.Workbook());
  EXPECT_EQ(filled.scope, "looks");
  ASSERT_THAT(filled.entries, SizeIs(2));
  for (const FilledEntry& entry : filled.entries) {
    EXPECT_THAT(entry.fields, ElementsAre("awaited", "not_recorded", ""));
    EXPECT_FALSE(Touched(entry));
  }
  EXPECT_THAT(filled.problems, IsEmpty());
  EXPECT_THAT(filled.beside, IsEmpty());
}

TEST(ReadFilled, ReadsRowsByWhatTheyAnswerAndNotByTheirNumber) {
  const Story story;
  const FilledResponse filled =
      Read(Refilled(story.Workbook(), [](SheetRows* rows) {
        CellOf(rows, 1, "Position") = "Accepted in part.";
        CellOf(rows, 2, "Response") = "It was done\nin May.";
        std::swap((*rows)[1], (*rows)[2]);
        rows->front().insert(rows->front().begin(), "Notes");
        for (std::size_t i = 1; i < rows->size(); ++i) {
          (*rows)[i].insert((*rows)[i].begin(), i == 1 ? "ask Jo" : "");
        }
      }));
  EXPECT_EQ(filled.scope, "") << "it was lost as the file was saved";
  const FilledEntry& publish = EntryOf(filled, story.publish);
  EXPECT_THAT(publish.fields,
              ElementsAre("accepted_in_part", "not_recorded", ""));
  EXPECT_EQ(publish.place, "entry 1 (row 3)");
  EXPECT_EQ(publish.places[0], "Entries!I3");
  const FilledEntry& train = EntryOf(filled, story.train);
  EXPECT_THAT(train.fields,
              ElementsAre("awaited", "not_recorded", "It was done\nin May."));
  EXPECT_THAT(filled.beside, ElementsAre("column 'Notes' of Entries: 1 cell"));
}

TEST(ReadFilled, TellsAValueThatIsNoChoiceWithItsCell) {
  const Story story;
  const FilledResponse filled =
      Read(Refilled(story.Workbook(), [](SheetRows* rows) {
        CellOf(rows, 1, "Position") = "agreed in principle";
        CellOf(rows, 1, "Response") = "Yes.";
      }));
  EXPECT_THAT(filled.problems,
              ElementsAre("Entries!H2: 'agreed in principle' is no position; "
                          "there are awaited, noted, accepted, accepted in "
                          "part, rejected"));
  const FilledEntry& publish = EntryOf(filled, story.publish);
  EXPECT_FALSE(publish.there[0]);
  EXPECT_EQ(publish.fields[2], "Yes.");
}

TEST(ReadFilled, OfACopiedRowTheFilledOneCountsAndNoneOfTwo) {
  const Story story;
  FilledResponse filled = Read(Refilled(story.Workbook(), [](SheetRows* rows) {
    rows->push_back((*rows)[1]);
    CellOf(rows, 3, "Position") = "rejected";
  }));
  EXPECT_EQ(EntryOf(filled, story.publish).fields[0], "rejected");
  EXPECT_THAT(filled.problems, IsEmpty());
  filled = Read(Refilled(story.Workbook(), [](SheetRows* rows) {
    rows->push_back((*rows)[1]);
    CellOf(rows, 1, "Position") = "noted";
    CellOf(rows, 3, "Position") = "rejected";
  }));
  EXPECT_FALSE(EntryOf(filled, story.publish).there[0]);
  EXPECT_THAT(filled.problems,
              ElementsAre("Entries!H2 and Entries!H4 answer the same entry "
                          "otherwise: 'noted' and 'rejected'"));
}

TEST(ReadFilled, TellsARowThatSomebodyAdded) {
  const Story story;
  const FilledResponse filled =
      Read(Refilled(story.Workbook(), [](SheetRows* rows) {
        rows->erase(rows->begin() + 1);
        rows->push_back({"3", "We also want a bell."});
        CellOf(rows, 2, "Position") = "accepted";
      }));
  EXPECT_THAT(filled.entries, SizeIs(1));
  EXPECT_THAT(filled.problems,
              ElementsAre(HasSubstr("Entries!H3 answers nothing")));
}

TEST(ReadFilled, RefusesWhatIsNoResponse) {
  const Story story;
  EXPECT_THAT(ErrorOf("Recommendation 1\n"), HasSubstr(".xlsx"));
  EXPECT_THAT(ErrorOf("PK\x03\x04 and no more"), HasSubstr("no response"));
  auto other = office::Workbook::Create({.title = "Budget"});
  ASSERT_TRUE((*other)->AddSheet(
      {.name = "Budget", .columns = {{.name = "Position"}}}));
  EXPECT_THAT(ErrorOf((*other)->Finish().value_or("")),
              HasSubstr("no sheet of it has the column"));
  const std::string cut = Refilled(
      story.Workbook(),
      [](SheetRows* rows) {
        for (auto& row : *rows) row.resize(12);
      },
      "looks");
  EXPECT_THAT(ErrorOf(cut), HasSubstr("folded away"));
}

// --- Word

// The Word file with other words in its text.
std::string Rewritten(const std::string& bytes, const std::string& from,
                      const std::string& to) {
  document::ZipParts parts = testing::PartsOf(bytes);
  std::string& body = parts.at("word/document.xml");
  const std::size_t at = body.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) body.replace(at, from.size(), to);
  return document::testing::ZipOf({parts.begin(), parts.end()});
}

TEST(ReadFilled, AFreshWordFileAnswersNothing) {
  const Story story;
  const FilledResponse filled = Read(story.Word());
  EXPECT_EQ(filled.scope, "looks");
  ASSERT_THAT(filled.entries, SizeIs(2));
  for (const FilledEntry& entry : filled.entries) {
    EXPECT_THAT(entry.fields, ElementsAre("awaited", "not_recorded", ""));
    EXPECT_FALSE(Touched(entry));
  }
  EXPECT_THAT(filled.problems, IsEmpty());
}

TEST(ReadFilled, AResponseToNothingHasNoAnswers) {
  Story story;
  story.scope.included.clear();
  for (const std::string& bytes : {story.Workbook(), story.Word()}) {
    const FilledResponse filled = Read(bytes);
    EXPECT_EQ(filled.scope, "looks");
    EXPECT_THAT(filled.entries, IsEmpty());
    EXPECT_THAT(filled.problems, IsEmpty());
  }
}

TEST(ReadFilled, ReadsTheFrameOfAnEntryToTheNextHeading) {
  const Story story;
  const std::string bytes = Rewritten(
      Rewritten(story.Word(), "awaited</w:t></w:r></w:p>",
                "We did.</w:t></w:r></w:p><w:p><w:r><w:t>And said so: "
                "twice.</w:t></w:r></w:p>"),
      ">awaited</w:t></w:r><w:r><w:br", ">rejected</w:t></w:r><w:r><w:br");
  const FilledResponse filled = Read(bytes);
  const FilledEntry& publish = EntryOf(filled, story.publish);
  EXPECT_THAT(publish.fields, ElementsAre("rejected", "not_recorded",
                                          "We did.\nAnd said so: twice."));
  EXPECT_EQ(publish.places[0], "entry 1, position");
  EXPECT_FALSE(Touched(EntryOf(filled, story.train)));
}

TEST(ReadFilled, AnAnswerComesBackAsItWasWritten) {
  Story story;
  story.answers = {
      {AnswerField::kPosition, "rejected", story.train, {}, "", ""},
      {AnswerField::kResponse,
       "Two lines,\nand “_x0041_” stays: <b>",
       story.train,
       {},
       "",
       ""}};
  for (const std::string& bytes : {story.Workbook(), story.Word()}) {
    const FilledResponse filled = Read(bytes);
    const FilledEntry& train = EntryOf(filled, story.train);
    EXPECT_THAT(train.fields,
                ElementsAre("rejected", "not_recorded",
                            "Two lines,\nand “_x0041_” stays: <b>"));
    EXPECT_FALSE(Touched(train));
  }
}

TEST(Compose, TheLatestAnswerStandsAndTheOthersAreListed) {
  Story story;
  story.answers = {{AnswerField::kPosition,
                    "accepted",
                    story.publish,
                    {1, "jf", "2002"},
                    "",
                    ""},
                   {AnswerField::kResponse,
                    "Done.",
                    story.publish,
                    {2, "jf", "2003"},
                    "/home/jf/r.xlsx",
                    "Entries!J2"},
                   {AnswerField::kPosition,
                    "noted",
                    story.publish,
                    {2, "jf", "2003"},
                    "",
                    ""}};
  const ConsolidatedResponse response = story.Compose();
  const Entry& entry = response.entries.front();
  EXPECT_EQ(entry.position, store::Position::kNoted);
  EXPECT_EQ(entry.response, "Done.");
  ASSERT_THAT(entry.answers, SizeIs(3));
  EXPECT_EQ(entry.answers[1].file, "r.xlsx");
  EXPECT_TRUE(entry.answers[0].stands);
  EXPECT_FALSE(entry.answers[2].stands);
  const std::string text = RenderMarkdown(response);
  EXPECT_THAT(text, HasSubstr("Response: Done."));
  EXPECT_THAT(text, HasSubstr("Answered: position noted, response – jf, 2003 "
                              "(act 2)"));
  EXPECT_THAT(text, HasSubstr("Before: position accepted – jf, 2002 (act 1)"));
  EXPECT_THAT(RenderHtml(response), HasSubstr("Before: position accepted"));
  EXPECT_THAT(RenderJson(response, 0), HasSubstr("\"stands\":false"));
}

TEST(ReadRef, ReadsWhatRefOfWrites) {
  const std::string text = RefOf({"r0123456789ab.12"}, "Publish  a\nplan.");
  EXPECT_EQ(text, RefOf({"r0123456789ab.12"}, "Publish a plan."));
  const auto ref = ReadRef(text);
  ASSERT_TRUE(ref.has_value());
  EXPECT_EQ(ref->id.value, "r0123456789ab.12");
  for (const char* other : {"", "r01_2", "x01_2_01234567", "r01__01234567",
                            "r01_2_0123456", "r01_2a_01234567"}) {
    EXPECT_FALSE(ReadRef(other).has_value()) << other;
  }
}

}  // namespace
}  // namespace concord::response
