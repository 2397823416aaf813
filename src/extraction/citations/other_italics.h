#pragma once
// What else stands in italics: no title, whatever is beside it.
//
//   Ash v Birch [1999]       a case            the ferry Skell Star    a ship
//   Inter Alia               a foreign phrase  NOT                     a stress
//   Costs. There are none.   a heading         Advice to the (Clerk)   cut off
//
// Positions are indexes of tokens.

#include <string_view>
#include <vector>

#include "extraction/citations/title_runs.h"
#include "extraction/citations/tokens.h"

namespace concord::extraction {

// Of the words of `run`, which `emphasis` sets apart.
bool IsOtherThanTitle(std::string_view text, const std::vector<Token>& tokens,
                      const Run& run, TextSpan emphasis);

}  // namespace concord::extraction
