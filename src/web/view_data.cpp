#include "web/view_data.h"

#include <Poco/JSON/Parser.h>

namespace concord::web {

using Poco::Dynamic::Var;
using Poco::JSON::Array;
using Poco::JSON::Object;

void Set(data* view, const std::string& name, const std::string& text) {
  if (text.empty()) {
    view->set(name, data{false});
  } else {
    view->set(name, data{text});
  }
}

void Set(data* view, const std::string& name, std::uint64_t number) {
  view->set(name, data{Grouped(number)});
}

void SetFlag(data* view, const std::string& name, bool flag) {
  view->set(name, data{flag});
}

void SetList(data* view, const std::string& name, const data& list) {
  const bool any = list.is_non_empty_list();
  view->set(name, list);
  view->set("has_" + name, data{any});
}

// The engine's own JSON, of a fixed and small depth: this may recurse.
data FromJson(const Var& value, const Enrich& enrich) {
  if (value.isEmpty()) return data{false};
  if (value.type() == typeid(Object::Ptr)) {
    const auto& object = value.extract<Object::Ptr>();
    data view = NewView();
    for (const auto& [name, member] : *object) {
      data converted = FromJson(member, enrich);
      if (converted.is_list()) {
        SetList(&view, name, converted);
      } else {
        view.set(name, converted);
      }
    }
    if (enrich) enrich(*object, &view);
    return view;
  }
  if (value.type() == typeid(Array::Ptr)) {
    data list = NewList();
    for (const Var& member : *value.extract<Array::Ptr>()) {
      list.push_back(FromJson(member, enrich));
    }
    return list;
  }
  if (value.isBoolean()) return data{value.convert<bool>()};
  const std::string text = value.toString();
  return text.empty() ? data{false} : data{text};
}

data ParseView(const std::string& json, const Enrich& enrich) {
  Poco::JSON::Parser parser;
  return FromJson(parser.parse(json), enrich);
}

Object::Ptr ParseObject(const std::string& json) {
  Poco::JSON::Parser parser;
  return parser.parse(json).extract<Object::Ptr>();
}

std::string TextOf(const Object& object, const std::string& name) {
  const Var value = object.get(name);
  return value.isEmpty() ? "" : value.toString();
}

std::string Grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string Counted(std::uint64_t number, const std::string& thing) {
  if (number == 1) return "1 " + thing;
  const bool ies = thing.size() > 1 && thing.back() == 'y' &&
                   std::string_view("aeiou").find(thing[thing.size() - 2]) ==
                       std::string_view::npos;
  const bool es = thing.ends_with('s') || thing.ends_with("ch");
  return Grouped(number) + " " +
         (ies ? thing.substr(0, thing.size() - 1) + "ies"
              : thing + (es ? "es" : "s"));
}

}  // namespace concord::web
