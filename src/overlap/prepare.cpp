// Puts the readings of one text together, in their order.

#include <algorithm>
#include <cmath>

#include "concord/base/unicode.h"
#include "overlap/prepared.h"
#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

// The telling words of what an act is upon. "A grant of 9,000" is the grant:
// how much is no part of which one.
std::vector<Term> ObjectTerms(const Prepared& prepared, const Lexicon& lexicon,
                              const Act& act) {
  const auto [begin, end] = ObjectOf(prepared, act);
  std::vector<Term> terms = TermsOf(prepared, lexicon, begin, end);
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = prepared.tokens[i];
    if (token.word[0] < '0' || token.word[0] > '9') continue;
    std::erase_if(terms,
                  [&](const Term& term) { return term.key == token.key; });
  }
  return terms;
}

void WeighActs(const Lexicon& archive, Prepared* prepared) {
  Lexicon of_acts;
  if (archive.act_bits) of_acts.bits = archive.act_bits;
  const Lexicon& lexicon = archive.act_bits ? of_acts : archive;
  bool all_routine = !prepared->acts.empty();
  for (Act& act : prepared->acts) {
    act.terms = TermsOf(*prepared, lexicon, act.begin, act.end);
    act.object = ObjectTerms(*prepared, lexicon, act);
    all_routine = all_routine && act.routine;
  }
  prepared->routine = all_routine;
}

// The telling words of the heading it stands under. "Recommendation 9" has
// none.
void ReadSection(const store::StoredRecommendation& recommendation,
                 const Lexicon& lexicon, Prepared* prepared) {
  Prepared heading;
  heading.text = recommendation.item.heading;
  heading.core = {0, static_cast<std::uint32_t>(heading.text.size())};
  heading.tokens = ReadTokens(heading, recommendation.report, lexicon);
  std::erase_if(heading.tokens, [](const Token& token) {
    return token.word[0] >= '0' && token.word[0] <= '9';
  });
  prepared->section = TermsOf(heading, lexicon, 0, heading.tokens.size());
  prepared->heading = heading.text;
}

// A text of nothing but common words is still told from another: each counts a
// little.
void FallBackToCommonWords(Prepared* prepared) {
  if (!prepared->terms.empty()) return;
  for (const Token& token : prepared->tokens) {
    prepared->terms.push_back({token.key, 1.0});
  }
  std::sort(prepared->terms.begin(), prepared->terms.end());
  const auto last = std::unique(prepared->terms.begin(), prepared->terms.end());
  prepared->terms.erase(last, prepared->terms.end());
}

// Stems and meanings beside the terms, in their order.
void FindSenses(Prepared* prepared) {
  std::map<std::uint64_t, const std::string*> stem_of;
  for (const Token& token : prepared->tokens) {
    stem_of.emplace(token.key, &token.stem);
  }
  for (const Term& term : prepared->terms) {
    prepared->senses.push_back(SensesOf(term.key));
    prepared->stems.push_back(*stem_of.at(term.key));
  }
}

// Without an archive a word's rarity is a guess: it counts for less.
double Levelled(double bits) {
  constexpr double kRareWord = 8;
  return kRareWord * std::pow(bits / kRareWord, 0.75);
}

}  // namespace

std::vector<Term> TermsOf(const Prepared& prepared, const Lexicon& lexicon,
                          std::size_t begin, std::size_t end) {
  std::vector<Term> terms;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = prepared.tokens[i];
    if (token.stop || token.set_aside) continue;
    const double bits = lexicon.bits(token.key, token.stem);
    terms.push_back({token.key, lexicon.alone ? Levelled(bits) : bits});
  }
  std::sort(terms.begin(), terms.end());
  const auto last =
      std::unique(terms.begin(), terms.end(),
                  [](const Term& a, const Term& b) { return a.key == b.key; });
  terms.erase(last, terms.end());
  return terms;
}

Prepared PrepareOutline(const store::StoredRecommendation& recommendation,
                        const Lexicon& lexicon,
                        const Surroundings& surroundings) {
  Prepared prepared;
  prepared.alone = lexicon.alone;
  prepared.prior = lexicon.prior;
  prepared.text = recommendation.item.text;
  std::string asked;
  prepared.core = CoreOf(prepared.text, &asked);
  prepared.folded = FoldWords(Slice(prepared.text, prepared.core));
  prepared.tokens = ReadTokens(prepared, recommendation.report, lexicon);
  prepared.acts = ReadActs(prepared);
  SetDatesAside(recommendation, &prepared);
  prepared.parties = ReadParties(recommendation, &prepared, lexicon);
  ReadCitations(&prepared);
  prepared.terms = TermsOf(prepared, lexicon, 0, prepared.tokens.size());
  if (lexicon.alone) FallBackToCommonWords(&prepared);
  prepared.bits = SumOfBits(prepared.terms);
  prepared.norm = NormOf(prepared.terms);
  prepared.made_by = FoldWords(recommendation.item.made_by);
  ReadSurroundings(recommendation, surroundings, &prepared);
  return prepared;
}

Prepared Prepare(const store::StoredRecommendation& recommendation,
                 const Lexicon& lexicon, const Surroundings& surroundings) {
  Prepared prepared = PrepareOutline(recommendation, lexicon, surroundings);
  ReadDetails(lexicon, &prepared);
  if (lexicon.alone) FindSenses(&prepared);
  if (lexicon.alone) prepared.joined = ReadJoinedWords(prepared);
  prepared.kind = recommendation.item.kind;
  const std::string title = FoldWords(recommendation.report_title);
  if (!title.empty()) {
    prepared.series = KeyOf(title + "\n" + FoldWords(recommendation.committee));
    prepared.day = recommendation.report_date.edtf;
  }
  prepared.label = FoldWords(recommendation.item.label);
  WeighActs(lexicon, &prepared);
  ReadSection(recommendation, lexicon, &prepared);
  return prepared;
}

}  // namespace concord::overlap
