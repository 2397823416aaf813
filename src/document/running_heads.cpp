#include "document/running_heads.h"

#include <re2/re2.h>

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/structure/labels.h"

namespace concord::document {

std::string RunningKey(std::string_view text) {
  std::string key;
  for (const char c : Fold(text)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      key.push_back(c);
    } else if (key.empty() || key.back() != '#') {
      key.push_back('#');
    }
  }
  return key;
}

int PageNumber(std::string_view text) {
  static const RE2 pattern(
      "(?i)[-–— ]*(?:p(?:age|\\.)? ?)?(\\d{1,4})(?: ?(?:of|/) ?\\d{1,4})?[-–— "
      "|]*(?:p ?a ?g ?e)?");
  static const RE2 roman("(?i)[ivx]{1,5}");
  const re2::StringPiece piece(text.data(), text.size());
  int number = 0;
  if (RE2::FullMatch(piece, pattern, &number)) return number;
  return RE2::FullMatch(piece, roman) ? RomanNumeral(text) : 0;
}

std::size_t PagesToReturn(std::size_t pages) {
  return pages <= 6 ? std::max<std::size_t>(2, (pages + 1) / 2)
                    : std::max<std::size_t>(3, pages / 4);
}

}  // namespace concord::document
