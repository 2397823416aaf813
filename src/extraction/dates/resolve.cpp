#include "extraction/dates/resolve.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace concord::extraction::dates {
namespace {

// A quarter: how near an occurrence in a neighbouring year must be to be meant
// by an expression that has no sentence.
constexpr std::int64_t kQuarterDays = 92;
// Verbs mislead: a day within a month of the base is not given up for one ten
// months away.
constexpr std::int64_t kNearDays = 31;
constexpr std::int64_t kFarDays = 300;

struct Candidate {
  std::int32_t year = 0;
  bool exists = false;
  std::int64_t distance = 0;  // days between it and the base
  bool not_after = false;     // has begun by the base
  bool not_before = false;    // has not ended before the base
};

Candidate Consider(Yearless dates, std::int32_t year, edtf::Day base) {
  Candidate candidate;
  candidate.year = year;
  dates.first.year = year;
  dates.last.year = YearAfter(dates.last, dates.first);
  candidate.exists = Exists(dates.first) && Exists(dates.last);
  if (!candidate.exists) return candidate;
  const std::int64_t at = edtf::DayNumber(base);
  const std::int64_t first =
      edtf::DayNumber(*edtf::Bounds(dates.first).earliest);
  const std::int64_t last = edtf::DayNumber(*edtf::Bounds(dates.last).latest);
  candidate.not_after = first <= at;
  candidate.not_before = last >= at;
  if (last < at) candidate.distance = at - last;
  if (first > at) candidate.distance = first - at;
  return candidate;
}

using Candidates = std::array<Candidate, 9>;  // leap days come every four

const Candidate* Nearest(const Candidates& candidates, Tense tense) {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates) {
    if (!candidate.exists) continue;
    if (tense == Tense::kPast && !candidate.not_after) continue;
    if (tense == Tense::kFuture && !candidate.not_before) continue;
    if (best == nullptr || candidate.distance < best->distance) {
      best = &candidate;
    }
  }
  return best;
}

Candidates ConsiderAll(const Yearless& dates, edtf::Day base) {
  Candidates candidates;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::int32_t year = base.year - 4 + static_cast<std::int32_t>(i);
    candidates[i] = Consider(dates, year, base);
  }
  return candidates;
}

// The base's own year, unless a neighbour lies within a quarter.
std::int32_t OwnYear(const Candidates& candidates, edtf::Day base) {
  const Candidate* nearest = Nearest(candidates, Tense::kUnknown);
  const Candidate& own = candidates[4];
  if (nearest == nullptr) return base.year;
  if (own.exists && nearest->distance > kQuarterDays) return own.year;
  return nearest->year;
}

}  // namespace

bool Exists(const edtf::Date& date) {
  return date.day == 0 || date.day <= edtf::DaysInMonth(date.year, date.month);
}

std::optional<std::int32_t> ChooseYear(const Scene& scene,
                                       const Yearless& dates, std::size_t begin,
                                       std::size_t end) {
  if (!scene.base()) return {};
  const Candidates candidates = ConsiderAll(dates, *scene.base());
  if (scene.whole() && scene.lean() == Lean::kNone) {
    return OwnYear(candidates, *scene.base());
  }
  const Candidate* nearest = Nearest(candidates, Tense::kUnknown);
  Tense tense = scene.lean() == Lean::kPast     ? Tense::kPast
                : scene.lean() == Lean::kFuture ? Tense::kFuture
                                                : TenseAt(scene, begin, end);
  // What is due "by Easter" is to come, whatever verbs stand around.
  static constexpr std::array<std::string_view, 3> kDeadlines = {"by", "before",
                                                                 "until"};
  const std::size_t lead = scene.Is(begin - 1, "the") ? begin - 2 : begin - 1;
  const bool deadline =
      std::any_of(kDeadlines.begin(), kDeadlines.end(),
                  [&](std::string_view word) { return scene.Is(lead, word); });
  // Where no verb says otherwise, in any text.
  const bool open = tense == Tense::kUnknown;
  if (scene.looks_ahead() ? deadline || open : deadline && open) {
    tense = Tense::kFuture;
  }
  const Candidate* allowed = Nearest(candidates, tense);
  if (nearest == nullptr) return {};
  if (allowed == nullptr) return nearest->year;
  const bool verb_misleads = dates.first.day != 0 &&
                             nearest->distance <= kNearDays &&
                             allowed->distance >= kFarDays;
  return verb_misleads ? nearest->year : allowed->year;
}

