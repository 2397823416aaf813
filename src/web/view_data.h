#pragma once
// What templates are filled with: trees of named texts.
//
// A template falls back to the enclosing section where a name is missing, so a
// name is always set, to false where there is nothing to say. Texts are
// escaped by the template, never here.

#include <Poco/JSON/Object.h>

#include <kainjow/mustache.hpp>

#include <functional>
#include <string>

namespace concord::web {

using kainjow::mustache::data;

inline data NewView() { return data{data::type::object}; }
inline data NewList() { return data{data::type::list}; }

// False where the text is empty.
void Set(data* view, const std::string& name, const std::string& text);
void Set(data* view, const std::string& name, std::uint64_t number);
void SetFlag(data* view, const std::string& name, bool flag);
// Also sets "has_" + name.
void SetList(data* view, const std::string& name, const data& list);

// Called with every object that was converted, to add what pages need (links).
using Enrich = std::function<void(const Poco::JSON::Object& from, data* to)>;

// One of the engine's JSON values: null and "" become false, numbers and true
// their text, arrays lists (with has_... beside them).
data FromJson(const Poco::Dynamic::Var& value, const Enrich& enrich);
data ParseView(const std::string& json, const Enrich& enrich);
Poco::JSON::Object::Ptr ParseObject(const std::string& json);
// The text of a field; "" where it is null or missing.
std::string TextOf(const Poco::JSON::Object& object, const std::string& name);

// "1,234": numbers as people read them.
std::string Grouped(std::uint64_t number);
// "1 report", "1,234 reports".
std::string Counted(std::uint64_t number, const std::string& thing);

}  // namespace concord::web
