#include "concord/base/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace concord {
namespace {

bool IsSpace(UChar32 c) {
  return u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF;
}

bool IsApostrophe(UChar32 c) {
  switch (c) {
    case '\'':
    case '`':
    case '"':
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2032:
    case 0x2033:
    case 0xAB:
    case 0xBB:
      return true;
    default:
      return false;
  }
}

bool IsDash(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_DASH) || c == 0xAD;
}

void Append(UChar32 c, std::string* out) {
  char buffer[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out->append(buffer, static_cast<std::size_t>(length));
}

// NFKC and full case folding together are ICU's nfkc_cf.
icu::UnicodeString NormalizeAndFoldCase(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer =
      icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  if (U_FAILURE(status)) return source;
  icu::UnicodeString folded = normalizer->normalize(source, status);
  return U_FAILURE(status) ? source : folded;
}

// Appends the code points of `text` that `keep` maps to non-zero; a zero is a
// word break. Runs of breaks become one space, ends are trimmed.
template <class Map>
std::string MapWords(const icu::UnicodeString& text, Map map) {
  std::string out;
  out.reserve(static_cast<std::size_t>(text.length()));
  bool pending_space = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 mapped = map(text.char32At(i));
    if (mapped == 0) {
      pending_space = !out.empty();
      continue;
    }
    if (pending_space) out.push_back(' ');
    pending_space = false;
    Append(mapped, &out);
  }
  return out;
}

// Most of the text is ASCII and needs neither normalising nor a second buffer;
// MapAscii gives what MapWords gives for it.
bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char AsciiLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

template <class Map>
std::string MapAscii(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  bool pending_space = false;
  for (const char c : text) {
    const char mapped = map(c);
    if (mapped == 0) {
      pending_space = !out.empty();
      continue;
    }
    if (pending_space) out.push_back(' ');
    pending_space = false;
    out.push_back(mapped);
  }
  return out;
}

}  // namespace

bool IsValidUtf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string Fold(std::string_view text) {
  if (IsAscii(text)) {
    return MapAscii(text, [](char c) -> char {
      if (IsAsciiSpace(c)) return 0;
      return c == '`' || c == '"' ? '\'' : AsciiLower(c);
    });
  }
  return MapWords(NormalizeAndFoldCase(text), [](UChar32 c) -> UChar32 {
    if (IsSpace(c)) return 0;
    if (IsApostrophe(c)) return '\'';
    if (IsDash(c)) return '-';
    return c;
  });
}

std::string FoldWords(std::string_view text) {
  if (IsAscii(text)) {
    return MapAscii(text, [](char c) -> char {
      const char lower = AsciiLower(c);
      const bool word =
          (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
      return word ? lower : '\0';
    });
  }
  return MapWords(NormalizeAndFoldCase(text),
                  [](UChar32 c) -> UChar32 { return u_isalnum(c) ? c : 0; });
}

std::string CollapseSpace(std::string_view text) {
  if (IsAscii(text)) {
    return MapAscii(text,
                    [](char c) -> char { return IsAsciiSpace(c) ? '\0' : c; });
  }
  return MapWords(icu::UnicodeString::fromUTF8(icu::StringPiece(
                      text.data(), static_cast<int32_t>(text.size()))),
                  [](UChar32 c) -> UChar32 { return IsSpace(c) ? 0 : c; });
}

std::size_t CodePointCount(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }
  return count;
}

std::string Ellipsis(std::string_view text, std::size_t max_bytes) {
  constexpr std::string_view kMark = "\xE2\x80\xA6";
  if (text.size() <= max_bytes) return std::string(text);
  std::size_t cut = max_bytes > kMark.size() ? max_bytes - kMark.size() : 0;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) {
    --cut;
  }
  return std::string(text.substr(0, cut)) + std::string(kMark);
}

}  // namespace concord
