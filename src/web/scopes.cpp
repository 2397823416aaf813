// Scopes: what one response answers and why nothing else, and the response.

#include <algorithm>
#include <mutex>

#include "web/links.h"
#include "web/templates.h"

namespace concord::web {
namespace {

constexpr std::size_t kScopesSummed = 50;

std::string ScopeHref(const std::string& name) {
  return "/scopes/" + Encode(name);
}

// A long response keeps pandoc busy for a minute: one at a time, so that it
// never holds more than one of the threads that answer.
Result<std::string> Written(const Call& call,
                            const engine::ResponseFormat& format) {
  if (format.name != "docx") return call.engine.Respond(call.id, format.name);
  static std::mutex one_at_a_time;
  const std::unique_lock lock(one_at_a_time, std::try_to_lock);
  if (!lock.owns_lock()) {
    return Fail(ErrorCode::kUnavailable,
                "a Word file is being written for somebody else; ask again in "
                "a moment");
  }
  return call.engine.Respond(call.id, format.name);
}

data Downloads(const std::string& response_href) {
  data list = NewList();
  for (const engine::ResponseFormat& format : engine::ResponseFormats()) {
    data row = NewView();
    Set(&row, "href", response_href + "?format=" + format.name);
    Set(&row, "text", format.title);
    SetFlag(&row, "further", list.is_non_empty_list());
    list.push_back(row);
  }
  return list;
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
    rows.push_back(row);
  }
  SetList(&page.view, "rows", rows);
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
    const engine::ResponseFormat* form = engine::FindResponseFormat(format);
    if (form == nullptr) {
      return Fail(ErrorCode::kInvalidArgument,
                  "'format' takes " + engine::ResponseFormatsInWords() +
                      ", not '" + format + "'");
    }
    TRY_ASSIGN(std::string bytes, Written(call, *form));
    Page page;
    page.instead = Download(call.id + "." + form->name, form->media_type,
                            std::move(bytes));
    return page;
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
  SetList(&page.view, "downloads", Downloads(ScopeHref(call.id) + "/response"));
  return page;
}

}  // namespace concord::web
