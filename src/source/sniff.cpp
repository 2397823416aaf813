// What kind of bytes these are, decided by the bytes.
//
// Order: signatures of binary formats; binary junk (NUL bytes outside UTF-16,
// many control characters); markup at the start; then the name tells kinds of
// text apart. A name never makes binary bytes text: an image called
// "minutes.html" is an image.

#include <algorithm>
#include <array>
#include <cstring>

#include "concord/source/source.h"

namespace concord::source {
namespace {

constexpr std::size_t kLooked = 4096;  // bytes read for markup and controls

struct Signature {
  std::string_view bytes;
  std::string_view type;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, "application/pdf"sv},
    Signature{"PK\x03\x04"sv, "application/zip"sv},
    Signature{"PK\x05\x06"sv, "application/zip"sv},
    Signature{"{\\rtf"sv, "application/rtf"sv},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
              "application/x-ole-storage"sv},
    Signature{"\x1F\x8B"sv, "application/gzip"sv},
    Signature{"BZh"sv, "application/x-bzip2"sv},
    Signature{"\xFD\x37zXZ\0"sv, "application/x-xz"sv},
    Signature{"\x28\xB5\x2F\xFD"sv, "application/zstd"sv},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed"sv},
    Signature{"WARC/"sv, "application/warc"sv},
    Signature{"filedesc://"sv, "application/x-ia-arc"sv},
    Signature{"#!/"sv, "text/x-script"sv},
    Signature{"#! /"sv, "text/x-script"sv},
    Signature{"\x89PNG\r\n\x1A\n"sv, "image/png"sv},
    Signature{"\xFF\xD8\xFF"sv, "image/jpeg"sv},
    Signature{"GIF87a"sv, "image/gif"sv},
    Signature{"GIF89a"sv, "image/gif"sv},
    Signature{"II*\0"sv, "image/tiff"sv},
    Signature{"MM\0*"sv, "image/tiff"sv},
    Signature{"\x7F"
              "ELF"sv,
              "application/x-executable"sv},
    Signature{"SQLite format 3\0"sv, "application/vnd.sqlite3"sv},
};

std::string_view Skip(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto start = text.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? std::string_view{}
                                         : text.substr(start);
}

bool StartsWithFolded(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char want, char have) {
                      if (have >= 'A' && have <= 'Z') have += 'a' - 'A';
                      return want == have;
                    });
}

// A ZIP whose first members are an office document's.
MediaType ZipKind(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLooked);
  constexpr std::string_view kOpenXml =
      "application/vnd.openxmlformats-officedocument.";
  if (const auto at = head.find("mimetypeapplication/vnd.oasis.opendocument.");
      at != std::string_view::npos) {
    const auto start = at + std::strlen("mimetype");
    const auto end = head.find_first_of("PK\0"sv, start);
    return MediaType(head.substr(start, end - start));
  }
  if (bytes.find("word/") != std::string_view::npos) {
    return MediaType(kOpenXml) + "wordprocessingml.document";
  }
  if (bytes.find("xl/") != std::string_view::npos) {
    return MediaType(kOpenXml) + "spreadsheetml.sheet";
  }
  if (bytes.find("ppt/") != std::string_view::npos) {
    return MediaType(kOpenXml) + "presentationml.presentation";
  }
  return "application/zip";
}

// A compound file that has Word's stream in its directory.
MediaType OleKind(std::string_view bytes) {
  constexpr std::string_view kStream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;
  return bytes.find(kStream) != std::string_view::npos
             ? "application/msword"
             : "application/x-ole-storage";
}

bool HasUtf16Or32Mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.starts_with("\0\0\xFE\xFF"sv);
}

// ASCII text in UTF-16 without a mark: every other byte is NUL, the rest not.
bool LooksLikeUtf16(std::string_view head) {
  if (head.size() < 8) return false;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == 0;
  const std::size_t half = head.size() / 2;
  return (zeros[0] * 10 >= half * 9 && zeros[1] == 0) ||
         (zeros[1] * 10 >= half * 9 && zeros[0] == 0);
}

// NUL bytes or more than one control character in fifty.
bool IsBinary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLooked);
  if (HasUtf16Or32Mark(head) || LooksLikeUtf16(head)) return false;
  std::size_t controls = 0;
  std::size_t zeros = 0;
  for (const char byte : head) {
    const auto c = static_cast<unsigned char>(byte);
    zeros += c == 0;
    controls += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' &&
                c != 0x0B && c != 0x1A && c != 0x1B;
  }
  return controls * 50 > head.size() || zeros * 200 > head.size();
}

// "<p", "<h1 class=", "</div": a tag HTML knows at the very start.
bool StartsWithHtmlTag(std::string_view text) {
  constexpr std::array<std::string_view, 30> kTags = {
      "html",   "head",  "body",   "title",    "meta",  "link",
      "script", "style", "div",    "p",        "h1",    "h2",
      "h3",     "h4",    "h5",     "h6",       "table", "ul",
      "ol",     "br",    "font",   "center",   "a",     "b",
      "span",   "form",  "iframe", "frameset", "base",  "pre"};
  if (!text.starts_with('<')) return false;
  text.remove_prefix(text.starts_with("</") ? 2 : 1);
  const auto end = text.find_first_of(" \t\r\n\f/>");
  if (end == std::string_view::npos) return false;
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
    return end == tag.size() && StartsWithFolded(text, tag);
  });
}

