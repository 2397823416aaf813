// What is next to one thing, as a picture and in words.

#include <map>

#include "web/links.h"
#include "web/templates.h"

namespace concord::web {
namespace {

using Poco::JSON::Object;

// A picture of more steps is too large for a page; the command line draws it.
constexpr int kMostSteps = 2;

Result<int> StepsOf(const Request& request) {
  const std::string text = request.Field("depth");
  if (text.empty() || text == "1") return 1;
  if (text == "2") return kMostSteps;
  return Fail(
      ErrorCode::kInvalidArgument,
      "'depth' takes 1 or 2, not '" + text + "'; 'concord graph' draws more");
}

// The element alone: a page holds no XML declaration. Words in it come from
// documents; Graphviz has escaped them.
std::string Element(const std::string& svg) {
  const std::size_t begin = svg.find("<svg");
  return begin == std::string::npos ? "" : WithoutControls(svg.substr(begin));
}

struct Named {
  std::string href;
  std::string label;
};

// The edges in words, for who does not see the picture or searches in it.
void SetWords(const Object& graph, data* view) {
  std::map<std::string, Named> named;
  for (const auto& item : *graph.getArray("nodes")) {
    const auto& node = *item.extract<Object::Ptr>();
    const std::string id = TextOf(node, "id");
    named[id] = {ThingHref(TextOf(node, "kind"), id), TextOf(node, "label")};
  }
  data edges = NewList();
  for (const auto& item : *graph.getArray("edges")) {
    const auto& edge = *item.extract<Object::Ptr>();
    const Named& from = named[TextOf(edge, "from")];
    const Named& to = named[TextOf(edge, "to")];
    data one = NewView();
    Set(&one, "from_href", from.href);
    Set(&one, "from_label", from.label);
    Set(&one, "relation", TextOf(edge, "relation"));
    Set(&one, "to_href", to.href);
    Set(&one, "to_label", to.label);
    edges.push_back(one);
  }
  Set(view, "edges_counted", Counted(graph.getArray("edges")->size(), "line"));
  SetList(view, "edges", edges);
}

}  // namespace

Result<Page> GraphPage(const Call& call) {
  TRY_RETURN(call.readers.AwaitOverlaps());
  TRY_ASSIGN(const int depth, StepsOf(call.request));
  engine::GraphRequest asked{
      .id = call.id, .format = "json", .depth = depth, .link = ThingHref};
  TRY_ASSIGN(const std::string json, call.engine.DrawGraph(asked));
  const auto graph = ParseObject(json);
  Page page{.title = "What is next to " + call.id, .name = "graph"};
  page.json = {json.substr(0, json.find('\n'))};
  data& view = page.view;
  SetWords(*graph, &view);
  for (const auto& item : *graph->getArray("nodes")) {
    const auto& node = *item.extract<Object::Ptr>();
    if (TextOf(node, "id") != TextOf(*graph, "id")) continue;
    Set(&view, "centre", TextOf(node, "label"));
    Set(&view, "centre_kind", TextOf(node, "kind"));
    Set(&view, "centre_href", ThingHref(TextOf(node, "kind"), call.id));
  }
  SetFlag(&view, "two_steps", depth == kMostSteps);
  Set(&view, "other_href",
      With(call.request, "depth", depth == kMostSteps ? "" : "2"));
  Set(&view, "svg", "");
  Set(&view, "no_picture", "");
  if (!call.as_page) return page;
  // Without Graphviz, or where it takes too long, the words are the page.
  asked.format = "svg";
  const auto svg = call.engine.DrawGraph(asked);
  Set(&view, svg ? "svg" : "no_picture",
      svg ? Element(*svg) : svg.error().message());
  return page;
}

}  // namespace concord::web
