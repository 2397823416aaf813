#pragma once
// A text cut into stretches that look alike: for templates, which escape each.
//
//   "note the plan", marks {9,13}  ->  [note the ][plan: mark]

#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "web/view_data.h"

namespace concord::web {

// What a stretch of words is. Decorations may overlap; each cuts the text.
struct Decoration {
  enum class Kind { kMark, kAt, kLink, kDate, kOwn };
  TextSpan span;
  Kind kind = Kind::kMark;
  std::string value;  // the address of a link, the EDTF value of a date
};

// The words of text[within] as a list of {text, mark, at, own, href, out,
// date}; `out` where the link leaves the face. Of links that overlap the first
// is taken; spans past `within` are cut to it.
data WordsOf(std::string_view text, TextSpan within,
             const std::vector<Decoration>& decorations);

}  // namespace concord::web
