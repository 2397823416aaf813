// Rows are handed out in runs of a few hundred to whichever thread is free.
// Every pair's cosine depends on its two rows alone, so the result does not
// depend on who computed it.

#include "overlap/all_pairs.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace concord::overlap {
namespace {

constexpr std::size_t kRun = 256;

unsigned ThreadsFor(std::size_t rows, unsigned wanted) {
  const std::size_t processors = std::thread::hardware_concurrency();
  const std::size_t runs = (rows + kRun - 1) / kRun;
  return static_cast<unsigned>(std::max<std::size_t>(
      std::min(runs, wanted == 0 ? processors : wanted), 1));
}

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
  std::atomic<std::size_t> next{0};
  const auto work = [&](std::vector<RowPair>* pairs) {
    PairIndex::Search search(index);
    for (std::size_t begin = next.fetch_add(kRun); begin < index.size();
         begin = next.fetch_add(kRun)) {
      const std::size_t end = std::min(begin + kRun, index.size());
      for (std::size_t row = begin; row < end; ++row) {
        search.PairsOf(row, pairs);
      }
    }
  };
  std::vector<std::vector<RowPair>> found(ThreadsFor(index.size(), threads));
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < found.size(); ++i) {
      others.emplace_back(work, &found[i]);
    }
    work(&found.front());
  }
  std::vector<RowPair> pairs = std::move(found.front());
  for (std::size_t i = 1; i < found.size(); ++i) {
    pairs.insert(pairs.end(), found[i].begin(), found[i].end());
    found[i] = {};
  }
  SortAndMakeUnique(&pairs);
  return pairs;
}

}  // namespace concord::overlap
