// What is next to what, and the neighbourhood of one thing.

#include "engine/graph/graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "concord/base/unicode.h"
#include "concord/crossref/speaker.h"
#include "engine/wording.h"

namespace concord::engine {
namespace {

bool InOrder(const GraphEdge& a, const GraphEdge& b) {
  // Of two equal edges the one with a quotation stays.
  return std::tuple(std::string_view(a.from), std::string_view(a.to),
                    std::string_view(a.relation), a.quote.empty()) <
         std::tuple(std::string_view(b.from), std::string_view(b.to),
                    std::string_view(b.relation), b.quote.empty());
}

bool SameEdge(const GraphEdge& a, const GraphEdge& b) {
  return std::tie(a.from, a.to, a.relation) ==
         std::tie(b.from, b.to, b.relation);
}

constexpr std::string_view kPartOf = "part of";

// The year, where the title does not end with it.
std::string YearBeside(const crossref::Work& work) {
  return work.title.ends_with(work.year) ? std::string() : work.year;
}

// "recommendation 16 of the first report": of a work, but not the whole of it.
bool NamesOneRecommendation(const std::string& printed) {
  return (" " + FoldWords(printed)).find(" recommendation ") !=
         std::string::npos;
}

// Every edge of the archive, each once, the first quotation of it kept.
class Edges {
 public:
  explicit Edges(Snapshot* snapshot) : snapshot_(*snapshot) {
    for (const crossref::Work& work : snapshot_.crossref().works) AddWork(work);
    for (const auto& relation : snapshot_.crossref().relations) {
      AddRelation(relation);
    }
    for (const overlap::Link& link : snapshot->Links()) AddLink(link);
    AddRecommendations();
    std::stable_sort(edges_.begin(), edges_.end(), InOrder);
    edges_.erase(std::unique(edges_.begin(), edges_.end(), SameEdge),
                 edges_.end());
  }

  std::vector<GraphEdge> Take() { return std::move(edges_); }

 private:
  void Add(const std::string& from, const std::string& to,
           const std::string& relation, const std::string& quote = "") {
    if (from.empty() || to.empty() || from == to) return;
    edges_.push_back({from, to, relation, 0, quote});
  }

  void AddWork(const crossref::Work& work) {
    for (const ReportId& report : work.held) {
      Add(report.value, work.id.value, "is");
    }
    for (const crossref::WorkMention& mention : work.cited_by) {
      const ReportId& by = mention.quote.report;
      const bool itself =
          std::find(work.held.begin(), work.held.end(), by) != work.held.end();
      if (!itself) Add(by.value, work.id.value, "cites", mention.quote.text);
    }
    Add(work.id.value, work.part_of.value, std::string(kPartOf));
    Add(work.id.value, work.series.value, "in series");
  }

  // A sentence that names an unknown subject, or none, says nothing of the
  // report it stands in.
  void AddRelation(const crossref::RelationEntry& relation) {
    const bool of_the_report =
        crossref::IsOfThePaper(relation) || relation.type == "responds-to";
    if (relation.subject_work.empty() && !of_the_report) return;
    const std::string& subject = relation.subject_work.empty()
                                     ? relation.quote.report.value
                                     : relation.subject_work.value;
    for (const WorkId& object : relation.object_works) {
      std::string name = relation.type;
      if (name == "part-of") {
        name = kPartOf;
      } else if (NamesOneRecommendation(relation.object)) {
        name += " a recommendation of";
      }
      Add(subject, object.value, name, relation.quote.text);
    }
  }

  void AddLink(const overlap::Link& link) {
    Add(link.a.value, link.b.value,
        std::string(Name(link.comparison.relation)));
    edges_.back().weight = link.comparison.weight;
  }

  void AddRecommendations() {
    std::map<std::string, std::string> body_of;
    for (const crossref::Body& body : snapshot_.crossref().bodies) {
      body_of.emplace(FoldWords(body.name), body.id.value);
      for (const crossref::Alias& alias : body.aliases) {
        body_of.emplace(FoldWords(alias.printed), body.id.value);
      }
    }
    for (const auto& one : snapshot_.recommendations()) {
      Add(one.report.value, one.id.value, "contains");
      const auto body = body_of.find(FoldWords(one.item.addressee));
      if (body == body_of.end() || one.item.addressee.empty()) continue;
      Add(one.id.value, body->second, "asks", one.item.addressee);
    }
  }

