#include <map>

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
     kByKind | kByPaper | kByOwner | kByReport | kByPosition | kByDue,
     NamesOf<extraction::RecommendationKind>},
    {"reports", ListReports, kByKind | kByPaper | kByReport,
     NamesOf<extraction::DocumentKind>},
    {"versions", ListVersions, kByReport},
    {"resolutions", ListResolutions, kByPaper | kByReport},
    {"timetable", ListTimetable, kByPaper | kByReport},
    {"works", ListWorks, kByKind, NamesOf<extraction::WorkKind>},
    {"proposals", ListProposals},
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

// "" for a row whose id does not begin so.
std::string IdThatBegins(const ListRow& row, const std::string& with) {
  // Parsed only where the words stand: a list may have many thousands of rows.
  if (row.json.find('"' + with) == std::string::npos) return "";
  const auto object = ParseOwn(row.json).extract<JsonObject::Ptr>();
  const std::string id = object->optValue<std::string>("id", "");
  return id.starts_with(with) ? id : "";
}

Shown ShownRow(std::string_view list, const std::string& id,
               const Listing& listing, const ListRow& row) {
  Shown shown{.title = std::string(list) + ": " + id};
  for (std::size_t i = 0; i < listing.columns.size(); ++i) {
    if (!row.cells[i].empty()) {
      shown.fields.emplace_back(listing.columns[i], row.cells[i]);
    }
  }
  shown.json = row.json;
  return shown;
}

// "c-523b", "m-r3fa9": what registers call their rows. Reports and what is in
// them are looked up in the record, which knows their beginnings.
bool MayBeginId(std::string_view id) { return id.size() > 2 && id[1] == '-'; }

tl::unexpected<Error> Ambiguous(
    const std::string& beginning,
    const std::map<std::string, Shown>& candidates) {
  constexpr std::size_t kNamed = 5;
  std::string names;
  std::size_t named = 0;
  for (const auto& [id, shown] : candidates) {
    if (named++ == kNamed) break;
    names += (names.empty() ? "" : ", ") + id;
  }
  if (candidates.size() > kNamed) {
    names += " and " + std::to_string(candidates.size() - kNamed) + " more";
  }
  return Fail(
      ErrorCode::kInvalidArgument,
      "'" + beginning + "' may be any of " + names + "; type more of it");
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
  const std::string wanted(id);
  std::map<std::string, Shown> candidates;  // by id: a list may repeat another
  for (const ListKind& kind : kLists) {
    if (kind.needs == Needs::kStore) continue;
    ListRequest request;
    request.what = kind.name;
    TRY_ASSIGN(const Listing listing, kind.function({request, store, *world}));
    for (const ListRow& row : listing.rows) {
      const std::string found = IdThatBegins(row, wanted);
      if (found == wanted) return ShownRow(kind.name, found, listing, row);
      if (found.empty() || !MayBeginId(wanted)) continue;
      candidates.try_emplace(found, ShownRow(kind.name, found, listing, row));
    }
  }
  if (candidates.size() == 1) return candidates.begin()->second;
  if (candidates.size() > 1) return Ambiguous(wanted, candidates);
  return std::nullopt;
}

}  // namespace concord::engine
