#pragma once
// What `concord list` can list: one row of a table each.
//
// To add a list: write its function in the file of its subject and add a row
// in list.cpp. Every JSON row has at least id, type and, where it has one, uri.

#include <functional>

#include "base/json_object.h"
#include "concord/engine/views.h"
#include "concord/store/store.h"
#include "engine/snapshot.h"

namespace concord::engine {

// What a listing may look at.
struct ListContext {
  const ListRequest& request;
  const store::Store& store;
  Snapshot& snapshot;
  // Only what has an id that begins so may be listed; "" = everything.
  std::string begins{};

  // The rows of the register that are to be listed.
  template <class T>
  Result<std::vector<T>> All() const {
    return AllOf<T>(snapshot.register_rows());
  }
  // Works with who cites them.
  Result<std::vector<crossref::Work>> Works() const;
  template <class T>
  Result<std::vector<T>> AllOf(const KeptRows& rows) const {
    if (begins.empty()) return ReadAll<T>(rows);
    TRY_ASSIGN(
        const auto numbers,
        rows.Beginning(SectionOf(static_cast<const T*>(nullptr)), Own(begins)));
    return ReadRows<T>(rows, numbers);
  }
};

using ListFunction = Result<Listing> (*)(const ListContext&);

inline Result<std::vector<crossref::Work>> ListContext::Works() const {
  const KeptRows& rows = snapshot.register_rows();
  TRY_ASSIGN(const auto numbers, rows.Beginning("works", Own(begins)));
  return ReadWorks(rows, numbers);
}

// items.cpp: what reports contain
Result<Listing> ListReports(const ListContext& context);
Result<Listing> ListRecommendations(const ListContext& context);
Result<Listing> ListResolutions(const ListContext& context);
Result<Listing> ListTimetable(const ListContext& context);

// versions.cpp: reports that are versions of one another
Result<Listing> ListVersions(const ListContext& context);
// The versions of one report, each with what stands in one of the two only.
[[nodiscard]] Result<> AddVersions(const store::ReportRecord& report,
                                   Snapshot* snapshot, Shown* shown,
                                   JsonObject* json);

// registers.cpp: works, bodies and what is said of them
Result<Listing> ListWorks(const ListContext& context);
Result<Listing> ListProposals(const ListContext& context);
Result<Listing> ListBodies(const ListContext& context);
Result<Listing> ListPeople(const ListContext& context);
Result<Listing> ListAcronyms(const ListContext& context);
Result<Listing> ListRelations(const ListContext& context);

// references.cpp: places of a work that its pages refer to
Result<Listing> ListReferences(const ListContext& context);
Result<Listing> ListBroken(const ListContext& context);
Result<Listing> ListSingles(const ListContext& context);
Result<Listing> ListAmbiguous(const ListContext& context);

// ledgers.cpp: what must add up, and what does not
Result<Listing> ListCounts(const ListContext& context);
Result<Listing> ListConflicts(const ListContext& context);
Result<Listing> ListWanted(const ListContext& context);
Result<Listing> ListMissing(const ListContext& context);
Result<Listing> ListLedger(const ListContext& context);
Result<Listing> ListRuns(const ListContext& context);

// Under which scopes are kept by name.
inline constexpr std::string_view kScopeKind = "scope";
// scopes.cpp: what was scoped, and whether it adds up now
Result<Listing> ListScopes(const ListContext& context);

}  // namespace concord::engine
