// The cells of a workbook as they are shown: sheets in order, rows with the
// numbers that people see.
//
// Numbers whose format is a date are printed as dates (2006-05-31); formulas
// are read by the value that was saved with them.

#include "concord/document/workbook_cells.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>

#include "concord/base/unicode.h"
#include "document/office/office_properties.h"
#include "document/office/xml_walk.h"
#include "document/office/zip_parts.h"

namespace concord::document {
namespace {

constexpr std::size_t kMostColumns = 512;

bool IsWorkbookPart(std::string_view name) {
  return name == "xl/workbook.xml" || name == "xl/sharedStrings.xml" ||
         name == "xl/styles.xml" || name == "xl/_rels/workbook.xml.rels" ||
         name == kCustomProperties ||
         (name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
}

// The text of <t> elements; readings of East Asian words are left out.
struct TextRuns {
  std::string text;
  bool Enter(pugi::xml_node node) {
    const std::string_view name = LocalName(node.name());
    if (name == "t") text += node.text().get();
    return name != "rPh" && name != "t";
  }
  void Leave(pugi::xml_node) {}
};

// "_x000D_" stands for the character of that number, "_x005F_" so for the
// underscore of what only looks like one.
std::string Unescaped(const std::string& text) {
  constexpr std::size_t kLength = 7;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at, kLength);
    unsigned code = 0;
    const bool framed =
        rest.size() == kLength && rest.starts_with("_x") && rest[6] == '_' &&
        std::from_chars(rest.data() + 2, rest.data() + 6, code, 16).ptr ==
            rest.data() + 6;
    // Halves of a pair are no characters by themselves.
    if (!framed || code == 0 || (code >= 0xD800 && code < 0xE000)) {
      plain += text[at++];
      continue;
    }
    std::array<char, U8_MAX_LENGTH> letters{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(letters.data(), length, code);
    plain.append(letters.data(), length);
    at += kLength;
  }
  return plain;
}

std::string RunsOf(pugi::xml_node node) {
  TextRuns runs;
  WalkXml(node, &runs);
  return Unescaped(runs.text);
}

// Formats with a day, month or year outside quotes and brackets.
bool IsDateFormat(std::string_view code) {
  bool quoted = false;
  bool bracketed = false;
  for (const char c : code) {
    if (c == '"') quoted = !quoted;
    if (c == '[') bracketed = true;
    if (c == ']') bracketed = false;
    if (!quoted && !bracketed &&
        (c == 'y' || c == 'd' || c == 'Y' || c == 'D')) {
      return true;
    }
  }
  return false;
}

struct Shared {
  std::vector<std::string> strings;
  std::vector<bool> date_styles;  // by the cell's style number
  bool from_1904 = false;
};

void ReadStyles(pugi::xml_node styles, Shared* book) {
  std::map<int, bool> custom;
  for (const auto format : ChildOf(styles, "numFmts").children()) {
    custom[NumberOf(AttributeOf(format, "numFmtId"), 0)] =
        IsDateFormat(AttributeOf(format, "formatCode"));
  }
  for (const auto style : ChildOf(styles, "cellXfs").children()) {
    const int id = NumberOf(AttributeOf(style, "numFmtId"), 0);
    const auto found = custom.find(id);
    const bool built_in = (id >= 14 && id <= 17) || id == 22;
    book->date_styles.push_back(found == custom.end() ? built_in
                                                      : found->second);
  }
}

// Days since the workbook's first day, as a date.
std::string DateOf(double serial, bool from_1904) {
  constexpr double kLast = 2958466;  // the end of the year 9999
  if (!(serial >= 1 && serial < kLast)) return "";
  using std::chrono::days;
  const std::chrono::sys_days first =
      from_1904 ? std::chrono::sys_days(std::chrono::January / 1 / 1904)
                : std::chrono::sys_days(std::chrono::December / 30 / 1899);
  const std::chrono::year_month_day day(
      first + days(static_cast<int>(std::floor(serial))));
  std::array<char, 32> text{};
  std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

std::string CellText(pugi::xml_node cell, const Shared& book) {
  const std::string_view type = AttributeOf(cell, "t");
  if (type == "inlineStr") return RunsOf(ChildOf(cell, "is"));
  std::string value = ChildOf(cell, "v").text().get();
  if (type == "s") {
    const auto at = static_cast<std::size_t>(NumberOf(value, -1));
    return at < book.strings.size() ? book.strings[at] : "";
  }
  if (type == "b") return value == "1" ? "TRUE" : "FALSE";
  const auto style =
      static_cast<std::size_t>(NumberOf(AttributeOf(cell, "s"), -1));
  if (type.empty() || type == "n") {
    double number = 0;
    const char* end = value.data() + value.size();
    if (style < book.date_styles.size() && book.date_styles[style] &&
        std::from_chars(value.data(), end, number).ptr == end) {
      std::string date = DateOf(number, book.from_1904);
      if (!date.empty()) return date;
    }
  }
  return value;
}

// "AB12" -> 27; the number of columns before it.
std::size_t ColumnOf(std::string_view reference, std::size_t otherwise) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > kMostColumns) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
  }
  return column == 0 ? otherwise : column - 1;
}

