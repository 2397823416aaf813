#pragma once
// Which paragraphs of a PDF are headings, by the font they are set in.
//
//   PdfFont of each draft                 heading
//   18 points, bold, top of the first     level 1: the document's title
//   14 points                             level 2, the next smaller 3, ...
//   10 points as the body, bold           a heading too, unless it is one of
//                                         several items that all are bold
//
// Pure functions.

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/draft.h"

namespace concord::document {

// How one draft is set.
struct PdfFont {
  int half_points = 0;  // 0: as no heading is set, or too long for one
  bool bold = false;
  bool low = false;  // stands in the lower half of its page

  friend bool operator==(const PdfFont&, const PdfFont&) = default;
};

// The font of a paragraph of `lines` lines as far as it may be a heading's;
// `size` and `body` in points.
PdfFont HeadingFont(const Draft& draft, std::size_t lines, double size,
                    double body);

// Marks the headings among `drafts` with hint and level; `fonts` has one of
// each.
void MarkPdfHeadings(double body, std::vector<PdfFont> fonts,
                     std::vector<Draft>* drafts);

// "Introduction .......... 3"
bool HasLeader(std::string_view text);

}  // namespace concord::document
