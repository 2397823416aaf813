#include "extraction/dates/context.h"

#include "extraction/dates/lexicon.h"
#include "extraction/dates/points.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

// What counts things: a number after it is their number, not a day or year.
bool IsCounted(const Token& token) {
  static const WordSet kWords(
      "recommendation recommendations rec recs item items paragraph "
      "paragraphs para paras section sections page pages p pp figure table "
      "appendix annex chapter chapters schedule part volume article "
      "articles clause option options objective objectives question "
      "questions stage phase level no nos number numbers numbered room version "
      "tel "
      "telephone fax ext extension ref reference box band grade rule "
      "regulation standing form notice release circular iso bs minute "
      "minutes agenda vision horizon");
  return kWords.Has(token);
}

// Makers of statutes: the year after them is a part of a name.
bool IsStatute(const Token& token) {
  static const WordSet kWords(
      "act acts regulations order orders rules measure directive bill "
      "statute convention instrument");
  return kWords.Has(token) && token.capital;
}

// "over 2000", "more than 1900", "up to 2000" say how many, not when.
bool IsQuantifier(const Token& token) {
  static const WordSet kWords(
      "over than nearly almost some least approximately most another "
      "additional extra further all only these those total");
  return kWords.Has(token);
}

bool IsUnitOfMeasure(const Token& token) {
  static const WordSet kWords(
      "hours hrs h gmt bst per metres miles km kg words pounds percent "
      "million billion");
  return kWords.Has(token);
}

// The act of a list of years: "Acts 1976 and 2000".
bool AfterStatute(const Scene& scene, std::size_t index) {
  std::size_t at = index - 1;
  for (int steps = 0; steps < 8; ++steps, --at) {
    const Token& token = scene.at(at);
    if (IsStatute(token)) return true;
    const bool list = token.kind == TokenKind::kComma || token.lower == "and" ||
                      token.lower == "of" || token.digits == 4;
    if (list) continue;
    if (token.kind != TokenKind::kClose) return false;
    // "Act (Northern Ireland) 1998": step over the bracket.
    while (steps < 8 && !scene.IsKind(at, TokenKind::kOpen)) {
      --at;
      ++steps;
    }
  }
  return false;
}

// "the 1998 Act", "the 2004 Regulations": the short name of a statute.
bool BeforeStatute(const Scene& scene, std::size_t index) {
  static const WordSet kWords("act acts regulations bill statute");
  const Token& next = scene.at(index + 1);
  return kWords.Has(next) && next.capital && !next.line_before;
}

// "resolutions 1325 (2000) and 1820 (2008)": the year is a part of the number.
bool InResolutionNumber(const Scene& scene, std::size_t index) {
  if (!scene.IsKind(index - 1, TokenKind::kOpen) ||
      !scene.IsKind(index + 1, TokenKind::kClose)) {
    return false;
  }
  static const WordSet kWords("resolution resolutions decision decisions");
  std::size_t at = index - 2;
  if (!scene.IsKind(at, TokenKind::kNumber)) return false;
  for (int steps = 0; steps < 40; ++steps, --at) {
    const Token& token = scene.at(at);
    if (kWords.Has(token)) return true;
    const bool list = token.kind == TokenKind::kNumber ||
                      token.kind == TokenKind::kComma ||
                      token.kind == TokenKind::kOpen ||
                      token.kind == TokenKind::kClose || token.lower == "and";
    if (!list) return false;
  }
  return false;
}

// An abbreviation for a statute or a product: "PACE 1984", "RR(A)A 2000".
// In a line that is all capitals an all-capital word means nothing.
bool AfterShortName(const Scene& scene, std::size_t index) {
  const Token& before = scene.at(index - 1);
  if (!before.all_capitals || before.lower.size() > 6) return false;
  const Token& earlier = scene.at(index - 2);
  const bool shouting = earlier.all_capitals && !scene.Glued(index - 1);
  return !shouting && MonthOf(before.lower).month == 0;
}

// Figures on both sides: a telephone number or a row of a table.
bool AmongFigures(const Scene& scene, std::size_t index) {
  const Token& before = scene.at(index - 1);
  const Token& after = scene.at(index + 1);
  const bool left = before.kind == TokenKind::kNumber;
  const bool right = after.kind == TokenKind::kNumber && !after.line_before;
  return left || right;
}

// A word that a year may follow whatever comes after it.
bool IsYearLead(const Token& token) {
  static const WordSet kWords(
      "in since during by until till before after from of year circa early "
      "late mid the its our their his her between throughout pre post "
      "around about dated");
  return kWords.Has(token);
}

// In the middle of a list of years: "in 2001, 2002 and 2003".
bool ContinuesYears(const Scene& scene, std::size_t index) {
  const Token& before = scene.at(index - 1);
  const bool joint = before.kind == TokenKind::kComma ||
                     before.lower == "and" || before.lower == "or" ||
                     before.lower == "to";
  return joint && scene.at(index - 2).digits == 4;
}

