// Titles told apart by a roman numeral: "Standing By You I and II".
//
// The coordinated form names two works in one place; each becomes a citation
// with its own title and the printed words of both. One numeral after a name
// of three words is a work too where the sentence speaks of one; "Phase II",
// "Part II" and "World War II" are not.

#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"

namespace concord::extraction {
namespace {

int Roman(const Token& token, std::string_view text) {
  const std::string_view word = Slice(text, token.span);
  return token.capital && word.size() <= 4 ? RomanNumeral(word) : 0;
}

bool IsPartNoun(std::string_view folded) {
  static const std::unordered_set<std::string_view> kParts = {
      "phase",   "part",  "stage", "war",      "annex",  "appendix",
      "chapter", "table", "grade", "section",  "volume", "schedule",
      "title",   "class", "type",  "category", "figure", "article",
      "queen",   "king",  "pope",  "level"};
  return kParts.contains(folded);
}

// The name that ends before token `numeral`: capitals and the small words
// between them, after the kind of work where that is part of the run.
TokenRange NameBefore(const std::vector<Token>& tokens, std::size_t numeral) {
  std::size_t begin = numeral;
  while (begin > 0 && numeral - begin < 10) {
    const Token& token = tokens[begin - 1];
    const bool part = token.capital || IsJoiningWord(token.folded);
    if (!token.word || !part || IsCueNoun(token.folded)) break;
    --begin;
  }
  while (begin < numeral &&
         (!tokens[begin].capital || IsOpeningWord(tokens[begin].folded))) {
    ++begin;
  }
  return {begin, numeral};
}

bool SpeaksOfWork(const std::vector<Token>& tokens) {
  for (const Token& token : tokens) {
    if (IsCueNoun(token.folded)) return true;
  }
  return false;
}

Mention MentionOf(const Prose& prose, std::size_t p, TokenRange name,
                  TokenRange whole, std::size_t numeral) {
  const std::vector<Token>& tokens = prose.tokens[p];
  Mention mention;
  mention.passage = p;
  mention.title = SpanOf(tokens, whole);
  mention.whole = mention.title;
  mention.as_title = std::string(Slice(prose.text, SpanOf(tokens, name))) +
                     ' ' + std::string(Slice(prose.text, tokens[numeral].span));
  mention.rule =
      whole.end - name.end > 1 ? "citation.numbered-pair" : "citation.numbered";
  mention.rank = 75;
  mention.kind = WorkKind::kOther;
  for (std::size_t back = name.begin; back > 0 && name.begin - back < 3;) {
    --back;
    if (!IsCueNoun(tokens[back].folded)) continue;
    mention.kind = KindOfNoun(Singular(tokens[back].folded));
    break;
  }
  return mention;
}

// The last numeral of "I and II" or "I, II and III" that begins at `first`;
// `numerals` receives their positions.
std::size_t SeriesEnd(const Prose& prose, std::size_t p, std::size_t first,
                      std::vector<std::size_t>* numerals) {
  const std::vector<Token>& tokens = prose.tokens[p];
  numerals->push_back(first);
  std::size_t at = first + 1;
  while (at + 1 < tokens.size()) {
    const std::string& joint = tokens[at].folded;
    const bool joins = joint == "and" || joint == "&" || joint == ",";
    if (!joins || Roman(tokens[at + 1], prose.text) == 0) break;
    numerals->push_back(at + 1);
    at += 2;
  }
  return numerals->back() + 1;
}

}  // namespace

void FindNumberedTitles(const Prose& prose, std::vector<Mention>* out) {
  for (std::size_t p = 0; p < prose.passages.size(); ++p) {
    const std::vector<Token>& tokens = prose.tokens[p];
    for (std::size_t i = 2; i < tokens.size(); ++i) {
      if (Roman(tokens[i], prose.text) == 0) continue;
      // "Mr Ash and I", "Lord Birch in X": no numeral of a name.
      if (!tokens[i - 1].capital || IsPartNoun(tokens[i - 1].folded)) continue;
      const TokenRange name = NameBefore(tokens, i);
      std::vector<std::size_t> numerals;
      const std::size_t end = SeriesEnd(prose, p, i, &numerals);
      const bool pair = numerals.size() > 1;
      // "between May and June I read": the pronoun.
      const bool pronoun =
          !pair && Slice(prose.text, tokens[i].span) == "I" &&
          i + 1 < tokens.size() && tokens[i + 1].word &&
          !tokens[i + 1].capital && tokens[i + 1].folded != "and" &&
          tokens[i + 1].folded != "is" && tokens[i + 1].folded != "was";
      if (pronoun) continue;
      const bool enough = name.end - name.begin >= (pair ? 2U : 3U);
      if (!enough || (!pair && !SpeaksOfWork(tokens))) continue;
      for (const std::size_t numeral : numerals) {
        out->push_back(MentionOf(prose, p, name, {name.begin, end}, numeral));
      }
      i = end;
    }
  }
}

}  // namespace concord::extraction
