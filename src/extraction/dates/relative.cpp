// Dates counted from the day of writing.
//
// Weeks begin on Monday (ISO 8601). Days and weeks give exact days; "three
// months ago" is a day marked "~"; years give a month up to four years back and
// a year beyond, since nobody counts ten years in months. Phrases that lean on
// something said before ("the following week", "two years later") are read only
// where the expression stands by itself.
#include <array>

#include "concord/base/unicode.h"
#include "extraction/dates/context.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/rules.h"

namespace concord::extraction::dates {
namespace {

constexpr int kYearsCountedInMonths = 4;

Reading Relative(std::size_t begin, std::size_t end, Grain grain) {
  Reading reading;
  reading.begin = begin;
  reading.end = end;
  reading.grain = grain;
  reading.inferred = true;
  reading.rule = "date.relative";
  reading.confidence = 0.85;
  return reading;
}

edtf::Day MondayOf(edtf::Day day) {
  return edtf::AddDays(day, 1 - edtf::Weekday(day));
}

void SetDay(Reading& reading, edtf::Day day) {
  reading.uses_base = true;
  SetValue(reading, DayDate(day));
}

// The base moved by so many units, as finely as people count them.
edtf::Value Shifted(edtf::Day base, Unit unit, int count) {
  if (unit == Unit::kDecade) count *= 10;
  switch (unit) {
    case Unit::kNone:
    case Unit::kDay:
      return DayDate(edtf::AddDays(base, count));
    case Unit::kWeek:
      return DayDate(edtf::AddDays(base, 7 * static_cast<std::int64_t>(count)));
    case Unit::kFortnight:
      return DayDate(
          edtf::AddDays(base, 14 * static_cast<std::int64_t>(count)));
    case Unit::kMonth:
      return Approximate(DayDate(edtf::AddMonths(base, count)));
    case Unit::kQuarter:
      return Approximate(DayDate(edtf::AddMonths(base, 3 * count)));
    case Unit::kYear:
    case Unit::kDecade:
      break;
  }
  edtf::Date date;
  date.year = base.year + count;
  if (count >= -kYearsCountedInMonths && count <= kYearsCountedInMonths) {
    date.month = base.month;
  }
  return Approximate(date);
}

// "today", "yesterday", "the day after tomorrow".
std::optional<Reading> ReadDeictic(const Scene& scene, std::size_t index) {
  struct Entry {
    std::array<std::string_view, 4> words;
    int days;
  };
  static constexpr std::array<Entry, 6> kEntries = {{
      {{"the", "day", "after", "tomorrow"}, 2},
      {{"the", "day", "before", "yesterday"}, -2},
      {{"today", "", "", ""}, 0},
      {{"yesterday", "", "", ""}, -1},
      {{"tomorrow", "", "", ""}, 1},
      {{"tomorrows", "", "", ""}, 1},
  }};
  for (const Entry& entry : kEntries) {
    std::size_t at = index;
    for (std::string_view word : entry.words) {
      if (word.empty()) break;
      if (!scene.Is(at, word)) {
        at = index;
        break;
      }
      ++at;
    }
    if (at == index) continue;
    // Today is also the name of a newspaper and of a programme.
    const bool name =
        !scene.whole() && scene.at(index).capital &&
        (!StartsSentence(scene, index) || scene.Is(at, "programme"));
    if (name) return {};
    Reading reading = Relative(index, at, Grain::kDay);
    reading.confidence = 0.7;
    if (scene.base()) SetDay(reading, edtf::AddDays(*scene.base(), entry.days));
    return reading;
  }
  return {};
}

// The words before a count that make it loose: "nearly 10 years ago".
bool IsHedge(const Scene& scene, std::size_t index) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "nearly", "almost", "over",          "about",  "around",
      "some",   "just",   "approximately", "roughly"};
  for (std::string_view word : kWords) {
    if (scene.Is(index, word)) return true;
  }
  return false;
}

// "ago", "back", "hence", "from now": -1 or +1 and where it ends.
struct Sense {
  int sign = 0;
  std::size_t end = 0;
  bool from_day = false;  // "from today": counted to the day
};

