#pragma once
// Whole files in, whole files out, durably.
//
// Why: an archive that was told "stored" must still be there after a power
// cut, so a file is written beside its place, synced, and renamed over it.
// Errors name the path. kDiskFull is kept apart from other failures.
// Safe from any thread, but not for two threads that replace one path at once.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "concord/base/result.h"

namespace concord {

// All bytes of a regular file. kLimitExceeded above `max_bytes`, kNotFound,
// kUnavailable (permission, vanished), kUnsupported (a folder, a device).
[[nodiscard]] Result<std::string> ReadFile(const std::filesystem::path& path,
                                           std::uint64_t max_bytes);

// Writes `bytes` to a temporary file in the same folder, syncs, renames over
// `path`, syncs the folder. On failure `path` is unchanged.
[[nodiscard]] Result<> ReplaceFile(const std::filesystem::path& path,
                                   std::string_view bytes);

}  // namespace concord
