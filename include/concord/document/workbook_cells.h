#pragma once
// A workbook (XLSX) cell by cell, for whoever asks where something stands in
// it; a Document has its words only.
//
//   TRY_ASSIGN(const WorkbookCells book, ReadWorkbookCells(bytes));
//   CellAddress(7, book.sheets[0].rows[4].number)  ->  "H5"
//
// In this process, under the limits of every office file: how much its parts
// expand to, no document type, no recursion. Safe from any thread.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/result.h"

namespace concord::document {

struct CellRow {
  int number = 0;  // as people see it, from 1
  std::vector<std::string> cells;
};

struct SheetCells {
  std::string name;
  std::vector<CellRow> rows;  // rows that hold nothing may be left out
};

struct WorkbookCells {
  std::vector<SheetCells> sheets;                 // in their order
  std::map<std::string, std::string> properties;  // that somebody gave it
};

// kCorrupt, kLimitExceeded; kUnsupported for an encrypted one.
[[nodiscard]] Result<WorkbookCells> ReadWorkbookCells(std::string_view bytes);

// "H5" of column 7 (the eighth) in row 5.
std::string CellAddress(std::size_t column, int row);

}  // namespace concord::document
