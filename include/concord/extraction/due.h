#pragma once
// Due expressions: by when something is asked.
//
// Why apart from FindDates: a due date is a date with its preposition and its
// event ("by the end of March 2004", "within six months of publication",
// "before the next meeting", "quarterly"), and most of what stands for one
// names no calendar day at all.
//
//   FindDueInText("That the unit report back by 31 March 1999.", {})
//     -> printed "31 March 1999", edtf "../1999-03-31"
//   FindDueInText("to report every six months", {})
//     -> printed "every six months", edtf ""
//
// `printed` is the verbatim slice at `span`, whose offsets count in `text`. The
// preposition "by", "in" or "at" is left out; "until", "before", "after" and
// "within" belong to the expression. `edtf` is "../END" for a last day, a plain
// value for a time at which ("in May 2006"), and "" where no time is named.
//
// Pure functions; safe from any thread.

#include <optional>
#include <string_view>
#include <vector>

#include "concord/edtf/edtf.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

// In the order of the text; expressions do not overlap. `base` is the day that
// relative and year-less expressions count from; without it their `edtf` is "".
std::vector<DateMention> FindDueInText(std::string_view text,
                                       std::optional<edtf::Day> base);

}  // namespace concord::extraction
