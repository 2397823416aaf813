#pragma once
// Decisions by people, carried out on names before they are made into bodies.
// Those about works are carried out in decided.h.

#include <map>
#include <string>
#include <vector>

#include "concord/crossref/crossref.h"
#include "concord/crossref/decisions.h"

namespace concord::crossref {

// A body as one report names it.
struct Naming {
  std::size_t report = 0;
  std::string name;
  extraction::OwnerKind kind = extraction::OwnerKind::kBody;
  TextSpan span;
  std::string key;  // namings of one key are one body
  std::string rule = "same name";
};

// What remains to be done once the bodies are made; by the key of a body.
struct DecidedNames {
  // Ids that became this one.
  std::map<std::string, std::vector<BodyId>> merged;
  // Printed nowhere yet.
  std::map<std::string, std::vector<Alias>> aliases;
};

// Gives namings other keys; in the order of the decisions.
DecidedNames DecideNames(const std::vector<RegisterDecision>& decisions,
                         std::vector<Naming>* namings,
                         std::vector<UnfitDecision>* unfit);

// The id of the body with this key.
BodyId BodyIdOf(const std::string& key);

}  // namespace concord::crossref
