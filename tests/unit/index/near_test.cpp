#include "index/near.h"

#include <gtest/gtest.h>

#include <set>

namespace concord::index {
namespace {

using Positions = std::vector<std::vector<std::uint32_t>>;

TEST(AreNear, EachWordNeedsAPlaceOfItsOwn) {
  const struct {
    Positions positions;
    std::uint32_t apart;
    bool near;
  } cases[] = {
      {{{1}, {5}}, 4, true},
      {{{1}, {5}}, 3, false},
      {{{5}, {5}}, 10, false},
      {{{1, 5}, {5}}, 4, true},
      {{{5}, {1, 5}}, 4, true},
      {{{5, 9}, {5, 9}}, 4, true},
      {{{5, 9}, {5, 9}}, 3, false},
      {{{5, 6}, {5, 6}, {5, 6}}, 10, false},
      {{{5, 6}, {5, 6}, {7}}, 2, true},
      // The second and third have to give way, one after the other.
      {{{1, 2}, {1, 3}, {2}, {1}}, 9, false},
      {{{1, 2}, {1, 3}, {2, 4}, {1}}, 9, true},
      {{{1, 100}, {50, 99}}, 2, true},
      {{{1}, {}}, 10, false},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(AreNear(one.positions, one.apart), one.near)
        << "case " << &one - cases;
  }
}

// All sets of positions below 4, for three words.
TEST(AreNear, AgreesWithTryingEverything) {
  const auto set_of = [](int bits) {
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 0; i < 4; ++i) {
      if ((bits >> i & 1) != 0) positions.push_back(i);
    }
    return positions;
  };
  for (int bits = 0; bits < 16 * 16 * 16; ++bits) {
    const Positions words{set_of(bits & 15), set_of(bits >> 4 & 15),
                          set_of(bits >> 8 & 15)};
    for (const std::uint32_t apart : {2u, 3u}) {
      bool near = false;
      for (const std::uint32_t a : words[0]) {
        for (const std::uint32_t b : words[1]) {
          for (const std::uint32_t c : words[2]) {
            const std::set<std::uint32_t> all{a, b, c};
            near = near ||
                   (all.size() == 3 && *all.rbegin() - *all.begin() <= apart);
          }
        }
      }
      ASSERT_EQ(AreNear(words, apart), near) << bits << " " << apart;
    }
  }
}

}  // namespace
}  // namespace concord::index
