// What is said of two recommendations besides their words: what they are said
// to carry out, what kind each is, whether another is nearer, and what their
// reports have to do with each other.

#include "overlap/parts/parts.h"
#include "overlap/weights.h"

namespace concord::overlap {
namespace {

// The strongest statement by which a names what b is, or nullptr.
const Statement* Names(const Prepared& a, const RecommendationId& is) {
  const auto found = a.states.find(is);
  return found == a.states.end() ? nullptr : &found->second;
}

// A recommendation that both name.
std::pair<const Statement*, const Statement*> BothName(const Prepared& a,
                                                       const Prepared& b) {
  for (const auto& [to, state] : a.states) {
    const auto other = b.states.find(to);
    if (other != b.states.end()) return {&state, &other->second};
  }
  return {nullptr, nullptr};
}

std::string LevelOf(Bond bond) {
  switch (bond) {
    case Bond::kIs:
      return "one quotes the other";
    case Bond::kCarriesOut:
      return "one carries out the other";
    case Bond::kRefuses:
      return "one refuses the other";
    case Bond::kCites:
      return "one cites the other";
    case Bond::kUnder:
      return "one stands under the other's number";
    case Bond::kBeside:
      return "one stands beside the other's number";
  }
  return {};
}

bool IsOf(const Prepared& prepared, extraction::RecommendationKind kind) {
  return prepared.kind == kind;
}

}  // namespace

void ReadSurroundings(const store::StoredRecommendation& recommendation,
                      const Surroundings& surroundings, Prepared* prepared) {
  prepared->is = recommendation.id;
  for (const Statement& state : surroundings.states) {
    prepared->states.emplace(state.to, state);
    if (state.bond == Bond::kIs) prepared->is = state.to;
  }
}

Part CompareStated(const Prepared& a, const Prepared& b) {
  Part part;
  part.name = "stated";
  part.level = "nothing";
  const Statement* found = nullptr;
  for (const Statement* state : {Names(a, b.is), Names(b, a.is)}) {
    if (state != nullptr && (!found || found->bond < state->bond))
      found = state;
  }
  if (found != nullptr) {
    part.level = LevelOf(found->bond);
    part.stated = found->quote.text;
  } else if (const auto [x, y] = BothName(a, b); x != nullptr) {
    part.level = "both name one recommendation";
    part.stated = x->quote.text + "; " + y->quote.text;
  }
  part.weight = LevelBits(part.name, part.level);
  return part;
}

// Who speaks: a paper that asks its own committee to decide asks for what the
// recommendation of an inquiry does less often than another inquiry does.
Part CompareKinds(const Prepared& a, const Prepared& b) {
  using Kind = extraction::RecommendationKind;
  Part part;
  part.name = "kind";
  const int decisions = IsOf(a, Kind::kDecision) + IsOf(b, Kind::kDecision);
  const int commitments =
      IsOf(a, Kind::kCommitment) + IsOf(b, Kind::kCommitment);
  // Each month's paper asks for its own month.
  const bool routine = decisions == 2 && a.series != 0 &&
                       a.series == b.series && a.day != b.day &&
                       !a.day.empty() && !b.day.empty();
  part.level = routine            ? "the same paper of another day"
               : decisions == 2   ? "two decisions"
               : decisions == 1   ? "a decision and another"
               : commitments == 2 ? "two commitments"
               : commitments == 1 ? "a recommendation and a commitment"
                                  : "two recommendations";
  part.weight = LevelBits(part.name, part.level);
  return part;
}

Closest MakeClosest(bool a_is_nearest, bool b_is_nearest) {
  if (a_is_nearest && b_is_nearest) return Closest::kBothWays;
  return a_is_nearest || b_is_nearest ? Closest::kOneWay : Closest::kOthers;
}

Part ComparePlaces(Closest closest) {
  Part part;
  part.name = "rivals";
  part.level = closest == Closest::kBothWays ? "nearest in both reports"
               : closest == Closest::kOneWay ? "nearest in one report"
               : closest == Closest::kOthers ? "others are nearer"
                                             : "not compared";
  part.weight = LevelBits(part.name, part.level);
  return part;
}

Part CompareReports(const Between& between) {
  Part part;
  part.name = "reports";
  if (!between.of_two_reports) {
    part.level = "not compared";
    return part;
  }
  part.level =
      between.one_is_named ? "one names the other" : "neither names the other";
  part.weight = LevelBits(part.name, part.level) +
                ReportBits(between.likeness - between.usual_likeness);
  part.measures = {{"likeness", between.likeness},
                   {"usual_likeness", between.usual_likeness}};
  return part;
}

// The same sentence about missing persons and about victims asks for two
// things: each report has its subject.
Part CompareSubjects(const Between& between) {
  Part part;
  part.name = "subject";
  part.level = !between.of_two_reports     ? "not compared"
               : between.own_subjects == 2 ? "each of its own report's subject"
               : between.own_subjects == 1 ? "one of its own report's subject"
                                           : "no subject of one alone";
  part.weight = LevelBits(part.name, part.level);
  return part;
}

}  // namespace concord::overlap