std::vector<CellRow> RowsOf(pugi::xml_node sheet, const Shared& book) {
  std::vector<CellRow> rows;
  int number = 0;
  for (const auto node : ChildOf(sheet, "sheetData").children()) {
    number = NumberOf(AttributeOf(node, "r"), number + 1);
    CellRow row{.number = number, .cells = {}};
    for (const auto cell : node.children()) {
      const std::size_t at = ColumnOf(AttributeOf(cell, "r"), row.cells.size());
      if (at >= kMostColumns || at < row.cells.size()) continue;
      row.cells.resize(at);
      row.cells.push_back(CellText(cell, book));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Shared> ReadShared(const ZipParts& parts) {
  Shared book;
  if (const auto part = PartOf(parts, "xl/sharedStrings.xml"); !part.empty()) {
    pugi::xml_document xml;
    TRY_RETURN(ParseXml(part, &xml));
    for (const auto item : xml.document_element().children()) {
      if (LocalName(item.name()) == "si") book.strings.push_back(RunsOf(item));
    }
  }
  if (const auto part = PartOf(parts, "xl/styles.xml"); !part.empty()) {
    pugi::xml_document xml;
    TRY_RETURN(ParseXml(part, &xml));
    ReadStyles(xml.document_element(), &book);
  }
  return book;
}

struct SheetPart {
  std::string name;
  std::string part;
};

Result<std::vector<SheetPart>> SheetsOf(const ZipParts& parts, Shared* book) {
  std::map<std::string, std::string, std::less<>> targets;
  if (const auto part = PartOf(parts, "xl/_rels/workbook.xml.rels");
      !part.empty()) {
    pugi::xml_document xml;
    TRY_RETURN(ParseXml(part, &xml));
    for (const auto relation : xml.document_element().children()) {
      std::string target(AttributeOf(relation, "Target"));
      if (target.starts_with('/')) {
        target.erase(0, 1);
      } else {
        target.insert(0, "xl/");
      }
      targets.emplace(AttributeOf(relation, "Id"), std::move(target));
    }
  }
  pugi::xml_document xml;
  TRY_RETURN(ParseXml(PartOf(parts, "xl/workbook.xml"), &xml));
  const auto root = xml.document_element();
  const std::string_view since =
      AttributeOf(ChildOf(root, "workbookPr"), "date1904");
  book->from_1904 = since == "1" || since == "true";
  std::vector<SheetPart> sheets;
  for (const auto node : ChildOf(root, "sheets").children()) {
    const auto target = targets.find(AttributeOf(node, "id"));
    const bool hidden = AttributeOf(node, "state").starts_with("veryHidden");
    if (target == targets.end() || hidden) continue;
    sheets.push_back(
        {CollapseSpace(AttributeOf(node, "name")), target->second});
  }
  return sheets;
}

}  // namespace

Result<WorkbookCells> ReadWorkbookCells(std::string_view bytes) {
  TRY_ASSIGN(const ZipParts parts, ReadZip(bytes, IsWorkbookPart, {}));
  if (PartOf(parts, "xl/workbook.xml").empty()) {
    return Fail(ErrorCode::kCorrupt, "it has no xl/workbook.xml");
  }
  TRY_ASSIGN(Shared book, ReadShared(parts));
  TRY_ASSIGN(const std::vector<SheetPart> sheets, SheetsOf(parts, &book));
  WorkbookCells cells;
  for (const SheetPart& sheet : sheets) {
    const std::string_view part = PartOf(parts, sheet.part);
    if (part.empty()) continue;
    pugi::xml_document xml;
    TRY_RETURN(ParseXml(part, &xml));
    cells.sheets.push_back({sheet.name, RowsOf(xml.document_element(), book)});
  }
  TRY_ASSIGN(cells.properties,
             ReadProperties(PartOf(parts, std::string(kCustomProperties))));
  return cells;
}

std::string CellAddress(std::size_t column, int row) {
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters + std::to_string(row);
}

}  // namespace concord::document
