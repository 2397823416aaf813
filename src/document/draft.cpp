#include "document/draft.h"

#include "document/emphasis.h"

namespace concord::document {

namespace {

// What marks places in `tail`, whose words stand at `shift` in `head`.
void TakeMarks(const Draft& tail, std::uint32_t shift, Draft* head) {
  for (Link link : tail.links) {
    link.span.begin += shift;
    link.span.end += shift;
    head->links.push_back(std::move(link));
  }
  for (Anchor anchor : tail.anchors) {
    anchor.offset += shift;
    head->anchors.push_back(std::move(anchor));
  }
  for (const TextSpan span : tail.emphases) {
    AddEmphasis(head->text, {span.begin + shift, span.end + shift},
                &head->emphases);
  }
}

}  // namespace

void Join(const Draft& tail, Draft* head) {
  if (!head->text.empty() && !tail.text.empty()) head->text.push_back(' ');
  const auto shift = static_cast<std::uint32_t>(head->text.size());
  head->text += tail.text;
  TakeMarks(tail, shift, head);
  if (head->fragment.empty()) head->fragment = tail.fragment;
}

void AddCell(std::string_view words, Draft* row) {
  if (!row->cells.empty()) row->text.push_back('\t');
  const auto begin = static_cast<std::uint32_t>(row->text.size());
  row->text += words;
  row->cells.push_back({begin, static_cast<std::uint32_t>(row->text.size())});
}

void AddCell(const Draft& piece, Draft* row) {
  AddCell(piece.text, row);
  TakeMarks(piece, row->cells.back().begin, row);
}

}  // namespace concord::document
