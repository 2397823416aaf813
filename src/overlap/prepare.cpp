// Puts the readings of one text together, in their order.

#include <algorithm>
#include <cmath>

#include "concord/base/unicode.h"
#include "overlap/prepared.h"

namespace concord::overlap {
namespace {

void WeighActs(const Lexicon& lexicon, Prepared* prepared) {
  bool all_routine = !prepared->acts.empty();
  for (Act& act : prepared->acts) {
    act.terms = TermsOf(*prepared, lexicon, act.begin, act.end);
    const auto [begin, end] = ObjectOf(*prepared, act);
    act.object = TermsOf(*prepared, lexicon, begin, end);
    all_routine = all_routine && act.routine;
  }
  prepared->routine = all_routine;
}

}  // namespace

std::vector<Term> TermsOf(const Prepared& prepared, const Lexicon& lexicon,
                          std::size_t begin, std::size_t end) {
  std::vector<Term> terms;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = prepared.tokens[i];
    if (token.stop || token.set_aside) continue;
    terms.push_back({token.key, lexicon.bits(token.stem)});
  }
  std::sort(terms.begin(), terms.end());
  const auto last =
      std::unique(terms.begin(), terms.end(),
                  [](const Term& a, const Term& b) { return a.key == b.key; });
  terms.erase(last, terms.end());
  return terms;
}

double SumOfBits(const std::vector<Term>& terms) {
  double sum = 0;
  for (const Term& term : terms) sum += term.bits;
  return sum;
}

double NormOf(std::span<const Term> terms) {
  double squares = 0;
  for (const Term& term : terms) squares += term.bits * term.bits;
  return std::sqrt(squares);
}

double CosineOf(std::span<const Term> a, std::span<const Term> b) {
  double dot = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->key == y->key) {
      dot += x->bits * y->bits;
      ++x;
      ++y;
    } else if (x->key < y->key) {
      ++x;
    } else {
      ++y;
    }
  }
  const double norms = NormOf(a) * NormOf(b);
  return norms > 0 ? dot / norms : 0;
}

double SharedBits(const std::vector<Term>& a, const std::vector<Term>& b) {
  double shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->key == y->key) {
      shared += x->bits;
      ++x;
      ++y;
    } else if (x->key < y->key) {
      ++x;
    } else {
      ++y;
    }
  }
  return shared;
}

Prepared Prepare(const store::StoredRecommendation& recommendation,
                 const Lexicon& lexicon) {
  Prepared prepared;
  prepared.text = recommendation.item.text;
  std::string asked;
  prepared.core = CoreOf(prepared.text, &asked);
  prepared.folded = FoldWords(Slice(prepared.text, prepared.core));
  prepared.tokens = ReadTokens(prepared, recommendation.report, lexicon);
  prepared.acts = ReadActs(prepared);
  SetDatesAside(recommendation, &prepared);
  prepared.parties = ReadParties(recommendation, &prepared, lexicon);
  ReadDetails(lexicon, &prepared);
  prepared.terms = TermsOf(prepared, lexicon, 0, prepared.tokens.size());
  prepared.bits = SumOfBits(prepared.terms);
  prepared.norm = NormOf(prepared.terms);
  prepared.made_by = FoldWords(recommendation.item.made_by);
  prepared.label = FoldWords(recommendation.item.label);
  WeighActs(lexicon, &prepared);
  return prepared;
}

}  // namespace concord::overlap
