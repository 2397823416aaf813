#include "overlap/report_pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace concord::overlap {
namespace {

struct HeldWord {
  double bits = 0;
  std::uint32_t by = 0;  // so many of the report's recommendations
};

// A word is of the subject of a report if so many of its recommendations have
// it, and at least so large a share of them.
constexpr std::uint32_t kSubjectItems = 3;
constexpr double kSubjectShare = 0.2;

// So many recommendations tell whom a report asks throughout, if so large a
// share of them ask the same body.
constexpr std::size_t kThroughoutItems = 10;
constexpr double kThroughoutShare = 0.9;

bool Holds(TermRun item, std::uint32_t key) {
  return std::any_of(item.begin(), item.end(), [&](const Term& term) {
    return static_cast<std::uint32_t>(term.key) == key;
  });
}

}  // namespace

void ReportPairs::AddWords(const Outlines& outlines,
                           const std::vector<std::uint32_t>& items) {
  std::map<std::uint32_t, HeldWord> held;
  for (const std::uint32_t item : items) {
    for (const Term& term : outlines.TermsOf(item)) {
      HeldWord& word = held[static_cast<std::uint32_t>(term.key)];
      word.bits = term.bits;
      ++word.by;
    }
  }
  std::vector<Word> words;
  std::vector<std::uint32_t> subject;
  words.reserve(held.size());
  const double least = std::max<double>(
      kSubjectItems, kSubjectShare * static_cast<double>(items.size()));
  for (const auto& [key, word] : held) {
    if (word.by >= least) subject.push_back(key);
    words.push_back({key, static_cast<float>(word.bits * std::sqrt(word.by))});
  }
  const auto heavier = [](const Word& a, const Word& b) {
    return a.bits != b.bits ? a.bits > b.bits : a.key < b.key;
  };
  if (words.size() > kWords) {
    std::sort(words.begin(), words.end(), heavier);
    words.resize(kWords);
    std::sort(words.begin(), words.end(),
              [](const Word& a, const Word& b) { return a.key < b.key; });
  }
  double squares = 0;
  for (const Word& word : words) {
    squares += static_cast<double>(word.bits) * word.bits;
  }
  norms_.push_back(std::sqrt(squares));
  words_.Add(words);
  subjects_.Add(subject);
}

void ReportPairs::AddAsked(const Outlines& outlines,
                           const std::vector<std::uint32_t>& items) {
  std::map<std::uint64_t, std::size_t> asked;
  for (const std::uint32_t item : items) ++asked[outlines[item].asked];
  const auto most = std::max_element(
      asked.begin(), asked.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool throughout =
      items.size() >= kThroughoutItems &&
      static_cast<double>(most->second) >=
          kThroughoutShare * static_cast<double>(items.size());
  asked_.push_back(throughout ? most->first : 0);
}

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
    AddWords(outlines, items);
    AddAsked(outlines, items);
  }
  FindUsualLikeness();
}

// The square of the sum of unit vectors is the sum of all their cosines.
void ReportPairs::FindUsualLikeness() {
  std::map<std::uint32_t, double> sum;
  double units = 0;
  for (std::uint32_t report = 0; report < norms_.size(); ++report) {
    if (norms_[report] <= 0) continue;
    ++units;
    for (const Word& word : words_[report]) {
      sum[word.key] += word.bits / norms_[report];
    }
  }
  if (units < 2) return;
  double square = 0;
  for (const auto& [key, bits] : sum) square += bits * bits;
  usual_likeness_ =
      std::clamp((square - units) / (units * (units - 1)), 0.0, 1.0);
}

bool ReportPairs::Names(std::uint32_t one, std::uint32_t other) const {
  return std::binary_search(names_[one].begin(), names_[one].end(), other);
}

bool ReportPairs::OneNamesTheOther(std::uint32_t a, std::uint32_t b) const {
  return Names(a, b) || Names(b, a);
}

bool ReportPairs::BothAskOneBody(std::uint32_t a, std::uint32_t b) const {
  return asked_[a] != 0 && asked_[a] == asked_[b];
}

bool ReportPairs::HasSubjectOfItsOwn(TermRun item, std::uint32_t own,
                                     TermRun other_item,
                                     std::uint32_t other) const {
  const std::span<const std::uint32_t> subject = subjects_[own];
  const std::span<const Word> others = words_[other];
  return std::any_of(subject.begin(), subject.end(), [&](std::uint32_t key) {
    const auto found =
        std::lower_bound(others.begin(), others.end(), key,
                         [](const Word& word, std::uint32_t wanted) {
                           return word.key < wanted;
                         });
    return (found == others.end() || found->key != key) && Holds(item, key) &&
           !Holds(other_item, key);
  });
}

double ReportPairs::Likeness(std::uint32_t a, std::uint32_t b) const {
  const std::span<const Word> of_a = words_[a];
  const std::span<const Word> of_b = words_[b];
  double dot = 0;
  for (auto x = of_a.begin(), y = of_b.begin();
       x != of_a.end() && y != of_b.end();) {
    if (x->key == y->key) {
      dot += static_cast<double>(x->bits) * y->bits;
      ++x;
      ++y;
    } else if (x->key < y->key) {
      ++x;
    } else {
      ++y;
    }
  }
  const double norms = norms_[a] * norms_[b];
  return norms > 0 ? std::min(1.0, dot / norms) : 0;
}

}  // namespace concord::overlap
