// The all-pairs join: an inverted index over the rare end of each vector.
//
// Vectors are scaled to length 1 and their words ordered from the most to the
// least frequent. Let |x<p| be the length of x's first p words. Two facts make
// most of the work unnecessary, and leave the result exact:
//
//   indexing   words of x are indexed only from the first p with |x<=p| >= t: a
//              y that shares only earlier words has a cosine below t.
//   admitting  while x's words are looked up from rare to frequent, a y not
//              seen before is admitted only while |x<=p| >= t.
//   verifying  when the postings are done, acc(y) holds the indexed words; the
//              rest is at most |y<cut(y)| * |x restricted to words as frequent
//              as those before y's cut|. Below t: no need to multiply out.
//
// (The bound over the remaining lengths is the one of the L2AP family of joins;
// Anastasiu and Karypis 2014, after Bayardo et al. 2007.) A bound is compared
// with t less a hair, because it is rounded; the final cosine is computed in
// one fixed order and compared with t itself. Cost: quadratic at worst, some
// 30 % of the postings in practice. Test: all_pairs_test.cpp against brute
// force.

#include "overlap/all_pairs.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace concord::overlap {
namespace {

constexpr double kHair = 1e-9;

struct Entry {
  std::uint32_t word = 0;  // rank: 0 is the most frequent
  double value = 0;        // scaled to length 1
};

struct Vector {
  std::vector<Entry> entries;         // by rank, frequent first
  std::vector<double> prefix_length;  // |entries[0..i]|
  std::size_t cut = 0;                // entries from here on are indexed
  double unindexed_length = 0;        // of entries[0..cut)
};

using Ranks = std::unordered_map<std::uint64_t, std::uint32_t>;

Ranks RankWords(const std::vector<Row>& rows) {
  std::unordered_map<std::uint64_t, std::uint32_t> holders;
  for (const Row& row : rows) {
    for (const Term& term : *row.terms) ++holders[term.key];
  }
  std::vector<std::pair<std::uint32_t, std::uint64_t>> order;
  order.reserve(holders.size());
  for (const auto& [key, count] : holders) order.emplace_back(count, key);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  Ranks ranks;
  for (std::size_t i = 0; i < order.size(); ++i) {
    ranks.emplace(order[i].second, static_cast<std::uint32_t>(i));
  }
  return ranks;
}

Vector MakeVector(const Row& row, const Ranks& ranks, double threshold) {
  Vector vector;
  const double norm = NormOf(*row.terms);
  if (norm <= 0) return vector;
  for (const Term& term : *row.terms) {
    vector.entries.push_back({ranks.at(term.key), term.bits / norm});
  }
  std::sort(vector.entries.begin(), vector.entries.end(),
            [](const Entry& a, const Entry& b) { return a.word < b.word; });
  double squares = 0;
  vector.cut = vector.entries.size();
  for (std::size_t i = 0; i < vector.entries.size(); ++i) {
    const double before = std::sqrt(squares);
    squares += vector.entries[i].value * vector.entries[i].value;
    vector.prefix_length.push_back(std::sqrt(squares));
    const bool indexed = vector.prefix_length.back() >= threshold - kHair;
    if (indexed && vector.cut == vector.entries.size()) {
      vector.cut = i;
      vector.unindexed_length = before;
    }
  }
  return vector;
}

struct Posting {
  std::uint32_t row = 0;
  double value = 0;
};

// One pass: each row is looked up among the rows before it, then indexed.
class Join {
 public:
  Join(const std::vector<Row>& rows, double threshold)
      : rows_(rows), threshold_(threshold) {
    const Ranks ranks = RankWords(rows);
    postings_.resize(ranks.size());
    vectors_.reserve(rows.size());
    for (const Row& row : rows) {
      vectors_.push_back(MakeVector(row, ranks, threshold));
    }
    found_.resize(rows.size(), 0);
  }

  std::vector<RowPair> Run() {
    for (std::size_t x = 0; x < rows_.size(); ++x) {
      Accumulate(x);
      Verify(x);
      Index(x);
    }
    std::sort(pairs_.begin(), pairs_.end(),
              [](const RowPair& a, const RowPair& b) {
                return a.a != b.a ? a.a < b.a : a.b < b.b;
              });
    return std::move(pairs_);
  }

 private:
  void Accumulate(std::size_t x) {
    const Vector& vector = vectors_[x];
    for (std::size_t i = vector.entries.size(); i-- > 0;) {
      const Entry& entry = vector.entries[i];
      const bool admits = vector.prefix_length[i] >= threshold_ - kHair;
      for (const Posting& posting : postings_[entry.word]) {
        double& sum = found_[posting.row];
        if (sum == 0) {
          if (!admits || rows_[posting.row].group == rows_[x].group) continue;
          candidates_.push_back(posting.row);
        }
        sum += entry.value * posting.value;
      }
    }
  }

  // Length of x's words that are at least as frequent as the last one y did
  // not index.
  static double LengthUpTo(const Vector& x, std::uint32_t word) {
    const auto after =
        std::upper_bound(x.entries.begin(), x.entries.end(), word,
                         [](std::uint32_t rank, const Entry& entry) {
                           return rank < entry.word;
                         });
    const auto count = static_cast<std::size_t>(after - x.entries.begin());
    return count == 0 ? 0 : x.prefix_length[count - 1];
  }

  void Verify(std::size_t x) {
    for (const std::uint32_t y : candidates_) {
      const double sum = found_[y];
      found_[y] = 0;
      const Vector& other = vectors_[y];
      const double rest =
          other.cut == 0
              ? 0
              : other.unindexed_length *
                    LengthUpTo(vectors_[x], other.entries[other.cut - 1].word);
      if (sum + rest < threshold_ - kHair) continue;
      const double cosine = CosineOf(*rows_[y].terms, *rows_[x].terms);
      if (cosine >= threshold_) pairs_.push_back({y, x, cosine});
    }
    candidates_.clear();
  }

  void Index(std::size_t x) {
    const Vector& vector = vectors_[x];
    for (std::size_t i = vector.cut; i < vector.entries.size(); ++i) {
      postings_[vector.entries[i].word].push_back(
          {static_cast<std::uint32_t>(x), vector.entries[i].value});
    }
  }

  const std::vector<Row>& rows_;
  double threshold_;
  std::vector<Vector> vectors_;
  std::vector<std::vector<Posting>> postings_;  // by rank of the word
  std::vector<double> found_;                   // sums of the row looked up
  std::vector<std::uint32_t> candidates_;
  std::vector<RowPair> pairs_;
};

}  // namespace

std::vector<RowPair> AllPairs(const std::vector<Row>& rows, double threshold) {
  constexpr double kSmallest = 1e-6;
  return Join(rows, std::max(threshold, kSmallest)).Run();
}

}  // namespace concord::overlap
