#pragma once
// What stands on a page beside its text: running heads and feet, page numbers,
// footnotes.

#include <vector>

#include "document/pdf/layout.h"

namespace concord::document {

// Gives the furniture its role: lines near the top or the bottom that return
// from page to page (their digits aside), and page numbers. Sets each page's
// number where the pages count in order.
void MarkFurniture(std::vector<PdfPageLayout>* pages);

// Gives footnotes their role: the small lines at the foot of a page, or those
// under a short rule, from the first that begins with a mark or a number.
void MarkNotes(double body_size, std::vector<PdfPageLayout>* pages);

// The size most of the text is set in, of pieces that are no furniture.
double BodySize(const std::vector<PdfPageLayout>& pages);

}  // namespace concord::document
