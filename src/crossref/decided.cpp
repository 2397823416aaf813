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

  void Move(const WorkKey& from, const WorkKey& to, const std::string& rule) {
    for (TitleMention& mention : mentions_) {
      if (mention.key != from) continue;
      mention.key = to;
      mention.rule = rule;
    }
    for (auto& [id, key] : ids_) {
      if (key == from) key = to;
    }
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
  std::map<std::string, WorkKey> ids_;
  std::vector<TitleMention>& mentions_;
};

WorkKey KeyOf(const TitleForms& forms) {
  return {forms.match, forms.statute ? forms.year : std::string(), forms.part};
}

}  // namespace

DecidedWorks DecideTitles(const std::vector<RegisterDecision>& decisions,
                          const std::map<std::string, WorkKey>& ids,
                          std::vector<TitleMention>* mentions,
                          std::vector<UnfitDecision>* unfit) {
  DecidedWorks decided;
  Titles titles(ids, mentions);
  for (const RegisterDecision& decision : decisions) {
    if (decision.body) continue;
    const auto work = titles.Find(decision.id, decision.name);
    if (!work) {
      unfit->push_back({decision.act, decision.id, decision.name});
      continue;
    }
    const std::string rule = kDecidedRule + decision.by;
    const TitleForms words = ReadTitle(decision.other);
    if (decision.change == "merge") {
      const auto other = titles.Find(decision.other_id, decision.other);
      if (!other) {
        unfit->push_back({decision.act, decision.other_id, decision.other});
        continue;
      }
      if (*other == *work) continue;
      titles.Move(*other, *work, rule);
      decided.also.emplace_back(*other, *work);
      std::vector<WorkId>& merged = decided.merged[*work];
      merged.push_back({decision.other_id});
      const auto before = decided.merged.find(*other);
      if (before == decided.merged.end()) continue;
      merged.insert(merged.end(), before->second.begin(), before->second.end());
      decided.merged.erase(before);
    } else if (decision.change == "split") {
      if (!titles.MoveWords(words, &*work, KeyOf(words), rule)) {
        unfit->push_back({decision.act, decision.id, decision.other});
      }
    } else if (decision.change == "alias") {
      if (!titles.MoveWords(words, nullptr, *work, rule)) {
        decided.aliases[*work].push_back({decision.other, rule, {}});
      }
      decided.also.emplace_back(KeyOf(words), *work);
    }
  }
  return decided;
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
}

}  // namespace concord::crossref
