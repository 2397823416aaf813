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
  kMayBe,    // a post or unit that may stand inside the other
  kRelated,  // a body and the one that oversees it
  kOther,
};
struct PartyPart {
  Part part;
  PartyLevel level = PartyLevel::kNotSaid;
};

Part CompareWording(const Prepared& a, const Prepared& b,
                    const Coverage& coverage);
Part CompareMeaning(const Prepared& a, const Prepared& b,
                    const Coverage& coverage);
ActionPart CompareActions(const Prepared& a, const Prepared& b);
PartyPart CompareParties(const Prepared& a, const Prepared& b);
Part CompareDue(const Prepared& a, const Prepared& b);
Part CompareWorks(const Prepared& a, const Prepared& b);
Part CompareNumbers(const Prepared& a, const Prepared& b);
Part CompareNames(const Prepared& a, const Prepared& b);
Part CompareSections(const Prepared& a, const Prepared& b);

// The stretch of a's text in which the words shared with `other` stand
// thickest; verbatim, at most about 25 words.
std::string SharedStretch(const Prepared& a, const std::vector<Term>& other);

}  // namespace concord::overlap
