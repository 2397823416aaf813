#pragma once
// Further searches for the words of a query: among other kinds of entries, in
// titles, or for any of the words.

#include <string>
#include <vector>

#include "engine/search/directions.h"

namespace concord::engine {

// The report whose title has the words, which are no passage's.
void AddTitle(const std::string& query, const DirectionSources& sources,
              std::vector<DirectionView>* directions);

// Where nothing matched: kinds of entries that have it, else any of its words.
void AddOtherSearches(const std::string& query, index::EntryKind in,
                      const DirectionSources& sources,
                      std::vector<DirectionView>* directions);

}  // namespace concord::engine
