#pragma once
// The tables that repeat an extraction for people and for quick reading.
//
// Internal to the store; calls throw Poco's exceptions and belong inside
// Connection::Guard, writes inside a Transaction.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concord/extraction/extraction.h"
#include "concord/store/records.h"
#include "store/connection.h"

namespace concord::store {

// The order in which reports are walked, over the columns of `reports`: by
// date (those without one last), committee, number, id.
inline constexpr std::string_view kReportOrder =
    "coalesce(nullif(date_earliest, ''), nullif(date_latest, ''), 'none'), "
    "committee, CAST(report_number AS INTEGER), report_number, reports.id";

// "r3fa9c1d2b0e4" and 6 -> "r3fa9c1d2b0e4.7".
std::string RecommendationIdText(const std::string& report,
                                 std::size_t ordinal);

// First and last day an EDTF value allows, "" where it sets none or is none.
std::pair<std::string, std::string> DayTexts(const std::string& edtf);

// One row for every item of every list. The row of `reports` must be there.
void WriteExtraction(Statements& statements, const std::string& report,
                     const extraction::Extraction& extraction);

// The enumerator called `name`; Name() gives "" past the last one. A name that
// is none of them can only come from another hand: the first one.
template <class T>
T Named(const std::string& name) {
  for (int i = 0; !Name(static_cast<T>(i)).empty(); ++i) {
    if (Name(static_cast<T>(i)) == name) return static_cast<T>(i);
  }
  return T{};
}

// Of all reports, or of `only`: see Store::ReportHeads().
std::vector<ReportHead> ReadHeads(Poco::Data::Session& session,
                                  const ReportId& only);

// Every recommendation, in the order of Store::Recommendations().
Result<std::vector<StoredRecommendation>> ReadRecommendations(
    Poco::Data::Session& session);

}  // namespace concord::store
