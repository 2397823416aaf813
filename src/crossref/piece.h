#pragma once
// A view as RE2 takes it.

#include <re2/re2.h>

#include <string_view>

namespace concord::crossref {

inline re2::StringPiece Piece(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace concord::crossref
