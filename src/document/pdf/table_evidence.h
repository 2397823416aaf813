#pragma once
// Whether lines under a row of names are a table, and no prose in columns.

#include <cstddef>
#include <vector>

#include "document/pdf/lines.h"
#include "document/pdf/table_names.h"
#include "document/pdf/table_rows.h"

namespace concord::document {

struct RowCounts {
  std::size_t count = 0;
  std::size_t several = 0;  // with words in more than one column
  std::size_t whole = 0;    // in all columns
  std::size_t wrapped = 0;  // of more than one band
  bool cut = false;         // the first has one cell: a page cut it
};

// The rows of `bands`, which begin at `starts`.
RowCounts Counted(const std::vector<CellBand>& bands,
                  const std::vector<bool>& starts);

// Words of one column of bands [begin, end) with an empty strip between them,
// as far down as it has lines: there are more columns than gutters, and one has
// no name.
bool AnyHasAnother(const std::vector<PdfBand>& bands, std::size_t begin,
                   std::size_t end, const std::vector<PdfInterval>& gutters);

// Whether words keep to the edges of their columns, enough rows have words in
// several, and the lines do not run on side by side. The less the names say,
// the more is asked.
bool IsTable(const TableNames& names, const std::vector<CellBand>& body,
             const std::vector<bool>& starts);

}  // namespace concord::document
