#include "document/structure/lists.h"

#include <algorithm>
#include <cstdlib>

namespace concord::document {
namespace {

bool SameLevel(const OpenList& list, const Draft& draft, const Label& label) {
  return list.style == label.style && list.bracketed == label.bracketed &&
         std::abs(list.indent - draft.indent) <= 1;
}

}  // namespace

int EnterList(const Draft& draft, const Label& label, OpenLists* lists) {
  while (!lists->empty() && draft.indent + 1 < lists->back().indent) {
    lists->pop_back();
  }
  for (std::size_t i = lists->size(); i-- > 0;) {
    if (!SameLevel((*lists)[i], draft, label)) continue;
    lists->resize(i + 1);
    break;
  }
  const bool same = !lists->empty() && SameLevel(lists->back(), draft, label);
  if (!same && !lists->empty() && lists->back().indent == draft.indent &&
      label.style == LabelStyle::kBullet && label.span.end > 0 &&
      lists->back().style == LabelStyle::kBullet) {
    lists->pop_back();
  }
  if (!same) {
    lists->push_back({label.style, label.bracketed, draft.indent, 0});
  }
  lists->back().last = label.value;
  return static_cast<int>(lists->size());
}

void SettleRoman(const OpenLists& lists, Label* label) {
  if (label->style != LabelStyle::kLower || label->roman == 0) return;
  for (const OpenList& list : lists) {
    if (list.style == LabelStyle::kLower && list.last + 1 == label->value) {
      return;
    }
  }
  const bool open_roman = std::any_of(
      lists.begin(), lists.end(),
      [](const auto& list) { return list.style == LabelStyle::kRomanLower; });
  if (label->roman == 1 || open_roman) {
    label->style = LabelStyle::kRomanLower;
    label->value = label->roman;
  }
}

bool GoesOnNumbered(const OpenLists& lists, const Label& label) {
  return std::any_of(lists.begin(), lists.end(), [&](const OpenList& list) {
    return list.style == LabelStyle::kNumber &&
           list.bracketed == label.bracketed && list.last + 1 == label.value;
  });
}

}  // namespace concord::document
