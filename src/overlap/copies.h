#pragma once
// Texts that stand in an archive many times over, word for word.
//
// Copies within one report (an item printed twice) are paired too, which no
// other texts of one report are. Five thousand copies make twelve million pairs
// that all say the same: from kManyCopies on, each is paired with the first of
// them and with nothing else. The group is the same, the list is bounded.

#include <cstddef>
#include <utility>
#include <vector>

#include "overlap/outline.h"

namespace concord::overlap {

inline constexpr std::size_t kManyCopies = 30;

struct Copies {
  // Whether a text takes part in the join itself: all but the later copies.
  std::vector<bool> joins;
  // Pairs that the join does not give, smaller first, in order. Their cosine is
  // 1.
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
};

Copies FindCopies(const Outlines& texts);

}  // namespace concord::overlap
