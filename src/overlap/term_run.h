#pragma once
// Telling words, and a view of some of them.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace concord::overlap {

// A telling word: key of its stem and its weight in bits.
struct Term {
  std::uint64_t key = 0;
  double bits = 0;

  friend auto operator<=>(const Term&, const Term&) = default;
};

// Terms that stand in a row, or in a table under the numbers given: an archive
// has few words and uses each many times over. The view owns nothing.
class TermRun {
 public:
  class Iterator {
   public:
    using value_type = Term;
    using reference = const Term&;
    using pointer = const Term*;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::forward_iterator_tag;

    Iterator() = default;
    Iterator(const TermRun* run, std::size_t at) : run_(run), at_(at) {}

    reference operator*() const { return (*run_)[at_]; }
    pointer operator->() const { return &(*run_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator old = *this;
      ++at_;
      return old;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const TermRun* run_ = nullptr;
    std::size_t at_ = 0;
  };

  TermRun() = default;
  // By design implicit: a row of terms is a run.
  TermRun(std::span<const Term> terms)
      : table_(terms.data()), size_(terms.size()) {}
  TermRun(const std::vector<Term>& terms)
      : table_(terms.data()), size_(terms.size()) {}
  TermRun(const std::vector<Term>& table,
          std::span<const std::uint32_t> numbers)
      : table_(table.data()), numbers_(numbers.data()), size_(numbers.size()) {}

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Term& operator[](std::size_t i) const {
    return table_[numbers_ == nullptr ? i : numbers_[i]];
  }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

 private:
  const Term* table_ = nullptr;
  const std::uint32_t* numbers_ = nullptr;  // nullptr: 0, 1, 2, ...
  std::size_t size_ = 0;
};

// Of terms by key, each once.
double SumOfBits(TermRun terms);
double NormOf(TermRun terms);  // Euclidean
double CosineOf(TermRun a, TermRun b);
// The same where the two lengths, as NormOf gives them, are known.
double CosineOf(TermRun a, double norm_a, TermRun b, double norm_b);
// Bits of the words both have.
double SharedBits(TermRun a, TermRun b);

}  // namespace concord::overlap
