// Addresses: of files, and folded so that spellings of one page are one.
//
//   HTTP://www.Example.org:80/Metropolitan/12/index.html#top
//   -> http://example.org/metropolitan/12
//
// The scheme stays: an http and an https copy are two addresses here, and are
// found to be one report by their words.

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
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

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool RemovePrefix(std::string_view prefix, std::string* text) {
  if (!text->starts_with(prefix)) return false;
  text->erase(0, prefix.size());
  return true;
}

bool RemoveSuffix(std::string_view suffix, std::string* text) {
  if (!text->ends_with(suffix)) return false;
  text->erase(text->size() - suffix.size());
  return true;
}

// "www.example.org:80" -> "example.org"
std::string CanonicalAuthority(std::string_view scheme,
                               std::string_view authority) {
  std::string host = LowerAscii(authority);
  if (scheme == "http") RemoveSuffix(":80", &host);
  if (scheme == "https") RemoveSuffix(":443", &host);
  RemovePrefix("www.", &host);
  return host;
}

std::string CanonicalPath(std::string_view path) {
  std::string folded = LowerAscii(path);
  std::string query;
  if (const auto mark = folded.find('?'); mark != std::string::npos) {
    query = folded.substr(mark);
    folded.erase(mark);
  }
  constexpr std::array<std::string_view, 4> kIndexes = {
      "/index.html", "/index.htm", "/default.htm", "/index.xhtml"};
  for (const std::string_view index : kIndexes) {
    if (RemoveSuffix(index, &folded)) break;
  }
  while (folded.ends_with('/')) folded.pop_back();
  return folded + query;
}

}  // namespace

std::string CanonicalUri(std::string_view uri) {
  uri = uri.substr(0, uri.find('#'));
  const auto colon = uri.find("://");
  if (colon == std::string_view::npos) return CanonicalPath(uri);
  const std::string scheme = LowerAscii(uri.substr(0, colon));
  std::string_view rest = uri.substr(colon + 3);
  const auto slash = rest.find_first_of("/?");
  const std::string_view authority = rest.substr(0, slash);
  const std::string_view path =
      slash == std::string_view::npos ? std::string_view{} : rest.substr(slash);
  // On a file system case tells files apart: a file's path is kept.
  if (scheme == "file") return scheme + "://" + std::string(rest);
  return scheme + "://" + CanonicalAuthority(scheme, authority) +
         CanonicalPath(path);
}

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
