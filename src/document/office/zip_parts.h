#pragma once
// The parts of an office document: named members of a ZIP file, in memory.
//
// A ZIP may be made to fill a disk. What is taken out is limited: in number, in
// size, and in how much larger than the file it is.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "concord/base/result.h"

namespace concord::document {

struct ZipLimits {
  std::uint64_t max_bytes = 256u << 20;  // of all parts taken, expanded
  std::uint64_t max_ratio = 200;         // expanded to packed, beyond 16 MiB
  std::uint32_t max_members = 20000;
};

using ZipParts = std::map<std::string, std::string>;

// The members `wanted` says yes to, by name. kCorrupt where it is no ZIP or a
// member cannot be read; "password_required" as in decode.h for an encrypted
// one; kLimitExceeded.
[[nodiscard]] Result<ZipParts> ReadZip(
    std::string_view bytes, const std::function<bool(std::string_view)>& wanted,
    const ZipLimits& limits);

// The member of that name; "" where there is none.
std::string_view PartOf(const ZipParts& parts, std::string_view name);

}  // namespace concord::document
