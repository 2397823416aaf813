// Vectors are scaled to length 1 and their words ordered from the most to the
// least frequent. Let |x<p| be the length of x's words before p. For a pair
// with a cosine of at least t let p be the rarest word both have. Then
//
//   |x<=p| >= t and |y<=p| >= t, for all that they share lies there: so only
//   words from the first such p on are indexed, and looked up;
//
//   x[p] y[p] + |x<p| |y<p| >= t. The postings of p are in order of |y<p|,
//   longest first, and reading stops where this cannot hold any more;
//
//   either |y<p| >= |x<p| or the other way round: in a join each row reads only
//   postings of rows at least as long before p, and the pair is met from one
//   side;
//
//   the sketches of x and y (sketch.h) allow a cosine of t.
//
// What is left, one candidate in a hundred or fewer, is multiplied out from the
// rows themselves, in double precision and one fixed order, and compared with t
// itself. Bounds are in single precision, compared with t less what rounding
// may cost. No sums are kept for rows, unlike in the joins of the L2AP family
// (Anastasiu and Karypis 2014), from which the first two bounds come: the
// random access to them was nine tenths of the time. Cost: quadratic in the
// number of rows, see docs/performance.md. Test: all_pairs_test.cpp against
// brute force.

#include "overlap/join/pair_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace concord::overlap {
namespace {

constexpr double kSmallestThreshold = 1e-6;

// A float is off by 2^-24 of itself; a sum of n products by n times that, and
// lengths and sketches by a few more.
double RoundingOf(std::size_t words) {
  constexpr double kUnit = 1.2e-7;
  return kUnit * (static_cast<double>(words) + 8);
}

float Length(double squares) { return static_cast<float>(std::sqrt(squares)); }

double Square(float value) { return double{value} * value; }

void SortByRank(std::span<Entry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.word < b.word; });
}

}  // namespace

PairIndex::PairIndex(std::vector<Row> rows, double threshold)
    : rows_(std::move(rows)),
      threshold_(std::max(threshold, kSmallestThreshold)) {
  std::size_t longest = 0;
  for (const Row& row : rows_) longest = std::max(longest, row.terms.size());
  bound_ = static_cast<float>(threshold_ - RoundingOf(longest));
  Pack();
  Index();
  SortPostings();
}

// Rows as entries, first under the numbers of their words, then their ranks.
void PairIndex::Pack() {
  std::size_t total = 0;
  for (const Row& row : rows_) total += row.terms.size();
  entries_.reserve(total);
  begin_.reserve(rows_.size() + 1);
  norms_.reserve(rows_.size());
  begin_.push_back(0);
  std::vector<std::uint32_t> holders;
  for (const Row& row : rows_) {
    norms_.push_back(NormOf(row.terms));
    for (const Term& term : row.terms) {
      if (term.bits <= 0) continue;
      const std::uint32_t word = table_.Intern(term.key);
      if (word == holders.size()) holders.push_back(0);
      ++holders[word];
      entries_.push_back({word, static_cast<float>(term.bits / norms_.back())});
    }
    begin_.push_back(entries_.size());
  }
  RankWords(holders);
  sketches_.reserve(rows_.size());
  for (Entry& entry : entries_) entry.word = rank_[entry.word];
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    SortByRank({entries_.data() + begin_[row], begin_[row + 1] - begin_[row]});
    sketches_.push_back(SketchOf(EntriesOf(row)));
  }
}

void PairIndex::RankWords(const std::vector<std::uint32_t>& holders) {
  std::vector<std::uint32_t> order(holders.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return holders[a] != holders[b] ? holders[a] > holders[b]
                                    : table_.KeyOf(a) < table_.KeyOf(b);
  });
  rank_.resize(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank_[order[i]] = i;
}

template <class Visit>
void PairIndex::ForEachIndexed(std::size_t row, Visit visit) const {
  double squares = 0;
  for (const Entry& entry : EntriesOf(row)) {
    const float before = Length(squares);
    squares += Square(entry.value);
    if (Length(squares) >= bound_) visit(entry, before);
  }
}

