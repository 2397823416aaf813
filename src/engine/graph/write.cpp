// A graph as DOT, GraphML and JSON.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/json_object.h"
#include "concord/base/markup.h"
#include "concord/base/unicode.h"
#include "engine/graph/graph.h"

namespace concord::engine {
namespace {

constexpr std::size_t kLineWidth = 30;

// A quoted DOT string; "\n" in it stays the line break of DOT.
std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') {
      quoted += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      quoted += c;
    }
  }
  return quoted + '"';
}

// Words on lines of at most kLineWidth bytes or one word, cut after `lines`.
std::string Wrapped(const std::string& text, std::size_t lines) {
  const std::string whole = CollapseSpace(text);
  std::string shown = Ellipsis(whole, kLineWidth * lines);
  if (shown != whole && shown.find(' ') != std::string::npos) {
    shown = shown.substr(0, shown.rfind(' ')) + " …";  // no half words
  }
  std::string wrapped;
  std::size_t line = 0;
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t end = std::min(shown.find(' ', at), shown.size());
    const std::size_t word = end - at;
    if (line > 0 && line + 1 + word > kLineWidth) {
      wrapped += '\n';
      line = 0;
    } else if (line > 0) {
      wrapped += ' ';
      ++line;
    }
    wrapped.append(shown, at, word);
    line += word;
    at = end + 1;
  }
  return wrapped;
}

struct Look {
  const char* shape;
  const char* fill;
};

Look LookOf(const std::string& kind) {
  if (kind == "work") return {"folder", "#dce9f7"};
  if (kind == "body") return {"ellipse", "#f3e3f5"};
  if (kind == "report") return {"note", "#eeeeee"};
  return {"box", "#ffffff"};
}

std::string ColourOf(const std::string& relation) {
  static const std::map<std::string, std::string> kColours = {
      {"identical", "#1b7837"}, {"restates", "#1b7837"},
      {"narrower", "#5aae61"},  {"wider", "#5aae61"},
      {"overlaps", "#999999"},  {"contradicts", "#b2182b"},
      {"cites", "#9aa7b5"},     {"asks", "#9970ab"},
      {"is", "#2b6cb0"}};
  const auto found = kColours.find(relation);
  return found == kColours.end() ? "#c07000" : found->second;
}

std::string NodeLine(const GraphNode& node, bool centre) {
  const Look look = LookOf(node.kind);
  const std::size_t lines = node.kind == "recommendation" ? 4 : 3;
  std::string label = Wrapped(node.label, lines);
  if (!node.detail.empty()) label += "\n" + Wrapped(node.detail, 1);
  const std::string leads =
      node.href.empty() ? "" : ", URL=" + Quoted(node.href);
  return fmt::format("{} [label={}, shape={}, fillcolor={}, tooltip={}{}{}];\n",
                     Quoted(node.id), Quoted(label), look.shape,
                     Quoted(centre ? "#fff2b3" : look.fill),
                     Quoted(node.id + ": " + Ellipsis(node.label, 300)), leads,
                     centre ? ", penwidth=3" : "");
}

std::string EdgeLine(const GraphEdge& edge) {
  const bool overlap = edge.weight != 0;
  const bool both =
      edge.relation == "identical" || edge.relation == "restates" ||
      edge.relation == "overlaps" || edge.relation == "contradicts";
  const std::string label =
      overlap ? fmt::format("{} {:.1f}", edge.relation, edge.weight)
              : edge.relation;
  const std::string colour = ColourOf(edge.relation);
  return fmt::format(
      "  {} -> {} [label={}, color={}, fontcolor={}, tooltip={}{}];\n",
      Quoted(edge.from), Quoted(edge.to), Quoted(label), Quoted(colour),
      Quoted(colour),
      Quoted(edge.quote.empty() ? label : Ellipsis(edge.quote, 200)),
      both ? ", dir=none" : "");
}

std::string Caption(const Graph& graph) {
  const auto centre = std::find_if(
      graph.nodes.begin(), graph.nodes.end(),
      [&](const GraphNode& node) { return node.id == graph.centre; });
  const std::string& name =
      centre == graph.nodes.end() ? graph.centre : centre->label;
  std::string caption =
      fmt::format("{} and what is within {} step{} of it", Ellipsis(name, 100),
                  graph.depth, graph.depth == 1 ? "" : "s");
  if (graph.left_out > 0) {
    caption += fmt::format("; {} more are not shown", graph.left_out);
  }
  return caption;
}

