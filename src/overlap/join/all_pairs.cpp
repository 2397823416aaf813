// Rows are handed out in runs of a few hundred to whichever thread is free.
// Every pair's cosine depends on its two rows alone, so the result does not
// depend on who computed it.
//
// A large archive is indexed a block at a time: the rows of a block are paired
// with one another, and those that come after it are looked up in it. Each pair
// is met where the earlier of its two rows is indexed, and the index never
// takes more than a block's memory.

#include "overlap/join/all_pairs.h"
#include "concord/base/in_runs.h"

#include <algorithm>

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

// Pairs of which the earlier row is in [begin, end), by the rows' numbers.
class Block {
 public:
  Block(const std::vector<Row>& rows, std::size_t begin, std::size_t end,
        double threshold)
      : rows_(rows),
        begin_(begin),
        end_(end),
        index_({rows.begin() + static_cast<std::ptrdiff_t>(begin),
                rows.begin() + static_cast<std::ptrdiff_t>(end)},
               threshold) {}

  void AddPairs(std::size_t threads, std::vector<RowPair>* pairs) const {
    std::vector<std::vector<RowPair>> found(threads);
    std::vector<PairIndex::Search> searches(threads, PairIndex::Search(index_));
    InRuns(rows_.size() - begin_, kRun, threads,
           [&](std::size_t thread, std::size_t from, std::size_t to) {
             for (std::size_t i = from; i < to; ++i) {
               AddPairsOf(begin_ + i, &searches[thread], &found[thread]);
             }
           });
    for (const std::vector<RowPair>& some : found) {
      pairs->insert(pairs->end(), some.begin(), some.end());
    }
  }

 private:
  void AddPairsOf(std::size_t row, PairIndex::Search* search,
                  std::vector<RowPair>* pairs) const {
    const std::size_t known = pairs->size();
    const bool indexed = row < end_;
    if (indexed) {
      search->PairsOf(row - begin_, pairs);
    } else {
      search->Like(rows_[row].terms, rows_[row].group, pairs);
    }
    for (std::size_t i = known; i < pairs->size(); ++i) {
      RowPair& pair = (*pairs)[i];
      pair.a += begin_;
      pair.b = indexed ? pair.b + begin_ : row;
    }
  }

  const std::vector<Row>& rows_;
  std::size_t begin_;
  std::size_t end_;
  PairIndex index_;
};

}  // namespace

std::vector<RowPair> AllPairs(const std::vector<Row>& rows, double threshold,
                              unsigned threads, std::size_t block) {
  std::vector<RowPair> pairs;
  for (std::size_t begin = 0; begin < rows.size(); begin += block) {
    const std::size_t end = std::min(begin + block, rows.size());
    Block(rows, begin, end, threshold)
        .AddPairs(ThreadsFor(rows.size() - begin, kRun, threads), &pairs);
  }
  SortAndMakeUnique(&pairs);
  return pairs;
}

}  // namespace concord::overlap
