#pragma once
// The papers that several tests of the ledgers and the conflicts look at.

#include "concord/crossref/crossref.h"
#include "report_builder.h"

namespace concord::crossref {

using extraction::DocumentKind;

// The paper that scopes three reports it does not hold: 20 + 6 + 8.
inline ReportBuilder ScopingPaper() {
  ReportBuilder paper("r9");
  paper.Line(
      "1. Safe Moorings: First Light (1997) contained 20 "
      "recommendations.");
  paper.Line(
      "2. Safe Moorings: A Second Look added 6 further "
      "recommendations and re-affirmed the validity of the 20 in the "
      "original report.");
  paper.Line(
      "3. Safe Moorings: Last Lamp contained eight recommendations, "
      "four of which were national. The remaining four were carried "
      "out.");
  paper.Line(
      "4. The eight recommendations of Safe Moorings: Last Lamp are "
      "monitored.");
  paper.Cites("Safe Moorings: First Light (1997)", "Safe Moorings: First Light",
              "1997");
  paper.Cites("Safe Moorings: A Second Look");
  paper.Cites("Safe Moorings: Last Lamp");
  paper.Counts("contained 20 recommendations", 20,
               "Safe Moorings: First Light");
  auto& six = paper.Counts("added 6 further recommendations", 6,
                           "Safe Moorings: A Second Look");
  six.addition = true;
  six.what = "further recommendations";
  // Read as if of the sentence's subject: the relation says whose they are.
  paper.Counts("validity of the 20", 20, "Safe Moorings: A Second Look");
  auto& eight = paper.Counts("contained eight recommendations", 8,
                             "Safe Moorings: Last Lamp");
  extraction::CountPart national;
  national.count = 4;
  national.what = "national";
  extraction::CountPart ours = national;
  ours.what = "ours";
  eight.partition = {national, ours};
  paper.Counts("The eight recommendations", 8, "Safe Moorings: Last Lamp");
  paper
      .Relates("re-affirmed the validity of the 20 in the original report",
               "re-affirms", "Safe Moorings: A Second Look",
               "the 20 in the original report")
      .object_count = 20;
  return paper;
}

inline const CountEntry* EntryOf(const CrossReference& crossref, int stated) {
  for (const CountEntry& entry : crossref.counts) {
    if (entry.stated == stated) return &entry;
  }
  return nullptr;
}

inline ReportBuilder Inspection(const std::string& id, int recommendations) {
  ReportBuilder report(id);
  report.Title("Safe Moorings: First Light", DocumentKind::kInspection);
  report.Line("Published 21 October 1997")
      .Date("21 October 1997", "1997-10-21");
  for (int i = 1; i <= recommendations; ++i) {
    report.Recommends(std::to_string(i),
                      "Inspect mooring " + std::to_string(i) + ".");
  }
  return report;
}

inline extraction::CountPart PartOf(int count) {
  extraction::CountPart part;
  part.count = count;
  return part;
}

}  // namespace concord::crossref
