#pragma once
// When something that is asked for is due, as days: what deadlines are looked
// for and sorted by.

#include <optional>
#include <string>

#include "concord/edtf/edtf.h"
#include "concord/extraction/extraction.h"

namespace concord::engine {

// The days on which a deadline may fall. "By May 2004" ("../2004-05") falls in
// May 2004, however long before that it may be met; "from May 2004" has no last
// day. nullopt for words that are no date ("as soon as possible").
std::optional<edtf::DayRange> DueDays(const extraction::DateMention& due);

// True where one of its deadlines may fall between two partial dates, either of
// them "" for no bound; always where both are "". What has no deadline falls
// nowhere.
bool IsDueWithin(const extraction::Recommendation& item,
                 const std::string& from, const std::string& to);

// To sort by: the last day of the first deadline, else its first day; what has
// none comes last.
edtf::Day DueOrder(const extraction::Recommendation& item);

// "within three months (../1999-09-24)"; several divided by "; ".
std::string DueInWords(const extraction::Recommendation& item);

// True where the days of `value` may lie between two partial dates.
bool MayLieWithin(const edtf::DayRange& days, const std::string& from,
                  const std::string& to);

}  // namespace concord::engine
