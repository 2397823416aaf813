#pragma once
// What the pages of a PDF measure as a whole: the usual size and leading of its
// text, and how far each column reaches. Lengths in points, y grows downwards.

#include <map>
#include <utility>
#include <vector>

#include "document/pdf/layout.h"

namespace concord::document {

struct Edges {
  double left = 0;
  double right = 0;
};

using Column = std::pair<std::size_t, int>;  // page, column on it

struct Metrics {
  double size = 10;       // of the body
  double leading = 12;    // between two lines of it
  bool numbered = false;  // most of its paragraphs carry a number
  std::map<Column, Edges> columns;
};

// A line of running text: no furniture, note or row of a table.
bool IsText(const PdfPiece& piece);

Metrics MetricsOf(const std::vector<PdfPageLayout>& pages);

}  // namespace concord::document
