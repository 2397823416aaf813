#pragma once
// An inverted index over the rare end of weighted word vectors: which rows have
// a cosine of at least t with this one? Exactly; no pair is missed.
//
//   const PairIndex index(rows, 0.6);
//   PairIndex::Search search(index);         // one for each thread
//   search.PairsOf(7, &pairs);
//   search.Like(terms, group, &pairs);       // rows alike to a new vector
//
// An index is immutable: any number of searches may share it. The rows' terms
// must outlive it. Memory beside them: some 12 bytes a word and 100 a row.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "overlap/join/word_table.h"
#include "overlap/sketch.h"
#include "overlap/term_run.h"

namespace concord::overlap {

struct Row {
  TermRun terms;            // by key, each once
  std::uint64_t group = 0;  // rows of one group are not paired
};

struct RowPair {
  std::size_t a = 0;  // a < b
  std::size_t b = 0;
  double cosine = 0;

  friend bool operator==(const RowPair&, const RowPair&) = default;
};

class PairIndex {
 public:
  // `threshold` above 0; at 0 and below the same as one just above 0: rows
  // without a common word are never paired. Fewer than 2^32 rows.
  PairIndex(std::vector<Row> rows, double threshold);

  std::size_t size() const { return rows_.size(); }

  class Search;

 private:
  struct Posting {
    float before = 0;  // length of the row's more frequent words
    float value = 0;
    std::uint32_t row = 0;
  };

  void Pack();
  void RankWords(const std::vector<std::uint32_t>& holders);
  // Calls visit(entry, length of the row's words before it) for each word of
  // the row from which on its words are indexed.
  template <class Visit>
  void ForEachIndexed(std::size_t row, Visit visit) const;
  void Index();
  void SortPostings();
  std::span<const Entry> EntriesOf(std::size_t row) const {
    return {entries_.data() + begin_[row], begin_[row + 1] - begin_[row]};
  }
  std::span<const Posting> PostingsOf(std::uint32_t word) const {
    return {postings_.data() + list_begin_[word],
            list_begin_[word + 1] - list_begin_[word]};
  }

  std::vector<Row> rows_;
  std::vector<double> norms_;  // of each row
  double threshold_;
  float bound_ = 0;  // the threshold less what rounding may cost
  WordTable table_;  // key -> number of the word, in order of appearance
  std::vector<std::uint32_t> rank_;      // of each number
  std::vector<std::size_t> begin_;       // of each row in entries_
  std::vector<Entry> entries_;           // by rank within a row
  std::vector<Sketch> sketches_;         // of each row
  std::vector<std::size_t> list_begin_;  // of each word in postings_
  std::vector<Posting> postings_;        // by `before`, longest first
  std::vector<float> largest_;           // value in the postings of each word
};

// What one thread needs to look rows up.
class PairIndex::Search {
 public:
  explicit Search(const PairIndex& index) : index_(index) {}

  // Appends pairs of `row`, so that all rows together give every pair at least
  // once and some of them twice.
  void PairsOf(std::size_t row, std::vector<RowPair>* pairs);
  // Appends every row alike to `terms` once, as (row, size()), in their order.
  void Like(TermRun terms, std::uint64_t group, std::vector<RowPair>* pairs);

  // What was done so far, to see where time goes.
  struct Work {
    std::uint64_t postings = 0;    // looked at
    std::uint64_t candidates = 0;  // whose sketches were compared
    std::uint64_t verified = 0;    // multiplied out
  };
  const Work& work() const { return work_; }

 private:
  void Propose(std::span<const Entry> entries, bool with_longer_only);
  void ProposeFrom(const Entry& entry, float before, float least);
  void CompareSketches(const Sketch& mine);
  void Verify(const Row& row, double norm, std::size_t id,
              std::vector<RowPair>* pairs);

  const PairIndex& index_;
  std::vector<std::uint32_t> candidates_;
  Work work_;
};

}  // namespace concord::overlap
