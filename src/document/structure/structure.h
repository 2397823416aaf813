#pragma once
// The structure pass: what each piece of a document is.
//
// One pass for every format. It sees drafts (text plus what the format said)
// and decides kinds by the habits of committee papers:
//
//   "Report: 10"                      header line
//   "A. Recommendation"               heading, label "A."
//   "1. The Panel sat twice."         numbered paragraph, label "1."
//   "1. note the report; and"         list item, where the heading above is
//                                     that of the recommendations
//   "MPA general: 020 7946 0000"      chrome
//
// Blank lines never decide a kind, since compact copies of a page have none.

#include <string>
#include <vector>

#include "document/draft.h"

namespace concord::document {

struct Structured {
  std::vector<Draft> drafts;  // every one decided
  std::string title;          // "" if none was recognised
};

// `page_title` is the format's own title (HTML <title>), used where the text
// shows none. The drafts' words are kept, all of them, in order; pieces may be
// joined (a number alone on its line and the paragraph after it).
Structured DecideStructure(std::vector<Draft> drafts, std::string page_title);

}  // namespace concord::document
