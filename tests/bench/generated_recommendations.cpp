#include "tests/bench/generated_recommendations.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace concord::overlap {
namespace {

constexpr std::size_t kOpenings = 40;
constexpr std::size_t kOpeningWords = 7;
constexpr std::size_t kPlantEvery = 10;
constexpr double kMaxBits = 12;  // as overlap::Vocabulary

// A pronounceable word for each number, all different.
std::string Spell(std::uint32_t number) {
  std::string word;
  for (std::uint32_t rest = number + 400; rest > 0; rest /= 100) {
    word += "bdfghklmnprstvwzcjqx"[rest % 20];
    word += "aeiou"[rest / 20 % 5];
  }
  return word + 'n';
}

class Writer {
 public:
  Writer(const GeneratorOptions& options, std::vector<std::uint32_t>* words)
      : random_(options.seed), stock_(options.stock_share), words_(words) {
    std::vector<double> weights;
    for (std::size_t i = 0; i < options.vocabulary; ++i) {
      weights.push_back(1.0 / (static_cast<double>(i) + 2.7));
    }
    pick_ = std::discrete_distribution<std::uint32_t>(weights.begin(),
                                                      weights.end());
    for (std::vector<std::uint32_t>& opening : openings_) {
      for (std::size_t i = 0; i < kOpeningWords; ++i) {
        opening.push_back(pick_(random_));
      }
    }
  }

  void AddNew() {
    std::size_t done = 0;
    if (std::bernoulli_distribution(stock_)(random_)) {
      const auto& opening = openings_[random_() % kOpenings];
      words_->insert(words_->end(), opening.begin(), opening.end());
      done = opening.size();
    }
    for (; done < GeneratedRecommendations::kWords; ++done) {
      words_->push_back(pick_(random_));
    }
  }

  PlantedPair AddEdited() {
    static constexpr std::size_t kEdits[] = {1, 2, 3, 5, 8, 12, 0};
    constexpr std::size_t kWords = GeneratedRecommendations::kWords;
    const std::size_t count = words_->size() / kWords;
    PlantedPair pair{.a = random_() % count, .b = count};
    pair.edits = kEdits[random_() % std::size(kEdits)];
    for (std::size_t i = 0; i < kWords; ++i) {
      const std::size_t from = pair.edits == 0 ? (i + kWords / 2) % kWords : i;
      words_->push_back((*words_)[pair.a * kWords + from]);
    }
    const std::size_t edits = pair.edits == 0 ? 2 : pair.edits;
    for (std::size_t i = 0; i < edits; ++i) {
      (*words_)[count * kWords + random_() % kWords] = pick_(random_);
    }
    return pair;
  }

 private:
  std::mt19937 random_;
  double stock_;
  std::vector<std::uint32_t>* words_;
  std::discrete_distribution<std::uint32_t> pick_;
  std::vector<std::uint32_t> openings_[kOpenings];
};

}  // namespace

GeneratorOptions Hard(std::size_t count) {
  return {.count = count, .vocabulary = 6'000, .stock_share = 0.9};
}

GeneratedRecommendations::GeneratedRecommendations(
    const GeneratorOptions& options) {
  words_.reserve(options.count * kWords);
  Writer writer(options, &words_);
  for (std::size_t i = 0; i < options.count; ++i) {
    if (i % kPlantEvery == kPlantEvery - 1) {
      planted_.push_back(writer.AddEdited());
    } else {
      writer.AddNew();
    }
  }
  if (options.with_terms) Weigh();
}

void GeneratedRecommendations::Weigh() {
  std::vector<std::uint32_t> holders;
  std::vector<std::size_t> last;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t word = words_[i];
    if (word >= holders.size()) {
      holders.resize(word + 1, 0);
      last.resize(word + 1, 0);
    }
    const std::size_t row = i / kWords + 1;
    if (last[word] == row) continue;
    last[word] = row;
    ++holders[word];
  }
  for (const std::uint32_t held : holders) {
    const double share = (held + 0.5) / (static_cast<double>(size()) + 1);
    bits_.push_back(std::clamp(-std::log2(share), 0.0, kMaxBits));
  }
  begin_.push_back(0);
  for (std::size_t row = 0; row < size(); ++row) {
    const std::vector<Term> terms = TermsOf(row);
    terms_.insert(terms_.end(), terms.begin(), terms.end());
    begin_.push_back(terms_.size());
  }
}

std::vector<Term> GeneratedRecommendations::TermsOf(std::size_t row) const {
  std::vector<Term> terms;
  for (const std::uint32_t word : WordsOf(row)) {
    terms.push_back({word, bits_[word]});
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

std::vector<Row> GeneratedRecommendations::Rows() const {
  std::vector<Row> rows;
  rows.reserve(size());
  for (std::size_t row = 0; row < size(); ++row) {
    rows.push_back({std::span<const Term>(terms_.data() + begin_[row],
                                          begin_[row + 1] - begin_[row]),
                    row});
  }
  return rows;
}

std::string GeneratedRecommendations::TextOf(std::size_t row) const {
  std::string text;
  for (const std::uint32_t word : WordsOf(row)) {
    text += (text.empty() ? "" : " ") + Spell(word);
  }
  return text;
}

}  // namespace concord::overlap
