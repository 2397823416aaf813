#pragma once
// What texts say became of a recommendation, as a response to it would tell:
// for its own page, `show` and the lists.
//
// Cost: its own rows of the register.

#include <string>
#include <vector>

#include "base/json_object.h"
#include "concord/base/result.h"
#include "concord/response/reported.h"
#include "engine/snapshot.h"

namespace concord::engine {

// One statement, with its sentence and the words that take it back.
struct ReportedThere {
  response::Reported said;
  crossref::Quote quote;
  std::vector<crossref::Quote> withdrawn_by;
};

// In the order in which they count.
[[nodiscard]] Result<std::vector<ReportedThere>> ReportedOn(
    const store::StoredRecommendation& item, Snapshot* snapshot);

JsonObject ReportedJson(const ReportedThere& reported);

// "reported: implemented (16 September 2003)", "withdrawn: implemented, with
// all of its report (10 June 2003)": the day is that of the report that says
// so.
std::string ReportedReads(const ReportedThere& reported);

}  // namespace concord::engine