  const Snapshot& snapshot_;
  std::vector<GraphEdge> edges_;
};

// Makes nodes of ids.
class Nodes {
 public:
  explicit Nodes(const Snapshot& snapshot) : snapshot_(snapshot) {
    for (const crossref::Work& work : snapshot.crossref().works) {
      works_[work.id.value] = &work;
    }
    for (const crossref::Body& body : snapshot.crossref().bodies) {
      bodies_[body.id.value] = &body;
    }
  }

  // An empty kind where there is no such thing.
  GraphNode Make(const std::string& id) const {
    if (const auto work = works_.find(id); work != works_.end()) {
      return {.id = id,
              .kind = "work",
              .label = WorkTitle(*work->second),
              .detail = YearBeside(*work->second)};
    }
    if (const auto body = bodies_.find(id); body != bodies_.end()) {
      return {.id = id, .kind = "body", .label = body->second->name};
    }
    if (const auto* report = snapshot_.Report({id})) {
      return {.id = id,
              .kind = "report",
              .label = CollapseSpace(TitleOf(*report)),
              .detail = report->header().date.printed,
              .uri = report->uri};
    }
    if (const auto* item = snapshot_.Recommendation({id})) {
      return {.id = id,
              .kind = "recommendation",
              .label = CollapseSpace(item->item.text),
              .detail = item->item.locator,
              .uri = item->uri,
              .inside = item->report.value};
    }
    return {};
  }

 private:
  const Snapshot& snapshot_;
  std::map<std::string, const crossref::Work*> works_;
  std::map<std::string, const crossref::Body*> bodies_;
};

using Adjacency = std::map<std::string, std::set<std::string>>;

Adjacency BothWays(const std::vector<GraphEdge>& edges) {
  Adjacency adjacency;
  for (const GraphEdge& edge : edges) {
    adjacency[edge.from].insert(edge.to);
    adjacency[edge.to].insert(edge.from);
  }
  return adjacency;
}

// Rings around the centre. A ring that would go over the limit is filled with
// those that have most neighbours among the nodes already in.
std::map<std::string, int> Distances(const Adjacency& adjacency, Graph* graph) {
  std::map<std::string, int> distances = {{graph->centre, 0}};
  std::vector<std::string> ring = {graph->centre};
  for (int depth = 1; depth <= graph->depth && !ring.empty(); ++depth) {
    std::map<std::string, std::size_t> next;
    for (const std::string& id : ring) {
      const auto found = adjacency.find(id);
      if (found == adjacency.end()) continue;
      for (const std::string& other : found->second) {
        if (distances.count(other) == 0) ++next[other];
      }
    }
    std::vector<std::pair<std::size_t, std::string>> order;
    order.reserve(next.size());
    for (const auto& [id, links] : next) order.emplace_back(links, id);
    std::stable_sort(
        order.begin(), order.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
    ring.clear();
    for (const auto& [links, id] : order) {
      if (distances.size() >= kGraphLimit) {
        ++graph->left_out;
        continue;
      }
      distances[id] = depth;
      ring.push_back(id);
    }
  }
  return distances;
}

}  // namespace

Result<Graph> Neighbourhood(const std::string& centre, int depth,
                            Snapshot* snapshot) {
  const Nodes nodes(*snapshot);
  if (nodes.Make(centre).kind.empty()) {
    return Fail(ErrorCode::kNotFound, "nothing has the id '" + centre + "'");
  }
  Graph graph{.centre = centre, .depth = depth};
  std::vector<GraphEdge> edges = Edges(snapshot).Take();
  std::map<std::string, int> distances = Distances(BothWays(edges), &graph);
  std::map<std::string, int> homes;
  for (const auto& [id, distance] : distances) {
    GraphNode node = nodes.Make(id);
    if (node.kind.empty()) continue;
    if (!node.inside.empty()) homes.emplace(node.inside, distance + 1);
  }
  distances.insert(homes.begin(), homes.end());
  for (const auto& [id, distance] : distances) {
    GraphNode node = nodes.Make(id);
    node.distance = distance;
    if (!node.kind.empty()) graph.nodes.push_back(std::move(node));
  }
  std::stable_sort(graph.nodes.begin(), graph.nodes.end(),
                   [](const GraphNode& a, const GraphNode& b) {
                     // Of one report, 2 before 10.
                     return std::pair(a.distance, a.id.size()) <
                            std::pair(b.distance, b.id.size());
                   });
  for (GraphEdge& edge : edges) {
    const bool inside =
        distances.count(edge.from) > 0 && distances.count(edge.to) > 0;
    if (inside) graph.edges.push_back(std::move(edge));
  }
  return graph;
}

}  // namespace concord::engine
