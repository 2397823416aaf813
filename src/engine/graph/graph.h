#pragma once
// A neighbourhood of the archive as a graph: works, reports, recommendations
// and bodies, and what is between them.
//
//   TRY_ASSIGN(Graph graph, Neighbourhood(id, depth, &snapshot));
//   ToDot(graph), ToGraphMl(graph), ToJson(graph), ToSvg(graph)
//
// Deterministic: nodes and edges come in one order, whatever the archive's is.

#include <string>
#include <vector>

#include "concord/base/result.h"
#include "engine/snapshot.h"

namespace concord::engine {

struct GraphNode {
  std::string id;
  std::string kind;    // work, report, recommendation, body
  std::string label;   // title, words or name
  std::string detail;  // date, place in the report, year; may be ""
  std::string uri;
  std::string inside;  // the report of a recommendation
  std::string href;    // where it leads in a picture; may be ""
  int distance = 0;    // edges from the centre
};

struct GraphEdge {
  std::string from;
  std::string to;
  std::string relation;  // cites, is, part of, asks, restates, ...
  double weight = 0;     // of overlaps, in bits
  std::string quote;     // the words it rests on; may be ""
};

struct Graph {
  std::string centre;
  int depth = 0;
  std::vector<GraphNode> nodes;  // nearest first, then by id
  std::vector<GraphEdge> edges;  // between nodes
  std::size_t left_out = 0;      // nodes within the depth but above the limit
};

// Nodes at most `depth` edges from `centre`, the nearest `limit` of them;
// beside them the report of every recommendation. `centre` must be the full id
// of something held or cited.
inline constexpr std::size_t kGraphLimit = 60;
[[nodiscard]] Result<Graph> Neighbourhood(const std::string& centre, int depth,
                                          Snapshot* snapshot);

std::string ToDot(const Graph& graph);
std::string ToGraphMl(const Graph& graph);
std::string ToJson(const Graph& graph);
// By Graphviz's `dot` in a child process with limits on time and memory.
// kUnavailable where it is not installed, kLimitExceeded where it takes too
// much.
[[nodiscard]] Result<std::string> ToSvg(const Graph& graph);

}  // namespace concord::engine
