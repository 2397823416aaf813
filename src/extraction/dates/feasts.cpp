// Feasts that papers name instead of a date: Christmas, Easter, the New Year.
//
// Christmas is its day, Easter its Sunday. "in the New Year" is about the
// January of the year that begins next.
#include <array>

#include "extraction/dates/context.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/rules.h"

namespace concord::extraction::dates {
namespace {

// Easter Sunday in the Gregorian calendar (the anonymous computus printed in
// Nature, 20 April 1876).
edtf::Day EasterOf(std::int32_t year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = b / 4;
  const int e = b % 4;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4;
  const int k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, static_cast<std::uint8_t>(n / 31),
          static_cast<std::uint8_t>(n % 31 + 1)};
}

// A named day: fixed in the calendar, so many days after Easter, or the n-th
// such weekday of a month.
struct Feast {
  std::array<std::string_view, 5> words;
  bool easter = false;
  int month = 12;   // of a fixed day, or of the weekday
  int day = 25;     // of a fixed day, or days after Easter
  int weekday = 0;  // 1 = Monday: the first such day on or after the fixed one
};

// Longer names before their beginnings.
constexpr std::array<Feast, 56> kFeasts = {{
    {{"may", "day", "bank", "holiday"}, false, 5, 1, 1},
    {{"early", "may", "bank", "holiday"}, false, 5, 1, 1},
    {{"late", "may", "bank", "holiday"}, false, 5, 25, 1},
    {{"spring", "bank", "holiday", ""}, false, 5, 25, 1},
    {{"august", "bank", "holiday", ""}, false, 8, 25, 1},
    {{"summer", "bank", "holiday", ""}, false, 8, 25, 1},
    {{"remembrance", "sunday", "", ""}, false, 11, 8, 7},
    {{"advent", "sunday", "", ""}, false, 11, 27, 7},
    {{"plough", "monday", "", ""}, false, 1, 7, 1},
    {{"trinity", "sunday", "", ""}, true, 0, 56},
    {{"corpus", "christi", "", ""}, true, 0, 60},
    {{"guy", "fawkes", "night", ""}, false, 11, 5},
    {{"bonfire", "night", "", ""}, false, 11, 5},
    {{"hallowe", "'", "en", ""}, false, 10, 31},
    {{"burns", "night", "", ""}, false, 1, 25},
    {{"hogmanay", "", "", ""}, false, 12, 31},
    {{"epiphany", "", "", ""}, false, 1, 6},
    {{"shrove", "tuesday", "", ""}, true, 0, -47},
    {{"ash", "wednesday", "", ""}, true, 0, -46},
    {{"mothering", "sunday", "", ""}, true, 0, -21},
    {{"palm", "sunday", "", ""}, true, 0, -7},
    {{"maundy", "thursday", "", ""}, true, 0, -3},
    {{"good", "friday", "", ""}, true, 0, -2},
    {{"easter", "eve", "", ""}, true, 0, -1},
    {{"easter", "saturday", "", ""}, true, 0, -1},
    {{"easter", "sunday", "", ""}, true, 0, 0},
    {{"easter", "monday", "", ""}, true, 0, 1},
    {{"easter", "tuesday", "", ""}, true, 0, 2},
    {{"easter", "", "", ""}, true, 0, 0},
    {{"ascension", "day", "", ""}, true, 0, 39},
    {{"whit", "sunday", "", ""}, true, 0, 49},
    {{"whit", "monday", "", ""}, true, 0, 50},
    {{"whitsun", "", "", ""}, true, 0, 49},
    {{"pentecost", "", "", ""}, true, 0, 49},
    {{"christmas", "eve", "", ""}, false, 12, 24},
    {{"christmas", "day", "", ""}, false, 12, 25},
    {{"christmas", "", "", ""}, false, 12, 25},
    {{"boxing", "day", "", ""}, false, 12, 26},
    {{"may", "day", "", ""}, false, 5, 1},
    {{"lady", "day", "", ""}, false, 3, 25},
    {{"michaelmas", "day", "", ""}, false, 9, 29},
    {{"michaelmas", "", "", ""}, false, 9, 29},
    {{"halloween", "", "", ""}, false, 10, 31},
    {{"twelfth", "night", "", ""}, false, 1, 5},
    {{"candlemas", "", "", ""}, false, 2, 2},
    {{"st", "david", "'", "s", "day"}, false, 3, 1},
    {{"st", "patrick", "'", "s", "day"}, false, 3, 17},
    {{"st", "george", "'", "s", "day"}, false, 4, 23},
    {{"midsummer", "day", "", ""}, false, 6, 24},
    {{"st", "swithin", "'", "s", "day"}, false, 7, 15},
    {{"lammas", "", "", ""}, false, 8, 1},
    {{"armistice", "day", "", ""}, false, 11, 11},
    {{"martinmas", "", "", ""}, false, 11, 11},
    {{"st", "andrew", "'", "s", "day"}, false, 11, 30},
    {{"st", "stephen", "'", "s", "day"}, false, 12, 26},
    {{"whit", "tuesday", "", ""}, true, 0, 51},
}};

struct FeastName {
  const Feast* feast = nullptr;
  std::size_t end = 0;
};

FeastName ReadFeastName(const Scene& scene, std::size_t index) {
  for (const Feast& feast : kFeasts) {
    std::size_t at = index;
    for (const std::string_view word : feast.words) {
      if (word.empty()) break;
      if (word == "'" ? !scene.IsKind(at, TokenKind::kApostrophe)
                      : !scene.Is(at, word)) {
        at = index;
        break;
      }
      ++at;
    }
    if (at != index) return {&feast, at};
  }
  return {};
}

edtf::Day FeastIn(std::int32_t year, const Feast& feast) {
  if (!feast.easter) {
    const edtf::Day fixed{year, static_cast<std::uint8_t>(feast.month),
                          static_cast<std::uint8_t>(feast.day)};
    if (feast.weekday == 0) return fixed;
    const int ahead =
        (feast.weekday - edtf::Weekday(fixed) + kDaysInWeek) % kDaysInWeek;
    return edtf::FromDayNumber(edtf::DayNumber(fixed) + ahead);
  }
  return edtf::FromDayNumber(edtf::DayNumber(EasterOf(year)) + feast.day);
}

// The year from the feast's usual place in the year (Easter: April).
std::optional<std::int32_t> YearOf(const Scene& scene, const Feast& feast,
                                   std::size_t begin, std::size_t end) {
  const bool moves = feast.easter || feast.weekday != 0;
  const edtf::Date place = moves ? MonthDate(0, feast.easter ? 4 : feast.month)
                                 : DayDate(FeastIn(0, feast));
  return ChooseYear(scene, {place, place}, begin, end);
}

// "New Year’s Day 2004", "New Year’s Eve".
std::optional<Reading> ReadNewYearsDay(const Scene& scene, std::size_t index) {
  const bool begins = scene.Is(index, "new") && scene.Is(index + 1, "year") &&
                      scene.IsKind(index + 2, TokenKind::kApostrophe) &&
                      scene.Is(index + 3, "s") &&
                      (scene.at(index).capital || scene.whole());
  const bool eve = scene.Is(index + 4, "eve");
  if (!begins || (!eve && !scene.Is(index + 4, "day"))) return {};
  const Feast feast{{}, false, eve ? 12 : 1, eve ? 31 : 1};
  Reading reading;
  reading.begin = index;
  reading.end = index + 5;
  reading.rule = "date.feast";
  reading.confidence = 0.8;
  std::optional<std::int32_t> year;
  if (const auto printed = ReadYearAfter(scene, reading.end, false)) {
    year = printed->year;
    reading.end = printed->end;
  } else {
    year = YearOf(scene, feast, index, reading.end);
    reading.inferred = true;
    reading.uses_base = year.has_value();
  }
  if (year) SetValue(reading, DayDate(FeastIn(*year, feast)));
  return reading;
}

// "by the new year", without capitals: after a preposition, and not before a
// noun ("in the new year group").
bool IsSmallNewYear(const Scene& scene, std::size_t index) {
  const Token& next = scene.at(index + 2);
  const bool closes = next.kind != TokenKind::kWord || next.line_before ||
                      IsFunctionWord(next.lower);
  return scene.Is(index - 1, "the") && closes &&
         next.kind != TokenKind::kApostrophe &&
         AfterTimePreposition(scene, index);
}

std::optional<Reading> ReadNewYear(const Scene& scene, std::size_t index) {
  const bool capital = scene.at(index).capital || scene.whole();
  const bool new_year = scene.Is(index, "new") && scene.Is(index + 1, "year");
  if (!new_year || (!capital && !IsSmallNewYear(scene, index))) return {};
  if (!scene.Is(index - 1, "the") && !scene.whole()) return {};
  // "the New Year’s Eve party", "the New Year honours".
  if (scene.IsKind(index + 2, TokenKind::kApostrophe) ||
      scene.Is(index + 2, "honours")) {
    return {};
  }
  Reading reading;
  reading.begin = index;
  reading.end = index + 2;
  reading.grain = Grain::kMonth;
  reading.inferred = true;
  reading.rule = "date.new-year";
  reading.confidence = 0.75;
  if (!scene.base()) return reading;
  // Written in January or February it is the year that has begun.
  const bool begun = scene.base()->month <= 2;
  const std::int32_t year = scene.base()->year + (begun ? 0 : 1);
  reading.uses_base = true;
  SetValue(reading, Approximate(MonthDate(year, 1)));
  return reading;
}

// "Easter term 2003", "the summer term 2004": three months, as the season is.
std::optional<Reading> ReadTerm(const Scene& scene, std::size_t index) {
  static constexpr std::array<std::pair<std::string_view, int>, 8> kTerms = {
      {{"spring", 21},
       {"lent", 21},
       {"easter", 21},
       {"hilary", 21},
       {"summer", 22},
       {"trinity", 22},
       {"autumn", 23},
       {"michaelmas", 23}}};
  if (!scene.Is(index + 1, "term")) return {};
  const std::size_t at = scene.Is(index + 2, "of") ? index + 3 : index + 2;
  const auto year = ReadYearAfter(scene, at, false);
  if (!year || year->from_base) return {};
  for (const auto& [name, season] : kTerms) {
    if (!scene.Is(index, name)) continue;
    Reading reading;
    reading.begin = index;
    reading.end = year->end;
    reading.grain = Grain::kSeason;
    reading.rule = "date.term";
    reading.confidence = 0.8;
    SetValue(reading, MonthDate(year->year, season));
    return reading;
  }
  return {};
}

}  // namespace

