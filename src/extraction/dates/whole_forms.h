#pragma once
// Forms that are read only where the whole field is a date.
//
// In running text the rules keep to the words that name the date ("31 March
// 2004" of "the year ended 31 March 2004"), and leave alone what could be
// something else ("Monday", "Q3"). A field that holds nothing but the
// expression is read with every word in it.
//
// Each reader looks at the tokens from `index` on and gives the longest
// expression of its kind, or nothing. `end` is one past the last token that
// belongs to the expression.

#include <optional>

#include "extraction/dates/rules.h"

namespace concord::extraction::dates {

// whole_years.cpp: "financial year 2003/04", "FY 03-04", "calendar year 2004",
// "the year 2000", "year end 2004", "Q3", "2004 March 3", "20040303".
std::optional<Reading> ReadNamedYear(const Scene& scene, std::size_t index);

// whole_stretches.cpp: "the year ended 31 March 2004", "three years to March
// 2004", "six months from 1 April 2004".
std::optional<Reading> ReadStretchTo(const Scene& scene, std::size_t index);
// "two weeks before Christmas 2004", "the day after 3 March 2004", "the Monday
// after Easter 2004".
std::optional<Reading> ReadMovedDate(const Scene& scene, std::size_t index);

// whole_days.cpp: "Friday", "Friday next", "Tuesday week", "a week on Tuesday",
// "the weekend of 3 March", "the 5th inst", "the week after next".
std::optional<Reading> ReadNearDay(const Scene& scene, std::size_t index);

// whole_lists.cpp: "3, 4 and 5 March 2004", "2004 or 2005", "late 2003 to early
// 2004", "mid to late 2004".
std::optional<Reading> ReadDateList(const Scene& scene, std::size_t index,
                                    std::size_t end);
std::optional<Reading> ReadPartsRange(const Scene& scene, std::size_t index,
                                      std::size_t end);

// whole_times.cpp: one past "10.30 am on", "the evening of"; `index` itself
// where no time of day stands there.
std::size_t SkipTimeBefore(const Scene& scene, std::size_t index);
// Tokens [index, end) are a time of day: "at 2pm", ", 14:00 to 16:30".
bool IsTimeAfter(const Scene& scene, std::size_t index, std::size_t end);

}  // namespace concord::extraction::dates
