// Which single-byte charset makes sense of a file.
//
// Each byte above 0x7F is scored in each charset by what stands on its two
// sides. Bytes 0x8E and 0xD5 in "soci8Et8E d5Or" are "société d’Or" in Mac
// Roman and "sociŽtŽ dÕOr" in windows-1252: small letters inside a word count
// for it, capitals inside a word and symbols against it. Only the whole file's
// sum decides, since single bytes mislead.

#include "document/charset_guess.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <memory>

namespace concord::document {
namespace {

constexpr char32_t kUnknown = 0xFFFD;
constexpr std::size_t kLooked = 200000;

bool IsWordEdge(char32_t c) {
  return c == 0 || u_isspace(static_cast<UChar32>(c)) != 0 || c == '(' ||
         c == '[' || c == '/' || c == '-' || c == '"' || c == '\'' ||
         c == 0xA0 || c == 0x2014 || c == 0x2013;
}

bool IsLetter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool IsUpper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }

int ScoreLetter(char32_t before, char32_t c, char32_t after) {
  const bool inside = IsLetter(before) || IsLetter(after);
  if (!inside) return c == 0xE0 || c == 0xC0 ? 0 : -2;  // "à" is a word
  if (!IsUpper(c))
    return IsLetter(before) && IsUpper(before) && IsUpper(after) ? -2 : 2;
  if (IsLetter(before)) return IsUpper(before) ? 1 : -3;
  return 1;  // a capital begins the word
}

int ScoreQuote(bool opens, char32_t before, char32_t after) {
  const bool apostrophe = IsLetter(before) && IsLetter(after);
  if (opens) return IsWordEdge(before) && !IsWordEdge(after) ? 2 : -2;
  if (apostrophe) return 3;
  return !IsWordEdge(before) && !IsLetter(after) ? 2 : -2;
}

int ScoreMark(char32_t before, char32_t c, char32_t after) {
  switch (c) {
    case 0x2018:  // ‘
    case 0x201C:  // “
      return ScoreQuote(true, before, after);
    case 0x2019:  // ’
    case 0x201D:  // ”
      return ScoreQuote(false, before, after);
    case 0x2013:  // –
    case 0x2014:  // —
      return IsWordEdge(before) == IsWordEdge(after) ? 1 : 0;
    case 0xA3:    // £
    case 0x20AC:  // €
      return IsDigit(after) || IsDigit(before) ? 2 : -1;
    case 0x2022:  // •
    case 0xB7:    // ·
      return IsWordEdge(after) ? 1 : -1;
    case 0x2026:  // …
      return !IsWordEdge(before) || IsWordEdge(after) ? 1 : -1;
    case 0xA0:
      return before == ' ' || after == ' ' || before == '.' ? 1 : 0;
    case 0xB0:  // °
    case 0xBA:  // º
      return IsDigit(before) || before == 'n' || before == 'N' ? 1 : -1;
    case 0xA7:    // §
    case 0xA9:    // ©
    case 0xAE:    // ®
    case 0x2122:  // ™
    case 0xBD:    // ½
      return IsLetter(before) && IsLetter(after) ? -2 : 0;
    case 0xAB:  // «
    case 0xBB:  // »
      return IsLetter(before) && IsLetter(after) ? -2 : 1;
    default:
      return -2;  // symbols that reports do not use
  }
}

int Score(char32_t before, char32_t c, char32_t after) {
  if (c == kUnknown || u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR) {
    return -4;
  }
  return IsLetter(c) && c != 0xBA && c != 0xAA ? ScoreLetter(before, c, after)
                                               : ScoreMark(before, c, after);
}

long ScoreAll(std::string_view bytes, const ByteTable& table) {
  long score = 0;
  std::size_t looked = 0;
  const auto at = [&](std::size_t i) -> char32_t {
    return i < bytes.size() ? table[static_cast<unsigned char>(bytes[i])] : 0;
  };
  for (std::size_t i = 0; i < bytes.size() && looked < kLooked; ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    ++looked;
    score += Score(i == 0 ? 0 : at(i - 1), at(i), at(i + 1));
  }
  return score;
}

}  // namespace

bool LoadByteTable(const std::string& charset, ByteTable* table) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(
      ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status) || ucnv_getMaxCharSize(converter.getAlias()) != 1) {
    return false;
  }
  for (int byte = 0; byte < 256; ++byte) {
    const char source[1] = {static_cast<char>(byte)};
    const char* at = source;
    UErrorCode failed = U_ZERO_ERROR;
    ucnv_reset(converter.getAlias());
    const UChar32 c =
        ucnv_getNextUChar(converter.getAlias(), &at, source + 1, &failed);
    const bool control = c >= 0x80 && c < 0xA0;
    (*table)[static_cast<std::size_t>(byte)] =
        U_FAILURE(failed) || control ? kUnknown : static_cast<char32_t>(c);
  }
  return true;
}

std::string ChooseFallback(std::string_view bytes) {
  ByteTable windows{};
  ByteTable mac{};
  if (!LoadByteTable("windows-1252", &windows) ||
      !LoadByteTable("macintosh", &mac)) {
    return "windows-1252";
  }
  return ScoreAll(bytes, mac) > ScoreAll(bytes, windows) ? "macintosh"
                                                         : "windows-1252";
}

bool IsImplausible(std::string_view bytes, const std::string& charset,
                   const std::string& other) {
  ByteTable declared{};
  ByteTable instead{};
  if (!LoadByteTable(charset, &declared) || !LoadByteTable(other, &instead)) {
    return false;
  }
  return ScoreAll(bytes, declared) < 0 && ScoreAll(bytes, instead) > 0;
}

}  // namespace concord::document
