#include "document/charset.h"

#include <re2/re2.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>

#include "concord/base/unicode.h"
#include "document/charset_guess.h"
#include "document/clean.h"

namespace concord::document {
namespace {

constexpr std::size_t kMarkupLooked = 4096;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// What browsers mean by a label: Latin-1 and ASCII are windows-1252.
std::string CanonicalCharset(std::string_view declared) {
  std::string name = LowerAscii(declared);
  const auto is_edge = [](char c) { return c == ' ' || c == '"' || c == '\''; };
  while (!name.empty() && is_edge(name.back())) name.pop_back();
  while (!name.empty() && is_edge(name.front())) name.erase(0, 1);
  if (name == "iso-8859-1" || name == "iso8859-1" || name == "iso_8859-1" ||
      name == "latin1" || name == "latin-1" || name == "us-ascii" ||
      name == "ascii" || name == "cp1252" || name == "ansi") {
    return "windows-1252";
  }
  if (name == "utf8") return "utf-8";
  if (name == "iso-8859-9") return "windows-1254";
  if (name == "x-mac-roman" || name == "macroman") return "macintosh";
  return name;
}

void AppendCodePoint(char32_t c, std::string* out) {
  char buffer[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(c));
  out->append(buffer, static_cast<std::size_t>(length));
}

// The whole of `bytes` in a charset ICU knows; false where it is unknown.
// Counts what was not valid in it.
bool Convert(std::string_view bytes, const std::string& charset,
             std::string* text, std::uint32_t* invalid) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(
      ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) return false;
  const auto capacity = static_cast<int32_t>(
      std::min<std::size_t>(bytes.size() * 2 + 16, 0x3FFFFFFF));
  icu::UnicodeString wide;
  UChar* buffer = wide.getBuffer(capacity);
  if (buffer == nullptr) return false;
  const int32_t length =
      ucnv_toUChars(converter.getAlias(), buffer, capacity, bytes.data(),
                    static_cast<int32_t>(bytes.size()), &status);
  wide.releaseBuffer(U_FAILURE(status) ? 0 : length);
  if (U_FAILURE(status)) return false;
  wide.toUTF8String(*text);
  *invalid = 0;
  for (std::size_t at = text->find(kReplacement); at != std::string::npos;
       at = text->find(kReplacement, at + kReplacement.size())) {
    ++*invalid;
  }
  return true;
}

// --- UTF-16 and UTF-32

std::string CharsetOfMark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "utf-32le";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "utf-32be";
  if (bytes.starts_with("\xFF\xFE"sv)) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF"sv)) return "utf-16be";
  return "";
}

// Nearly every second byte NUL and the others not: ASCII words in UTF-16.
std::string CharsetOfPattern(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kMarkupLooked);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == 0;
  const std::size_t half = head.size() / 2;
  if (half < 4) return "";
  if (zeros[1] * 10 >= half * 9 && zeros[0] * 50 <= half) return "utf-16le";
  if (zeros[0] * 10 >= half * 9 && zeros[1] * 50 <= half) return "utf-16be";
  return "";
}

bool DecodeWide(std::string_view bytes, CleanText* out) {
  std::string charset = CharsetOfMark(bytes);
  out->charset.decided_by = charset.empty() ? "pattern" : "bom";
  if (charset.empty()) charset = CharsetOfPattern(bytes);
  if (charset.empty()) return false;
  out->charset.charset = charset;
  return Convert(bytes, charset, &out->text, &out->charset.replacements);
}

// --- Repair

struct Runs {
  std::size_t valid = 0;    // multi-byte sequences that are UTF-8
  std::size_t invalid = 0;  // runs of bytes that are not
};

// Calls on_valid(begin, end) and on_invalid(begin, end) for the maximal runs.
template <class OnValid, class OnInvalid>
void ForEachRun(std::string_view bytes, OnValid on_valid,
                OnInvalid on_invalid) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t begin = 0;
  bool good = true;
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t start = i;
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0) i = start + 1;
    if ((c >= 0) == good) continue;
    if (start > begin) good ? on_valid(begin, start) : on_invalid(begin, start);
    begin = start;
    good = c >= 0;
  }
  if (size > begin) good ? on_valid(begin, size) : on_invalid(begin, size);
}

Runs CountRuns(std::string_view bytes) {
  Runs runs;
  ForEachRun(
      bytes,
      [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
          runs.valid += U8_IS_LEAD(
              static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]));
        }
      },
      [&](std::int64_t, std::int64_t) { ++runs.invalid; });
  return runs;
}

std::string ReadAll(std::string_view bytes, const ByteTable& table) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const char32_t c = table[static_cast<unsigned char>(byte)];
    if (c < 0x80) {
      text.push_back(static_cast<char>(c));
    } else {
      AppendCodePoint(c, &text);
    }
  }
  return text;
}

std::string ReadMixed(std::string_view bytes, const ByteTable& table) {
  std::string text;
  text.reserve(bytes.size() + 64);
  const auto slice = [&](std::int64_t begin, std::int64_t end) {
    return bytes.substr(static_cast<std::size_t>(begin),
                        static_cast<std::size_t>(end - begin));
  };
  ForEachRun(
      bytes,
      [&](std::int64_t begin, std::int64_t end) { text += slice(begin, end); },
      [&](std::int64_t begin, std::int64_t end) {
        text += ReadAll(slice(begin, end), table);
      });
  return text;
}