Sense ReadSense(const Scene& scene, std::size_t index) {
  if (scene.Is(index, "ago")) return {-1, index + 1};
  if (scene.Is(index, "back") && scene.whole()) return {-1, index + 1};
  if (scene.Is(index, "hence")) return {1, index + 1};
  if (!scene.Is(index, "from")) return {};
  if (scene.Is(index + 1, "now")) return {1, index + 2};
  if (scene.Is(index + 1, "today")) return {1, index + 2, true};
  return {};
}

// "three weeks ago", "a fortnight hence", "nearly 10 years ago".
std::optional<Reading> ReadAgo(const Scene& scene, std::size_t index) {
  const bool hedged = IsHedge(scene, index);
  const auto count = ReadCount(scene, hedged ? index + 1 : index);
  if (!count) return {};
  const Unit unit = UnitOf(scene.at(count->end).lower).unit;
  const Sense sense = ReadSense(scene, count->end + 1);
  if (unit == Unit::kNone || sense.sign == 0) return {};
  Reading reading = Relative(index, sense.end, Grain::kDay);
  if (!scene.base()) return reading;
  const int steps = sense.sign * count->number;
  reading.uses_base = true;
  if (sense.from_day && unit == Unit::kYear) {
    SetDay(reading, edtf::AddMonths(*scene.base(), 12 * steps));
  } else if (hedged && unit == Unit::kYear) {
    edtf::Date year;
    year.year = scene.base()->year + steps;
    SetValue(reading, Approximate(year));
    reading.confidence = 0.6;
  } else {
    SetValue(reading, Shifted(*scene.base(), unit, steps));
  }
  return reading;
}

// "3 fridays from now", "2 thursdays ago": the base's own day is not counted.
std::optional<Reading> ReadWeekdaysAway(const Scene& scene, std::size_t index) {
  const auto count = ReadCount(scene, index);
  if (!count) return {};
  std::string_view word = scene.at(count->end).lower;
  if (word.size() > 4 && word.back() == 's') word.remove_suffix(1);
  const int weekday = WeekdayOf(word).weekday;
  const Sense sense = ReadSense(scene, count->end + 1);
  if (weekday == 0 || sense.sign == 0) return {};
  Reading reading = Relative(index, sense.end, Grain::kDay);
  if (!scene.base()) return reading;
  const int today = edtf::Weekday(*scene.base());
  int days = sense.sign > 0 ? weekday - today : today - weekday;
  if (days <= 0) days += 7;
  days += 7 * (count->number - 1);
  SetDay(reading,
         edtf::AddDays(*scene.base(), std::int64_t{sense.sign} * days));
  return reading;
}

// 0 for units that are counted in days.
int MonthsIn(Unit unit) {
  switch (unit) {
    case Unit::kMonth:
      return 1;
    case Unit::kQuarter:
      return 3;
    case Unit::kYear:
      return 12;
    case Unit::kDecade:
      return 120;
    default:
      return 0;
  }
}

// "the last two years", "over the next six months", "the past year".
std::optional<Reading> ReadStretch(const Scene& scene, std::size_t index) {
  const std::size_t at = scene.SkipThe(index);
  if (at == index) return {};
  const Direction direction = DirectionOf(scene.at(at).lower);
  if (!direction.known || direction.step == 0) return {};
  const bool current = scene.Is(at, "last") || scene.Is(at, "past") ||
                       scene.Is(at, "next") || scene.Is(at, "coming");
  if (!current) return {};
  const auto count = ReadCount(scene, at + 1);
  const std::size_t noun = count ? count->end : at + 1;
  const UnitWord unit = UnitOf(scene.at(noun).lower);
  if (unit.unit == Unit::kNone || (!count && unit.plural)) return {};
  // "the next week" and "the next month" are calendar units.
  if (!count && (direction.step > 0 || unit.unit != Unit::kYear)) return {};
  if (scene.Is(noun + 1, "of")) return {};  // "the last six months of 2003"
  Reading reading = Relative(index, noun + 1, Grain::kSpan);
  reading.confidence = 0.7;
  if (!scene.base()) return reading;
  const int steps = direction.step * (count ? count->number : 1);
  const edtf::Day base = *scene.base();
  reading.uses_base = true;
  edtf::Date near = DayDate(base);
  edtf::Value far = Shifted(base, unit.unit, steps);
  if (const int months = MonthsIn(unit.unit); months > 0) {
    const edtf::Day moved = edtf::AddMonths(base, months * steps);
    near = MonthDate(base.year, base.month);
    far = MonthDate(moved.year, moved.month);
  }
  const edtf::Date other = std::get<edtf::Date>(far);
  SetValue(reading,
           steps < 0 ? IntervalOf(other, near) : IntervalOf(near, other));
  return reading;
}

