#pragma once
// Where the archive names bodies, posts and classes: what a register of them
// is made from.
//
// Left out, because nobody is named: pronouns, people and people run together
// with their post, headlines, pointers ("See ..."), titles of works, and
// classes that were cut short.

#include <string_view>
#include <vector>

#include "crossref/decided_names.h"
#include "crossref/quotes.h"

namespace concord::crossref {

// In order of report and place.
std::vector<Naming> CollectNamings(const Reports& reports);

// Capitals are a name only where the archive also prints it in the usual way.
void DropShouted(const std::vector<AcronymEntry>& acronyms,
                 std::vector<Naming>* namings);

// "the", "each", "your": words before a name that are none of it.
bool IsBodyDeterminer(std::string_view word);

}  // namespace concord::crossref
