#pragma once
// Words in italics or underlined, as spans of the text they stand in.
//
//   "See " "Keeping Watch" (in italics) " (1999)"   "Keeping Watch"
//   "Keeping " and "Watch", both in italics          one span
//
// Decoders note them while they write a piece; what joins pieces shifts them.

#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::document {

// Adds the words at `span` without white space at its ends; they go on the last
// emphasis where nothing but white space stands between. Never over the end of
// a line or cell.
void AddEmphasis(std::string_view text, TextSpan span,
                 std::vector<TextSpan>* emphases);

// Where the words at `spans` of `raw` stand in `clean`, which is `raw` with its
// characters cleaned and its white space collapsed. Linear.
std::vector<TextSpan> EmphasesIn(std::string_view clean, std::string_view raw,
                                 const std::vector<TextSpan>& spans);

}  // namespace concord::document
