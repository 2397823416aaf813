#pragma once
// A document (DOCX) that people send on and write in.
//
//   TRY_ASSIGN(const std::string bytes,
//              WordFile({.html = page, .title = "Consolidated response"}));
//
// Pandoc makes it out of HTML, with the styles, page and footer of
// src/office/word. A paragraph takes a style by its name: <div custom-style=
// "Quotation"><p>...</p></div>; a heading, table or list is what HTML calls so.
// The same page makes the same bytes. Safe from any thread.

#include <cstdint>
#include <string>

#include "concord/base/result.h"

namespace concord::office {

struct WordPage {
  std::string html;          // a whole page; its texts are escaped
  std::string title;         // in the footer, before the number of the page
  std::int64_t made_at = 0;  // seconds since 1970 that its properties state
};

// kUnavailable where pandoc is absent (the message says what to install) or
// fails, kLimitExceeded where it takes too long.
[[nodiscard]] Result<std::string> WordFile(const WordPage& page);

}  // namespace concord::office
