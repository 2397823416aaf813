#include "overlap/copies.h"

#include <algorithm>
#include <numeric>

namespace concord::overlap {
namespace {

using Members = std::vector<std::size_t>;

// Thirty and more: each with the first, and out of the join.
void AddMany(const Members& members, Copies* copies) {
  for (const std::size_t one : members) {
    if (one == members.front()) continue;
    copies->joins[one] = false;
    copies->pairs.emplace_back(members.front(), one);
  }
}

// A few: those of different reports meet in the join.
void AddFew(const Members& members, const Outlines& texts, Copies* copies) {
  for (std::size_t x = 0; x < members.size(); ++x) {
    for (std::size_t y = x + 1; y < members.size(); ++y) {
      if (texts[members[x]].report != texts[members[y]].report) continue;
      copies->pairs.emplace_back(members[x], members[y]);
    }
  }
}

}  // namespace

Copies FindCopies(const Outlines& texts) {
  Copies copies;
  copies.joins.assign(texts.size(), true);
  Members order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(texts[a].words, a) < std::pair(texts[b].words, b);
  });
  for (auto begin = order.begin(); begin != order.end();) {
    const std::uint64_t words = texts[*begin].words;
    const auto end = std::find_if(begin, order.end(), [&](std::size_t i) {
      return texts[i].words != words;
    });
    const Members members(begin, end);
    begin = end;
    if (words == 0) continue;  // no words at all
    if (members.size() >= kManyCopies) {
      AddMany(members, &copies);
    } else {
      AddFew(members, texts, &copies);
    }
  }
  std::sort(copies.pairs.begin(), copies.pairs.end());
  return copies;
}

}  // namespace concord::overlap
