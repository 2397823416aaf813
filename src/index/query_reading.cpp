// The reading of a query that is shown beside its hits, so that nobody has to
// guess what was run.

#include <fmt/format.h>

#include "index/query_parser.h"

namespace concord::index {
namespace {

std::string Read(const Leaf& leaf) {
  std::string text = leaf.field.empty() ? "" : fmt::format("{}: ", leaf.field);
  switch (leaf.kind) {
    case LeafKind::kForms:
      return text + leaf.printed + " [any form]";
    case LeafKind::kExact:
      return text + "exactly \"" + leaf.printed + "\"";
    case LeafKind::kBeginning:
      return text + leaf.printed + "* [any ending]";
  }
  return text;
}

// One node's words, and whether they need parentheses inside another.
struct Reading {
  std::string text;
  bool is_list = false;
};

Reading Read(const Node& node, const ParsedQuery& query,
             const std::vector<Reading>& readings) {
  const auto inner = [&](std::size_t child) {
    const Reading& reading = readings[child];
    return reading.is_list ? "(" + reading.text + ")" : reading.text;
  };
  const auto list = [&](std::string_view lead) {
    std::string text(lead);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      text += (i == 0 ? " " : ", ") + inner(node.children[i]);
    }
    return Reading{std::move(text), true};
  };
  switch (node.kind) {
    case NodeKind::kLeaf:
      return {Read(query.leaves[node.leaf]), false};
    case NodeKind::kNot:
      return {"not " + inner(node.children[0]), false};
    case NodeKind::kOr:
      return list("any of:");
    case NodeKind::kNear:
      return list(fmt::format("within {} words:", node.window));
    case NodeKind::kAnd:
      if (node.children.size() == 1) return readings[node.children[0]];
      return list("all of:");
  }
  return {};
}

}  // namespace

std::string ReadAs(const ParsedQuery& query) {
  if (query.empty()) return "everything";
  std::vector<Reading> readings;
  readings.reserve(query.nodes.size());
  for (const Node& node : query.nodes) {
    // A node whose children were taken over is read by nobody.
    const bool unused = node.kind != NodeKind::kLeaf && node.children.empty();
    readings.push_back(unused ? Reading{} : Read(node, query, readings));
  }
  std::string text = readings[query.root].text;
  for (std::size_t i = 0; i < query.ignored.size(); ++i) {
    text += (i == 0 ? "; left out as too common: " : ", ") + query.ignored[i];
  }
  return text;
}

}  // namespace concord::index
