#pragma once
// Where ICU breaks a text.

#include <unicode/brkiter.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord {

// Boundaries of `text` as byte offsets, the first (0) left out.
std::vector<std::uint32_t> Boundaries(icu::BreakIterator* iterator,
                                      std::string_view text);

// Words as ICU breaks them; `Words` for text that needs it, and the oracle that
// its own reading is tested against.
std::vector<TextSpan> WordsByIcu(std::string_view text, TextSpan within);

}  // namespace concord
