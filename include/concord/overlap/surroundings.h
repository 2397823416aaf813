#pragma once
// What stands around a recommendation and bears on what it asks: the held
// recommendations that its own words, its row or its paragraph name.
//
//   | Rewrite the eleven letters | PV 8, CL 29 | Sergeant Noakes |
//       states: carries out recommendation 8 of the one work and 29 of the
//       other, because the plan says what PV and CL stand for
//   "Recommendation 62, on joint training, is complete but for the control
//    room. The Unit will arrange two courses."
//       states: stands under recommendation 62, with which it opens
//
// Pure: nothing is guessed; a number is followed only where the work it is of
// is held and has one recommendation of that number. Safe from any thread.

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/store/records.h"

namespace concord::overlap {

// Weakest first.
enum class Bond : std::uint8_t {
  kBeside,      // its paragraph names the other
  kUnder,       // its paragraph opens with the other's number
  kCites,       // its own words name the other
  kRefuses,     // its own words turn the other down
  kCarriesOut,  // the row of a plan names the other as where it came from
  kIs,          // it is the other, quoted with its number
};
std::string_view Name(Bond bond);  // "beside", "under", "cites", ...

struct Statement {
  Bond bond = Bond::kBeside;
  RecommendationId to;
  crossref::Quote quote;  // the words that state it
};

struct Surroundings {
  std::vector<Statement> states;  // by `to`, each once: the strongest
  // The held reports of works that its report names; one set for all of a
  // report, or none.
  std::shared_ptr<const std::set<ReportId>> named;
};

// In the order of `recommendations`. Cost: one look at the blocks around each
// and at the citations of each report, and crossref::FollowReferences.
std::vector<Surroundings> FindSurroundings(
    const std::vector<store::ReportRecord>& reports,
    const std::vector<store::StoredRecommendation>& recommendations,
    const crossref::CrossReference& crossref);

}  // namespace concord::overlap
