// Two texts by themselves, outside any archive: does the similarity order pairs
// as a person does? Forty pairs of three kinds of text, graded by hand from 0
// (nothing in common) to 5 (the same said twice).

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "concord/overlap/overlap.h"

namespace concord::overlap {
namespace {

struct Graded {
  double grade;
  const char* a;
  const char* b;
};

constexpr Graded kHeadlines[] = {
    {5, "Ferry sinks off island, dozens missing",
     "Dozens missing after ferry sinks off island"},
    {5, "Central bank raises interest rates by half a point",
     "Interest rates raised half a point by central bank"},
    {4, "Rail workers begin two-day strike over pay",
     "Train staff start 48-hour strike in pay dispute"},
    {4, "Storm leaves thousands of homes without power",
     "Thousands of households lose electricity in storm"},
    {3, "Minister resigns over expenses claims",
     "Minister under pressure to resign over expenses"},
    {3, "Earthquake of magnitude six shakes northern coast",
     "Strong earthquake felt in northern towns, no damage reported"},
    {2, "Court jails former mayor for bribery",
     "Court clears former mayor of bribery charges"},
    {2, "Oil prices fall as stocks rise", "Share prices fall as oil slips"},
    {1, "Police arrest two men after shop robbery",
     "Police search for missing hiker enters third day"},
    {1, "Government to build new hospital in the east",
     "Government denies plans to sell national airline"},
    {0, "Striker signs new contract with champions",
     "Volcano forces evacuation of villages"},
    {0, "Museum opens gallery of modern sculpture",
     "Drought cuts wheat harvest by a third"},
    {0, "Telescope finds water on distant planet",
     "Bus fares to go up in January"},
};

constexpr Graded kCaptions[] = {
    {5, "A man is playing a guitar on a stage",
     "A man plays a guitar on stage"},
    {5, "Two dogs run through the snow", "Two dogs are running in the snow"},
    {4, "A woman is slicing an onion", "A lady cuts an onion"},
    {4, "A child jumps into a swimming pool", "A kid is jumping into the pool"},
    {3, "A brown horse stands in a green field", "Two horses graze in a field"},
    {3, "A boy in a red shirt kicks a ball",
     "A boy in a blue shirt throws a ball"},
    {2, "A cat is sleeping on a sofa", "A dog is sleeping on a bed"},
    {2, "A man is riding a bicycle along the beach",
     "A woman walks along the beach"},
    {1, "A group of people sit around a table",
     "A group of people climb a mountain"},
    {1, "A girl is painting her nails", "A girl is reading a letter"},
    {0, "A plane is taking off", "A chef stirs soup in a pot"},
    {0, "A yellow bus stands at a corner", "Three elephants drink at a river"},
    {0, "An old man feeds pigeons", "A surfer rides a wave"},
};

constexpr Graded kAnswers[] = {
    {5, "You should restart the router and then try to connect again",
     "Restart your router, then try connecting again"},
    {5, "It depends on how much time you are willing to spend on it",
     "It depends on how much time you want to spend"},
    {4, "Seal the joint with silicone before you fit the new tile",
     "Put silicone on the joint first, then fit the tile"},
    {4, "Water the seedlings every morning but never at noon",
     "Water your seedlings each morning, not at midday"},
    {3, "Let the dough rest for an hour in a warm place",
     "Leave the dough in the fridge overnight"},
    {3, "I would call the bank and ask them to cancel the card",
     "Write to the bank if you want to close the account"},
    {2, "You can use vinegar to clean the kettle",
     "I clean my windows with vinegar and newspaper"},
    {2, "Check the oil level before a long journey",
     "Check the pressure of the tyres once a month"},
    {1, "The best time to plant roses is late autumn",
     "The best time to visit the city is early spring"},
    {1, "You need a visa if you stay longer than a month",
     "You need a permit to build a shed of that size"},
    {0, "Add a pinch of salt to the water before it boils",
     "My laptop will not recognise the second screen"},
    {0, "Cats usually dislike the smell of oranges",
     "The contract ends when either side gives notice"},
    {0, "Use a longer screw for the top hinge",
     "Nobody answered the telephone at the embassy"},
    {0, "Turn left after the church and follow the canal",
     "Most of the vitamins are in the skin"},
};

// Ranks from 1; equal values share the mean of theirs.
std::vector<double> Ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return values[a] < values[b];
  });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
    const double shared = (static_cast<double>(i + end) + 1) / 2;
    for (; i < end; ++i) ranks[order[i]] = shared;
  }
  return ranks;
}

