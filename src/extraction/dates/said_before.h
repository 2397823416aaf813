#pragma once
// What a date takes from the dates that were read before it in the same text:
// its year, its month, or the day that it is counted from.
//
//   "3 March 2004 and 9 June"                        the year of the list
//   "told in July 2002 that it would come by Easter"  counted from July 2002
//   "On 3 May he rang; on the 17th, he wrote"         the month named last
//
// `found` are the readings before token `index`, in order.

#include <optional>
#include <vector>

#include "extraction/dates/resolve.h"
#include "extraction/dates/scene.h"

namespace concord::extraction::dates {

// The date just before `index` in the same list, if it prints its year.
Neighbour PreviousInList(const Scene& scene, const std::vector<Reading>& found,
                         std::size_t index);

// The one before it in a list that goes through one year in order.
Neighbour PreviousOfYear(const Scene& scene, const std::vector<Reading>& found,
                         std::size_t index);

// The last date with a year in the same sentence, for what is not to come.
Neighbour PreviousInSentence(const Scene& scene,
                             const std::vector<Reading>& found,
                             std::size_t index);

// What was to come when something was told, counted from that day.
std::optional<Reading> ReadAsTold(const Scene& scene,
                                  const std::vector<Reading>& found,
                                  std::size_t index);

// "the 17th" after "on", "by" and "until".
std::optional<Reading> ReadDayOfMonthMeant(const Scene& scene,
                                           const std::vector<Reading>& found,
                                           std::size_t index);

// Gives "31 October of that year" the year of the date before it.
void TakeThatYear(const Scene& scene, const std::vector<Reading>& found,
                  Reading* reading);

}  // namespace concord::extraction::dates
