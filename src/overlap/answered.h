#pragma once
// The held works that a report names, and the numbers of theirs that it prints
// without their titles. An auditor who numbers "R1, R2" or "A, B" has made
// numbers that need no title: the plan that answers has a column of "R9", the
// letter a paragraph that opens "As to D". Such a number is followed only where
// the report names one work, and no other, that prints it so.

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/crossref/held_works.h"
#include "concord/store/records.h"

namespace concord::overlap {

// A number as printed, and where.
struct BareLabel {
  std::string label;  // "R9", "D"
  TextSpan span;
};

// Numbers with a letter of their own anywhere in `within` ("R9"), and a lone
// letter where it can only be a number: at its very beginning ("4. D: forms",
// "As to D,") or behind "recommendation".
std::vector<BareLabel> BareLabelsIn(std::string_view text, TextSpan within);

class Answered {
 public:
  Answered(const std::vector<store::ReportRecord>& reports,
           const crossref::CrossReference& crossref,
           const crossref::HeldWorks& held);

  using Reports = std::set<ReportId>;

  // The held reports of works that `report` names, and pages of its own work
  // that it refers to, without itself; null where there is none.
  std::shared_ptr<const Reports> NamedBy(const ReportId& report) const;

  // The recommendation that `label` alone means in `report`; an empty id where
  // it means none, or several.
  RecommendationId Meant(const ReportId& report,
                         const std::string& label) const;

 private:
  std::map<ReportId, std::shared_ptr<const Reports>> named_;
  // Of each report its own recommendations by a label that needs no title.
  std::map<ReportId, std::map<std::string, RecommendationId>> by_label_;
};

}  // namespace concord::overlap
