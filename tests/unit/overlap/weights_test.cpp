// What the figures of the parts must keep to, whatever a fit gives.

#include "overlap/weights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/overlap/weighing.h"

namespace concord::overlap {
namespace {

// The record keeps the name of the weights with what people decided. A weight
// that changes raises kWeightsVersion; the new name is then written here.
TEST(WeightsName, ChangesWithTheTable) {
  EXPECT_EQ(WeightsName(), "2-f36f1ba5");
  EXPECT_THAT(WeightsTable(), ::testing::HasSubstr("addressee\tsame body\t"));
  EXPECT_THAT(WeightsTable(), ::testing::HasSubstr("figure\tbias\t-12.6200"));
}

TEST(PriorBits, TakesHalfABitWithEveryDoubling) {
  EXPECT_EQ(PriorBits(0), 0);
  EXPECT_EQ(PriorBits(500), 0);
  EXPECT_DOUBLE_EQ(PriorBits(1000), 0.5);
  EXPECT_DOUBLE_EQ(PriorBits(4000), 1.5);
}

TEST(WordingBits, IsLessByWhatTheArchiveTakes) {
  WordingMeasures measures = {
      .cosine = 0.5, .larger = 0.6, .smaller = 0.5, .shared = 40, .least = 80};
  const double small = WordingBits(measures);
  measures.prior = 1.5;
  EXPECT_NEAR(WordingBits(measures), small - 1.5, 1e-9);
}

TEST(WordingBits, CountsTheCosineByHowManyWordsItRestsOn) {
  // What twice the cosine adds, with so many bits in common.
  const auto adds = [](double shared) {
    WordingMeasures measures = {.cosine = 0.25,
                                .larger = 0.4,
                                .smaller = 0.3,
                                .shared = shared,
                                .least = 100};
    const double half = WordingBits(measures);
    measures.cosine = 0.5;
    return WordingBits(measures) - half;
  };
  EXPECT_GT(adds(16), 1.9 * adds(8));
  EXPECT_GT(adds(40), 1.9 * adds(20));
  EXPECT_NEAR(adds(80), adds(40), 1e-9) << "enough is enough";
}

TEST(LevelBits, OutweighAnyWordingWhereAParagraphAnswersANumber) {
  const WordingMeasures nothing;
  for (const char* level :
       {"one stands under the other's number", "one refuses the other"}) {
    EXPECT_GT(LevelBits("stated", level) + WordingBits(nothing), 0) << level;
  }
}

TEST(LevelBits, TwoSubjectsSpeakLouderThanOne) {
  EXPECT_LT(LevelBits("subject", "each of its own report's subject"),
            LevelBits("subject", "one of its own report's subject") - 2);
}

TEST(MostLevelBits, NoLevelGivesMore) {
  for (const auto& [part, level] :
       {std::pair("due", "the same date"), std::pair("addressee", "same body"),
        std::pair("stated", "one carries out the other"),
        std::pair("rivals", "nearest in both reports"),
        std::pair("work", "the same recommendation of the same work")}) {
    EXPECT_GT(LevelBits(part, level), 0) << part;
    EXPECT_GE(MostLevelBits(part), LevelBits(part, level)) << part;
  }
  EXPECT_EQ(MostLevelBits("kind"), 0) << "every level of it speaks against";
}

}  // namespace
}  // namespace concord::overlap