// Past comments and the XML declaration, to the first tag that says something.
std::string_view SkipProlog(std::string_view text) {
  for (text = Skip(text);; text = Skip(text)) {
    std::string_view end;
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<?")) {
      end = ">";
    } else {
      return text;
    }
    const auto at = text.find(end);
    if (at == std::string_view::npos) return text;
    text.remove_prefix(at + end.size());
  }
}

MediaType MarkupKind(std::string_view head) {
  const std::string_view start = SkipProlog(head);
  if (StartsWithFolded(start, "<!doctype html") || StartsWithHtmlTag(start)) {
    return "text/html";
  }
  const bool xml = Skip(head).starts_with("<?xml");
  if (xml && start.starts_with("<!DOCTYPE") &&
      start.substr(0, 200).find("html") != std::string_view::npos) {
    return "text/html";
  }
  return xml ? "application/xml" : "";
}

bool LooksLikeJson(std::string_view head) {
  const std::string_view start = Skip(head);
  if (start.size() < 2) return false;
  const std::string_view inside = Skip(start.substr(1));
  if (start.front() == '{') {
    return inside.empty() || inside.front() == '"' || inside.front() == '}';
  }
  return start.front() == '[' && !inside.empty() &&
         std::string_view("{[\"-0123456789tfn]").find(inside.front()) !=
             std::string_view::npos &&
         (inside.front() == '{' || inside.front() == '"');
}

std::string Extension(std::string_view name) {
  const auto slash = name.find_last_of('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const auto dot = name.find_last_of('.');
  if (dot == std::string_view::npos) return "";
  std::string extension(name.substr(dot + 1));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

bool IsAnyOf(const std::string& word,
             std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A header block that only mail programs write: committee papers have From, To
// and Subject too, so one of the fields of transport has to be there.
bool LooksLikeMail(std::string_view head) {
  constexpr std::array<std::string_view, 4> kTransport = {
      "message-id:", "mime-version:", "received:", "return-path:"};
  bool mail = false;
  std::size_t fields = 0;
  while (!head.empty()) {
    const auto end = head.find_first_of("\r\n");
    const std::string_view line = head.substr(0, end);
    if (line.empty()) break;
    const bool folded = line.front() == ' ' || line.front() == '\t';
    const auto colon = line.find(':');
    const bool field = colon != std::string_view::npos && colon > 0 &&
                       line.find_first_of(" \t") > colon;
    if (!field && !folded && !(fields == 0 && line.starts_with("From "))) {
      return false;
    }
    fields += field;
    for (const std::string_view name : kTransport) {
      mail = mail || StartsWithFolded(line, name);
    }
    if (end == std::string_view::npos) break;
    head.remove_prefix(end + (head.substr(end, 2) == "\r\n" ? 2 : 1));
  }
  return mail && fields >= 2;
}

// Kinds of text by the name; called only for bytes that are text.
MediaType TextKind(const std::string& extension, std::string_view head) {
  if (IsAnyOf(extension, {"html", "htm", "shtml", "asp", "aspx", "php"})) {
    return head.find('<') != std::string_view::npos ? "text/html"
                                                    : "text/plain";
  }
  if (IsAnyOf(extension, {"xhtml", "xht"})) return "application/xhtml+xml";
  if (extension == "csv") return "text/csv";
  if (IsAnyOf(extension, {"tsv", "tab"})) return "text/tab-separated-values";
  if (IsAnyOf(extension, {"md", "markdown"})) return "text/markdown";
  if (IsAnyOf(extension, {"json", "jsonl"}) || LooksLikeJson(head)) {
    return "application/json";
  }
  if (extension == "css") return "text/css";
  if (extension == "js") return "text/javascript";
  if (IsAnyOf(extension, {"py", "sh", "pl", "rb", "c", "cc", "cpp", "h", "hpp",
                          "java", "ts", "go", "rs", "sql", "cmake"})) {
    return "text/x-source";  // a program that lies among the reports
  }
  return "text/plain";
}

}  // namespace

MediaType SniffMediaType(std::string_view bytes, std::string_view name) {
  for (const Signature& signature : kSignatures) {
    if (!bytes.starts_with(signature.bytes)) continue;
    if (signature.type == "application/zip") return ZipKind(bytes);
    if (signature.type == "application/x-ole-storage") return OleKind(bytes);
    return MediaType(signature.type);
  }
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) {
    return "image/webp";
  }
  // PDF allows other bytes before its first line, and its readers do too.
  constexpr std::size_t kBeforePdf = 1024;
  if (bytes.substr(0, kBeforePdf).find("%PDF-") != std::string_view::npos &&
      bytes.find("\nendobj") != std::string_view::npos) {
    return "application/pdf";
  }
  if (IsBinary(bytes)) return "application/octet-stream";
  const std::string extension = Extension(name);
  const std::string_view head = bytes.substr(0, kLooked);
  if (LooksLikeMail(head)) return "message/rfc822";
  // A text file may open with a tag it talks about; its name decides that.
  const bool named_text =
      IsAnyOf(extension, {"txt", "text", "md", "csv", "tsv", "json", "jsonl"});
  const MediaType markup = MarkupKind(head);
  if (!markup.empty() && !named_text) {
    return extension == "xhtml" ? "application/xhtml+xml" : markup;
  }
  if (StartsWithFolded(SkipProlog(head), "<!doctype html")) return "text/html";
  return TextKind(extension, head);
}

}  // namespace concord::source
