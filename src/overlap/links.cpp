// All links of an archive, and the groups they make.

#include <algorithm>
#include <iterator>
#include <optional>
#include <queue>
#include <string_view>
#include <tuple>

#include "concord/base/in_runs.h"
#include "concord/overlap/decisions.h"
#include "concord/overlap/overlap.h"
#include "overlap/candidates.h"

namespace concord::overlap {
namespace {

// A link is told from its smaller to its larger identifier.
Link MakeLink(const Archive& archive, Comparer::Pair pair,
              const Comparer& comparer) {
  if (archive.IdOf(pair.b) < archive.IdOf(pair.a)) std::swap(pair.a, pair.b);
  return {RecommendationId{std::string(archive.IdOf(pair.a))},
          RecommendationId{std::string(archive.IdOf(pair.b))},
          comparer.Compare(pair)};
}

void AddLink(const Archive& archive, const Comparer::Pair& pair,
             const Comparer& comparer, const OverlapOptions& options,
             std::vector<Link>* links) {
  if (pair.a >= archive.size() || pair.b >= archive.size()) return;
  // Most candidates have too few words in common for anything to make up for.
  if (!options.distinct_too &&
      comparer.WeightAtMost(pair) < std::max(options.min_weight, 0.0)) {
    return;
  }
  Link link = MakeLink(archive, pair, comparer);
  if (!IsLink(link.comparison, options)) return;
  // Not "= {}", which empties the vector and keeps its memory.
  if (!options.with_parts) link.comparison.parts = std::vector<Part>();
  links->push_back(std::move(link));
}

// What the size of the archive takes from every match, no pair of a low cosine
// can make up for any more: between the reviews of one state one link in 170
// had less than this for each bit. Stated pairs are compared whatever their
// cosine.
constexpr double kCosinePerBit = 0.06;

// Pairs are handed out in runs to whichever thread is free; the order of the
// list is that of the links themselves.
constexpr std::size_t kPairsAtATime = 1024;

bool AsksTheSame(const Comparison& comparison) {
  return comparison.relation != Relation::kContradicts &&
         comparison.relation != Relation::kDistinct && comparison.weight >= 0;
}

// Recommendations by their place in the order of their ids.
using Place = std::uint32_t;

struct Neighbour {
  Place at = 0;
  double bits = 0;
  bool identical = false;
};

// Of each recommendation, by place: those it is bound to, and those it
// contradicts; both by place.
struct Neighbours {
  std::vector<std::vector<Neighbour>> bound;
  std::vector<std::vector<Place>> against;
};

Neighbours NeighboursOf(const std::vector<RecommendationId>& ids,
                        const std::vector<Link>& links) {
  const auto place_of = [&](const RecommendationId& id) {
    const auto found = std::lower_bound(ids.begin(), ids.end(), id);
    return found != ids.end() && *found == id
               ? std::optional(static_cast<Place>(found - ids.begin()))
               : std::nullopt;
  };
  Neighbours neighbours;
  neighbours.bound.resize(ids.size());
  neighbours.against.resize(ids.size());
  for (const Link& link : links) {
    const auto a = place_of(link.a);
    const auto b = place_of(link.b);
    if (!a || !b) continue;
    const Comparison& compared = link.comparison;
    const bool identical = compared.relation == Relation::kIdentical;
    for (const auto& [from, to] : {std::pair(*a, *b), std::pair(*b, *a)}) {
      if (AsksTheSame(compared)) {
        neighbours.bound[from].push_back({to, compared.weight, identical});
      }
      if (compared.relation == Relation::kContradicts) {
        neighbours.against[from].push_back(to);
      }
    }
  }
  for (auto& list : neighbours.bound) {
    std::sort(list.begin(), list.end(), [](Neighbour x, Neighbour y) {
      return std::tie(x.at, x.bits) < std::tie(y.at, y.bits);
    });
  }
  for (auto& list : neighbours.against) std::sort(list.begin(), list.end());
  return neighbours;
}

struct Candidate {
  double weight = 0;  // of its links to those still free
  Place at = 0;

  // The heaviest first; among equals the smaller identifier.
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.weight != b.weight ? a.weight < b.weight : b.at < a.at;
  }
};

// Hands out the free recommendation with the heaviest free links. Weights only
// fall as others are taken, so an outdated entry is put back where it belongs.
class Centres {
 public:
  explicit Centres(const Neighbours& neighbours)
      : neighbours_(neighbours), taken_(neighbours.bound.size(), false) {
    for (Place i = 0; i < taken_.size(); ++i) {
      if (!neighbours.bound[i].empty()) queue_.push({FreeWeight(i), i});
    }
  }

  std::optional<Place> Next() {
    while (!queue_.empty()) {
      Candidate top = queue_.top();
      queue_.pop();
      if (taken_[top.at]) continue;
      const double now = FreeWeight(top.at);
      if (now <= 0) continue;
      if (now == top.weight) return top.at;
      top.weight = now;
      queue_.push(top);
    }
    return std::nullopt;
  }

