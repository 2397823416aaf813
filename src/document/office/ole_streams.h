#pragma once
// The streams of an OLE compound file (legacy Office documents), in memory.
//
// Sectors are chained through a table, and a made-up table may go in circles:
// every chain is cut at the length its stream says, and at the file's size.

#include <map>
#include <string>
#include <string_view>

#include "concord/base/result.h"

namespace concord::document {

// Streams by name (ASCII part of it); kCorrupt where it is no compound file.
[[nodiscard]] Result<std::map<std::string, std::string>> ReadOleStreams(
    std::string_view bytes);

// Little-endian numbers; 0 beyond the end.
unsigned Number16(std::string_view bytes, std::size_t at);
std::uint32_t Number32(std::string_view bytes, std::size_t at);

}  // namespace concord::document
