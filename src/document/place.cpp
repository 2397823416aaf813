#include "concord/document/place.h"

#include <algorithm>

#include "concord/base/unicode.h"

namespace concord::document {
namespace {

constexpr std::size_t kLongestHeading = 60;
constexpr int kWordsInAddress = 8;

const Block& At(const Document& document, std::int32_t index) {
  return document.blocks[static_cast<std::size_t>(index)];
}

bool IsHeading(const Block& block) {
  return block.kind == BlockKind::kHeading ||
         block.kind == BlockKind::kAppendix || block.kind == BlockKind::kTitle;
}

// The words stand in something that has a printed number.
bool IsNumbered(const Document& document, std::int32_t index) {
  for (; index >= 0; index = At(document, index).parent) {
    const Block& block = At(document, index);
    if (!Empty(block.label) && !IsHeading(block)) return true;
  }
  return false;
}

std::string HeadingWords(const Document& document, const Block& block) {
  const std::string words =
      CollapseSpace(Slice(document.text, Body(document, block)));
  return "“" + Ellipsis(words, kLongestHeading) + "”";
}

void Add(const std::string& part, std::string* locator) {
  if (!locator->empty()) *locator += ", ";
  *locator += part;
}

// "para 4.5" of "part K, chapter 7, para 4.5, page 12".
std::string LastPlace(std::string_view locator) {
  std::string last;
  for (std::size_t begin = 0; begin < locator.size();) {
    const std::size_t comma = locator.find(", ", begin);
    const std::size_t end =
        comma == std::string_view::npos ? locator.size() : comma;
    const std::string_view part = locator.substr(begin, end - begin);
    if (!part.starts_with("page ")) last = part;
    begin = end + 2;
  }
  return last;
}

// What stands before the words on the page: the nearest number or heading, and
// how many paragraphs there are from it on.
struct Before {
  std::int32_t index = -1;
  int paragraphs = 0;
  int rows = 0;
};

Before LookBack(const Document& document, std::int32_t index) {
  Before before;
  for (; index >= 0; --index) {
    const Block& block = At(document, index);
    if (IsHeading(block) ||
        (!Empty(block.label) && block.kind == BlockKind::kParagraph)) {
      before.index = index;
      break;
    }
    const bool counted =
        block.parent < 0 && (block.kind == BlockKind::kParagraph ||
                             block.kind == BlockKind::kQuotation ||
                             block.kind == BlockKind::kListItem);
    before.paragraphs += counted ? 1 : 0;
    before.rows += block.kind == BlockKind::kTableRow ? 1 : 0;
  }
  return before;
}

std::string Counted(const Document& document, const Block& block,
                    const Before& before) {
  const bool cell =
      block.kind == BlockKind::kTableCell || block.kind == BlockKind::kTableRow;
  if (cell) return "row " + std::to_string(std::max(before.rows, 1));
  const bool item = block.parent >= 0 &&
                    At(document, block.parent).kind == BlockKind::kListItem;
  if (item || before.paragraphs == 0) return "";
  return "paragraph " + std::to_string(before.paragraphs);
}

std::string Unnumbered(const Document& document, std::int32_t index,
                       std::string locator) {
  const Block& block = At(document, index);
  const Before before = LookBack(document, index);
  if (before.index < 0 ||
      At(document, before.index).kind == BlockKind::kTitle) {
    Add("opening", &locator);
    const std::string counted = Counted(document, block, before);
    if (!counted.empty()) Add(counted, &locator);
    return locator;
  }
  const Block& last = At(document, before.index);
  if (!IsHeading(last)) {
    Add("after " + LastPlace(Locator(document, last.span)), &locator);
    return locator;
  }
  Add("under " + HeadingWords(document, last), &locator);
  const std::string counted = Counted(document, block, before);
  if (!counted.empty()) Add(counted, &locator);
  return locator;
}

// What may stand in an address as it is.
bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '~';
}

// `also`: other characters that stand as they are. A hyphen would end a word
// that is looked for, and is common in the name of an anchor.
std::string Encoded(std::string_view words, std::string_view also) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : words) {
    if (IsPlain(c) || also.find(c) != std::string_view::npos) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kHex[byte >> 4U];
    encoded += kHex[byte & 15U];
  }
  return encoded;
}

// The first words of one block: what a browser looks for may not run over two.
std::string_view FirstWords(std::string_view text, TextSpan span) {
  const std::string_view quote = Slice(text, span);
  const std::size_t line = quote.find_first_of("\n\r\t");
  const auto end =
      static_cast<std::uint32_t>(span.begin + std::min(line, quote.size()));
  const auto words = Words(text, {span.begin, end});
  if (words.empty()) return {};
  const std::size_t last =
      std::min(words.size(), std::size_t{kWordsInAddress}) - 1;
  return Slice(text, {words.front().begin, words[last].end});
}

std::string FragmentAt(const Document& document, std::uint32_t offset) {
  std::string fragment;
  for (const Block& block : document.blocks) {
    if (block.span.begin > offset) break;
    if (!block.fragment.empty()) fragment = block.fragment;
  }
  if (!fragment.empty()) return fragment;
  for (const Anchor& anchor : document.anchors) {
    if (anchor.offset > offset) break;
    fragment = anchor.name;
  }
  return fragment;
}

}  // namespace

std::string PreciseLocator(const Document& document, TextSpan span) {
  std::string locator = Locator(document, span);
  const std::int32_t index = BlockAt(document, span.begin);
  if (index < 0 || IsNumbered(document, index)) return locator;
  const Block& block = At(document, index);
  switch (block.kind) {
    case BlockKind::kTitle:
      Add("title", &locator);
      return locator;
    case BlockKind::kHeaderLine:
      Add("header", &locator);
      return locator;
    case BlockKind::kChrome:
      Add("outside the text", &locator);
      return locator;
    case BlockKind::kHeading:
    case BlockKind::kAppendix:
      Add("heading " + HeadingWords(document, block), &locator);
      return locator;
    default:
      return Unnumbered(document, index, std::move(locator));
  }
}

std::string AddressAt(std::string_view uri, const Document& document,
                      TextSpan span) {
  const bool opens = uri.starts_with("http://") ||
                     uri.starts_with("https://") || uri.starts_with("file://");
  if (!opens) return "";
  std::string address(uri.substr(0, uri.find('#')));
  const std::int32_t index = BlockAt(document, span.begin);
  if (document.media_type == "application/pdf") {
    const std::int32_t page = index < 0 ? 0 : At(document, index).page;
    return page > 0 ? address + "#page=" + std::to_string(page) : address;
  }
  const std::string fragment = FragmentAt(document, span.begin);
  if (!fragment.empty()) address += "#" + Encoded(fragment, "-");
  const bool text = document.media_type == "text/html" ||
                    document.media_type == "application/xhtml+xml" ||
                    document.media_type == "text/plain";
  // A label may be a mark of the browser's own, and no word of the page.
  if (index >= 0) {
    span.begin = std::max(span.begin, At(document, index).label.end);
  }
  const std::string_view words = FirstWords(document.text, span);
  if (!text || words.empty()) return address;
  if (fragment.empty()) address += "#";
  return address + ":~:text=" + Encoded(words, "");
}

}  // namespace concord::document
