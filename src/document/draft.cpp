#include "document/draft.h"

namespace concord::document {

void Join(const Draft& tail, Draft* head) {
  if (!head->text.empty() && !tail.text.empty()) head->text.push_back(' ');
  const auto shift = static_cast<std::uint32_t>(head->text.size());
  head->text += tail.text;
  for (Link link : tail.links) {
    link.span.begin += shift;
    link.span.end += shift;
    head->links.push_back(std::move(link));
  }
  for (Anchor anchor : tail.anchors) {
    anchor.offset += shift;
    head->anchors.push_back(std::move(anchor));
  }
  if (head->fragment.empty()) head->fragment = tail.fragment;
}

}  // namespace concord::document
