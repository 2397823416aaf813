#pragma once
// How errors of the engine name the fields of a request, so that each face can
// say them its own way.
//
// Why: one check serves an option of the command line and a field of a form;
// "‘from’ (2005) is after ‘to’ (2001)" is true of both, "--from" is not. What a
// person typed stands in '...' and is never taken for the name of a field.
//
//   NameFields("‘from’ is no date", "--");   // "--from is no date"
//
// Pure functions.

#include <string>
#include <string_view>

namespace concord::engine {

// "from" -> "‘from’".
std::string FieldName(std::string_view name);

// The message with every field named as on a command line: `before` and the
// name, without quotation marks.
std::string NameFields(std::string_view message, std::string_view before);

}  // namespace concord::engine
