#pragma once
// Tables with drawn borders: which words stand in which cell.
//
// Drawn lines that touch each other make a grid; a border that is missing
// between two cells joins them. A box around running text, and a row that is
// one cell from side to side, are no table: their words stay on the page. A row
// that the page's end cuts has no border there; where all the borders between
// its cells run on to the foot of the page, or come from its head, it is a row
// that is open on that side.

#include <vector>

#include "document/pdf/pages.h"

namespace concord::document {

struct PdfGridRow {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  std::vector<std::vector<PdfWord>> cells;  // left to right, empty ones too
  bool open_top = false;                    // it began on the page before
  bool open_bottom = false;                 // it goes on on the next page
};

// Takes the words that stand in cells out of `page`; rows from the top down.
// `goes_on`: a row of the page before is open at its foot. Only then are
// borders without a line across a row, one that fills the page: paper may be
// ruled.
std::vector<PdfGridRow> TakeGrids(bool goes_on, PdfPage* page);

}  // namespace concord::document
