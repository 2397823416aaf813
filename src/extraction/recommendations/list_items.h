#pragma once
// A list's item as lines, shared by the rules about lists.

#include <cstddef>
#include <vector>

#include "extraction/recommendations/parts.h"

namespace concord::extraction {

struct ListItem {
  std::size_t begin = 0;  // lines
  std::size_t end = 0;
};

// The recommendation that the item's words are, with its label and the one it
// asks.
Recommendation ItemOf(const Reading& reading, const ListItem& list_item);

// The item under the words of a lead-in: with its label, and asked of nobody
// yet.
Recommendation ItemUnder(const Reading& reading, TextSpan lead,
                         const ListItem& list_item, RecommendationKind kind);

// The list right after line `lead`, told by its labels alone: each is one more
// than the last, in letters, digits or Roman numerals ("A)", "b)", "c)"), or
// all are bullets. What stands between two of them belongs to the first;
// numbers of pages do not end a list. Empty where no list begins there.
//
//   "Cabinet is asked to:" / "a) note it;" / "15" / "b) agree it."   two items
std::vector<ListItem> SequenceAfter(const Reading& reading, std::size_t lead);

// The paragraphs right below line `lead`, without labels, each of which
// commands ("Require that ...", "Once it is done, publish ..."): what a lead-in
// that names the one asked goes on with.
std::vector<ListItem> CommandsBelow(const Reading& reading, std::size_t lead);

}  // namespace concord::extraction
