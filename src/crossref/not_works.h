#pragma once
// Names that stand where titles do.
//
// "It was reported in the Daily Post", "as Ned Ash made clear": what a rule of
// citations takes for a title by its capitals alone may be a newspaper, a
// person or a body. The archive knows better: it names the same words as a
// person or as a body elsewhere. Only citations without a word for a work are
// looked at.

#include <vector>

#include "crossref/works.h"

namespace concord::crossref {

void DropNames(const Reports& reports, std::vector<TitleMention>* mentions);

}  // namespace concord::crossref
