#pragma once
// Puts what people answered into the entries.

#include <map>
#include <vector>

#include "concord/response/response.h"

namespace concord::response {

// Of several answers to one field the latest stands, be it of another member;
// the others stay listed. After what texts say is placed: a person's word of
// the deed stands before it.
void AddAnswers(const std::vector<RecordedAnswer>& answers,
                const std::map<RecommendationId, std::int32_t>& entries,
                ConsolidatedResponse* response);

}  // namespace concord::response
