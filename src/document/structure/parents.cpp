// Which item belongs to which: inner items to outer ones, a list to the words
// that introduce it.

#include "document/structure/steps.h"

namespace concord::document {
namespace {

bool Introduces(const Draft& draft) {
  if (draft.kind != BlockKind::kParagraph &&
      draft.kind != BlockKind::kQuotation) {
    return false;
  }
  const char last = LastMark(draft.text);
  return !Empty(draft.label) || (last != '.' && last != '!' && last != '?');
}

}  // namespace

void SetParents(std::vector<Draft>* drafts) {
  struct Open {
    int level = 0;
    std::int32_t index = -1;
  };
  std::vector<Open> open;  // items the next one may hang under
  std::int32_t lead = -1;
  std::int32_t before = -1;
  bool in_list = false;
  for (std::size_t i = 0; i < drafts->size(); ++i) {
    Draft& draft = (*drafts)[i];
    if (draft.kind == BlockKind::kChrome) continue;
    const auto index = static_cast<std::int32_t>(i);
    if (draft.kind != BlockKind::kListItem) {
      if (draft.parent < 0) in_list = false;
      before = index;
      continue;
    }
    if (!in_list) {
      open.clear();
      const bool introduced =
          before >= 0 && Introduces((*drafts)[static_cast<size_t>(before)]);
      lead = introduced ? before : -1;
    }
    in_list = true;
    while (!open.empty() && open.back().level >= draft.level) open.pop_back();
    if (draft.parent < 0) {
      draft.parent = open.empty() ? lead : open.back().index;
    }
    open.push_back({draft.level, index});
    before = index;
  }
}

}  // namespace concord::document
