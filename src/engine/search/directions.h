#pragma once
// Where a query leads that is no search for words. People type what they have
// before them: the number of a recommendation, an id, a date, somebody's name,
// the title of a report.
// A search for words finds the wrong thing for these, or nothing; the answer
// says where the right thing is, beside whatever the words found.

#include <functional>
#include <string>
#include <vector>

#include "concord/engine/views.h"
#include "concord/index/index.h"
#include "concord/store/store.h"
#include "engine/snapshot.h"

namespace concord::engine {

// What directions are looked up in. `snapshot` is called only where the index
// does not know (the other names of works); it may give nullptr.
struct DirectionSources {
  index::Searcher& searcher;
  const store::Store& store;
  std::function<Snapshot*()> snapshot;
  std::function<Result<Shown>(std::string_view)> show;
};

// Never fails: what cannot be looked up has no direction. `in`: the kind of
// entries that were searched; `found`: whether any of them matched.
std::vector<DirectionView> DirectionsOf(const std::string& query,
                                        index::EntryKind in, bool found,
                                        const DirectionSources& sources);

// "Carrow Lane rec. 44" -> {"44", {"Carrow", "Lane"}}; an empty number where
// the query names no recommendation.
struct NumberAsked {
  std::string number;
  std::vector<std::string> work;  // words of the work that it is of
};
NumberAsked ReadNumberAsked(const std::string& query);

}  // namespace concord::engine
