#include "concord/base/text_span.h"

namespace concord {
namespace {

// Length of the white space at the front of `text`: 1, 2 (U+00A0) or 0.
std::size_t SpaceAtFront(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  return text.starts_with("\xC2\xA0") ? 2 : 0;
}

std::size_t SpaceAtBack(std::string_view text) {
  if (text.empty()) return 0;
  const char last = text.back();
  if (last == ' ' || (last >= '\t' && last <= '\r')) return 1;
  return text.ends_with("\xC2\xA0") ? 2 : 0;
}

}  // namespace

TextSpan Trim(std::string_view text, TextSpan span) {
  std::string_view view = Slice(text, span);
  while (const std::size_t space = SpaceAtFront(view)) {
    view.remove_prefix(space);
    span.begin += static_cast<std::uint32_t>(space);
  }
  span.end = span.begin + static_cast<std::uint32_t>(view.size());
  while (const std::size_t space = SpaceAtBack(view)) {
    view.remove_suffix(space);
    span.end -= static_cast<std::uint32_t>(space);
  }
  return span;
}

}  // namespace concord
