#include "index/vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace concord::index {
namespace {

TEST(EditDistance, CountsInsertedLostChangedAndSwappedLetters) {
  const struct {
    std::string_view a, b;
    std::uint32_t distance;
  } cases[] = {
      {"", "", 0},
      {"plan", "plan", 0},
      {"plan", "plans", 1},
      {"plan", "lan", 1},
      {"plan", "pian", 1},
      {"plan", "paln", 1},
      {"plan", "pnal", 2},
      {"", "ab", 2},
      {"recomendaton", "recommendation", 2},
      {"ca", "abc", 3},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(EditDistance(one.a, one.b, 5), one.distance) << one.a;
    EXPECT_EQ(EditDistance(one.b, one.a, 5), one.distance) << one.b;
  }
}

TEST(EditDistance, StopsAtItsLimit) {
  EXPECT_EQ(EditDistance("inspection", "plan", 2), 3u);
  EXPECT_EQ(EditDistance("abcdef", "ghijkl", 2), 3u);
  EXPECT_EQ(EditDistance(std::string(200, 'a'), std::string(200, 'a'), 2), 3u);
}

// The table of all distances, without limits and early ends.
std::uint32_t PlainDistance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::uint32_t>> table(
      a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::uint32_t i = 0; i <= a.size(); ++i) {
    for (std::uint32_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

TEST(EditDistance, AgreesWithThePlainTableOnAllShortWords) {
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < words.size() && words[i].size() < 4; ++i) {
    for (const char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  }
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      const std::uint32_t plain = std::min(PlainDistance(a, b), 3u);
      ASSERT_EQ(EditDistance(a, b, 2), plain) << a << " " << b;
    }
  }
}

TEST(StemOf, LeavesNumbersAndOtherLettersAlone) {
  EXPECT_EQ(StemOf("inspected"), StemOf("inspecting"));
  EXPECT_EQ(StemOf("dying"), StemOf("die"));
  EXPECT_EQ(StemOf("dcc4s"), "dcc4s");
  EXPECT_EQ(StemOf("σοφοι"), "σοφοι");
}

}  // namespace
}  // namespace concord::index
