// The longest expression at a place.

#include "extraction/dates/lexicon.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

// Words that an expression can begin with, apart from numbers and the names of
// months, days and seasons: everything else is passed over at once.
bool MayBegin(const Token& token) {
  if (token.kind == TokenKind::kNumber) return true;
  if (token.kind != TokenKind::kWord) return false;
  static const WordSet kWords(
      "a about almost an approximately around beginning christmas close "
      "coming current earlier early easter end final following fy h just "
      "last late later latter mid middle nearly new next over past previous "
      "q qtr quarter roughly some start the this today tomorrow tomorrows "
      "upcoming w wc week yesterday");
  if (kWords.Has(token.lower)) return true;
  if (MonthOf(token.lower).month != 0) return true;
  if (WeekdayOf(token.lower).weekday != 0) return true;
  if (SeasonOf(token.lower) != 0) return true;
  if (OrdinalWordOf(token.lower) != 0) return true;
  if (token.lower.size() > 5 && token.lower.ends_with("ties")) return true;
  if (token.lower == "noughties" || IsFeastWord(token.lower)) return true;
  static const WordSet kCounts(
      "one two three four five six seven eight nine ten eleven twelve "
      "fifteen eighteen twenty thirty forty fifty");
  return kCounts.Has(token.lower);
}

}  // namespace

std::optional<Reading> ReadAny(const Scene& scene, std::size_t index,
                               Neighbour neighbour) {
  if (!MayBegin(scene.at(index))) return {};
  std::optional<Reading> best;
  KeepLonger(best, ReadRange(scene, index, neighbour));
  KeepLonger(best, ReadSingle(scene, index, Care::kStrict, neighbour));
  KeepLonger(best, ReadYears(scene, index, Care::kStrict));
  KeepLonger(best, ReadQuarter(scene, index));
  KeepLonger(best, ReadPart(scene, index));
  KeepLonger(best, ReadWeekOf(scene, index));
  KeepLonger(best, ReadNth(scene, index));
  KeepLonger(best, ReadRelative(scene, index));
  KeepLonger(best, ReadFeast(scene, index, Care::kStrict));
  KeepLonger(best, ReadCentury(scene, index));
  return best;
}

}  // namespace concord::extraction::dates
