// In which order a text writes day and month in figures.
#include "extraction/dates/find.h"
#include "extraction/rules.h"

namespace concord::extraction::dates {
namespace {

int TwoFigures(std::string_view text, TextSpan span) {
  int value = 0;
  for (const char c : Slice(text, span)) value = value * 10 + (c - '0');
  return value;
}

const Pattern& Figures() {
  static const Pattern kFigures(
      "\\b([0-9]{1,2})[/-]([0-9]{1,2})[/-](?:[0-9]{4}|[0-9]{2})\\b");
  return kFigures;
}

// Days after names of months, [1], and before them, [2].
const Pattern& Named() {
  static const Pattern kNamed(
      "\\b(?:(?:January|February|March|April|May|June|July|August|September|"
      "October|November|December)\\s+([0-9]{1,2}),\\s+[0-9]{4}\\b|"
      "([0-9]{1,2})(?i:st|nd|rd|th)?\\s+(?:of\\s+)?(?i:january|february|march|"
      "april|may|june|july|august|september|october|november|december)\\b)");
  return kNamed;
}

}  // namespace

FigureOrder FigureOrderOf(std::string_view text) {
  const TextSpan whole = {0, static_cast<std::uint32_t>(text.size())};
  int day_first = 0;
  int month_first = 0;
  const std::vector<MatchSpans> figures = Figures().SearchAll(text, whole);
  if (figures.empty()) return FigureOrder::kDayFirst;
  for (const MatchSpans& match : figures) {
    const int first = TwoFigures(text, match[1]);
    const int second = TwoFigures(text, match[2]);
    day_first += first > 12 && first <= 31 && second <= 12 ? 1 : 0;
    month_first += second > 12 && second <= 31 && first <= 12 ? 1 : 0;
  }
  if (day_first + month_first > 0) {
    return month_first > day_first ? FigureOrder::kMonthFirst
                                   : FigureOrder::kDayFirst;
  }
  for (const MatchSpans& match : Named().SearchAll(text, whole)) {
    if (Empty(match[1])) return FigureOrder::kDayFirst;
    ++month_first;
  }
  return month_first > 0 ? FigureOrder::kMonthFirst : FigureOrder::kDayFirst;
}

}  // namespace concord::extraction::dates
