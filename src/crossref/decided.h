#pragma once
// Decisions by people, carried out on titles before they are made into works.
// Those about bodies are carried out in decided_names.h.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "concord/crossref/decisions.h"
#include "crossref/works.h"

namespace concord::crossref {

// Two keys that are two works, as the refusal stands in Work::refused of the
// first; its id and title are filled in once the works are made.
struct RefusedPair {
  WorkKey a;
  WorkKey b;
  Refusal refusal;
};

// What remains to be done once the works are made.
struct DecidedWorks {
  std::vector<std::pair<WorkKey, WorkKey>> also;  // another key -> its work's
  std::map<WorkKey, std::vector<WorkId>> merged;  // ids that became this one
  std::map<WorkKey, std::vector<Alias>> aliases;  // printed nowhere yet
  std::vector<RefusedPair> refused;               // in the order decided
  std::vector<std::pair<WorkKey, RegisterDecision>> held;  // by a report
};

// Gives mentions other keys; in the order of the decisions. `ids` are the works
// as they are without any.
DecidedWorks DecideTitles(const std::vector<RegisterDecision>& decisions,
                          const std::map<std::string, WorkKey>& ids,
                          std::vector<TitleMention>* mentions,
                          std::vector<UnfitDecision>* unfit);

// Adds what is left over to the finished registry.
void FinishDecided(const DecidedWorks& decided, WorkRegistry* registry);

// The reports that people said are works, whatever they are called: for
// MarkHeld(), once the titles are indexed.
void HoldDecided(const DecidedWorks& decided, const Reports& reports,
                 WorkRegistry* registry, std::vector<UnfitDecision>* unfit);

}  // namespace concord::crossref