bool IsPartOfNumber(const Scene& scene, std::size_t index) {
  if (!StartsClean(scene, index)) {
    const Token& word = scene.at(index - 2);
    const bool prefix = scene.IsKind(index - 1, TokenKind::kDash) &&
                        (word.lower == "pre" || word.lower == "post");
    if (!prefix) return true;
  }
  const Token& next = scene.at(index + 1);
  if (!scene.Glued(index + 1)) return false;
  if (next.kind == TokenKind::kSlash) return true;
  // "1998.5" unless a preposition says that it is a year with a footnote.
  if (next.kind == TokenKind::kStop && scene.Glued(index + 2) &&
      scene.IsKind(index + 2, TokenKind::kNumber)) {
    return !IsYearLead(scene.at(index - 1));
  }
  if (next.kind != TokenKind::kDash || !scene.Glued(index + 2)) return false;
  // "a 2004-seat hall" against "2001-based projections".
  return !scene.Is(index + 2, "based");
}

// Law reports: "[2008] EWHC 1777", "(2005) 40 EHRR 1", "2001 UKHL 67".
bool CitesLawReport(const Scene& scene, std::size_t index) {
  const bool square = Slice(scene.text(), scene.at(index - 1).span) == "[";
  std::size_t at = index + 1;
  if (scene.IsKind(at, TokenKind::kClose)) ++at;
  if (scene.IsKind(at, TokenKind::kNumber)) ++at;
  return square ||
         (scene.at(at).all_capitals &&
          (at > index + 2 || scene.IsKind(at + 1, TokenKind::kNumber)));
}

// "numbers 1950, 1951 and 1952": each is one of what the word counts.
bool AmongCounted(const Scene& scene, std::size_t index) {
  std::size_t at = index;
  for (int steps = 0; steps < 8 && at >= 3 && ContinuesYears(scene, at);
       ++steps) {
    at -= 2;
  }
  return at != index && IsCounted(scene.at(at - 1));
}

// "Wagon number: 1950".
bool AfterNumberAndColon(const Scene& scene, std::size_t index) {
  static const WordSet kNumber("number numbers no nos");
  return Slice(scene.text(), scene.at(index - 1).span) == ":" &&
         kNumber.Has(scene.at(index - 2));
}

bool NamesSomethingElse(const Scene& scene, std::size_t index) {
  const Token& before = scene.at(index - 1);
  const bool stop = before.kind == TokenKind::kStop && scene.Glued(index - 1);
  if (IsCounted(stop ? scene.at(index - 2) : before)) return true;
  if (AmongCounted(scene, index) || AfterNumberAndColon(scene, index)) {
    return true;
  }
  if (IsQuantifier(before) || CitesLawReport(scene, index)) return true;
  if (BeforeStatute(scene, index) || InResolutionNumber(scene, index)) {
    return true;
  }
  return AfterStatute(scene, index) || AfterShortName(scene, index);
}

}  // namespace

bool IsNumbered(const Scene& scene, std::size_t index) {
  const Token& before = scene.at(index - 1);
  const bool stop = before.kind == TokenKind::kStop && scene.Glued(index - 1);
  return IsCounted(stop ? scene.at(index - 2) : before);
}

bool IsBareYear(const Scene& scene, std::size_t index) {
  if (scene.whole()) return true;
  const std::int32_t year = scene.at(index).value;
  if (year < 1800 || year > 2099) return false;
  if (IsPartOfNumber(scene, index) || NamesSomethingElse(scene, index)) {
    return false;
  }
  const Token& next = scene.at(index + 1);
  if (IsUnitOfMeasure(next) || AmongFigures(scene, index)) return false;
  static const WordSet kMore("more fewer less");
  const bool counts = next.kind == TokenKind::kWord && !next.capital &&
                      !next.line_before &&
                      (LooksPlural(next.lower) || kMore.Has(next.lower));
  // "For 2000 the figures are": nothing is counted.
  const bool of_all = scene.Is(index - 1, "for") && scene.Is(index + 1, "the");
  const bool lead =
      of_all || IsYearLead(scene.at(index - 1)) || ContinuesYears(scene, index);
  const bool opened = scene.IsKind(index - 1, TokenKind::kOpen) ||
                      scene.IsKind(index - 1, TokenKind::kComma);
  const bool bracketed = opened && scene.IsKind(index + 1, TokenKind::kClose);
  if (year % 100 == 0) return bracketed || (lead && !counts);
  if (year < 1900 || year > 2060) return lead || bracketed;
  return lead || !counts;
}

bool IsYearPair(const Scene& scene, std::size_t begin, std::size_t end) {
  if (scene.whole()) return true;
  if (!StartsClean(scene, begin) ||
      (!EndsClean(scene, end - 1) && !FootnoteFollows(scene, end - 1))) {
    return false;
  }
  if (scene.Glued(end) && scene.IsKind(end, TokenKind::kSlash)) return false;
  static const WordSet kSessions("session sessions parliament");
  if (kSessions.Has(scene.at(begin - 1)) || scene.Is(end, "session")) {
    return false;
  }
  const Token& before = scene.at(begin - 1);
  if (before.kind == TokenKind::kNumber) return false;
  // "FY 2005/06" follows a short name all the same.
  return !IsCounted(before) && !AfterStatute(scene, begin);
}

}  // namespace concord::extraction::dates
