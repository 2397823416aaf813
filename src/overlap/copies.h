#pragma once
// Texts that stand in an archive many times over, word for word.
//
// Five thousand copies make twelve million pairs that all say the same. From
// kManyCopies on, a text's copies are paired with the first copy of another
// report and with nothing else: the group is the same, the list is bounded.

#include <cstddef>
#include <utility>
#include <vector>

#include "concord/base/id.h"
#include "overlap/prepared.h"

namespace concord::overlap {

inline constexpr std::size_t kManyCopies = 30;

struct Copies {
  // Whether a text takes part in the join itself: all but the later copies.
  std::vector<bool> joins;
  // Pairs of a later copy with the one it is paired with, smaller first, in
  // order. Their cosine is 1.
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
};

Copies FindCopies(const std::vector<Prepared>& texts,
                  const std::vector<ReportId>& reports);

}  // namespace concord::overlap