  // The representative and its free neighbours, heaviest first, without those
  // that contradict one already in or are linked to fewer than half of them;
  // copies of the representative count as one with it. They are taken.
  std::vector<Place> TakeAround(Place representative) {
    std::vector<Neighbour> order;
    for (const Neighbour& other : neighbours_.bound[representative]) {
      if (!taken_[other.at]) order.push_back(other);
    }
    std::sort(order.begin(), order.end(), [](Neighbour x, Neighbour y) {
      return x.bits != y.bits ? x.bits > y.bits : x.at < y.at;
    });
    std::vector<Place> members = {representative};
    std::vector<Place> wordings = {representative};
    for (const Neighbour& other : order) {
      if (CountIn(neighbours_.against[other.at], members) > 0) continue;
      const std::size_t linked = CountBound(other.at, wordings);
      if (!other.identical && 2 * linked < wordings.size()) continue;
      members.push_back(other.at);
      if (!other.identical) wordings.push_back(other.at);
    }
    for (const Place member : members) taken_[member] = true;
    std::sort(members.begin(), members.end());
    return members;
  }

 private:
  // How many of `wanted` are in a sorted list.
  static std::size_t CountIn(const std::vector<Place>& sorted,
                             const std::vector<Place>& wanted) {
    return static_cast<std::size_t>(
        std::count_if(wanted.begin(), wanted.end(), [&](Place place) {
          return std::binary_search(sorted.begin(), sorted.end(), place);
        }));
  }

  // How many of `wanted` are bound to `at`.
  std::size_t CountBound(Place at, const std::vector<Place>& wanted) const {
    const auto& bound = neighbours_.bound[at];
    const auto before = [](const Neighbour& one, Place place) {
      return one.at < place;
    };
    return static_cast<std::size_t>(
        std::count_if(wanted.begin(), wanted.end(), [&](Place place) {
          const auto found =
              std::lower_bound(bound.begin(), bound.end(), place, before);
          return found != bound.end() && found->at == place;
        }));
  }

  double FreeWeight(Place at) const {
    double weight = 0;
    for (const Neighbour& other : neighbours_.bound[at]) {
      if (!taken_[other.at]) weight += other.bits;
    }
    return weight;
  }

  const Neighbours& neighbours_;
  std::vector<bool> taken_;
  std::priority_queue<Candidate> queue_;
};

// Of the archive's recommendations those that have a link, in order.
std::vector<RecommendationId> LinkedIds(const Archive& archive,
                                        const std::vector<Link>& links) {
  std::vector<RecommendationId> named;
  for (const Link& link : links) {
    named.push_back(link.a);
    named.push_back(link.b);
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  std::vector<RecommendationId> held;
  for (std::size_t i = 0; i < archive.size(); ++i) {
    const auto found = std::lower_bound(
        named.begin(), named.end(), archive.IdOf(i),
        [](const RecommendationId& id, std::string_view wanted) {
          return std::string_view(id.value) < wanted;
        });
    if (found != named.end() && found->value == archive.IdOf(i)) {
      held.push_back(*found);
    }
  }
  std::sort(held.begin(), held.end());
  held.erase(std::unique(held.begin(), held.end()), held.end());
  return held;
}

Group MakeGroup(const std::vector<RecommendationId>& ids, Place representative,
                const std::vector<Place>& members) {
  Group group;
  group.representative = ids[representative];
  group.why_representative = members.size() == 2
                                 ? "the first of two that are linked"
                                 : "linked to all " +
                                       std::to_string(members.size() - 1) +
                                       " others, with the heaviest links";
  for (const Place member : members) group.members.push_back(ids[member]);
  group.id = GroupIdOf(group.members);
  return group;
}

}  // namespace

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

double LeastCosine(const OverlapOptions& options, const Comparer& comparer) {
  return options.candidate_threshold +
         (options.distinct_too ? 0 : kCosinePerBit * comparer.ArchiveBits());
}

std::vector<Link> FindLinks(
    const std::vector<store::StoredRecommendation>& archive,
    const Comparer& comparer, const OverlapOptions& options) {
  return FindLinks(HeldArchive(archive), comparer, options);
}

std::vector<Link> FindLinks(const Archive& archive, const Comparer& comparer,
                            const OverlapOptions& options) {
  const std::vector<Comparer::Pair> pairs =
      comparer.Candidates(LeastCosine(options, comparer));
  std::vector<std::vector<Link>> found(
      ThreadsFor(pairs.size(), kPairsAtATime, options.threads));
  InRuns(pairs.size(), kPairsAtATime, found.size(),
         [&](std::size_t thread, std::size_t begin, std::size_t end) {
           for (std::size_t i = begin; i < end; ++i) {
             AddLink(archive, pairs[i], comparer, options, &found[thread]);
           }
         });
  std::vector<Link> links = std::move(found.front());
  for (std::size_t i = 1; i < found.size(); ++i) {
    std::move(found[i].begin(), found[i].end(), std::back_inserter(links));
    found[i] = std::vector<Link>();
  }
  std::sort(links.begin(), links.end(), BeforeInList);
  return links;
}

std::vector<Group> GroupLinks(
    const std::vector<store::StoredRecommendation>& archive,
    const std::vector<Link>& links) {
  return GroupLinks(HeldArchive(archive), links);
}

std::vector<Group> GroupLinks(const Archive& archive,
                              const std::vector<Link>& links) {
  const std::vector<RecommendationId> ids = LinkedIds(archive, links);
  const Neighbours neighbours = NeighboursOf(ids, links);
  Centres centres(neighbours);
  std::vector<Group> groups;
  while (const auto centre = centres.Next()) {
    const std::vector<Place> members = centres.TakeAround(*centre);
    if (members.size() > 1) groups.push_back(MakeGroup(ids, *centre, members));
  }
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    return a.members.front() < b.members.front();
  });
  return groups;
}

}  // namespace concord::overlap
