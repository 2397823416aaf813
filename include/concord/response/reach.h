#pragma once
// Whom a stated relation speaks of: single recommendations, by their numbers,
// or everything that a work recommends.
//
//   "recommendation 16 of the first report"       16
//   "recommendations 3, 5 and 7 to 9"             3 5 7 8 9
//   "Recommendation G"                            G
//   "the sixth recommendation of A First Look"    6
//   "all 20 recommendations of the first report"  the whole set, if it has 20
//   "seven of them"                               some; which is not said
//
// Why: "recommendation 16 is superseded" said of all twenty is false nineteen
// times.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "concord/response/response.h"

namespace concord::response {

// The numbers of the recommendations that the words name; none: no single one.
std::vector<std::string> LabelsNamed(std::string_view words);

// Behind the name of a relation that is only proposed.
inline constexpr std::string_view kProposed = " (proposed)";

// The relation as it reads from the side of what it is said of: "superseded"
// for "supersedes", "named" for a mere "cites"; others as they are. What is
// proposed reads so: "superseded (proposed)".
std::string SaidOfIt(std::string_view relation);
// The same where the sentence tells more: "amends" of a sentence that only
// withdraws reads "withdrawn".
std::string SaidOfIt(std::string_view relation, std::string_view sentence);

// For one thread at a time.
class Reaches {
 public:
  // `holdings` must outlive it.
  explicit Reaches(const scope::Holdings& holdings);

  struct Named {
    Reach reach = Reach::kWholeSet;
    std::vector<RecommendationId> recommendations;  // sorted
  };
  // What the relation says something of.
  Named Object(const crossref::RelationEntry& relation) const;
  // What it says takes the place, meets, re-affirms: only single ones.
  std::vector<RecommendationId> Subject(
      const crossref::RelationEntry& relation) const;
  // It changes or carries out something on a condition, or as a wish only.
  bool IsProposed(const crossref::RelationEntry& relation) const;

 private:
  using Items = std::vector<const store::StoredRecommendation*>;

  const Items& ItemsOf(const crossref::Work& work) const;
  std::vector<const crossref::Work*> WorksOf(
      const std::vector<WorkId>& ids) const;
  std::vector<RecommendationId> Labelled(
      const std::vector<WorkId>& ids,
      const std::vector<std::string>& labels) const;
  std::vector<RecommendationId> AllOf(const std::vector<WorkId>& ids) const;

  const scope::Holdings& holdings_;
  std::map<RecommendationId, const store::StoredRecommendation*> items_;
  std::map<ReportId, Items> of_report_;
  std::map<ReportId, const store::ReportRecord*> reports_;
  std::map<WorkId, const crossref::Work*> works_;
  // Of works that are not held: found by a walk over everything, so kept.
  mutable std::map<WorkId, Items> quoted_;
};

}  // namespace concord::response
