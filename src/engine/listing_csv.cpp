// Lists as CSV, from the JSON of their rows.
//
// Made for a spreadsheet: a date has a column for its words and one for its
// value, several owners stand in one cell, and nothing is JSON:
//
//   {"id": "r1.2", "due": [{"printed": "May 2004", "edtf": "2004-05"}]}
//   id,due.printed,due.edtf
//   r1.2,May 2004,2004-05
//
// Documents are not to be trusted: a cell that a spreadsheet would run as a
// formula begins with an apostrophe.

#include <Poco/Exception.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "base/json_object.h"
#include "concord/engine/views.h"

namespace concord::engine {
namespace {

// Without it a spreadsheet takes the bytes for another encoding than UTF-8.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBetweenValues = "; ";

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

using Cells = std::map<std::string, std::string>;

// A field of a row and the columns it is spread over, in order of sight.
struct Field {
  std::string name;
  std::vector<std::string> columns;
};

class Table {
 public:
  void Add(const JsonObject& row) {
    rows_.emplace_back();
    for (const std::string& name : row.getNames()) {
      Spread(row.get(name), name, &FieldNamed(name), &rows_.back());
    }
  }

  std::string Csv() const {
    std::vector<std::string> columns;
    for (const Field& field : fields_) {
      // Empty in all rows: it has a column all the same.
      if (field.columns.empty()) columns.push_back(field.name);
      columns.insert(columns.end(), field.columns.begin(), field.columns.end());
    }
    std::string csv(kByteOrderMark);
    const auto add = [&](const auto& cell_of) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        csv += (i == 0 ? "" : ",") + Quoted(cell_of(columns[i]));
      }
      csv += "\r\n";
    };
    add([](const std::string& column) { return column; });
    for (const Cells& row : rows_) {
      add([&](const std::string& column) {
        const auto cell = row.find(column);
        return cell == row.end() ? std::string() : cell->second;
      });
    }
    return csv;
  }

 private:
  Field& FieldNamed(const std::string& name) {
    const auto known =
        std::find_if(fields_.begin(), fields_.end(),
                     [&](const Field& field) { return field.name == name; });
    if (known != fields_.end()) return *known;
    return fields_.emplace_back(Field{name, {}});
  }

  static void Put(const std::string& text, const std::string& column,
                  Field* field, Cells* row) {
    auto& columns = field->columns;
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) {
      columns.push_back(column);
    }
    std::string& cell = (*row)[column];
    if (!cell.empty()) cell += kBetweenValues;
    cell += text;
  }

  // Rows are a few levels deep, as this program writes them.
  static void Spread(const Poco::Dynamic::Var& value, const std::string& column,
                     Field* field, Cells* row) {
    if (value.isEmpty()) return;
    if (value.type() == typeid(JsonArray::Ptr)) {
      for (const auto& one : *value.extract<JsonArray::Ptr>()) {
        Spread(one, column, field, row);
      }
      return;
    }
    if (value.type() != typeid(JsonObject::Ptr)) {
      Put(value.convert<std::string>(), column, field, row);
      return;
    }
    const auto object = value.extract<JsonObject::Ptr>();
    if (object->size() == 2 && object->has("begin") && object->has("end")) {
      Put(object->getValue<std::string>("begin") + "-" +
              object->getValue<std::string>("end"),
          column, field, row);
      return;
    }
    for (const std::string& name : object->getNames()) {
      Spread(object->get(name), column + "." + name, field, row);
    }
  }

  std::vector<Field> fields_;
  std::vector<Cells> rows_;
};

}  // namespace

std::string ListingCsv(const Listing& listing) {
  Table table;
  for (const ListRow& row : listing.rows) {
    table.Add(*ParseOwn(row.json).extract<JsonObject::Ptr>());
  }
  return table.Csv();
}

}  // namespace concord::engine
