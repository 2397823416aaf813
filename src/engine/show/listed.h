#pragma once
// Showing what has no view of its own: the row of a list, and one passage.

#include <optional>
#include <string_view>

#include "concord/base/result.h"
#include "concord/engine/views.h"
#include "concord/store/store.h"
#include "engine/snapshot.h"

namespace concord::engine {

// The row that a list prints under this id, whole; nullopt if none does.
// (list.cpp, which knows the lists)
Result<std::optional<Shown>> ShowListed(std::string_view id,
                                        const store::Store& store,
                                        Snapshot* snapshot);

// The passage of a report with this id ("r3fa9c1d2b0e4#12"), as a search
// prints it; nullopt if the report has none.
std::optional<Shown> ShowPassage(std::string_view id,
                                 const store::ReportRecord& report);

}  // namespace concord::engine
