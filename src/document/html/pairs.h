#pragma once
// Lists of terms that are fields: "<dt>Date<dd>4 May".

#include <cstdint>
#include <unordered_map>

#include "document/html/tree.h"

namespace concord::document {

// The element ends the piece of text before it.
bool IsBlock(Tag tag);

class TermPairs {
 public:
  explicit TermPairs(const HtmlTree& tree) : tree_(tree) {}

  // One past the description of the term at node `term`; 0 where its list is
  // none of pairs, or one of the two holds blocks of its own.
  std::uint32_t EndOf(std::uint32_t term);

 private:
  const HtmlNode& NodeAt(std::uint32_t index) const {
    return tree_.nodes()[index];
  }
  bool IsListOfPairs(std::int32_t list);

  const HtmlTree& tree_;
  // Remembered: lists may lie in lists, and each is asked about at every term.
  std::unordered_map<std::int32_t, bool> lists_;
};

}  // namespace concord::document