// "next Tuesday", "last Sunday", "this Friday": the nearest that way, never
// the base's own day.
std::optional<Reading> ReadDirectedWeekday(const Scene& scene,
                                           std::size_t index,
                                           Direction direction) {
  const WeekdayWord weekday = WeekdayOf(scene.at(index + 1).lower);
  if (weekday.weekday == 0) return {};
  if (!scene.whole() && !scene.at(index + 1).capital) return {};
  // "the last Friday of each quarter": of every one.
  if (scene.Is(index + 2, "of") &&
      (scene.Is(index + 3, "each") || scene.Is(index + 3, "every"))) {
    return {};
  }
  Reading reading = Relative(index, index + 2, Grain::kDay);
  if (!scene.base()) return reading;
  const edtf::Day base = *scene.base();
  if (direction.step == 0) {
    SetDay(reading, edtf::AddDays(MondayOf(base), weekday.weekday - 1));
    return reading;
  }
  const int today = edtf::Weekday(base);
  int days =
      direction.step > 0 ? weekday.weekday - today : today - weekday.weekday;
  if (days <= 0) days += 7;
  SetDay(reading, edtf::AddDays(base, std::int64_t{direction.step} * days));
  return reading;
}

// "next March", "last autumn", "this spring".
std::optional<Reading> ReadDirectedMonth(const Scene& scene, std::size_t index,
                                         Direction direction) {
  const auto month = ReadMonthName(scene, index + 1);
  const int season = SeasonOf(scene.at(index + 1).lower);
  if (!month && season == 0) return {};
  const int code = month ? month->month : season;
  Reading reading =
      Relative(index, index + 2, month ? Grain::kMonth : Grain::kSeason);
  if (!scene.base()) return reading;
  const edtf::Day base = *scene.base();
  edtf::Date date = MonthDate(base.year, code);
  const edtf::DayRange range = edtf::Bounds(date);
  if (direction.step > 0 && *range.earliest <= base) ++date.year;
  if (direction.step < 0 && *range.latest >= base) --date.year;
  reading.uses_base = true;
  SetValue(reading, date);
  return reading;
}

// "next month", "this week", "the current quarter".
std::optional<Reading> ReadDirected(const Scene& scene, std::size_t index) {
  const std::size_t at = scene.SkipThe(index);
  const Direction direction = DirectionOf(scene.at(at).lower);
  if (!direction.known || (!direction.deictic && !scene.whole())) return {};
  if (auto weekday = ReadDirectedWeekday(scene, at, direction)) return weekday;
  if (auto month = ReadDirectedMonth(scene, at, direction)) return month;
  const UnitWord unit = UnitOf(scene.at(at + 1).lower);
  if (unit.unit == Unit::kNone || unit.unit == Unit::kYear || unit.plural) {
    return {};  // years are in years.cpp
  }
  // "the last quarter of 2003" and "the last day" are no such thing.
  const bool article = at != index || scene.Is(index - 1, "the") ||
                       scene.Is(index - 1, "its") ||
                       scene.Is(index - 1, "their");
  if (article && direction.step < 0 && !scene.whole()) return {};
  if (unit.unit == Unit::kDay || unit.unit == Unit::kDecade) return {};
  if (scene.Is(at + 2, "of")) return {};
  Reading reading = UnitFromBase(scene, unit.unit, direction.step);
  reading.begin = index;
  reading.end = at + 2;
  return reading;
}

}  // namespace

