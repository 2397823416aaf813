// What texts say became of recommendations.

#include "concord/extraction/outcomes.h"

#include <gtest/gtest.h>

#include <set>

#include "concord/extraction/extract.h"
#include "extraction/outcomes/named.h"
#include "extraction/outcomes/progress.h"
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
  std::string line = one.retraction ? "taken back: " : "";
  line += one.implementation + one.position + " ";
  if (one.whole) line += "all ";
  line += one.recommendation;
  if (one.recommendation.empty()) {
    line += std::to_string(one.count) + "/" + std::to_string(one.of);
  }
  if (!one.named.empty()) line += " namely " + one.named;
  if (!one.except.empty()) line += " but " + one.except;
  if (!one.said_on.empty()) line += " (" + one.said_on + ")";
  if (!one.progress.empty()) {
    line += " [" + one.owner + "; " + one.by_when + "; " + one.progress + "]";
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

bool Proposed(std::string_view page, std::string_view sentence,
              bool deed = false) {
  const auto at = static_cast<std::uint32_t>(page.find(sentence));
  return IsOnlyProposed(
      page, {at, at + static_cast<std::uint32_t>(sentence.size())}, deed);
}

TEST(IsOnlyProposed, OnAConditionOrAsAWish) {
  for (const char* sentence :
       {"If Members agree, 60 will be shown as superseded.",
        "If 3 and 4 are carried out, 60 is superseded.",
        "I would put the following in place of 35.",
        "I should be content to see 60 treated as superseded.",
        "Recommendation 60 is withdrawn if Members agree."}) {
    EXPECT_TRUE(Proposed(sentence, sentence)) << sentence;
  }
  for (const char* sentence :
       {"60 is superseded.",
        "Recommendation 5 is varied: the period should be shown as a week.",
        "In place of R5.4, I look to the Court to lend a room.",
        "We repeat recommendation 4, if only because it was not read."}) {
    EXPECT_FALSE(Proposed(sentence, sentence)) << sentence;
  }
}

TEST(IsOnlyProposed, APaperThatAsksHasDoneNothingYet) {
  const std::string_view page =
      "This paper asks for £9,000 to pay for courses. It meets "
      "recommendation 6.\nIt meets recommendation 7.";
  EXPECT_TRUE(Proposed(page, "It meets recommendation 6.", true));
  EXPECT_FALSE(Proposed(page, "It meets recommendation 6.", false));
  EXPECT_FALSE(Proposed(page, "It meets recommendation 7.", true));
}

TEST(Outcomes, ProgressBelowAQuotedRecommendationIsItsOwn) {
  const document::Document document = testing::PageOf(
      "Rec 3 – Give every victim a room.\n"
      "Progress – Rooms are in use at 17 of the 19 stations. More follow.\n"
      "Rec 4 – Keep a register.\n"
      "Progress – Done for two stations.\n"
      "Progress – Nothing is quoted above.");
  Extraction extraction;
  for (const auto& [label, words] :
       {std::pair<std::string, std::string>{"Rec 3", "Give every"},
        {"Rec 4", "Keep a register."}}) {
    Recommendation item;
    item.label = label;
    item.kind = RecommendationKind::kRecommendation;
    item.made_by = "Quiet Doors (1997)";
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    item.span = {at, at + static_cast<std::uint32_t>(words.size())};
    extraction.recommendations.push_back(item);
  }
  EXPECT_EQ(
      Lines(ProgressBelow(document, extraction)),
      "in progress 3 [; ; Rooms are in use at 17 of the 19 stations. "
      "More follow.]\nimplemented in part 4 [; ; Done for two stations.]");
  // Its own recommendations have their own fields.
  for (Recommendation& item : extraction.recommendations) item.made_by.clear();
  EXPECT_EQ(Lines(ProgressBelow(document, extraction)), "");
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
