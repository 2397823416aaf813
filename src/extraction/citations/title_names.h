#pragma once
// What the words of a run of capitals name: a person, a newspaper, a work of a
// kind. Positions are indexes of tokens.

#include <cstddef>
#include <string_view>
#include <vector>

#include "extraction/citations/mention.h"
#include "extraction/citations/title_runs.h"
#include "extraction/citations/tokens.h"

namespace concord::extraction {

// "Sir Keith Ash", "Ann Lee QC", "Harbin Lusk Ltd".
bool NamesPerson(const std::vector<Token>& tokens, TokenRange range);

bool AllCapitals(const std::vector<Token>& tokens, TokenRange range);

// Position of the kind of work that the run's name has, or range.end: last, or
// before "of", "on", "into", "for".
std::size_t KindWithin(const std::vector<Token>& tokens, TokenRange range);

// More than words that any work of its kind may have ("Annual Report").
bool HasOwnName(const std::vector<Token>& tokens, TokenRange range);

// A word that names of newspapers have: "times", "mail".
bool IsNewspaper(std::string_view folded);

// Of the kind in its name, else of the noun just before it.
WorkKind KindOf(const std::vector<Token>& tokens, const Run& run);

}  // namespace concord::extraction
