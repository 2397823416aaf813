#pragma once
// The filters of a search request: committee, owner, kind, dates.

#include <optional>
#include <string>

#include "concord/base/result.h"
#include "concord/index/query.h"

namespace concord::index {

// A request's filters, checked. Days are counted as edtf::DayNumber does.
struct Filters {
  std::string committee;
  std::string owner;
  std::string kind;
  std::optional<std::int64_t> from;  // earliest day wanted
  std::optional<std::int64_t> to;    // latest day wanted
  std::string read_as;  // "committee: estates; dated from 2001", or ""

  bool any() const { return !read_as.empty(); }
};

// kInvalidArgument says which filter cannot be read and what it takes.
[[nodiscard]] Result<Filters> ReadFilters(const SearchRequest& request);

}  // namespace concord::index
