#include "extraction/citations/title_runs.h"

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"
#include "extraction/citations/title_company.h"

namespace concord::extraction {
namespace {

// "National Thematic Report Winning the Valley: ..." -> after "Report".
std::size_t AfterKind(const std::vector<Token>& tokens, TokenRange range) {
  std::size_t after = range.begin;
  for (std::size_t i = range.begin; i + 2 < range.end; ++i) {
    if (IsCueNoun(tokens[i].folded) && tokens[i + 1].capital &&
        tokens[i + 1].word && range.end - i > 3) {
      const Run rest = Measure(tokens, {i + 1, range.end});
      if (rest.subtitle) after = i + 1;
    }
  }
  return after;
}

// "recommendation J of Small Boats": the run begins after the letter.
std::size_t AfterLetter(const std::vector<Token>& tokens, std::size_t begin) {
  if (begin + 2 >= tokens.size() || Length(tokens[begin].span) > 2) {
    return begin;
  }
  const bool lettered = SinglePrecedes(tokens, begin + 2);
  return lettered && tokens[begin + 2].capital ? begin + 2 : begin;
}

// "Inspectorate's", "Authority's": what follows is theirs, not part of a name.
bool IsBodyPossessive(const Token& token) {
  std::string_view folded = token.folded;
  if (!folded.ends_with("'s")) return false;
  folded.remove_suffix(2);
  return IsBodyNoun(folded);
}

// A word that is capital only because the sentence begins with it: one of the
// usual ones, a number, or any word with an article after it ("Receive the")
// where the run is not a title by its subtitle.
bool OnlyOpens(const std::vector<Token>& tokens, TokenRange range) {
  const std::string& word = tokens[range.begin].folded;
  if (IsOpeningWord(word) || NumberWord(word) >= 0) return true;
  if (range.begin + 1 >= range.end || Measure(tokens, range).subtitle) {
    return false;
  }
  const std::string& next = tokens[range.begin + 1].folded;
  return next == "the" || next == "a" || next == "an";
}

// A title cut short by a small word that follows it: "...: A" review.
TokenRange WithoutTail(const std::vector<Token>& tokens, TokenRange range) {
  while (range.end > range.begin + 1) {
    const Token& last = tokens[range.end - 1];
    const bool mark = !last.word && last.folded != ")";
    if (!mark && !(last.capital && IsJoiningWord(last.folded))) break;
    --range.end;
  }
  return range;
}

// "Breaches of the Ministerial Code", "Part of the Report": the kind of work
// stands last, so what is before "the" only speaks of it.
TokenRange Governed(const std::vector<Token>& tokens, TokenRange range) {
  if (range.begin >= range.end || !IsWorkNoun(tokens[range.end - 1].folded) ||
      Measure(tokens, range).subtitle) {
    return range;
  }
  for (std::size_t i = range.end - 1; i > range.begin; --i) {
    if (tokens[i].folded != "the" && tokens[i].folded != "a") continue;
    return {i + 1, range.end};
  }
  return range;
}

}  // namespace

Run Measure(const std::vector<Token>& tokens, TokenRange range) {
  Run run;
  run.range = range;
  run.joint = range.end;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Token& token = tokens[i];
    const bool joint =
        token.folded == ":" || (token.folded == "-" && token.spaced);
    if (joint && !run.subtitle) run.joint = i;
    run.subtitle = run.subtitle || joint;
    run.words += token.word ? 1 : 0;
    run.capitals += token.capital ? 1 : 0;
  }
  return run;
}

TokenRange Trimmed(const std::vector<Token>& tokens, TokenRange range,
                   bool sentence_start) {
  range.begin = AfterLetter(tokens, AfterKind(tokens, range));
  range = Governed(tokens, WithoutTail(tokens, range));
  for (std::size_t i = range.begin; i + 2 < range.end; ++i) {
    if (IsBodyPossessive(tokens[i])) range.begin = i + 1;
  }
  const std::size_t first = range.begin;
  while (range.begin < range.end) {
    const Token& token = tokens[range.begin];
    const bool article = token.folded == "the" || token.folded == "a";
    // "A Safer Mile (1998)": the year vouches for the article.
    const bool own = article && (!sentence_start || range.begin > first ||
                                 YearFollows(tokens, range.end) ||
                                 KindFollows(tokens, range.end));
    const bool said = SaidOfWork(tokens, range.end) ||
                      HoldsRecommendations(tokens, range.end);
    const bool opens =
        sentence_start && !own
            ? OnlyOpens(tokens, range) && (!said || IsOpeningWord(token.folded))
            : !article && IsOpeningWord(token.folded);
    if (token.capital && !opens) break;
    ++range.begin;
  }
  return range;
}

}  // namespace concord::extraction
