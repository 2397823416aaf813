#pragma once
// What a page is made from, and the pages there are.
//
// To add a page: a template in templates/, a function here of the kind below,
// and a row in routes.cpp. The same function serves the page and its JSON.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "concord/engine/readers.h"
#include "web/response.h"
#include "web/view_data.h"

namespace concord::web {

struct Page {
  std::string title;
  std::string name;  // of the template
  data view = NewView();
  // The engine's JSON of what is shown: lines of a list, or one object.
  std::vector<std::string> json;
  bool is_list = false;
  // That has every row there is, whatever page is shown: it may be had as a
  // workbook and as CSV too.
  bool is_whole_list = false;
  // Of the head, for reference managers: name and content.
  std::vector<std::pair<std::string, std::string>> metas;
  int status = 200;
  bool search_box = true;  // in the header; off where the page has its own
  // Instead of a page: a download, a redirect.
  std::optional<Response> instead;
};

// What a page may look at.
struct Call {
  const Request& request;
  engine::Engine& engine;
  engine::Readers& readers;
  const Limits& limits;
  // The part of the address a route leaves open: "r3fa9" of "/reports/r3fa9".
  std::string id;
  bool as_page = true;    // and not as JSON
  bool as_sheet = false;  // as a workbook or CSV
  bool as_file = false;   // of all rows: as_sheet, or JSON lines

  // Links of what the engine's JSON names; see links.h.
  Enrich Links() const;
};

using PageFunction = Result<Page> (*)(const Call&);

// home.cpp
Result<Page> HomePage(const Call& call);
// search.cpp
Result<Page> SearchPage(const Call& call);
// reports.cpp
Result<Page> ReportsPage(const Call& call);
// report.cpp
Result<Page> ReportPage(const Call& call);
Result<Page> ReportTextPage(const Call& call);
Result<Page> OriginalPage(const Call& call);
// citation.cpp
Result<Page> CitationPage(const Call& call);
// What a page about something that is cited says of that: in its head, and as
// the part "cite"; `href` is the address of the page.
void SetCitation(const engine::CitationView& cited, const std::string& href,
                 Page* page);
// recommendations.cpp
Result<Page> RecommendationsPage(const Call& call);
Result<Page> RecommendationPage(const Call& call);
// overlaps.cpp
Result<Page> OverlapsPage(const Call& call);
Result<Page> GroupsPage(const Call& call);
// registers.cpp
Result<Page> WorksPage(const Call& call);
Result<Page> WorkPage(const Call& call);
Result<Page> BodiesPage(const Call& call);
Result<Page> BodyPage(const Call& call);
Result<Page> PeoplePage(const Call& call);
Result<Page> PersonPage(const Call& call);
Result<Page> AcronymsPage(const Call& call);
// graph.cpp
Result<Page> GraphPage(const Call& call);
// checks.cpp
Result<Page> CountsPage(const Call& call);
Result<Page> ConflictsPage(const Call& call);
Result<Page> WantedPage(const Call& call);
Result<Page> MissingPage(const Call& call);
Result<Page> RelationsPage(const Call& call);
// ledger.cpp
Result<Page> LedgerPage(const Call& call);
// scopes.cpp
Result<Page> ScopesPage(const Call& call);
Result<Page> ScopePage(const Call& call);
Result<Page> ScopeResponsePage(const Call& call);

}  // namespace concord::web
