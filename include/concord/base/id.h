#pragma once
// Typed identifiers: a ReportId is not a RecommendationId.
//
// Identifiers are words, made from content and not from the order of import,
// so the same archive imported twice, on two machines, by many threads has the
// same ids, and a link to one survives a re-import:
//
//   ReportId           "r3fa9c1d2b0e4"     from the report's folded words
//   RecommendationId   "r3fa9c1d2b0e4.7"   its seventh recommendation
//   WorkId             "w-policing-the-valley"
//   BodyId             "b-northmarch-constabulary"
//
// A person may type any unambiguous beginning, as with a commit id.

#include <compare>
#include <functional>
#include <string>

namespace concord {

template <class Tag>
struct Id {
  std::string value;

  bool empty() const { return value.empty(); }
  friend auto operator<=>(const Id&, const Id&) = default;
};

using ReportId = Id<struct ReportTag>;
using RecommendationId = Id<struct RecommendationTag>;
using WorkId = Id<struct WorkTag>;
using BodyId = Id<struct BodyTag>;

}  // namespace concord

template <class Tag>
struct std::hash<concord::Id<Tag>> {
  std::size_t operator()(const concord::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
