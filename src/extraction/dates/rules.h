#pragma once
// The readers of whole date expressions, each in a file of its own.
//
// Each looks at the tokens from `index` on and gives the longest expression of
// its kind that begins there, resolved against the scene's base, or nothing.

#include <optional>

#include "extraction/dates/lexicon.h"
#include "extraction/dates/points.h"
#include "extraction/dates/resolve.h"
#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

// ranges.cpp: "12 February to 2 March 2001", "4/5 October", "April to June
// 2004", "October/November 2005".
std::optional<Reading> ReadRange(const Scene& scene, std::size_t index,
                                 Neighbour neighbour);

// A single date, with the year of its neighbour if it has none itself.
std::optional<Reading> ReadSingle(const Scene& scene, std::size_t index,
                                  Care care, Neighbour neighbour);

// The year that the dates after a yearless one print for it too: "9 June and
// 14 July 2005", with the month first "April 9 and 16, 2018". `date` ends
// before token `index`.
Neighbour YearFromList(const Scene& scene, std::size_t index,
                       const edtf::Date& date, bool month_first = false);

// years.cpp: "1997", "2005/06", "2005 – 2008", "the 1990s", "this financial
// year", "last year"; kStrict asks whether a bare year is one.
std::optional<Reading> ReadYears(const Scene& scene, std::size_t index,
                                 Care care);
// As ReadYears, but only what names one year, calendar or financial.
std::optional<Reading> ReadOneYear(const Scene& scene, std::size_t index);

// quarters.cpp: "first quarter of 2004", "Q3 2024/25", "second half of 2005".
std::optional<Reading> ReadQuarter(const Scene& scene, std::size_t index);

// relative.cpp: "next month", "last Tuesday", "three weeks ago", "the last two
// years", "today", "in the New Year".
std::optional<Reading> ReadRelative(const Scene& scene, std::size_t index);

// nth.cpp: "last Monday of March", "first week of October 2014", "20th of next
// month", "Wednesday of next week".
std::optional<Reading> ReadNth(const Scene& scene, std::size_t index);

// parts.cpp: "early 2007", "mid-November 2003", "end of March 2004", "w/c 2
// November", "later this year".
std::optional<Reading> ReadPart(const Scene& scene, std::size_t index);
// "the week commencing 2 November", "week ending 5 June 2006".
std::optional<Reading> ReadWeekOf(const Scene& scene, std::size_t index);

// centuries.cpp: "the 19th century", "the nineties", "the ’90s".
std::optional<Reading> ReadCentury(const Scene& scene, std::size_t index);

// feasts.cpp: "Christmas", "Easter 2003", "the New Year".
std::optional<Reading> ReadFeast(const Scene& scene, std::size_t index,
                                 Care care);
// The first word of the name of a feast.
bool IsFeastWord(std::string_view lower);

// A month, a season, a year, a quarter, or one of these relative to the base:
// what "the end of" and "the first Monday of" can be said of.
std::optional<Reading> ReadPeriod(const Scene& scene, std::size_t index);

// A unit from the base: step -1 = last, 0 = this, 1 = next. Without a base the
// reading has no value.
Reading UnitFromBase(const Scene& scene, Unit unit, int step);

// "the month", "the year", "the financial year": the base's own.
std::optional<Reading> ReadOwnUnit(const Scene& scene, std::size_t index);

// The longest of all readings that begin at `index`.
std::optional<Reading> ReadAny(const Scene& scene, std::size_t index,
                               Neighbour neighbour);

// A count of units: "six", "12", "a", "one".
struct Count {
  int number = 0;
  std::size_t end = 0;
};
std::optional<Count> ReadCount(const Scene& scene, std::size_t index);

}  // namespace concord::extraction::dates
