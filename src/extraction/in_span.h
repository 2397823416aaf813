#pragma once
// The items of a page that begin in a stretch of it.
//
// Why: sentence after sentence is asked what works it cites and what days it
// prints. Looking through all of the page's each time takes the square of its
// length.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::extraction {

// Those whose span begins in [within.begin, within.end). `items` stand in the
// order of the text; what is returned refers to them.
template <class Item>
std::span<const Item> BeginningIn(const std::vector<Item>& items,
                                  TextSpan within) {
  const auto before = [](const Item& item, std::uint32_t at) {
    return item.span.begin < at;
  };
  const auto first =
      std::lower_bound(items.begin(), items.end(), within.begin, before);
  const auto last = std::lower_bound(
      first, items.end(), std::max(within.begin, within.end), before);
  return {first, last};
}

}  // namespace concord::extraction
