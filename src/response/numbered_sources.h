#pragma once
// The documents of a response, numbered in the order in which they are first
// quoted, and quotations that name them by their number.

#include <map>
#include <string>
#include <vector>

#include "concord/response/response.h"

namespace concord::response {

class NumberedSources {
 public:
  // Appends to `sources`, which must outlive it, as must `world`.
  NumberedSources(const scope::World& world,
                  std::vector<NumberedSource>* sources);

  std::int32_t Number(const ReportId& id);
  SourceQuote Quote(const store::StoredRecommendation& recommendation);
  SourceQuote Quote(const crossref::Quote& quote, std::string note);

 private:
  std::map<ReportId, const store::ReportRecord*> reports_;
  std::map<ReportId, std::int32_t> numbers_;
  std::vector<NumberedSource>* sources_;
};

}  // namespace concord::response
