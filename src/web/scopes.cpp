// Scopes: what one response answers and why nothing else, and the response.

#include <algorithm>

#include "links.h"
#include "templates.h"

namespace concord::web {
namespace {

constexpr std::size_t kScopesSummed = 50;

std::string ScopeHref(const std::string& name) {
  return "/scopes/" + Encode(name);
}

// A download under the scope's name.
Page Download(const std::string& name, const std::string& format,
              std::string text) {
  struct Form {
    std::string_view format;
    const char* type;
  };
  constexpr Form kForms[] = {{"html", "text/html; charset=utf-8"},
                             {"md", "text/markdown; charset=utf-8"},
                             {"json", "application/json; charset=utf-8"}};
  Response response{.body = std::move(text)};
  for (const Form& form : kForms) {
    if (form.format == format) response.type = form.type;
  }
  response.headers.emplace_back("Content-Disposition",
                                Attachment(name + "." + format));
  Page page;
  page.instead = std::move(response);
  return page;
}

}  // namespace

Result<Page> ScopesPage(const Call& call) {
  TRY_ASSIGN(const auto listing, call.engine.List({.what = "scopes"}));
  Page page{.title = "Scopes", .name = "scopes"};
  page.is_list = true;
  data rows = NewList();
  for (std::size_t i = 0; i < listing.rows.size(); ++i) {
    page.json.push_back(listing.rows[i].json);
    const std::string& name = listing.rows[i].cells.front();
    data row = NewView();
    if (i < kScopesSummed) {
      if (const auto scope = call.engine.ShowScope(name)) {
        row = ParseView(scope->json, call.Links());
      }
    }
    Set(&row, "name", name);
    Set(&row, "scope_href", ScopeHref(name));
    rows.push_back(std::move(row));
  }
  SetList(&page.view, "rows", std::move(rows));
  Set(&page.view, "counted", Counted(listing.rows.size(), "scope"));
  return page;
}

Result<Page> ScopePage(const Call& call) {
  TRY_ASSIGN(const engine::ScopeView scope, call.engine.ShowScope(call.id));
  Page page{.title = call.id + " – scope", .name = "scope"};
  page.json = {scope.json};
  const Enrich links = call.Links();
  // Decisions are shown as recommendations of theirs.
  page.view =
      ParseView(scope.json, [&links](const Poco::JSON::Object& from, data* to) {
        links(from, to);
        if (from.has("rule") && from.has("reason")) {
          Set(to, "decision_href", RecommendationHref(TextOf(from, "id")));
        }
      });
  const auto json = ParseObject(scope.json);
  data& view = page.view;
  Set(&view, "included_counted",
      Counted(json->getArray("included")->size(), "recommendation"));
  Set(&view, "excluded_counted",
      Counted(json->getArray("excluded")->size(), "recommendation"));
  const std::string paper = TextOf(*json, "as_stated_in");
  Set(&view, "paper_href", paper.empty() ? "" : ReportHref(paper));
  Set(&view, "paper_title",
      paper.empty() ? "" : call.engine.ReportTitle(paper).value_or(paper));
  Set(&view, "response_href", ScopeHref(call.id) + "/response");
  return page;
}

Result<Page> ScopeResponsePage(const Call& call) {
  TRY_RETURN(call.readers.AwaitOverlaps());
  const std::string format = call.request.Field("format");
  if (!format.empty()) {
    if (format != "html" && format != "md" && format != "json") {
      return Fail(ErrorCode::kInvalidArgument,
                  "'format' takes html, md or json, not '" + format + "'");
    }
    TRY_ASSIGN(std::string text, call.engine.Respond(call.id, format));
    return Download(call.id, format, std::move(text));
  }
  Page page{.title = call.id + " – consolidated response", .name = "response"};
  if (!call.as_page) {
    TRY_ASSIGN(std::string json, call.engine.Respond(call.id, "json"));
    page.json = {std::move(json)};
    return page;
  }
  TRY_ASSIGN(const std::string body, call.engine.Respond(call.id, "body"));
  // Escaped by the response's own templates.
  Set(&page.view, "body", WithoutControls(body));
  TRY_ASSIGN(const engine::ScopeView scope, call.engine.ShowScope(call.id));
  Set(&page.view, "response_title",
      "Consolidated response to " + TextOf(*ParseObject(scope.json), "title"));
  Set(&page.view, "scope_name", call.id);
  Set(&page.view, "scope_href", ScopeHref(call.id));
  Set(&page.view, "download_href", ScopeHref(call.id) + "/response?format=");
  return page;
}

}  // namespace concord::web
