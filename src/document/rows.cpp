#include "document/rows.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/clean.h"

namespace concord::document {
namespace {

std::string CellText(const std::string& cell) {
  std::vector<std::string> unsaid;
  return CollapseSpace(CleanCharacters(cell, &unsaid));
}

}  // namespace

void AddRows(const std::vector<Row>& rows, std::vector<Draft>* drafts) {
  bool any_row = false;
  for (const Row& row : rows) {
    Draft draft;
    draft.hint = Hint::kTableRow;
    std::size_t filled = 0;
    std::string only;
    for (const std::string& cell : row) {
      const std::string text = CellText(cell);
      AddCell(text, &draft);
      filled += !text.empty();
      if (!text.empty()) only = text;
    }
    if (filled == 0) continue;
    if (filled == 1 && !any_row) {
      draft.hint = Hint::kLine;
      draft.text = only;
      draft.cells.clear();
    }
    any_row = any_row || filled > 1;
    drafts->push_back(std::move(draft));
  }
}

}  // namespace concord::document
