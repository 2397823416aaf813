// Parts and ends of periods, and weeks named by one of their days.
//
// The project's table of values (docs/dates.md has it in full):
//   early / mid / late YEAR     33~ / 34..35~ / 36~ (quarters of level 2)
//   early / mid / late MONTH    the month, "~" (EDTF has no parts of months)
//   early / mid / late SEASON   the season, "~"
//   end of P                    the last day of P, "~"; exact after "as at"
//   end P                       the last day of P: a word of accounts
//   start of P                  the first day of P, "~"
#include "extraction/dates/bounded.h"
#include "extraction/dates/lexicon.h"
#include "extraction/dates/rules.h"
#include "extraction/dates/whole_forms.h"

namespace concord::extraction::dates {
namespace {

constexpr int kFirstQuarterGroup = 33;  // EDTF level 2: 33..36

// A calendar year has codes for its quarters.
edtf::Value PartOfYear(std::int32_t year, Part part) {
  switch (part) {
    case Part::kEarly:
      return Approximate(MonthDate(year, kFirstQuarterGroup));
    case Part::kMid:
      return IntervalOf(MonthDate(year, kFirstQuarterGroup + 1),
                        Approximate(MonthDate(year, kFirstQuarterGroup + 2)));
    case Part::kLate:
    case Part::kNone:
      break;
  }
  return Approximate(MonthDate(year, kFirstQuarterGroup + 3));
}

// A financial year: its first three months, the six in the middle, its last.
edtf::Value PartOfTwelveMonths(edtf::Day first, Part part) {
  const int begin = part == Part::kEarly ? 0 : part == Part::kMid ? 3 : 9;
  const int length = part == Part::kMid ? 6 : 3;
  const edtf::Day from = edtf::AddMonths(first, begin);
  const edtf::Day to = edtf::AddMonths(from, length - 1);
  return Approximate(IntervalOf(MonthDate(from.year, from.month),
                                MonthDate(to.year, to.month)));
}

edtf::Value PartOfPeriod(const Reading& outer, Part part) {
  const bool calendar = std::holds_alternative<edtf::Date>(*outer.value);
  switch (outer.grain) {
    case Grain::kYear:
      return calendar ? PartOfYear(outer.first.year, part)
                      : PartOfTwelveMonths(outer.first, part);
    case Grain::kMonth:
    case Grain::kDay:
    case Grain::kWeek:
    case Grain::kQuarter:
    case Grain::kSeason:
    case Grain::kSpan:
      break;
  }
  return Approximate(*outer.value);
}

// "early", "mid-", "the middle of", "the latter part of", "early in the".
struct Opening {
  Part part = Part::kNone;
  std::size_t end = 0;
};

std::optional<Opening> ReadOpening(const Scene& scene, std::size_t index) {
  std::size_t at = index;
  Part part = PartOf(scene.at(at).lower);
  const bool latter = scene.Is(at, "latter");
  const bool middle = scene.Is(at, "middle");
  if (latter) part = Part::kLate;
  if (part == Part::kNone) return {};
  ++at;
  if (scene.Is(at, "part")) {
    ++at;
  } else if (latter) {
    return {};
  }
  const bool of = scene.Is(at, "of");
  if (middle && !of) return {};
  if (scene.IsKind(at, TokenKind::kDash) || of || scene.Is(at, "in")) ++at;
  return Opening{part, at};
}

// A decade is named by its tens: "the early 1990s" is the decade, "~".
std::optional<Reading> ReadPeriodOrDecade(const Scene& scene,
                                          std::size_t index) {
  if (auto period = ReadPeriod(scene, index)) return period;
  auto years = ReadYears(scene, index, Care::kLenient);
  if (years && years->rule == "date.decade") return years;
  return ReadCentury(scene, scene.SkipThe(index));
}

std::optional<Reading> ReadEarlyMidLate(const Scene& scene, std::size_t index) {
  const auto opening = ReadOpening(scene, index);
  if (!opening || scene.at(opening->end).gap_before) return {};
  auto outer = ReadPeriodOrDecade(scene, opening->end);
  if (!outer) outer = ReadFeast(scene, opening->end, Care::kLenient);
  if (!outer || outer->grain == Grain::kDay) return {};
  Reading reading = *outer;
  reading.begin = index;
  reading.grain = Grain::kSpan;
  reading.rule = "date.part-of-period";
  reading.confidence = outer->confidence * 0.97;
  if (!outer->value) return reading;
  SetValue(reading, PartOfPeriod(*outer, opening->part));
  return reading;
}

// "the end of", "end-", "end", "close of", "start of", "beginning of".
struct Edge {
  bool at_end = false;
  bool exact = false;  // "end Aug 06"
  std::size_t end = 0;
};

std::optional<Edge> ReadEdge(const Scene& scene, std::size_t index) {
  const bool finish = scene.Is(index, "end") || scene.Is(index, "close");
  const bool start = scene.Is(index, "start") || scene.Is(index, "beginning");
  if (!finish && !start) return {};
  std::size_t at = index + 1;
  const bool joined = scene.Is(at, "of") || scene.IsKind(at, TokenKind::kDash);
  if (!joined && !scene.Is(index, "end")) return {};
  if (joined) ++at;
  return Edge{finish, !joined, at};
}

// "as at the end of", "to the end of": a balance is struck on that very day.
bool IsExactEdge(const Scene& scene, std::size_t index) {
  const std::size_t before = scene.Is(index - 1, "the") ? index - 2 : index - 1;
  if (scene.Is(before, "to") || scene.Is(before, "ending") ||
      scene.Is(before, "ended")) {
    return true;
  }
  return (scene.Is(before, "at") || scene.Is(before, "of")) &&
         scene.Is(before - 1, "as");
}

std::optional<Reading> ReadEdgeOf(const Scene& scene, std::size_t index) {
  const auto edge = ReadEdge(scene, index);
  if (!edge || scene.at(edge->end).gap_before) return {};
  const auto outer = ReadPeriod(scene, edge->end);
  if (!outer || outer->grain == Grain::kDay) return {};
  // "end May" needs a capital month; "end of the week" does not.
  Reading reading = *outer;
  reading.begin = index;
  reading.grain = Grain::kDay;
  reading.rule = edge->at_end ? "date.end-of-period" : "date.start-of-period";
  reading.confidence = outer->confidence * 0.97;
  if (!outer->value) return reading;
  if (edge->at_end) reading.limit = LastDateOf(*outer->value);
  const edtf::Date day = DayDate(edge->at_end ? outer->last : outer->first);
  const bool exact = edge->exact || IsExactEdge(scene, index);
  SetValue(reading, exact ? day : Approximate(day));
  return reading;
}

// "later this year", "earlier in the year": from here on, or up to here.
std::optional<Reading> ReadRestOf(const Scene& scene, std::size_t index) {
  const bool later = scene.Is(index, "later");
  if (!later && !scene.Is(index, "earlier")) return {};
  std::size_t at = index + 1;
  if (scene.Is(at, "in")) ++at;
  const auto outer = ReadPeriod(scene, at);
  if (!outer || !outer->inferred) return {};
  if (outer->grain != Grain::kYear && outer->grain != Grain::kMonth) return {};
  Reading reading = *outer;
  reading.begin = index;
  reading.grain = Grain::kSpan;
  reading.rule = "date.part-of-period";
  reading.confidence = 0.75;
  if (!outer->value || !scene.base()) return reading;
  const edtf::Day base = *scene.base();
  if (base < outer->first || outer->last < base) return reading;
  if (outer->grain == Grain::kMonth) {
    SetValue(reading, later ? IntervalOf(DayDate(base), DayDate(outer->last))
                            : IntervalOf(DayDate(outer->first), DayDate(base)));
    return reading;
  }
  const edtf::Date now = MonthDate(base.year, base.month);
  const edtf::Date first = MonthDate(outer->first.year, outer->first.month);
  const edtf::Date last = MonthDate(outer->last.year, outer->last.month);
  SetValue(reading, later ? IntervalOf(now, last) : IntervalOf(first, now));
  return reading;
}

}  // namespace

std::optional<Reading> ReadPeriod(const Scene& scene, std::size_t index) {
  const std::size_t at = scene.SkipThe(index);
  if (scene.whole()) {
    auto named = ReadNamedYear(scene, at);
    if (named && named->grain == Grain::kYear) return named;
  }
  if (auto quarter = ReadQuarter(scene, at)) return quarter;
  if (auto year = ReadOneYear(scene, index)) return year;
  if (auto year = ReadOneYear(scene, at)) return year;
  const auto point = ReadPoint(scene, at, Care::kLenient);
  if (point && point->date.day == 0) {
    const Neighbour neighbour =
        point->has_year ? Neighbour()
                        : YearFromList(scene, point->end, point->date);
    return Resolve(scene, *point, neighbour);
  }
  if (auto feast = ReadFeast(scene, at, Care::kLenient)) return feast;
  auto relative = ReadRelative(scene, index);
  if (relative && relative->grain != Grain::kDay &&
      relative->grain != Grain::kSpan) {
    return relative;
  }
  return ReadOwnUnit(scene, at == index ? index : at - 1);
}

std::optional<Reading> ReadWeekOf(const Scene& scene, std::size_t index) {
  std::size_t at = index;
  bool ending = false;
  bool containing = false;
  const bool short_form =
      scene.Is(at, "w") && scene.IsKind(at + 1, TokenKind::kSlash) &&
      (scene.Is(at + 2, "c") || scene.Is(at + 2, "b") || scene.Is(at + 2, "e"));
  // "w.c. 2 November", "wc 2 November".
  const bool stopped = scene.Is(at, "w") && scene.Glued(at + 1) &&
                       scene.IsKind(at + 1, TokenKind::kStop) &&
                       scene.Is(at + 2, "c") && scene.Glued(at + 2);
  if (short_form || stopped) {
    ending = scene.Is(at + 2, "e");
    at += 3;
  } else if (scene.Is(at, "wc") && !scene.at(at).capital) {
    ++at;
  } else if (scene.Is(at, "week")) {
    const Token& word = scene.at(at + 1);
    ending = word.lower == "ending" || word.lower == "ended";
    containing = word.lower == "of";
    if (!ending && !containing && word.lower != "commencing" &&
        word.lower != "beginning" && word.lower != "starting") {
      return {};
    }
    at += 2;
  } else {
    return {};
  }
  if (scene.IsKind(at, TokenKind::kStop)) ++at;
  const auto day =
      ReadSingle(scene, scene.SkipThe(at), Care::kLenient, Neighbour());
  if (!day || day->grain != Grain::kDay) return {};
  Reading reading = *day;
  reading.begin = index;
  reading.grain = Grain::kWeek;
  reading.rule = "date.week";
  reading.confidence = 0.92;
  if (!day->value) return reading;
  edtf::Day first = ending ? edtf::AddDays(day->first, -6) : day->first;
  if (containing) first = edtf::AddDays(first, 1 - edtf::Weekday(first));
  SetValue(reading,
           IntervalOf(DayDate(first), DayDate(edtf::AddDays(first, 6))));
  return reading;
}

std::optional<Reading> ReadPart(const Scene& scene, std::size_t index) {
  if (auto reading = ReadEarlyMidLate(scene, index)) return reading;
  if (auto reading = ReadEdgeOf(scene, index)) return reading;
  return ReadRestOf(scene, index);
}

}  // namespace concord::extraction::dates
