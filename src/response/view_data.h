#pragma once
// What templates are filled with: trees of named texts.
//
// A template falls back to the enclosing section where a name is missing, so
// every name is always set, to false where there is nothing to say.

#include <cstddef>
#include <cstdint>
#include <kainjow/mustache.hpp>
#include <string>

namespace concord::response {

using kainjow::mustache::data;

inline data NewRow() { return data{data::type::object}; }
inline data NewList() { return data{data::type::list}; }

// False where the text is empty.
void Set(data* view, const std::string& name, const std::string& text);
// "–" for a number below 0, which says that nobody stated one.
void Set(data* view, const std::string& name, std::int32_t number);
void SetFlag(data* view, const std::string& name, bool flag);
// Also sets "has_" + name.
void SetList(data* view, const std::string& name, const data& list);

// Adds a row that knows whether another one stands before it: `further`.
void AddFurther(data row, data* list);

// A row for each line, its words as `line`: for forms in which a line end by
// itself is a space.
data Lines(const std::string& text);

// The first words, and "…" where there are more.
std::string Beginning(const std::string& text, std::size_t most_bytes);

}  // namespace concord::response
