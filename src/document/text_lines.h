#pragma once
// Plain text into drafts, one a line.
//
// Lines that were broken to fit a page width are put together again, but only
// in texts that are broken so throughout: in the compact pages of real archives
// every line is a paragraph, and joining them would run two together. What
// returns at the edges of its pages is chrome and interrupts nothing. Tabs and
// columns aligned over neighbouring lines become rows of cells.

#include <string_view>
#include <vector>

#include "document/draft.h"

namespace concord::document {

// `text` is valid UTF-8 with '\n' line ends; '\f' begins a new page.
std::vector<Draft> DraftsOfText(std::string_view text);

}  // namespace concord::document
