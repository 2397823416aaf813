// Search: every field in the open, hits with their words marked.

#include "concord/base/unicode.h"
#include "web/links.h"
#include "web/words.h"

namespace concord::web {
namespace {

constexpr std::uint64_t kHits = 20;
// All that one search may look through; see index::QueryLimits.
constexpr std::uint32_t kHitsOfAFile = 10'000;
constexpr std::size_t kNotSearched = 8;

const std::vector<Choice>& KindsSearched() {
  static const std::vector<Choice> kKinds = {
      {"", "any kind"},
      {"recommendation", "recommendation"},
      {"decision", "decision sought"},
      {"commitment", "commitment"},
      {"report", "report to a committee"},
      {"inspection", "inspection or inquiry"},
      {"minutes", "minutes"},
      {"agenda", "agenda"},
      {"strategy", "strategy or plan"},
      {"digest", "digest of reports"},
      {"press", "press release"},
      {"response", "consolidated response"},
      {"other", "other"},
  };
  return kKinds;
}

engine::SearchViewRequest RequestOf(const Request& request) {
  engine::SearchViewRequest asked{.query = request.Field("q"),
                                  .committee = request.Field("committee"),
                                  .owner = request.Field("owner"),
                                  .kind = request.Field("kind"),
                                  .from = request.Field("from"),
                                  .to = request.Field("to")};
  if (const std::string in = request.Field("in"); !in.empty()) asked.in = in;
  return asked;
}

bool AsksForSomething(const engine::SearchViewRequest& asked) {
  return !asked.query.empty() || !asked.committee.empty() ||
         !asked.owner.empty() || !asked.kind.empty() || !asked.from.empty() ||
         !asked.to.empty();
}

data HitData(const engine::HitView& hit, std::uint64_t number,
             const std::string& query) {
  data view = NewView();
  Set(&view, "number", number);
  Set(&view, "href", PlaceHref(hit.report, hit.span, query));
  Set(&view, "title", CollapseSpace(hit.title));
  Set(&view, "locator", hit.locator);
  Set(&view, "committee", CollapseSpace(hit.committee));
  Set(&view, "date", hit.date_printed);
  Set(&view, "due", hit.due);
  Set(&view, "id", hit.id);
  SetFlag(&view, "ocr", hit.ocr);
  const bool recommendation = hit.kind == "recommendation";
  Set(&view, "recommendation_href",
      recommendation ? RecommendationHref(hit.id) : "");
  std::vector<Decoration> marks;
  for (const TextSpan mark : hit.marks) marks.push_back({mark});
  const TextSpan all{0, static_cast<std::uint32_t>(hit.snippet.size())};
  SetList(&view, "words", WordsOf(hit.snippet, all, marks));
  return view;
}

// The filters in force, each with the address that takes it off.
data Filters(const Request& request) {
  constexpr std::pair<const char*, const char*> kFilters[] = {
      {"committee", "committee"},
      {"owner", "owner"},
      {"kind", "kind"},
      {"from", "from"},
      {"to", "to"}};
  data list = NewList();
  for (const auto& [field, name] : kFilters) {
    const std::string value = request.Field(field);
    if (value.empty()) continue;
    data one = NewView();
    Set(&one, "name", name);
    Set(&one, "value", value);
    Set(&one, "href", With(request, field, ""));
    list.push_back(one);
  }
  return list;
}

// How many of the matches each committee has, each with the address that asks
// for those alone. Only of the committees with most reports: each is a search.
data ByCommittee(const Call& call, engine::SearchViewRequest asked,
                 const engine::OverviewView& overview) {
  constexpr std::size_t kMost = 8;
  data list = NewList();
  if (!asked.committee.empty()) return list;
  asked.limit = asked.offset = 0;
  for (std::size_t i = 0; i < overview.committees.size() && i < kMost; ++i) {
    asked.committee = overview.committees[i].name;
    const auto found = call.engine.Search(asked);
    if (!found || found->matches == 0) continue;
    data one = NewView();
    Set(&one, "text", asked.committee);
    Set(&one, "found", found->matches);
    Set(&one, "href", With(call.request, "committee", asked.committee));
    list.push_back(one);
  }
  return list;
}

// Tabs over what is searched, keeping everything else.
data Tabs(const Request& request, const std::string& in) {
  constexpr std::pair<const char*, const char*> kTabs[] = {
      {"passages", "Passages"},
      {"recommendations", "Recommendations"},
      {"reports", "Reports"}};
  data list = NewList();
  for (const auto& [value, text] : kTabs) {
    data one = NewView();
    Set(&one, "text", text);
    Set(&one, "href", With(request, "in", value));
    SetFlag(&one, "here", in == value);
    list.push_back(one);
  }
  return list;
}

void SetForm(const engine::SearchViewRequest& asked,
             const engine::OverviewView& overview, data* view) {
  Set(view, "q", asked.query);
  Set(view, "committee", asked.committee);
  Set(view, "owner", asked.owner);
  Set(view, "from", asked.from);
  Set(view, "to", asked.to);
  SetChoices({{"passages", "passages"},
              {"recommendations", "recommendations"},
              {"reports", "whole reports"}},
             asked.in, "ins", view);
  SetChoices(KindsSearched(), asked.kind, "kinds", view);
  data committees = NewList();
  for (const engine::ReportCount& count : overview.committees) {
    data one = NewView();
    Set(&one, "name", count.name);
    committees.push_back(one);
  }
  SetList(view, "committees", committees);
  const bool filtered = !asked.committee.empty() || !asked.owner.empty() ||
                        !asked.kind.empty() || !asked.from.empty() ||
                        !asked.to.empty();
  SetFlag(view, "filtered", filtered);
}

void SetNotSearched(const std::vector<std::string>& parts, data* view) {
  data list = NewList();
  for (std::size_t i = 0; i < parts.size() && i < kNotSearched; ++i) {
    data one = NewView();
    Set(&one, "text", parts[i]);
    list.push_back(one);
  }
  SetList(view, "not_searched", list);
  Set(view, "not_searched_count",
      parts.empty() ? "" : Counted(parts.size(), "thing"));
  Set(view, "more_not_searched",
      parts.size() > kNotSearched
          ? std::to_string(parts.size() - kNotSearched) + " more"
          : "");
}

// Where the query leads that is no search for words.
data Directions(const std::vector<engine::DirectionView>& directions) {
  data list = NewList();
  for (const engine::DirectionView& direction : directions) {
    std::string href = ThingHref(direction.type, direction.id);
    if (href.empty() && !direction.list.empty()) {
      href = "/" + direction.list;
      char separator = '?';
      for (const auto& [field, value] : direction.fields) {
        href += separator + Encode(field) + "=" + Encode(value);
        separator = '&';
      }
    }
    if (href.empty()) continue;
    data one = NewView();
    Set(&one, "direction", direction.text);
    Set(&one, "direction_href", href);
    list.push_back(one);
  }
  return list;
}

data Remarks(const std::vector<std::string>& remarks) {
  data list = NewList();
  for (const std::string& remark : remarks) {
    data one = NewView();
    Set(&one, "remark", remark);
    list.push_back(one);
  }
  return list;
}

data Notes(const std::vector<std::string>& texts) {
  data notes = NewList();
  for (const std::string& text : texts) {
    data row = NewView();
    Set(&row, "text", text);
    notes.push_back(row);
  }
  return notes;
}

bool IsAboutTheQuery(const Error& error) {
  return error.code() == ErrorCode::kInvalidArgument ||
         error.code() == ErrorCode::kLimitExceeded;
}

}  // namespace

Result<Page> SearchPage(const Call& call) {
  engine::SearchViewRequest asked = RequestOf(call.request);
  TRY_ASSIGN(const engine::OverviewView overview, call.engine.Overview());
  TRY_ASSIGN(const Rows rows, RowsOf(call.request, kHits));
  Page page{.title = asked.query.empty() ? "Search" : asked.query + " – search",
            .name = "search"};
  page.search_box = false;
  page.is_list = true;
  SetForm(asked, overview, &page.view);
  SetFlag(&page.view, "asked", AsksForSomething(asked));
  SetFlag(&page.view, "refused", false);
  if (!AsksForSomething(asked)) return page;
  asked.limit = call.as_file ? kHitsOfAFile : kHits;
  asked.offset = call.as_file
                     ? 0
                     : static_cast<std::uint32_t>(
                           std::min<std::uint64_t>(rows.first(), 1'000'000));
  page.is_whole_list = true;
  const auto found = call.engine.Search(asked);
  if (!found) {
    // What is wrong with a query is said beside the query.
    if (!IsAboutTheQuery(found.error()) || !call.as_page)
      return tl::unexpected<Error>(found.error());
    Set(&page.view, "refused", found.error().message());
    page.status = 400;
    return page;
  }
  data hits = NewList();
  std::uint64_t number = rows.first();
  for (const engine::HitView& hit : found->hits) {
    hits.push_back(HitData(hit, ++number, asked.query));
    page.json.push_back(hit.json);
  }
  // In a spreadsheet every row is a hit.
  if (!call.as_sheet) page.json.push_back(found->json);
  data& view = page.view;
  SetList(&view, "hits", hits);
  SetList(&view, "in_tabs", Tabs(call.request, asked.in));
  SetList(&view, "filters", Filters(call.request));
  SetList(&view, "by_committee",
          found->matches > 1 ? ByCommittee(call, asked, overview) : NewList());
  Set(&view, "matches",
      (found->matches_exact ? "" : "about ") +
          Counted(found->matches, "match"));
  SetFlag(&view, "none", found->matches == 0);
  Set(&view, "read_as", found->query_read_as);
  SetList(&view, "acronym_notes", Notes(found->acronym_notes));
  Set(&view, "suggestion", found->suggestion);
  Set(&view, "suggestion_href",
      found->suggestion.empty() ? ""
                                : With(call.request, "q", found->suggestion));
  SetList(&view, "directions", Directions(found->directions));
  SetList(&view, "remarks", Remarks(found->remarks));
  SetNotSearched(found->not_searched, &view);
  SetPager(call.request, rows, found->matches, &view);
  return page;
}

}  // namespace concord::web
