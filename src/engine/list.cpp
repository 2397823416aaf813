#include <algorithm>

#include "archive_engine.h"
#include "list_filters.h"
#include "lists.h"
#include "show_listed.h"

namespace concord::engine {
namespace {

using Kinds = std::vector<std::string_view> (*)();

std::vector<std::string_view> AnyKind() { return {}; }

// Needs no reading of reports: runs, and what they met.
enum class Needs : std::uint8_t { kWorld, kStore };

struct ListKind {
  std::string_view name;
  ListFunction function;
  unsigned heeds = kNoFilter;  // see Filter
  Kinds kinds = AnyKind;
  Needs needs = Needs::kWorld;
};

const ListKind kLists[] = {
    {"recommendations", ListRecommendations,
     kByKind | kByPaper | kByOwner | kByReport | kByPosition,
     NamesOf<extraction::RecommendationKind>},
    {"reports", ListReports, kByKind | kByPaper | kByReport,
     NamesOf<extraction::DocumentKind>},
    {"versions", ListVersions, kByReport},
    {"resolutions", ListResolutions, kByPaper | kByReport},
    {"timetable", ListTimetable, kByPaper | kByReport},
    {"works", ListWorks, kByKind, NamesOf<extraction::WorkKind>},
    {"bodies", ListBodies},
    {"people", ListPeople},
    {"acronyms", ListAcronyms},
    {"relations", ListRelations, kByKind},
    {"counts", ListCounts},
    {"conflicts", ListConflicts},
    {"wanted", ListWanted},
    {"missing", ListMissing},
    {"references", ListReferences, kByReport},
    {"broken", ListBroken, kByReport},
    {"singles", ListSingles},
    {"ambiguous", ListAmbiguous},
    {"ledger", ListLedger, kByKind | kByRun, NamesOf<store::Outcome>,
     Needs::kStore},
    {"runs", ListRuns, kNoFilter, AnyKind, Needs::kStore},
    {"scopes", ListScopes},
};

bool HasId(const ListRow& row, const std::string& id) {
  // Parsed only where the words stand: a list may have many thousands of rows.
  if (row.json.find('"' + id + '"') == std::string::npos) return false;
  const auto object = ParseOwn(row.json).extract<JsonObject::Ptr>();
  return object->optValue<std::string>("id", "") == id;
}

}  // namespace

Result<Listing> ArchiveEngine::List(const ListRequest& request) {
  for (const ListKind& kind : kLists) {
    if (kind.name != request.what) continue;
    ListRequest resolved = request;
    if (!request.report.empty()) {
      TRY_ASSIGN(resolved.report, store_->ResolveId(request.report));
    }
    TRY_RETURN(CheckFilters(request, kind.heeds, kind.kinds()));
    Snapshot nothing;
    Snapshot* world = &nothing;
    if (kind.needs == Needs::kWorld) {
      TRY_ASSIGN(world, World());
    }
    TRY_ASSIGN(Listing listing, kind.function({resolved, *store_, *world}));
    if (!resolved.report.empty() && (kind.heeds & kByReport) == 0) {
      KeepRowsOfReport(resolved.report, &listing);
    }
    return listing;
  }
  std::string names;
  for (const ListKind& kind : kLists) {
    names += (names.empty() ? "" : ", ") + std::string(kind.name);
  }
  return Fail(ErrorCode::kInvalidArgument,
              "there is no list of '" + request.what + "'; there are " + names);
}

Result<std::optional<Shown>> ShowListed(std::string_view id,
                                        const store::Store& store,
                                        Snapshot* world) {
  for (const ListKind& kind : kLists) {
    if (kind.needs == Needs::kStore) continue;
    ListRequest request;
    request.what = kind.name;
    TRY_ASSIGN(const Listing listing, kind.function({request, store, *world}));
    const auto row = std::find_if(
        listing.rows.begin(), listing.rows.end(),
        [&](const ListRow& one) { return HasId(one, std::string(id)); });
    if (row == listing.rows.end()) continue;
    Shown shown{.title = request.what + ": " + std::string(id)};
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
      if (!row->cells[i].empty()) {
        shown.fields.emplace_back(listing.columns[i], row->cells[i]);
      }
    }
    shown.json = row->json;
    return shown;
  }
  return std::nullopt;
}

}  // namespace concord::engine
