// Lists as CSV and as workbooks. Documents are not to be trusted: a cell of CSV
// that a spreadsheet would run as a formula begins with an apostrophe; in a
// workbook it is a text.

#include <algorithm>
#include <string_view>

#include "base/json_object.h"
#include "concord/office/workbook.h"
#include "engine/lists/listing_table.h"
#include "engine/lists/person_columns.h"

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

std::string FileLine(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    line += (i == 0 ? "" : ",") + Quoted(cells[i]);
  }
  return line + "\r\n";
}

std::string TypeOf(const Listing& listing) {
  if (listing.rows.empty()) return "";
  return ParseOwn(listing.rows.front().json)
      .extract<JsonObject::Ptr>()
      ->optValue<std::string>("type", "");
}

// Which columns of the table stand where in a sheet: those for people first.
class SheetPlan {
 public:
  SheetPlan(const Listing& listing, const ListingTable& table)
      : listing_(listing), table_(table) {
    std::vector<bool> shown(table.columns().size());
    for (const PersonColumn& column : PersonColumns(TypeOf(listing))) {
      fronts_.push_back({column, PlaceOf(column.column), PlaceOf(column.link)});
      if (fronts_.back().place < shown.size()) {
        shown[fronts_.back().place] = true;
      }
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
      if (!shown[i]) behind_.push_back(i);
    }
  }

  office::Sheet SheetOf(const std::string& name) const {
    office::Sheet sheet{.name = name, .frozen_columns = 1};
    for (const Front& front : fronts_) {
      sheet.columns.push_back({.name = std::string(front.column.heading),
                               .width = front.column.width});
    }
    for (const std::size_t place : behind_) {
      const std::size_t width =
          std::clamp(table_.widths()[place], kLeastWidth, kMostWidth);
      sheet.columns.push_back({.name = table_.columns()[place],
                               .width = static_cast<double>(width) + 2,
                               .hidden = !fronts_.empty()});
    }
    // A list of nothing has no JSON whose names could head its columns.
    if (sheet.columns.empty()) {
      for (const std::string& column : listing_.columns) {
        sheet.columns.push_back({.name = column, .width = 20});
      }
    }
    return sheet;
  }

  std::vector<office::Cell> CellsOf(const std::vector<TableCell>& row) const {
    std::vector<office::Cell> cells;
    cells.reserve(row.size());
    for (const Front& front : fronts_) {
      cells.push_back(front.place < row.size() ? CellOf(row[front.place])
                                               : office::Cell());
      if (front.link >= row.size()) continue;
      office::Cell& cell = cells.back();
      cell.address = row[front.link].text;
      // Where nothing is numbered there is still a place to go to.
      if (cell.text.empty() && !cell.address.empty()) cell.text = "open";
    }
    for (const std::size_t place : behind_) cells.push_back(CellOf(row[place]));
    return cells;
  }

 private:
  struct Front {
    PersonColumn column;
    std::size_t place;  // in a row; past its end where no row has it
    std::size_t link;
  };

  std::size_t PlaceOf(std::string_view name) const {
    const auto& columns = table_.columns();
    return static_cast<std::size_t>(
        std::find(columns.begin(), columns.end(), name) - columns.begin());
  }

  static office::Cell CellOf(const TableCell& cell) {
    return cell.is_number ? office::Number(cell.text) : office::Cell(cell.text);
  }

  const Listing& listing_;
  const ListingTable& table_;
  std::vector<Front> fronts_;
  std::vector<std::size_t> behind_;
};

}  // namespace

std::string ListingCsv(const Listing& listing) {
  const ListingTable table(listing);
  std::string csv = std::string(kByteOrderMark) + FileLine(table.columns());
  const auto add = [&](const std::vector<TableCell>& row) -> Result<> {
    std::vector<std::string> texts;
    texts.reserve(row.size());
    for (const TableCell& cell : row) texts.push_back(cell.text);
    csv += FileLine(texts);
    return {};
  };
  static_cast<void>(table.ForEachRow(add));  // it never fails
  return csv;
}

Result<std::string> ListingWorkbook(const Listing& listing,
                                    const std::string& name) {
  const ListingTable table(listing);
  const SheetPlan plan(listing, table);
  TRY_ASSIGN(auto book, office::Workbook::Create({.title = name}));
  TRY_RETURN(book->AddSheet(plan.SheetOf(name)));
  TRY_RETURN(table.ForEachRow([&](const std::vector<TableCell>& row) {
    return book->AddRow(plan.CellsOf(row));
  }));
  return book->Finish();
}

}  // namespace concord::engine
