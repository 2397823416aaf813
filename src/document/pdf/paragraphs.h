#pragma once
// Laid-out pages into drafts: lines into paragraphs, headings by their font.

#include <vector>

#include "document/draft.h"
#include "document/pdf/layout.h"

namespace concord::document {

// Furniture and notes of a page follow the paragraph that runs on over the page
// break, so that they do not interrupt it.
std::vector<Draft> DraftsOfPdf(std::vector<PdfPageLayout> pages);

}  // namespace concord::document
