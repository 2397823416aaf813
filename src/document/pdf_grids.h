#pragma once
// Tables with drawn borders: which words stand in which cell.
//
// Drawn lines that touch each other make a grid; a border that is missing
// between two cells joins them. A box around running text, and a row that is
// one cell from side to side, are no table: their words stay on the page.

#include <vector>

#include "document/pdf_pages.h"

namespace concord::document {

struct PdfGridRow {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  std::vector<std::vector<PdfWord>> cells;  // left to right, empty ones too
};

// Takes the words that stand in cells out of `page`; rows from the top down.
std::vector<PdfGridRow> TakeGrids(PdfPage* page);

}  // namespace concord::document
