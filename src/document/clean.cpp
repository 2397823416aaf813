#include "document/clean.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string_view>

namespace concord::document {
namespace {

enum class Treatment { kKeep, kDrop, kSpace, kLineEnd, kReplace };

Treatment TreatControl(UChar32 c) {
  if (c == '\n' || c == '\t' || c == '\f') return Treatment::kKeep;
  if (c == '\r' || c == '\v' || c == 0x85) return Treatment::kLineEnd;
  if (c == 0) return Treatment::kDrop;
  return Treatment::kSpace;
}

Treatment Treat(UChar32 c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return TreatControl(c);
  if (c < 0xAD) return Treatment::kKeep;
  if (c == 0x2028 || c == 0x2029) return Treatment::kLineEnd;
  if (c == 0x200B) return Treatment::kSpace;  // a place to break
  if (U_IS_UNICODE_NONCHAR(c)) return Treatment::kReplace;
  // Soft hyphens, joiners, byte order marks, overrides of direction: nothing a
  // reader sees, and they break searching and reverse what people read.
  if (u_charType(c) == U_FORMAT_CHAR) return Treatment::kDrop;
  return Treatment::kKeep;
}

bool IsPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    const auto c = static_cast<unsigned char>(byte);
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t' || c == '\f';
  });
}

std::string Compose(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(piece, status)) return text;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_FAILURE(status) ? text : composed;
}

}  // namespace

std::string CleanCharacters(std::string text, std::vector<std::string>* notes) {
  if (IsPlain(text)) return text;
  std::string out;
  out.reserve(text.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  std::size_t removed = 0;
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t start = i;
    UChar32 c;
    U8_NEXT_UNSAFE(data, i, c);
    switch (Treat(c)) {
      case Treatment::kKeep:
        out.append(text, static_cast<std::size_t>(start),
                   static_cast<std::size_t>(i - start));
        break;
      case Treatment::kLineEnd:
        if (c == '\r' && i < size && data[i] == '\n') ++i;
        out.push_back('\n');
        break;
      case Treatment::kSpace:
        out.push_back(' ');
        ++removed;
        break;
      case Treatment::kReplace:
        out.append("\xEF\xBF\xBD");
        ++removed;
        break;
      case Treatment::kDrop:
        ++removed;
        break;
    }
  }
  if (removed > 0) {
    notes->push_back(std::to_string(removed) +
                     " control or invisible characters were removed");
  }
  return Compose(std::move(out));
}

}  // namespace concord::document
