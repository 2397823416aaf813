#pragma once
// A page written in a test, as a document: one line one block.
//
//   "# Title"         kTitle
//   "A. Heading"      kHeading, labelled "A."
//   "## Heading"      kHeading without a label
//   "1. Words."       kParagraph, labelled "1."; "2.1. Words." likewise
//   "- item"          kListItem
//   "| cell | cell"   kTableRow with its cells
//   "Appendix 2"      kAppendix
//   "> menu"          kChrome
//   "see *Words*"     an emphasis, without the stars
//   anything else     kParagraph
//
// Kept apart from the decoders, so that a rule's example does not change its
// meaning when they do.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "concord/document/document.h"

namespace concord::testing {

// The words without the stars around what is emphasised.
inline void AddWords(std::string_view words, document::Document* document) {
  while (!words.empty()) {
    const std::size_t open = words.find('*');
    const std::size_t close =
        open == std::string_view::npos ? open : words.find('*', open + 1);
    if (close == std::string_view::npos) break;
    document->text += words.substr(0, open);
    const auto begin = static_cast<std::uint32_t>(document->text.size());
    document->text += words.substr(open + 1, close - open - 1);
    document->emphases.push_back(
        {begin, static_cast<std::uint32_t>(document->text.size())});
    words.remove_prefix(close + 1);
  }
  document->text += words;
}

inline void AddBlock(std::string_view words, document::BlockKind kind,
                     std::size_t label, document::Document* document) {
  document::Block block;
  block.kind = kind;
  block.span.begin = static_cast<std::uint32_t>(document->text.size());
  AddWords(words, document);
  block.span.end = static_cast<std::uint32_t>(document->text.size());
  block.label = {block.span.begin,
                 block.span.begin + static_cast<std::uint32_t>(label)};
  document->blocks.push_back(block);
}

inline void AddRow(std::string_view line, document::Document* document) {
  const auto row = static_cast<std::int32_t>(document->blocks.size());
  document::Block block;
  block.kind = document::BlockKind::kTableRow;
  block.span.begin = static_cast<std::uint32_t>(document->text.size());
  block.label = {block.span.begin, block.span.begin};
  document->blocks.push_back(block);
  while (line.starts_with("| ")) {
    line.remove_prefix(2);
    std::string_view cell = line.substr(0, line.find("| "));
    line.remove_prefix(cell.size());
    while (cell.ends_with(' ')) cell.remove_suffix(1);
    if (document->text.size() > block.span.begin) document->text += '\t';
    AddBlock(cell, document::BlockKind::kTableCell, 0, document);
    document->blocks.back().parent = row;
  }
  document->blocks[static_cast<std::size_t>(row)].span.end =
      static_cast<std::uint32_t>(document->text.size());
}

inline void AddLine(std::string_view line, document::Document* document) {
  using document::BlockKind;
  const std::size_t stop = line.find(". ");
  const bool labelled = stop != std::string_view::npos && stop > 0 && stop < 4;
  const bool digits = labelled && line.substr(0, stop).find_first_not_of(
                                      "0123456789.") == std::string_view::npos;
  if (line.starts_with("# ")) {
    AddBlock(line.substr(2), BlockKind::kTitle, 0, document);
  } else if (line.starts_with("## ")) {
    AddBlock(line.substr(3), BlockKind::kHeading, 0, document);
  } else if (line.starts_with("- ")) {
    AddBlock(line.substr(2), BlockKind::kListItem, 0, document);
  } else if (line.starts_with("> ")) {
    AddBlock(line.substr(2), BlockKind::kChrome, 0, document);
  } else if (line.starts_with("Appendix ") && line.size() < 13) {
    AddBlock(line, BlockKind::kAppendix, line.size(), document);
  } else if (labelled && stop == 1 && line[0] >= 'A' && line[0] <= 'H') {
    AddBlock(line, BlockKind::kHeading, 2, document);
  } else {
    AddBlock(line, BlockKind::kParagraph, digits ? stop + 1 : 0, document);
  }
}

inline document::Document PageOf(std::string_view page) {
  document::Document document;
  document.uri = "file:///page.txt";
  document.media_type = "text/plain";
  while (!page.empty()) {
    const std::string_view line = page.substr(0, page.find('\n'));
    page.remove_prefix(std::min(page.size(), line.size() + 1));
    if (line.empty()) continue;
    if (line.starts_with("| ")) {
      AddRow(line, &document);
    } else {
      AddLine(line, &document);
    }
    document.text += '\n';
  }
  document::FileUnderHeadings(&document);
  return document;
}

}  // namespace concord::testing
