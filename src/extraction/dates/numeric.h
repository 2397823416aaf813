#pragma once
// Dates and years written in figures only.
//
//   "31/10/1974", "31-10-74", "24.1.2002"   day first
//   "12/19/2016"                            month first: no other is possible
//   "2005-10-06"                            ISO 8601
//   "2005/06", "2006/7", "2008-09"          financial years
//   "2005 – 2008", "1996-98"                spans of years

#include "extraction/dates/points.h"

namespace concord::extraction::dates {

std::optional<Point> ReadNumericDate(const Scene& scene, std::size_t index);

// The second half of "2005/06" after the year at `index`: 2006, or the last
// year of a span ("1996-98": 1998).
struct YearTail {
  std::int32_t last = 0;
  std::size_t end = 0;
};
std::optional<YearTail> ReadYearTail(const Scene& scene, std::size_t index);

}  // namespace concord::extraction::dates
