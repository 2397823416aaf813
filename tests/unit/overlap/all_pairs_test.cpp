// The filtered join against comparing every pair.

#include "overlap/join/all_pairs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
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
      const double cosine = CosineOf(rows[a].terms, rows[b].terms);
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

std::vector<Row> RowsOf(const std::vector<std::vector<Term>>& vectors,
                        std::size_t groups) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    rows.push_back({vectors[i], i % groups});
  }
  return rows;
}

constexpr double kThresholds[] = {0.05, 0.15, 0.3, 0.5, 0.7, 0.9, 1.0};

TEST(AllPairs, GivesExactlyTheBruteForcePairsAtEveryThreshold) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    const auto vectors = RandomVectors(seed, 120);
    const auto rows = RowsOf(vectors, 17);
    for (const double threshold : kThresholds) {
      EXPECT_EQ(AllPairs(rows, threshold), BruteForce(rows, threshold))
          << seed << " " << threshold;
    }
  }
}

TEST(AllPairs, DoesNotDependOnTheNumberOfThreads) {
  const auto vectors = RandomVectors(4, 900);
  const auto rows = RowsOf(vectors, 450);
  const auto pairs = AllPairs(rows, 0.6, 1);
  EXPECT_FALSE(pairs.empty());
  for (const unsigned threads : {2u, 3u, 16u}) {
    EXPECT_EQ(AllPairs(rows, 0.6, threads), pairs) << threads;
  }
}

TEST(AllPairs, DoesNotDependOnHowManyRowsAreIndexedAtOnce) {
  for (unsigned seed = 40; seed < 44; ++seed) {
    const auto vectors = RandomVectors(seed, 150);
    const auto rows = RowsOf(vectors, 23);
    for (const double threshold : kThresholds) {
      const auto pairs = BruteForce(rows, threshold);
      for (const std::size_t block : {1u, 7u, 75u, 149u, 150u, 151u}) {
        EXPECT_EQ(AllPairs(rows, threshold, 2, block), pairs)
            << seed << " " << threshold << " " << block;
      }
    }
  }
}

TEST(AllPairs, AtZeroGivesEveryPairWithACommonWord) {
  const auto vectors = RandomVectors(99, 60);
  const auto rows = RowsOf(vectors, vectors.size());
  EXPECT_EQ(AllPairs(rows, 0).size(), BruteForce(rows, 0).size());
  EXPECT_EQ(AllPairs(rows, -1).size(), BruteForce(rows, 0).size());
}

TEST(AllPairs, HasNothingToSayOfNothing) {
  EXPECT_TRUE(AllPairs({}, 0.5).empty());
  const std::vector<Term> weightless = {{1, 0}, {2, 0}};
  EXPECT_TRUE(
      AllPairs({{{}, 1}, {{}, 2}, {weightless, 3}, {weightless, 4}}, 0.5)
          .empty());
}

TEST(AllPairs, IsExactBesideAVectorOfThousandsOfWords) {
  std::mt19937 random(8);
  std::vector<std::vector<Term>> vectors(12);
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    const std::size_t words = i == 0 ? 20'000 : 1'000 + 300 * i;
    for (std::size_t word = 0; word < words; ++word) {
      vectors[i].push_back(
          {word * 3 + random() % 3, 1 + static_cast<double>(random() % 9)});
    }
  }
  const auto rows = RowsOf(vectors, vectors.size());
  const auto every = BruteForce(rows, 0.01);
  ASSERT_FALSE(every.empty());
  // Just the cosine of a pair, where rounding would show.
  const double threshold = every[every.size() / 2].cosine;
  EXPECT_EQ(AllPairs(rows, threshold), BruteForce(rows, threshold));
  EXPECT_EQ(AllPairs(rows, threshold, 1, 5), BruteForce(rows, threshold));
}

TEST(PairIndex, FindsTheRowsAlikeToANewVectorAsBruteForceDoes) {
  const auto vectors = RandomVectors(21, 200);
  const auto rows = RowsOf(vectors, vectors.size());
  auto queries = RandomVectors(22, 40);
  queries[5].push_back({1'000'000, 3});  // a word no row holds
  for (const double threshold : kThresholds) {
    const PairIndex index(rows, threshold);
    PairIndex::Search search(index);
    for (const std::vector<Term>& query : queries) {
      std::vector<RowPair> found;
      search.Like(query, 17, &found);
      std::vector<RowPair> wanted;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const double cosine = CosineOf(rows[i].terms, query);
        if (rows[i].group == 17 || cosine < threshold || cosine == 0) continue;
        wanted.push_back({i, rows.size(), cosine});
      }
      EXPECT_EQ(found, wanted) << threshold;
    }
  }
}

TEST(Sketch, IsNeverBelowTheCosine) {
  const auto vectors = RandomVectors(31, 80);
  std::vector<std::vector<Entry>> scaled;
  for (const std::vector<Term>& vector : vectors) {
    scaled.emplace_back();
    for (const Term& term : vector) {
      scaled.back().push_back({static_cast<std::uint32_t>(term.key * 7),
                               static_cast<float>(term.bits / NormOf(vector))});
    }
  }
  double slack = 0;
  for (std::size_t a = 0; a < vectors.size(); ++a) {
    for (std::size_t b = 0; b < vectors.size(); ++b) {
      const double bound = BoundOf(SketchOf(scaled[a]), SketchOf(scaled[b])) /
                           (Sketch::kScale * Sketch::kScale);
      const double cosine = CosineOf(vectors[a], vectors[b]);
      EXPECT_GE(bound, cosine - 1e-5);
      slack += bound - cosine;
    }
  }
  EXPECT_LT(slack / (80 * 80), 0.25) << "a bound that bounds nothing";
}

TEST(WordTable, NumbersKeysInTheOrderTheyAreMet) {
  WordTable table;
  std::mt19937_64 random(3);
  std::vector<std::uint64_t> keys;
  for (int i = 0; i < 5'000; ++i) keys.push_back(random() >> (random() % 60));
  std::map<std::uint64_t, std::uint32_t> wanted;
  for (const std::uint64_t key : keys) {
    const auto number = static_cast<std::uint32_t>(wanted.size());
    EXPECT_EQ(table.Intern(key), wanted.emplace(key, number).first->second);
  }
  EXPECT_EQ(table.size(), wanted.size());
  for (const auto& [key, number] : wanted) {
    EXPECT_EQ(table.Find(key), number);
    EXPECT_EQ(table.KeyOf(number), key);
  }
  EXPECT_EQ(table.Find(0xFFFFFFFFFFFFFFF0ull), WordTable::kNone);
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
