// Wording: how alike the telling words are.
//
// The cosine of the weighted words, and the larger of the two shares that one
// text has in the other: a short request inside a long one has a low cosine and
// a high share. Their mean is turned into bits by the knots below, set by hand
// on development pairs (92 recommendations of one inquiry and the paragraphs
// they restate, and the open pairs of the specimens) so that 0 bits is where
// matches and coincidences are about equally frequent. The result is bounded by
// the words themselves: sharing two common words is weak evidence however
// short the texts are.

#include <algorithm>
#include <array>

#include "overlap/parts.h"

namespace concord::overlap {
namespace {

struct Knot {
  double similarity;
  double bits;
};

constexpr std::array<Knot, 8> kKnots = {{{0.00, -12},
                                         {0.15, -8},
                                         {0.30, -3.5},
                                         {0.40, 0},
                                         {0.50, 3},
                                         {0.65, 6},
                                         {0.80, 9},
                                         {1.00, 12}}};

// A coincidence of `shared` bits of words, among the pairs of an archive.
constexpr double kCoincidenceBits = 11;
constexpr double kBitsPerBit = 0.45;

double Interpolate(double similarity) {
  for (std::size_t i = 1; i < kKnots.size(); ++i) {
    if (similarity > kKnots[i].similarity) continue;
    const Knot& low = kKnots[i - 1];
    const Knot& high = kKnots[i];
    const double share =
        (similarity - low.similarity) / (high.similarity - low.similarity);
    return low.bits + share * (high.bits - low.bits);
  }
  return kKnots.back().bits;
}

std::string LevelOf(const Coverage& coverage, double similarity) {
  if (coverage.shared == 0) return "no telling word in common";
  if (similarity >= 0.80) return "nearly the same words";
  if (similarity >= 0.50) {
    return std::min(coverage.of_a, coverage.of_b) >= 0.5
               ? "most words in common"
               : "the words of one within the other";
  }
  return similarity >= 0.30 ? "some words in common" : "few words in common";
}

}  // namespace

Coverage CoverageOf(const std::vector<Term>& a, const std::vector<Term>& b) {
  Coverage coverage;
  coverage.shared = SharedBits(a, b);
  coverage.cosine = CosineOf(a, b);
  const double bits_a = SumOfBits(a);
  const double bits_b = SumOfBits(b);
  if (bits_a > 0) coverage.of_a = coverage.shared / bits_a;
  if (bits_b > 0) coverage.of_b = coverage.shared / bits_b;
  return coverage;
}

std::string SharedStretch(const Prepared& a, const std::vector<Term>& other) {
  constexpr double kMiss = -3.0;
  constexpr std::size_t kMaxTokens = 25;
  double best = 0;
  std::size_t best_begin = 0;
  std::size_t best_end = 0;
  double sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    const Token& token = a.tokens[i];
    if (sum <= 0 || i - begin >= kMaxTokens) {
      sum = 0;
      begin = i;
    }
    if (token.stop || token.set_aside) continue;
    const auto found = std::lower_bound(
        other.begin(), other.end(), token.key,
        [](const Term& term, std::uint64_t key) { return term.key < key; });
    const bool shared = found != other.end() && found->key == token.key;
    if (sum <= 0 && shared) begin = i;
    sum += shared ? found->bits : kMiss;
    if (sum > best) {
      best = sum;
      best_begin = begin;
      best_end = i + 1;
    }
  }
  if (best_end == 0) return {};
  return std::string(Slice(a.text, {a.tokens[best_begin].span.begin,
                                    a.tokens[best_end - 1].span.end}));
}

Part CompareWording(const Prepared& a, const Prepared& b,
                    const Coverage& coverage) {
  Part part;
  part.name = "wording";
  if (a.terms.empty() || b.terms.empty()) {
    part.level = "no telling words";
    part.weight = kKnots.front().bits;
    return part;
  }
  const double share = std::max(coverage.of_a, coverage.of_b);
  const double similarity = (coverage.cosine + share) / 2;
  const double bound = (coverage.shared - kCoincidenceBits) * kBitsPerBit;
  part.weight = std::min(Interpolate(similarity), bound);
  part.level =
      a.folded == b.folded ? "the same words" : LevelOf(coverage, similarity);
  part.quote_a = SharedStretch(a, b.terms);
  part.quote_b = SharedStretch(b, a.terms);
  return part;
}

}  // namespace concord::overlap
