#pragma once
// Whether a word or number that could be a date is one, by what stands around.
//
// These are the traps of committee prose: "may" and "march" as verbs, "over
// 2000 officers", "Act 1998", "press release 07/04", "paragraph 9 and 10",
// "Session 2019-21", columns of months, telephone numbers.

#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

// A month alone, tokens [begin, end): "in May", "November" on its own line.
bool IsBareMonth(const Scene& scene, std::size_t begin, std::size_t end);

// "the summer term", "the winter months": what a season or feast names the part
// of; no date unless a year is printed after it.
bool IsPartOfYear(const Scene& scene, std::size_t index);

// A season or feast alone: "in the autumn", "by Christmas".
bool IsBareSeason(const Scene& scene, std::size_t begin, std::size_t end);

// A four-digit year alone: "in 1997", "(2000)", "the 2004 review".
bool IsBareYear(const Scene& scene, std::size_t index);

// "2005/06" and "2019-21" alone, tokens [begin, end).
bool IsYearPair(const Scene& scene, std::size_t begin, std::size_t end);

// The number at `index` counts something named before it: "items 9 and",
// "paragraph 4".
bool IsNumbered(const Scene& scene, std::size_t index);

// The word before is a preposition that a time follows: "in", "by", "until".
bool AfterTimePreposition(const Scene& scene, std::size_t index);

}  // namespace concord::extraction::dates
