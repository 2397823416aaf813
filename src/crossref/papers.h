#pragma once
// Papers named by number and date instead of a title.
//
//   "Report 4 to this Committee, 12 February 2002"
//   "Minutes of the Pilotage Committee, 13 November 2001"

#include <optional>
#include <string>
#include <string_view>

#include "concord/edtf/edtf.h"
#include "crossref/works.h"

namespace concord::crossref {

// "09a" and "9A" are one number.
std::string NumberKey(std::string_view printed);

// The civil day that the words end with: "15 Nov 01", "6th October 2005". A
// two-figure year is of the century of `near_year`.
std::optional<edtf::Day> DayInWords(std::string_view words, int near_year);

// Their committees are one, or one of the two does not say its own.
bool IsOneCommittee(const store::ReportRecord& a, const store::ReportRecord& b);

// Finds the paper of the archive that each such reference means: the same day
// and number (or the minutes of that day), and where several fit the committee
// that is named. What is found is held.
void FindPapers(const Reports& reports, WorkRegistry* registry);

}  // namespace concord::crossref
