#include "crossref/decided.h"

#include <algorithm>
#include <optional>
#include <set>

namespace concord::crossref {
namespace {

class Titles {
 public:
  Titles(const std::map<std::string, WorkKey>& ids,
         std::vector<TitleMention>* mentions)
      : ids_(ids), mentions_(*mentions) {}

  // The work of this id, else the only one whose titles have these words.
  std::optional<WorkKey> Find(const std::string& id,
                              const std::string& title) const {
    const auto named = ids_.find(id);
    if (named != ids_.end()) return named->second;
    const TitleForms forms = ReadTitle(title);
    std::set<WorkKey> found;
    for (const TitleMention& mention : mentions_) {
      const bool same =
          mention.forms.match == forms.match && mention.key.part == forms.part;
      const bool edition = forms.year.empty() || mention.key.edition.empty() ||
                           mention.key.edition == forms.year;
      if (same && edition) found.insert(mention.key);
    }
    if (found.size() != 1) return std::nullopt;
    return *found.begin();
  }

  // The parts of a whole go with it, or they would bring it back. Returns what
  // became of each key: the work's own first.
  std::vector<std::pair<WorkKey, WorkKey>> Move(const WorkKey& from,
                                                const WorkKey& to,
                                                const std::string& rule) {
    std::set<WorkKey> parts;
    for (const TitleMention& mention : mentions_) {
      const WorkKey& key = mention.key;
      const bool part = from.part.empty() && to.part.empty() &&
                        !key.part.empty() && key.title == from.title &&
                        key.edition == from.edition;
      if (part) parts.insert(key);
    }
    std::vector<std::pair<WorkKey, WorkKey>> moved = {{from, to}};
    for (const WorkKey& part : parts) {
      moved.push_back({part, {to.title, to.edition, part.part}});
    }
    for (const auto& [before, after] : moved) MoveOne(before, after, rule);
    return moved;
  }

  // Every mention printed with these words, of the work `only` where given.
  bool MoveWords(const TitleForms& words, const WorkKey* only,
                 const WorkKey& to, const std::string& rule) {
    bool moved = false;
    for (TitleMention& mention : mentions_) {
      const bool same = mention.forms.match == words.match &&
                        mention.forms.part == words.part;
      if (!same || (only != nullptr && mention.key != *only)) continue;
      mention.key = to;
      mention.rule = rule;
      moved = true;
    }
    return moved;
  }

 private:
  void MoveOne(const WorkKey& from, const WorkKey& to,
               const std::string& rule) {
    for (TitleMention& mention : mentions_) {
      if (mention.key != from) continue;
      mention.key = to;
      mention.rule = rule;
    }
    for (auto& [id, key] : ids_) {
      if (key == from) key = to;
    }
  }

  std::map<std::string, WorkKey> ids_;
  std::vector<TitleMention>& mentions_;
};

WorkKey KeyOf(const TitleForms& forms) {
  return {forms.match, forms.statute ? forms.year : std::string(), forms.part};
}

// One decision after another.
class Deciding {
 public:
  Deciding(const std::map<std::string, WorkKey>& ids,
           std::vector<TitleMention>* mentions,
           std::vector<UnfitDecision>* unfit)
      : titles_(ids, mentions), unfit_(*unfit) {}

  void Do(const RegisterDecision& decision) {
    const auto work = Found(decision.act, decision.id, decision.name);
    if (!work) return;
    if (decision.change == "merge") {
      Merge(decision, *work);
    } else if (decision.change == "split") {
      Split(decision, *work);
    } else if (decision.change == "alias") {
      NameAlso(decision, *work);
    } else if (decision.change == "refuse") {
      Refuse(decision, *work);
    } else if (decision.change == "hold") {
      decided_.held.emplace_back(*work, decision);
    }
  }

  DecidedWorks Done() { return std::move(decided_); }

 private:
  std::optional<WorkKey> Found(std::int64_t act, const std::string& id,
                               const std::string& title) {
    auto work = titles_.Find(id, title);
    if (!work) unfit_.push_back({act, id, title});
    return work;
  }

  static std::string RuleOf(const RegisterDecision& decision) {
    return kDecidedRule + decision.by;
  }

  void Merge(const RegisterDecision& decision, const WorkKey& work) {
    const auto other = Found(decision.act, decision.other_id, decision.other);
    if (!other || *other == work) return;
    for (auto& moved : titles_.Move(*other, work, RuleOf(decision))) {
      decided_.also.push_back(std::move(moved));
    }
    std::vector<WorkId>& merged = decided_.merged[work];
    merged.push_back({decision.other_id});
    const auto before = decided_.merged.find(*other);
    if (before == decided_.merged.end()) return;
    merged.insert(merged.end(), before->second.begin(), before->second.end());
    decided_.merged.erase(before);
  }