std::int32_t YearBefore(const edtf::Date& earlier, const edtf::Date& later) {
  const auto key = [](const edtf::Date& date) {
    edtf::Date plain = date;
    plain.year = 2000;
    return *edtf::Bounds(plain).earliest;
  };
  return key(earlier) > key(later) ? later.year - 1 : later.year;
}

std::int32_t YearAfter(const edtf::Date& later, const edtf::Date& earlier) {
  edtf::Date same = later;
  same.year = earlier.year;
  const edtf::DayRange a = edtf::Bounds(same);
  const edtf::DayRange b = edtf::Bounds(earlier);
  return *a.latest < *b.earliest ? earlier.year + 1 : earlier.year;
}

std::int32_t YearBeside(const edtf::Date& date, const Neighbour& neighbour) {
  if (!neighbour.before) return YearBefore(date, neighbour.date);
  // "20 May 2004 and 4 May": out of order, not a year apart.
  edtf::Date same = date;
  same.year = neighbour.date.year;
  const std::int64_t behind =
      edtf::DayNumber(*edtf::Bounds(neighbour.date).earliest) -
      edtf::DayNumber(*edtf::Bounds(same).latest);
  constexpr std::int64_t kHalfYear = 183;
  return behind > kHalfYear ? same.year + 1 : same.year;
}

// "Monday 7 January": the year beside the chosen one in which it was a Monday,
// if the chosen one does not fit. Both are looked at; the nearer to the base is
// taken.
std::int32_t YearOfWeekday(const Scene& scene, edtf::Date date, int weekday) {
  const std::int32_t chosen = date.year;
  std::optional<edtf::Day> best;
  const std::int64_t base = edtf::DayNumber(*scene.base());
  for (const std::int32_t year : {chosen, chosen - 1, chosen + 1}) {
    date.year = year;
    if (!Exists(date)) continue;
    const edtf::Day day{year, date.month, date.day};
    if (edtf::Weekday(day) != weekday) continue;
    if (year == chosen) return chosen;
    const auto away = [base](edtf::Day it) {
      return std::abs(edtf::DayNumber(it) - base);
    };
    if (!best || away(day) < away(*best)) best = day;
  }
  return best ? best->year : chosen;
}

Reading Resolve(const Scene& scene, const Point& point, Neighbour neighbour) {
  Reading reading;
  reading.begin = point.begin;
  reading.end = point.end;
  reading.grain = point.date.day != 0     ? Grain::kDay
                  : point.date.month > 12 ? Grain::kSeason
                                          : Grain::kMonth;
  reading.rule = point.rule;
  reading.confidence = point.confidence;
  reading.inferred = !point.has_year || point.year_from_base;
  reading.uses_base = point.year_from_base;
  edtf::Date date = point.date;
  if (!point.has_year && neighbour.known) {
    date.year = YearBeside(date, neighbour);
  } else if (!point.has_year) {
    const auto year = ChooseYear(scene, {date, date}, point.begin, point.end);
    if (!year) return reading;
    date.year = *year;
    if (point.weekday != 0 && date.day != 0) {
      date.year = YearOfWeekday(scene, date, point.weekday);
    }
    reading.uses_base = true;
  }
  if (date.day > edtf::DaysInMonth(date.year, date.month) && date.day != 0) {
    return reading;
  }
  SetValue(reading, date);
  // A day name that does not fit is kept as printed and lowers the trust.
  if (point.weekday != 0 && edtf::Weekday(reading.first) != point.weekday) {
    reading.confidence *= 0.7;
  }
  return reading;
}

}  // namespace concord::extraction::dates
