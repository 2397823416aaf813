// Decisions about pairs: which count, and what they do to links.

#include "concord/overlap/decisions.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "overlap/candidates.h"
#include "overlap/same_sets.h"

namespace concord::overlap {
namespace {

using IdPair = std::pair<RecommendationId, RecommendationId>;

IdPair InOrder(const RecommendationId& a, const RecommendationId& b) {
  return a < b ? IdPair(a, b) : IdPair(b, a);
}

Part PartOf(const PairDecision& decision) {
  Part part;
  part.name = "decision";
  part.level = std::string(Name(decision.verdict)) + ": " + decision.by.who +
               ", " + decision.by.at;
  if (!decision.by.why.empty()) part.level += ": " + decision.by.why;
  return part;
}

bool RestatesAtLeast(Relation relation) {
  return relation == Relation::kIdentical || relation == Relation::kRestates;
}

void Mark(const PairDecision& decision, Link* link) {
  link->comparison.parts.push_back(PartOf(decision));
  Relation& relation = link->comparison.relation;
  if (decision.verdict == Verdict::kSame && !RestatesAtLeast(relation)) {
    relation = Relation::kRestates;
  }
}

// Pairs decided to be the same that no link was found for.
void AddMissing(const std::vector<store::StoredRecommendation>& archive,
                const Comparer& comparer,
                const std::map<IdPair, const PairDecision*>& wanted,
                std::vector<Link>* links) {
  std::map<RecommendationId, const store::StoredRecommendation*> by_id;
  if (!wanted.empty()) {
    for (const auto& one : archive) by_id.emplace(one.id, &one);
  }
  for (const auto& [pair, decision] : wanted) {
    const auto a = by_id.find(pair.first);
    const auto b = by_id.find(pair.second);
    if (a == by_id.end() || b == by_id.end()) continue;
    Link link{pair.first, pair.second,
              comparer.Compare(*a->second, *b->second)};
    Mark(*decision, &link);
    links->push_back(std::move(link));
  }
}

}  // namespace

std::string_view Name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kSame:
      return "same";
    case Verdict::kDifferent:
      return "different";
    case Verdict::kUnsure:
      return "unsure";
  }
  return "unsure";
}

std::optional<Verdict> ReadVerdict(std::string_view name) {
  for (const Verdict verdict :
       {Verdict::kSame, Verdict::kDifferent, Verdict::kUnsure}) {
    if (Name(verdict) == name) return verdict;
  }
  return std::nullopt;
}

std::vector<PairDecision> Standing(const Decisions& decisions) {
  std::map<IdPair, PairDecision> last;
  for (const PairDecision& decision : decisions.pairs) {
    if (decision.a == decision.b) continue;
    const IdPair pair = InOrder(decision.a, decision.b);
    PairDecision& standing = last[pair];
    standing = decision;
    std::tie(standing.a, standing.b) = pair;
  }
  std::vector<PairDecision> standing;
  standing.reserve(last.size());
  for (auto& [pair, decision] : last) standing.push_back(std::move(decision));
  return standing;
}

std::optional<PairDecision> Against(const Decisions& decisions,
                                    const std::vector<PairDecision>& wanted) {
  Decisions all = decisions;
  std::set<IdPair> new_pairs;
  for (const PairDecision& decision : wanted) {
    all.pairs.push_back(decision);
    new_pairs.insert(InOrder(decision.a, decision.b));
  }
  const std::vector<PairDecision> standing = Standing(all);
  SameSets sets(standing);
  const auto is_old = [&](const PairDecision& decision) {
    return new_pairs.count({decision.a, decision.b}) == 0;
  };
  for (const PairDecision& refusal : standing) {
    if (refusal.verdict != Verdict::kDifferent) continue;
    const RecommendationId leader = sets.LeaderOf(refusal.a);
    if (leader != sets.LeaderOf(refusal.b)) continue;
    if (is_old(refusal)) return refusal;
    // The refusal is new: what ties the two together is in the way.
    for (const PairDecision& tie : standing) {
      if (tie.verdict == Verdict::kSame && is_old(tie) &&
          sets.LeaderOf(tie.a) == leader) {
        return tie;
      }
    }
    return refusal;  // the wanted ones forbid each other
  }
  return std::nullopt;
}

std::vector<Link> WithDecisions(
    std::vector<Link> links,
    const std::vector<store::StoredRecommendation>& archive,
    const Comparer& comparer, const Decisions& decisions) {
  const std::vector<PairDecision> standing = Standing(decisions);
  std::map<IdPair, const PairDecision*> decided;
  std::map<IdPair, const PairDecision*> missing;
  for (const PairDecision& decision : standing) {
    decided.emplace(IdPair(decision.a, decision.b), &decision);
    if (decision.verdict == Verdict::kSame) {
      missing.emplace(IdPair(decision.a, decision.b), &decision);
    }
  }
  std::vector<Link> kept;
  for (Link& link : links) {
    const auto found = decided.find(InOrder(link.a, link.b));
    if (found != decided.end()) {
      missing.erase(found->first);
      if (found->second->verdict == Verdict::kDifferent) continue;
      Mark(*found->second, &link);
    }
    kept.push_back(std::move(link));
  }
  AddMissing(archive, comparer, missing, &kept);
  std::sort(kept.begin(), kept.end(), BeforeInList);
  return kept;
}

}  // namespace concord::overlap
