// The comparable pieces of a report.
//
// A numbered paragraph and the list items that continue it are one piece: that
// is what people cite ("para 7") and what a quotation runs through. A list
// under an unnumbered line ("Members are asked to:") stays apart, item by item,
// because its items are asked for one by one. A table row is one piece. What is
// chrome, a contact line or a line of the header is no piece, nor is a heading:
// it is kept with each piece it governs.
//
//   "7. Units will:" "• report" "• plan"   1 passage
//   "Members are asked to:" "1. note"      2 passages
//
// One pass over the blocks. Covered by tests/unit/index/passages_test.cpp.

#include "index/passages.h"

#include "concord/index/index.h"

namespace concord::index {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;

// A numbered paragraph is not joined to a list longer than this, in bytes.
constexpr std::uint32_t kMaxJoinedBytes = 6000;

bool IsLeftOut(BlockKind kind) {
  return kind == BlockKind::kChrome || kind == BlockKind::kContact ||
         kind == BlockKind::kHeaderLine;
}

// What can be a passage of its own.
bool IsPiece(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
    case BlockKind::kListItem:
    case BlockKind::kTableRow:
    case BlockKind::kTableCell:
    case BlockKind::kFootnote:
    case BlockKind::kQuotation:
      return true;
    case BlockKind::kTitle:
    case BlockKind::kHeaderLine:
    case BlockKind::kHeading:
    case BlockKind::kAppendix:
    case BlockKind::kContact:
    case BlockKind::kChrome:
      return false;
  }
  return false;
}

struct Gathered {
  std::size_t block = 0;  // the first
  TextSpan span;
  bool takes_items = false;  // a numbered paragraph, nothing else after it
};

class Collector {
 public:
  explicit Collector(const Document& document)
      : document_(document), left_out_(LeftOut(document)) {}

  std::vector<Gathered> Run() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) Take(i);
    return std::move(pieces_);
  }

 private:
  void Take(std::size_t index) {
    const Block& block = document_.blocks[index];
    if (left_out_[index] || !IsPiece(block.kind)) {
      if (!pieces_.empty() && !Empty(block.span)) {
        pieces_.back().takes_items = false;
      }
      return;
    }
    const TextSpan body = document::Body(document_, block);
    if (Empty(body)) return;
    // A cell of a row, or a paragraph of a quotation that was taken whole.
    if (!pieces_.empty() && Contains(pieces_.back().span, body)) return;
    if (Continues(block)) {
      pieces_.back().span.end = body.end;
      return;
    }
    const bool numbered =
        block.kind == BlockKind::kParagraph && !Empty(block.label);
    if (!pieces_.empty()) pieces_.back().takes_items = false;
    pieces_.push_back({index, body, numbered});
  }

  bool Continues(const Block& block) const {
    return block.kind == BlockKind::kListItem && !pieces_.empty() &&
           pieces_.back().takes_items &&
           block.span.end - pieces_.back().span.begin <= kMaxJoinedBytes;
  }

  const Document& document_;
  std::vector<bool> left_out_;
  std::vector<Gathered> pieces_;
};

}  // namespace

std::vector<bool> LeftOut(const Document& document) {
  std::vector<bool> left_out(document.blocks.size());
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const bool with_parent = block.parent >= 0 &&
                             static_cast<std::size_t>(block.parent) < i &&
                             left_out[static_cast<std::size_t>(block.parent)];
    left_out[i] = with_parent || IsLeftOut(block.kind);
  }
  return left_out;
}

std::vector<store::Passage> Passages(const store::ReportRecord& report) {
  const Document& document = report.document;
  std::vector<store::Passage> passages;
  for (const Gathered& piece : Collector(document).Run()) {
    store::Passage passage;
    passage.id = report.id.value + "#" + std::to_string(piece.block);
    passage.report = report.id;
    passage.span = piece.span;
    passage.locator = document::Locator(document, piece.span);
    const std::int32_t heading =
        document::HeadingOf(document, static_cast<std::int32_t>(piece.block));
    if (heading >= 0) {
      const Block& block = document.blocks[static_cast<std::size_t>(heading)];
      passage.heading = Slice(document.text, document::Body(document, block));
    }
    passage.text = Slice(document.text, piece.span);
    passages.push_back(std::move(passage));
  }
  return passages;
}

}  // namespace concord::index
