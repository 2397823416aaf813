#pragma once
// A whole line against an expression: what the steps of the structure pass ask.

#include <re2/re2.h>

#include <string_view>

namespace concord::document {

inline bool Matches(std::string_view text, const RE2& pattern) {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

}  // namespace concord::document
