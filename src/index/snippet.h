#pragma once
// The words of an entry around what matched, and where they are to be marked.
//
// Own code, because the one of Xapian escapes HTML by itself, not always, and
// cannot show which words of a phrase stand in it. Pure.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::index {

using WordSet = std::unordered_set<std::string>;

// What one leaf of a query marks.
struct LeafMarks {
  WordSet words;                                // single words
  WordSet joined;                               // hyphenated words, read as one
  std::vector<std::vector<WordSet>> sequences;  // words in a row
};

struct Snippet {
  std::string text;             // "…members note the plan and…"
  std::vector<TextSpan> marks;  // in `text`, ascending, not overlapping
};

// At most `max_bytes` bytes of `text` and an ellipsis at each cut end, white
// space collapsed, cut between words: the stretch with most of the leaves.
Snippet MakeSnippet(std::string_view text, const std::vector<LeafMarks>& leaves,
                    std::size_t max_bytes = 240);

// Everything in `text` that matches, ascending, not overlapping.
std::vector<TextSpan> FindMarks(std::string_view text,
                                const std::vector<LeafMarks>& leaves);

}  // namespace concord::index
