#include "index/fields.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/support/places.h"
#include "tests/unit/index/index_fixture.h"

namespace concord::index {
namespace {

struct Row {
  std::string sort, name, code, typed, what, example;
};

std::vector<Row> Table() {
  std::ifstream file(testing::SourceRoot() / "indexes" / "fields.tsv");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    Row row;
    for (std::string* cell : {&row.sort, &row.name, &row.code, &row.typed,
                              &row.what, &row.example}) {
      std::getline(cells, *cell, '\t');
    }
    if (row.code == "-") row.code.clear();
    if (row.typed == "-") row.typed.clear();
    rows.push_back(row);
  }
  return rows;
}

TEST(Fields, TheCodeHasThePrefixesOfTheTable) {
  std::vector<std::string> in_table;
  for (const Row& row : Table()) {
    if (row.sort != "prefix") continue;
    in_table.push_back(row.name + "|" + row.code + "|" + row.typed);
  }
  std::vector<std::string> in_code;
  for (const FieldPrefix& field : kFieldPrefixes) {
    in_code.push_back(std::string(field.name) + "|" +
                      std::string(field.prefix) + "|" +
                      std::string(field.typed));
  }
  EXPECT_EQ(in_code, in_table);
  EXPECT_GE(in_code.size(), 11u);
}

TEST(Fields, TheCodeHasTheSlotsListsAndKeysOfTheTable) {
  const std::map<std::string, std::string> in_code = {
      {"slot DateEarliest", std::to_string(kDateEarliestSlot)},
      {"slot DateLatest", std::to_string(kDateLatestSlot)},
      {"slot Entries", std::to_string(kEntriesSlot)},
      {"slot Length", std::to_string(kLengthSlot)},
      {"slot Order", std::to_string(kOrderSlot)},
      {"slot WordOrder", std::to_string(kWordOrderSlot)},
      {"list Stem", std::string(kStemList)},
      {"list Parts", std::string(kPartsList)},
      {"key Archive", std::string(kArchiveKey)},
      {"key Sequence", std::string(kSequenceKey)},
      {"key Format", std::string(kFormatKey)},
      {"value Format", std::string(kFormatValue)},
  };
  std::map<std::string, std::string> in_table;
  for (const Row& row : Table()) {
    if (row.sort != "prefix") in_table[row.sort + " " + row.name] = row.code;
  }
  EXPECT_EQ(in_code, in_table);
}

TEST(Fields, CodesAreUniqueAndEveryFieldIsExplained) {
  std::set<std::string> seen;
  for (const Row& row : Table()) {
    EXPECT_TRUE(seen.insert(row.sort + row.code).second) << row.name;
    EXPECT_FALSE(row.what.empty()) << row.name;
    EXPECT_FALSE(row.example.empty()) << row.name;
    if (row.sort == "prefix") {
      EXPECT_TRUE(row.example.starts_with(row.code)) << row.name;
    }
  }
}

// The prefix of a term: its capitals.
std::string PrefixOf(const std::string& term) {
  const auto end = std::find_if(term.begin(), term.end(),
                                [](char c) { return c < 'A' || c > 'Z'; });
  return {term.begin(), end};
}

class WrittenFieldsTest : public IndexTest {};

TEST_F(WrittenFieldsTest, AWrittenIndexUsesEveryFieldAndNoOther) {
  Write({ReportBuilder("r1")
             .Title("Estates re-view")
             .Committee("Estates")
             .By("Clerk")
             .Date("2002-05")
             .Paragraph("That members note the Harbour Review.")
             .Recommends("members note the Harbour Review", "Members", "Clerk")
             .Numbered("1")
             .Cites("Harbour Review")
             .Build()});
  const Xapian::Database database(folder_.string());
  std::set<std::string> written;
  for (auto term = database.allterms_begin(); term != database.allterms_end();
       ++term) {
    written.insert(PrefixOf(*term));
  }
  std::set<std::string> known;
  for (const FieldPrefix& field : kFieldPrefixes) {
    known.emplace(field.prefix);
  }
  // A hyphenated word has the prefix of its field after its own.
  known.erase("XJ");
  EXPECT_EQ(written.erase("XJS"), 1u);
  EXPECT_EQ(written.erase("XJ"), 1u);  // the title is running text of a report
  EXPECT_EQ(written, known);
  const Xapian::Document entry = database.get_document(1);
  EXPECT_EQ(entry.values_count(), 6u);
}

}  // namespace
}  // namespace concord::index
