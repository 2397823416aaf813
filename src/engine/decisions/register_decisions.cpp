// What people decide about works and bodies: merge, split, alias, refuse; and
// that a report is a work, which is to merge the two.

#include "engine/decisions/register_decisions.h"

#include <algorithm>
#include <map>

#include "concord/base/unicode.h"
#include "engine/archive_engine.h"
#include "engine/decisions/decisions.h"

namespace concord::engine {
namespace {

using crossref::Body;
using crossref::Work;
using store::Act;
using store::DecisionEnd;
using store::DecisionItem;

// One record of either register, as far as deciding goes.
struct Entry {
  std::string id;
  std::string name;
  const std::vector<crossref::Alias>* aliases = nullptr;
  std::vector<std::string> merged;
  std::string within;  // id of the whole or the series it belongs to
  std::vector<crossref::Refusal> refused;
  std::vector<ReportId> held;
};

Entry EntryOf(const Work& work) {
  Entry entry{work.id.value, work.title, &work.aliases, {}, {},
              work.refused,  work.held};
  for (const WorkId& id : work.merged) entry.merged.push_back(id.value);
  entry.within = work.part_of.empty() ? work.series.value : work.part_of.value;
  return entry;
}

Entry EntryOf(const Body& body) {
  Entry entry{body.id.value, body.name, &body.aliases, {}, {}, {}, {}};
  for (const BodyId& id : body.merged) entry.merged.push_back(id.value);
  return entry;
}

std::vector<Entry> EntriesOf(const crossref::CrossReference& crossref,
                             bool bodies) {
  std::vector<Entry> entries;
  if (bodies) {
    for (const Body& body : crossref.bodies) entries.push_back(EntryOf(body));
  } else {
    for (const Work& work : crossref.works) entries.push_back(EntryOf(work));
  }
  return entries;
}

std::string Words(bool bodies) { return bodies ? "body" : "work"; }

bool SameWords(const std::string& a, const std::string& b, bool bodies) {
  return bodies ? FoldWords(a) == FoldWords(b)
                : crossref::TitleKey(a) == crossref::TitleKey(b);
}

bool IsNamed(const Entry& entry, const std::string& words, bool bodies) {
  if (SameWords(entry.name, words, bodies)) return true;
  return std::any_of(entry.aliases->begin(), entry.aliases->end(),
                     [&](const crossref::Alias& alias) {
                       return SameWords(alias.printed, words, bodies);
                     });
}

// By id, by a beginning of the id that fits no other, by the id of what was
// merged into it, or by its name.
Result<Entry> Find(const std::vector<Entry>& entries, const std::string& id,
                   bool bodies) {
  std::vector<const Entry*> beginning;
  std::vector<const Entry*> named;
  for (const Entry& entry : entries) {
    const bool merged = std::find(entry.merged.begin(), entry.merged.end(),
                                  id) != entry.merged.end();
    if (entry.id == id || merged) return entry;
    if (entry.id.starts_with(id)) beginning.push_back(&entry);
    if (IsNamed(entry, id, bodies)) named.push_back(&entry);
  }
  std::vector<const Entry*>& found = beginning.empty() ? named : beginning;
  if (found.size() == 1 && !id.empty()) return *found.front();
  if (found.empty() || id.empty()) {
    return Fail(ErrorCode::kNotFound, "there is no " + Words(bodies) + " '" +
                                          id + "'; 'concord list " +
                                          (bodies ? "bodies" : "works") +
                                          "' shows those there are");
  }
  return Fail(ErrorCode::kInvalidArgument,
              "'" + id + "' may be " + found[0]->id + " or " + found[1]->id +
                  "; type more of it");
}

DecisionEnd EndOf(const Entry& entry) {
  return {entry.id, "", "", {}, entry.name};
}

DecisionEnd EndOf(const std::string& words) { return {words, "", "", {}, ""}; }

// The work that a report is.
const Entry* HeldAs(const std::vector<Entry>& entries, const ReportId& report) {
  for (const Entry& entry : entries) {
    const auto& held = entry.held;
    if (std::find(held.begin(), held.end(), report) != held.end()) {
      return &entry;
    }
  }
  return nullptr;
}

// Reports that are no work yet, by what a person called them.
using Unnamed = std::map<std::string, DecisionEnd>;

class Change {
 public:
  Change(std::vector<Entry> entries, bool bodies)
      : entries_(std::move(entries)), bodies_(bodies) {}

