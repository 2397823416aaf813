#pragma once
// What narrows a list, and whether the list can be narrowed by it: a filter
// that does nothing would be taken for one that found nothing more.

#include <string_view>
#include <vector>

#include "concord/base/result.h"
#include "concord/engine/views.h"

namespace concord::engine {

// The filters a list heeds itself. A report narrows the others too: to the rows
// with a quotation of the report.
enum Filter : unsigned {
  kNoFilter = 0,
  kByKind = 1,
  kByPaper = 2,  // committee, from, to
  kByOwner = 4,
  kByRun = 8,
  kByReport = 16,
  kByPosition = 32,
  kByDue = 64,  // --due-from, --due-to
};

// kInvalidArgument for a filter that the list does not heed, a date that is
// none, a period that ends before it begins, or a kind that is not among
// `kinds` (any kind where `kinds` is empty).
Result<> CheckFilters(const ListRequest& request, unsigned heeds,
                      const std::vector<std::string_view>& kinds);

// Leaves the rows that quote the report.
void KeepRowsOfReport(std::string_view report, Listing* listing);

// The names of an enumeration whose Name() ends with "".
template <class Kind>
std::vector<std::string_view> NamesOf() {
  std::vector<std::string_view> names;
  for (int i = 0; !Name(static_cast<Kind>(i)).empty(); ++i) {
    names.push_back(Name(static_cast<Kind>(i)));
  }
  return names;
}

}  // namespace concord::engine
