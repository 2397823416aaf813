#pragma once
// How many recommendations of a set are carried out, as a text tells it: in its
// own words, as somebody's finding, or as what another had said.
//
//   "Seventeen of the 20 have been carried out."             17 of 20
//   "The auditors find nine of the fourteen complete."       9 of 14, found
//   "The plan said that eleven were complete."               11, told
//   "The plan claims nine out of its ten. We count seven."   9 of 10, told;
//                                                            7 of 10
//   refused: "if all 20 have been carried out", "three of the doors are done"
//
// Cost: linear in the text; expressions are tried on sentences that may match.
// Tests: progress_conflicts_test.cpp.

#include <cstdint>
#include <optional>
#include <vector>

#include "concord/edtf/edtf.h"
#include "crossref/counts.h"

namespace concord::crossref {

struct Telling {
  std::size_t report = 0;
  std::int32_t done = 0;
  std::int32_t of = 0;              // 0 = not said
  std::optional<std::size_t> work;  // whose recommendations they are
  TextSpan span;
  std::int32_t block = -1;  // where it stands
  bool found = false;       // somebody looked and found so
  bool told = false;        // another's word, which the text reports
  bool only = false;        // "only three": said against a greater number
};

// The one work that a paper follows up.
class FollowedUp {
 public:
  FollowedUp(const Reports& reports, const WorkRegistry& registry);

  // Whose recommendations, counted at `span` of report number `report` or cited
  // there one by one, it speaks of; nothing where they are of several.
  std::optional<std::size_t> WorkAt(std::size_t report, TextSpan span) const;

 private:
  const Reports& reports_;
  const WorkRegistry& registry_;
  std::vector<std::vector<std::size_t>> mentions_;  // of each report
};

// Those of report number `report`, in the order of the text.
std::vector<Telling> TellingsIn(const Reports& reports, std::size_t report,
                                const WorkRegistry& registry,
                                const std::vector<ResolvedRelation>& relations,
                                const FollowedUp& followed_up);

}  // namespace concord::crossref
