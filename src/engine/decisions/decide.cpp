// What people decide, and taking it back. Each call is one act.

#include <algorithm>
#include <set>

#include "concord/overlap/weighing.h"
#include "engine/archive_engine.h"
#include "engine/decisions/decisions.h"

namespace concord::engine {
namespace {

using store::Act;
using store::DecisionItem;
using store::StoredRecommendation;

DecisionItem PairItem(const StoredRecommendation& a,
                      const StoredRecommendation& b, overlap::Verdict verdict) {
  return {"pair", std::string(Name(verdict)), EndOf(a), EndOf(b)};
}

std::string Said(const overlap::Authorship& by) {
  return by.who + ", " + by.at + " (act " + std::to_string(by.act) + ")" +
         (by.why.empty() ? "" : ": " + by.why);
}

std::vector<overlap::PairDecision> PairsOf(const Act& act) {
  std::vector<overlap::PairDecision> pairs;
  for (const DecisionItem& item : act.items) {
    const auto verdict = overlap::ReadVerdict(item.value);
    if (item.kind != "pair" || !verdict) continue;
    RecommendationId a{item.a.id};
    RecommendationId b{item.b.id};
    if (b < a) std::swap(a, b);
    pairs.push_back({a, b, *verdict, {}});
  }
  return pairs;
}

// One change of a group, worked out into pairs.
class GroupChange {
 public:
  GroupChange(const store::Store& store, const Snapshot& snapshot,
              std::vector<overlap::Group> groups, overlap::Group group)
      : store_(store),
        snapshot_(snapshot),
        groups_(std::move(groups)),
        group_(std::move(group)) {}

  Result<> Split(const std::vector<std::string>& ids, Act* act) {
    TRY_ASSIGN(const std::set<RecommendationId> leaving, Members(ids));
    if (leaving.size() == group_.members.size()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "that is the whole group; name those that are to leave it");
    }
    for (const RecommendationId& out : leaving) {
      for (const RecommendationId& stays : group_.members) {
        if (leaving.count(stays) > 0) continue;
        Add(out, stays, overlap::Verdict::kDifferent, act);
      }
    }
    return {};
  }

  Result<> Join(const std::vector<std::string>& ids, Act* act) {
    for (const std::string& id : ids) {
      TRY_ASSIGN(const RecommendationId other, OneOf(id));
      if (other == group_.representative || IsMember(other)) continue;
      Add(group_.representative, other, overlap::Verdict::kSame, act);
    }
    return {};
  }

  Result<> Move(const std::vector<std::string>& ids, const std::string& to,
                Act* act) {
    if (to.empty()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "say where to: --to with a group or a recommendation");
    }
    TRY_ASSIGN(const RecommendationId target, OneOf(to));
    if (IsMember(target)) {
      return Fail(ErrorCode::kInvalidArgument,
                  target.value + " is in the same group");
    }
    TRY_RETURN(Split(ids, act));
    TRY_ASSIGN(const std::set<RecommendationId> leaving, Members(ids));
    for (const RecommendationId& moved : leaving) {
      Add(moved, target, overlap::Verdict::kSame, act);
    }
    return {};
  }

  Result<> Represent(const std::vector<std::string>& ids, Act* act) {
    TRY_ASSIGN(const std::set<RecommendationId> one, Members(ids));
    if (one.size() != 1) {
      return Fail(ErrorCode::kInvalidArgument,
                  "one recommendation speaks for a group; name one");
    }
    act->items.push_back({"represents",
                          group_.id,
                          EndOf(*snapshot_.Recommendation(*one.begin())),
                          {}});
    return {};
  }

  // "due=r81bc.2": that field of that member stands for the group.
  Result<> Wording(const std::vector<std::string>& choices, Act* act) {
    std::set<overlap::Field> fields;
    for (const std::string& choice : choices) {
      const std::size_t sign = choice.find('=');
      const auto field = overlap::ReadField(choice.substr(0, sign));
      if (sign == std::string::npos || !field) {
        return Fail(ErrorCode::kInvalidArgument,
                    "'" + choice +
                        "' chooses nothing; say text=ID, addressee=ID, "
                        "owner=ID or due=ID");
      }
      if (!fields.insert(*field).second) {
        return Fail(ErrorCode::kInvalidArgument,
                    "the " + std::string(Name(*field)) +
                        " can stand of one member only");
      }
      TRY_RETURN(Choose(*field, choice.substr(sign + 1), act));
    }
    return {};
  }

