// Decades and centuries by name.
//
// EDTF writes a century as the years that share its first two figures: the
// nineteenth is 18XX. A decade in words is of the base's century, or of the one
// before where it lies more than twenty years ahead of the base.
//
//   "the 19th century"   18XX       "late nineteenth century"   18XX~
//   "the nineties"       199X       "the ’90s"                  199X
#include <array>

#include "extraction/dates/lexicon.h"
#include "extraction/dates/rules.h"

namespace concord::extraction::dates {
namespace {

int TensOf(std::string_view lower) {
  struct Entry {
    std::string_view word;
    int tens;
  };
  static constexpr std::array<Entry, 10> kTens = {{{"noughties", 0},
                                                   {"tens", 10},
                                                   {"twenties", 20},
                                                   {"thirties", 30},
                                                   {"forties", 40},
                                                   {"fifties", 50},
                                                   {"sixties", 60},
                                                   {"seventies", 70},
                                                   {"eighties", 80},
                                                   {"nineties", 90}}};
  for (const Entry& entry : kTens) {
    if (entry.word == lower) return entry.tens;
  }
  return -1;
}

Reading UnspecifiedYears(std::size_t begin, std::size_t end, std::int32_t year,
                         std::uint8_t digits) {
  Reading reading;
  reading.begin = begin;
  reading.end = end;
  reading.grain = Grain::kSpan;
  reading.rule = digits == 1 ? "date.decade" : "date.century";
  reading.confidence = 0.8;
  edtf::Date date;
  date.year = year;
  date.unspecified_digits = digits;
  SetValue(reading, date);
  return reading;
}

std::int32_t DecadeOf(const Scene& scene, int tens) {
  const std::int32_t base =
      scene.base() ? scene.base()->year : kDefaultBaseYear;
  std::int32_t year = base - base % 100 + tens;
  if (year > base + kYearsAhead) year -= 100;
  return year;
}

// "nineties"; in text only after "the", where no age or number is meant.
std::optional<Reading> ReadDecadeWord(const Scene& scene, std::size_t index) {
  const int tens = TensOf(scene.at(index).lower);
  if (tens < 0) return {};
  const bool vouched = scene.Is(index - 1, "the") ||
                       PartOf(scene.at(index - 1).lower) != Part::kNone;
  if (!scene.whole() && (!vouched || tens == 10)) return {};
  Reading reading =
      UnspecifiedYears(index, index + 1, DecadeOf(scene, tens), 1);
  reading.inferred = true;
  reading.uses_base = scene.base().has_value();
  return reading;
}

// "90s" after an apostrophe, and by itself where the whole field is a date.
std::optional<Reading> ReadShortDecade(const Scene& scene, std::size_t index) {
  const Token& number = scene.at(index);
  if (number.kind != TokenKind::kNumber || number.digits != 2 ||
      number.value % 10 != 0) {
    return {};
  }
  const bool marked =
      scene.IsKind(index - 1, TokenKind::kApostrophe) && scene.Glued(index);
  std::size_t at = index + 1;
  if (scene.IsKind(at, TokenKind::kApostrophe) && scene.Glued(at)) ++at;
  if (!scene.Is(at, "s") || !scene.Glued(at)) return {};
  if (!scene.whole() && !(marked && scene.Is(index - 2, "the"))) return {};
  Reading reading =
      UnspecifiedYears(index, at + 1, DecadeOf(scene, number.value), 1);
  reading.inferred = true;
  reading.uses_base = scene.base().has_value();
  return reading;
}

// "19th century", "nineteenth-century", "twenty-first century".
std::optional<Reading> ReadCenturyName(const Scene& scene, std::size_t index) {
  const auto number = ReadDayNumber(scene, index);
  if (!number || !number->ordinal || number->day > 30) return {};
  std::size_t at = number->end;
  if (scene.IsKind(at, TokenKind::kDash)) ++at;
  const bool noun = scene.Is(at, "century") || scene.Is(at, "centuries") ||
                    (scene.Is(at, "c") && scene.whole());
  if (!noun || number->day < 10) return {};
  Reading reading = UnspecifiedYears(index, at + 1, (number->day - 1) * 100, 2);
  reading.confidence = 0.9;
  return reading;
}

}  // namespace

std::optional<Reading> ReadCentury(const Scene& scene, std::size_t index) {
  if (auto reading = ReadCenturyName(scene, index)) return reading;
  if (auto reading = ReadShortDecade(scene, index)) return reading;
  return ReadDecadeWord(scene, index);
}

}  // namespace concord::extraction::dates
