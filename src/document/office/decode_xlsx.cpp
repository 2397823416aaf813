// XLSX: the sheets of a workbook in order, each under its name, cells as shown.
//
// Numbers whose format is a date are printed as dates (2006-05-31); formulas
// are read by the value that was saved with them.

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>

#include "concord/base/unicode.h"
#include "document/assemble.h"
#include "document/decoders.h"
#include "document/office/xml_walk.h"
#include "document/office/zip_parts.h"
#include "document/rows.h"
#include "document/structure/structure.h"

namespace concord::document {
namespace {

constexpr std::size_t kMostColumns = 512;

bool IsWanted(std::string_view name) {
  return name == "xl/workbook.xml" || name == "xl/sharedStrings.xml" ||
         name == "xl/styles.xml" || name == "xl/_rels/workbook.xml.rels" ||
         (name.starts_with("xl/worksheets/") && name.ends_with(".xml"));
}

int NumberOf(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
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

std::string RunsOf(pugi::xml_node node) {
  TextRuns runs;
  WalkXml(node, &runs);
  return std::move(runs.text);
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

struct Workbook {
  std::vector<std::string> strings;
  std::vector<bool> date_styles;  // by the cell's style number
  bool from_1904 = false;
};

void ReadStyles(pugi::xml_node styles, Workbook* book) {
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

std::string CellText(pugi::xml_node cell, const Workbook& book) {
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

std::vector<Row> RowsOf(pugi::xml_node sheet, const Workbook& book) {
  std::vector<Row> rows;
  for (const auto node : ChildOf(sheet, "sheetData").children()) {
    Row row;
    for (const auto cell : node.children()) {
      const std::size_t at = ColumnOf(AttributeOf(cell, "r"), row.size());
      if (at >= kMostColumns || at < row.size()) continue;
      row.resize(at);
      row.push_back(CellText(cell, book));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string_view PartOf(const ZipParts& parts, const std::string& name) {
  const auto found = parts.find(name);
  return found == parts.end() ? std::string_view{} : found->second;
}

Result<Workbook> ReadShared(const ZipParts& parts) {
  Workbook book;
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

struct Sheet {
  std::string name;
  std::string part;
};

Result<std::vector<Sheet>> SheetsOf(const ZipParts& parts, Workbook* book) {
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
  std::vector<Sheet> sheets;
  for (const auto node : ChildOf(root, "sheets").children()) {
    const auto target = targets.find(AttributeOf(node, "id"));
    const bool hidden = AttributeOf(node, "state").starts_with("veryHidden");
    if (target == targets.end() || hidden) continue;
    sheets.push_back(
        {CollapseSpace(AttributeOf(node, "name")), target->second});
  }
  return sheets;
}

bool IsDefaultName(std::string_view name) {
  return name.empty() || Fold(name).starts_with("sheet");
}

}  // namespace

Result<Document> DecodeXlsx(const source::Capture& capture,
                            const DecodeLimits&) {
  TRY_ASSIGN(const ZipParts parts, ReadZip(capture.bytes, IsWanted, {}));
  if (PartOf(parts, "xl/workbook.xml").empty()) {
    return Fail(ErrorCode::kCorrupt, "it has no xl/workbook.xml");
  }
  TRY_ASSIGN(Workbook book, ReadShared(parts));
  TRY_ASSIGN(const std::vector<Sheet> sheets, SheetsOf(parts, &book));
  std::vector<Draft> drafts;
  for (const Sheet& sheet : sheets) {
    const std::string_view part = PartOf(parts, sheet.part);
    if (part.empty()) continue;
    pugi::xml_document xml;
    TRY_RETURN(ParseXml(part, &xml));
    const std::vector<Row> rows = RowsOf(xml.document_element(), book);
    if (rows.empty()) continue;
    if (!IsDefaultName(sheet.name)) {
      Draft heading;
      heading.hint = Hint::kHeading;
      heading.level = 2;
      heading.text = sheet.name;
      drafts.push_back(std::move(heading));
    }
    AddRows(rows, &drafts);
  }
  Document document;
  document.charset = {"utf-8", "valid", 0};
  Structured structured = DecideStructure(std::move(drafts), "");
  Assemble(std::move(structured), &document);
  return document;
}

}  // namespace concord::document
