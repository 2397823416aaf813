#include "extraction/dates/context.h"

#include "extraction/dates/lexicon.h"
#include "extraction/dates/points.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

const WordSet& TimePrepositions() {
  static const WordSet kWords(
      "in by during until till since from to before after of for early mid "
      "late end last next this around through throughout between or and "
      "circa c over about ending ended commencing starting beginning "
      "planned completed scheduled due");
  return kWords;
}

// What a month can be the adjective of: "the May meeting".
bool IsOccasion(const Token& token) {
  static const WordSet kWords(
      "meeting meetings committee report board authority session cabinet "
      "council panel figure figures return returns update paper full issue");
  return kWords.Has(token);
}

bool IsMonthToken(const Token& token) {
  return token.kind == TokenKind::kWord && token.capital &&
         MonthOf(token.lower).month != 0;
}

// Nothing else stands on the line (a cell of a table, a line of a timetable).
bool AloneOnItsLine(const Scene& scene, std::size_t begin, std::size_t end) {
  return scene.at(begin).line_before && scene.at(end).line_before;
}

// "Apr May Jun": the head of a table, not three dates.
bool InMonthColumns(const Scene& scene, std::size_t begin, std::size_t end) {
  return IsMonthToken(scene.at(begin - 1)) || IsMonthToken(scene.at(end));
}

bool InBrackets(const Scene& scene, std::size_t begin, std::size_t end) {
  return scene.IsKind(begin - 1, TokenKind::kOpen) &&
         scene.IsKind(end, TokenKind::kClose);
}

// "Target: April."
bool IsAfterColon(const Scene& scene, std::size_t begin, std::size_t end) {
  const Token& next = scene.at(end);
  return Slice(scene.text(), scene.at(begin - 1).span) == ":" &&
         (next.line_before || next.kind == TokenKind::kNone ||
          next.kind == TokenKind::kStop || next.kind == TokenKind::kEnder);
}

// Months that are also given names or verbs.
bool IsDoubtfulName(std::string_view lower) {
  static const WordSet kWords(
      "april may march june august jan mar dec sep jun");
  return kWords.Has(lower);
}

}  // namespace

bool AfterTimePreposition(const Scene& scene, std::size_t index) {
  const bool article = scene.Is(index - 1, "the");
  return TimePrepositions().Has(scene.at(article ? index - 2 : index - 1));
}

bool IsBareMonth(const Scene& scene, std::size_t begin, std::size_t end) {
  if (scene.whole()) return true;
  const Token& name = scene.at(begin);
  if (!name.capital || InMonthColumns(scene, begin, end)) return false;
  if (scene.Glued(end) && scene.IsKind(end, TokenKind::kDash)) return false;
  if (AloneOnItsLine(scene, begin, end)) return true;
  if (InBrackets(scene, begin, end)) return true;
  if (IsAfterColon(scene, begin, end)) return true;
  const Token& next = scene.at(end);
  const bool occasion = IsOccasion(next);
  const bool name_follows = next.kind == TokenKind::kWord && next.capital &&
                            !next.line_before && !occasion;
  if (TimePrepositions().Has(scene.at(begin - 1))) {
    return !(name_follows && IsDoubtfulName(name.lower));
  }
  if (scene.Is(begin - 1, "the") && occasion) return true;
  // "in the April pay packets"; not "the March against knives".
  const bool thing = next.kind == TokenKind::kWord && !next.capital &&
                     !next.line_before && !IsFunctionWord(next.lower);
  const bool named = name.lower != "may" && name.lower != "march";
  const bool in_the =
      scene.Is(begin - 1, "the") &&
      (scene.Is(begin - 2, "in") || scene.Is(begin - 2, "of") ||
       scene.Is(begin - 2, "with") || scene.Is(begin - 2, "for"));
  if (in_the && thing && named) return true;
  const bool abbreviated = MonthOf(name.lower).abbreviated;
  if (abbreviated || IsDoubtfulName(name.lower)) return false;
  return !scene.Glued(begin);
}

bool IsPartOfYear(const Scene& scene, std::size_t index) {
  static const WordSet kWords(
      "term terms vacation vacations recess months weather");
  return kWords.Has(scene.at(index));
}

bool IsBareSeason(const Scene& scene, std::size_t begin, std::size_t end) {
  if (scene.whole()) return true;
  if (scene.Glued(end) && scene.IsKind(end, TokenKind::kDash)) return false;
  static const WordSet kWords(
      "in by during until till before since from after early late mid "
      "around over");
  const bool article = scene.Is(begin - 1, "the");
  const Token& before = scene.at(article ? begin - 2 : begin - 1);
  if (before.lower == "of" && scene.Is(begin - 2, "because")) return true;
  // "over Christmas", "over the summer", not "over summer".
  const bool feast = SeasonOf(scene.at(begin).lower) == 0;
  return kWords.Has(before) && (before.lower != "over" || article || feast);
}

}  // namespace concord::extraction::dates
