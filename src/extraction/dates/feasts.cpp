// Feasts that papers name instead of a date: Christmas, Easter, the New Year.
//
// Christmas is its day, Easter its Sunday. "in the New Year" is about the
// January of the year that begins next.
#include "extraction/dates/context.h"
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

edtf::Day FeastIn(std::int32_t year, bool easter) {
  return easter ? EasterOf(year) : edtf::Day{year, 12, 25};
}

// The year from the feast's usual place in the year (Easter: April).
std::optional<std::int32_t> YearOf(const Scene& scene, bool easter,
                                   std::size_t begin, std::size_t end) {
  edtf::Date place = easter ? MonthDate(0, 4) : DayDate({0, 12, 25});
  return ChooseYear(scene, {place, place}, begin, end);
}

std::optional<Reading> ReadNewYear(const Scene& scene, std::size_t index) {
  const bool capital = scene.at(index).capital || scene.whole();
  if (!scene.Is(index, "new") || !scene.Is(index + 1, "year") || !capital) {
    return {};
  }
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

}  // namespace

std::optional<Reading> ReadFeast(const Scene& scene, std::size_t index,
                                 Care care) {
  if (auto reading = ReadNewYear(scene, index)) return reading;
  const bool easter = scene.Is(index, "easter");
  if (!easter && !scene.Is(index, "christmas")) return {};
  if (!scene.at(index).capital && !scene.whole()) return {};
  Reading reading;
  reading.begin = index;
  // "Easter Sunday", "Christmas Day".
  const bool day = scene.Is(index + 1, easter ? "sunday" : "day");
  reading.end = day ? index + 2 : index + 1;
  reading.rule = "date.feast";
  reading.confidence = 0.75;
  std::int32_t year = 0;
  if (const auto printed = ReadYearAfter(scene, reading.end, false)) {
    year = printed->year;
    reading.end = printed->end;
    reading.inferred = reading.uses_base = printed->from_base;
  } else {
    if (care == Care::kStrict && !day &&
        !IsBareSeason(scene, index, reading.end)) {
      return {};
    }
    reading.inferred = true;
    const auto chosen = YearOf(scene, easter, index, reading.end);
    if (!chosen) return reading;
    year = *chosen;
    reading.uses_base = true;
  }
  SetValue(reading, DayDate(FeastIn(year, easter)));
  return reading;
}

}  // namespace concord::extraction::dates
