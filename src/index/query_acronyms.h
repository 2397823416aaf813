#pragma once
// Lets a query that has an acronym find its long form too, and the other way.
//
//   IRU                      any of: IRU, "inspection response unit"
//   inspection response unit any of: (all of: inspection, response, unit), IRU
//
// Only what is typed plainly is widened: words between quotation marks, in a
// field or beside NEAR stay as they are, and so does what the archive does not
// explain or explains in two ways (which its caller leaves out). Pure; safe
// from any thread.

#include <vector>

#include "concord/index/query.h"
#include "index/query_parser.h"

namespace concord::index {

// The longest long form that is looked for among the words of a query.
inline constexpr std::size_t kMostWordsOfLongForm = 8;

void AddAcronyms(const std::vector<AcronymForms>& acronyms, ParsedQuery* query);

}  // namespace concord::index
