#pragma once
// One page of words as pieces in reading order: lines and rows of cells.
//
// Order: from the top down, but where the page stands in columns, column by
// column. Rows come from drawn borders (grids.h), stand under a row of names
// (headed_tables.h), or are words that keep their columns over several lines
// (columns.h).

#include <cstdint>
#include <string>
#include <vector>

#include "document/pdf/lines.h"
#include "document/pdf/pages.h"
#include "document/pdf/table_rows.h"

namespace concord::document {

enum class PdfRole : std::uint8_t { kBody, kFurniture, kNote };

struct PdfPiece {
  PdfLine line;                    // of a row: its place only
  std::vector<std::string> cells;  // not empty: a row
  PdfRole role = PdfRole::kBody;
  bool bordered = false;             // a row with drawn borders
  bool open_top = false;             // of such a row: cut where its page begins
  bool open_bottom = false;          // ... or ends
  std::vector<PdfInterval> gutters;  // of a row under names: what parts it
  bool apart = false;  // a rule, a row or a wide gap stands before it
  bool first = false;  // the first of its page or column
  int column = 0;      // of the columns of text on its page; 0: there are none

  bool is_row() const { return !cells.empty(); }
};

struct PdfPageLayout {
  double width = 0;
  double height = 0;
  std::int32_t number = 0;  // as printed where the pages count, else its place
  std::vector<PdfPiece> pieces;
  std::vector<PdfRule> rules;  // across the page, from the top down
};

// `before` is the page before it, or nullptr.
PdfPageLayout LayOut(PdfPage page, const PdfPageLayout* before);

}  // namespace concord::document
