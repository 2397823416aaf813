#pragma once
// What is drawn across a page: lines, and the upper and lower edges of shades.
// Between the rows of a table either says where one ends.

#include <vector>

#include "document/pdf/lines.h"
#include "document/pdf/pages.h"

namespace concord::document {

struct AcrossEdge {
  double y = 0;
  double left = 0;
  double right = 0;
};

// From the top down, pieces of one made one; without short ones.
std::vector<AcrossEdge> EdgesOf(const PdfPage& page);

// Whether one is drawn between two bands, over most of `reach`.
bool IsEdged(const PdfBand& above, const PdfBand& band,
             const std::vector<AcrossEdge>& edges, const PdfInterval& reach);

}  // namespace concord::document
