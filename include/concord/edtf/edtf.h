#pragma once
// Dates as archives know them: partial, uncertain, open-ended.
//
// Implements the Extended Date/Time Format of the Library of Congress
// (4 February 2019; ISO 8601-2): level 0 dates and intervals, level 1
// (qualifiers ? ~ %, seasons 21..24, open "..", unknown "" bounds, unspecified
// digits X, negative years and Y-years of up to nine digits), and of level 2
// the sub-year groups 25..41 and sets of single dates, one of them
// "[2005-10,2005-11]" or all of them "{2005-10,2005-11}". No times of day.
// docs/dates.md has the table.
//
//   Parse("2005-36~")        late 2005, approximate
//   Parse("../2024-03")      not later than March 2024
//   Bounds(Parse("2004-04/2005-03"))  = 2004-04-01 .. 2005-03-31
//
// Values; pure functions; safe from any thread.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "concord/base/result.h"

namespace concord::edtf {

// Which qualifier follows a value.
enum class Qualifier : std::uint8_t {
  kNone,
  kUncertain,             // ?
  kApproximate,           // ~
  kUncertainApproximate,  // %
};

// One calendar date of any precision. `month` 1..12, or a season or sub-year
// group 21..41 as EDTF numbers them; 0 = not given. `day` 0 = not given.
// `unspecified_digits` counts X at the end of the year ("199X" is year 1990
// with 1); months and days written XX set the flags.
struct Date {
  std::int32_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::uint8_t unspecified_digits = 0;
  bool month_unspecified = false;
  bool day_unspecified = false;
  Qualifier qualifier = Qualifier::kNone;

  friend auto operator<=>(const Date&, const Date&) = default;
};

// An end of an interval: a date, ".." (open) or "" (unknown).
enum class BoundKind : std::uint8_t { kDate, kOpen, kUnknown };
struct Bound {
  BoundKind kind = BoundKind::kDate;
  Date date;

  friend auto operator<=>(const Bound&, const Bound&) = default;
};

struct Interval {
  Bound start;
  Bound end;

  friend auto operator<=>(const Interval&, const Interval&) = default;
};

// "[a,b,c]": one of these; with `all` "{a,b,c}": every one of them.
struct OneOf {
  std::vector<Date> dates;
  bool all = false;

  friend auto operator<=>(const OneOf&, const OneOf&) = default;
};

using Value = std::variant<Date, Interval, OneOf>;

// A civil day, for bounds and arithmetic. Proleptic Gregorian.
struct Day {
  std::int32_t year = 0;
  std::uint8_t month = 1;
  std::uint8_t day = 1;

  friend auto operator<=>(const Day&, const Day&) = default;
};

// Earliest and latest day a value allows; nullopt = no limit on that side.
struct DayRange {
  std::optional<Day> earliest;
  std::optional<Day> latest;

  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

// kInvalidArgument says what is wrong with the text and where.
[[nodiscard]] Result<Value> Parse(std::string_view text);

// The text form; Format(*Parse(Format(v))) == Format(v).
std::string Format(const Value& value);

// Seasons are those of meteorology: spring is March to May, winter December to
// February of the next year. Qualifiers do not widen a value.
DayRange Bounds(const Value& value);

// Calendar arithmetic the date rules share (proleptic Gregorian).
bool IsValid(Day day);
int DaysInMonth(std::int32_t year, int month);
std::int64_t DayNumber(Day day);  // days since 1970-01-01
Day FromDayNumber(std::int64_t number);
int Weekday(Day day);  // 1 = Monday .. 7 = Sunday (ISO 8601)
Day AddDays(Day day, std::int64_t days);
Day AddMonths(Day day, int months);  // clipped to the month's last day
std::string FormatDay(Day day);      // "2005-10-06"
std::optional<Day> ParseDay(std::string_view text);  // "2005-10-06" only

}  // namespace concord::edtf
