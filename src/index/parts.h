#pragma once
// An index in parts, written side by side and read as one.
//
//   index/XAPIANDB   names the parts, so that Xapian opens the folder as one
//   index/part-0/    the reports whose id falls to this part
//   index/part-1/
//
// One part alone lies in the folder itself, without the file.
//
// Why: Xapian sorts postings in memory with one thread a database, which is
// most of what an import costs. Parts are as many as the machine had processors
// when the index was made; joining them afterwards would cost as much as it
// saves a search.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "concord/index/index.h"

namespace concord::index {

// What Xapian writes last when it makes a database. A folder with tables and
// without this was never finished.
inline constexpr std::string_view kVersionFile = "iamglass";

// The folders of the parts of the index in `folder`; none where there is none.
std::vector<std::filesystem::path> PartFolders(
    const std::filesystem::path& folder);

// One part, or an index in one part.
[[nodiscard]] Result<std::unique_ptr<IndexWriter>> OpenPart(
    const std::filesystem::path& folder, const std::string& archive_uuid);

// `folders` exist not yet or are parts of one index; a thread for each.
[[nodiscard]] Result<std::unique_ptr<IndexWriter>> OpenParts(
    const std::vector<std::filesystem::path>& folders,
    const std::string& archive_uuid);

}  // namespace concord::index
