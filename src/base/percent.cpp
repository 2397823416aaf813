#include "concord/base/percent.h"

#include <charconv>

#include "concord/base/unicode.h"

namespace concord {

std::optional<std::string> PercentDecoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes.push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const char* code = text.data() + i + 1;
    unsigned int byte = 0;  // no sign is read
    if (std::from_chars(code, code + 2, byte, 16).ptr != code + 2) {
      return std::nullopt;
    }
    bytes.push_back(static_cast<char>(byte));
    i += 2;
  }
  return bytes;
}

std::string LastStep(std::string_view uri) {
  const std::size_t slash = uri.rfind('/');
  const std::string_view step =
      slash == std::string_view::npos ? uri : uri.substr(slash + 1);
  if (step.empty()) return std::string(uri);
  const auto decoded = PercentDecoded(step);
  return decoded && IsValidUtf8(*decoded) ? *decoded : std::string(step);
}

}  // namespace concord
