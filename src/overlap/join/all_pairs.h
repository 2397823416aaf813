#pragma once
// Every pair of weighted word vectors with a cosine of at least t, exactly, on
// all processors.

#include <vector>

#include "overlap/join/pair_index.h"

namespace concord::overlap {

// Rows that are indexed at once: 60 MB of texts of 25 words.
inline constexpr std::size_t kBlockOfRows = 1 << 18;

// In order of (a, b), the same with any number of threads and blocks of any
// size. `threads` 0: one for each processor. `threshold` as for PairIndex.
std::vector<RowPair> AllPairs(const std::vector<Row>& rows, double threshold,
                              unsigned threads = 0,
                              std::size_t block = kBlockOfRows);

}  // namespace concord::overlap
