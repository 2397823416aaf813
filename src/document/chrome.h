#pragma once
// Which pieces of a page are furniture and not the report: menus, the
// archive's banner, feedback links, switchboard numbers.
//
// General patterns of public pages; no authority's name stands in them. A
// pattern takes the whole piece, so a sentence that mentions feedback is safe.

#include <string_view>

namespace concord::document {

// A piece that is furniture wherever it stands.
bool IsChromeLine(std::string_view text);

// A lone word that is a menu entry at the top or the foot of a page and could
// be a heading inside it: "Contents", "Members", "Search".
bool IsMenuWord(std::string_view text);

// "For more information contact:", "MPA general: 020 7946 0000"
bool IsContactBoilerplate(std::string_view text);

// An entry of a printed table of contents: "Introduction ....... 3".
bool IsContentsEntry(std::string_view text);

}  // namespace concord::document
