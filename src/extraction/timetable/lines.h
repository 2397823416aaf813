#pragma once
// The lines a timetable can stand on, each read as a time, a description, or
// both.
//
//   "Completed May 2005"                          a time: completed, 2005-05
//   "First draft of strategy"                     a description
//   "Launch of strategy To be completed Late 2005"  both
//   "Friday 7 December 2007, 10.00am"             a time
//   "Survey ordered – January 2001 – done"          both, by dashes
//   "Bills with householders: mid-March 2005"       both, by a colon
//   "By May 2005 – the draft is read"               both, the time first
//   "The draft was finished in May 2005."         neither: a sentence
//
// A line is a time when nothing but words of state stands beside its date.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "concord/edtf/edtf.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

enum class LineKind : std::uint8_t { kOther, kDescription, kTime, kBoth };

struct TimeLine {
  LineKind kind = LineKind::kOther;
  TextSpan span;
  TextSpan description;  // of kDescription and kBoth
  DateMention date;      // of kTime and kBoth
  std::string state;     // completed, commenced, planned; ""
  bool dashed = false;   // kBoth by a dash or colon alone
  bool colon = false;    // by a colon
  bool first = false;    // the time stands before the description
  std::size_t passage = 0;
};

// "Completed", "To be completed by", "Commenced": the state the words before a
// date say; "" for none.
std::string StateOfWords(std::string_view words);

// Reads text[line]. `dates` are those of the whole document; where they miss a
// date that only its neighbours can complete ("November"), `base` completes
// it.
TimeLine ReadTimeLine(std::string_view text, TextSpan line,
                      const std::vector<DateMention>& dates,
                      std::optional<edtf::Day> base);

}  // namespace concord::extraction
