// So much time up to a date, from a date on, and before or after it.
//
//   the year ended 31 March 2004      2003-04-01/2004-03-31
//   three years to March 2004         2001-04/2004-03
//   six months from 1 April 2004      2004-04-01/2004-09-30
//   two weeks before 20 May 2004      2004-05-06
//   the Monday after Easter 2004      2004-04-12
#include "extraction/dates/bounded.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/whole_forms.h"

namespace concord::extraction::dates {
namespace {

// Units as months, or as days where months do not count them.
struct Shift {
  int months = 0;
  int days = 0;
};

Shift ShiftOf(Unit unit, int count) {
  switch (unit) {
    case Unit::kNone:
      break;
    case Unit::kDay:
      return {0, count};
    case Unit::kWeek:
      return {0, 7 * count};
    case Unit::kFortnight:
      return {0, 14 * count};
    case Unit::kMonth:
      return {count, 0};
    case Unit::kQuarter:
      return {3 * count, 0};
    case Unit::kYear:
      return {12 * count, 0};
    case Unit::kDecade:
      return {120 * count, 0};
  }
  return {};
}

edtf::Day Moved(edtf::Day day, const Shift& length, int sign) {
  if (length.months != 0) {
    const bool month_end = day.day == edtf::DaysInMonth(day.year, day.month);
    edtf::Day moved = edtf::AddMonths(day, sign * length.months);
    if (month_end) {
      moved.day =
          static_cast<std::uint8_t>(edtf::DaysInMonth(moved.year, moved.month));
    }
    return moved;
  }
  return edtf::AddDays(day, static_cast<std::int64_t>(sign) * length.days);
}

// "[the] [last] [three] [financial] years": how long, and where it ends.
struct Amount {
  Shift length;
  std::size_t end = 0;
  bool counted = false;  // a number is printed
};

std::optional<Amount> ReadAmount(const Scene& scene, std::size_t index) {
  std::size_t at = scene.SkipThe(index);
  if (DirectionOf(scene.at(at).lower).known) ++at;
  const auto count = ReadCount(scene, at);
  if (count) at = count->end;
  if (scene.IsKind(at, TokenKind::kDash) && scene.Glued(at)) ++at;
  if (scene.Is(at, "financial") || scene.Is(at, "calendar") ||
      scene.Is(at, "full") || scene.Is(at, "accounting") ||
      scene.Is(at, "working")) {
    ++at;
  }
  // "the half-year to 30 September".
  const bool half = scene.Is(at, "half");
  if (half) at += scene.IsKind(at + 1, TokenKind::kDash) ? 2 : 1;
  const UnitWord unit = UnitOf(scene.at(at).lower);
  if (unit.unit == Unit::kNone || (unit.plural && !count)) return {};
  if (half && (unit.unit != Unit::kYear || count)) return {};
  ++at;
  if (scene.Is(at, "period")) ++at;
  if (half) return Amount{{6, 0}, at, false};
  return Amount{ShiftOf(unit.unit, count ? count->number : 1), at,
                count.has_value()};
}

// "to", "ended", "up to the", "ending on": -1; "from", "beginning": +1.
struct Way {
  int sign = 0;
  std::size_t end = 0;
};

Way ReadWay(const Scene& scene, std::size_t index) {
  const std::string_view word = scene.at(index).lower;
  Way way;
  std::size_t at = index + 1;
  if (word == "up" && scene.Is(at, "to")) {
    way.sign = -1;
    ++at;
  } else if (word == "to" || word == "ended" || word == "ending" ||
             word == "until") {
    way.sign = -1;
  } else if (word == "from" || word == "beginning" || word == "commencing" ||
             word == "starting") {
    way.sign = 1;
  } else {
    return {};
  }
  if (scene.Is(at, "on") || scene.Is(at, "in") || scene.Is(at, "with")) ++at;
  way.end = scene.SkipThe(at);
  return way;
}

// A date to count from: a value whose days are known.
std::optional<Reading> ReadStretchAnchor(const Scene& scene,
                                         std::size_t index) {
  auto anchor = ReadAny(scene, index, Neighbour());
  if (!anchor) anchor = ReadFeast(scene, index, Care::kLenient);
  if (!anchor) anchor = ReadNearDay(scene, index);
  if (!anchor || !anchor->value) return {};
  return anchor;
}

Reading Stretch(const Reading& anchor, std::size_t begin) {
  Reading reading = anchor;
  reading.begin = begin;
  reading.grain = Grain::kSpan;
  reading.rule = "date.stretch";
  reading.confidence = anchor.confidence * 0.95;
  reading.limit.reset();
  return reading;
}

edtf::Date FirstOf(const edtf::Day& day, Grain grain) {
  if (grain == Grain::kDay) return DayDate(day);
  edtf::Date date = MonthDate(day.year, day.month);
  if (grain == Grain::kYear) date.month = 0;
  return date;
}

}  // namespace

std::optional<Reading> ReadStretchTo(const Scene& scene, std::size_t index) {
  const auto amount = ReadAmount(scene, index);
  if (!amount) return {};
  const Way way = ReadWay(scene, amount->end);
  if (way.sign == 0) return {};
  const auto anchor = ReadStretchAnchor(scene, way.end);
  if (!anchor) return {};
  const bool fits =
      anchor->grain == Grain::kDay ||
      (anchor->grain == Grain::kMonth && amount->length.months > 0) ||
      (anchor->grain == Grain::kYear && amount->length.months % 12 == 0 &&
       amount->length.months > 0);
  if (!fits) return {};
  Reading reading = Stretch(*anchor, index);
  const edtf::Day edge = way.sign < 0 ? anchor->last : anchor->first;
  // A stretch that ends on a day begins the day after its like.
  const edtf::Day other =
      way.sign < 0 ? edtf::AddDays(Moved(edge, amount->length, -1), 1)
                   : edtf::AddDays(Moved(edge, amount->length, 1), -1);
  // A financial year has no name but its months.
  const bool named = std::holds_alternative<edtf::Date>(*anchor->value);
  const Grain grain =
      anchor->grain == Grain::kYear && !named ? Grain::kMonth : anchor->grain;
  const edtf::Date near = FirstOf(edge, grain);
  const edtf::Date far = FirstOf(other, grain);
  SetValue(reading,
           way.sign < 0 ? IntervalOf(far, near) : IntervalOf(near, far));
  return reading;
}

std::optional<Reading> ReadMovedDate(const Scene& scene, std::size_t index) {
  const std::size_t start = scene.SkipThe(index);
  const int weekday = WeekdayOf(scene.at(start).lower).weekday;
  const auto amount = weekday == 0 ? ReadAmount(scene, index) : std::nullopt;
  std::size_t at = weekday != 0 ? start + 1 : amount ? amount->end : 0;
  if (at == 0) return {};
  const bool prior = scene.Is(at, "prior") && scene.Is(at + 1, "to");
  const bool before = scene.Is(at, "before") || scene.Is(at, "preceding");
  const bool after = scene.Is(at, "after") || scene.Is(at, "following") ||
                     (scene.Is(at, "from") && amount && amount->counted);
  if (!prior && !before && !after) return {};
  const auto anchor = ReadStretchAnchor(scene, at + (prior ? 2 : 1));
  if (!anchor) return {};
  Reading reading = Stretch(*anchor, index);
  reading.grain = Grain::kDay;
  reading.rule = "date.moved";
  const int sign = after ? 1 : -1;
  const edtf::Day edge = after ? anchor->last : anchor->first;
  if (weekday != 0) {
    int days = sign * (weekday - edtf::Weekday(edge));
    if (days <= 0) days += 7;
    SetValue(reading, DayDate(edtf::AddDays(edge, std::int64_t{sign} * days)));
    return reading;
  }
  const bool day = amount->length.days == 1;
  if (amount->counted || day) {
    SetValue(reading, DayDate(Moved(edge, amount->length, sign)));
    return reading;
  }
  // "the week before Christmas": the days that lie there.
  const edtf::Day near = edtf::AddDays(edge, sign);
  const edtf::Day far = Moved(edge, amount->length, sign);
  reading.grain = Grain::kSpan;
  SetValue(reading, sign < 0 ? IntervalOf(DayDate(far), DayDate(near))
                             : IntervalOf(DayDate(near), DayDate(far)));
  return reading;
}

}  // namespace concord::extraction::dates
