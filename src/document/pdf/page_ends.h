#pragma once
// Tables that run over the end of a page, made one again.
//
// The head that is printed anew on every page is furniture there, and a row
// that the page's end cut is one row with the words of both its halves, on the
// page where it begins.

#include <vector>

#include "document/pdf/layout.h"

namespace concord::document {

// Whether two rows stand in the same columns, by borders or by gutters.
bool SameColumns(const PdfPiece& a, const PdfPiece& b);

// Whether two rows on a page are neighbours in one table with borders or under
// a row of names.
bool IsOneTable(const PdfPiece& above, const PdfPiece& below);

// After the furniture of the pages was found.
void JoinTables(std::vector<PdfPageLayout>* pages);

}  // namespace concord::document
