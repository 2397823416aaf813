#pragma once
// Passages that say the same as a recommendation, and places that it cites.
//
// Why apart from FindLinks: an inquiry's list of recommendations at the end
// gathers what its chapters say in running text, and those paragraphs are no
// recommendations that a rule would find. So here any piece of any other report
// may be the other end. Proposed by the words that the recommendation and the
// piece share, weighed by how rare they are among all pieces; before others
// come pieces whose writer gives a view of his own ("I recommend"), and those
// beside a near one.
//
// Pure; a PassageFinder is immutable and may be asked from any thread. Memory:
// some 12 bytes for each different word of each piece.

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/crossref/references.h"
#include "concord/store/records.h"

namespace concord::overlap {

// A numbered paragraph and the unnumbered ones that follow it under the same
// heading are one piece ("para 4.5"). Others stay as they are.
std::vector<store::Passage> JoinByNumber(
    const store::ReportRecord& report,
    const std::vector<store::Passage>& passages);

struct PassageMatch {
  std::size_t passage = 0;  // index into what the finder was made of
  double nearness = 0;
};

class PassageFinder {
 public:
  // In the order of each report. Acronyms are written out.
  explicit PassageFinder(
      const std::vector<store::Passage>& passages,
      const std::vector<crossref::AcronymEntry>& acronyms = {});
  ~PassageFinder();
  PassageFinder(const PassageFinder&) = delete;
  PassageFinder& operator=(const PassageFinder&) = delete;

  // Of other reports than its own; nearest first, ties in order. Reports of
  // `own_work` are other pages of the work that the recommendation stands in.
  std::vector<PassageMatch> Like(
      const store::StoredRecommendation& recommendation, std::size_t limit,
      const std::set<ReportId>& own_work = {}) const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

// A passage as the other end of a comparison.
store::StoredRecommendation AsRecommendation(const store::Passage& passage);

// The references that stand in the words of a recommendation, or in a note that
// its words have a mark for; `report` is the one that it stands in and
// `references` those of that report, in order of place.
std::vector<crossref::ReferenceEntry> PlacesCited(
    const store::StoredRecommendation& recommendation,
    const store::ReportRecord& report,
    const std::vector<crossref::ReferenceEntry>& references);

}  // namespace concord::overlap
