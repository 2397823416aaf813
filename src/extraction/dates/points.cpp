// Dates with the month written as a word. Numbers alone are in numeric.cpp.
#include "extraction/dates/points.h"

#include "extraction/dates/context.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/numeric.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

void SetYear(Point& point, const YearRead& year) {
  point.date.year = year.year;
  point.has_year = true;
  point.year_from_base = year.from_base;
  point.end = year.end;
}

bool DayExists(const Point& point) {
  // 29 February waits for its year.
  const std::int32_t year = point.has_year ? point.date.year : 2000;
  return point.date.day <= edtf::DaysInMonth(year, point.date.month);
}

// "31-Oct-74", "31/Oct/1974": the same mark on both sides of the month.
std::optional<Point> ReadMarkedDate(const Scene& scene, std::size_t index,
                                    const DayNumber& day) {
  const TokenKind mark = scene.at(day.end).kind;
  if (mark != TokenKind::kDash && mark != TokenKind::kSlash &&
      mark != TokenKind::kStop) {
    return {};
  }
  if (!scene.Glued(day.end) || !scene.Glued(day.end + 1)) return {};
  const auto month = ReadMonthName(scene, day.end + 1);
  if (!month || scene.at(month->end).kind != mark) return {};
  const std::size_t at = month->end + 1;
  const Token& last = scene.at(at);
  if (last.kind != TokenKind::kNumber || !scene.Glued(at)) return {};
  Point point;
  point.begin = index;
  point.date = MonthDate(0, month->month);
  point.date.day = static_cast<std::uint8_t>(day.day);
  if (const auto year = FourDigitYear(scene, at)) {
    SetYear(point, {*year, at + 1, false});
  } else if (last.digits == 2 && EndsClean(scene, at)) {
    SetYear(point, {ExpandYear(scene, last.value), at + 1, false});
  } else {
    return {};
  }
  point.rule = "date.day-month-year";
  point.confidence = 0.97;
  return point;
}

// "6 October 2005", "the 22nd of July", "14april 15".
std::optional<Point> ReadDayMonth(const Scene& scene, std::size_t index,
                                  Care care) {
  const auto day = ReadDayNumber(scene, index);
  if (!day || (care != Care::kJoined && !StartsClean(scene, index))) return {};
  std::optional<Point> point = ReadMarkedDate(scene, index, *day);
  if (!point) {
    const bool of = scene.Is(day->end, "of");
    const auto month = ReadMonthName(scene, of ? day->end + 1 : day->end);
    if (!month || scene.at(day->end).gap_before) return {};
    // A number alone on its line belongs to a list or to the page.
    if (scene.at(index).line_before && scene.at(day->end).line_before &&
        !scene.whole()) {
      return {};
    }
    point = Point();
    point->begin = index;
    point->end = month->end;
    point->date = MonthDate(0, month->month);
    point->date.day = static_cast<std::uint8_t>(day->day);
    point->rule = "date.day-month";
    point->confidence = 0.9;
    if (const auto year = ReadYearAfter(scene, month->after, true)) {
      SetYear(*point, *year);
      point->rule = "date.day-month-year";
      point->confidence = 0.99;
    }
  }
  if (!DayExists(*point)) return {};
  // "calls 14 and 15 March Street".
  static const WordSet kStreets(
      "street road avenue lane close court house "
      "place terrace square crescent");
  const Token& next = scene.at(point->end);
  if (!point->has_year && next.capital && kStreets.Has(next)) return {};
  if (!point->has_year && !scene.whole() && IsNumbered(scene, index)) {
    return {};
  }
  return point;
}

// "2014 September 22", "2007-Mar-5".
std::optional<Point> ReadYearFirst(const Scene& scene, std::size_t index) {
  const auto year = FourDigitYear(scene, index);
  if (!year || !StartsClean(scene, index)) return {};
  const bool dash = scene.IsKind(index + 1, TokenKind::kDash);
  const auto month = ReadMonthName(scene, dash ? index + 2 : index + 1);
  if (!month || scene.at(index + 1).line_before) return {};
  std::size_t at = month->after;
  if (dash) at = scene.IsKind(at, TokenKind::kDash) ? at + 1 : scene.size();
  const auto day = ReadDayNumber(scene, at);
  if (!day || !scene.IsKind(at, TokenKind::kNumber) ||
      scene.at(at).line_before || !EndsClean(scene, day->end - 1)) {
    return {};
  }
  // "in 2014 September 22 people came", "in 2014, September 22, 2013".
  const Token& next = scene.at(day->end);
  const bool counts = next.kind == TokenKind::kWord && !next.capital &&
                      !IsFunctionWord(next.lower);
  if (counts || ReadYearAfter(scene, day->end, false)) return {};
  Point point;
  point.begin = index;
  point.end = day->end;
  point.has_year = true;
  point.date = MonthDate(*year, month->month);
  point.date.day = static_cast<std::uint8_t>(day->day);
  point.rule = "date.year-month-day";
  point.confidence = 0.9;
  if (!DayExists(point)) return {};
  return point;
}

