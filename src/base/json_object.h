#pragma once
// JSON objects in the order their fields are set, on Poco: what every public
// line of the command line is made of.

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

#include <sstream>
#include <string>
#include <vector>

#include "concord/base/text_span.h"

namespace concord {

using JsonArray = Poco::JSON::Array;
using JsonObject = Poco::JSON::Object;

inline JsonObject NewObject() {
  return JsonObject(Poco::JSON_PRESERVE_KEY_ORDER);
}

inline Poco::Dynamic::Var Null() { return {}; }

// Null where the text is empty.
inline Poco::Dynamic::Var OrNull(const std::string& text) {
  return text.empty() ? Null() : Poco::Dynamic::Var(text);
}

inline JsonObject SpanJson(TextSpan span) {
  JsonObject object = NewObject();
  object.set("begin", span.begin);
  object.set("end", span.end);
  return object;
}

template <class T, class F>
JsonArray ArrayOf(const std::vector<T>& items, F to_json) {
  JsonArray array;
  for (const T& item : items) array.add(to_json(item));
  return array;
}

inline JsonArray Strings(const std::vector<std::string>& items) {
  return ArrayOf(items, [](const std::string& item) { return item; });
}

inline std::string Line(const JsonObject& object, int indent = 0) {
  std::ostringstream out;
  object.stringify(out, static_cast<unsigned>(indent));
  return out.str();
}

// Parses JSON this program wrote itself, keeping the order of fields.
inline Poco::Dynamic::Var ParseOwn(const std::string& json) {
  Poco::JSON::Parser parser(
      new Poco::JSON::ParseHandler(/*bPreserveObjectOrder=*/true));
  return parser.parse(json);
}

}  // namespace concord