  Result<> Merge(const Entry& into, const std::vector<std::string>& others,
                 const Unnamed& reports, Act* act) const {
    for (const std::string& other : others) {
      const auto report = reports.find(other);
      if (report != reports.end()) {
        act->items.push_back({"work", "hold", EndOf(into), report->second});
        continue;
      }
      TRY_ASSIGN(const Entry entry, Find(entries_, other, bodies_));
      if (entry.id == into.id) {
        const bool before = entry.id != other && entry.name != other;
        return Fail(ErrorCode::kInvalidArgument,
                    before ? "'" + other + "' is " + into.id +
                                 " already; nothing to merge"
                           : "that is one " + Words(bodies_) +
                                 "; it cannot be merged into itself");
      }
      if (entry.within == into.id || into.within == entry.id) {
        return Fail(ErrorCode::kInvalidArgument,
                    entry.id + " and " + into.id +
                        " are a whole and its part; a part is not its whole");
      }
      act->items.push_back(
          {Words(bodies_), "merge", EndOf(into), EndOf(entry)});
    }
    return NoneRefused(*act);
  }

  // Adds nothing for those that were refused before; returns the act that did,
  // or 0.
  Result<std::int64_t> Refuse(const Entry& one,
                              const std::vector<std::string>& others,
                              Act* act) const {
    std::int64_t before = 0;
    for (const std::string& other : others) {
      TRY_ASSIGN(const Entry entry, Find(entries_, other, bodies_));
      if (entry.id == one.id) {
        return Fail(ErrorCode::kInvalidArgument,
                    "'" + other + "' is " + one.id +
                        "; 'concord undo' takes apart what was merged, "
                        "'works split' what a rule joined");
      }
      if (const auto* refusal = RefusalOf(one, entry.id)) {
        before = refusal->act;
      } else {
        act->items.push_back(
            {Words(bodies_), "refuse", EndOf(one), EndOf(entry)});
      }
    }
    return before;
  }

  Result<> Split(const Entry& from, const std::vector<std::string>& words,
                 Act* act) const {
    for (const std::string& form : words) {
      if (SameWords(from.name, form, bodies_)) {
        return Fail(ErrorCode::kInvalidArgument,
                    "“" + form + "” is what " + from.id +
                        " is called; split off one of its other names");
      }
      if (!IsNamed(from, form, bodies_)) {
        return Fail(ErrorCode::kNotFound, from.id + " is not written “" + form +
                                              "”; it is written " +
                                              Forms(from));
      }
      act->items.push_back({Words(bodies_), "split", EndOf(from), EndOf(form)});
    }
    return {};
  }

  Result<> Alias(const Entry& of, const std::vector<std::string>& words,
                 Act* act) const {
    for (const std::string& form : words) {
      if (FoldWords(form).empty()) {
        return Fail(ErrorCode::kInvalidArgument, "an alias needs words");
      }
      if (IsNamed(of, form, bodies_)) {
        return Fail(ErrorCode::kInvalidArgument,
                    of.id + " is written “" + form + "” already");
      }
      for (const Entry& entry : entries_) {
        if (entry.id == of.id || !IsNamed(entry, form, bodies_)) continue;
        return Fail(ErrorCode::kConflict,
                    "“" + form + "” names " + entry.id +
                        " already; merge the two, or split it off there first");
      }
      act->items.push_back({Words(bodies_), "alias", EndOf(of), EndOf(form)});
    }
    return {};
  }

 private:
  static const crossref::Refusal* RefusalOf(const Entry& entry,
                                            const std::string& other) {
    for (const crossref::Refusal& one : entry.refused) {
      if (one.work.value == other) return &one;
    }
    return nullptr;
  }

  // Of those that would be one, no two were decided not to be.
  Result<> NoneRefused(const Act& merging) const {
    std::vector<std::string> ids = {merging.items.front().a.id};
    for (const DecisionItem& item : merging.items) ids.push_back(item.b.id);
    for (const Entry& entry : entries_) {
      if (std::find(ids.begin(), ids.end(), entry.id) == ids.end()) continue;
      for (const std::string& other : ids) {
        const crossref::Refusal* refusal = RefusalOf(entry, other);
        if (refusal == nullptr) continue;
        return Fail(ErrorCode::kConflict,
                    entry.id + " and " + other +
                        " were decided not to be one work by " + refusal->by +
                        (refusal->why.empty() ? "" : ": " + refusal->why) +
                        "; undo that act first");
      }
    }
    return {};
  }

