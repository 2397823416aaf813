#pragma once
// Every pair of weighted word vectors with a cosine of at least t, exactly.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "overlap/prepared.h"
#include "overlap/stemmer.h"

namespace concord::overlap {

struct Row {
  const std::vector<Term>* terms = nullptr;  // by key, each once
  std::uint64_t group = 0;                   // rows of one group are not paired
};

struct RowPair {
  std::size_t a = 0;  // a < b
  std::size_t b = 0;
  double cosine = 0;
};

// In order of (a, b). `threshold` above 0; at 0 and below the same as a
// threshold just above 0: pairs without a common word are never given.
std::vector<RowPair> AllPairs(const std::vector<Row>& rows, double threshold);

}  // namespace concord::overlap
