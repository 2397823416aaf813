#pragma once
// Names that stand where titles do.
//
// "It was reported in the Daily Post", "as Ned Ash made clear": what a rule of
// citations takes for a title by its capitals alone may be a newspaper, a
// person or a body. The archive knows better: it names the same words as a
// person or as a body elsewhere. Only citations without a word for a work are
// looked at, and of a list of background papers what stands around it: its
// heading, the signature under it, whom to ask.

#include <vector>

#include "crossref/works.h"

namespace concord::crossref {

void DropNames(const Reports& reports, std::vector<TitleMention>* mentions);

}  // namespace concord::crossref
