// Rows are handed out in runs of a few hundred to whichever thread is free.
// Every pair's cosine depends on its two rows alone, so the result does not
// depend on who computed it.

#include "overlap/all_pairs.h"

#include <algorithm>

#include "overlap/in_runs.h"

namespace concord::overlap {
namespace {

constexpr std::size_t kRun = 256;

void SortAndMakeUnique(std::vector<RowPair>* pairs) {
  std::sort(pairs->begin(), pairs->end(),
            [](const RowPair& a, const RowPair& b) {
              return a.a != b.a ? a.a < b.a : a.b < b.b;
            });
  pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
}

}  // namespace

std::vector<RowPair> AllPairs(std::vector<Row> rows, double threshold,
                              unsigned threads) {
  const PairIndex index(std::move(rows), threshold);
  std::vector<std::vector<RowPair>> found(
      ThreadsFor(index.size(), kRun, threads));
  std::vector<PairIndex::Search> searches(found.size(),
                                          PairIndex::Search(index));
  InRuns(index.size(), kRun, found.size(),
         [&](std::size_t thread, std::size_t begin, std::size_t end) {
           for (std::size_t row = begin; row < end; ++row) {
             searches[thread].PairsOf(row, &found[thread]);
           }
         });
  std::vector<RowPair> pairs = std::move(found.front());
  for (std::size_t i = 1; i < found.size(); ++i) {
    pairs.insert(pairs.end(), found[i].begin(), found[i].end());
    found[i] = {};
  }
  SortAndMakeUnique(&pairs);
  return pairs;
}

}  // namespace concord::overlap