// What may stand after "May 20" if 20 is to be a day.
bool DayEndsDate(const Scene& scene, const DayNumber& day) {
  if (scene.whole() || day.ordinal) return true;
  const Token& next = scene.at(day.end);
  if (next.kind == TokenKind::kWord && !next.line_before) {
    return !next.space_before || next.capital || IsFunctionWord(next.lower);
  }
  return next.kind != TokenKind::kStop || !scene.Glued(day.end + 1);
}

// "Nov 06" is a month and a year where the number begins with 0 or lies near
// the year of writing; "Nov 6" and "November 6th" are days.
std::optional<YearRead> ReadShortYear(const Scene& scene,
                                      const MonthName& month) {
  const Token& number = scene.at(month.after);
  if (number.kind != TokenKind::kNumber || number.digits != 2) return {};
  if (!EndsClean(scene, month.after) || number.line_before) return {};
  const std::int32_t year = ExpandYear(scene, number.value);
  if (number.value < 10) return YearRead{year, month.after + 1, false};
  // The full name is less often followed by a shortened year.
  const std::int32_t reach = month.abbreviated ? 3 : 1;
  const bool near = scene.base() && year >= scene.base()->year - reach &&
                    year <= scene.base()->year + reach;
  const bool full_and_whole = !month.abbreviated && scene.whole();
  if ((!near || full_and_whole) && number.value <= 31) return {};
  if (number.value > 31 && !near && !scene.whole()) return {};
  return YearRead{year, month.after + 1, false};
}

// "October 6", "October 6th, 2005", "Feb13".
std::optional<Point> ReadMonthDay(const Scene& scene, std::size_t index,
                                  const MonthName& month) {
  const std::size_t at = scene.SkipThe(month.after);
  const auto day = ReadDayNumber(scene, at);
  if (!day || scene.at(month.after).line_before) return {};
  const bool word = scene.IsKind(at, TokenKind::kWord);
  if (word && !scene.whole()) return {};
  Point point;
  point.begin = index;
  point.end = day->end;
  point.month_first = true;
  point.date = MonthDate(0, month.month);
  point.date.day = static_cast<std::uint8_t>(day->day);
  point.rule = "date.month-day";
  point.confidence = 0.8;
  if (const auto year = ReadYearAfter(scene, day->end, false)) {
    SetYear(point, *year);
    point.rule = "date.month-day-year";
    point.confidence = 0.98;
  } else if (!DayEndsDate(scene, *day) || !EndsClean(scene, day->end - 1) ||
             (!scene.whole() && !day->ordinal &&
              (scene.Is(index - 1, "in") || scene.Is(index - 1, "during")))) {
    return {};
  }
  if (!DayExists(point)) return {};
  return point;
}

// "October 2005", "October of 2005", "Oct-05", "October this year".
std::optional<YearRead> ReadYearOfMonth(const Scene& scene,
                                        const MonthName& month) {
  const bool dash = (scene.IsKind(month.end, TokenKind::kDash) ||
                     scene.IsKind(month.end, TokenKind::kSlash)) &&
                    scene.Glued(month.end) && scene.Glued(month.end + 1);
  if (dash) {
    const std::size_t at = month.end + 1;
    if (const auto year = FourDigitYear(scene, at)) {
      return YearRead{*year, at + 1, false};
    }
    const Token& number = scene.at(at);
    const bool two = number.kind == TokenKind::kNumber && number.digits == 2 &&
                     EndsClean(scene, at) && month.abbreviated;
    if (!two) return {};
    return YearRead{ExpandYear(scene, number.value), at + 1, false};
  }
  const bool of = scene.Is(month.after, "of");
  // "November 2024-25" is the November of that financial year.
  const auto tail = ReadYearTail(scene, month.after);
  const std::int32_t first = scene.at(month.after).value;
  if (tail && scene.at(month.after).digits == 4 && tail->last == first + 1) {
    return YearRead{month.month < 4 ? tail->last : first, tail->end, false};
  }
  if (const auto year =
          ReadYearAfter(scene, of ? month.after + 1 : month.after, false)) {
    return year;
  }
  return ReadShortYear(scene, month);
}

// Everything that begins with the name of a month.
std::optional<Point> ReadFromMonth(const Scene& scene, std::size_t index,
                                   Care care, bool prefer_day) {
  const auto month = ReadMonthName(scene, index);
  if (!month) return {};
  const auto year = ReadYearOfMonth(scene, *month);
  const auto day = ReadMonthDay(scene, index, *month);
  if (day && (prefer_day || !year || day->end > year->end)) return day;
  Point point;
  point.begin = index;
  point.end = month->end;
  point.date = MonthDate(0, month->month);
  if (year) {
    SetYear(point, *year);
    point.rule = "date.month-year";
    point.confidence = year->from_base ? 0.9 : 0.97;
    return point;
  }
  if (care == Care::kStrict && !IsBareMonth(scene, index, month->end)) {
    return {};
  }
  point.rule = "date.month";
  point.confidence = 0.8;
  return point;
}

