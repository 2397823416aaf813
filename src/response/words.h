#pragma once
// What every form of a response says in the same words.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/response/response.h"

namespace concord::response {

// "entries 1–20, 23": entry numbers, ascending; "" for none.
std::string EntriesInWords(const std::vector<std::int32_t>& numbers);

// "in progress" for in_progress: names as people read them.
std::string Readable(std::string_view name);

// Whether a person has said anything of it: words, or a position.
bool IsAnswered(const Entry& entry);

// "34 stated = 34 held = 30 included + 4 left out. 30 included in 30 entries, 8
// of them answered."
std::string SummaryInWords(const ConsolidatedResponse& response);

// "end of 1999 (by 31 December 1999)": as printed, and the last day that it
// leaves where the words do not name that day themselves; "reckoned" where the
// text gives no date but a time from another.
std::string DueInWords(const Entry& entry);

// "due of r3fa9.7 [2] stands, chosen by jf, 1 March 2006: why; set aside: ..."
// A sentence for each field that a person chose.
std::vector<std::string> ChoicesInWords(const Entry& entry);

// "position, response: jf, 2006-03-01 (act 3), from response.xlsx". A sentence
// for each act that answers the entry, the latest first.
std::vector<std::string> AnswersInWords(const Entry& entry);

// What its three fields say, as PrintOf() has it, where `response` is what the
// file has for the words of the answer.
std::vector<std::string> WrittenOf(const Entry& entry,
                                   std::string_view response);

// Who is named in it beside those it is addressed to.
std::vector<std::string> OthersNamed(const Entry& entry);

// What a reader of a response without entries should look at.
std::string WhyNoEntries(const ConsolidatedResponse& response);

// "a; b"
std::string Joined(const std::vector<std::string>& names,
                   std::string_view between = "; ");

// The title of a numbered source; its address where it has none.
std::string TitleOf(const NumberedSource& source);

// Seconds since 1970 of "2001-11-13T09:00:00Z", when the scope was made; 0
// where that is not known. What a file states as its time, so that the same
// archive makes the same bytes.
std::int64_t MadeAt(const ConsolidatedResponse& response);

}  // namespace concord::response
