#pragma once
// Which held work a cited one is. A paper often prints the second half of a
// title alone ("A Second Look" for "Keeping Faith: A Second Look"); where just
// one held work ends in it, that one is meant.

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
  const crossref::CrossReference& crossref_;
  std::map<WorkId, const crossref::Work*> works_;
  std::map<std::string, WorkId> by_ending_;  // an empty id: several end in it
};

}  // namespace concord::overlap
