#pragma once
// What is kept of each recommendation of an archive: as much as tells which
// pairs are worth comparing, in some hundred bytes. All else is read again from
// the text of the few that are compared.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "overlap/join/runs.h"
#include "overlap/join/word_table.h"
#include "overlap/prepared.h"
#include "overlap/term_run.h"

namespace concord::overlap {

struct Outline {
  std::uint64_t words = 0;        // key of the folded words; 0: there are none
  std::uint64_t fingerprint = 0;  // of all that Prepare reads
  std::uint64_t asked = 0;        // key of the one body asked; 0: none or more
  double bits = 0;                // sum over its terms
  double norm = 0;                // Euclidean
  std::uint32_t report = 0;       // number
  bool dated = false;             // says by when
  bool cites = false;             // a work or a number
  bool made_by_work = false;      // is quoted from a work
  bool stated = false;            // something is stated around it
};

Outline OutlineOf(const Prepared& prepared);

// Outlines in the archive's order, with their telling words. Of an archive,
// where a word has one weight wherever it stands.
class Outlines {
 public:
  void Reserve(std::size_t count);
  void Add(const Outline& outline, const std::vector<Term>& terms);

  std::size_t size() const { return outlines_.size(); }
  const Outline& operator[](std::size_t i) const { return outlines_[i]; }
  // Valid until the next Add.
  TermRun TermsOf(std::size_t i) const { return {table_, numbers_[i]}; }

 private:
  std::vector<Outline> outlines_;
  Runs<std::uint32_t> numbers_;  // of the words of each
  WordTable words_;              // key -> number
  std::vector<Term> table_;      // by number
};

}  // namespace concord::overlap