// XML text: what XML 1.0 does not allow is left out.
std::string Escaped(std::string text) {
  std::erase_if(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n';
  });
  return EscapeMarkup(text);
}

std::string Data(const char* key, const std::string& value) {
  if (value.empty()) return "";
  return fmt::format("      <data key=\"{}\">{}</data>\n", key, Escaped(value));
}

JsonObject NodeJson(const GraphNode& node) {
  JsonObject object = NewObject();
  object.set("id", node.id);
  object.set("kind", node.kind);
  object.set("label", node.label);
  object.set("detail", OrNull(node.detail));
  object.set("uri", OrNull(node.uri));
  object.set("report", OrNull(node.inside));
  object.set("distance", node.distance);
  return object;
}

JsonObject EdgeJson(const GraphEdge& edge) {
  JsonObject object = NewObject();
  object.set("from", edge.from);
  object.set("to", edge.to);
  object.set("relation", edge.relation);
  object.set("weight",
             edge.weight == 0 ? Null() : Poco::Dynamic::Var(edge.weight));
  object.set("quote", OrNull(edge.quote));
  return object;
}

}  // namespace

// Each report is a frame around its recommendations, so that "contains" needs
// no arrows.
std::string ToDot(const Graph& graph) {
  std::string dot = "digraph concord {\n";
  dot += fmt::format(
      "  graph [rankdir=LR, fontname=\"Helvetica\", fontsize=11, "
      "ranksep=0.9, nodesep=0.2, labelloc=t, label={}];\n"
      "  node [fontname=\"Helvetica\", fontsize=10, style=filled];\n"
      "  edge [fontname=\"Helvetica\", fontsize=9];\n",
      Quoted(Caption(graph)));
  std::map<std::string, std::vector<const GraphNode*>> frames;
  for (const GraphNode& node : graph.nodes) {
    const bool framed = node.kind == "report" || !node.inside.empty();
    if (framed) {
      frames[node.inside.empty() ? node.id : node.inside].push_back(&node);
    } else {
      dot += "  " + NodeLine(node, node.id == graph.centre);
    }
  }
  for (const auto& [report, nodes] : frames) {
    dot += fmt::format(
        "  subgraph {} {{\n    label=\"\"; style=rounded; "
        "color=\"#bbbbbb\";\n",
        Quoted("cluster_" + report));
    for (const GraphNode* node : nodes) {
      dot += "    " + NodeLine(*node, node->id == graph.centre);
    }
    dot += "  }\n";
  }
  for (const GraphEdge& edge : graph.edges) {
    if (edge.relation != "contains") dot += EdgeLine(edge);
  }
  return dot + "}\n";
}

std::string ToGraphMl(const Graph& graph) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
      "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
      "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  for (const char* key : {"kind", "label", "detail", "uri", "report"}) {
    xml += fmt::format(
        "  <key id=\"{0}\" for=\"node\" attr.name=\"{0}\" "
        "attr.type=\"string\"/>\n",
        key);
  }
  xml +=
      "  <key id=\"relation\" for=\"edge\" attr.name=\"relation\" "
      "attr.type=\"string\"/>\n"
      "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" "
      "attr.type=\"double\"/>\n"
      "  <key id=\"quote\" for=\"edge\" attr.name=\"quote\" "
      "attr.type=\"string\"/>\n"
      "  <graph id=\"concord\" edgedefault=\"directed\">\n";
  for (const GraphNode& node : graph.nodes) {
    xml += fmt::format("    <node id=\"{}\">\n", Escaped(node.id)) +
           Data("kind", node.kind) + Data("label", node.label) +
           Data("detail", node.detail) + Data("uri", node.uri) +
           Data("report", node.inside) + "    </node>\n";
  }
  for (const GraphEdge& edge : graph.edges) {
    xml +=
        fmt::format("    <edge source=\"{}\" target=\"{}\">\n",
                    Escaped(edge.from), Escaped(edge.to)) +
        Data("relation", edge.relation) +
        Data("weight", edge.weight == 0 ? "" : fmt::format("{}", edge.weight)) +
        Data("quote", edge.quote) + "    </edge>\n";
  }
  return xml + "  </graph>\n</graphml>\n";
}

std::string ToJson(const Graph& graph) {
  JsonObject object = NewObject();
  object.set("type", "graph");
  object.set("id", graph.centre);
  object.set("depth", graph.depth);
  object.set("nodes", ArrayOf(graph.nodes, NodeJson));
  object.set("edges", ArrayOf(graph.edges, EdgeJson));
  object.set("left_out", graph.left_out);
  return Line(object);
}

}  // namespace concord::engine
