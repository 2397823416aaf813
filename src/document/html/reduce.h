#pragma once
// A page reduced to what the parser has to see.
//
// Gumbo's time grows with the square of the nesting and of the attributes of
// one tag, so neither may reach it: elements nested deeper than the limit are
// replaced by line breaks, tags without meaning for structure (fonts, spans)
// and attributes nobody reads are left out, scripts and styles go. No word is
// lost. Linear in the page.

#include <cstdint>
#include <string>
#include <string_view>

namespace concord::document {

struct ReducedPage {
  std::string html;
  std::string canonical_uri;    // what the page says its address is, or ""
  std::uint32_t flattened = 0;  // elements beyond the nesting limit
};

// `page` is valid UTF-8.
ReducedPage ReducePage(std::string_view page, std::uint32_t max_nesting);

}  // namespace concord::document
