#pragma once
// A parsed page into drafts.

#include <vector>

#include "document/draft.h"
#include "document/html/roles.h"
#include "document/html/tree.h"

namespace concord::document {

// The page's own <title>, white space collapsed; "" if none.
std::string PageTitle(const HtmlTree& tree);

// Every word of the page in reading order, except the <title>'s.
std::vector<Draft> DraftsOfTree(const HtmlTree& tree,
                                const std::vector<NodeRole>& roles);

}  // namespace concord::document
