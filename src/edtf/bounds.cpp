// The earliest and latest day a value allows.
//
// Qualifiers (? ~ %) do not widen a value: the specification gives them no
// width, and a search that wants slack adds its own. Groups of months (level 2,
// "Sub-year groupings") that EDTF leaves to the reader are read as meteorology
// does: spring of year Y is March to May of Y, winter is December of Y to
// February of Y+1, also for the codes 21..24 that name no hemisphere.
#include "concord/edtf/edtf.h"

namespace concord::edtf {
namespace {

struct Months {
  int first;   // 1..12 in the value's year
  int length;  // may run into the next year
};

// Level 1 "Seasons" (21..24) and level 2 "Sub-year groupings" (25..41).
Months MonthsOf(int code) {
  if (code >= 1 && code <= 12) return {code, 1};
  if (code >= 21 && code <= 24) return {3 + 3 * (code - 21), 3};
  if (code >= 25 && code <= 28) return {3 + 3 * (code - 25), 3};
  // Southern spring 29 begins in September; summer 30 in December.
  if (code >= 29 && code <= 32) return {(8 + 3 * (code - 29)) % 12 + 1, 3};
  if (code >= 33 && code <= 36) return {1 + 3 * (code - 33), 3};
  if (code >= 37 && code <= 39) return {1 + 4 * (code - 37), 4};
  if (code >= 40 && code <= 41) return {1 + 6 * (code - 40), 6};
  return {1, 12};
}

Day LastOfMonths(std::int32_t year, Months months) {
  const int last = months.first + months.length - 1;
  const std::int32_t in_year = last > 12 ? year + 1 : year;
  const int month = last > 12 ? last - 12 : last;
  return {in_year, static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(DaysInMonth(in_year, month))};
}

// "199X" stands for ten years, "19XX" for a hundred; `year` holds 0 in place
// of each X, and a negative year counts away from zero.
std::int32_t YearSpan(const Date& date) {
  std::int32_t span = 1;
  for (int i = 0; i < date.unspecified_digits && i < 4; ++i) span *= 10;
  return span;
}

Day Earliest(const Date& date) {
  const std::int32_t year =
      date.year < 0 ? date.year - (YearSpan(date) - 1) : date.year;
  if (date.month == 0 || date.month_unspecified) return {year, 1, 1};
  const Months months = MonthsOf(date.month);
  if (date.month > 12 || date.day == 0 || date.day_unspecified) {
    return {year, static_cast<std::uint8_t>(months.first), 1};
  }
  return {year, date.month, date.day};
}

Day Latest(const Date& date) {
  const std::int32_t year =
      date.year < 0 ? date.year : date.year + (YearSpan(date) - 1);
  if (date.month == 0 || date.month_unspecified) return {year, 12, 31};
  if (date.month > 12 || date.day == 0 || date.day_unspecified) {
    return LastOfMonths(year, MonthsOf(date.month));
  }
  return {year, date.month, date.day};
}

DayRange RangeOf(const OneOf& set) {
  DayRange range;
  for (const Date& date : set.dates) {
    const Day earliest = Earliest(date);
    const Day latest = Latest(date);
    if (!range.earliest || earliest < *range.earliest) {
      range.earliest = earliest;
    }
    if (!range.latest || latest > *range.latest) range.latest = latest;
  }
  return range;
}

}  // namespace

DayRange Bounds(const Value& value) {
  if (const auto* date = std::get_if<Date>(&value)) {
    return {Earliest(*date), Latest(*date)};
  }
  if (const auto* set = std::get_if<OneOf>(&value)) return RangeOf(*set);
  const auto& interval = std::get<Interval>(value);
  DayRange range;
  if (interval.start.kind == BoundKind::kDate) {
    range.earliest = Earliest(interval.start.date);
  }
  if (interval.end.kind == BoundKind::kDate) {
    range.latest = Latest(interval.end.date);
  }
  return range;
}

}  // namespace concord::edtf
