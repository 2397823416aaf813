#include "overlap/alignment.h"

#include <algorithm>

namespace concord::overlap {
namespace {

// Below this nearness a word of the other text is a coincidence: among twenty
// words some pair is always a little related.
constexpr double kLeastNearness = 0.35;
// A near word is never as good as the same word.
constexpr double kMostNearness = 0.9;
// "air strike" and "airstrike".
constexpr double kJoinedNearness = 0.95;

// Spellings of one word: a typing error, a compound or a suffix that the
// stemmer leaves ("organisation", "organization").
double SpellingNearness(const std::string& a, const std::string& b) {
  constexpr std::size_t kMinLength = 6;
  constexpr double kSpelling = 0.7;
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  if (shorter < kMinLength || longer - shorter > 3) return 0;
  std::size_t front = 0;
  while (front < shorter && a[front] == b[front]) ++front;
  std::size_t back = 0;
  while (back < shorter - front &&
         a[a.size() - 1 - back] == b[b.size() - 1 - back]) {
    ++back;
  }
  return front + back + 1 >= longer && front >= 3 ? kSpelling : 0;
}

bool Holds(const std::vector<Term>& terms, std::uint64_t key) {
  const auto found = std::lower_bound(
      terms.begin(), terms.end(), key,
      [](const Term& term, std::uint64_t wanted) { return term.key < wanted; });
  return found != terms.end() && found->key == key;
}

bool IsJoined(const Prepared& one, std::uint64_t key, const Prepared& other,
              std::uint64_t of_other) {
  return std::any_of(
      one.joined.begin(), one.joined.end(), [&](const JoinedWord& word) {
        const auto& parts = word.parts;
        return word.key == of_other && Holds(other.terms, word.key) &&
               std::find(parts.begin(), parts.end(), key) != parts.end();
      });
}

double WordNearness(const Prepared& a, std::size_t i, const Prepared& b,
                    std::size_t j) {
  if (a.terms[i].key == b.terms[j].key) return 1;
  if (IsJoined(a, a.terms[i].key, b, b.terms[j].key) ||
      IsJoined(b, b.terms[j].key, a, a.terms[i].key)) {
    return kJoinedNearness;
  }
  const double meaning =
      std::min(kMostNearness, Nearness(a.senses[i], b.senses[j]));
  if (meaning >= kLeastNearness) return meaning;
  return SpellingNearness(a.stems[i], b.stems[j]);
}

struct Best {
  double nearness = 0;
  std::size_t at = 0;
};

// The words of a text that the other does not have, each with its nearest.
// A word that both have answers itself and nothing else.
double NearShare(const Prepared& a, const Prepared& b, double exact_bits,
                 std::vector<Best>* best) {
  // A whole chapter taken for one request finds something near every word.
  constexpr std::size_t kMostComparisons = 40000;
  double near_bits = 0;
  best->assign(a.terms.size(), {});
  if (a.terms.size() * b.terms.size() > kMostComparisons) {
    return a.bits > 0 ? exact_bits / a.bits : 0;
  }
  for (std::size_t i = 0; i < a.terms.size(); ++i) {
    if (Holds(b.terms, a.terms[i].key)) continue;
    for (std::size_t j = 0; j < b.terms.size(); ++j) {
      const double nearness = WordNearness(a, i, b, j);
      if (nearness > (*best)[i].nearness) (*best)[i] = {nearness, j};
    }
    near_bits += a.terms[i].bits * (*best)[i].nearness;
  }
  return a.bits > 0 ? std::min(1.0, (exact_bits + near_bits) / a.bits) : 0;
}

}  // namespace

Coverage CoverageOf(TermRun a, TermRun b) {
  Coverage coverage;
  coverage.shared = SharedBits(a, b);
  coverage.cosine = CosineOf(a, b);
  const double bits_a = SumOfBits(a);
  const double bits_b = SumOfBits(b);
  if (bits_a > 0) coverage.of_a = coverage.shared / bits_a;
  if (bits_b > 0) coverage.of_b = coverage.shared / bits_b;
  return coverage;
}

Coverage CoverageOf(const Prepared& a, const Prepared& b) {
  Coverage coverage = CoverageOf(a.terms, b.terms);
  // Within an archive near words were found to say nothing beside the rest.
  if (!a.alone || !b.alone) return coverage;
  std::vector<Best> of_a;
  std::vector<Best> of_b;
  coverage.near_of_a = NearShare(a, b, coverage.shared, &of_a);
  coverage.near_of_b = NearShare(b, a, coverage.shared, &of_b);
  for (std::size_t i = 0; i < of_a.size(); ++i) {
    if (of_a[i].nearness == 0) continue;
    const double added =
        of_a[i].nearness * std::min(a.terms[i].bits, b.terms[of_a[i].at].bits);
    if (added > coverage.near_bits) {
      coverage.near_a = i;
      coverage.near_b = of_a[i].at;
      coverage.near_bits = added;
    }
  }
  return coverage;
}

}  // namespace concord::overlap