// The bytes with every valid sequence beyond ASCII replaced by a letter or a
// space: what is left above 0x7F is to be judged, its neighbours are not.
std::string OnlyInvalid(std::string_view bytes) {
  std::string left;
  left.reserve(bytes.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t start = i;
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0) i = start + 1;
    if (c < 0x80) {
      left.push_back(bytes[static_cast<std::size_t>(start)]);
    } else {
      left.push_back(u_isalpha(c) ? 'x' : ' ');
    }
  }
  return left;
}

// The declared charset, or where it is none or makes no sense, the plausible
// one; then `declared` is cleared.
std::string Fallback(std::string_view judged, std::string* declared,
                     CleanText* out) {
  std::string chosen = ChooseFallback(judged);
  if (declared->empty()) return chosen;
  if (!IsImplausible(judged, *declared, chosen)) return *declared;
  out->notes.push_back("it declares " + *declared + " and reads as " + chosen);
  declared->clear();
  return chosen;
}

// A file that is one single-byte charset throughout, or UTF-8 with runs of it.
// `declared` is "" where none is to be believed.
void Repair(std::string_view bytes, std::string declared, CleanText* out) {
  const Runs runs = CountRuns(bytes);
  // A single-byte file holds valid UTF-8 sequences only by accident.
  const bool mixed = runs.valid * 4 >= runs.invalid && runs.valid > 0;
  const std::string judged = mixed ? OnlyInvalid(bytes) : std::string(bytes);
  const std::string fallback = Fallback(judged, &declared, out);
  const bool is_declared = !declared.empty();
  ByteTable table{};
  if (!LoadByteTable(fallback, &table)) LoadByteTable("windows-1252", &table);
  out->charset.replacements = static_cast<std::uint32_t>(runs.invalid);
  if (mixed) {
    out->text = ReadMixed(bytes, table);
    out->charset.charset = "utf-8";
    out->charset.decided_by = "repair";
    out->notes.push_back(std::to_string(runs.invalid) +
                         " runs of bytes were not UTF-8 and were read as " +
                         fallback);
    return;
  }
  out->text = ReadAll(bytes, table);
  out->charset.charset = fallback;
  out->charset.decided_by = is_declared ? "declared" : "repair";
  if (is_declared) out->charset.replacements = 0;
}

// --- The order of belief

void DecodeDeclared(std::string_view bytes, const std::string& declared,
                    CleanText* out) {
  ByteTable table{};
  if (!declared.empty() && declared != "utf-8" &&
      LoadByteTable(declared, &table)) {
    Repair(bytes, declared, out);
    return;
  }
  const bool wide = declared.starts_with("utf-16") ||
                    declared.starts_with("utf-32") || declared == "utf-8";
  std::uint32_t invalid = 0;
  if (!declared.empty() && !wide &&
      Convert(bytes, declared, &out->text, &invalid) &&
      std::size_t{invalid} * 200 <= bytes.size()) {
    out->charset = {declared, "declared", invalid};
    return;
  }
  Repair(bytes, "", out);
}

void NoteDoubleEncoding(CleanText* out) {
  // "Ã©", "â€™": UTF-8 that was once read as windows-1252 and saved again.
  static const RE2 pattern("Ã[\\x{80}-\\x{BF}]|â€[™œ\\x{9D}“”˜]|Â[£\\x{A0}]");
  re2::StringPiece rest(out->text);
  int found = 0;
  while (found < 1000 && RE2::FindAndConsume(&rest, pattern)) ++found;
  if (found >= 3) {
    out->notes.push_back("the text seems to be encoded twice in " +
                         std::to_string(found) + " places");
  }
}

}  // namespace

CleanText ToCleanText(std::string_view bytes, std::string_view declared) {
  CleanText out;
  if (DecodeWide(bytes, &out)) {
    // Decided by its mark or its zeros.
  } else if (IsValidUtf8(bytes)) {
    const bool mark = bytes.starts_with("\xEF\xBB\xBF");
    out.text = std::string(bytes.substr(mark ? 3 : 0));
    out.charset = {"utf-8", mark ? "bom" : "valid", 0};
  } else {
    DecodeDeclared(bytes, CanonicalCharset(declared), &out);
  }
  if (!IsValidUtf8(out.text)) out.text = ReadMixed(out.text, ByteTable{});
  out.text = CleanCharacters(std::move(out.text), &out.notes);
  NoteDoubleEncoding(&out);
  return out;
}

std::string DeclaredInMarkup(std::string_view bytes) {
  static const RE2 pattern(
      "(?i)<(?:meta\\b[^>]*\\bcharset\\s*=\\s*[\"']?([\\w:.-]{1,40})|"
      "\\?xml\\b[^>]*\\bencoding\\s*=\\s*[\"']([\\w:.-]{1,40}))");
  // The pattern is ASCII, the bytes may be anything.
  std::string head(bytes.substr(0, kMarkupLooked));
  for (char& c : head) {
    if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  }
  std::string meta;
  std::string xml;
  if (!RE2::PartialMatch(head, pattern, &meta, &xml)) return "";
  return LowerAscii(meta.empty() ? xml : meta);
}

}  // namespace concord::document