double Pearson(const std::vector<double>& a, const std::vector<double>& b) {
  const auto mean = [](const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) /
           static_cast<double>(values.size());
  };
  const double mean_a = mean(a);
  const double mean_b = mean(b);
  double both = 0;
  double of_a = 0;
  double of_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += (a[i] - mean_a) * (b[i] - mean_b);
    of_a += (a[i] - mean_a) * (a[i] - mean_a);
    of_b += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return both / std::sqrt(of_a * of_b);
}

TEST(Similarity, OrdersPairsAsAPersonDoes) {
  const Comparer comparer;
  std::vector<double> grades;
  std::vector<double> similarities;
  const auto add = [&](const auto& pairs) {
    for (const Graded& pair : pairs) {
      grades.push_back(pair.grade);
      const Comparison comparison = comparer.CompareTexts(pair.a, pair.b);
      similarities.push_back(comparison.similarity);
      EXPECT_DOUBLE_EQ(comparison.similarity,
                       comparer.CompareTexts(pair.b, pair.a).similarity);
    }
  };
  add(kHeadlines);
  add(kCaptions);
  add(kAnswers);
  ASSERT_EQ(grades.size(), 40u);
  const double spearman = Pearson(Ranks(grades), Ranks(similarities));
  const double pearson = Pearson(grades, similarities);
  RecordProperty("spearman", std::to_string(spearman));
  EXPECT_GE(spearman, 0.88);
  EXPECT_GE(pearson, 0.87);
}

TEST(Similarity, PutsTheSameSaidTwiceAboveTheSameSubject) {
  const Comparer comparer;
  const double twice = comparer
                           .CompareTexts("Two dogs run through the snow",
                                         "Two dogs are running in the snow")
                           .similarity;
  const double subject = comparer
                             .CompareTexts("Two dogs run through the snow",
                                           "A dog is sleeping on a bed")
                             .similarity;
  EXPECT_GT(twice, subject);
}

struct Nearer {
  const char* why;
  const char* text;
  const char* near;
  const char* far;
};

constexpr Nearer kNearer[] = {
    {"a compound written apart", "A lifeboat crew trained on the slipway",
     "The crew of a life boat trained on a slipway",
     "The crew of a small boat trained on a slipway"},
    {"initials for the words", "Northmarch Police Authority opens a new depot",
     "NPA opens new depot", "HGV opens new depot"},
    {"letters with points", "U.S. envoy leaves the talks",
     "US envoy leaves talks", "Danish envoy leaves talks"},
    {"the same figure", "The harbour index rose 1,200.5 points",
     "Harbour index up 1200.5 points", "Harbour index up 980.5 points"},
    {"opposite words", "Ferry fares close higher after the strike",
     "Ferry fares close after the strike",
     "Ferry fares close lower after the strike"},
    {"half of many words, half of few",
     "The dredger cleared silt and gravel from the inner basin before the "
     "herring fleet returned to the northern quay",
     "Before the herring fleet came back the dredger cleared the inner basin "
     "and lifted two wrecks off the bar",
     "The dredger sailed"},
};

TEST(Similarity, KnowsTwoWritingsOfOneThing) {
  const Comparer comparer;
  for (const Nearer& c : kNearer) {
    const Comparison near = comparer.CompareTexts(c.text, c.near);
    const Comparison far = comparer.CompareTexts(c.text, c.far);
    EXPECT_GT(near.weight, far.weight + 1) << c.why;
    double sum = 0;
    for (const Part& part : near.parts) sum += part.weight;
    EXPECT_DOUBLE_EQ(sum, near.weight) << c.why;
  }
}

TEST(Similarity, QuotesTheOppositeWords) {
  const Comparison comparison =
      Comparer().CompareTexts("Fares close higher", "Fares close lower");
  const auto meaning =
      std::find_if(comparison.parts.begin(), comparison.parts.end(),
                   [](const Part& part) { return part.name == "meaning"; });
  ASSERT_NE(meaning, comparison.parts.end());
  EXPECT_EQ(meaning->level, "words of opposite meaning");
  EXPECT_EQ(meaning->quote_a, "higher");
  EXPECT_EQ(meaning->quote_b, "lower");
}

}  // namespace
}  // namespace concord::overlap
