#pragma once
// Names of bodies and posts in the form in which they are compared.

#include <string>
#include <string_view>

namespace concord::scope {

// Folded words without articles, plurals made singular: "the Chief Constables"
// is "chief constable".
std::string Comparable(std::string_view name);

// True where one begins or ends with the other, by whole words.
bool SameBody(const std::string& a, const std::string& b);

// True where the words stand one behind the other in `text`.
bool HasWords(const std::string& text, std::string_view words);

}  // namespace concord::scope
