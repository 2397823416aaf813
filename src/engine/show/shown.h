#pragma once
// What the ways of showing one thing share: fields and groups of lines that are
// left out where there is nothing to say.

#include <string>
#include <vector>

#include "concord/engine/views.h"
#include "engine/snapshot.h"

namespace concord::engine {

void AddField(Shown* shown, const std::string& name, const std::string& text);
void AddGroup(Shown* shown, const std::string& heading,
              std::vector<std::string> lines);

// "early 2006 (2006-01/2006-04, year inferred)".
std::string WithEdtf(const extraction::DateMention& date);

// "r3fa9c1d2b0e4.7  12(b)  The words, as far as a line holds them".
std::string RecommendationLine(const store::StoredRecommendation& item);

// "A Paper, para 4: “the words”  r3fa9c1d2b0e4": a person knows papers by their
// titles, a command by their ids.
std::string TitledQuote(const crossref::Quote& quote, const Snapshot& snapshot);

}  // namespace concord::engine
