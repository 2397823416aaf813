#pragma once
// Decisions by people, carried out on titles and names before they are made
// into records.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "concord/crossref/decisions.h"
#include "crossref/works.h"

namespace concord::crossref {

// What remains to be done once the works are made.
struct DecidedWorks {
  std::vector<std::pair<WorkKey, WorkKey>> also;  // another key -> its work's
  std::map<WorkKey, std::vector<WorkId>> merged;  // ids that became this one
  std::map<WorkKey, std::vector<Alias>> aliases;  // printed nowhere yet
};

// Gives mentions other keys; in the order of the decisions. `ids` are the works
// as they are without any.
DecidedWorks DecideTitles(const std::vector<RegisterDecision>& decisions,
                          const std::map<std::string, WorkKey>& ids,
                          std::vector<TitleMention>* mentions,
                          std::vector<UnfitDecision>* unfit);

// Adds what is left over to the finished registry.
void FinishDecided(const DecidedWorks& decided, WorkRegistry* registry);

}  // namespace concord::crossref
