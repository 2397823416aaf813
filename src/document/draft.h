#pragma once
// What a format decoder hands to the structure pass: pieces of text in reading
// order with what the format itself said about them.
//
// A decoder fills `text` and the hints; the structure pass decides `kind`,
// `level`, `label`; assembly turns drafts into the blocks of a Document.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "concord/document/document.h"

namespace concord::document {

enum class Hint : std::uint8_t {
  kLine,       // a line of plain text: the format says nothing
  kParagraph,  // the format says: a paragraph
  kHeading,    // ... a heading of `level`
  kListItem,   // ... an item of a list, `level` deep
  kTableRow,   // ... a row of `cells`
  kQuotation,
  kFootnote,
  kChrome,
};

struct Draft {
  Hint hint = Hint::kLine;
  std::uint8_t level = 0;
  std::int32_t indent = 0;  // columns of white space before it (plain text)
  std::int32_t page = 0;
  bool strong = false;          // the whole piece stands in bold
  std::string text;             // clean: single spaces, no line ends, trimmed
  std::vector<TextSpan> cells;  // of a row, in `text`, tab-separated
  std::string fragment;
  std::vector<Link> links;         // spans in `text`
  std::vector<Anchor> anchors;     // offsets in `text`
  std::vector<TextSpan> emphases;  // in `text`, as Document::emphases

  // Decided by the structure pass.
  bool decided = false;
  BlockKind kind = BlockKind::kParagraph;
  TextSpan label;            // in `text`
  std::int32_t parent = -1;  // index of an earlier draft
};

// Appends " " and `tail` to `head`: two pieces that are one.
void Join(const Draft& tail, Draft* head);

// Appends a cell to a row, after a tab; a piece brings its links, addresses
// and emphases.
// An empty cell keeps its place, so that columns can be counted.
void AddCell(std::string_view words, Draft* row);
void AddCell(const Draft& piece, Draft* row);

}  // namespace concord::document
