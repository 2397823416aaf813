#pragma once
// Which held work a cited one is. A paper often prints one half of a title
// alone
// ("A Second Look" for "Keeping Faith: A Second Look", "Goods in Hand" for all
// that follows its colon); where just one held work ends in it, or else begins
// with it, that one is meant.

#include <map>
#include <string>
#include <string_view>

#include "concord/crossref/crossref.h"

namespace concord::overlap {

class HeldWorks {
 public:
  explicit HeldWorks(const crossref::CrossReference& crossref);

  // The held work that `work` is, or an empty id.
  WorkId HeldAs(const WorkId& work) const;
  // Of a printed title.
  WorkId Titled(std::string_view title) const;
  // The first report held of it; empty for a work that is not held.
  ReportId ReportOf(const WorkId& work) const;

 private:
  using ByHalf = std::map<std::string, WorkId>;  // an empty id: several have it

  static void Add(std::string_view half, const WorkId& work, ByHalf* half_of);
  WorkId WithHalf(std::string_view title) const;

  const crossref::CrossReference& crossref_;
  std::map<WorkId, const crossref::Work*> works_;
  ByHalf by_ending_;
  ByHalf by_beginning_;
};

}  // namespace concord::overlap
