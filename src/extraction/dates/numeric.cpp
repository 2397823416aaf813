#include "extraction/dates/numeric.h"

#include "concord/base/unicode.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

bool IsNumber(const Scene& scene, std::size_t index) {
  return scene.IsKind(index, TokenKind::kNumber);
}

// Three numbers with the same mark between them, nothing but glue.
bool IsTriple(const Scene& scene, std::size_t index) {
  const TokenKind mark = scene.at(index + 1).kind;
  if (mark != TokenKind::kSlash && mark != TokenKind::kDash &&
      mark != TokenKind::kStop) {
    return false;
  }
  for (std::size_t i = index + 1; i <= index + 4; ++i) {
    if (!scene.Glued(i)) return false;
  }
  return IsNumber(scene, index) && IsNumber(scene, index + 2) &&
         scene.at(index + 3).kind == mark && IsNumber(scene, index + 4) &&
         StartsClean(scene, index) && EndsClean(scene, index + 4) &&
         !(scene.Glued(index + 5) && scene.at(index + 5).kind == mark &&
           scene.Glued(index + 6) && mark != TokenKind::kStop);
}

std::optional<Point> MakePoint(std::size_t index, std::int32_t year, int month,
                               int day) {
  if (month < 1 || month > 12 || day < 1 ||
      day > edtf::DaysInMonth(year, month)) {
    return {};
  }
  Point point;
  point.begin = index;
  point.end = index + 5;
  point.date = MonthDate(year, month);
  point.date.day = static_cast<std::uint8_t>(day);
  point.has_year = true;
  return point;
}

// "2.3.02" could be a numbered paragraph: with stops, a year of two figures
// needs two figures everywhere ("02.03.02") and must lie near the base.
bool LooksLikeParagraph(const Scene& scene, std::size_t index) {
  if (scene.whole() || scene.at(index + 1).kind != TokenKind::kStop) {
    return false;
  }
  if (scene.at(index + 4).digits != 2) return false;
  if (scene.at(index).digits != 2 || scene.at(index + 2).digits != 2) {
    static const WordSet kOn(
        "on dated by until since from before after amended revised updated "
        "signed issued sent received");
    // "Letter from the Board, 7.5.04", and no more on the line.
    const bool closes = scene.IsKind(index - 1, TokenKind::kComma) &&
                        scene.IsKind(index - 2, TokenKind::kWord) &&
                        (scene.IsKind(index + 5, TokenKind::kNone) ||
                         scene.at(index + 5).line_before ||
                         (scene.IsKind(index + 5, TokenKind::kStop) &&
                          (scene.IsKind(index + 6, TokenKind::kNone) ||
                           scene.at(index + 6).line_before)) ||
                         scene.IsKind(index + 5, TokenKind::kClose));
    if (!closes && !kOn.Has(scene.at(index - 1))) return true;
  }
  if (!scene.base()) return false;
  const std::int32_t year = ExpandYear(scene, scene.at(index + 4).value);
  return year > scene.base()->year + 5 || year < scene.base()->year - 15;
}

// "23.xi.2000", "14.XI.01": the month in Roman figures.
std::optional<Point> ReadRomanMonth(const Scene& scene, std::size_t index) {
  for (std::size_t i = index + 1; i <= index + 4; ++i) {
    if (!scene.Glued(i)) return {};
  }
  const TokenKind mark = scene.at(index + 1).kind;
  if ((mark != TokenKind::kStop && mark != TokenKind::kSlash) ||
      scene.at(index + 3).kind != mark ||
      !scene.IsKind(index + 2, TokenKind::kWord) ||
      !IsNumber(scene, index + 4) || !StartsClean(scene, index) ||
      !EndsClean(scene, index + 4)) {
    return {};
  }
  const int month = RomanNumeral(scene.at(index + 2).lower);
  const Token& last = scene.at(index + 4);
  if (last.digits != 2 && last.digits != 4) return {};
  const std::int32_t year =
      last.digits == 4 ? last.value : ExpandYear(scene, last.value);
  auto point = MakePoint(index, year, month, scene.at(index).value);
  if (point) point->rule = "date.numeric";
  if (point) point->confidence = 0.93;
  return point;
}

// Day and month in the order of the document; "12/19/2016" has only one order.
std::optional<Point> ReadDayAndMonth(const Scene& scene, std::size_t index,
                                     std::int32_t year) {
  const int first = scene.at(index).value;
  const int second = scene.at(index + 2).value;
  const bool stops = scene.IsKind(index + 1, TokenKind::kStop);
  const bool month_first =
      !stops &&
      (scene.figure_order() == FigureOrder::kMonthFirst || second > 12);
  auto point = month_first ? MakePoint(index, year, first, second)
                           : MakePoint(index, year, second, first);
  const bool turned = !point && month_first;
  if (turned) point = MakePoint(index, year, second, first);
  if (!point) return {};
  point->rule = "date.numeric";
  point->confidence = scene.at(index + 4).digits == 4 ? 0.97 : 0.9;
  if (month_first || turned) point->confidence -= 0.1;
  return point;
}

}  // namespace

std::optional<Point> ReadNumericDate(const Scene& scene, std::size_t index) {
  if (!IsNumber(scene, index)) return {};
  if (auto roman = ReadRomanMonth(scene, index)) return roman;
  if (!IsNumber(scene, index) || !IsTriple(scene, index)) return {};
  const Token& first = scene.at(index);
  const Token& second = scene.at(index + 2);
  const Token& third = scene.at(index + 4);
  if (second.digits > 2) return {};
  if (first.digits == 4 && third.digits <= 2) {
    if (scene.at(index + 1).kind == TokenKind::kStop) return {};
    auto point = MakePoint(index, first.value, second.value, third.value);
    if (point) point->rule = "date.iso";
    if (point) point->confidence = 0.98;
    return point;
  }
  if (first.digits > 2 || (third.digits != 2 && third.digits != 4)) return {};
  if (LooksLikeParagraph(scene, index)) return {};
  const std::int32_t year =
      third.digits == 4 ? third.value : ExpandYear(scene, third.value);
  if (year < 1000 || year > 2999) return {};
  return ReadDayAndMonth(scene, index, year);
}

std::optional<YearTail> ReadYearTail(const Scene& scene, std::size_t index) {
  const TokenKind mark = scene.at(index + 1).kind;
  if (mark != TokenKind::kSlash && mark != TokenKind::kDash) return {};
  const Token& tail = scene.at(index + 2);
  if (tail.kind != TokenKind::kNumber) return {};
  if (!EndsClean(scene, index + 2) && !FootnoteFollows(scene, index + 2)) {
    return {};
  }
  const std::int32_t first = scene.at(index).value;
  const bool touching = scene.Glued(index + 1) && scene.Glued(index + 2);
  std::int32_t last = 0;
  if (tail.digits == 4) {
    last = tail.value;
  } else if (!touching) {
    return {};
  } else if (tail.digits == 2) {
    last = first - first % 100 + tail.value;
    if (last < first && first % 100 > 90) last += 100;  // 1999/00
  } else if (tail.digits == 1) {
    last = first - first % 10 + tail.value;
    if (last < first) last += 10;  // 1999/0
  }
  if (last <= first || last - first > 60 || last > 2999) return {};
  if (mark == TokenKind::kSlash && last != first + 1) return {};
  return YearTail{last, index + 3};
}

}  // namespace concord::extraction::dates
