// What is said of a table's columns before it is imported.

#include "concord/extraction/table_mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/document/decode.h"
#include "concord/extraction/extract.h"

namespace concord::extraction {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Read {
  document::Document document;
  Extraction extraction;
  std::vector<MappedTable> tables;
};

Read ReadCsv(const std::string& bytes,
             const std::string& media_type = "text/csv") {
  source::Capture capture;
  capture.uri = "test:plan";
  capture.bytes = bytes;
  capture.digest = "test";
  capture.media_type = media_type;
  Read read;
  auto document = document::Decode(capture, {});
  EXPECT_TRUE(document.has_value());
  if (!document) return read;
  read.document = std::move(*document);
  read.extraction = Extract(read.document);
  read.tables = MapTables(read.document, read.extraction);
  return read;
}

std::vector<std::string> TakenFor(const MappedTable& table) {
  std::vector<std::string> words;
  for (const MappedColumn& column : table.columns) {
    words.push_back(column.printed + ": " + column.taken_for);
  }
  return words;
}

constexpr char kPlan[] =
    "Ref,Recommendation,Cost,Lead,Responsible officer,Target date,Status\n"
    "1,The Council should count the keys,low,Clerk,Ann,May 2003,Implemented\n"
    "2,The Council should change the locks,high,Warden,Bob,June 2003,rejected\n"
    "3,The Council should buy a box,low,Clerk,Cid,July 2003,Partly done\n"
    "4,The Council should paint the gate,low,Clerk,Dan,July 2003,Purple\n";

TEST(TableMapping, SaysWhichColumnWasTakenForWhat) {
  const Read read = ReadCsv(kPlan);
  ASSERT_EQ(read.tables.size(), 1u);
  const MappedTable& table = read.tables[0];
  EXPECT_THAT(TakenFor(table),
              ElementsAre("Ref: label", "Recommendation: text",
                          "Cost: ", "Lead: owner", "Responsible officer: ",
                          "Target date: date", "Status: state"));
  EXPECT_EQ(table.rows, 4u);
  EXPECT_EQ(table.items, 4u);
  ASSERT_EQ(table.first_rows.size(), 3u);
  EXPECT_THAT(table.first_rows[0],
              ElementsAre("1", "The Council should count the keys", "low",
                          "Clerk", "Ann", "May 2003", "Implemented"));
  EXPECT_THAT(table.remarks,
              ElementsAre("‘Responsible officer’ may be the owner too: ‘Lead’ "
                          "is taken",
                          "of ‘Status’ says neither position nor "
                          "implementation: ‘Purple’ (1)"));
  const auto lines = InLines(table);
  EXPECT_EQ(lines[0], "4 rows, 4 taken");
  EXPECT_THAT(lines, Contains(HasSubstr("(not used)")));
  EXPECT_THAT(lines, Contains(HasSubstr("  > 1 | The Council should count")));
  const std::string json = ToJson(read.extraction, read.document, {});
  EXPECT_THAT(json, HasSubstr("\"taken_for\":\"owner\""));
  EXPECT_THAT(json, HasSubstr("\"taken_for\":null"));
}

// A register of what was asked and answered: the words stand under "Text", and
// "Action" is a code.
TEST(TableMapping, TextBesideAnAnswerIsWhatIsAsked) {
  const Read read = ReadCsv(
      "Row\tSession\tTo\tFrom\tResponse\tAction\tText\n"
      "1\t6\tOstley\tMarlham\tAccepted\t4\tAdopt a law on keys\n"
      "2\t6\tOstley\tThe Clerk\tNoted\t2\tConsider a law on locks\n",
      "text/tab-separated-values");
  ASSERT_EQ(read.tables.size(), 1u);
  EXPECT_THAT(
      TakenFor(read.tables[0]),
      ElementsAre("Row: ", "Session: ", "To: owner", "From: recommender",
                  "Response: answer", "Action: ", "Text: text"));
  const auto& items = read.extraction.recommendations;
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].text, "Adopt a law on keys");
  EXPECT_EQ(items[0].kind, RecommendationKind::kRecommendation);
  EXPECT_EQ(items[0].position.value, "accepted");
  ASSERT_EQ(items[0].recommenders.size(), 1u);
  EXPECT_EQ(items[0].recommenders[0].name, "Marlham");
  EXPECT_EQ(items[1].position.value, "noted");
}

