#pragma once
// Lines that return on every page: its head, its foot, its number.
//
//   RunningKey("Page 3 of 9")        "page # of #"
//   PageNumber("- 12 -")             12
//   PagesToReturn(40)                10
//
// Pure functions, shared by the decoders that know pages.

#include <cstddef>
#include <string>
#include <string_view>

namespace concord::document {

// The text folded, with every number made one sign.
std::string RunningKey(std::string_view text);

// The number a line is, or that "Page 3 of 9" says; 0 if none.
int PageNumber(std::string_view text);

// On how many of `pages` pages a line returns if it is no part of the text.
std::size_t PagesToReturn(std::size_t pages);

}  // namespace concord::document
