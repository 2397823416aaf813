#pragma once
// Heads, feet and numbers of the pages of a plain text.

#include <cstdint>
#include <string_view>
#include <vector>

namespace concord::document {

struct PageLine {
  std::string_view text;  // without white space at either end; not empty
  std::int32_t page = 0;  // from 1; 0 in a text without pages
};

// For each line, in order, whether it belongs to its page and not to the text:
// one of the first or last three of it, with nothing but such lines outside of
// it, and on enough other pages too, or the number of the page.
std::vector<bool> PageFurniture(const std::vector<PageLine>& lines);

}  // namespace concord::document
