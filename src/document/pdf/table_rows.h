#pragma once
// Where the rows of a table without borders begin.
//
// What tells it, the first that does:
//
//   lines or shades drawn across, between the rows
//   more space between rows than between the lines of a cell
//   numbers in the first column
//   a cell that begins anew, or a line that had room for the next word
//
// Pure functions.

#include <cstddef>
#include <string>
#include <vector>

#include "document/pdf/lines.h"

namespace concord::document {

// What one band has in one column.
struct CellLine {
  std::string text;  // empty: nothing
  double left = 0;
  double right = 0;
  double first_width = 0;  // of its first word
  bool bold = false;       // throughout
};

// A band by its columns.
struct CellBand {
  std::vector<CellLine> cells;
  double top = 0;
  double bottom = 0;
  double base = 0;
  double size = 0;
  bool bold = false;  // throughout
  bool edge = false;  // a line or the edge of a shade is drawn above it
  bool span = false;  // a line over all columns, in the first cell

  std::size_t filled() const;
  bool has(std::size_t column) const { return !cells[column].text.empty(); }
};

// The words of `band` in the columns that `gutters` part.
CellBand CellsOf(const PdfBand& band, const std::vector<PdfInterval>& gutters);

// A line that stands over all of `columns` columns.
CellBand SpanOf(const PdfBand& band, std::size_t columns);

// Of each band, whether a row begins there; the first always does.
std::vector<bool> RowStarts(const std::vector<CellBand>& bands);

}  // namespace concord::document
