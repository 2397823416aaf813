// A day, weekday or week picked out of a longer period.
//
// "first Monday of October 2014", "third last week of 2018", "last day of
// March", "20th of next month", "Wednesday of next week", "March in a year". A
// week belongs to a period if all its seven days do.
#include "extraction/dates/lexicon.h"
#include "extraction/dates/rules.h"

namespace concord::extraction::dates {
namespace {

Reading DayReading(std::size_t begin, std::size_t end, const Reading& outer) {
  Reading reading = outer;
  reading.begin = begin;
  reading.end = end;
  reading.grain = Grain::kDay;
  reading.rule = "date.nth-of-period";
  reading.confidence = 0.88;
  reading.value.reset();
  return reading;
}

// "first" = 1, "last" = -1, "third last" = -3.
struct Position {
  int number = 0;
  std::size_t end = 0;
};

std::optional<Position> ReadPosition(const Scene& scene, std::size_t index) {
  if (scene.Is(index, "last") || scene.Is(index, "final")) {
    return Position{-1, index + 1};
  }
  const auto ordinal = ReadDayNumber(scene, index);
  if (!ordinal || !ordinal->ordinal || !StartsClean(scene, index)) return {};
  if (scene.Is(ordinal->end, "last")) {
    return Position{-ordinal->day, ordinal->end + 1};
  }
  return Position{ordinal->day, ordinal->end};
}

// The first day of the n-th piece of `length` days, `first` and `last` being
// the first and last possible starts, one every `stride` days.
std::optional<edtf::Day> Pick(edtf::Day first, edtf::Day last, int number,
                              int stride) {
  const std::int64_t start = edtf::DayNumber(first);
  const std::int64_t end = edtf::DayNumber(last);
  if (end < start) return {};
  const std::int64_t count = (end - start) / stride + 1;
  const std::int64_t place = number > 0 ? number - 1 : count + number;
  if (place < 0 || place >= count) return {};
  return edtf::FromDayNumber(start + place * stride);
}

// The first such weekday on or after `day`.
edtf::Day OnOrAfter(edtf::Day day, int weekday) {
  const int ahead = (weekday - edtf::Weekday(day) + kDaysInWeek) % kDaysInWeek;
  return edtf::AddDays(day, ahead);
}

// What is picked: a day, a week, or a weekday 1..7.
struct Noun {
  Unit unit = Unit::kNone;
  int weekday = 0;
};

Noun ReadNoun(const Scene& scene, std::size_t index) {
  const UnitWord unit = UnitOf(scene.at(index).lower);
  if (!unit.plural && (unit.unit == Unit::kDay || unit.unit == Unit::kWeek)) {
    return {unit.unit, 0};
  }
  return {Unit::kNone, WeekdayOf(scene.at(index).lower).weekday};
}

void PickNoun(Reading& reading, const Reading& outer, const Noun& noun,
              int number) {
  if (!outer.value) return;
  if (noun.unit == Unit::kWeek) {
    const auto monday =
        Pick(OnOrAfter(outer.first, 1),
             edtf::AddDays(outer.last, 1 - kDaysInWeek), number, kDaysInWeek);
    if (!monday) return;
    reading.grain = Grain::kWeek;
    SetValue(reading,
             IntervalOf(DayDate(*monday),
                        DayDate(edtf::AddDays(*monday, kDaysInWeek - 1))));
    return;
  }
  const bool plain = noun.unit == Unit::kDay;
  const edtf::Day first =
      plain ? outer.first : OnOrAfter(outer.first, noun.weekday);
  const auto day = Pick(first, outer.last, number, plain ? 1 : kDaysInWeek);
  if (day) SetValue(reading, DayDate(*day));
}

// "last Friday in October", "the 2nd last week of October 2018".
std::optional<Reading> ReadNounOf(const Scene& scene, std::size_t start) {
  // From the article on, where "the last Friday" would be read without it.
  const std::size_t index = scene.SkipThe(start);
  const auto position = ReadPosition(scene, index);
  if (!position) return {};
  const Noun noun = ReadNoun(scene, position->end);
  if (noun.unit == Unit::kNone && noun.weekday == 0) return {};
  const std::size_t joint = position->end + 1;
  if (!scene.Is(joint, "of") && !scene.Is(joint, "in")) return {};
  // "the first Tuesday of the month": of every one.
  const bool every = scene.Is(joint + 1, "the") &&
                     UnitOf(scene.at(joint + 2).lower).unit == Unit::kMonth;
  if (every && !scene.whole()) return {};
  const auto outer = ReadPeriod(scene, joint + 1);
  if (!outer) return {};
  Reading reading = DayReading(index, outer->end, *outer);
  PickNoun(reading, *outer, noun, position->number);
  if (outer->value && !reading.value) return {};
  return reading;
}

// "20th of next month", "20 of this month", "20th day of the month".
std::optional<Reading> ReadDayOfMonth(const Scene& scene, std::size_t index) {
  const auto day = ReadDayNumber(scene, index);
  if (!day || !StartsClean(scene, index)) return {};
  if (!scene.whole() && !day->ordinal) return {};
  if (!scene.Is(day->end, "of")) return {};
  const auto outer = ReadPeriod(scene, day->end + 1);
  if (!outer || outer->grain != Grain::kMonth) return {};
  Reading reading = DayReading(index, outer->end, *outer);
  PickNoun(reading, *outer, {Unit::kDay, 0}, day->day);
  return reading;
}

Reading WeekdayIn(const Reading& week, int weekday, std::size_t begin,
                  std::size_t end) {
  Reading reading = DayReading(begin, end, week);
  if (week.value)
    SetValue(reading, DayDate(edtf::AddDays(week.first, weekday - 1)));
  return reading;
}

// "Wednesday of next week", "Wednesday next week", "Sunday from last week".
std::optional<Reading> ReadWeekdayOfWeek(const Scene& scene,
                                         std::size_t index) {
  const int weekday = WeekdayOf(scene.at(index).lower).weekday;
  if (weekday == 0) return {};
  if (!scene.whole() && !scene.at(index).capital) return {};
  std::size_t at = index + 1;
  if (scene.Is(at, "of") || scene.Is(at, "from") || scene.Is(at, "in")) ++at;
  const auto week = ReadRelative(scene, at);
  if (!week || week->grain != Grain::kWeek) return {};
  return WeekdayIn(*week, weekday, index, week->end);
}

// "last week’s Sunday".
std::optional<Reading> ReadWeeksDay(const Scene& scene, std::size_t index) {
  const auto week = ReadRelative(scene, index);
  if (!week || week->grain != Grain::kWeek) return {};
  if (!scene.IsKind(week->end, TokenKind::kApostrophe)) return {};
  if (!scene.Is(week->end + 1, "s")) return {};
  const int weekday = WeekdayOf(scene.at(week->end + 2).lower).weekday;
  if (weekday == 0) return {};
  return WeekdayIn(*week, weekday, index, week->end + 3);
}

// "March in 1 year": the month, so many years after its next occurrence's
// year. Read only where it is the whole expression.
std::optional<Reading> ReadMonthInYears(const Scene& scene, std::size_t index) {
  if (!scene.whole() || !scene.base()) return {};
  const auto month = ReadMonthName(scene, index);
  if (!month || !scene.Is(month->end, "in")) return {};
  const auto count = ReadCount(scene, month->end + 1);
  if (!count || UnitOf(scene.at(count->end).lower).unit != Unit::kYear) {
    return {};
  }
  Reading reading;
  reading.begin = index;
  reading.end = count->end + 1;
  reading.grain = Grain::kMonth;
  reading.inferred = true;
  reading.uses_base = true;
  reading.rule = "date.relative";
  reading.confidence = 0.7;
  SetValue(reading,
           MonthDate(scene.base()->year + count->number, month->month));
  return reading;
}

// "the 15th", "Tuesday 19th": in the base's month, and in running text only
// with the day name to vouch for it.
std::optional<Reading> ReadDayAlone(const Scene& scene, std::size_t index) {
  const int weekday = WeekdayOf(scene.at(index).lower).weekday;
  const std::size_t at = scene.SkipThe(weekday != 0 ? index + 1 : index);
  const auto day = ReadDayNumber(scene, at);
  if (!day || !day->ordinal || !scene.IsKind(at, TokenKind::kNumber)) {
    return {};
  }
  if (!scene.whole() && (weekday == 0 || !scene.at(index).capital)) return {};
  Reading reading;
  reading.begin = index;
  reading.end = day->end;
  reading.inferred = true;
  reading.rule = "date.day";
  reading.confidence = 0.6;
  if (!scene.base()) return reading;
  // The nearest month in which that day falls on that weekday.
  const edtf::Day month{scene.base()->year, scene.base()->month, 1};
  for (const int step : {0, 1, -1, 2, -2, 3, -3}) {
    edtf::Day found = edtf::AddMonths(month, step);
    found.day = static_cast<std::uint8_t>(day->day);
    if (!edtf::IsValid(found)) continue;
    if (weekday != 0 && edtf::Weekday(found) != weekday) continue;
    reading.uses_base = true;
    SetValue(reading, DayDate(found));
    return reading;
  }
  return {};
}

}  // namespace

std::optional<Reading> ReadNth(const Scene& scene, std::size_t index) {
  if (auto reading = ReadNounOf(scene, index)) return reading;
  if (auto reading = ReadDayOfMonth(scene, index)) return reading;
  if (auto reading = ReadWeekdayOfWeek(scene, index)) return reading;
  if (auto reading = ReadWeeksDay(scene, index)) return reading;
  if (auto reading = ReadMonthInYears(scene, index)) return reading;
  return ReadDayAlone(scene, index);
}

}  // namespace concord::extraction::dates
