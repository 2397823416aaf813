// Addressee: the same body, one of a class, or another body altogether.
//
// "Another body" is said only of two bodies of kinds that cannot be one (the
// Court Service and a police force) or of two outside bodies with different
// names: then the same words are two requests; and so are they of two
// directors, heads or managers, each of an office of its own. Of other posts,
// units and people nothing is concluded, because an action plan names the
// officer of the body that the recommendation names.

#include <algorithm>

#include "overlap/parts/parts.h"
#include "overlap/weights.h"

namespace concord::overlap {
namespace {

using Stems = std::vector<std::string>;

bool IsSubset(const Stems& small, const Stems& large) {
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

bool IsOrganisation(PartyKind kind) {
  return kind == PartyKind::kForce || kind == PartyKind::kAuthority ||
         kind == PartyKind::kOutside;
}

// A police authority acts through its force: asked of the one, a thing is
// often done by the other.
bool OneOversees(PartyKind a, PartyKind b) {
  return (a == PartyKind::kForce && b == PartyKind::kAuthority) ||
         (a == PartyKind::kAuthority && b == PartyKind::kForce);
}

PartyLevel CompareTwo(const Party& a, const Party& b) {
  if (a.kind == PartyKind::kGeneric || b.kind == PartyKind::kGeneric) {
    return PartyLevel::kNotSaid;
  }
  const bool contained =
      IsSubset(a.stems, b.stems) || IsSubset(b.stems, a.stems);
  const bool same_kind = a.kind == b.kind && (a.kind == PartyKind::kForce ||
                                              a.kind == PartyKind::kAuthority);
  if (contained || same_kind) {
    if (a.is_class == b.is_class) return PartyLevel::kSame;
    return a.is_class ? PartyLevel::kBInClassA : PartyLevel::kAInClassB;
  }
  if (IsOrganisation(a.kind) && IsOrganisation(b.kind)) {
    return OneOversees(a.kind, b.kind) ? PartyLevel::kRelated
                                       : PartyLevel::kOther;
  }
  const bool other_office = !a.office.empty() && !b.office.empty() &&
                            !IsSubset(a.office, b.office) &&
                            !IsSubset(b.office, a.office);
  return other_office ? PartyLevel::kOtherPost : PartyLevel::kMayBe;
}

// How good a level is for a match; the best pair of parties counts.
int Rank(PartyLevel level) {
  switch (level) {
    case PartyLevel::kSame:
      return 5;
    case PartyLevel::kAInClassB:
    case PartyLevel::kBInClassA:
      return 4;
    case PartyLevel::kNotSaid:
      return 3;
    case PartyLevel::kMayBe:
    case PartyLevel::kRelated:
      return 2;
    case PartyLevel::kOther:
    case PartyLevel::kOtherPost:
      return 1;
  }
  return 0;
}

// `one_body`: nobody else is asked in the two reports.
std::string Describe(PartyLevel level, bool one_body) {
  switch (level) {
    case PartyLevel::kSame:
      return one_body ? "the body that both reports ask throughout"
                      : "same body";
    case PartyLevel::kAInClassB:
    case PartyLevel::kBInClassA:
      return "one of the bodies named";
    case PartyLevel::kMayBe:
      return "may be within the body";
    case PartyLevel::kRelated:
      return "a body and who oversees it";
    case PartyLevel::kOther:
      return "another body";
    case PartyLevel::kOtherPost:
      return "another post";
    case PartyLevel::kNotSaid:
      break;
  }
  return "not said";
}

}  // namespace

PartyPart CompareParties(const Prepared& a, const Prepared& b, bool one_body) {
  PartyPart best;
  int rank = 0;
  for (const Party& x : a.parties) {
    for (const Party& y : b.parties) {
      const PartyLevel level = CompareTwo(x, y);
      if (Rank(level) <= rank) continue;
      rank = Rank(level);
      best.level = level;
      best.part.quote_a = x.printed;
      best.part.quote_b = y.printed;
    }
  }
  best.part.name = "addressee";
  best.part.level = Describe(best.level, one_body);
  best.part.weight = LevelBits(best.part.name, best.part.level);
  return best;
}

}  // namespace concord::overlap