bool IsFeastWord(std::string_view lower) {
  for (const Feast& feast : kFeasts) {
    if (feast.words[0] == lower) return true;
  }
  return false;
}

std::optional<Reading> ReadFeast(const Scene& scene, std::size_t index,
                                 Care care) {
  if (auto reading = ReadTerm(scene, index)) return reading;
  if (auto reading = ReadNewYearsDay(scene, index)) return reading;
  if (auto reading = ReadNewYear(scene, index)) return reading;
  const FeastName name = ReadFeastName(scene, index);
  if (name.feast == nullptr) return {};
  if (!scene.at(index).capital && !scene.whole()) return {};
  const bool two_words = name.end > index + 1;
  if (two_words && !scene.whole() && !scene.at(index + 1).capital) return {};
  Reading reading;
  reading.begin = index;
  reading.end = name.end;
  reading.rule = "date.feast";
  reading.confidence = 0.75;
  std::int32_t year = 0;
  if (const auto printed = ReadYearAfter(scene, reading.end, false)) {
    year = printed->year;
    reading.end = printed->end;
    reading.inferred = reading.uses_base = printed->from_base;
  } else {
    // "the Good Friday Agreement", "the Christmas campaign".
    const Token& next = scene.at(reading.end);
    const bool name_goes_on =
        next.capital && !scene.whole() && !next.line_before && two_words;
    const bool part = !scene.whole() && IsPartOfYear(scene, reading.end);
    if (name_goes_on || part) return {};
    if (care == Care::kStrict && !two_words &&
        !IsBareSeason(scene, index, reading.end)) {
      return {};
    }
    reading.inferred = true;
    const auto chosen = YearOf(scene, *name.feast, index, reading.end);
    if (!chosen) return reading;
    year = *chosen;
    reading.uses_base = true;
  }
  SetValue(reading, DayDate(FeastIn(year, *name.feast)));
  return reading;
}

}  // namespace concord::extraction::dates
