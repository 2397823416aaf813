#pragma once
// The row of names over a table without borders: "Action | Owner | By when".
//
// Short names side by side, none in mid-sentence and none a sentence. All lines
// that are bold belong to them, or all above a line that is drawn under them;
// plain names without one are one line.

#include <cstddef>
#include <optional>
#include <vector>

#include "document/pdf/across_edges.h"
#include "document/pdf/lines.h"
#include "document/pdf/table_rows.h"

namespace concord::document {

struct TableNames {
  std::size_t count = 0;  // bands
  bool strong = false;    // bold, or a line is drawn under them
  std::vector<PdfInterval> gutters;
};

// Those that begin at band `begin`, with bands below them.
std::optional<TableNames> NamesAt(const std::vector<PdfBand>& bands,
                                  std::size_t begin,
                                  const std::vector<AcrossEdge>& edges);

}  // namespace concord::document
