// Groups with decisions: what was decided to be the same is grouped as one, and
// what was decided to be different contradicts. The rest is GroupLinks.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "concord/base/digest.h"
#include "concord/overlap/decisions.h"
#include "overlap/same_sets.h"

namespace concord::overlap {
namespace {

using IdPair = std::pair<RecommendationId, RecommendationId>;

bool Unsure(const Link& link) {
  const std::vector<Part>& parts = link.comparison.parts;
  return std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.name == "decision" &&
           part.level.starts_with(Name(Verdict::kUnsure));
  });
}

class Grouper {
 public:
  Grouper(const std::vector<store::StoredRecommendation>& archive,
          const Decisions& decisions)
      : decisions_(decisions),
        standing_(Held(archive, Standing(decisions))),
        sets_(standing_) {
    for (const store::StoredRecommendation& one : archive) {
      members_[sets_.LeaderOf(one.id)].insert(one.id);
    }
    for (const auto& [leader, members] : members_) {
      store::StoredRecommendation unit;
      unit.id = leader;
      units_.push_back(std::move(unit));
    }
  }

  std::vector<Group> Run(const std::vector<Link>& links) {
    std::vector<Group> groups;
    for (Group& group : GroupLinks(units_, LinksOfUnits(links))) {
      std::set<RecommendationId> members;
      const std::size_t units = group.members.size();
      for (const RecommendationId& unit : group.members) {
        members.insert(members_[unit].begin(), members_[unit].end());
        members_.erase(unit);
      }
      if (members.size() > units) {
        group.why_representative =
            "linked to all others, or to what was decided to be the same";
      }
      group.members.assign(members.begin(), members.end());
      groups.push_back(std::move(group));
    }
    for (const auto& [leader, members] : members_) {
      if (members.size() < 2) continue;
      Group group;
      group.members.assign(members.begin(), members.end());
      group.representative = leader;
      group.why_representative = "decided to be the same as all others";
      groups.push_back(std::move(group));
    }
    for (Group& group : groups) Finish(&group);
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
      return a.members.front() < b.members.front();
    });
    return groups;
  }

 private:
  // Decisions on what the archive does not hold tie nothing together.
  static std::vector<PairDecision> Held(
      const std::vector<store::StoredRecommendation>& archive,
      std::vector<PairDecision> standing) {
    std::set<RecommendationId> held;
    for (const auto& one : archive) held.insert(one.id);
    std::erase_if(standing, [&](const PairDecision& decision) {
      return held.count(decision.a) == 0 || held.count(decision.b) == 0;
    });
    return standing;
  }

  // One link between two units: a refusal or a contradiction if there is one,
  // else the heaviest.
  std::vector<Link> LinksOfUnits(const std::vector<Link>& links) {
    std::map<IdPair, Comparison> between;
    for (const Link& link : links) {
      if (!Unsure(link)) Keep(link.a, link.b, link.comparison, &between);
    }
    Comparison refusal;
    refusal.relation = Relation::kContradicts;
    for (const PairDecision& decision : standing_) {
      if (decision.verdict == Verdict::kDifferent) {
        Keep(decision.a, decision.b, refusal, &between);
      }
    }
    std::vector<Link> made;
    made.reserve(between.size());
    for (auto& [pair, comparison] : between) {
      made.push_back({pair.first, pair.second, std::move(comparison)});
    }
    return made;
  }

  void Keep(const RecommendationId& a, const RecommendationId& b,
            const Comparison& comparison,
            std::map<IdPair, Comparison>* between) {
    const IdPair pair = std::minmax(sets_.LeaderOf(a), sets_.LeaderOf(b));
    if (pair.first == pair.second) return;
    const auto rank = [](const Comparison& one) {
      return std::make_tuple(one.relation == Relation::kContradicts, one.weight,
                             one.relation);
    };
    Comparison light;  // the parts bind nothing
    light.weight = comparison.weight;
    light.relation = comparison.relation;
    const auto [found, is_new] = between->emplace(pair, light);
    if (!is_new && rank(found->second) < rank(light)) found->second = light;
  }

  void Finish(Group* group) {
    group->id = GroupIdOf(group->members);
    for (const RepresentativeDecision& chosen : decisions_.representatives) {
      if (!std::binary_search(group->members.begin(), group->members.end(),
                              chosen.id)) {
        continue;
      }
      group->representative = chosen.id;
      group->why_representative =
          "chosen by " + chosen.by.who + ", " + chosen.by.at +
          (chosen.by.why.empty() ? "" : ": " + chosen.by.why);
    }
  }

  const Decisions& decisions_;
  std::vector<PairDecision> standing_;
  SameSets sets_;
  std::map<RecommendationId, std::set<RecommendationId>> members_;
  std::vector<store::StoredRecommendation> units_;
};

}  // namespace

std::vector<Group> GroupLinks(
    const std::vector<store::StoredRecommendation>& archive,
    const std::vector<Link>& links, const Decisions& decisions) {
  if (decisions.empty()) return GroupLinks(archive, links);
  return Grouper(archive, decisions).Run(links);
}

std::string GroupIdOf(std::vector<RecommendationId> members) {
  constexpr std::size_t kDigits = 12;
  std::sort(members.begin(), members.end());
  std::string joined;
  for (const RecommendationId& member : members) joined += member.value + "\n";
  return "g-" + Sha256Hex(joined).substr(0, kDigits);
}

}  // namespace concord::overlap
