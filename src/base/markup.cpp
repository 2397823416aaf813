#include "concord/base/markup.h"

namespace concord {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Length of a character at `at` that is not to be shown as it is, or 0:
// controls (C0 but white space, DEL, C1), U+061C, U+202A..U+202E,
// U+2066..U+2069, U+2028 and U+2029.
std::size_t DisturbingAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const unsigned c = byte(0);
  if (c < 0x20) return c == '\n' || c == '\t' || c == '\r' ? 0 : 1;
  if (c == 0x7F) return 1;
  if (c == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
  if (c == 0xD8 && byte(1) == 0x9C) return 2;
  if (c != 0xE2) return 0;
  if (byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) return 3;
  if (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) return 3;
  return 0;
}

}  // namespace

std::string EscapeMarkup(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped.push_back(c);
    }
  }
  return escaped;
}

std::string WithoutControls(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = DisturbingAt(text, at)) {
      clean += kReplacement;
      at += length;
    } else {
      clean.push_back(text[at++]);
    }
  }
  return clean;
}

}  // namespace concord
