#pragma once
// Short titles named in full where the same document prints the full one.
//
//   "Small Boats"        of "Small Boats: the harbour inspection"
//   "Carrow Lane"        of "Carrow Lane Inquiry Report"
//   "Witness Strategy"   of "Northmarch Witness Strategy"
//
// One full title only may fit. A sequel is another work: "Fair Hearing" is not
// "Fair Hearing: the second year", nor a series the one member met here.

#include <vector>

#include "concord/extraction/extraction.h"

namespace concord::extraction {

void NameInFull(std::vector<Citation>* citations);

}  // namespace concord::extraction
