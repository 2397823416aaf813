#pragma once
// Which held work a cited one is. A paper often prints one half of a title
// alone ("A Second Look" for "Keeping Faith: A Second Look", "Goods in Hand"
// for all that follows its colon); where just one held work ends in it, or else
// begins with it, that one is meant. Or it names the work by who made it
// ("Professor Ash's review"); where just one held work is by somebody of that
// surname, that one.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/store/records.h"

namespace concord::crossref {

class HeldWorks {
 public:
  HeldWorks(const std::vector<store::ReportRecord>& reports,
            const CrossReference& crossref);

  // The held work that `work` is, or an empty id.
  WorkId HeldAs(const WorkId& work) const;
  // Of a printed title.
  WorkId Titled(std::string_view title) const;
  // The first report held of it; empty for a work that is not held.
  ReportId ReportOf(const WorkId& work) const;

 private:
  using ByKey = std::map<std::string, WorkId>;  // an empty id: several have it

  static void Add(const std::string& key, const WorkId& work, ByKey* works);
  void AddMakers(const std::vector<store::ReportRecord>& reports);
  // By half of a title, or by who made it.
  WorkId Described(std::string_view title) const;

  const CrossReference& crossref_;
  std::map<WorkId, const Work*> works_;
  ByKey by_ending_;
  ByKey by_beginning_;
  ByKey by_maker_;  // folded surname
};

}  // namespace concord::crossref
