// XLSX: the sheets of a workbook in order, each under its name, cells as shown.

#include "concord/base/unicode.h"
#include "concord/document/workbook_cells.h"
#include "document/assemble.h"
#include "document/decoders.h"
#include "document/office/xml_walk.h"
#include "document/office/zip_parts.h"
#include "document/rows.h"
#include "document/structure/structure.h"

namespace concord::document {
namespace {

bool IsDefaultName(std::string_view name) {
  return name.empty() || Fold(name).starts_with("sheet");
}

}  // namespace

Result<Document> DecodeXlsx(const source::Capture& capture,
                            const DecodeLimits&) {
  TRY_ASSIGN(WorkbookCells book, ReadWorkbookCells(capture.bytes));
  std::vector<Draft> drafts;
  for (SheetCells& sheet : book.sheets) {
    if (sheet.rows.empty()) continue;
    if (!IsDefaultName(sheet.name)) {
      Draft heading;
      heading.hint = Hint::kHeading;
      heading.level = 2;
      heading.text = sheet.name;
      drafts.push_back(std::move(heading));
    }
    std::vector<Row> rows;
    for (CellRow& row : sheet.rows) rows.push_back(std::move(row.cells));
    AddRows(rows, &drafts);
  }
  Document document;
  document.charset = {"utf-8", "valid", 0};
  Structured structured = DecideStructure(std::move(drafts), "");
  Assemble(std::move(structured), &document);
  return document;
}

}  // namespace concord::document
