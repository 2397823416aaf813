#pragma once
// Where in a run of capitals a title begins and ends.
//
//   "National Thematic Report Winning the Valley: ..."   after "Report"
//   "recommendation J of Small Boats"                     after the letter
//   "Receive the Long Road"                               after the verb
//   "Breaches of the Ministerial Code"                    after "the"
//
// Total, linear in the run; safe from any thread.

#include <cstddef>
#include <vector>

#include "extraction/citations/tokens.h"

namespace concord::extraction {

// A run of tokens, counted.
struct Run {
  TokenRange range;
  bool subtitle = false;
  std::size_t joint = 0;  // the first colon or dash; range.end if none
  std::size_t words = 0;
  std::size_t capitals = 0;
};

Run Measure(const std::vector<Token>& tokens, TokenRange range);

// The run without what only begins the sentence and what says of what kind the
// work is. A capital "The" inside a sentence belongs to the title.
TokenRange Trimmed(const std::vector<Token>& tokens, TokenRange range,
                   bool sentence_start);

}  // namespace concord::extraction
