#pragma once
// The parts of a comparison. Each looks at one side of two prepared texts and
// answers with a level, a weight in bits and the words it rests on. All are
// symmetric: exchanging a and b exchanges the quotes and nothing else.

#include "concord/overlap/overlap.h"
#include "overlap/alignment.h"
#include "overlap/prepared.h"

namespace concord::overlap {

enum class ActionLevel : std::uint8_t {
  kNotRead,
  kRoutine,
  kOpposite,
  kSame,
  kUnlike,  // other verbs, at least one of no known class
  kOther,   // verbs of two classes
};
struct ActionPart {
  Part part;
  ActionLevel level = ActionLevel::kNotRead;
};

enum class PartyLevel : std::uint8_t {
  kNotSaid,
  kSame,
  kAInClassB,  // a names one of those that b names
  kBInClassA,
  kMayBe,      // a post or unit that may stand inside the other
  kRelated,    // a body and the one that oversees it
  kOtherPost,  // two posts of one rank, each of its own office
  kOther,
};
struct PartyPart {
  Part part;
  PartyLevel level = PartyLevel::kNotSaid;
};

// Whether one of the pair is the nearest to the other among all of its report.
enum class Closest : std::uint8_t {
  kNotAsked,  // not two recommendations of an archive, of two reports
  kOthers,    // both have nearer ones
  kOneWay,
  kBothWays,
};
// What is known of a pair of an archive besides its two texts.
struct Between {
  Closest closest = Closest::kNotAsked;
  bool of_two_reports = false;  // of the archive; else the rest says nothing
  bool one_is_named = false;    // one of the reports names the other
  bool one_body = false;        // both reports ask one body throughout
  double likeness = 0;          // of the words of the two reports, 0..1
  double usual_likeness = 0;    // of two reports of the archive
  // How many of the two speak of a subject of their own report that the other
  // one does not know.
  int own_subjects = 0;
};

Part CompareWording(const Prepared& a, const Prepared& b,
                    const Coverage& coverage);
// The weight of CompareWording alone, of two texts of an archive with their
// bits in all and the archive's prior.
double WordingBitsOf(TermRun a, TermRun b, double least, double prior);
Part CompareMeaning(const Prepared& a, const Prepared& b,
                    const Coverage& coverage);
ActionPart CompareActions(const Prepared& a, const Prepared& b);
PartyPart CompareParties(const Prepared& a, const Prepared& b, bool one_body);
Part CompareDue(const Prepared& a, const Prepared& b);
Part CompareWorks(const Prepared& a, const Prepared& b);
Part CompareNumbers(const Prepared& a, const Prepared& b);
Part CompareNames(const Prepared& a, const Prepared& b);
Part CompareSections(const Prepared& a, const Prepared& b);
Part CompareStated(const Prepared& a, const Prepared& b);
Part CompareKinds(const Prepared& a, const Prepared& b);

Closest MakeClosest(bool a_is_nearest, bool b_is_nearest);
Part ComparePlaces(Closest closest);
Part CompareReports(const Between& between);
Part CompareSubjects(const Between& between);

// The stretch of a's text in which the words shared with `other` stand
// thickest; verbatim, at most about 25 words.
std::string SharedStretch(const Prepared& a, const std::vector<Term>& other);

}  // namespace concord::overlap
