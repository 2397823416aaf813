#pragma once
// A report's words as the parts of a page: headings, paragraphs, lists, tables.

#include <optional>

#include "concord/engine/views.h"
#include "web/view_data.h"

namespace concord::web {

// What part of a long report is shown, and what is marked in it.
struct BodyOptions {
  std::optional<TextSpan> at;  // a place to open at
  std::size_t first = 0;       // block
  std::size_t count = 2000;
};

// The list `parts` of the template "report".
data BodyOf(const engine::ReportTextView& text, const BodyOptions& options);

// The block that a place is in; 0 where there is none.
std::size_t BlockOf(const engine::ReportTextView& text, TextSpan at);

// "para-7": the address of a numbered paragraph within the page.
std::string Slug(std::string_view locator);

}  // namespace concord::web
