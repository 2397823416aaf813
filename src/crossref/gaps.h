#pragma once
// What the archive lacks: works asked for and not held, parts announced and
// absent, records that are probably one.

#include <vector>

#include "crossref/works.h"

namespace concord::crossref {

// Most often asked for first. A part counts towards its whole; a series is
// wanted only where none of its members is known.
std::vector<WantedWork> BuildWanted(const WorkRegistry& registry);

std::vector<Missing> BuildMissing(const Reports& reports);

// "Fair Hearing II" and "the second phase of ... Fair Hearing: Every Voice".
std::vector<Proposal> BuildProposals(const Reports& reports,
                                     const WorkRegistry& registry);

}  // namespace concord::crossref
