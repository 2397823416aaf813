#include "extraction/in_span.h"

#include <gtest/gtest.h>

#include <random>

namespace concord::extraction {
namespace {

struct Placed {
  TextSpan span;
};

// What the promise says, item by item.
std::vector<const Placed*> OneByOne(const std::vector<Placed>& items,
                                    TextSpan within) {
  std::vector<const Placed*> found;
  for (const Placed& item : items) {
    if (item.span.begin >= within.begin && item.span.begin < within.end) {
      found.push_back(&item);
    }
  }
  return found;
}

TEST(BeginningIn, GivesWhatLookingAtEachGives) {
  std::mt19937 random(11);
  const auto below = [&](std::uint32_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<Placed> items;
    std::uint32_t at = 0;
    for (std::uint32_t left = below(12); left > 0; --left) {
      at += below(4);  // several may begin at one place
      items.push_back({{at, at + below(5)}});
    }
    const TextSpan within{below(30), below(30)};
    std::vector<const Placed*> found;
    for (const Placed& item : BeginningIn(items, within)) {
      found.push_back(&item);
    }
    EXPECT_EQ(found, OneByOne(items, within))
        << within.begin << " to " << within.end;
  }
}

}  // namespace
}  // namespace concord::extraction