// "Tuesday 14 December", "Sunday, Feb 10".
std::optional<Point> ReadFromWeekday(const Scene& scene, std::size_t index) {
  const WeekdayWord weekday = WeekdayOf(scene.at(index).lower);
  if (weekday.weekday == 0) return {};
  if (!scene.whole() && !scene.at(index).capital) return {};
  std::size_t at = index + 1;
  if (weekday.abbreviated && scene.IsKind(at, TokenKind::kStop)) ++at;
  if (scene.IsKind(at, TokenKind::kComma)) ++at;
  at = scene.SkipThe(at);
  if (scene.at(at).gap_before) return {};
  std::optional<Point> point = ReadDayMonth(scene, at, Care::kLenient);
  if (!point) point = ReadFromMonth(scene, at, Care::kLenient, true);
  if (!point) point = ReadNumericDate(scene, at);
  if (!point || point->date.day == 0) return {};
  point->begin = index;
  point->weekday = weekday.weekday;
  return point;
}

// "autumn 2003", "Autumn of 2008", "winter 2005/06"; "the summer".
std::optional<Point> ReadSeason(const Scene& scene, std::size_t index,
                                Care care) {
  const int season = SeasonOf(scene.at(index).lower);
  if (season == 0) return {};
  Point point;
  point.begin = index;
  point.end = index + 1;
  point.date = MonthDate(0, season);
  const std::size_t at = scene.Is(index + 1, "of") ? index + 2 : index + 1;
  auto year = ReadYearAfter(scene, at, false);
  // "winter 2005/06" is the winter that begins in 2005.
  const auto tail = ReadYearTail(scene, at);
  if (tail && scene.at(at).digits == 4) {
    year = YearRead{scene.at(at).value, tail->end, false};
  }
  if (year) {
    SetYear(point, *year);
    point.rule = "date.season-year";
    point.confidence = 0.95;
    return point;
  }
  if (care == Care::kStrict && (!IsBareSeason(scene, index, index + 1) ||
                                IsPartOfYear(scene, index + 1))) {
    return {};
  }
  if (!scene.whole() && IsPartOfYear(scene, index + 1)) return {};
  point.rule = "date.season";
  point.confidence = 0.75;
  return point;
}

}  // namespace

std::optional<MonthName> ReadMonthName(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.kind != TokenKind::kWord) return {};
  const MonthWord word = MonthOf(token.lower);
  if (word.month == 0) return {};
  // "paragraph 4 may", "the 4 march": the words that are more than months.
  const bool doubtful = word.abbreviated || word.month == 5 || word.month == 3;
  if (doubtful && !token.capital && !scene.whole()) return {};
  MonthName name;
  name.month = word.month;
  name.abbreviated = word.abbreviated;
  name.end = index + 1;
  const bool stop = word.abbreviated && scene.Glued(index + 1) &&
                    scene.IsKind(index + 1, TokenKind::kStop);
  name.after = stop ? index + 2 : index + 1;
  return name;
}

namespace {

std::optional<Point> ReadPlainPoint(const Scene& scene, std::size_t index,
                                    Care care) {
  const Token& token = scene.at(index);
  if (token.kind == TokenKind::kNumber) {
    if (auto point = ReadNumericDate(scene, index)) return point;
    if (auto point = ReadYearFirst(scene, index)) return point;
    return ReadDayMonth(scene, index, care);
  }
  if (token.kind != TokenKind::kWord) return {};
  const bool day_first = care == Care::kJoined;
  if (auto point = ReadFromMonth(scene, index, care, day_first)) return point;
  if (auto point = ReadFromWeekday(scene, index)) return point;
  if (auto point = ReadSeason(scene, index, care)) return point;
  return ReadDayMonth(scene, index, care);
}

// "31 March next", "in November last": beside the base, whatever the verb.
void TakeNextOrLast(const Scene& scene, Point& point) {
  const bool next = scene.Is(point.end, "next");
  if (!scene.base() || (!next && !scene.Is(point.end, "last"))) return;
  const Token& after = scene.at(point.end + 1);
  const bool closes = after.kind != TokenKind::kWord || after.line_before ||
                      IsFunctionWord(after.lower);
  if (!closes || after.lower == "year" || after.kind == TokenKind::kNumber) {
    return;
  }
  edtf::Date date = point.date;
  const edtf::Day base = *scene.base();
  for (const int step : {0, next ? 1 : -1}) {
    date.year = base.year + step;
    const edtf::DayRange days = edtf::Bounds(date);
    if (!days.earliest || !days.latest) continue;
    if (next ? base < *days.earliest : *days.latest < base) {
      SetYear(point, {date.year, point.end + 1, true});
      return;
    }
  }
}

}  // namespace

std::optional<Point> ReadPoint(const Scene& scene, std::size_t index,
                               Care care) {
  auto point = ReadPlainPoint(scene, index, care);
  if (point && !point->has_year) TakeNextOrLast(scene, *point);
  return point;
}

}  // namespace concord::extraction::dates
