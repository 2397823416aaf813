#include "concord/document/document.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "concord/base/digest.h"
#include "concord/base/unicode.h"

namespace concord::document {
namespace {

bool OnBoundary(std::string_view text, std::uint32_t at) {
  return at <= text.size() &&
         (at == text.size() ||
          !U8_IS_TRAIL(static_cast<unsigned char>(text[at])));
}

bool IsGoodSpan(std::string_view text, TextSpan span) {
  return span.begin <= span.end && OnBoundary(text, span.begin) &&
         OnBoundary(text, span.end);
}

Result<> Broken(std::size_t index, std::string_view what) {
  return Fail(ErrorCode::kInternal,
              "block " + std::to_string(index) + ": " + std::string(what));
}

bool IsHeadingKind(BlockKind kind) {
  return kind == BlockKind::kHeading || kind == BlockKind::kAppendix;
}

// Level at which a heading governs; one without a level governs like level 2.
int HeadingLevel(const Block& block) {
  return block.level == 0 ? 2 : block.level;
}

}  // namespace

std::string_view Name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kTitle:
      return "title";
    case BlockKind::kHeaderLine:
      return "header_line";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kListItem:
      return "list_item";
    case BlockKind::kTableRow:
      return "table_row";
    case BlockKind::kTableCell:
      return "table_cell";
    case BlockKind::kAppendix:
      return "appendix";
    case BlockKind::kContact:
      return "contact";
    case BlockKind::kFootnote:
      return "footnote";
    case BlockKind::kQuotation:
      return "quotation";
    case BlockKind::kChrome:
      return "chrome";
  }
  return "paragraph";
}

TextSpan Body(const Document& document, const Block& block) {
  TextSpan body = block.span;
  if (!Empty(block.label) && Contains(block.span, block.label)) {
    body.begin = block.label.end;
  }
  return Trim(document.text, body);
}

std::int32_t BlockAt(const Document& document, std::uint32_t offset) {
  const auto& blocks = document.blocks;
  const auto after = std::upper_bound(blocks.begin(), blocks.end(), offset,
                                      [](std::uint32_t at, const Block& block) {
                                        return at < block.span.begin;
                                      });
  // Cells follow their row, so the last block that holds the offset is the
  // innermost; a row's cells may all end before the offset.
  for (auto i = after; i != blocks.begin();) {
    --i;
    if (offset < i->span.end) {
      return static_cast<std::int32_t>(i - blocks.begin());
    }
    if (i->kind != BlockKind::kTableCell) break;
  }
  return -1;
}

void FileUnderHeadings(Document* document) {
  // The headings that the next block stands under, outermost first.
  std::vector<std::int32_t> open;
  std::int32_t last = -1;
  for (std::size_t i = 0; i < document->blocks.size(); ++i) {
    Block& block = document->blocks[i];
    if (!IsHeadingKind(block.kind)) {
      block.heading = last;
      continue;
    }
    const auto level_of = [&](std::int32_t at) {
      return HeadingLevel(document->blocks[static_cast<std::size_t>(at)]);
    };
    while (!open.empty() && level_of(open.back()) >= HeadingLevel(block)) {
      open.pop_back();
    }
    block.heading = open.empty() ? -1 : open.back();
    last = static_cast<std::int32_t>(i);
    open.push_back(last);
  }
}

std::int32_t HeadingOf(const Document& document, std::int32_t index) {
  const auto& blocks = document.blocks;
  if (index < 0 || index >= static_cast<std::int32_t>(blocks.size())) return -1;
  return blocks[static_cast<std::size_t>(index)].heading;
}

std::string TextDigest(const Document& document) {
  std::string words;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kChrome ||
        block.kind == BlockKind::kTableCell) {
      continue;
    }
    // Copies of one page differ in the bullets and numbers of lists and in
    // one-word headings ("Summary"), which come and go.
    const bool item = block.kind == BlockKind::kListItem;
    const std::string_view text =
        Slice(document.text, item ? Body(document, block) : block.span);
    const std::string folded = FoldWords(text);
    if (folded.empty()) continue;
    if (IsHeadingKind(block.kind) && folded.find(' ') == std::string::npos) {
      continue;
    }
    if (!words.empty()) words.push_back(' ');
    words += folded;
  }
  return words.empty() ? "" : Sha256Hex(words);
}

