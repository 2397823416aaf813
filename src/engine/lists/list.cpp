#include <algorithm>
#include <map>

#include "engine/archive_engine.h"
#include "engine/lists/filters.h"
#include "engine/lists/lists.h"
#include "engine/show/listed.h"

namespace concord::engine {
namespace {

using Kinds = std::vector<std::string_view> (*)();

std::vector<std::string_view> AnyKind() { return {}; }

struct ListKind {
  std::string_view name;
  ListFunction function;
  unsigned heeds = kNoFilter;  // see Filter
  Kinds kinds = AnyKind;
  unsigned needs = kNoPart;  // parts of the snapshot, of every request
};

const ListKind kLists[] = {
    {"recommendations", ListRecommendations,
     kByKind | kByPaper | kByOwner | kByReport | kByPosition | kByDue,
     NamesOf<extraction::RecommendationKind>, kRecommendations},
    {"reports", ListReports, kByKind | kByPaper | kByReport,
     NamesOf<extraction::DocumentKind>, kNoPart},
    {"versions", ListVersions, kByReport, AnyKind, kRegisterRows},
    {"resolutions", ListResolutions, kByPaper | kByReport, AnyKind, kNoPart},
    {"timetable", ListTimetable, kByPaper | kByReport, AnyKind, kNoPart},
    {"works", ListWorks, kByKind, NamesOf<extraction::WorkKind>, kRegisterRows},
    {"proposals", ListProposals, kNoFilter, AnyKind, kRegisterRows},
    {"bodies", ListBodies, kNoFilter, AnyKind, kRegisterRows},
    {"people", ListPeople, kNoFilter, AnyKind, kRegisterRows},
    {"acronyms", ListAcronyms, kNoFilter, AnyKind, kRegisterRows},
    {"relations", ListRelations, kByKind, AnyKind, kRegisterRows},
    {"counts", ListCounts, kNoFilter, AnyKind, kRegisterRows},
    {"conflicts", ListConflicts, kNoFilter, AnyKind, kRegisterRows},
    {"wanted", ListWanted, kNoFilter, AnyKind, kRegisterRows},
    {"missing", ListMissing, kNoFilter, AnyKind, kRegisterRows},
    {"references", ListReferences, kByReport, AnyKind, kRegisterRows},
    {"broken", ListBroken, kByReport, AnyKind, kRegisterRows},
    {"singles", ListSingles, kNoFilter, AnyKind, kRegisterRows},
    {"ambiguous", ListAmbiguous, kNoFilter, AnyKind, kRegisterRows},
    {"ledger", ListLedger, kByKind | kByRun, NamesOf<store::Outcome>, kNoPart},
    {"runs", ListRuns, kNoFilter, AnyKind, kNoPart},
    {"scopes", ListScopes, kNoFilter, AnyKind, kNoPart},
};

// Whether a row of the list may have this id, or one that begins so, as far as
// that can be told without listing it. Reports and recommendations are looked
// up in the record and not in their lists; what an import met has no id that is
// shown. `request` is narrowed to what the id is of.
Result<bool> MayHold(const ListKind& kind, const std::string& id,
                     const store::Store& store, ListRequest* request) {
  const std::string_view name = kind.name;
  if (name == "reports" || name == "recommendations" || name == "ledger" ||
      name == "runs") {
    return false;
  }
  if (name == "resolutions" || name == "timetable") {
    // "r3fa9c1d2b0e4/resolution-2"
    request->report = id.substr(0, id.find('/'));
    return request->report != id;
  }
  if (name != "scopes") return true;
  TRY_ASSIGN(const auto names, store.ListNamed(kScopeKind));
  return std::any_of(names.begin(), names.end(), [&](const std::string& one) {
    return one.starts_with(id);
  });
}

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
    TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kind.needs));
    TRY_ASSIGN(Listing listing, kind.function({resolved, *store_, *snapshot}));
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
                                        Snapshot* snapshot) {
  const std::string wanted(id);
  std::map<std::string, Shown> candidates;  // by id: a list may repeat another
  for (const ListKind& kind : kLists) {
    ListRequest request;
    request.what = kind.name;
    TRY_ASSIGN(const bool may, MayHold(kind, wanted, store, &request));
    if (!may) continue;
    TRY_RETURN(snapshot->Need(kind.needs));
    TRY_ASSIGN(const Listing listing,
               kind.function({request, store, *snapshot, wanted}));
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
