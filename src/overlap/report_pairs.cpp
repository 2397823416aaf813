#include "overlap/report_pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace concord::overlap {
namespace {

struct Held {
  double bits = 0;
  std::uint32_t by = 0;  // so many of the report's recommendations
};

std::vector<Term> WordsOf(const Outlines& outlines,
                          const std::vector<std::uint32_t>& items) {
  std::map<std::uint64_t, Held> held;
  for (const std::uint32_t item : items) {
    for (const Term& term : outlines.TermsOf(item)) {
      Held& word = held[term.key];
      word.bits = term.bits;
      ++word.by;
    }
  }
  std::vector<Term> words;
  for (const auto& [key, word] : held) {
    words.push_back({key, word.bits * std::sqrt(word.by)});
  }
  const auto heavier = [](const Term& a, const Term& b) {
    return a.bits != b.bits ? a.bits > b.bits : a.key < b.key;
  };
  if (words.size() > ReportPairs::kWords) {
    std::sort(words.begin(), words.end(), heavier);
    words.resize(ReportPairs::kWords);
  }
  std::sort(words.begin(), words.end());
  words.shrink_to_fit();
  return words;
}

}  // namespace

ReportPairs::ReportPairs(
    const Outlines& outlines,
    const std::vector<std::vector<std::uint32_t>>& of_report,
    std::vector<std::vector<std::uint32_t>> names)
    : names_(std::move(names)) {
  names_.resize(of_report.size());
  for (std::vector<std::uint32_t>& named : names_) {
    std::sort(named.begin(), named.end());
  }
  for (const std::vector<std::uint32_t>& items : of_report) {
    words_.push_back(WordsOf(outlines, items));
    norms_.push_back(NormOf(words_.back()));
  }
}

bool ReportPairs::Names(std::uint32_t one, std::uint32_t other) const {
  return std::binary_search(names_[one].begin(), names_[one].end(), other);
}

bool ReportPairs::OneNamesTheOther(std::uint32_t a, std::uint32_t b) const {
  return Names(a, b) || Names(b, a);
}

double ReportPairs::Likeness(std::uint32_t a, std::uint32_t b) const {
  return CosineOf(words_[a], norms_[a], words_[b], norms_[b]);
}

}  // namespace concord::overlap
