#pragma once
// A few numbers by which documents with nearly the same letters are found.
//
//   Sketch(page saved as text)    {12, 907, 3311, 8800}
//   Sketch(the same as PDF)       {12, 907, 4120, 8800}
//
// Why: the identity of a report is that of its words (TextDigest), which a
// hyphen or a page number changes; whether two files are one report in two
// formats is for a comparison to say, which needs candidates first.
//
// Pure function; linear; safe from any thread.

#include <cstdint>
#include <vector>

#include "concord/document/document.h"

namespace concord::document {

// Up to four numbers, ascending. Two documents that share nine tenths of their
// letters' runs share at least one in all but one case of 10,000. Empty for a
// document of fewer than 400 letters without chrome: too little to say.
std::vector<std::uint64_t> Sketch(const Document& document);

}  // namespace concord::document
