// Lists as CSV and as workbooks. Documents are not to be trusted: a cell of CSV
// that a spreadsheet would run as a formula begins with an apostrophe; in a
// workbook it is a text.

#include <algorithm>
#include <string_view>

#include "concord/office/workbook.h"
#include "listing_table.h"

namespace concord::engine {
namespace {

// Without it a spreadsheet takes the bytes for another encoding than UTF-8.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLeastWidth = 7;  // letters
constexpr std::size_t kMostWidth = 60;

bool IsNumber(const std::string& text) {
  return text.find_first_not_of("0123456789.,") == std::string::npos;
}

bool IsFormula(const std::string& text) {
  if (text.empty()) return false;
  constexpr std::string_view kStarts = "=+-@\t\r";
  const bool starts = kStarts.find(text[0]) != std::string_view::npos;
  return starts && !(text[0] == '-' && IsNumber(text.substr(1)));
}

std::string Quoted(std::string text) {
  if (IsFormula(text)) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string Line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += (i == 0 ? "" : ",") + Quoted(cells[i]);
  }
  return line + "\r\n";
}

}  // namespace

std::string ListingCsv(const Listing& listing) {
  const ListingTable table(listing);
  std::string csv = std::string(kByteOrderMark) + Line(table.columns());
  const auto add = [&](const std::vector<TableCell>& row) -> Result<> {
    std::vector<std::string> texts;
    texts.reserve(row.size());
    for (const TableCell& cell : row) texts.push_back(cell.text);
    csv += Line(texts);
    return {};
  };
  static_cast<void>(table.ForEachRow(add));  // it never fails
  return csv;
}

Result<std::string> ListingWorkbook(const Listing& listing,
                                    const std::string& name) {
  const ListingTable table(listing);
  office::Sheet sheet{.name = name, .frozen_columns = 1};
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    const std::size_t width =
        std::clamp(table.widths()[i], kLeastWidth, kMostWidth);
    sheet.columns.push_back(
        {.name = table.columns()[i], .width = static_cast<double>(width) + 2});
  }
  // A list of nothing has no JSON whose names could head its columns.
  if (sheet.columns.empty()) {
    for (const std::string& column : listing.columns) {
      sheet.columns.push_back({.name = column, .width = 20});
    }
  }
  TRY_ASSIGN(auto book, office::Workbook::Create({.title = name}));
  TRY_RETURN(book->AddSheet(sheet));
  const auto add = [&](const std::vector<TableCell>& row) -> Result<> {
    std::vector<office::Cell> cells;
    cells.reserve(row.size());
    for (const TableCell& cell : row) {
      cells.push_back(cell.is_number ? office::Number(cell.text)
                                     : office::Cell(cell.text));
    }
    return book->AddRow(cells);
  };
  TRY_RETURN(table.ForEachRow(add));
  return book->Finish();
}

}  // namespace concord::engine