// Without an answer beside it a column of text is one of notes.
TEST(TableMapping, TextBesideAnActionAloneIsANote) {
  const Read read = ReadCsv(
      "Action,Text,Owner,Target date,Status\n"
      "Count the keys,see the minutes,Clerk,May 2003,Done\n");
  ASSERT_EQ(read.extraction.recommendations.size(), 1u);
  EXPECT_EQ(read.extraction.recommendations[0].text, "Count the keys");
}

TEST(TableMapping, AStateIsAPositionOrWhatWasDone) {
  const Read read = ReadCsv(kPlan);
  const auto& items = read.extraction.recommendations;
  ASSERT_EQ(items.size(), 4u);
  EXPECT_EQ(items[0].implementation.value, "implemented");
  EXPECT_EQ(items[0].position.value, "");
  EXPECT_EQ(items[1].implementation.value, "");
  EXPECT_EQ(items[1].position.value, "rejected");
  EXPECT_EQ(items[2].implementation.value, "in progress");
  EXPECT_EQ(items[2].implementation.printed, "Partly done");
  EXPECT_EQ(items[3].implementation.value, "");
  EXPECT_TRUE(Verify(read.extraction, read.document));
  const auto stored = FromStoredJson(ToStoredJson(read.extraction));
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->recommendations[2].implementation, items[2].implementation);
}

// The state that a cell says, "" where it says none.
std::string StateOf(const std::string& cell) {
  const Read read = ReadCsv(
      "Recommendation,Owner,Comments,Progress\n"
      "The Council should count the keys,Clerk,as agreed in May,\"" +
      cell + "\"\n");
  if (read.extraction.recommendations.size() != 1) return "no item";
  return read.extraction.recommendations[0].implementation.value;
}

TEST(TableMapping, StatesInTheWordsOfPlans) {
  for (const auto& [cell, state] :
       std::vector<std::pair<std::string, std::string>>{
           {"Implemented", "implemented"},
           {"COMPLETE", "implemented"},
           {"Completed in May 2003", "implemented"},
           {"Done.", "implemented"},
           {"Fully implemented; see the report", "implemented"},
           {"Closed - implemented", "implemented"},
           {"In progress", "in progress"},
           {"Ongoing", "in progress"},
           {"Partially implemented", "in progress"},
           {"Under way, two wards to go", "in progress"},
           {"Open", "open"},
           {"Not yet started", "open"},
           {"Not implemented", "open"},
           {"Will not be implemented", "closed not implemented"},
           {"Overdue", "open"},
           {"Withdrawn", "closed not implemented"},
           {"Closed, not implemented", "closed not implemented"},
           {"Superseded by the strategy of 2004", "superseded"},
           {"Not ours", "not ours"},
           {"Closed", ""},
           {"Done in two wards out of nine", ""},
           {"Complete list of keys is missing", ""},
           {"Opened the box", ""},
           {"Open days were held", ""},
           {"", ""}}) {
    EXPECT_EQ(StateOf(cell), state) << cell;
  }
}

TEST(TableMapping, SaysWhatIsMissing) {
  const Read bare =
      ReadCsv("No,Recommendation,\n1,Count the keys of the town hall,x\n");
  ASSERT_EQ(bare.tables.size(), 1u);
  EXPECT_THAT(bare.tables[0].remarks,
              ElementsAre("column 3 has no name: not used",
                          HasSubstr("no column says who"),
                          HasSubstr("no column says by when"),
                          HasSubstr("no column says what became of it")));
  const Read other = ReadCsv("Ward,Voters\nElm,300\nOak,200\nAsh,100\n");
  ASSERT_EQ(other.tables.size(), 1u);
  EXPECT_EQ(other.tables[0].items, 0u);
  EXPECT_THAT(TakenFor(other.tables[0]), ElementsAre("Ward: ", "Voters: "));
  EXPECT_THAT(other.tables[0].remarks,
              ElementsAre(HasSubstr("no column is named as one of")));
}

TEST(TableMapping, IsOfTableFilesOnly) {
  const Read page = ReadCsv(
      "<table><tr><th>Recommendation</th><th>Owner</th></tr><tr><td>Count the "
      "keys</td><td>Clerk</td></tr></table>",
      "text/html");
  EXPECT_THAT(page.tables, IsEmpty());
  EXPECT_THAT(ToJson(page.extraction, page.document, {}),
              Not(HasSubstr("\"tables\"")));
}

}  // namespace
}  // namespace concord::extraction
