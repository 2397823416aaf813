#include "document/assemble.h"

namespace concord::document {
namespace {

TextSpan Shift(TextSpan span, std::uint32_t by) {
  return {span.begin + by, span.end + by};
}

Block BlockOf(const Draft& draft, std::uint32_t at) {
  Block block;
  block.kind = draft.kind;
  block.level = draft.level;
  block.page = draft.page;
  block.span = {at, at + static_cast<std::uint32_t>(draft.text.size())};
  if (!Empty(draft.label)) block.label = Shift(draft.label, at);
  block.fragment = draft.fragment;
  return block;
}

void AddCells(const Draft& draft, std::uint32_t at, Document* document) {
  const auto row = static_cast<std::int32_t>(document->blocks.size()) - 1;
  for (const TextSpan cell : draft.cells) {
    Block block;
    block.kind = draft.kind == BlockKind::kChrome ? BlockKind::kChrome
                                                  : BlockKind::kTableCell;
    block.parent = row;
    block.page = draft.page;
    block.span = Shift(cell, at);
    document->blocks.push_back(std::move(block));
  }
}

}  // namespace

void Assemble(Structured structured, Document* document) {
  document->title = std::move(structured.title);
  std::vector<Draft>& drafts = structured.drafts;
  std::vector<std::int32_t> block_of_draft(drafts.size(), -1);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    const auto at = static_cast<std::uint32_t>(document->text.size());
    Block block = BlockOf(draft, at);
    if (draft.parent >= 0 && draft.parent < static_cast<std::int32_t>(i)) {
      block.parent = block_of_draft[static_cast<std::size_t>(draft.parent)];
    }
    block_of_draft[i] = static_cast<std::int32_t>(document->blocks.size());
    document->blocks.push_back(std::move(block));
    AddCells(draft, at, document);
    for (Link& link : draft.links) {
      document->links.push_back({Shift(link.span, at), std::move(link.target)});
    }
    for (Anchor& anchor : draft.anchors) {
      document->anchors.push_back({std::move(anchor.name), anchor.offset + at});
    }
    for (const TextSpan span : draft.emphases) {
      document->emphases.push_back(Shift(span, at));
    }
    document->text += draft.text;
    document->text.push_back('\n');
  }
  FileUnderHeadings(document);
}

Document AssembleText(CleanText clean, Structured structured) {
  Document document;
  document.charset = std::move(clean.charset);
  document.notes = std::move(clean.notes);
  Assemble(std::move(structured), &document);
  return document;
}

}  // namespace concord::document
