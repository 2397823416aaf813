#pragma once
// Where a person finds words that may stand in no numbered paragraph, and the
// address that opens the page there.
//
// Why: a quotation is only worth what it takes to look it up. Locator() says
// what is printed; where nothing is printed at the words themselves, the place
// is told from what stands before them.
//
//   PreciseLocator(document, span)
//     "part K, chapter 7, para 4.5"                   a numbered paragraph
//     "part K, chapter 7, section 4, after para 4.5"  the one that follows it
//     "under “Summary”, paragraph 2"                  below a heading
//     "opening, paragraph 3"                          before any heading
//   AddressAt(uri, document, span)
//     "file:///reports/7.html#para4-5:~:text=I%20recommend%20that"
//
// Total; safe from any thread.

#include <string>
#include <string_view>

#include "concord/document/document.h"

namespace concord::document {

std::string PreciseLocator(const Document& document, TextSpan span);

// `uri` with the anchor of the page at or before the words and, for a page
// that browsers read as text, the words themselves, so that they are found and
// marked where the page has no anchors. "" where no browser opens `uri`.
std::string AddressAt(std::string_view uri, const Document& document,
                      TextSpan span);

}  // namespace concord::document
