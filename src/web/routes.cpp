#include "web/routes.h"

namespace concord::web {
namespace {

constexpr Route kRoutes[] = {
    {"", HomePage, "home"},
    {"search", SearchPage, "search"},
    {"reports", ReportsPage, "reports"},
    {"reports/*", ReportPage, "reports"},
    {"reports/*/text", ReportTextPage, "reports"},
    {"reports/*/citation", CitationPage, "reports"},
    {"originals/*", OriginalPage, "reports"},
    {"recommendations", RecommendationsPage, "recommendations"},
    {"recommendations/*", RecommendationPage, "recommendations"},
    {"recommendations/*/citation", CitationPage, "recommendations"},
    {"overlaps", OverlapsPage, "overlaps"},
    {"groups", GroupsPage, "groups"},
    {"works", WorksPage, "works"},
    {"works/*", WorkPage, "works"},
    {"bodies", BodiesPage, "bodies"},
    {"bodies/*", BodyPage, "bodies"},
    {"people", PeoplePage, "people"},
    {"people/*", PersonPage, "people"},
    {"acronyms", AcronymsPage, "acronyms"},
    {"graph/*", GraphPage, "works"},
    {"counts", CountsPage, "counts"},
    {"conflicts", ConflictsPage, "conflicts"},
    {"wanted", WantedPage, "wanted"},
    {"missing", MissingPage, "missing"},
    {"relations", RelationsPage, "relations"},
    {"ledger", LedgerPage, "ledger"},
    {"scopes", ScopesPage, "scopes"},
    {"scopes/*", ScopePage, "scopes"},
    {"scopes/*/response", ScopeResponsePage, "scopes"},
};

bool Matches(std::string_view pattern, const std::vector<std::string>& segments,
             std::string* id) {
  for (const std::string& segment : segments) {
    const std::size_t slash = pattern.find('/');
    const std::string_view part = pattern.substr(0, slash);
    if (part == "*") {
      *id = segment;
    } else if (part != segment) {
      return false;
    }
    pattern = slash == std::string_view::npos ? std::string_view()
                                              : pattern.substr(slash + 1);
  }
  return pattern.empty();
}

}  // namespace

Match FindRoute(const std::vector<std::string>& segments) {
  for (const Route& route : kRoutes) {
    std::string id;
    if (Matches(route.pattern, segments, &id)) return {&route, id};
  }
  return {};
}

const std::vector<Section>& Sections() {
  static const std::vector<Section> kSections = {
      {"search", "/search", "Search", "search"},
      {"reports", "/reports", "Reports", "reports"},
      {"recommendations", "/recommendations", "Recommendations",
       "recommendations"},
      {"overlaps", "/overlaps", "Pairs", "overlaps"},
      {"groups", "/groups", "Groups", "overlaps"},
      {"scopes", "/scopes", "Scopes", "scopes"},
      {"works", "/works", "Works", "registers"},
      {"bodies", "/bodies", "Bodies", "registers"},
      {"people", "/people", "People", "registers"},
      {"acronyms", "/acronyms", "Acronyms", "registers"},
      {"counts", "/counts", "Counts", "checks"},
      {"conflicts", "/conflicts", "Conflicts", "checks"},
      {"wanted", "/wanted", "Wanted", "checks"},
      {"missing", "/missing", "Missing parts", "checks"},
      {"relations", "/relations", "Relations", "checks"},
      {"ledger", "/ledger", "Ledger", "ledger"},
  };
  return kSections;
}

}  // namespace concord::web
