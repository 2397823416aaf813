#pragma once
// What the parts of a page are for: furniture, notes, tables of data.
//
// Decided by element ("<nav>"), by role, by the words of id and class ("main-
// menu", "siteFooter"), and by content: a list that is nothing but links above
// the title is a menu. A part that holds the main heading or more than half of
// the page's words is never furniture, whatever it is called.

#include <cstdint>
#include <vector>

#include "document/html/tree.h"

namespace concord::document {

struct NodeRole {
  bool chrome = false;      // it and everything in it
  bool notes = false;       // footnotes
  bool data_table = false;  // a table of cells, not one that lays out the page
};

// One role for each node of the tree.
std::vector<NodeRole> RolesOf(const HtmlTree& tree);

}  // namespace concord::document
