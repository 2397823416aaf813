// Sentences taken by the weight of what speaks for them.

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "concord/extraction/extract.h"
#include "extraction/weighed/repeated.h"
#include "extraction/weighed/told.h"
#include "extraction/weighed/weighed.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using testing::DecodedPage;

std::map<std::string, double, std::less<>> FactsOf(const std::string& page,
                                                   std::string_view sentence) {
  const auto document = DecodedPage(page);
  const Reading reading = Read(document, DocumentKind::kReport, std::nullopt);
  const SentenceEvidence evidence(reading);
  std::map<std::string, double, std::less<>> facts;
  for (const SentencePlace& place : SentencePlaces(reading)) {
    if (Slice(document.text, place.span) != sentence) continue;
    evidence.Of(place, [&](std::string_view name, double value) {
      facts.emplace(name, value);
    });
  }
  return facts;
}

TEST(SentenceEvidence, NamesTheWordsTheVerbAndTheSentenceBefore) {
  const auto facts = FactsOf(
      "1. The boxes are old. The Clerk’s 40 keys should be counted by May.\n",
      "The Clerk’s 40 keys should be counted by May.");
  for (const char* fact :
       {"word:clerk's", "word:0", "opens2:clerk's", "modal:should",
        "modal:should be", "after the modal:be", "modal at:3", "before:old",
        "kind:report", "kind:report modal:should", "dated", "last:."}) {
    EXPECT_TRUE(facts.contains(fact)) << fact;
  }
  for (const char* fact : {"word:boxes", "no modal", "past", "in a table",
                           "first of its line", "before has a modal"}) {
    EXPECT_FALSE(facts.contains(fact)) << fact;
  }
}

TEST(SentenceEvidence, IsBetweenNothingAndAll) {
  for (const auto& [fact, value] :
       FactsOf("1. We should. We should. We should count, and should paint.\n",
               "We should count, and should paint.")) {
    EXPECT_GT(value, 0) << fact;
    EXPECT_LE(value, 1) << fact;
  }
}

TEST(ToldRequests, AreThoseOfBeforeAndOfOthers) {
  for (const char* told :
       {"The Lamp Board recommended in May that all stores should be counted.",
        "Ada Reed of the Key Trust (KT) suggested to us that every key should "
        "be given a number.",
        "Sir Odo Tarn asked the Treasurer, in paragraph 4, to consider whether "
        "lamps should be sold.",
        "A keeper wrote to us in May suggesting that all should be painted.",
        "Under the Lamps Act 1996 the Board must answer within a month."}) {
    EXPECT_TRUE(TellsOfRequest(told)) << told;
  }
  for (const char* asked :
       {"I recommended in May, and repeat, that the Clerk should count.",
        "It is suggested that every key should be given a number.",
        "We have proposed that lamps should be sold.",
        "The Clerk asked in May should now answer.",
        "The recommendations proposed that year should be carried out.",
        "Under the new rota the Clerk must count each week.",
        "Ask the Clerk to count."}) {
    EXPECT_FALSE(TellsOfRequest(asked)) << asked;
  }
  EXPECT_TRUE(
      SaysRisk("If the lamps are not lit in this way the Trust becomes less "
               "likely to be "
               "believed and will not be asked again."));
  EXPECT_FALSE(SaysRisk("If the lamps are not lit the Trust will light them."));
  EXPECT_TRUE(SaysState("To be handed over on 3 May 2003, later than asked"));
  EXPECT_FALSE(SaysState("To hand the keys over on 3 May 2003"));
}

TEST(SentenceWeights, AreSumsOfWhatIsTold) {
  EXPECT_EQ(WeightOf("word:that nobody writes").asks, 0);
  EXPECT_LT(StartingWeight().asks, 0) << "most sentences ask nothing";
  EXPECT_GT(WeightOf("word:will").commitment, 0);
  EXPECT_DOUBLE_EQ(Probability(0), 0.5);
}

Recommendation Asking(std::string text, RecommendationKind kind) {
  Recommendation item;
  item.text = std::move(text);
  item.kind = kind;
  return item;
}

TEST(Weighed, WhatIsAskedAgainOnTheFrontSheetIsTakenOnce) {
  const auto kDecision = RecommendationKind::kDecision;
  const std::vector<Recommendation> taken = {
      Asking("note the count of keys in the stores;", kDecision)};
  std::vector<Recommendation> again = {
      Asking("Members are asked to note the count of keys in the stores.",
             kDecision),
      Asking("note the count of keys as at the end of May", kDecision),
      Asking("note the price of boxes in the shops", kDecision)};
  DropRepeated({}, taken, &again);
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].text, "note the price of boxes in the shops");
}

TEST(Weighed, WhatStandsInTheRowOfAnItemIsNone) {
  const auto document = DecodedPage(
      "<table><tr><td>Count the keys</td><td>The Clerk will do so</td></tr>"
      "<tr><td>Paint the box</td><td>The Clerk will see</td></tr></table>");
  Recommendation count =
      Asking("Count the keys", RecommendationKind::kDecision);
  const auto at = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(document.text.find(words));
    return TextSpan{begin, begin + static_cast<std::uint32_t>(words.size())};
  };
  count.span = at("Count the keys");
  std::vector<Recommendation> items(2);
  items[0].span = at("The Clerk will do so");
  items[1].span = at("The Clerk will see");
  DropRepeated(document, {count}, &items);
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].span, at("The Clerk will see"));
}

TEST(Weighed, TakesEverySentenceThatAsksAndTheSameEachTime) {
  std::string page = "Keys\n\n";
  for (int i = 1; i <= 200; ++i) {
    page += std::to_string(i) +
            ". No key will leave a store until all have been counted by the "
            "keeper of box " +
            std::to_string(i) + ".\n\n";
  }
  const auto document = DecodedPage(page);
  const Reading reading = Read(document, DocumentKind::kReport, std::nullopt);
  const auto once = WeighedRules().front().find(reading);
  EXPECT_EQ(once.size(), 200u);
  EXPECT_EQ(once, WeighedRules().front().find(reading));
}

}  // namespace
}  // namespace concord::extraction