Reading UnitFromBase(const Scene& scene, Unit unit, int step) {
  Reading reading = Relative(0, 0, Grain::kMonth);
  if (!scene.base()) return reading;
  const edtf::Day base = *scene.base();
  reading.uses_base = true;
  if (unit == Unit::kWeek || unit == Unit::kFortnight) {
    const edtf::Day monday =
        edtf::AddDays(MondayOf(base), 7 * static_cast<std::int64_t>(step));
    reading.grain = Grain::kWeek;
    SetValue(reading,
             IntervalOf(DayDate(monday), DayDate(edtf::AddDays(monday, 6))));
    return reading;
  }
  edtf::Day first{base.year, base.month, 1};
  if (unit == Unit::kYear) {
    edtf::Date year;
    year.year = base.year + step;
    reading.grain = Grain::kYear;
    SetValue(reading, year);
  } else if (unit == Unit::kQuarter) {
    first.month = static_cast<std::uint8_t>((base.month - 1) / 3 * 3 + 1);
    first = edtf::AddMonths(first, 3 * step);
    const edtf::Day last = edtf::AddMonths(first, 2);
    reading.grain = Grain::kQuarter;
    SetValue(reading, IntervalOf(MonthDate(first.year, first.month),
                                 MonthDate(last.year, last.month)));
  } else {
    first = edtf::AddMonths(first, step);
    SetValue(reading, MonthDate(first.year, first.month));
  }
  return reading;
}

std::optional<Reading> ReadOwnUnit(const Scene& scene, std::size_t index) {
  const std::size_t at = scene.SkipThe(index);
  if (at == index) return {};
  const bool financial = scene.Is(at, "financial") && scene.Is(at + 1, "year");
  const bool calendar = scene.Is(at, "calendar") && scene.Is(at + 1, "year");
  const UnitWord unit =
      UnitOf(scene.at(financial || calendar ? at + 1 : at).lower);
  if (unit.unit == Unit::kNone || unit.plural) return {};
  if (unit.unit == Unit::kDay || unit.unit == Unit::kDecade) return {};
  Reading reading = UnitFromBase(scene, unit.unit, 0);
  reading.begin = index;
  reading.end = financial || calendar ? at + 2 : at + 1;
  reading.confidence = 0.7;
  // A year that is named after all: "the year 2004", "the year ending".
  const Token& next = scene.at(reading.end);
  if (next.kind == TokenKind::kNumber || next.lower == "of") return {};
  if (!financial || !scene.base()) return reading;
  constexpr int kApril = 4;
  const edtf::Day base = *scene.base();
  const std::int32_t year = base.year - (base.month < kApril ? 1 : 0);
  SetValue(reading, IntervalOf(MonthDate(year, kApril),
                               MonthDate(year + 1, kApril - 1)));
  return reading;
}

std::optional<Count> ReadCount(const Scene& scene, std::size_t index) {
  const Token& token = scene.at(index);
  if (token.kind == TokenKind::kNumber) {
    if (token.value < 1 || token.value > 400 || !StartsClean(scene, index)) {
      return {};
    }
    return Count{token.value, index + 1};
  }
  if (token.kind != TokenKind::kWord) return {};
  if (token.lower == "a" || token.lower == "an") {
    if (scene.Is(index + 1, "couple") && scene.Is(index + 2, "of")) {
      return Count{2, index + 3};
    }
    return Count{1, index + 1};
  }
  const int number = NumberWord(token.lower);
  if (number < 1 || number > 400) return {};
  // "twenty-four".
  const int ones = NumberWord(scene.at(index + 2).lower);
  const bool compound = number >= 20 && number % 10 == 0 && ones >= 1 &&
                        ones <= 9 && scene.IsKind(index + 1, TokenKind::kDash);
  return compound ? Count{number + ones, index + 3} : Count{number, index + 1};
}

std::optional<Reading> ReadRelative(const Scene& scene, std::size_t index) {
  if (!scene.IsKind(index, TokenKind::kWord) &&
      !scene.IsKind(index, TokenKind::kNumber)) {
    return {};
  }
  if (auto reading = ReadDeictic(scene, index)) return reading;
  if (auto reading = ReadAgo(scene, index)) return reading;
  if (auto reading = ReadWeekdaysAway(scene, index)) return reading;
  if (auto reading = ReadStretch(scene, index)) return reading;
  return ReadDirected(scene, index);
}

}  // namespace concord::extraction::dates
