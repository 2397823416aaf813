#pragma once
// The lists that are open where a piece stands: which item goes on with which.

#include <cstdint>
#include <vector>

#include "document/draft.h"
#include "document/structure/labels.h"

namespace concord::document {

// Items of one style at one indentation.
struct OpenList {
  LabelStyle style = LabelStyle::kNone;
  bool bracketed = false;
  std::int32_t indent = 0;
  int last = 0;  // value of its last item
};

// Innermost last.
using OpenLists = std::vector<OpenList>;

// The depth of an item, by indentation and then by the style of its label; its
// list is the innermost from then on.
int EnterList(const Draft& draft, const Label& label, OpenLists* lists);

// "(i)" after "(h)" is a letter, after "(ii" a numeral; alone it is a numeral.
void SettleRoman(const OpenLists& lists, Label* label);

// The number is the next one of an open numbered list.
bool GoesOnNumbered(const OpenLists& lists, const Label& label);

}  // namespace concord::document
