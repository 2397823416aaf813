#include "engine/lists/listing_table.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/json_object.h"
#include "concord/base/unicode.h"

namespace concord::engine {
namespace {

constexpr std::string_view kBetweenValues = "; ";

// The cells of one row by the names of their columns, in order of sight.
class Cells {
 public:
  explicit Cells(const std::string& json) {
    const auto row = ParseOwn(json).extract<JsonObject::Ptr>();
    for (const std::string& name : row->getNames()) {
      fields_.push_back(name);
      Spread(row->get(name), name, name);
    }
  }

  struct Named {
    std::string field;
    std::string column;
    TableCell cell;
  };
  const std::vector<Named>& cells() const { return cells_; }
  // Also those that are empty.
  const std::vector<std::string>& fields() const { return fields_; }

 private:
  void Put(const std::string& text, bool is_number, const std::string& column,
           const std::string& field) {
    const auto known =
        std::find_if(cells_.begin(), cells_.end(),
                     [&](const Named& one) { return one.column == column; });
    if (known == cells_.end()) {
      cells_.push_back({field, column, {text, is_number}});
      return;
    }
    TableCell& cell = known->cell;
    if (!cell.text.empty()) cell.text += kBetweenValues;
    cell.text += text;
    cell.is_number = false;
  }

  // Rows are a few levels deep, as this program writes them.
  void Spread(const Poco::Dynamic::Var& value, const std::string& column,
              const std::string& field) {
    if (value.isEmpty()) return;
    if (value.type() == typeid(JsonArray::Ptr)) {
      for (const auto& one : *value.extract<JsonArray::Ptr>()) {
        Spread(one, column, field);
      }
      return;
    }
    if (value.type() != typeid(JsonObject::Ptr)) {
      Put(value.convert<std::string>(), value.isNumeric() && !value.isBoolean(),
          column, field);
      return;
    }
    const auto& object = value.extract<JsonObject::Ptr>();
    if (object->size() == 2 && object->has("begin") && object->has("end")) {
      Put(object->getValue<std::string>("begin") + "-" +
              object->getValue<std::string>("end"),
          false, column, field);
      return;
    }
    for (const std::string& name : object->getNames()) {
      std::string inner = column;
      Spread(object->get(name), inner.append(".").append(name), field);
    }
  }

  std::vector<std::string> fields_;
  std::vector<Named> cells_;
};

// A field of the rows and the columns it is spread over, in order of sight.
struct Field {
  std::string name;
  std::vector<std::string> columns;
};

Field& FieldNamed(const std::string& name, std::vector<Field>* fields) {
  const auto known =
      std::find_if(fields->begin(), fields->end(),
                   [&](const Field& field) { return field.name == name; });
  if (known != fields->end()) return *known;
  return fields->emplace_back(Field{name, {}});
}

std::size_t Width(std::string_view text) {
  std::size_t width = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    width = std::max(width, CodePointCount(text.substr(0, end)));
    if (end == std::string_view::npos) return width;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

ListingTable::ListingTable(const Listing& listing) : listing_(listing) {
  std::vector<Field> fields;
  std::map<std::string, std::size_t> widths;
  for (const ListRow& row : listing.rows) {
    const Cells cells(row.json);
    for (const std::string& name : cells.fields()) FieldNamed(name, &fields);
    for (const Cells::Named& one : cells.cells()) {
      auto& columns = FieldNamed(one.field, &fields).columns;
      if (std::find(columns.begin(), columns.end(), one.column) ==
          columns.end()) {
        columns.push_back(one.column);
      }
      std::size_t& width = widths[one.column];
      width = std::max(width, Width(one.cell.text));
    }
  }
  for (const Field& field : fields) {
    // Empty in all rows: it has a column all the same.
    if (field.columns.empty()) columns_.push_back(field.name);
    columns_.insert(columns_.end(), field.columns.begin(), field.columns.end());
  }
  for (const std::string& column : columns_) {
    widths_.push_back(std::max(widths[column], Width(column)));
  }
}

Result<> ListingTable::ForEachRow(
    const std::function<Result<>(const std::vector<TableCell>&)>& visit) const {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < columns_.size(); ++i) places[columns_[i]] = i;
  for (const ListRow& row : listing_.rows) {
    std::vector<TableCell> cells(columns_.size());
    const Cells of_row(row.json);
    for (const Cells::Named& one : of_row.cells()) {
      cells[places.at(one.column)] = one.cell;
    }
    TRY_RETURN(visit(cells));
  }
  return {};
}

}  // namespace concord::engine
