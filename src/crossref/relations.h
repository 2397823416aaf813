#pragma once
// Relations that the texts state, resolved to works as far as they can be.

#include <vector>

#include "crossref/works.h"

namespace concord::crossref {

// A relation with the report it stands in, before it becomes a public row.
struct ResolvedRelation {
  std::size_t report = 0;
  const extraction::StatedRelation* item = nullptr;
  std::optional<std::size_t> subject;
  std::vector<std::size_t> objects;
};

// Whether `sentence`, which names no subject, speaks of its own paper.
bool SpeaksForItself(std::string_view type, std::string_view sentence);

std::vector<ResolvedRelation> ResolveRelations(const Reports& reports,
                                               const WorkRegistry& registry);

std::vector<RelationEntry> RelationEntries(
    const Reports& reports, const WorkRegistry& registry,
    const std::vector<ResolvedRelation>& relations);

// Works that a phrase such as "the three Fair Hearing reports" names when read
// in report number `report`: the members of a series, the titles it holds.
std::vector<std::size_t> WorksNamedIn(const WorkRegistry& registry,
                                      std::string_view phrase,
                                      std::size_t report);

}  // namespace concord::crossref
