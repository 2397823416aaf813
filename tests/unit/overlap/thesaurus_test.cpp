// What WordNet says of words, and how words of near meaning answer each other.

#include "overlap/thesaurus.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "concord/overlap/overlap.h"
#include "overlap/stemmer.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

double NearnessOf(const char* a, const char* b) {
  return Nearness(SensesOf(KeyOf(Stem(a))), SensesOf(KeyOf(Stem(b))));
}

TEST(Thesaurus, PutsOneThingBeforeAKindOfItBeforeAnotherKind) {
  EXPECT_GT(NearnessOf("car", "automobile"), 0.9);
  EXPECT_GT(NearnessOf("car", "automobile"), NearnessOf("car", "truck"));
  EXPECT_GT(NearnessOf("car", "truck"), NearnessOf("car", "banana"));
  EXPECT_EQ(NearnessOf("car", "banana"), 0);
}

TEST(Thesaurus, IsSymmetricAndKnowsDerivedAndIrregularForms) {
  const char* words[] = {"buy", "purchase",   "ran",      "run",  "men",
                         "man", "assessment", "evaluate", "ship", "vessel"};
  for (const char* a : words) {
    for (const char* b : words) {
      EXPECT_EQ(NearnessOf(a, b), NearnessOf(b, a)) << a << " " << b;
    }
  }
  EXPECT_GT(NearnessOf("buy", "purchase"), 0.6);
  EXPECT_GT(NearnessOf("ran", "run"), 0.6);
  EXPECT_GT(NearnessOf("assessment", "evaluate"), 0.5);
}

TEST(Thesaurus, HasNothingToSayOfWordsItDoesNotHold) {
  EXPECT_TRUE(SensesOf(KeyOf("northmarchshire")).empty());
  EXPECT_EQ(GeneralShare(KeyOf("northmarchshire"), 0.125), 0.125);
  EXPECT_GT(GeneralShare(KeyOf(Stem("man")), 0),
            GeneralShare(KeyOf(Stem("harbour")), 0));
}

TEST(Thesaurus, KnowsOpposites) {
  EXPECT_TRUE(AreAntonyms(KeyOf(Stem("open")), KeyOf(Stem("shut"))));
  EXPECT_TRUE(AreAntonyms(KeyOf(Stem("shut")), KeyOf(Stem("open"))));
  EXPECT_FALSE(AreAntonyms(KeyOf(Stem("open")), KeyOf(Stem("boat"))));
}

// Sentences by how alike a reader would call them, most alike first.
TEST(CompareTexts, RanksGeneralSentencesAsAReaderWould) {
  const char* kModel = "A boy is pulling a boat across the harbour.";
  const char* kOrder[] = {
      "A boy is pulling a boat across the harbour.",
      "A boy is pulling a ship across the harbour.",
      "A boy is not pulling a boat across the harbour.",
      "A boy sits in a boat.",
      "The ministry published its budget on Tuesday.",
  };
  const Comparer comparer;
  double last = 1.1;
  for (const char* text : kOrder) {
    const double similarity = comparer.CompareTexts(kModel, text).similarity;
    EXPECT_LT(similarity, last) << text;
    last = similarity;
  }
}

TEST(CompareTexts, ReadsDueDatesFromTheTexts) {
  const Comparer comparer;
  const Comparison same = comparer.CompareTexts(
      "The unit should inspect every mooring chain by 31 March 2004.",
      "Every mooring chain should be inspected by 31 March 2004.");
  const auto due =
      std::find_if(same.parts.begin(), same.parts.end(),
                   [](const Part& part) { return part.name == "due"; });
  ASSERT_NE(due, same.parts.end());
  EXPECT_EQ(due->level, "the same date");
}

TEST(CompareTexts, SaysThatOneStatementIsNegated) {
  const Comparer comparer;
  const Comparison comparison = comparer.CompareTexts(
      "The ferry is leaving the pier.", "The ferry isn't leaving the pier.");
  EXPECT_EQ(Name(comparison.relation), "contradicts");
}

TEST(CompareTexts, TakesWordlessAndOneWordTexts) {
  const Comparer comparer;
  EXPECT_EQ(comparer.CompareTexts("", "").relation, Relation::kDistinct);
  EXPECT_LT(comparer.CompareTexts("Boats", "Kennels").similarity, 0.3);
  EXPECT_GT(comparer.CompareTexts("It was so.", "It was so.").similarity, 0.7);
}

}  // namespace
}  // namespace concord::overlap