  void Split(const RegisterDecision& decision, const WorkKey& work) {
    const TitleForms words = ReadTitle(decision.other);
    if (!titles_.MoveWords(words, &work, KeyOf(words), RuleOf(decision))) {
      unfit_.push_back({decision.act, decision.id, decision.other});
    }
  }

  void NameAlso(const RegisterDecision& decision, const WorkKey& work) {
    const TitleForms words = ReadTitle(decision.other);
    const std::string rule = RuleOf(decision);
    if (!titles_.MoveWords(words, nullptr, work, rule)) {
      decided_.aliases[work].push_back({decision.other, rule, {}});
    }
    decided_.also.emplace_back(KeyOf(words), work);
  }

  // Where a rule has made one work of the two since then, the words of one are
  // split off again: of the one that the work is not called by.
  void Refuse(const RegisterDecision& decision, WorkKey work) {
    auto other = Found(decision.act, decision.other_id, decision.other);
    if (!other) return;
    if (*other == work) {
      const TitleForms name = ReadTitle(decision.name);
      const TitleForms other_name = ReadTitle(decision.other);
      const bool moves_first = KeyOf(other_name) == work;
      const TitleForms& words = moves_first ? name : other_name;
      const WorkKey apart = KeyOf(words);
      if (apart == work) return;
      titles_.MoveWords(words, &work, apart, RuleOf(decision));
      (moves_first ? work : *other) = apart;
    }
    decided_.refused.push_back(
        {work, *other, {{}, "", decision.act, decision.by, decision.why}});
  }

  Titles titles_;
  DecidedWorks decided_;
  std::vector<UnfitDecision>& unfit_;
};

// Two works refuse each other; a later refusal of the same two takes the place
// of the one before.
void AddRefusal(const Work& other, Refusal refusal, Work* work) {
  refusal.work = other.id;
  refusal.title = other.title;
  const auto place = std::lower_bound(
      work->refused.begin(), work->refused.end(), refusal.work,
      [](const Refusal& one, const WorkId& id) { return one.work < id; });
  if (place != work->refused.end() && place->work == refusal.work) {
    *place = std::move(refusal);
  } else {
    work->refused.insert(place, std::move(refusal));
  }
}

}  // namespace

DecidedWorks DecideTitles(const std::vector<RegisterDecision>& decisions,
                          const std::map<std::string, WorkKey>& ids,
                          std::vector<TitleMention>* mentions,
                          std::vector<UnfitDecision>* unfit) {
  Deciding deciding(ids, mentions, unfit);
  for (const RegisterDecision& decision : decisions) {
    if (!decision.body) deciding.Do(decision);
  }
  return deciding.Done();
}

void FinishDecided(const DecidedWorks& decided, WorkRegistry* registry) {
  const auto at = [&](const WorkKey& key) -> Work* {
    const auto found = registry->by_key.find(key);
    return found == registry->by_key.end() ? nullptr
                                           : &registry->works[found->second];
  };
  const auto add_key = [](const std::string& key, Work* work) {
    const auto place =
        std::lower_bound(work->keys.begin(), work->keys.end(), key);
    if (place == work->keys.end() || *place != key) {
      work->keys.insert(place, key);
    }
  };
  // The last first: a work merged into one that was merged later follows it.
  for (auto pair = decided.also.rbegin(); pair != decided.also.rend(); ++pair) {
    const auto work = registry->by_key.find(pair->second);
    if (work == registry->by_key.end()) continue;
    registry->by_key.emplace(pair->first, work->second);
    add_key(pair->first.title, &registry->works[work->second]);
  }
  for (const auto& [key, ids] : decided.merged) {
    if (Work* work = at(key)) work->merged = ids;
  }
  for (const auto& [key, aliases] : decided.aliases) {
    Work* work = at(key);
    if (work == nullptr) continue;
    work->aliases.insert(work->aliases.end(), aliases.begin(), aliases.end());
  }
  for (const RefusedPair& pair : decided.refused) {
    Work* a = at(pair.a);
    Work* b = at(pair.b);
    // Merged later, which counts.
    if (a == nullptr || b == nullptr || a == b) continue;
    AddRefusal(*b, pair.refusal, a);
    AddRefusal(*a, pair.refusal, b);
  }
}

void HoldDecided(const DecidedWorks& decided, const Reports& reports,
                 WorkRegistry* registry, std::vector<UnfitDecision>* unfit) {
  for (const auto& [key, decision] : decided.held) {
    const auto work = registry->by_key.find(key);
    const auto report =
        std::find_if(reports.begin(), reports.end(),
                     [&id = decision.other_id](const auto* one) {
                       return one->id.value == id;
                     });
    if (report == reports.end()) {
      unfit->push_back({decision.act, decision.other_id, decision.other});
    } else if (work != registry->by_key.end()) {
      registry->own[static_cast<std::size_t>(report - reports.begin())] =
          work->second;
    }
  }
}

}  // namespace concord::crossref
