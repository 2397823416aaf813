#include "extraction/statements/quantity.h"

namespace concord::extraction {

std::string WithNumbers(std::string_view expression) {
  constexpr std::string_view kMark = "#N#";
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const std::size_t mark = expression.find(kMark, at);
    out += expression.substr(at, mark - at);
    if (mark == std::string_view::npos) return out;
    out += kCardinal;
    at = mark + kMark.size();
  }
}

}  // namespace concord::extraction
