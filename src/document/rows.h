#pragma once
// Rows of cells (CSV, worksheets) into drafts.
//
// A sheet of recommendations has a row of column names; above it may stand a
// title. Rows keep their cells, so that what reads tables knows Owner from
// Target date by the names in the first row.

#include <string>
#include <vector>

#include "document/draft.h"

namespace concord::document {

using Row = std::vector<std::string>;

// Appends a draft for each row that holds anything. A row of one filled cell
// above the first row of several is a line of text (a title). Line ends inside
// a cell become spaces.
void AddRows(const std::vector<Row>& rows, std::vector<Draft>* drafts);

}  // namespace concord::document
