#pragma once
// The usual approximate way to find near-duplicates, to measure against: 32
// bands of 4 minimal hashes over the words of a text; texts that agree in one
// band are candidates, and their cosine decides. It misses what no band shows.

#include <vector>

#include "overlap/join/pair_index.h"

namespace concord::overlap {

// In order of (a, b); every pair has a cosine of at least `threshold`.
std::vector<RowPair> MinHashPairs(const std::vector<Row>& rows,
                                  double threshold);

}  // namespace concord::overlap
