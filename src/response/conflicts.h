#pragma once
// Which conflicts of the register a response has to tell: two statements about
// the works that it answers, or about one of its entries, that cannot both be
// true. Those about the day of a source stand beside the source; those between
// two entries are contradictions.

#include <map>
#include <vector>

#include "concord/response/response.h"
#include "response/numbered_sources.h"

namespace concord::response {

// `of_links` are conflicts that the links tell, beside those of the register.
void AddConflicts(const std::vector<crossref::Conflict>& of_links,
                  const std::vector<overlap::Link>& links,
                  const scope::Holdings& holdings,
                  const std::map<RecommendationId, std::int32_t>& entries,
                  NumberedSources* sources, ConsolidatedResponse* response);

}  // namespace concord::response
