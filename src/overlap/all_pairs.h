#pragma once
// Every pair of weighted word vectors with a cosine of at least t, exactly, on
// all processors.

#include <vector>

#include "overlap/pair_index.h"

namespace concord::overlap {

// In order of (a, b), the same with any number of threads. `threads` 0: one
// for each processor. `threshold` as for PairIndex.
std::vector<RowPair> AllPairs(std::vector<Row> rows, double threshold,
                              unsigned threads = 0);

}  // namespace concord::overlap
