// What texts say became of recommendations.

#include "concord/extraction/outcomes.h"

#include <gtest/gtest.h>

#include <set>

#include "concord/extraction/extract.h"
#include "extraction/outcomes/named.h"
#include "extraction/outcomes/rules.h"
#include "tests/unit/extraction/sample_page.h"

namespace concord::extraction {
namespace {

std::vector<StatedOutcome> OutcomesOf(std::string_view page) {
  const document::Document document = testing::PageOf(page);
  return FindOutcomes(document, Extract(document));
}

// "implemented 3 and 4", "open 3/20", "implemented all 6/6".
std::string Print(const StatedOutcome& one) {
  std::string line = one.implementation + one.position + " ";
  if (one.whole) line += "all ";
  line += one.recommendation;
  if (one.recommendation.empty()) {
    line += std::to_string(one.count) + "/" + std::to_string(one.of);
  }
  return line + (one.proposed ? " (proposed)" : "");
}

std::string Lines(const std::vector<StatedOutcome>& found,
                  std::string_view rule = "") {
  std::string lines;
  for (const StatedOutcome& one : found) {
    if (!rule.empty() && one.rule != rule) continue;
    lines += (lines.empty() ? "" : "\n") + Print(one);
  }
  return lines;
}

TEST(Outcomes, ExamplesOfEveryRuleFindWhatTheySay) {
  std::set<std::string_view> names;
  for (const StageRule& rule : OutcomeRules()) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
    EXPECT_FALSE(rule.examples.empty()) << rule.name;
    for (const Example& example : rule.examples) {
      EXPECT_EQ(Lines(OutcomesOf(example.page), rule.name), example.yields)
          << rule.name << "\non: " << example.page;
    }
  }
}

TEST(Outcomes, QuoteTheSentenceAndTheWordsThatSayIt) {
  const auto found =
      OutcomesOf("1. Much was done. Recommendation 7 has been carried out.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].quote, "Recommendation 7 has been carried out.");
  EXPECT_EQ(found[0].printed, "has been carried out");
}

TEST(Outcomes, NameTheWorkThatTheNumberIsOf) {
  const auto found = OutcomesOf(
      "1. The Inspectorate published “The Quiet Door” in 1999, which made six "
      "recommendations.\n"
      "2. Recommendation 4 of “The Quiet Door” has been carried out.");
  ASSERT_EQ(Lines(found), "implemented 4");
  EXPECT_EQ(found[0].work, "The Quiet Door");
}

TEST(Outcomes, OfASetAreOfNoSingleOne) {
  const auto found = OutcomesOf(
      "1. Seventeen of the 20 recommendations of “The Quiet Door” have been "
      "carried out.");
  ASSERT_EQ(Lines(found), "implemented 17/20");
  EXPECT_FALSE(found[0].whole);
  EXPECT_TRUE(found[0].recommendation.empty());
}

TEST(Outcomes, NumbersAreReadWithoutWhatTheyAreAbout) {
  EXPECT_EQ(NumbersOf("12 (alarms), 40 and R6-R8"), "12, 40 and R6-R8");
  EXPECT_EQ(NumbersOf("12(b) and 3"), "12(b) and 3");
  EXPECT_TRUE(IsNumberList("3, 4"));
  EXPECT_TRUE(IsNumberList("R1-R4"));
  EXPECT_FALSE(IsNumberList("1999"));
  EXPECT_FALSE(IsNumberList("Clerk"));
}

}  // namespace
}  // namespace concord::extraction
