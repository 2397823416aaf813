// The filtered join against comparing every pair.

#include "overlap/all_pairs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "concord/overlap/overlap.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

std::vector<RowPair> BruteForce(const std::vector<Row>& rows,
                                double threshold) {
  std::vector<RowPair> pairs;
  for (std::size_t a = 0; a < rows.size(); ++a) {
    for (std::size_t b = a + 1; b < rows.size(); ++b) {
      if (rows[a].group == rows[b].group) continue;
      const double cosine = CosineOf(*rows[a].terms, *rows[b].terms);
      if (cosine >= threshold && cosine > 0) pairs.push_back({a, b, cosine});
    }
  }
  return pairs;
}

// Vectors over a skewed vocabulary: a few words nearly everywhere, many rare.
std::vector<std::vector<Term>> RandomVectors(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<std::vector<Term>> vectors(count);
  for (std::vector<Term>& vector : vectors) {
    const std::size_t words = 1 + random() % 14;
    for (std::size_t i = 0; i < words; ++i) {
      const double skew = std::pow(
          static_cast<double>(random()) / static_cast<double>(random.max()), 3);
      const auto word = static_cast<std::uint64_t>(skew * 60);
      vector.push_back({word, 0.5 + static_cast<double>(word % 12)});
    }
    std::sort(vector.begin(), vector.end());
    vector.erase(std::unique(vector.begin(), vector.end()), vector.end());
  }
  if (count > 2) vectors[1] = vectors[0];  // equal vectors
  if (count > 3) vectors[3].clear();       // and one without words
  return vectors;
}

TEST(AllPairs, GivesExactlyTheBruteForcePairsAtEveryThreshold) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    const auto vectors = RandomVectors(seed, 120);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      rows.push_back({&vectors[i], i % 17});
    }
    for (const double threshold : {0.05, 0.15, 0.3, 0.5, 0.7, 0.9, 1.0}) {
      const auto found = AllPairs(rows, threshold);
      const auto wanted = BruteForce(rows, threshold);
      ASSERT_EQ(found.size(), wanted.size()) << seed << " " << threshold;
      for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].a, wanted[i].a);
        EXPECT_EQ(found[i].b, wanted[i].b);
        EXPECT_EQ(found[i].cosine, wanted[i].cosine);
      }
    }
  }
}

TEST(AllPairs, AtZeroGivesEveryPairWithACommonWord) {
  const auto vectors = RandomVectors(99, 60);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    rows.push_back({&vectors[i], i});
  }
  EXPECT_EQ(AllPairs(rows, 0).size(), BruteForce(rows, 0).size());
  EXPECT_EQ(AllPairs(rows, -1).size(), BruteForce(rows, 0).size());
}

TEST(Candidates, AreOfDifferentReportsAndAboveTheThreshold) {
  std::vector<store::StoredRecommendation> archive;
  const char* const words[] = {"mooring", "chains", "kennels",  "lamps",
                               "ferry",   "survey", "register", "divers"};
  std::mt19937 random(5);
  for (int i = 0; i < 80; ++i) {
    std::string text = "Inspect";
    for (int k = 0; k < 4; ++k) text += std::string(" ") + words[random() % 8];
    archive.push_back(
        Make("r" + std::to_string(i % 9) + "." + std::to_string(i),
             "r" + std::to_string(i % 9), text));
  }
  const Comparer comparer(archive, {});
  const auto every = comparer.Candidates(1e-6);
  const auto some = comparer.Candidates(0.6);
  EXPECT_FALSE(some.empty());
  EXPECT_LT(some.size(), every.size());
  std::size_t above = 0;
  for (const Comparer::Pair& pair : every) {
    EXPECT_LT(pair.a, pair.b);
    EXPECT_NE(archive[pair.a].report, archive[pair.b].report);
    above += pair.cosine >= 0.6 ? 1 : 0;
  }
  EXPECT_EQ(above, some.size());
}

}  // namespace
}  // namespace concord::overlap
