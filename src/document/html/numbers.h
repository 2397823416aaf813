#pragma once
// The numbers a browser prints before the items of an ordered list.

#include <string>
#include <string_view>

namespace concord::document {

// The number an attribute says, or `otherwise`.
int NumberOf(std::string_view text, int otherwise);

// "3." for <ol>, "c." for <ol type="a">, "III." for <ol type="I">.
std::string PrintedNumber(std::string_view type, int number);

}  // namespace concord::document
