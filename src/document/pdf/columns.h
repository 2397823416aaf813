#pragma once
// Where bands of words stand in columns: tables without borders, and pages of
// two or more columns of text.

#include <cstddef>
#include <string>
#include <vector>

#include "document/pdf/lines.h"

namespace concord::document {

// Bands [begin, begin + count) as rows; count 0: no table begins there.
struct PdfTable {
  std::size_t count = 0;
  struct Row {
    std::vector<std::string> cells;
    std::size_t band = 0;  // its first, counted from `begin`
    double bottom = 0;
  };
  std::vector<Row> rows;
};

// A table begins where words keep to the same columns over several bands.
PdfTable TableAt(const std::vector<PdfBand>& bands, std::size_t begin);

// The x between two columns of running text that fill the bands, or 0.
double GutterOf(const std::vector<PdfBand>& bands);

// Where a segment stands beside the line `x` between two columns; one that
// reaches over it by no more than a point does not stand across.
bool IsLeftOf(const PdfSegment& segment, double x);

// Whether a segment of the band stands across `x`.
bool Crosses(const PdfBand& band, double x);

}  // namespace concord::document
