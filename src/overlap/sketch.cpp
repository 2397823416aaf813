#include "overlap/sketch.h"

#include <algorithm>
#include <cmath>

namespace concord::overlap {

Sketch SketchOf(std::span<const Entry> entries) {
  std::array<float, Sketch::kBuckets> squares{};
  for (const Entry& entry : entries) {
    // Ranks, so that the most frequent words are all in different buckets.
    squares[entry.word % Sketch::kBuckets] += entry.value * entry.value;
  }
  Sketch sketch;
  for (std::size_t i = 0; i < Sketch::kBuckets; ++i) {
    if (squares[i] == 0) continue;
    const float length = std::ceil(std::sqrt(squares[i]) * Sketch::kScale);
    sketch.lengths[i] =
        static_cast<std::uint8_t>(std::min(length, Sketch::kScale));
  }
  return sketch;
}

}  // namespace concord::overlap
