#pragma once
// Why a list or a search narrowed by somebody's name is empty: an empty answer
// to a name that nobody here has looks like one that found nothing.

#include <string>
#include <vector>

#include "engine/snapshot.h"

namespace concord::engine {

// True where `text` has `words`, however both are written; always for "".
bool HoldsWords(const std::string& text, const std::string& words);

// "no owner or addressee here has the words 'Batman'; nearest: Bateman"; "" for
// no words, and where one of the names has them. `what`: "owner or addressee".
std::string NobodyIsCalled(const std::string& what, const std::string& words,
                           const std::vector<std::string>& names);

// The same of everything a snapshot holds, one remark for each name that nobody
// has.
[[nodiscard]] Result<std::vector<std::string>> NameRemarks(
    Snapshot* snapshot, const std::string& committee, const std::string& owner);

}  // namespace concord::engine
