#pragma once
// Which blocks of a document count as its words.

#include <vector>

#include "concord/document/document.h"

namespace concord::index {

// For each block, whether it, or a block it belongs to, is chrome, a contact
// line or a line of the header. Parents stand before their children.
std::vector<bool> LeftOut(const document::Document& document);

}  // namespace concord::index
