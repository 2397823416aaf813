#pragma once
// Recommendations made by a random generator, for measuring speed.
//
// Twenty-five words each, drawn from a vocabulary whose frequencies fall off as
// those of real text do (Zipf). Many begin with one of forty stock openings,
// and every tenth is a copy of an earlier one with 1, 2, 3, 5, 8 or 12 words
// exchanged, or with its halves swapped and two exchanged. The words have no
// meaning: good for speed and for counting what is missed, useless for judging
// what is found.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "overlap/join/pair_index.h"

namespace concord::overlap {

struct GeneratorOptions {
  std::size_t count = 0;
  std::size_t vocabulary = 60'000;
  double stock_share = 0.6;  // how many have a stock opening
  unsigned seed = 1;
  bool with_terms = true;  // else only TextOf may be asked for
};

// The same with few words and nearly all in stock openings.
GeneratorOptions Hard(std::size_t count);

struct PlantedPair {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t edits = 0;  // 0: halves swapped, and two words exchanged
};

class GeneratedRecommendations {
 public:
  static constexpr std::size_t kWords = 25;

  explicit GeneratedRecommendations(const GeneratorOptions& options);

  std::size_t size() const { return words_.size() / kWords; }
  std::span<const std::uint32_t> WordsOf(std::size_t row) const {
    return {words_.data() + row * kWords, kWords};
  }
  // Each row in a report of its own, with the weights an archive gives.
  std::vector<Row> Rows() const;
  std::vector<Term> TermsOf(std::size_t row) const;
  std::string TextOf(std::size_t row) const;
  const std::vector<PlantedPair>& planted() const { return planted_; }

 private:
  void Weigh();

  std::vector<std::uint32_t> words_;
  std::vector<PlantedPair> planted_;
  std::vector<double> bits_;  // of each word
  std::vector<Term> terms_;
  std::vector<std::size_t> begin_;  // of each row in terms_
};

}  // namespace concord::overlap
