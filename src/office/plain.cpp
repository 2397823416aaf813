#include "concord/office/plain.h"

#include "concord/base/markup.h"
#include "concord/base/unicode.h"

namespace concord::office {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Length of the UTF-8 character at `at`; 0 where none is.
std::size_t CharacterAt(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::size_t length = byte < 0x80   ? 1
                             : byte < 0xE0 ? 2
                             : byte < 0xF0 ? 3
                                           : 4;
  const std::string_view character = text.substr(at, length);
  return character.size() == length && IsValidUtf8(character) ? length : 0;
}

// The controls but tab and LF, U+FFFE and U+FFFF.
bool IsForbidden(std::string_view character) {
  if (character.size() == 1) {
    const auto c = static_cast<unsigned char>(character[0]);
    return c < 0x20 && c != '\n' && c != '\t';
  }
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

}  // namespace

std::string Plain(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = CharacterAt(text, at);
    if (length == 0) {
      plain += kReplacement;
      ++at;
      continue;
    }
    const std::string_view character = text.substr(at, length);
    at += length;
    if (character == "\r") {
      if (at == text.size() || text[at] != '\n') plain += '\n';
    } else if (!IsForbidden(character)) {
      plain += character;
    }
  }
  return WithoutControls(plain);
}

}  // namespace concord::office
