// Wording and meaning: how alike the telling words are.
//
// Four measures of the weighted words: the cosine; the larger and the smaller
// of the two shares that one text has in the other (a short request inside a
// long one has a low cosine and a high share); and the bits that both have,
// because half of few words is a coincidence and half of many is not. Meaning
// adds what words of near meaning would give.

#include <algorithm>

#include "overlap/parts/parts.h"
#include "overlap/stemmer.h"
#include "overlap/weights.h"

namespace concord::overlap {
namespace {

WordingMeasures MeasuresOf(const Coverage& coverage, double least,
                           double prior) {
  return {.cosine = coverage.cosine,
          .larger = std::max(coverage.of_a, coverage.of_b),
          .smaller = std::min(coverage.of_a, coverage.of_b),
          .shared = coverage.shared,
          .least = least,
          .prior = prior,
          .near_larger = std::max(coverage.near_of_a, coverage.near_of_b),
          .near_smaller = std::min(coverage.near_of_a, coverage.near_of_b)};
}

WordingMeasures MeasuresOf(const Prepared& a, const Prepared& b,
                           const Coverage& coverage) {
  return MeasuresOf(coverage, std::min(a.bits, b.bits),
                    std::max(a.prior, b.prior));
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

// The first place where a term stands.
std::string WordsOf(const Prepared& prepared, std::uint64_t key) {
  for (const Token& token : prepared.tokens) {
    if (token.key == key && !token.stop && !token.set_aside) {
      return std::string(Slice(prepared.text, token.span));
    }
  }
  return {};
}

// Tokens of the two, each only in its own text, of which the one means the
// opposite of the other.
struct Opposites {
  const Token* a = nullptr;
  const Token* b = nullptr;
};

bool HasWord(const Prepared& prepared, std::uint64_t key) {
  return std::any_of(prepared.tokens.begin(), prepared.tokens.end(),
                     [&](const Token& token) { return token.key == key; });
}

// "higher" is opposed to "lower" as "high" is to "low".
std::uint64_t PositiveKey(const Token& token) {
  constexpr std::size_t kShortest = 5;
  const bool compares =
      token.word.size() >= kShortest && token.word.ends_with("er");
  return compares ? KeyOf(Stem(token.word.substr(0, token.word.size() - 2)))
                  : token.key;
}

bool Oppose(const Token& a, const Token& b) {
  return AreAntonyms(a.key, b.key) ||
         AreAntonyms(PositiveKey(a), PositiveKey(b));
}

Opposites FindOpposites(const Prepared& a, const Prepared& b) {
  constexpr std::size_t kMostComparisons = 40000;
  if (a.tokens.size() * b.tokens.size() > kMostComparisons) return {};
  for (const Token& x : a.tokens) {
    if (HasWord(b, x.key)) continue;
    for (const Token& y : b.tokens) {
      if (Oppose(x, y) && !HasWord(a, y.key)) return {&x, &y};
    }
  }
  return {};
}

bool QuoteOpposites(const Prepared& a, const Prepared& b, Part* part) {
  const Opposites opposites = FindOpposites(a, b);
  if (opposites.a == nullptr) return false;
  part->level = "words of opposite meaning";
  part->quote_a = std::string(Slice(a.text, opposites.a->span));
  part->quote_b = std::string(Slice(b.text, opposites.b->span));
  return true;
}

}  // namespace

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

double WordingBitsOf(TermRun a, TermRun b, double least, double prior) {
  return WordingBits(MeasuresOf(CoverageOf(a, b), least, prior));
}

Part CompareWording(const Prepared& a, const Prepared& b,
                    const Coverage& coverage) {
  const WordingMeasures measures = MeasuresOf(a, b, coverage);
  Part part;
  part.name = "wording";
  part.weight = a.alone ? WordingBitsAlone(measures) : WordingBits(measures);
  part.measures = {{"cosine", measures.cosine},
                   {"larger_share", measures.larger},
                   {"smaller_share", measures.smaller},
                   {"shared_bits", measures.shared},
                   {"least_bits", measures.least}};
  if (!a.alone) part.measures.push_back({"archive_bits", -measures.prior});
  if (a.terms.empty() || b.terms.empty()) {
    part.level = "no telling words";
    return part;
  }
  const double similarity = (measures.cosine + measures.larger) / 2;
  part.level =
      a.folded == b.folded ? "the same words" : LevelOf(coverage, similarity);
  part.quote_a = SharedStretch(a, b.terms);
  part.quote_b = SharedStretch(b, a.terms);
  return part;
}

Part CompareMeaning(const Prepared& a, const Prepared& b,
                    const Coverage& coverage) {
  const WordingMeasures measures = MeasuresOf(a, b, coverage);
  Part part;
  part.name = "meaning";
  if (!a.alone || !b.alone) {
    part.level = "not compared";
    return part;
  }
  part.level = "no other words of near meaning";
  part.weight = MeaningBitsAlone(measures);
  part.measures = {{"larger_share", measures.near_larger},
                   {"smaller_share", measures.near_smaller}};
  if (QuoteOpposites(a, b, &part)) {
    part.weight += LevelBitsAlone(part.name, part.level);
    return part;
  }
  if (coverage.near_bits == 0) return part;
  part.level = "words of near meaning";
  part.quote_a = WordsOf(a, a.terms[coverage.near_a].key);
  part.quote_b = WordsOf(b, b.terms[coverage.near_b].key);
  return part;
}

}  // namespace concord::overlap
