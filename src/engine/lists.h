#pragma once
// What `concord list` can list: one row of a table each.
//
// To add a list: write its function in the file of its subject and add a row
// in list.cpp. Every JSON row has at least id, type and, where it has one, uri.

#include <functional>

#include "base/json_object.h"
#include "concord/engine/views.h"
#include "concord/store/store.h"
#include "snapshot.h"

namespace concord::engine {

// What a listing may look at.
struct ListContext {
  const ListRequest& request;
  const store::Store& store;
  Snapshot& world;
};

using ListFunction = Result<Listing> (*)(const ListContext&);

// list_items.cpp: what reports contain
Result<Listing> ListReports(const ListContext& context);
Result<Listing> ListRecommendations(const ListContext& context);
Result<Listing> ListResolutions(const ListContext& context);
Result<Listing> ListTimetable(const ListContext& context);

// list_versions.cpp: reports that are versions of one another
Result<Listing> ListVersions(const ListContext& context);
// The versions of one report, each with what stands in one of the two only.
void AddVersions(const store::ReportRecord& report, const Snapshot& world,
                 Shown* shown, JsonObject* json);

// list_registers.cpp: works, bodies and what is said of them
Result<Listing> ListWorks(const ListContext& context);
Result<Listing> ListProposals(const ListContext& context);
Result<Listing> ListBodies(const ListContext& context);
Result<Listing> ListPeople(const ListContext& context);
Result<Listing> ListAcronyms(const ListContext& context);
Result<Listing> ListRelations(const ListContext& context);

// list_references.cpp: places of a work that its pages refer to
Result<Listing> ListReferences(const ListContext& context);
Result<Listing> ListBroken(const ListContext& context);
Result<Listing> ListSingles(const ListContext& context);
Result<Listing> ListAmbiguous(const ListContext& context);

// list_ledgers.cpp: what must add up, and what does not
Result<Listing> ListCounts(const ListContext& context);
Result<Listing> ListConflicts(const ListContext& context);
Result<Listing> ListWanted(const ListContext& context);
Result<Listing> ListMissing(const ListContext& context);
Result<Listing> ListLedger(const ListContext& context);
Result<Listing> ListRuns(const ListContext& context);

// scopes.cpp: what was scoped, and whether it adds up now
Result<Listing> ListScopes(const ListContext& context);

}  // namespace concord::engine
