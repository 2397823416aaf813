// Years with the word that says what kind of year they are.
//
// "FY" and a single year mean the financial year that begins in it, as in the
// written form 2004/05. A quarter or half without a year is the base's.
#include "extraction/dates/lexicon.h"
#include "extraction/dates/whole_forms.h"

namespace concord::extraction::dates {
namespace {

Reading NamedYear(std::size_t begin, std::size_t end) {
  Reading reading;
  reading.begin = begin;
  reading.end = end;
  reading.grain = Grain::kYear;
  reading.rule = "date.named-year";
  reading.confidence = 0.9;
  return reading;
}

// The month in which a year of this kind begins; 0 for no such word.
int FirstMonthOf(std::string_view lower) {
  if (lower == "financial" || lower == "fiscal" || lower == "tax" ||
      lower == "budget" || lower == "accounting" || lower == "council" ||
      lower == "municipal" || lower == "fy") {
    return kFinancialYearStart;
  }
  if (lower == "academic" || lower == "school") return kSchoolYearStart;
  return lower == "calendar" ? 1 : 0;
}

// The first year of "2003/04", "2003-2004", "03/04", "2003", and where it ends.
struct Printed {
  std::int32_t year = 0;
  bool pair = false;
  std::size_t end = 0;
};

std::optional<Printed> ReadPrinted(const Scene& scene, std::size_t index) {
  const Token& first = scene.at(index);
  if (first.kind != TokenKind::kNumber) return {};
  if (first.digits != 4 && first.digits != 2) return {};
  Printed printed;
  printed.year =
      first.digits == 4 ? first.value : ExpandYear(scene, first.value);
  if (printed.year < 1000 || printed.year > 2999) return {};
  printed.end = index + 1;
  const Token& second = scene.at(index + 2);
  const bool joint = scene.IsKind(index + 1, TokenKind::kSlash) ||
                     scene.IsKind(index + 1, TokenKind::kDash) ||
                     scene.Is(index + 1, "to");
  if (joint && second.kind == TokenKind::kNumber) {
    const int modulus = second.digits >= 4   ? 10000
                        : second.digits == 2 ? 100
                                             : 10;
    if ((printed.year + 1) % modulus != second.value) return {};
    printed.pair = true;
    printed.end = index + 3;
  }
  return printed;
}

// After "year": "of", "ending in", a comma.
std::size_t SkipJoint(const Scene& scene, std::size_t at) {
  if (scene.Is(at, "of") || scene.IsKind(at, TokenKind::kComma) ||
      scene.IsKind(at, TokenKind::kDash)) {
    return at + 1;
  }
  return at;
}

// "financial year 2003/04", "FY 2003-04", "academic year 2004/05".
std::optional<Reading> ReadKindFirst(const Scene& scene, std::size_t index) {
  const int month = FirstMonthOf(scene.at(index).lower);
  if (month == 0) return {};
  std::size_t at = index + 1;
  if (scene.Is(index, "fy")) {
    at = SkipJoint(scene, at);
  } else {
    if (!scene.Is(at, "year") && !scene.Is(at, "years")) return {};
    at = SkipJoint(scene, at + 1);
  }
  const auto printed = ReadPrinted(scene, at);
  if (!printed) return {};
  Reading reading = NamedYear(index, printed->end);
  SetValue(reading, TwelveMonths(printed->year, month));
  // "the financial years 2004/05 to 2006/07".
  const bool range =
      month != 1 && (scene.Is(printed->end, "to") ||
                     scene.IsKind(printed->end, TokenKind::kDash));
  const auto last = range ? ReadPrinted(scene, printed->end + 1) : std::nullopt;
  if (last && last->pair && last->year > printed->year) {
    reading.end = last->end;
    reading.grain = Grain::kSpan;
    SetValue(reading, IntervalOf(MonthDate(printed->year, month),
                                 MonthDate(last->year + 1, month - 1)));
  }
  return reading;
}

// "2003/04 financial year", "the 2004 calendar year".
std::optional<Reading> ReadKindLast(const Scene& scene, std::size_t index) {
  const auto printed = ReadPrinted(scene, index);
  if (!printed) return {};
  const int month = FirstMonthOf(scene.at(printed->end).lower);
  if (month == 0 || !scene.Is(printed->end + 1, "year")) return {};
  Reading reading = NamedYear(index, printed->end + 2);
  SetValue(reading, TwelveMonths(printed->year, month));
  return reading;
}

// "the year 2000", "the years 2004 to 2006", "in the year of 2004/05".
std::optional<Reading> ReadAfterYear(const Scene& scene, std::size_t index) {
  if (!scene.Is(index, "year") && !scene.Is(index, "years")) return {};
  auto reading = ReadYears(scene, SkipJoint(scene, index + 1), Care::kLenient);
  if (!reading) return {};
  reading->begin = index;
  return reading;
}

// "year end 2004", "the 2004 year end", "month-end", "end of year".
std::optional<Reading> ReadYearEnd(const Scene& scene, std::size_t index) {
  std::size_t at = index;
  auto named = ReadOneYear(scene, at);
  if (named) at = named->end;
  const int kind = FirstMonthOf(scene.at(at).lower);
  const std::size_t noun = kind != 0 && scene.Is(at + 1, "year") ? at + 1 : at;
  const Unit unit = UnitOf(scene.at(noun).lower).unit;
  if (unit == Unit::kNone || unit == Unit::kDay) return {};
  std::size_t end = noun + 1;
  if (scene.IsKind(end, TokenKind::kDash)) ++end;
  if (!scene.Is(end, "end")) return {};
  ++end;
  if (!named && unit == Unit::kYear) {
    named = ReadOneYear(scene, end);
    if (named) end = named->end;
  }
  Reading reading = named ? *named : UnitFromBase(scene, unit, 0);
  if (reading.value && kind > 1) {
    const std::int32_t year =
        reading.first.year - (!named && reading.first.month < kind ? 1 : 0);
    SetValue(reading, TwelveMonths(year, kind));
  }
  reading.begin = index;
  reading.end = end;
  reading.grain = Grain::kDay;
  reading.rule = "date.end-of-period";
  reading.confidence = 0.7;
  if (reading.value) SetValue(reading, DayDate(reading.last));
  return reading;
}

// "Q3", "third quarter", "H1", "first half": of the base's calendar year.
std::optional<Reading> ReadOwnQuarter(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  int number = 0;
  int months = 3;
  std::size_t end = index + 2;
  if ((token.lower == "q" || token.lower == "h") && scene.Glued(index + 1)) {
    number = scene.at(index + 1).value;
    months = token.lower == "q" ? 3 : 6;
  } else if (token.lower == "quarter" || token.lower == "qtr") {
    number = scene.at(index + 1).value;
  } else if (const auto ordinal = ReadDayNumber(scene, index)) {
    const bool half = scene.Is(ordinal->end, "half");
    const bool quarter =
        UnitOf(scene.at(ordinal->end).lower).unit == Unit::kQuarter;
    if (!ordinal->ordinal || (!half && !quarter)) return {};
    number = ordinal->day;
    months = half ? 6 : 3;
    end = ordinal->end + 1;
  }
  if (number < 1 || number * months > 12) return {};
  Reading reading = NamedYear(index, end);
  reading.grain = Grain::kQuarter;
  reading.rule = "date.quarter";
  reading.confidence = 0.5;
  reading.inferred = true;
  if (!scene.base()) return reading;
  reading.uses_base = true;
  const std::int32_t year = scene.base()->year;
  SetValue(reading, IntervalOf(MonthDate(year, (number - 1) * months + 1),
                               MonthDate(year, number * months)));
  return reading;
}

// "2004 March 3", "2004, March", "2004-Mar-03".
std::optional<Reading> ReadYearMonthDay(const Scene& scene, std::size_t index) {
  const Token& year = scene.at(index);
  if (year.kind != TokenKind::kNumber || year.digits != 4) return {};
  const auto skip = [&scene](std::size_t at) {
    return scene.IsKind(at, TokenKind::kComma) ||
                   scene.IsKind(at, TokenKind::kDash) ||
                   scene.IsKind(at, TokenKind::kSlash)
               ? at + 1
               : at;
  };
  const auto month = ReadMonthName(scene, skip(index + 1));
  if (!month) return {};
  edtf::Date date = MonthDate(year.value, month->month);
  Reading reading = NamedYear(index, month->after);
  reading.grain = Grain::kMonth;
  const auto day = ReadDayNumber(scene, skip(month->after));
  if (day && day->day <= edtf::DaysInMonth(year.value, month->month)) {
    date.day = static_cast<std::uint8_t>(day->day);
    reading.end = day->end;
    reading.grain = Grain::kDay;
  }
  reading.rule = "date.year-first";
  SetValue(reading, date);
  return reading;
}

// "20040303": the basic form of ISO 8601.
std::optional<Reading> ReadBasicDay(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.kind != TokenKind::kNumber || token.digits != 8) return {};
  const edtf::Day day{token.value / 10000,
                      static_cast<std::uint8_t>(token.value / 100 % 100),
                      static_cast<std::uint8_t>(token.value % 100)};
  if (day.year < 1000 || day.year > 2999 || !edtf::IsValid(day)) return {};
  Reading reading = NamedYear(index, index + 1);
  reading.grain = Grain::kDay;
  reading.rule = "date.iso";
  SetValue(reading, DayDate(day));
  return reading;
}

// "03-2004", "03.2004": a month in figures; the slash is in years.cpp.
std::optional<Reading> ReadMonthInFigures(const Scene& scene,
                                          std::size_t index) {
  const Token& month = scene.at(index);
  const bool joint = scene.IsKind(index + 1, TokenKind::kDash) ||
                     scene.IsKind(index + 1, TokenKind::kStop);
  if (month.kind != TokenKind::kNumber || month.digits != 2 || !joint)
    return {};
  if (month.value < 1 || month.value > 12) return {};
  const auto year = FourDigitYear(scene, index + 2);
  if (!year || !scene.Glued(index + 1) || !scene.Glued(index + 2)) return {};
  Reading reading = NamedYear(index, index + 3);
  reading.grain = Grain::kMonth;
  reading.rule = "date.numeric";
  SetValue(reading, MonthDate(*year, month.value));
  return reading;
}

}  // namespace

std::optional<Reading> ReadNamedYear(const Scene& scene, std::size_t index) {
  std::optional<Reading> best;
  for (const auto& reading :
       {ReadKindFirst(scene, index), ReadKindLast(scene, index),
        ReadAfterYear(scene, index), ReadYearEnd(scene, index),
        ReadOwnQuarter(scene, index), ReadYearMonthDay(scene, index),
        ReadBasicDay(scene, index), ReadMonthInFigures(scene, index)}) {
    if (reading && (!best || reading->end > best->end)) best = reading;
  }
  return best;
}

}  // namespace concord::extraction::dates
