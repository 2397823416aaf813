#pragma once
// Single calendar dates as printed, before a missing year is filled in.
//
//   "Tuesday 14 December"   month 12, day 14, no year
//   "October 6th 2005"      2005-10-06
//   "09 Jun 05"             2005-06-09
//   "24.1.2002"             2002-01-24 (numbers are day-first)
//   "autumn of 2008"        2008-23

#include <optional>

#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

struct Point {
  std::size_t begin = 0;
  std::size_t end = 0;
  edtf::Date date;  // `month` may be a season 21..24; `day` 0 = none
  bool has_year = false;
  bool year_from_base = false;  // "February this year"
  bool month_first = false;     // "October 6"
  int weekday = 0;              // the day name printed with it
  std::string_view rule;
  double confidence = 0;
};

// Whether the surroundings of a month or season that stands alone are asked
// about ("in May" against "may"): not inside a range or after "early". kJoined
// is lenient, reads what touches a slash before it ("4/5 October"), and prefers
// a day to a short year ("Aug 8 - Aug 12").
enum class Care : std::uint8_t { kStrict, kLenient, kJoined };

std::optional<Point> ReadPoint(const Scene& scene, std::size_t index,
                               Care care);

// A number of a day, 1 to 31: "6", "6th", "sixth", "thirty-first".
struct DayNumber {
  int day = 0;
  bool ordinal = false;
  std::size_t end = 0;
};
std::optional<DayNumber> ReadDayNumber(const Scene& scene, std::size_t index);

struct MonthName {
  int month = 0;
  bool abbreviated = false;
  std::size_t end = 0;    // after the name
  std::size_t after = 0;  // after the stop of an abbreviation, if any
};
std::optional<MonthName> ReadMonthName(const Scene& scene, std::size_t index);

// A year as it follows a month: "2005", ", 2005", "’05", "05", "this year".
struct YearRead {
  std::int32_t year = 0;
  std::size_t end = 0;
  bool from_base = false;
};
std::optional<YearRead> ReadYearAfter(const Scene& scene, std::size_t index,
                                      bool may_be_short);

// Four digits from 1000 to 2999 that touch nothing of a longer number. A
// footnote mark may follow a stop or comma ("in May 2006.541 With"): no number
// has four digits before its comma, and no month a year with decimals.
std::optional<std::int32_t> FourDigitYear(const Scene& scene,
                                          std::size_t index);

// The century of a two-digit year: at most twenty years after the base.
std::int32_t ExpandYear(const Scene& scene, int two_digits);

// A number at `index` does not continue something glued before it ("£20",
// "4.5", "A4"), nor does what follows continue it.
bool StartsClean(const Scene& scene, std::size_t index);
bool EndsClean(const Scene& scene, std::size_t index);

// "2006.541 With", "2007,88 carried": the number of a footnote is glued on.
bool FootnoteFollows(const Scene& scene, std::size_t index);

}  // namespace concord::extraction::dates
