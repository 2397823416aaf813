// Paths of files as addresses and back, and as they can be shown.

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <filesystem>
#include <system_error>

#include "concord/base/percent.h"
#include "concord/base/unicode.h"
#include "concord/source/source.h"
#include "source/paths.h"

namespace concord::source {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

bool IsUnreserved(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
         c == '~' || c == '/';
}

void AppendHexByte(unsigned char c, std::string* out) {
  out->push_back(kHex[c >> 4]);
  out->push_back(kHex[c & 15]);
}

}  // namespace

std::string FileUri(const std::string& path) {
  std::error_code ignored;
  const std::filesystem::path absolute =
      std::filesystem::absolute(path, ignored).lexically_normal();
  return "file://" + EncodePath(absolute.empty() ? path : absolute.string());
}

std::string EncodePath(std::string_view path) {
  std::string encoded;
  for (const char byte : path) {
    const auto c = static_cast<unsigned char>(byte);
    if (IsUnreserved(c)) {
      encoded.push_back(byte);
    } else {
      encoded.push_back('%');
      AppendHexByte(c, &encoded);
    }
  }
  return encoded;
}

std::optional<std::string> PathOfFileUri(std::string_view uri) {
  constexpr std::string_view kScheme = "file://";
  if (!uri.starts_with(kScheme)) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  return PercentDecoded(uri);
}

std::string DisplayPath(std::string_view path) {
  std::string out;
  const auto* data = reinterpret_cast<const std::uint8_t*>(path.data());
  const auto size = static_cast<std::int32_t>(path.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t start = i;
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0)) {
      out.append(path.substr(static_cast<std::size_t>(start),
                             static_cast<std::size_t>(i - start)));
      continue;
    }
    for (std::int32_t k = start; k < i; ++k) {
      out.append("\\x");
      AppendHexByte(data[k], &out);
    }
  }
  return out;
}

}  // namespace concord::source
