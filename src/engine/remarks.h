#pragma once
// What the texts of the archive say of each recommendation: that another took
// its place, that it was re-affirmed or carried out, or only its number in a
// sentence about it.
//
//   "Recommendation 3 of A Second Look was put in place of recommendation 16."
//       of 16: supersedes, by 3
//   "re-affirmed all 20 recommendations of the earlier report"
//       of each of the 20: re-affirms, said of the whole set
//
// Why: a recommendation by itself looks open for ever; what became of it stands
// in other papers. Pure; safe from any thread. Cost: one look at every relation
// and every citation of the archive.

#include <map>
#include <string>
#include <vector>

#include "concord/scope/scope.h"

namespace concord::engine {

struct Remark {
  std::string type;        // of the relation; "cites" where it is only named
  bool whole_set = false;  // said of all that its report recommends
  std::string subject;     // what takes its place, as printed; "" if not said
  std::vector<RecommendationId> by;  // the single ones that the subject names
  crossref::Quote quote;             // the sentence
};

using Remarks = std::map<RecommendationId, std::vector<Remark>>;

// Of each recommendation what ends it first, then in order of date and place.
Remarks FindRemarks(const scope::Holdings& holdings);

}  // namespace concord::engine
