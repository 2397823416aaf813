// The registers: works, bodies, people, acronyms.

#include <algorithm>

#include "web/links.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kRegisterRows = 60;

const std::vector<Choice>& WorkKinds() {
  static const std::vector<Choice> kKinds = {
      {"", "any kind"},         {"report", "report"},
      {"inquiry", "inquiry"},   {"act", "Act"},
      {"strategy", "strategy"}, {"plan", "plan"},
      {"guidance", "guidance"}, {"code", "code"},
      {"other", "other"}};
  return kKinds;
}

// Only rows whose words hold what was typed.
void KeepMatching(const std::string& words, engine::Listing* listing) {
  if (words.empty()) return;
  const auto lower = [](std::string text) {
    for (char& c : text) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
  };
  const std::string wanted = lower(words);
  std::erase_if(listing->rows, [&](const engine::ListRow& row) {
    return std::none_of(row.cells.begin(), row.cells.end(),
                        [&](const std::string& cell) {
                          return lower(cell).find(wanted) != std::string::npos;
                        });
  });
}

// A listing of one register as a page with a field for words.
Result<Page> RegisterPage(const Call& call, const std::string& what,
                          const std::string& title, const std::string& thing) {
  TRY_ASSIGN(auto listing, call.engine.List({.what = what}));
  KeepMatching(call.request.Field("words"), &listing);
  Page page{.title = title, .name = what};
  TRY_RETURN(ShowListing(call, listing, kRegisterRows, &page));
  Set(&page.view, "counted", Counted(listing.rows.size(), thing));
  Set(&page.view, "words", call.request.Field("words"));
  return page;
}

// One thing of a register.
Result<Page> ThingPage(const Call& call, const std::string& type,
                       const std::string& name_field) {
  TRY_ASSIGN(const engine::Shown shown, call.engine.Show(call.id));
  if (TextOf(*ParseObject(shown.json), "type") != type) {
    return Fail(ErrorCode::kNotFound,
                "no " + type + " has the id '" + call.id + "'");
  }
  Page page{.title = shown.title, .name = type};
  page.json = {shown.json};
  page.view = ParseView(shown.json, call.Links());
  Set(&page.view, "shown_title", TextOf(*ParseObject(shown.json), name_field));
  return page;
}

// Rows of a listing that concern the work `id`.
Result<data> RowsOfWork(const Call& call, const std::string& what,
                        const std::string& id) {
  TRY_ASSIGN(const auto listing, call.engine.List({.what = what}));
  const std::string quoted = "\"" + id + "\"";
  data list = NewList();
  for (const engine::ListRow& row : listing.rows) {
    if (row.json.find(quoted) == std::string::npos) continue;
    list.push_back(ParseView(row.json, call.Links()));
  }
  return list;
}

// Works that are probably this one, with the words of both.
Result<data> ProposalsFor(const Call& call, const std::string& id) {
  TRY_ASSIGN(const auto listing, call.engine.List({.what = "proposals"}));
  data list = NewList();
  for (const engine::ListRow& row : listing.rows) {
    const auto json = ParseObject(row.json);
    const bool first = TextOf(*json, "work_a") == id;
    if (!first && TextOf(*json, "work_b") != id) continue;
    data one = ParseView(row.json, call.Links());
    Set(&one, "other_title", TextOf(*json, first ? "title_b" : "title_a"));
    Set(&one, "other_href",
        WorkHref(TextOf(*json, first ? "work_b" : "work_a")));
    list.push_back(one);
  }
  return list;
}

}  // namespace

Result<Page> WorksPage(const Call& call) {
  TRY_ASSIGN(
      auto listing,
      call.engine.List({.what = "works", .kind = call.request.Field("kind")}));
  KeepMatching(call.request.Field("words"), &listing);
  const std::string held = call.request.Field("held");
  std::erase_if(listing.rows, [&](const engine::ListRow& row) {
    return (held == "yes" && row.cells[3] == "no") ||
           (held == "no" && row.cells[3] != "no");
  });
  // The most cited first: that is what people look for.
  std::stable_sort(listing.rows.begin(), listing.rows.end(),
                   [](const engine::ListRow& a, const engine::ListRow& b) {
                     return std::stoull("0" + a.cells[4]) >
                            std::stoull("0" + b.cells[4]);
                   });
  Page page{.title = "Works", .name = "works"};
  TRY_RETURN(ShowListing(call, listing, kRegisterRows, &page));
  SetChoices(WorkKinds(), call.request.Field("kind"), "kinds", &page.view);
  SetChoices({{"", "held or not"}, {"yes", "held"}, {"no", "not held"}}, held,
             "helds", &page.view);
  Set(&page.view, "words", call.request.Field("words"));
  Set(&page.view, "counted", Counted(listing.rows.size(), "work"));
  return page;
}

Result<Page> WorkPage(const Call& call) {
  TRY_ASSIGN(Page page, ThingPage(call, "work", "title"));
  const auto json = ParseObject(page.json.front());
  const std::string id = TextOf(*json, "id");
  data held = NewList();
  for (const auto& report : *json->getArray("held")) {
    data one = NewView();
    Set(&one, "held_href", ReportHref(report.toString()));
    Set(&one, "held_title",
        call.engine.ReportTitle(report.toString()).value_or(""));
    held.push_back(one);
  }
  SetList(&page.view, "held_reports", held);
  const std::string whole = TextOf(*json, "part_of");
  Set(&page.view, "part_of_href", whole.empty() ? "" : WorkHref(whole));
  const std::string series = TextOf(*json, "series");
  Set(&page.view, "series_href", series.empty() ? "" : WorkHref(series));
  Set(&page.view, "cited_counted",
      Counted(json->getArray("cited_by")->size(), "citation"));
  TRY_ASSIGN(data counts, RowsOfWork(call, "counts", id));
  SetList(&page.view, "count_rows", counts);
  TRY_ASSIGN(data relations, RowsOfWork(call, "relations", id));
  SetList(&page.view, "relation_rows", relations);
  TRY_ASSIGN(data proposals, ProposalsFor(call, id));
  SetList(&page.view, "proposal_rows", proposals);
  return page;
}

Result<Page> BodiesPage(const Call& call) {
  return RegisterPage(call, "bodies", "Bodies", "body");
}

Result<Page> BodyPage(const Call& call) {
  return ThingPage(call, "body", "name");
}

Result<Page> PeoplePage(const Call& call) {
  return RegisterPage(call, "people", "People", "name");
}

Result<Page> PersonPage(const Call& call) {
  return ThingPage(call, "person", "name");
}

Result<Page> AcronymsPage(const Call& call) {
  return RegisterPage(call, "acronyms", "Acronyms", "acronym");
}

}  // namespace concord::web
