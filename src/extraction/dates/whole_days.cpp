// Days named by their place in the week or month of the base.
//
//   base Tuesday 12 February 2013
//   "Friday"          2013-02-15   the nearest, unless "by" or "since" says
//   "Friday next"     2013-02-15   the next one
//   "Tuesday week"    2013-02-26   a week after the next one
//   "the weekend"     2013-02-16/2013-02-17
//   "the 5th inst"    2013-02-05   ult: the month before; prox: the one after
#include "extraction/dates/lexicon.h"
#include "extraction/dates/whole_forms.h"

namespace concord::extraction::dates {
namespace {

constexpr int kSaturday = 6;

Reading NearDay(std::size_t begin, std::size_t end) {
  Reading reading;
  reading.begin = begin;
  reading.end = end;
  reading.inferred = true;
  reading.rule = "date.near-day";
  reading.confidence = 0.65;
  return reading;
}

void SetNear(Reading& reading, edtf::Day day) {
  reading.uses_base = true;
  SetValue(reading, DayDate(day));
}

// Days from the base to the next such weekday, 1 to 7.
int DaysAhead(edtf::Day base, int weekday) {
  const int days = weekday - edtf::Weekday(base);
  return days > 0 ? days : days + kDaysInWeek;
}

// "Friday", "Fri.", "Friday next", "Friday last", "Friday week".
std::optional<Reading> ReadWeekday(const Scene& scene, std::size_t index) {
  const std::size_t start = scene.SkipThe(index);
  const WeekdayWord word = WeekdayOf(scene.at(start).lower);
  if (word.weekday == 0) return {};
  std::size_t at = start + 1;
  if (word.abbreviated && scene.IsKind(at, TokenKind::kStop)) ++at;
  const bool next = scene.Is(at, "next");
  const bool last = scene.Is(at, "last");
  const bool week = scene.Is(at, "week");
  const bool fortnight = scene.Is(at, "fortnight");
  const bool said = next || last || week || fortnight;
  Reading reading = NearDay(index, said ? at + 1 : at);
  if (!scene.base()) return reading;
  const edtf::Day base = *scene.base();
  int days = DaysAhead(base, word.weekday);
  const bool past = last || scene.lean() == Lean::kPast;
  if (week) days += kDaysInWeek;
  if (fortnight) days += 2 * kDaysInWeek;
  if (past) {
    days -= kDaysInWeek;
    if (days == 0) days = -kDaysInWeek;
  } else if (!said && scene.lean() == Lean::kNone && days > kDaysInWeek / 2) {
    days -= kDaysInWeek;  // the nearest, perhaps today
  }
  SetNear(reading, edtf::AddDays(base, days));
  return reading;
}

// "a week on Tuesday", "two weeks next Friday", "a fortnight on Monday".
std::optional<Reading> ReadWeeksOn(const Scene& scene, std::size_t index) {
  const auto count = ReadCount(scene, index);
  if (!count) return {};
  const Unit unit = UnitOf(scene.at(count->end).lower).unit;
  if (unit != Unit::kWeek && unit != Unit::kFortnight) return {};
  std::size_t at = count->end + 1;
  const bool joined = scene.Is(at, "on") || scene.Is(at, "next") ||
                      scene.Is(at, "from") || scene.Is(at, "this");
  if (!joined) return {};
  ++at;
  if (scene.Is(at, "next")) ++at;
  const int weekday = WeekdayOf(scene.at(at).lower).weekday;
  if (weekday == 0) return {};
  Reading reading = NearDay(index, at + 1);
  if (!scene.base()) return reading;
  const int weeks = count->number * (unit == Unit::kFortnight ? 2 : 1);
  SetNear(reading,
          edtf::AddDays(*scene.base(), DaysAhead(*scene.base(), weekday) +
                                           weeks * kDaysInWeek));
  return reading;
}

// "a week today", "fortnight from today", "two weeks tomorrow".
std::optional<Reading> ReadWeeksFromToday(const Scene& scene,
                                          std::size_t index) {
  const auto count = ReadCount(scene, index);
  const std::size_t noun = count ? count->end : index;
  const Unit unit = UnitOf(scene.at(noun).lower).unit;
  if (unit != Unit::kWeek && unit != Unit::kFortnight) return {};
  std::size_t at = noun + 1;
  const bool from = scene.Is(at, "from");
  if (from) ++at;
  const bool tomorrow = scene.Is(at, "tomorrow");
  const bool now = from && scene.Is(at, "now");
  if (!tomorrow && !now && !scene.Is(at, "today")) return {};
  Reading reading = NearDay(index, at + 1);
  if (!scene.base()) return reading;
  const int weeks =
      (count ? count->number : 1) * (unit == Unit::kFortnight ? 2 : 1);
  SetNear(reading, edtf::AddDays(*scene.base(),
                                 weeks * kDaysInWeek + (tomorrow ? 1 : 0)));
  return reading;
}

void SetWeekend(Reading& reading, edtf::Day saturday) {
  reading.grain = Grain::kSpan;
  SetValue(reading,
           IntervalOf(DayDate(saturday), DayDate(edtf::AddDays(saturday, 1))));
}

// "this weekend", "the weekend of 3 March 2004", "next weekend".
std::optional<Reading> ReadWeekend(const Scene& scene, std::size_t index) {
  std::size_t at = scene.SkipThe(index);
  const Direction direction = DirectionOf(scene.at(at).lower);
  if (direction.known) ++at;
  if (!scene.Is(at, "weekend")) return {};
  Reading reading = NearDay(index, at + 1);
  if (!direction.known && scene.Is(at + 1, "of")) {
    // "the weekend of 6/7 November 2004".
    auto days = ReadRange(scene, scene.SkipThe(at + 2), Neighbour());
    if (days && days->value && edtf::Weekday(days->first) == kSaturday &&
        edtf::AddDays(days->first, 1) == days->last) {
      days->begin = index;
      return days;
    }
    const auto day =
        ReadSingle(scene, scene.SkipThe(at + 2), Care::kLenient, Neighbour());
    if (!day || day->grain != Grain::kDay || !day->value) return {};
    reading.end = day->end;
    reading.inferred = day->inferred;
    reading.uses_base = day->uses_base;
    const int weekday = edtf::Weekday(day->first);
    SetWeekend(reading, edtf::AddDays(day->first, weekday == kDaysInWeek
                                                      ? -1
                                                      : kSaturday - weekday));
    return reading;
  }
  if (!scene.base()) return reading;
  reading.uses_base = true;
  const edtf::Day base = *scene.base();
  const edtf::Day own = edtf::AddDays(base, kSaturday - edtf::Weekday(base));
  SetWeekend(reading,
             edtf::AddDays(own, static_cast<std::int64_t>(kDaysInWeek) *
                                    (direction.known ? direction.step : 0)));
  return reading;
}

// "1st inst", "the 20th ult.", "the 5th of next prox".
std::optional<Reading> ReadInstant(const Scene& scene, std::size_t index) {
  const auto day = ReadDayNumber(scene, scene.SkipThe(index));
  if (!day || !day->ordinal) return {};
  const std::string_view word = scene.at(day->end).lower;
  int step = 0;
  if (word == "ult" || word == "ultimo") {
    step = -1;
  } else if (word == "prox" || word == "proximo") {
    step = 1;
  } else if (word != "inst" && word != "instant") {
    return {};
  }
  Reading reading = NearDay(index, day->end + 1);
  if (!scene.base()) return reading;
  edtf::Day month{scene.base()->year, scene.base()->month, 1};
  month = edtf::AddMonths(month, step);
  month.day = static_cast<std::uint8_t>(day->day);
  if (!edtf::IsValid(month)) return {};
  SetNear(reading, month);
  return reading;
}

// "the week after next", "the month before last", "the year after next".
std::optional<Reading> ReadNextButOne(const Scene& scene, std::size_t index) {
  const std::size_t at = scene.SkipThe(index);
  const UnitWord unit = UnitOf(scene.at(at).lower);
  if (unit.unit == Unit::kNone || unit.plural) return {};
  const bool next = scene.Is(at + 1, "after") && scene.Is(at + 2, "next");
  const bool last = scene.Is(at + 1, "before") && scene.Is(at + 2, "last");
  if (!next && !last) return {};
  Reading reading = UnitFromBase(scene, unit.unit, next ? 2 : -2);
  reading.begin = index;
  reading.end = at + 3;
  return reading;
}

// "first half of March 2004", "second fortnight in June": to the 15th, and on
// from the 16th.
std::optional<Reading> ReadHalfMonth(const Scene& scene, std::size_t index) {
  const std::size_t start = scene.SkipThe(index);
  const auto ordinal = ReadDayNumber(scene, start);
  const bool latter = scene.Is(start, "latter");
  if (!latter && (!ordinal || !ordinal->ordinal || ordinal->day > 2)) return {};
  const std::size_t at = latter ? start + 1 : ordinal->end;
  if (!scene.Is(at, "half") && !scene.Is(at, "fortnight")) return {};
  if (!scene.Is(at + 1, "of") && !scene.Is(at + 1, "in")) return {};
  const auto month = ReadPeriod(scene, at + 2);
  if (!month || month->grain != Grain::kMonth) return {};
  Reading reading = *month;
  reading.begin = index;
  reading.grain = Grain::kSpan;
  reading.rule = "date.part-of-period";
  if (!month->value) return reading;
  constexpr int kMiddle = 15;
  const bool second = latter || ordinal->day == 2;
  SetValue(reading,
           second
               ? IntervalOf(DayDate(edtf::AddDays(month->first, kMiddle)),
                            DayDate(month->last))
               : IntervalOf(DayDate(month->first),
                            DayDate(edtf::AddDays(month->first, kMiddle - 1))));
  return reading;
}

}  // namespace

std::optional<Reading> ReadNearDay(const Scene& scene, std::size_t index) {
  std::optional<Reading> best;
  for (const auto& reading :
       {ReadWeekday(scene, index), ReadWeeksOn(scene, index),
        ReadWeeksFromToday(scene, index), ReadWeekend(scene, index),
        ReadInstant(scene, index), ReadNextButOne(scene, index),
        ReadHalfMonth(scene, index)}) {
    if (reading && (!best || reading->end > best->end)) best = reading;
  }
  return best;
}

}  // namespace concord::extraction::dates
