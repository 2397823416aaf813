#include "archive_engine.h"
#include "lists.h"

namespace concord::engine {
namespace {

struct ListKind {
  std::string_view name;
  ListFunction function;
};

constexpr ListKind kLists[] = {
    {"recommendations", ListRecommendations},
    {"reports", ListReports},
    {"versions", ListVersions},
    {"resolutions", ListResolutions},
    {"timetable", ListTimetable},
    {"works", ListWorks},
    {"bodies", ListBodies},
    {"people", ListPeople},
    {"acronyms", ListAcronyms},
    {"relations", ListRelations},
    {"counts", ListCounts},
    {"conflicts", ListConflicts},
    {"wanted", ListWanted},
    {"missing", ListMissing},
    {"references", ListReferences},
    {"broken", ListBroken},
    {"singles", ListSingles},
    {"ambiguous", ListAmbiguous},
    {"ledger", ListLedger},
    {"runs", ListRuns},
    {"scopes", ListScopes},
};

}  // namespace

Result<Listing> ArchiveEngine::List(const ListRequest& request) {
  for (const ListKind& kind : kLists) {
    if (kind.name != request.what) continue;
    ListRequest resolved = request;
    if (!request.report.empty()) {
      TRY_ASSIGN(resolved.report, store_->ResolveId(request.report));
    }
    // Runs and what they met are told without reading every report.
    Snapshot nothing;
    Snapshot* world = &nothing;
    if (kind.function != &ListLedger && kind.function != &ListRuns) {
      TRY_ASSIGN(world, World());
    }
    return kind.function({resolved, *store_, *world});
  }
  std::string names;
  for (const ListKind& kind : kLists) {
    names += (names.empty() ? "" : ", ") + std::string(kind.name);
  }
  return Fail(ErrorCode::kInvalidArgument,
              "there is no list of '" + request.what + "'; there are " + names);
}

}  // namespace concord::engine
