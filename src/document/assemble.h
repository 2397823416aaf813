#pragma once
// Decided drafts into a document's text and blocks.

#include "concord/document/document.h"
#include "document/charset.h"
#include "document/structure/structure.h"

namespace concord::document {

// Fills title, text, blocks and links: one draft a line, cells as children of
// rows.
void Assemble(Structured structured, Document* document);

// The document of a text whose drafts are decided, with how it was decoded.
Document AssembleText(CleanText clean, Structured structured);

}  // namespace concord::document
