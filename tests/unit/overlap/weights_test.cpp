// What the figures of the parts must keep to, whatever a fit gives.

#include "overlap/weights.h"

#include <gtest/gtest.h>

namespace concord::overlap {
namespace {

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