  // The act by which all of these were chosen already; 0: not so.
  std::int64_t ChosenBefore(const Act& act) const {
    std::int64_t before = 0;
    const auto wording =
        overlap::WordingOf(snapshot_.decisions(), group_.members);
    for (const DecisionItem& item : act.items) {
      const auto standing =
          std::find_if(wording.begin(), wording.end(), [&](const auto& one) {
            return Name(one.field) == item.value && one.id.value == item.a.id;
          });
      if (standing == wording.end()) return 0;
      before = std::max(before, standing->by.act);
    }
    return before;
  }

 private:
  Result<> Choose(overlap::Field field, const std::string& id, Act* act) {
    TRY_ASSIGN(const std::set<RecommendationId> one, Members({id}));
    const StoredRecommendation& member =
        *snapshot_.Recommendation(*one.begin());
    if (overlap::SaidIn(field, member.item).empty()) {
      return Fail(ErrorCode::kInvalidArgument,
                  member.id.value + " says nothing of the " +
                      std::string(Name(field)) + " that could stand");
    }
    act->items.push_back(
        {"wording", std::string(Name(field)), EndOf(member), {}});
    return {};
  }

  bool IsMember(const RecommendationId& id) const {
    return std::binary_search(group_.members.begin(), group_.members.end(), id);
  }

  void Add(const RecommendationId& a, const RecommendationId& b,
           overlap::Verdict verdict, Act* act) {
    act->items.push_back(PairItem(*snapshot_.Recommendation(a),
                                  *snapshot_.Recommendation(b), verdict));
  }

  // A recommendation, or the one that speaks for a group.
  Result<RecommendationId> OneOf(const std::string& id) const {
    if (id.starts_with("g-")) {
      TRY_ASSIGN(const overlap::Group group, GroupOf(groups_, id));
      return group.representative;
    }
    TRY_ASSIGN(std::string full, store_.ResolveId(id));
    RecommendationId one{std::move(full)};
    if (snapshot_.Recommendation(one) == nullptr) {
      return Fail(ErrorCode::kInvalidArgument,
                  one.value + " is a report; name one of its recommendations");
    }
    return one;
  }

  Result<std::set<RecommendationId>> Members(
      const std::vector<std::string>& ids) const {
    std::set<RecommendationId> members;
    for (const std::string& id : ids) {
      TRY_ASSIGN(const std::string full, store_.ResolveId(id));
      if (!IsMember({full})) {
        return Fail(ErrorCode::kInvalidArgument,
                    full + " is not in group " + group_.id);
      }
      members.insert({full});
    }
    if (members.empty()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "name the recommendations it is about");
    }
    return members;
  }

  const store::Store& store_;
  const Snapshot& snapshot_;
  std::vector<overlap::Group> groups_;
  overlap::Group group_;
};

}  // namespace

Result<ActView> ArchiveEngine::Add(const Act& act) {
  if (act.who.empty()) {
    return Fail(ErrorCode::kInvalidArgument, "say who decides it: --who NAME");
  }
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kNoPart));
  const std::int64_t last =
      snapshot->acts().empty() ? 0 : snapshot->acts().back().id;
  Act weighed = act;
  weighed.weights = overlap::WeightsName();
  TRY_RETURN(KeepWeights(*store_));
  TRY_ASSIGN(const std::int64_t id, store_->AddAct(weighed, last));
  snapshot_.reset();  // everything that follows may look different now
  TRY_ASSIGN(const std::vector<Act> acts, store_->Acts());
  for (const Act& added : acts) {
    if (added.id == id) return engine::ViewOf(added, true);
  }
  return Fail(ErrorCode::kCorrupt, "an act was added and is not there");
}

