#pragma once
// A list's item as lines, shared by the rules about lists.

#include <cstddef>

#include "extraction/recommendations/parts.h"

namespace concord::extraction {

struct ListItem {
  std::size_t begin = 0;  // lines
  std::size_t end = 0;
};

// The recommendation that the item's words are, with its label and the one it
// asks.
Recommendation ItemOf(const Reading& reading, const ListItem& list_item);

}  // namespace concord::extraction
