#include "crossref/decided_names.h"

#include "crossref/bodies.h"
#include "crossref/title_key.h"

namespace concord::crossref {
namespace {

void Merge(const RegisterDecision& decision, const std::string& key,
           const std::string& other, std::vector<Naming>* namings,
           DecidedNames* decided) {
  for (Naming& naming : *namings) {
    if (naming.key != other) continue;
    naming.key = key;
    naming.rule = kDecidedRule + decision.by;
  }
  std::vector<BodyId>& merged = decided->merged[key];
  merged.push_back({decision.other_id});
  const auto before = decided->merged.find(other);
  if (before == decided->merged.end()) return;
  merged.insert(merged.end(), before->second.begin(), before->second.end());
  decided->merged.erase(before);
}

// The names printed with these words, of the body `only` where given.
bool MoveNames(const std::string& words, const std::string* only,
               const std::string& to, const std::string& rule,
               std::vector<Naming>* namings) {
  bool moved = false;
  for (Naming& naming : *namings) {
    if (BodyKey(naming.name) != words) continue;
    if (only != nullptr && naming.key != *only) continue;
    naming.key = to;
    naming.rule = rule;
    moved = true;
  }
  return moved;
}

using Keys = std::map<std::string, std::string>;  // id or key -> key

std::string KeyOf(const Keys& keys, const std::string& id,
                  const std::string& name) {
  const auto by_id = keys.find(id);
  if (by_id != keys.end()) return by_id->second;
  const auto by_name = keys.find(BodyKey(name));
  return by_name != keys.end() ? by_name->second : std::string();
}

void Redirect(const std::string& from, const std::string& to, Keys* keys) {
  for (auto& [id, key] : *keys) {
    if (key == from) key = to;
  }
}

}  // namespace

BodyId BodyIdOf(const std::string& key) { return BodyId{Slug("b-", key)}; }

DecidedNames DecideNames(const std::vector<RegisterDecision>& decisions,
                         std::vector<Naming>* namings,
                         std::vector<UnfitDecision>* unfit) {
  DecidedNames decided;
  Keys keys;
  for (const Naming& naming : *namings) {
    keys[BodyIdOf(naming.key).value] = naming.key;
    keys[naming.key] = naming.key;
  }
  for (const RegisterDecision& decision : decisions) {
    if (!decision.body) continue;
    const std::string key = KeyOf(keys, decision.id, decision.name);
    if (key.empty()) {
      unfit->push_back({decision.act, decision.id, decision.name});
      continue;
    }
    const std::string words = BodyKey(decision.other);
    const std::string rule = kDecidedRule + decision.by;
    if (decision.change == "merge") {
      const std::string other = KeyOf(keys, decision.other_id, decision.other);
      if (other.empty()) {
        unfit->push_back({decision.act, decision.other_id, decision.other});
      } else if (other != key) {
        Merge(decision, key, other, namings, &decided);
        Redirect(other, key, &keys);
      }
    } else if (decision.change == "split") {
      if (!MoveNames(words, &key, words, rule, namings)) {
        unfit->push_back({decision.act, decision.id, decision.other});
      }
      keys[BodyIdOf(words).value] = words;
      keys[words] = words;
    } else if (decision.change == "alias") {
      if (!MoveNames(words, nullptr, key, rule, namings)) {
        decided.aliases[key].push_back({decision.other, rule, {}});
      }
      keys[words] = key;
    }
  }
  return decided;
}

}  // namespace concord::crossref