  static std::string Forms(const Entry& entry) {
    constexpr std::size_t kMost = 6;
    std::string forms;
    for (std::size_t i = 0; i < std::min(kMost, entry.aliases->size()); ++i) {
      forms +=
          (forms.empty() ? "“" : ", “") + (*entry.aliases)[i].printed + "”";
    }
    return forms.empty() ? "in no other way" : forms;
  }

  std::vector<Entry> entries_;
  bool bodies_;
};

}  // namespace

std::vector<crossref::RegisterDecision> RegisterDecisionsOf(
    const std::vector<Act>& acts) {
  std::vector<crossref::RegisterDecision> decisions;
  for (const Act& act : store::InForce(acts)) {
    for (const DecisionItem& item : act.items) {
      if (item.kind != "work" && item.kind != "body") continue;
      crossref::RegisterDecision decision;
      decision.body = item.kind == "body";
      decision.change = item.value;
      decision.id = item.a.id;
      decision.name = item.a.quote;
      const bool two = item.value == "merge" || item.value == "refuse" ||
                       item.value == "hold";
      if (two) decision.other_id = item.b.id;
      decision.other = two ? item.b.quote : item.b.id;
      decision.act = act.id;
      decision.by =
          act.who + ", " + act.at + " (act " + std::to_string(act.id) + ")";
      decision.why = act.why;
      decisions.push_back(std::move(decision));
    }
  }
  return decisions;
}

namespace {

// Puts the works that reports are in the place of the reports of a merge, and
// what is the work of no report yet first. Returns the reports that are none.
Unnamed NameReports(const std::vector<Entry>& entries,
                    const store::Store& store, Snapshot* snapshot,
                    RegisterChangeRequest* request) {
  Unnamed unnamed;
  if (request->bodies || request->change != "merge") return unnamed;
  std::vector<std::string*> sides = {&request->id};
  for (std::string& other : request->others) sides.push_back(&other);
  for (std::string* side : sides) {
    if (Find(entries, *side, false) || !side->starts_with('r')) continue;
    const auto id = store.ResolveId(*side);
    if (!id || id->find('.') != std::string::npos) continue;
    if (const Entry* work = HeldAs(entries, {*id})) {
      *side = work->id;
    } else {
      unnamed[*side] = {*id,
                        *id,
                        snapshot->UriOf({*id}),
                        {},
                        snapshot->TitleOf(ReportId{*id})};
    }
  }
  if (unnamed.contains(request->id) && request->others.size() == 1) {
    std::swap(request->id, request->others.front());
  }
  return unnamed;
}

}  // namespace

Result<ActView> ArchiveEngine::ChangeRegister(
    const RegisterChangeRequest& asked) {
  TRY_ASSIGN(Snapshot * snapshot, SnapshotWith(kRegister));
  RegisterChangeRequest request = asked;
  std::vector<Entry> entries = EntriesOf(snapshot->crossref(), request.bodies);
  const Unnamed reports = NameReports(entries, *store_, snapshot, &request);
  TRY_ASSIGN(const Entry entry, Find(entries, request.id, request.bodies));
  if (request.others.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                request.change == "merge" ? "name what is to be merged into it"
                : request.change == "refuse" ? "name what it is not"
                                             : "say which words it is about");
  }
  Act act{.verb = request.change, .who = request.who, .why = request.why};
  const Change change(std::move(entries), request.bodies);
  if (request.change == "merge") {
    TRY_RETURN(change.Merge(entry, request.others, reports, &act));
  } else if (request.change == "split") {
    TRY_RETURN(change.Split(entry, request.others, &act));
  } else if (request.change == "alias") {
    TRY_RETURN(change.Alias(entry, request.others, &act));
  } else if (request.change == "refuse" && !request.bodies) {
    TRY_ASSIGN(const std::int64_t before,
               change.Refuse(entry, request.others, &act));
    if (act.items.empty()) return DecidedBefore(before);
  } else {
    return Fail(ErrorCode::kInvalidArgument,
                "'" + request.change + "' is no change of a register; say " +
                    (request.bodies ? "merge, split or alias"
                                    : "merge, split, alias or refuse"));
  }
  return Add(act);
}

}  // namespace concord::engine
