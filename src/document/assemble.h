#pragma once
// Decided drafts into a document's text and blocks.

#include <vector>

#include "concord/document/document.h"
#include "document/draft.h"

namespace concord::document {

// Fills text, blocks and links: one draft a line, cells as children of rows.
void Assemble(std::vector<Draft> drafts, Document* document);

}  // namespace concord::document
