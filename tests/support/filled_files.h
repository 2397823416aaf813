#pragma once
// Responses as people give them back: a workbook saved again with other cells,
// a Word file with other words.

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "concord/document/workbook_cells.h"
#include "concord/office/workbook.h"

namespace concord::testing {

using SheetRows = std::vector<std::vector<std::string>>;

// The workbook saved by another program, after `edit` was done to the rows of
// its first sheet, the header first. Its properties go unless `keep` is set.
inline std::string Refilled(const std::string& bytes,
                            const std::function<void(SheetRows*)>& edit,
                            const std::string& scope = "") {
  const auto book = document::ReadWorkbookCells(bytes);
  EXPECT_TRUE(book.has_value()) << (book ? "" : book.error().message());
  if (!book) return "";
  office::Workbook::Options options{.title = "saved again"};
  if (!scope.empty()) options.properties = {{"concord-response", scope}};
  auto written = office::Workbook::Create(options);
  EXPECT_TRUE(written.has_value());
  bool first = true;
  for (const document::SheetCells& sheet : book->sheets) {
    SheetRows rows;
    for (const document::CellRow& row : sheet.rows) rows.push_back(row.cells);
    if (first) edit(&rows);
    first = false;
    office::Sheet saved{.name = sheet.name, .columns = {}};
    if (!rows.empty()) {
      for (const std::string& name : rows.front()) {
        saved.columns.push_back({.name = name});
      }
    }
    EXPECT_TRUE((*written)->AddSheet(saved).has_value());
    for (std::size_t i = 1; i < rows.size(); ++i) {
      EXPECT_TRUE((*written)
                      ->AddRow(std::vector<office::Cell>(rows[i].begin(),
                                                         rows[i].end()))
                      .has_value());
    }
  }
  return (*written)->Finish().value_or("");
}

// The cell of a row in the column of this name, made where the row is short.
inline std::string& CellOf(SheetRows* rows, std::size_t row,
                           const std::string& column) {
  const auto& names = rows->front();
  std::size_t at = 0;
  while (at < names.size() && names[at] != column) ++at;
  EXPECT_LT(at, names.size()) << column;
  auto& cells = rows->at(row);
  if (cells.size() <= at) cells.resize(at + 1);
  return cells[at];
}

}  // namespace concord::testing
