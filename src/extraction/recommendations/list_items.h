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

// Whether line `at` begins the numbers of the list that `item` is the last of
// again: "1." after "5.", beside it and not under it, where most of the new run
// ask. False where the old numbers go on behind it. Cost: the new run.
bool BeginsAgain(const Reading& reading, const ListItem& item, std::size_t at);

// Whether `line`, among the lines of the item that begins at line `item`, is a
// caption over what comes next: "On chapter 2:", "Vehicles".
bool CaptionsList(const Reading& reading, std::size_t line, std::size_t item);

// The list right after line `lead`, told by its labels alone: each is one more
// than the last, in letters, digits or Roman numerals ("A)", "b)", "c)"), or
// all are bullets. What stands between two of them belongs to the first;
// numbers of pages do not end a list, and numbers that begin again at 1 go on
// with it. Empty where no list begins there.
//
//   "Cabinet is asked to:" / "a) note it;" / "15" / "b) agree it."   two items
std::vector<ListItem> SequenceAfter(const Reading& reading, std::size_t lead);

// The paragraphs right below line `lead`, without labels, each of which
// commands ("Require that ...", "Once it is done, publish ..."): what a lead-in
// that names the one asked goes on with.
std::vector<ListItem> CommandsBelow(const Reading& reading, std::size_t lead);

}  // namespace concord::extraction
