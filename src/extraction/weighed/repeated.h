#pragma once
// What a page asks for the second time, in words a little other.
//
// Why: rules that know a list know its repetition too; a sentence that is only
// weighed does not, and a paper asks on its front sheet what it asks in its
// last section. Cost: the words of the items, sorted. Tests: weighed_test.cpp.

#include <vector>

#include "concord/document/document.h"
#include "concord/extraction/extraction.h"

namespace concord::extraction {

// Takes out what begins or ends as an item that is taken already. And what
// stands in the row of one: its other cells answer and tell.
void DropRepeated(const document::Document& document,
                  const std::vector<Recommendation>& taken,
                  std::vector<Recommendation>* items);

}  // namespace concord::extraction
