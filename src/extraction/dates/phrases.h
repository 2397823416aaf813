#pragma once
// Times that are no calendar date by themselves: how often, how long from now,
// how soon, at which meeting. Recommendations are full of them.
//
// Each reader looks at the tokens from `index` on. A reading without a value
// is a time that names no day ("quarterly", "at once").

#include <optional>

#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

// recurring.cpp: "quarterly", "every six months", "twice a year", "on a monthly
// basis"; with a start ("quarterly, commencing early 2004") the value begins
// there and has no end.
std::optional<Reading> ReadRecurring(const Scene& scene, std::size_t index);
// The recurrence alone where a start follows it, for the list of dates.
std::optional<Reading> ReadRecurringBeforeStart(const Scene& scene,
                                                std::size_t index);

// durations.cpp: "within six months of publication", "in twelve months’ time",
// "after one year".
std::optional<Reading> ReadDuration(const Scene& scene, std::size_t index);

// soon.cpp: "at once", "as soon as possible", "forthwith", "in due course".
std::optional<Reading> ReadSoon(const Scene& scene, std::size_t index);

// meetings.cpp: "the next meeting of the Board", "each meeting", "the 30
// October 2008 Authority meeting"; its value is the date it names, if any.
std::optional<Reading> ReadMeeting(const Scene& scene, std::size_t index);

}  // namespace concord::extraction::dates
