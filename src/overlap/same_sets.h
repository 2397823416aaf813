#pragma once
// Sets of recommendations that people decided to be the same.

#include <map>
#include <vector>

#include "concord/overlap/decisions.h"

namespace concord::overlap {

// Union and find; the smallest id of a set leads it.
class SameSets {
 public:
  explicit SameSets(const std::vector<PairDecision>& standing) {
    for (const PairDecision& decision : standing) {
      if (decision.verdict == Verdict::kSame) Join(decision.a, decision.b);
    }
  }

  void Join(const RecommendationId& a, const RecommendationId& b) {
    const RecommendationId leader_a = LeaderOf(a);
    const RecommendationId leader_b = LeaderOf(b);
    if (leader_a == leader_b) return;
    above_[std::max(leader_a, leader_b)] = std::min(leader_a, leader_b);
  }

  RecommendationId LeaderOf(const RecommendationId& id) {
    RecommendationId leader = id;
    for (auto above = above_.find(leader); above != above_.end();
         above = above_.find(leader)) {
      leader = above->second;
    }
    if (leader != id) above_[id] = leader;  // the next look-up is short
    return leader;
  }

 private:
  std::map<RecommendationId, RecommendationId> above_;
};

}  // namespace concord::overlap
