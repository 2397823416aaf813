// Lists as CSV, from the JSON of their rows.

#include <Poco/Exception.h>

#include <algorithm>

#include "base/json_object.h"
#include "concord/engine/views.h"

namespace concord::engine {
namespace {

std::string Quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string CellOf(const JsonObject& row, const std::string& name) {
  const Poco::Dynamic::Var value = row.get(name);
  if (value.isEmpty()) return "";
  if (value.type() == typeid(JsonObject::Ptr) ||
      value.type() == typeid(JsonArray::Ptr)) {
    std::ostringstream text;
    Poco::JSON::Stringifier::stringify(value, text);
    return text.str();
  }
  return value.convert<std::string>();
}

}  // namespace

std::string ListingCsv(const Listing& listing) {
  std::vector<JsonObject::Ptr> rows;
  std::vector<std::string> names;
  for (const ListRow& row : listing.rows) {
    Poco::JSON::Handler::Ptr handler = new Poco::JSON::ParseHandler(true);
    Poco::JSON::Parser parser(handler);
    rows.push_back(parser.parse(row.json).extract<JsonObject::Ptr>());
    for (const std::string& name : rows.back()->getNames()) {
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(name);
      }
    }
  }
  std::string csv;
  for (const std::string& name : names) {
    csv += (name == names.front() ? "" : ",") + Quoted(name);
  }
  csv += "\r\n";
  for (const JsonObject::Ptr& row : rows) {
    for (const std::string& name : names) {
      csv += (name == names.front() ? "" : ",") + Quoted(CellOf(*row, name));
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace concord::engine
