#pragma once
// Single-byte charsets as tables, and the choice between two of them.

#include <array>
#include <string>
#include <string_view>

namespace concord::document {

// Code point of each byte; U+FFFD where the charset has none.
using ByteTable = std::array<char32_t, 256>;

// False where ICU knows no single-byte charset of that name.
bool LoadByteTable(const std::string& charset, ByteTable* table);

// "windows-1252" or "macintosh", whichever makes the bytes above 0x7F
// plausible: letters within words, quotes around them, dashes between them.
// Looks at up to 200,000 such bytes; ties go to windows-1252.
std::string ChooseFallback(std::string_view bytes);

// True where `charset` makes words of the bytes that no one writes and
// `other` makes plausible ones: a page that declares the wrong charset.
bool IsImplausible(std::string_view bytes, const std::string& charset,
                   const std::string& other);

}  // namespace concord::document
