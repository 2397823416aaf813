#include "engine/import/item_remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "concord/base/unicode.h"
#include "concord/index/cut_words.h"

namespace concord::engine {
namespace {

struct Promise {
  std::string_view kind;  // in the name
  std::string_view media_type;
};

// Kinds of text that only names tell apart promise what they are made to be;
// ".txt" and ".html" may still hold something else. A page that a server makes
// (".php") may be anything.
constexpr std::array kPromises = {
    Promise{"pdf", "application/pdf"},
    Promise{"doc", "application/msword"},
    Promise{"docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml."
            "document"},
    Promise{"xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml."
            "sheet"},
    Promise{"pptx",
            "application/vnd.openxmlformats-officedocument.presentationml."
            "presentation"},
    Promise{"odt", "application/vnd.oasis.opendocument.text"},
    Promise{"rtf", "application/rtf"},
    Promise{"eml", "message/rfc822"},
    Promise{"txt", "text/plain"},
    Promise{"html", "text/html"},
    Promise{"html", "application/xhtml+xml"},
    Promise{"htm", "text/html"},
    Promise{"htm", "application/xhtml+xml"},
    Promise{"csv", "text/csv"},
    Promise{"tsv", "text/tab-separated-values"},
    Promise{"md", "text/markdown"},
    Promise{"zip", "application/zip"},
    Promise{"gz", "application/gzip"},
    Promise{"tgz", "application/gzip"},
    Promise{"tar", "application/x-tar"},
    Promise{"7z", "application/x-7z-compressed"},
    Promise{"png", "image/png"},
    Promise{"gif", "image/gif"},
    Promise{"jpg", "image/jpeg"},
    Promise{"jpeg", "image/jpeg"},
    Promise{"tif", "image/tiff"},
    Promise{"tiff", "image/tiff"},
};

}  // namespace

std::string KindInName(const std::string& uri) {
  const std::string path = uri.substr(0, uri.find_first_of("?#"));
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) {
    return {};
  }
  return Fold(path.substr(dot + 1));
}

std::string NameRemark(const std::string& uri, std::string_view media_type) {
  if (media_type.empty() || media_type == "application/octet-stream") return {};
  const std::string kind = KindInName(uri);
  bool promised = false;
  for (const Promise& promise : kPromises) {
    if (promise.kind != kind) continue;
    if (promise.media_type == media_type) return {};
    promised = true;
  }
  if (!promised) return {};
  return fmt::format("it is called .{} and is {}", kind, media_type);
}

std::string CutWordsRemark(std::string_view text) {
  const std::uint64_t cut = index::CountCutWords(text);
  if (cut == 0) return {};
  return fmt::format(
      "{} longer than {} bytes and found by the first {} only",
      cut == 1 ? "a word is" : std::to_string(cut) + " words are",
      index::kLongestWord, index::kLongestWord);
}

void AddRemark(const std::string& remark, std::string* reason) {
  if (remark.empty() || reason->find(remark) != std::string::npos) return;
  *reason += (reason->empty() ? "" : "; ") + remark;
}

}  // namespace concord::engine
