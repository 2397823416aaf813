// Years: calendar, financial, spans of years and decades.
#include "extraction/dates/context.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/numeric.h"
#include "extraction/dates/rules.h"

namespace concord::extraction::dates {
namespace {

Reading YearReading(std::size_t begin, std::size_t end, std::int32_t year) {
  Reading reading;
  reading.begin = begin;
  reading.end = end;
  reading.grain = Grain::kYear;
  edtf::Date date;
  date.year = year;
  SetValue(reading, date);
  reading.rule = "date.year";
  reading.confidence = 0.9;
  return reading;
}

bool IsSchoolYear(const Scene& scene, std::size_t index) {
  return scene.Is(index - 1, "year") &&
         (scene.Is(index - 2, "academic") || scene.Is(index - 2, "school"));
}

// "the 2008-2009 financial year", "in the tax year 2007–2008".
bool NamesFinancialYear(const Scene& scene, std::size_t begin,
                        std::size_t end) {
  const bool quarter = scene.at(begin - 1).digits == 1;  // "Q2 2024-2025"
  return quarter || scene.Is(begin - 1, "year") || scene.Is(end, "financial") ||
         scene.Is(end, "tax") || scene.Is(end, "budget") ||
         scene.Is(end, "academic");
}

// "2005/06", "2008-09" (one financial year), "1996-98" (a span of years).
std::optional<Reading> ReadPair(const Scene& scene, std::size_t index) {
  const auto tail = ReadYearTail(scene, index);
  if (!tail) return {};
  const std::int32_t first = scene.at(index).value;
  Reading reading = YearReading(index, tail->end, first);
  reading.confidence = 0.92;
  const bool full = scene.at(index + 2).digits == 4 &&
                    !NamesFinancialYear(scene, index, tail->end);
  const bool slash = scene.IsKind(index + 1, TokenKind::kSlash);
  if (tail->last == first + 1 && (slash || !full)) {
    const int start =
        IsSchoolYear(scene, index) ? kSchoolYearStart : kFinancialYearStart;
    SetValue(reading, TwelveMonths(first, start));
    reading.rule = "date.financial-year";
    return reading;
  }
  edtf::Date from;
  from.year = first;
  edtf::Date to;
  to.year = tail->last;
  SetValue(reading, IntervalOf(from, to));
  reading.grain = Grain::kSpan;
  reading.rule = "date.years";
  return reading;
}

// "2014-10": a month of ISO 8601 where no span of years can be meant.
std::optional<Reading> ReadIsoMonth(const Scene& scene, std::size_t index) {
  const Token& month = scene.at(index + 2);
  if (!scene.IsKind(index + 1, TokenKind::kDash) || month.digits != 2) {
    return {};
  }
  if (!scene.Glued(index + 1) || !scene.Glued(index + 2)) return {};
  if (month.value < 1 || month.value > 12) return {};
  if (!EndsClean(scene, index + 2)) return {};
  Reading reading = YearReading(index, index + 3, scene.at(index).value);
  reading.grain = Grain::kMonth;
  SetValue(reading, MonthDate(scene.at(index).value, month.value));
  reading.rule = "date.iso";
  return reading;
}

// "2/2013": only where the whole field is a date; in prose it numbers a paper.
std::optional<Reading> ReadMonthSlashYear(const Scene& scene,
                                          std::size_t index) {
  const Token& month = scene.at(index);
  if (!scene.whole() || month.digits > 2 || month.value < 1 ||
      month.value > 12 || !scene.IsKind(index + 1, TokenKind::kSlash)) {
    return {};
  }
  const auto year = FourDigitYear(scene, index + 2);
  if (!year) return {};
  Reading reading = YearReading(index, index + 3, *year);
  reading.grain = Grain::kMonth;
  SetValue(reading, MonthDate(*year, month.value));
  reading.rule = "date.numeric";
  return reading;
}

// "the 1990s", "1990’s".
std::optional<Reading> ReadDecade(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.digits != 4 || token.value % 10 != 0 || token.value < 1500 ||
      token.value > 2090) {
    return {};
  }
  std::size_t at = index + 1;
  if (scene.IsKind(at, TokenKind::kApostrophe) && scene.Glued(at)) ++at;
  if (!scene.Glued(at) || !scene.Is(at, "s")) return {};
  // "mid-1980s": the dash joins the part to its decade.
  const bool part = scene.IsKind(index - 1, TokenKind::kDash) &&
                    PartOf(scene.at(index - 2).lower) != Part::kNone;
  if (!part && !StartsClean(scene, index)) return {};
  Reading reading = YearReading(index, at + 1, token.value);
  edtf::Date decade;
  decade.year = token.value;
  decade.unspecified_digits = 1;
  SetValue(reading, decade);
  reading.grain = Grain::kSpan;
  reading.rule = "date.decade";
  return reading;
}

// One year in figures, a pair of them, or "FY 2005/06".
std::optional<Reading> ReadPrintedYear(const Scene& scene, std::size_t index,
                                       Care care) {
  if (scene.at(index).digits != 4 || !scene.IsKind(index, TokenKind::kNumber)) {
    return {};
  }
  if (auto decade = ReadDecade(scene, index)) return decade;
  if (scene.at(index).value < 1000 || scene.at(index).value > 2999) return {};
  if (auto pair = ReadPair(scene, index)) {
    if (care == Care::kLenient || IsYearPair(scene, index, pair->end)) {
      return pair;
    }
    return {};
  }
  if (auto month = ReadIsoMonth(scene, index)) {
    if (IsYearPair(scene, index, month->end)) return month;
    return {};
  }
  const auto year = FourDigitYear(scene, index);
  if (!year) return {};
  if (care == Care::kStrict && !IsBareYear(scene, index)) return {};
  return YearReading(index, index + 1, *year);
}

// The words between "this" and "year": which kind of year.
struct YearKind {
  int first_month = 1;
  std::size_t end = 0;  // after "year"; 0 = no year follows
};

YearKind ReadYearKind(const Scene& scene, std::size_t index) {
  const std::string_view word = scene.at(index).lower;
  if (word == "year" || word == "yr") return {1, index + 1};
  if (!scene.Is(index + 1, "year")) return {};
  if (word == "financial" || word == "fiscal") {
    return {kFinancialYearStart, index + 2};
  }
  if (word == "academic" || word == "school") {
    return {kSchoolYearStart, index + 2};
  }
  if (word == "calendar") return {1, index + 2};
  return {};
}

// "this year", "the current financial year", "last year’s".
std::optional<Reading> ReadYearFromBase(const Scene& scene, std::size_t index) {
  const std::size_t at = scene.SkipThe(index);
  const Direction direction = DirectionOf(scene.at(at).lower);
  if (!direction.known || (!direction.deictic && !scene.whole())) return {};
  const YearKind kind = ReadYearKind(scene, at + 1);
  if (kind.end == 0) return {};
  // "the last year" is twelve months, which relative.cpp reads.
  const bool article = at != index;
  if (article && !scene.whole() && direction.step != 0 &&
      kind.first_month == 1 && !scene.Is(at, "next")) {
    return {};
  }
  Reading reading;
  reading.begin = index;
  reading.end = kind.end;
  reading.grain = Grain::kYear;
  reading.inferred = true;
  reading.rule = "date.relative";
  reading.confidence = 0.85;
  if (!scene.base()) return reading;
  const edtf::Day base = *scene.base();
  std::int32_t year = base.year + direction.step;
  if (base.month < kind.first_month) --year;
  reading.uses_base = true;
  if (kind.first_month == 1) {
    edtf::Date date;
    date.year = year;
    SetValue(reading, date);
  } else {
    SetValue(reading, TwelveMonths(year, kind.first_month));
  }
  return reading;
}

std::optional<edtf::Date> StartOf(const Reading& reading) {
  if (const auto* date = std::get_if<edtf::Date>(&*reading.value)) {
    return *date;
  }
  if (const auto* span = std::get_if<edtf::Interval>(&*reading.value)) {
    return span->start.date;
  }
  return {};
}

std::optional<edtf::Date> EndOf(const Reading& reading) {
  if (const auto* date = std::get_if<edtf::Date>(&*reading.value)) {
    return *date;
  }
  if (const auto* span = std::get_if<edtf::Interval>(&*reading.value)) {
    return span->end.date;
  }
  return {};
}

// "2002/03 - 2004/05", "1996 to 1998", "between 2003 and 2005".
std::optional<Reading> ReadYearRange(const Scene& scene, std::size_t index,
                                     const Reading& first) {
  const std::size_t at = first.end;
  const bool dash = scene.IsKind(at, TokenKind::kDash);
  const bool to =
      scene.Is(at, "to") || scene.Is(at, "until") || scene.Is(at, "through");
  const bool between = scene.Is(at, "and") && scene.Is(index - 1, "between");
  if ((!dash && !to && !between) || scene.at(at).gap_before) return {};
  const auto second = ReadPrintedYear(scene, at + 1, Care::kLenient);
  if (!second || !StartsClean(scene, index)) return {};
  const auto start = StartOf(first);
  const auto end = EndOf(*second);
  if (!start || !end || first.last >= second->last) return {};
  Reading reading = first;
  reading.end = second->end;
  reading.grain = Grain::kSpan;
  SetValue(reading, IntervalOf(*start, *end));
  reading.rule = "date.years";
  reading.confidence = 0.92;
  return reading;
}

}  // namespace

std::optional<Reading> ReadOneYear(const Scene& scene, std::size_t index) {
  if (auto reading = ReadYearFromBase(scene, index)) return reading;
  auto reading = ReadPrintedYear(scene, index, Care::kLenient);
  if (!reading || reading->grain != Grain::kYear) return {};
  return reading;
}

std::optional<Reading> ReadYears(const Scene& scene, std::size_t index,
                                 Care care) {
  if (auto month = ReadMonthSlashYear(scene, index)) return month;
  if (auto relative = ReadYearFromBase(scene, index)) return relative;
  const auto lenient = ReadPrintedYear(scene, index, Care::kLenient);
  if (!lenient) return {};
  if (auto range = ReadYearRange(scene, index, *lenient)) {
    const bool pair = scene.at(index).digits == 4;
    if (pair && IsYearPair(scene, index, range->end)) return range;
  }
  return ReadPrintedYear(scene, index, care);
}

}  // namespace concord::extraction::dates