Result<ActView> ArchiveEngine::DecidedBefore(std::int64_t act) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kNoPart));
  for (const Act& known : snapshot->acts()) {
    if (known.id != act) continue;
    ActView view = engine::ViewOf(known, true);
    view.is_new = false;
    return view;
  }
  return Fail(ErrorCode::kCorrupt,
              "act " + std::to_string(act) + " stands and is not there");
}

Result<ActView> ArchiveEngine::DecidePairs(const Act& act, bool instead) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRecommendations));
  const std::vector<overlap::PairDecision> wanted = PairsOf(act);
  std::set<std::pair<RecommendationId, RecommendationId>> settled;
  const overlap::PairDecision* otherwise = nullptr;
  std::int64_t before = 0;
  const std::vector<overlap::PairDecision> standing =
      overlap::Standing(snapshot->decisions());
  for (const overlap::PairDecision& pair : wanted) {
    const auto found = std::find_if(
        standing.begin(), standing.end(), [&](const auto& decision) {
          return decision.a == pair.a && decision.b == pair.b;
        });
    if (found == standing.end()) continue;
    if (found->verdict == pair.verdict) {
      settled.insert({pair.a, pair.b});
      before = found->by.act;
    } else {
      otherwise = &*found;
    }
  }
  if (otherwise != nullptr && !instead) {
    return Fail(ErrorCode::kConflict,
                otherwise->a.value + " and " + otherwise->b.value +
                    " were decided to be '" +
                    std::string(Name(otherwise->verdict)) + "' by " +
                    Said(otherwise->by) + "; undo that act, or say --instead");
  }
  if (!wanted.empty() && settled.size() == wanted.size()) {
    return DecidedBefore(before);
  }
  if (const auto against = overlap::Against(snapshot->decisions(), wanted)) {
    return Fail(ErrorCode::kConflict,
                "this cannot stand beside another decision: " +
                    against->a.value + " and " + against->b.value + " are '" +
                    std::string(Name(against->verdict)) + "' by " +
                    Said(against->by) + "; undo that act first");
  }
  return Add(act);
}

Result<ActView> ArchiveEngine::Decide(const DecideRequest& request) {
  const auto verdict = overlap::ReadVerdict(request.verdict);
  if (!verdict) {
    return Fail(ErrorCode::kInvalidArgument,
                "'" + request.verdict +
                    "' is no verdict; say same, different or unsure");
  }
  TRY_ASSIGN(const std::string id_a, store_->ResolveId(request.a));
  TRY_ASSIGN(const std::string id_b, store_->ResolveId(request.b));
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRecommendations));
  const StoredRecommendation* a = snapshot->Recommendation({id_a});
  const StoredRecommendation* b = snapshot->Recommendation({id_b});
  if (a == nullptr || b == nullptr) {
    return Fail(ErrorCode::kInvalidArgument,
                (a == nullptr ? id_a : id_b) +
                    " is a report; name one of its recommendations");
  }
  if (a == b) {
    return Fail(ErrorCode::kInvalidArgument, "that is one recommendation");
  }
  Act act{.verb = "decide", .who = request.who, .why = request.why};
  act.items.push_back(PairItem(*a, *b, *verdict));
  return DecidePairs(act, request.instead);
}

Result<ActView> ArchiveEngine::ChangeGroup(const GroupChangeRequest& request) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRecommendations | kLinks));
  std::vector<overlap::Group> groups = overlap::GroupLinks(
      snapshot->recommendations(), snapshot->Links(), snapshot->decisions());
  TRY_ASSIGN(overlap::Group group, GroupOf(groups, request.group));
  Act act{.verb = request.change, .who = request.who, .why = request.why};
  GroupChange change(*store_, *snapshot, std::move(groups), std::move(group));
  if (request.change == "split") {
    TRY_RETURN(change.Split(request.members, &act));
  } else if (request.change == "join") {
    TRY_RETURN(change.Join(request.members, &act));
  } else if (request.change == "move") {
    TRY_RETURN(change.Move(request.members, request.to, &act));
  } else if (request.change == "represent") {
    TRY_RETURN(change.Represent(request.members, &act));
  } else if (request.change == "wording") {
    TRY_RETURN(change.Wording(request.members, &act));
    const std::int64_t before = change.ChosenBefore(act);
    if (before != 0) return DecidedBefore(before);
  } else {
    return Fail(ErrorCode::kInvalidArgument,
                "'" + request.change +
                    "' is no change of a group; say split, join, move, "
                    "represent or wording");
  }
  if (act.items.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "nothing would change: they are in the group already");
  }
  TRY_ASSIGN(const ActView done, DecidePairs(act, request.instead));
  return WithGroups(done);
}

