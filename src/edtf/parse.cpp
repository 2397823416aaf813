// Reading EDTF (Library of Congress, 4 February 2019).
//
// The specification's sections have titles, not numbers; comments name them
// with their level. Read:
//   level 0  Date; Time Interval                    (Date and Time: no)
//   level 1  Letter-prefixed calendar year; Seasons; Qualification of a date
//            (complete); Unspecified digit(s) from the right; Extended
//            Interval; Negative calendar year
//   level 2  Sub-year groupings; Set representation, "one of a set" and "all
//            members", single dates only
// One pass over each part, no recursion. An interval whose start lies wholly
// after its end is refused. Cost: linear in the text.
#include <fmt/format.h>

#include "concord/base/ascii.h"
#include "concord/edtf/edtf.h"

namespace concord::edtf {
namespace {

constexpr std::size_t kMaxTextBytes = 4096;  // far above any sensible set
constexpr std::size_t kMaxYearDigits = 9;    // what 32 bits hold for certain

// A part of the text being read, with its place in the whole for messages.
struct Scanner {
  std::string_view whole;
  std::size_t at = 0;
  std::size_t end = 0;

  bool done() const { return at >= end; }
  char peek() const { return done() ? '\0' : whole[at]; }
};

tl::unexpected<Error> Bad(const Scanner& scanner, std::string_view what) {
  return Fail(ErrorCode::kInvalidArgument,
              fmt::format("'{}' is no EDTF value: {} at position {}",
                          scanner.whole, what, scanner.at + 1));
}

// Exactly two digits: a value, or -1 with nothing read.
int TwoDigits(Scanner& scanner) {
  if (scanner.end - scanner.at < 2) return -1;
  const char tens = scanner.whole[scanner.at];
  const char ones = scanner.whole[scanner.at + 1];
  if (!IsDigit(tens) || !IsDigit(ones)) return -1;
  scanner.at += 2;
  return (tens - '0') * 10 + (ones - '0');
}

bool TakeXX(Scanner& scanner) {
  if (scanner.end - scanner.at < 2) return false;
  if (scanner.whole.substr(scanner.at, 2) != "XX") return false;
  scanner.at += 2;
  return true;
}

// Level 1 "Letter-prefixed calendar year": more than four digits.
Result<> ReadLongYear(Scanner& scanner, Date& date) {
  ++scanner.at;  // the Y
  const bool negative = scanner.peek() == '-';
  if (negative) ++scanner.at;
  const std::size_t begin = scanner.at;
  std::int32_t year = 0;
  while (IsDigit(scanner.peek())) {
    if (scanner.at - begin == kMaxYearDigits) {
      return Bad(scanner, "a year of more than nine digits");
    }
    year = year * 10 + (scanner.peek() - '0');
    ++scanner.at;
  }
  if (scanner.at - begin < 5 || scanner.whole[begin] == '0') {
    return Bad(scanner, "a year after Y needs more than four digits");
  }
  date.year = negative ? -year : year;
  return {};
}

// Level 0 year of four digits; level 1 "Negative calendar year" and one or two
// X "from the right".
Result<> ReadYear(Scanner& scanner, Date& date) {
  if (scanner.peek() == 'Y') return ReadLongYear(scanner, date);
  const bool negative = scanner.peek() == '-';
  if (negative) ++scanner.at;
  std::int32_t year = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = scanner.peek();
    if (c == 'X' && i >= 2) {
      ++date.unspecified_digits;
      year *= 10;
    } else if (IsDigit(c) && date.unspecified_digits == 0) {
      year = year * 10 + (c - '0');
    } else {
      return Bad(scanner, "a year of four digits is expected");
    }
    ++scanner.at;
  }
  if (negative && year == 0) return Bad(scanner, "there is no year -0000");
  date.year = negative ? -year : year;
  return {};
}

// Months 01..12 (level 0), seasons 21..24 (level 1), sub-year groupings 25..41
// (level 2), XX (level 1, "Unspecified digit(s)", cases 2 and 4).
Result<> ReadMonth(Scanner& scanner, Date& date) {
  if (TakeXX(scanner)) {
    date.month_unspecified = true;
    return {};
  }
  const int month = TwoDigits(scanner);
  if (month < 0) return Bad(scanner, "two digits for the month are expected");
  if (month < 1 || month > 41 || (month > 12 && month < 21)) {
    scanner.at -= 2;
    return Bad(scanner, "no month, season or sub-year group has this number");
  }
  date.month = static_cast<std::uint8_t>(month);
  return {};
}

// Days (level 0) and XX (level 1, cases 3 and 4).
Result<> ReadDay(Scanner& scanner, Date& date) {
  if (date.month > 12) return Bad(scanner, "a season has no days");
  if (TakeXX(scanner)) {
    date.day_unspecified = true;
    return {};
  }
  if (date.month_unspecified) {
    return Bad(scanner, "a day needs its month");
  }
  const int day = TwoDigits(scanner);
  if (day < 0) return Bad(scanner, "two digits for the day are expected");
  if (day < 1 || day > DaysInMonth(date.year, date.month)) {
    scanner.at -= 2;
    return Bad(scanner, "the month has no such day");
  }
  date.day = static_cast<std::uint8_t>(day);
  return {};
}

// Level 1 "Qualification of a date (complete)".
Qualifier ReadQualifier(Scanner& scanner) {
  Qualifier qualifier = Qualifier::kNone;
  switch (scanner.peek()) {
    case '?':
      qualifier = Qualifier::kUncertain;
      break;
    case '~':
      qualifier = Qualifier::kApproximate;
      break;
    case '%':
      qualifier = Qualifier::kUncertainApproximate;
      break;
    default:
      return qualifier;
  }
  ++scanner.at;
  return qualifier;
}

// One date that fills whole[begin, end).
Result<Date> ReadDate(std::string_view whole, std::size_t begin,
                      std::size_t end) {
  Scanner scanner{whole, begin, end};
  Date date;
  const bool plain_year = scanner.peek() != 'Y';
  TRY_RETURN(ReadYear(scanner, date));
  const bool may_go_on = plain_year && date.unspecified_digits == 0;
  if (may_go_on && scanner.peek() == '-') {
    ++scanner.at;
    TRY_RETURN(ReadMonth(scanner, date));
    if (scanner.peek() == '-') {
      ++scanner.at;
      TRY_RETURN(ReadDay(scanner, date));
    }
  }
  date.qualifier = ReadQualifier(scanner);
  if (!scanner.done()) return Bad(scanner, "something follows the date");
  return date;
}

// Level 1 "Extended Interval": a date, ".." (open) or nothing (unknown).
Result<Bound> ReadBound(std::string_view whole, std::size_t begin,
                        std::size_t end) {
  Bound bound;
  if (begin == end) {
    bound.kind = BoundKind::kUnknown;
  } else if (whole.substr(begin, end - begin) == "..") {
    bound.kind = BoundKind::kOpen;
  } else {
    TRY_ASSIGN(bound.date, ReadDate(whole, begin, end));
  }
  return bound;
}

// Level 0 "Time Interval".
Result<Value> ReadInterval(std::string_view whole, std::size_t slash) {
  Interval interval;
  TRY_ASSIGN(interval.start, ReadBound(whole, 0, slash));
  TRY_ASSIGN(interval.end, ReadBound(whole, slash + 1, whole.size()));
  const bool has_start = interval.start.kind == BoundKind::kDate;
  const bool has_end = interval.end.kind == BoundKind::kDate;
  const Scanner here{whole, slash, whole.size()};
  if (!has_start && !has_end) {
    return Bad(here, "an interval needs a date on one side");
  }
  if (has_start && has_end) {
    const DayRange first = Bounds(interval.start.date);
    const DayRange last = Bounds(interval.end.date);
    if (*first.earliest > *last.latest) {
      return Bad(here, "the interval ends before it begins");
    }
  }
  return Value(interval);
}

// Level 2 "Set representation": "[...]" is one of a set, "{...}" all of it.
Result<Value> ReadSet(std::string_view whole) {
  Scanner scanner{whole, 1, whole.size()};
  OneOf set;
  set.all = whole.front() == '{';
  const char close = set.all ? '}' : ']';
  while (true) {
    std::size_t end = scanner.at;
    while (end < whole.size() && whole[end] != ',' && whole[end] != close) {
      ++end;
    }
    if (end == whole.size()) {
      return Bad(scanner, fmt::format("'{}' is missing", close));
    }
    TRY_ASSIGN(Date date, ReadDate(whole, scanner.at, end));
    set.dates.push_back(date);
    scanner.at = end + 1;
    if (whole[end] == close) break;
  }
  if (!scanner.done()) return Bad(scanner, "something follows the set");
  return Value(std::move(set));
}

}  // namespace

Result<Value> Parse(std::string_view text) {
  const Scanner start{text.substr(0, 64), 0, text.size()};
  if (text.empty()) return Bad(start, "a year is expected");
  if (text.size() > kMaxTextBytes) return Bad(start, "the text is too long");
  if (text.front() == '[' || text.front() == '{') return ReadSet(text);
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) return ReadInterval(text, slash);
  TRY_ASSIGN(Date date, ReadDate(text, 0, text.size()));
  return Value(date);
}

}  // namespace concord::edtf
