#pragma once
// Which acronyms of a query the archive explains, and how.
//
//   IRU  ->  {"IRU", "Inspection Response Unit", 5 reports, searched}
//
// A short form with one meaning is searched as that meaning too, and its long
// form as the short one. With two meanings nothing is added: they are told, so
// that the reader can ask for one.

#include <string_view>
#include <vector>

#include "concord/engine/views.h"
#include "concord/index/query.h"
#include "concord/store/store.h"

namespace concord::engine {

// kIo, kCorrupt as the store's.
[[nodiscard]] Result<std::vector<AcronymView>> AcronymsOf(
    const store::Store& store, std::string_view query);

// Those that are searched, as the index wants them.
std::vector<index::AcronymForms> Searched(
    const std::vector<AcronymView>& acronyms);

// "IRU is “Inspection Response Unit” in 5 reports: either form finds the other"
std::vector<std::string> NotesOn(const std::vector<AcronymView>& acronyms);

}  // namespace concord::engine
