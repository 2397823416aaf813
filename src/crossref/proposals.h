#pragma once
// The rules that propose two works as one, and what they share.

#include <map>
#include <utility>

#include "concord/crossref/crossref.h"
#include "crossref/works.h"

namespace concord::crossref {

// Each pair once, whichever rule came first.
using ProposedPairs = std::map<std::pair<WorkId, WorkId>, Proposal>;

// A person said that they are two.
bool IsRefused(const Work& a, const Work& b);

// Gives the proposal its id and adds it, unless the pair is proposed already.
void Propose(Proposal proposal, ProposedPairs* proposals);

// title_proposals.cpp: all telling words of one title stand in the other.
void ProposeTitlesWithin(const WorkRegistry& registry,
                         ProposedPairs* proposals);

}  // namespace concord::crossref
