// From one date to another, and one of two.
//
// Missing parts are filled from the other side: "13 to 15 July 2005" has one
// month and one year for both days, "12 November to 2 February 2001" begins in
// the year before. A dash or "to" makes an interval; a slash or "or" between
// months makes a set of which one is meant, between days (a meeting of two
// days) an interval. "and" makes an interval only after "between".
#include "extraction/dates/context.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/numeric.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/word_set.h"

namespace concord::extraction::dates {
namespace {

enum class Joint : std::uint8_t { kNone, kTo, kSlash, kOr };

struct Connective {
  Joint joint = Joint::kNone;
  std::size_t end = 0;
};

// "to the", "–", "/", "until", "and" after "between".
Connective ReadConnective(const Scene& scene, std::size_t index, bool between) {
  const Token& token = scene.at(index);
  if (token.gap_before) return {};
  static const WordSet kUpTo("to until till thru through");
  Connective connective{Joint::kNone, index + 1};
  if (token.kind == TokenKind::kSlash) {
    connective.joint = Joint::kSlash;
  } else if (token.lower == "or") {
    connective.joint = Joint::kOr;
  } else if (token.kind == TokenKind::kDash || kUpTo.Has(token.lower) ||
             (token.lower == "and" && between)) {
    connective.joint = Joint::kTo;
  }
  // "September 2020 through to June 2021".
  if (token.lower == "through" && scene.Is(connective.end, "to")) {
    ++connective.end;
  }
  connective.end = scene.SkipThe(connective.end);
  return connective;
}

bool AfterBetween(const Scene& scene, std::size_t index) {
  const bool article = scene.Is(index - 1, "the");
  return scene.Is(article ? index - 2 : index - 1, "between");
}

bool IsDay(const Point& point) { return point.date.day != 0; }
bool IsSeason(const Point& point) { return point.date.month > 12; }

// Two ends and how they are joined, before years are filled in.
struct Pair {
  Point first;
  Point second;
  Joint joint = Joint::kNone;
};

// The index after "Monday" or "Mon.," at `index`, or `index`.
std::size_t SkipWeekday(const Scene& scene, std::size_t index) {
  if (WeekdayOf(scene.at(index).lower).weekday == 0) return index;
  std::size_t at = index + 1;
  if (scene.IsKind(at, TokenKind::kStop)) ++at;
  if (scene.IsKind(at, TokenKind::kComma)) ++at;
  return scene.SkipThe(at);
}

// "13-15 July", "Monday 13th to the 15th of July 2005": one month for both.
std::optional<Pair> ReadDaysBeforeMonth(const Scene& scene, std::size_t index) {
  const std::size_t start = SkipWeekday(scene, index);
  const auto day = ReadDayNumber(scene, start);
  if (!day || !StartsClean(scene, start)) return {};
  const Connective joint =
      ReadConnective(scene, day->end, AfterBetween(scene, index));
  if (joint.joint == Joint::kNone) return {};
  auto second = ReadPoint(scene, joint.end, Care::kJoined);
  if (!second || !IsDay(*second) || second->month_first) return {};
  if (second->rule == "date.numeric" || second->rule == "date.iso") return {};
  if (day->day >= second->date.day) return {};
  Pair pair;
  pair.second = *second;
  pair.first = *second;
  pair.first.weekday = 0;
  pair.first.begin = index;
  pair.first.date.day = static_cast<std::uint8_t>(day->day);
  pair.joint = joint.joint;
  return pair;
}

// "July 13-15", "August 27th - 29th, 2004".
std::optional<Pair> ReadDaysAfterMonth(const Scene& scene, std::size_t index) {
  auto first = ReadPoint(scene, index, Care::kLenient);
  if (!first || !IsDay(*first) || !first->month_first || first->has_year) {
    return {};
  }
  const Connective joint =
      ReadConnective(scene, first->end, AfterBetween(scene, index));
  const auto day = ReadDayNumber(scene, joint.end);
  if (joint.joint == Joint::kNone || !day) return {};
  if (day->day <= first->date.day || !EndsClean(scene, day->end - 1)) {
    return {};
  }
  if (ReadMonthName(scene, day->end)) return {};
  Pair pair;
  pair.first = *first;
  pair.second = *first;
  pair.second.end = day->end;
  pair.second.date.day = static_cast<std::uint8_t>(day->day);
  pair.joint = joint.joint;
  if (const auto year = ReadYearAfter(scene, day->end, false)) {
    pair.second.date.year = year->year;
    pair.second.has_year = true;
    pair.second.year_from_base = year->from_base;
    pair.second.end = year->end;
  }
  return pair;
}

// "12 February to 2 March 2001", "April – June 2004", "October/November 2005".
std::optional<Pair> ReadTwoPoints(const Scene& scene, std::size_t index) {
  auto first = ReadPoint(scene, index, Care::kLenient);
  if (!first) return {};
  const Connective joint =
      ReadConnective(scene, first->end, AfterBetween(scene, index));
  if (joint.joint == Joint::kNone) return {};
  // What begins as a day goes on as a day.
  const bool joined =
      (IsDay(*first) && first->month_first) || joint.joint == Joint::kSlash;
  auto second =
      ReadPoint(scene, joint.end, joined ? Care::kJoined : Care::kLenient);
  if (!second) return {};
  if (IsDay(*first) != IsDay(*second)) return {};
  if (IsSeason(*first) != IsSeason(*second)) return {};
  Pair pair;
  pair.first = *first;
  pair.second = *second;
  pair.joint = joint.joint;
  return pair;
}

// Fills the years of both ends; false where there is nothing to fill from.
bool FillYears(const Scene& scene, Pair& pair, Neighbour neighbour,
               Reading& reading) {
  Point& a = pair.first;
  Point& b = pair.second;
  reading.inferred =
      a.year_from_base || b.year_from_base || (!a.has_year && !b.has_year);
  reading.uses_base = a.year_from_base || b.year_from_base;
  if (!a.has_year && !b.has_year) {
    if (neighbour.known) {
      b.date.year = YearBeside(b.date, neighbour);
    } else {
      const auto year =
          ChooseYear(scene, {a.date, b.date}, reading.begin, reading.end);
      if (!year) return false;
      reading.uses_base = true;
      a.date.year = *year;
      a.has_year = true;
    }
  }
  if (a.has_year && !b.has_year && a.date.year != 0) {
    b.date.year = YearAfter(b.date, a.date);
  } else if (!a.has_year) {
    a.date.year = YearBefore(a.date, b.date);
  }
  return true;
}

// One of the two is meant: "or", and a slash between months or seasons.
bool IsChoice(const Pair& pair) {
  if (pair.joint == Joint::kOr) return true;
  return pair.joint == Joint::kSlash && !IsDay(pair.first);
}

std::optional<Reading> ReadingOf(const Scene& scene, Pair pair,
                                 Neighbour neighbour) {
  Reading reading;
  reading.begin = pair.first.begin;
  reading.end = pair.second.end;
  reading.grain = Grain::kSpan;
  const bool choice = IsChoice(pair);
  reading.rule = choice ? "date.one-of" : "date.range";
  reading.confidence = 0.93;
  if (!FillYears(scene, pair, neighbour, reading)) return reading;
  if (!Exists(pair.first.date) || !Exists(pair.second.date)) return {};
  const edtf::DayRange a = edtf::Bounds(pair.first.date);
  const edtf::DayRange b = edtf::Bounds(pair.second.date);
  if (*a.earliest >= *b.earliest) return {};
  if (choice) {
    SetValue(reading, edtf::OneOf{{pair.first.date, pair.second.date}});
  } else {
    SetValue(reading, IntervalOf(pair.first.date, pair.second.date));
  }
  return reading;
}

}  // namespace

std::optional<Reading> ReadRange(const Scene& scene, std::size_t index,
                                 Neighbour neighbour) {
  // "Report 2 – Thurs. 30 March": the number is the report's.
  if (scene.IsKind(index, TokenKind::kNumber) &&
      (IsNumbered(scene, index) || scene.Is(index - 1, "report") ||
       scene.Is(index - 1, "paper"))) {
    return {};
  }
  if (auto pair = ReadDaysBeforeMonth(scene, index)) {
    if (auto reading = ReadingOf(scene, *pair, neighbour)) return reading;
  }
  if (auto pair = ReadTwoPoints(scene, index)) {
    if (auto reading = ReadingOf(scene, *pair, neighbour)) return reading;
  }
  if (auto pair = ReadDaysAfterMonth(scene, index)) {
    return ReadingOf(scene, *pair, neighbour);
  }
  return {};
}

namespace {

// Past what joins the dates of a list; `index` itself where nothing does.
std::size_t PastJoint(const Scene& scene, std::size_t index) {
  const Token& joint = scene.at(index);
  const bool list = joint.kind == TokenKind::kComma || joint.lower == "and" ||
                    joint.lower == "or" || joint.lower == "to";
  if (!list || joint.gap_before) return index;
  std::size_t at = index + 1;
  if (scene.Is(at, "and") || scene.Is(at, "on")) ++at;
  at = scene.SkipThe(at);
  // "the summer and early autumn of 2000".
  return PartOf(scene.at(at).lower) != Part::kNone ? at + 1 : at;
}

}  // namespace

Neighbour YearFromList(const Scene& scene, std::size_t index,
                       const edtf::Date& date, bool month_first) {
  std::size_t at = index;
  for (int hops = 0; hops < 6; ++hops) {
    const std::size_t joint = at;
    at = PastJoint(scene, joint);
    if (at == joint) return {};
    const auto point = ReadPoint(scene, at, Care::kLenient);
    // "April 9 and 16, 2018": the day of the same month, then the year.
    const auto day = point ? std::nullopt : ReadDayNumber(scene, at);
    if (day && month_first && day->day > date.day) {
      if (const auto year = ReadYearAfter(scene, day->end, false)) {
        edtf::Date same = date;
        same.year = year->year;
        same.day = static_cast<std::uint8_t>(day->day);
        return {true, false, same};
      }
      at = day->end;
      continue;
    }
    if (!point || (point->date.day == 0) != (date.day == 0)) return {};
    if (point->has_year) {
      if (point->year_from_base) return {};
      return {true, false, point->date};
    }
    at = point->end;
  }
  return {};
}

std::optional<Reading> ReadSingle(const Scene& scene, std::size_t index,
                                  Care care, Neighbour neighbour) {
  const auto point = ReadPoint(scene, index, care);
  if (!point) return {};
  if (!point->has_year) {
    const Neighbour ahead =
        YearFromList(scene, point->end, point->date, point->month_first);
    if (ahead.known) neighbour = ahead;
  }
  return Resolve(scene, *point, neighbour);
}

}  // namespace concord::extraction::dates
