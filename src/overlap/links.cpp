// All links of an archive, and the groups they make.

#include <algorithm>
#include <map>
#include <optional>
#include <queue>
#include <set>

#include "concord/overlap/decisions.h"
#include "concord/overlap/overlap.h"

namespace concord::overlap {
namespace {

bool BeforeInList(const Link& a, const Link& b) {
  if (a.comparison.weight != b.comparison.weight) {
    return a.comparison.weight > b.comparison.weight;
  }
  return std::tie(a.a, a.b) < std::tie(b.a, b.b);
}

bool IsLink(const Comparison& comparison, const OverlapOptions& options) {
  if (options.distinct_too) return true;
  return comparison.relation != Relation::kDistinct &&
         comparison.weight >= options.min_weight;
}

// A link is told from its smaller to its larger identifier.
Link MakeLink(const std::vector<store::StoredRecommendation>& archive,
              Comparer::Pair pair, const Comparer& comparer) {
  if (archive[pair.b].id < archive[pair.a].id) std::swap(pair.a, pair.b);
  return {archive[pair.a].id, archive[pair.b].id, comparer.Compare(pair)};
}

// What puts two recommendations into one entry of a response: any link that
// says that the same is asked, at least in part.
bool Binds(const Comparison& comparison) {
  switch (comparison.relation) {
    case Relation::kIdentical:
    case Relation::kRestates:
    case Relation::kNarrower:
    case Relation::kWider:
    case Relation::kOverlaps:
      return comparison.weight >= 0;
    case Relation::kContradicts:
    case Relation::kDistinct:
      return false;
  }
  return false;
}

using Neighbours =
    std::map<RecommendationId, std::map<RecommendationId, double>>;
using IdPairs = std::set<std::pair<RecommendationId, RecommendationId>>;

Neighbours BindingLinks(const std::vector<Link>& links) {
  Neighbours neighbours;
  for (const Link& link : links) {
    if (!Binds(link.comparison)) continue;
    neighbours[link.a][link.b] = link.comparison.weight;
    neighbours[link.b][link.a] = link.comparison.weight;
  }
  return neighbours;
}

IdPairs Contradictions(const std::vector<Link>& links) {
  IdPairs pairs;
  for (const Link& link : links) {
    if (link.comparison.relation != Relation::kContradicts) continue;
    pairs.emplace(link.a, link.b);
    pairs.emplace(link.b, link.a);
  }
  return pairs;
}

struct Candidate {
  double weight = 0;  // of its links to those still free
  RecommendationId id;

  // The heaviest first; among equals the smaller identifier.
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.weight != b.weight ? a.weight < b.weight : b.id < a.id;
  }
};

double FreeWeight(const RecommendationId& id, const Neighbours& neighbours,
                  const std::set<RecommendationId>& taken) {
  double weight = 0;
  for (const auto& [other, bits] : neighbours.at(id)) {
    if (taken.count(other) == 0) weight += bits;
  }
  return weight;
}

// Hands out the free recommendation with the heaviest free links. Weights only
// fall as others are taken, so an outdated entry is put back where it belongs.
class Centres {
 public:
  explicit Centres(const Neighbours& neighbours) : neighbours_(neighbours) {
    for (const auto& [id, others] : neighbours) {
      queue_.push({FreeWeight(id, neighbours, {}), id});
    }
  }

  std::optional<Candidate> Next(const std::set<RecommendationId>& taken) {
    while (!queue_.empty()) {
      Candidate top = queue_.top();
      queue_.pop();
      if (taken.count(top.id) > 0) continue;
      const double now = FreeWeight(top.id, neighbours_, taken);
      if (now <= 0) continue;
      if (now == top.weight) return top;
      top.weight = now;
      queue_.push(std::move(top));
    }
    return std::nullopt;
  }

 private:
  const Neighbours& neighbours_;
  std::priority_queue<Candidate> queue_;
};

// Free neighbours of the representative, heaviest first, without those that
// contradict one already in.
std::vector<RecommendationId> MembersAround(
    const RecommendationId& representative, const Neighbours& neighbours,
    const std::set<RecommendationId>& taken, const IdPairs& contradictions) {
  std::vector<std::pair<double, RecommendationId>> order;
  for (const auto& [other, bits] : neighbours.at(representative)) {
    if (taken.count(other) == 0) order.emplace_back(-bits, other);
  }
  std::sort(order.begin(), order.end());
  std::vector<RecommendationId> members = {representative};
  for (const auto& [bits, id] : order) {
    const bool contradicts = std::any_of(
        members.begin(), members.end(), [&](const RecommendationId& member) {
          return contradictions.count({member, id}) > 0;
        });
    if (!contradicts) members.push_back(id);
  }
  return members;
}

Group MakeGroup(std::vector<RecommendationId> members,
                const Candidate& centre) {
  Group group;
  group.representative = centre.id;
  group.why_representative = "linked to all " +
                             std::to_string(members.size() - 1) +
                             " others, with the heaviest links";
  std::sort(members.begin(), members.end());
  group.id = GroupIdOf(members);
  group.members = std::move(members);
  return group;
}

}  // namespace

std::vector<Link> FindLinks(
    const std::vector<store::StoredRecommendation>& archive,
    const Comparer& comparer, const OverlapOptions& options) {
  std::vector<Link> links;
  for (const Comparer::Pair& pair :
       comparer.Candidates(options.candidate_threshold)) {
    if (pair.a >= archive.size() || pair.b >= archive.size()) continue;
    Link link = MakeLink(archive, pair, comparer);
    if (IsLink(link.comparison, options)) {
      links.push_back(std::move(link));
    }
  }
  std::sort(links.begin(), links.end(), BeforeInList);
  return links;
}

std::vector<Group> GroupLinks(
    const std::vector<store::StoredRecommendation>& archive,
    const std::vector<Link>& links) {
  std::set<RecommendationId> known;
  for (const store::StoredRecommendation& one : archive) known.insert(one.id);
  std::vector<Link> inside;
  for (const Link& link : links) {
    if (known.count(link.a) > 0 && known.count(link.b) > 0) {
      inside.push_back(link);
    }
  }
  const Neighbours neighbours = BindingLinks(inside);
  const IdPairs contradictions = Contradictions(inside);
  Centres centres(neighbours);
  std::set<RecommendationId> taken;
  std::vector<Group> groups;
  while (const auto centre = centres.Next(taken)) {
    std::vector<RecommendationId> members =
        MembersAround(centre->id, neighbours, taken, contradictions);
    taken.insert(members.begin(), members.end());
    if (members.size() > 1) {
      groups.push_back(MakeGroup(std::move(members), *centre));
    }
  }
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    return a.members.front() < b.members.front();
  });
  return groups;
}

}  // namespace concord::overlap