namespace {

// Whether each stands after the one before, trimmed, within a line or cell.
bool AreGoodEmphases(const Document& document) {
  const std::string_view text = document.text;
  std::uint32_t end = 0;
  for (const TextSpan span : document.emphases) {
    if (!IsGoodSpan(text, span) || Empty(span) || span.begin < end ||
        Trim(text, span) != span ||
        Slice(text, span).find_first_of("\n\t") != std::string_view::npos) {
      return false;
    }
    end = span.end;
  }
  return true;
}

}  // namespace

Result<> Verify(const Document& document) {
  const std::string_view text = document.text;
  if (!IsValidUtf8(text)) {
    return Fail(ErrorCode::kInternal, "the text is not valid UTF-8");
  }
  TextSpan before;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!IsGoodSpan(text, block.span))
      return Broken(i, "span outside the text");
    if (!IsGoodSpan(text, block.label)) {
      return Broken(i, "label outside the text");
    }
    if (!Empty(block.label) && !Contains(block.span, block.label)) {
      return Broken(i, "label outside the block");
    }
    if (block.span.begin < before.begin) return Broken(i, "out of order");
    if (block.parent < -1 || block.parent >= static_cast<std::int32_t>(i)) {
      return Broken(i, "parent is not an earlier block");
    }
    if (block.heading < -1 || block.heading >= static_cast<std::int32_t>(i) ||
        (block.heading >= 0 &&
         !IsHeadingKind(
             document.blocks[static_cast<std::size_t>(block.heading)].kind))) {
      return Broken(i, "what governs it is no earlier heading");
    }
    before = block.span;
  }
  for (const Link& link : document.links) {
    if (!IsGoodSpan(text, link.span)) {
      return Fail(ErrorCode::kInternal, "link outside the text");
    }
  }
  for (const Anchor& anchor : document.anchors) {
    if (!OnBoundary(text, anchor.offset)) {
      return Fail(ErrorCode::kInternal, "anchor outside the text");
    }
  }
  if (!AreGoodEmphases(document)) {
    return Fail(ErrorCode::kInternal, "an emphasis is none of a line's words");
  }
  return {};
}

namespace {

std::string DumpLine(const Document& document, std::size_t index) {
  const Block& block = document.blocks[index];
  std::string line =
      std::to_string(index) + " " + std::string(Name(block.kind));
  if (block.level > 0) line += " level " + std::to_string(block.level);
  if (block.parent >= 0) line += " in " + std::to_string(block.parent);
  if (block.page > 0) line += " page " + std::to_string(block.page);
  line += " {" + std::to_string(block.span.begin) + "," +
          std::to_string(block.span.end) + "}";
  if (!Empty(block.label)) {
    line += " label \"" + std::string(Slice(document.text, block.label)) + "\"";
  }
  if (!block.fragment.empty()) line += " #" + block.fragment;
  line += " | ";
  line += Slice(document.text, Body(document, block));
  line.push_back('\n');
  return line;
}

}  // namespace

std::string Dump(const Document& document) {
  std::string out = "title | " + document.title + "\n";
  out += "charset | " + document.charset.charset + " by " +
         document.charset.decided_by + ", replacements " +
         std::to_string(document.charset.replacements) + "\n";
  for (const std::string& note : document.notes) out += "note | " + note + "\n";
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    out += DumpLine(document, i);
  }
  for (const Link& link : document.links) {
    out += "link {" + std::to_string(link.span.begin) + "," +
           std::to_string(link.span.end) + "} " + link.target + "\n";
  }
  for (const TextSpan span : document.emphases) {
    out += "emphasis {" + std::to_string(span.begin) + "," +
           std::to_string(span.end) + "} " +
           std::string(Slice(document.text, span)) + "\n";
  }
  return out;
}

}  // namespace concord::document
