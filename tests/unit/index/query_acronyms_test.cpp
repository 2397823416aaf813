#include "index/query_acronyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/index/index_fixture.h"

namespace concord::index {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<AcronymForms> kForms = {
    {"FLU", "Family Liaison Unit"},
    {"PBV", "Performance and Best Value"},
    {"R&D", "research and development"},
};

std::string Reading(std::string_view query) {
  Result<ParsedQuery> parsed = ParseQuery(query, {});
  if (!parsed) return "error: " + parsed.error().message();
  AddAcronyms(kForms, &*parsed);
  return ReadAs(*parsed);
}

TEST(AddAcronyms, ReadsEitherFormAsBoth) {
  const struct {
    std::string_view query;
    std::string_view reading;
  } cases[] = {
      {"FLU", "any of: exactly \"FLU\", exactly \"Family Liaison Unit\""},
      {"FLU report",
       "all of: (any of: exactly \"FLU\", exactly \"Family Liaison Unit\"), "
       "report [any form]"},
      {"-FLU",
       "not (any of: exactly \"FLU\", exactly \"Family Liaison Unit\")"},
      {"FLU OR car",
       "any of: (any of: exactly \"FLU\", exactly \"Family Liaison Unit\"), "
       "car [any form]"},
      {"family liaison unit",
       "any of: (all of: family [any form], liaison [any form], unit [any "
       "form]), exactly \"FLU\""},
      {"the family liaison unit plan",
       "all of: (any of: (all of: family [any form], liaison [any form], unit "
       "[any form]), exactly \"FLU\"), plan [any form]; left out as too "
       "common: the"},
      {"performance and best value",
       "any of: (all of: performance [any form], and [any form], best [any "
       "form], value [any form]), exactly \"PBV\""},
  };
  for (const auto& c : cases) EXPECT_EQ(Reading(c.query), c.reading) << c.query;
}

TEST(AddAcronyms, LeavesWhatIsTypedExactlyAsItIs) {
  for (const std::string_view query :
       {"\"FLU\"", "\"family liaison unit\"", "title:FLU", "flu",
        "family unit liaison", "family liaison", "family OR liaison unit",
        "FLU NEAR car", "family NEAR liaison unit", "XYZ", "FLU*", ""}) {
    EXPECT_EQ(Reading(query), ReadAs(*ParseQuery(query, {}))) << query;
  }
}

TEST(AskedAcronyms, AreWordsInCapitalsAndWordsSideBySide) {
  const AcronymsAsked asked =
      AskedAcronyms("FLU plan of units title:ABC \"DEF\"", {});
  EXPECT_THAT(asked.short_forms, ElementsAre("FLU"));
  EXPECT_THAT(asked.long_forms,
              ElementsAre("plan of", "plan of units", "of units"));
  EXPECT_THAT(AskedAcronyms("(", {}).short_forms, IsEmpty());
  EXPECT_THAT(AskedAcronyms("", {}).long_forms, IsEmpty());
  std::string many;
  for (int i = 0; i < 60; ++i) many += "word ";
  // Eight words at most: the rows asked for grow with the query, not faster.
  EXPECT_LE(AskedAcronyms(many, {}).long_forms.size(), 60u * 7);
}

using AcronymSearchTest = IndexTest;

TEST_F(AcronymSearchTest, FindsBothFormsAndMarksThem) {
  ReportBuilder builder("r1");
  for (const std::string_view text :
       {"The FLU met.", "The Family Liaison Unit met.", "A unit met a family.",
        "Liaison with a unit of the family."}) {
    builder.Paragraph(text);
  }
  Write({builder.Build()});
  const SearchRequest asked{.query = "FLU", .acronyms = kForms};
  EXPECT_THAT(Ids(asked), ::testing::UnorderedElementsAre("r1#0", "r1#1"));
  EXPECT_THAT(Ids({.query = "family liaison unit", .acronyms = kForms}),
              ::testing::UnorderedElementsAre("r1#0", "r1#1", "r1#3"));
  const auto searcher = Searcher::Open(folder_, {});
  ASSERT_TRUE(searcher.has_value());
  const std::string text = "The Family Liaison Unit, or FLU.";
  const auto marks = (*searcher)->Mark(asked, {text});
  ASSERT_TRUE(marks.has_value());
  std::string marked;
  for (const TextSpan mark : marks->front()) {
    marked += std::string(Slice(text, mark)) + "|";
  }
  EXPECT_THAT(marked, ::testing::EndsWith("FLU|"));
  EXPECT_THAT(marked, ::testing::HasSubstr("Liaison"));
}

}  // namespace
}  // namespace concord::index
