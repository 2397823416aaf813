// The front page: what the archive holds, what is new, what to try.

#include <algorithm>

#include "web/links.h"

namespace concord::web {
namespace {

constexpr std::size_t kNewest = 6;
constexpr std::size_t kRuns = 3;

struct Figure {
  std::uint64_t number;
  const char* thing;
  const char* href;
  std::string text;
};

data Figures(const engine::OverviewView& overview) {
  const Figure figures[] = {
      {overview.reports, "report", "/reports", "read whole, word for word"},
      {overview.recommendations, "recommendation",
       "/recommendations?kind=recommendation",
       "beside " + Counted(overview.decisions, "decision") + " sought and " +
           Counted(overview.commitments, "commitment")},
      {overview.works, "work", "/works", "cited or held, under one name each"},
      {overview.counts, "stated count", "/counts", "held against what is here"},
      {overview.conflicts, "conflict", "/conflicts",
       overview.conflicts_compared
           ? "statements that cannot both be true"
           : "so far; the recommendations are still being compared"},
      {overview.wanted, "wanted work", "/wanted", "cited and not held"},
  };
  data list = NewList();
  for (const Figure& figure : figures) {
    const std::string counted = Counted(figure.number, figure.thing);
    const std::size_t space = counted.find(' ');
    data one = NewView();
    Set(&one, "number", counted.substr(0, space));
    Set(&one, "thing", counted.substr(space + 1));
    Set(&one, "href", figure.href);
    Set(&one, "text", figure.text);
    list.push_back(one);
  }
  return list;
}

// The last rows first.
data Last(const engine::Listing& listing, std::size_t count,
          const Enrich& links) {
  data list = NewList();
  const std::size_t rows = std::min(count, listing.rows.size());
  for (std::size_t i = 0; i < rows; ++i) {
    list.push_back(
        ParseView(listing.rows[listing.rows.size() - 1 - i].json, links));
  }
  return list;
}

// Reports by date, the undated ones first: so that the last are the latest.
engine::Listing UndatedFirst(engine::Listing reports) {
  constexpr std::size_t kDate = 1;  // its column
  std::stable_partition(
      reports.rows.begin(), reports.rows.end(),
      [](const engine::ListRow& row) { return row.cells[kDate].empty(); });
  return reports;
}

data Bars(const std::vector<engine::ReportCount>& years) {
  std::uint64_t most = 1;
  for (const auto& year : years) most = std::max(most, year.reports);
  data list = NewList();
  for (const auto& year : years) {
    data one = NewView();
    Set(&one, "year", year.name);
    Set(&one, "reports", year.reports);
    Set(&one, "href", "/reports?from=" + year.name + "&to=" + year.name);
    Set(&one, "width", std::max<std::uint64_t>(1, year.reports * 100 / most));
    list.push_back(one);
  }
  return list;
}

// Searches that find something in this archive.
data Examples(const engine::Listing& works, const engine::Listing& acronyms) {
  struct Cited {
    std::string title;
    std::uint64_t times;
  };
  std::vector<Cited> cited;
  for (const engine::ListRow& row : works.rows) {
    if (row.cells.size() > 5) {
      cited.push_back({row.cells[5], std::stoull("0" + row.cells[4])});
    }
  }
  std::stable_sort(
      cited.begin(), cited.end(),
      [](const Cited& a, const Cited& b) { return a.times > b.times; });
  std::vector<std::pair<std::string, std::string>> examples;
  for (std::size_t i = 0; i < cited.size() && i < 2; ++i) {
    examples.emplace_back("\"" + cited[i].title + "\"",
                          "the exact words of a title");
  }
  if (!acronyms.rows.empty() && acronyms.rows.front().cells.size() > 1) {
    examples.emplace_back(acronyms.rows.front().cells[1],
                          "an abbreviation as it stands");
  }
  examples.emplace_back("train* NEAR officer", "words near each other");
  data list = NewList();
  for (const auto& [query, text] : examples) {
    data one = NewView();
    Set(&one, "query", query);
    Set(&one, "text", text);
    Set(&one, "href", "/search?q=" + Encode(query));
    list.push_back(one);
  }
  return list;
}

}  // namespace

Result<Page> HomePage(const Call& call) {
  TRY_ASSIGN(const engine::OverviewView overview, call.engine.Overview());
  TRY_ASSIGN(const auto reports, call.engine.List({.what = "reports"}));
  TRY_ASSIGN(const auto works, call.engine.List({.what = "works"}));
  TRY_ASSIGN(const auto acronyms, call.engine.List({.what = "acronyms"}));
  TRY_ASSIGN(const auto runs, call.engine.List({.what = "runs"}));
  TRY_ASSIGN(const auto scopes, call.engine.List({.what = "scopes"}));
  Page page{.title = "What is here", .name = "home"};
  page.search_box = false;
  page.json = {overview.json};
  const Enrich links = call.Links();
  SetList(&page.view, "figures", Figures(overview));
  SetList(&page.view, "newest", Last(UndatedFirst(reports), kNewest, links));
  SetList(&page.view, "runs", Last(runs, kRuns, links));
  SetList(&page.view, "scopes", Last(scopes, kNewest, links));
  SetList(&page.view, "years", Bars(overview.years));
  SetList(&page.view, "examples", Examples(works, acronyms));
  Set(&page.view, "q", "");
  Set(&page.view, "earliest", overview.earliest);
  Set(&page.view, "latest", overview.latest);
  return page;
}

}  // namespace concord::web