Result<ActView> ArchiveEngine::WithGroups(const ActView& done) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRecommendations | kLinks));
  const std::vector<overlap::Group> groups = overlap::GroupLinks(
      snapshot->recommendations(), snapshot->Links(), snapshot->decisions());
  for (const Act& act : snapshot->acts()) {
    if (act.id != done.act) continue;
    ActView view = engine::ViewOf(act, groups);
    view.is_new = done.is_new;
    return view;
  }
  return Fail(ErrorCode::kCorrupt, "an act was added and is not there");
}

Result<ActView> ArchiveEngine::Accept(const AcceptRequest& request) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRecommendations | kLinks));
  std::map<RecommendationId, std::string> group_of;
  for (const overlap::Group& group :
       overlap::GroupLinks(snapshot->recommendations(), snapshot->Links(),
                           snapshot->decisions())) {
    for (const RecommendationId& member : group.members) {
      group_of[member] = group.id;
    }
  }
  std::set<std::pair<RecommendationId, RecommendationId>> decided;
  for (const auto& pair : overlap::Standing(snapshot->decisions())) {
    decided.insert({pair.a, pair.b});
  }
  Act act{.verb = "accept", .who = request.who, .why = request.why};
  for (const overlap::Link& link : snapshot->Links()) {
    const overlap::Relation relation = link.comparison.relation;
    const bool same = relation == overlap::Relation::kIdentical ||
                      relation == overlap::Relation::kRestates;
    // Not "is lighter": nothing is as heavy as NaN.
    if (!same || !(link.comparison.weight >= request.min_weight)) continue;
    const auto a = group_of.find(link.a);
    const auto b = group_of.find(link.b);
    // Pairs of different groups were kept apart for a reason: accepting them
    // too would make chains.
    if (a == group_of.end() || b == group_of.end()) continue;
    if (a->second != b->second || decided.count({link.a, link.b}) > 0) continue;
    act.items.push_back(PairItem(*snapshot->Recommendation(link.a),
                                 *snapshot->Recommendation(link.b),
                                 overlap::Verdict::kSame));
  }
  if (act.items.empty()) {
    return Fail(ErrorCode::kNotFound,
                "no undecided pair within a group weighs as much");
  }
  return Add(act);
}

Result<ActView> ArchiveEngine::Undo(const UndoRequest& request) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kNoPart));
  const std::vector<Act> in_force = store::InForce(snapshot->acts());
  Act undo{.verb = "undo", .who = request.who, .why = request.why};
  if (request.act == 0) {
    if (in_force.empty()) {
      return Fail(ErrorCode::kNotFound, "there is nothing to undo");
    }
    undo.undoes = in_force.back().id;
    return Add(undo);
  }
  undo.undoes = request.act;
  std::vector<Act> after = snapshot->acts();
  const bool known =
      std::any_of(after.begin(), after.end(),
                  [&](const Act& act) { return act.id == request.act; });
  if (!known) {
    return Fail(ErrorCode::kNotFound,
                "there is no act " + std::to_string(request.act));
  }
  undo.id = after.back().id + 1;
  after.push_back(undo);
  if (store::InForce(after) == in_force) {
    return Fail(ErrorCode::kConflict,
                "act " + std::to_string(request.act) + " was undone already");
  }
  return Add(undo);
}

}  // namespace concord::engine
