// Calendar arithmetic in the proleptic Gregorian calendar (ISO 8601-1, 4.2.1).
//
// A day is counted from 1970-01-01 through years that begin in March, so that
// the leap day is the last day of its year and month lengths repeat every five
// months (153 days). Exact for every year of 32 bits; no tables but one.
#include <array>

#include "concord/edtf/edtf.h"

namespace concord::edtf {
namespace {

constexpr std::int64_t kDaysPerEra = 146097;   // 400 Gregorian years
constexpr std::int64_t kEpochOffset = 719468;  // 0000-03-01 to 1970-01-01

std::int64_t FloorDiv(std::int64_t a, std::int64_t b) {
  const std::int64_t quotient = a / b;
  return (a % b != 0 && (a < 0) != (b < 0)) ? quotient - 1 : quotient;
}

bool IsLeap(std::int32_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int Digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

int DaysInMonth(std::int32_t year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30,
                                                31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  if (month == 2 && IsLeap(year)) return 29;
  return kDays[static_cast<std::size_t>(month - 1)];
}

bool IsValid(Day day) {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= DaysInMonth(day.year, day.month);
}

std::int64_t DayNumber(Day day) {
  const std::int64_t shifted = (day.month + 9) % 12;  // March = 0
  const std::int64_t year =
      static_cast<std::int64_t>(day.year) - (day.month <= 2 ? 1 : 0);
  const std::int64_t era = FloorDiv(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * shifted + 2) / 5 + day.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kEpochOffset;
}

Day FromDayNumber(std::int64_t number) {
  const std::int64_t shifted = number + kEpochOffset;
  const std::int64_t era = FloorDiv(shifted, kDaysPerEra);
  const std::int64_t day_of_era = shifted - era * kDaysPerEra;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 +
                                    day_of_era / 36524 - day_of_era / 146096) /
                                   365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const std::int64_t month =
      month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day)};
}

int Weekday(Day day) {
  // 1970-01-01 was a Thursday (4).
  const std::int64_t number = DayNumber(day) + 3;
  return static_cast<int>(number - FloorDiv(number, 7) * 7) + 1;
}

Day AddDays(Day day, std::int64_t days) {
  return FromDayNumber(DayNumber(day) + days);
}

Day AddMonths(Day day, int months) {
  const std::int64_t total =
      static_cast<std::int64_t>(day.year) * 12 + (day.month - 1) + months;
  const auto year = static_cast<std::int32_t>(FloorDiv(total, 12));
  const auto month =
      static_cast<std::uint8_t>(total - FloorDiv(total, 12) * 12 + 1);
  const int last = DaysInMonth(year, month);
  const auto clipped =
      static_cast<std::uint8_t>(day.day > last ? last : day.day);
  return {year, month, clipped};
}

std::string FormatDay(Day day) {
  Date date;
  date.year = day.year;
  date.month = day.month;
  date.day = day.day;
  return Format(date);
}

std::optional<Day> ParseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const int year = Digits(text.substr(0, 4));
  const int month = Digits(text.substr(5, 2));
  const int day = Digits(text.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return {};
  const Day value{year, static_cast<std::uint8_t>(month),
                  static_cast<std::uint8_t>(day)};
  if (!IsValid(value)) return {};
  return value;
}

}  // namespace concord::edtf