void PairIndex::Index() {
  list_begin_.assign(table_.size() + 1, 0);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    ForEachIndexed(
        row, [&](const Entry& entry, float) { ++list_begin_[entry.word + 1]; });
  }
  std::partial_sum(list_begin_.begin(), list_begin_.end(), list_begin_.begin());
  postings_.resize(list_begin_.back());
  std::vector<std::size_t> next(list_begin_.begin(), list_begin_.end() - 1);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    ForEachIndexed(row, [&](const Entry& entry, float before) {
      postings_[next[entry.word]++] = {before, entry.value,
                                       static_cast<std::uint32_t>(row)};
    });
  }
}

void PairIndex::SortPostings() {
  largest_.assign(table_.size(), 0);
  for (std::size_t word = 0; word < table_.size(); ++word) {
    const auto begin =
        postings_.begin() + static_cast<std::ptrdiff_t>(list_begin_[word]);
    const auto end =
        postings_.begin() + static_cast<std::ptrdiff_t>(list_begin_[word + 1]);
    std::sort(begin, end, [](const Posting& a, const Posting& b) {
      return a.before != b.before ? a.before > b.before : a.row < b.row;
    });
    for (auto posting = begin; posting != end; ++posting) {
      largest_[word] = std::max(largest_[word], posting->value);
    }
  }
}

void PairIndex::Search::PairsOf(std::size_t row, std::vector<RowPair>* pairs) {
  Propose(index_.EntriesOf(row), /*with_longer_only=*/true);
  Verify(index_.rows_[row], index_.norms_[row], row, pairs);
}

void PairIndex::Search::Like(TermRun terms, std::uint64_t group,
                             std::vector<RowPair>* pairs) {
  std::vector<Entry> entries;
  const double norm = NormOf(terms);
  for (const Term& term : terms) {
    if (term.bits <= 0) continue;
    const std::uint32_t word = index_.table_.Find(term.key);
    // A word that no row holds is rarer than all others.
    entries.push_back({word == WordTable::kNone ? word : index_.rank_[word],
                       static_cast<float>(term.bits / norm)});
  }
  SortByRank(entries);
  Propose(entries, /*with_longer_only=*/false);
  Verify({terms, group}, norm, index_.size(), pairs);
}

void PairIndex::Search::Propose(std::span<const Entry> entries,
                                bool with_longer_only) {
  candidates_.clear();
  double squares = 0;
  for (const Entry& entry : entries) {
    const float before = Length(squares);
    squares += Square(entry.value);
    if (Length(squares) < index_.bound_ || entry.word == WordTable::kNone) {
      continue;
    }
    ProposeFrom(entry, before, with_longer_only ? before : 0);
  }
  CompareSketches(SketchOf(entries));
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()),
                    candidates_.end());
}

void PairIndex::Search::ProposeFrom(const Entry& entry, float before,
                                    float least) {
  const float bound = index_.bound_;
  const float stop = bound - entry.value * index_.largest_[entry.word];
  for (const Posting& posting : index_.PostingsOf(entry.word)) {
    if (posting.before < least || before * posting.before < stop) break;
    ++work_.postings;
    if (entry.value * posting.value + before * posting.before >= bound) {
      candidates_.push_back(posting.row);
    }
  }
}

// Drops the candidates whose sketches forbid the threshold. The sketches are
// all over memory, but it is known long before which will be wanted.
void PairIndex::Search::CompareSketches(const Sketch& mine) {
  constexpr std::size_t kAhead = 16;
  work_.candidates += candidates_.size();
  const float scaled = index_.bound_ * Sketch::kScale * Sketch::kScale;
  const auto needed = static_cast<std::uint32_t>(std::max(scaled, 0.0f));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (i + kAhead < candidates_.size()) {
      __builtin_prefetch(&index_.sketches_[candidates_[i + kAhead]]);
    }
    const std::uint32_t row = candidates_[i];
    if (BoundOf(mine, index_.sketches_[row]) >= needed) {
      candidates_[kept++] = row;
    }
  }
  candidates_.resize(kept);
}

void PairIndex::Search::Verify(const Row& row, double norm, std::size_t id,
                               std::vector<RowPair>* pairs) {
  for (const std::uint32_t other : candidates_) {
    const Row& found = index_.rows_[other];
    if (other == id || found.group == row.group) continue;
    ++work_.verified;
    const double cosine =
        CosineOf(found.terms, index_.norms_[other], row.terms, norm);
    if (cosine < index_.threshold_) continue;
    pairs->push_back({std::min<std::size_t>(other, id),
                      std::max<std::size_t>(other, id), cosine});
  }
}

}  // namespace concord::overlap
