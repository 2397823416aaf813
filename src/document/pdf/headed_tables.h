#pragma once
// Tables without borders under a row of names:
//
//   Recommendation           Owner         Target date
//   Publish the protocol     Clerk         May 2006
//   on custody
//   Train the panel          Treasurer     June 2006
//
// The columns may stand closer together than GutterOf() and TableAt() ask for,
// because more has to agree: short names side by side, a gutter that stays
// empty as far as the table goes, words that keep to the edges of their column,
// and rows. Prose in columns, lists, contents pages and blocks of addresses
// have no such row over them; where in doubt, nothing is found.

#include <cstddef>
#include <string>
#include <vector>

#include "document/pdf/across_edges.h"
#include "document/pdf/lines.h"
#include "document/pdf/table_rows.h"

namespace concord::document {

struct HeadedTable {
  struct Row {
    std::vector<std::string> cells;
    double top = 0;
    double bottom = 0;
    double base = 0;
    double size = 0;
    bool bold = false;
  };
  std::size_t begin = 0;  // bands [begin, begin + count)
  std::size_t count = 0;
  std::vector<PdfInterval> gutters;  // between its columns
  double left = 0;
  double right = 0;
  std::vector<Row> rows;  // the names first, unless it goes on with another
};

// What the page before ends with: gutters, or none, and the first row of the
// table there, which may be printed again.
struct TableBefore {
  std::vector<PdfInterval> gutters;
  std::vector<std::string> first;
};

// The tables among `bands`, from the top down.
std::vector<HeadedTable> HeadedTables(const std::vector<PdfBand>& bands,
                                      const std::vector<AcrossEdge>& edges,
                                      const TableBefore& before);

}  // namespace concord::document
