// The graph of an archive, as asked for.

#include "concord/engine/field_names.h"
#include "engine/archive_engine.h"
#include "engine/graph/graph.h"

namespace concord::engine {
namespace {

template <class Entry>
std::vector<std::string> Beginning(const std::vector<Entry>& entries,
                                   std::string_view id) {
  std::vector<std::string> found;
  for (const Entry& entry : entries) {
    if (entry.id.value == id) return {entry.id.value};
    if (entry.id.value.starts_with(id)) found.push_back(entry.id.value);
  }
  return found;
}

Result<std::string> OnlyOne(const std::vector<std::string>& found,
                            std::string_view id) {
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return Fail(ErrorCode::kNotFound,
                "nothing has the id '" + std::string(id) + "'");
  }
  return Fail(ErrorCode::kInvalidArgument,
              "'" + std::string(id) + "' may be " + found[0] + ", " + found[1] +
                  (found.size() > 2 ? " and others" : "") +
                  "; type more of it");
}

}  // namespace

Result<std::string> ArchiveEngine::DrawGraph(const GraphRequest& request) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kEverything | kLinks));
  std::string centre;
  if (request.id.starts_with("w-")) {
    TRY_ASSIGN(
        centre,
        OnlyOne(Beginning(snapshot->crossref().works, request.id), request.id));
  } else if (request.id.starts_with("b-")) {
    TRY_ASSIGN(centre,
               OnlyOne(Beginning(snapshot->crossref().bodies, request.id),
                       request.id));
  } else {
    TRY_ASSIGN(centre, store_->ResolveId(request.id));
  }
  if (request.depth < 0 || request.depth > kGraphDepth) {
    return Fail(
        ErrorCode::kInvalidArgument,
        FieldName("depth") + " goes from 0 to " + std::to_string(kGraphDepth));
  }
  TRY_ASSIGN(Graph graph, Neighbourhood(centre, request.depth, snapshot));
  for (GraphNode& node : graph.nodes) {
    if (request.link) node.href = request.link(node.kind, node.id);
  }
  if (request.format == "svg") return ToSvg(graph);
  if (request.format == "dot") return ToDot(graph);
  if (request.format == "graphml") return ToGraphMl(graph);
  if (request.format == "json") return ToJson(graph) + "\n";
  return Fail(ErrorCode::kInvalidArgument,
              FieldName("format") + " takes svg, dot, graphml or json, not '" +
                  request.format + "'");
}

}  // namespace concord::engine
