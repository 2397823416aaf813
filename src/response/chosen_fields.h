#pragma once
// What people chose of an entry's members field by field: whose text,
// addressee, owner or due date stands. What the other members say of the field
// is set aside in sight, never dropped.

#include <map>
#include <vector>

#include "concord/overlap/decisions.h"
#include "concord/response/response.h"

namespace concord::response {

using RecommendationsById =
    std::map<RecommendationId, const store::StoredRecommendation*>;

// The members with the one whose text was chosen, if any, before the others.
std::vector<RecommendationId> TextFirst(
    std::vector<RecommendationId> members,
    const std::vector<overlap::WordingDecision>& wording);

// Whether the field of this member stands: it was chosen, or nobody chose.
bool Stands(overlap::Field field, const RecommendationId& member,
            const std::vector<overlap::WordingDecision>& wording);

// Fills entry->chosen, once its members are known.
void AddChosenFields(const std::vector<overlap::WordingDecision>& wording,
                     const RecommendationsById& recommendations, Entry* entry);

}  // namespace concord::response
