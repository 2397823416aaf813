#pragma once
// Clauses that begin with a number: "four of which were national issues", "the
// remaining four have been addressed", "60% of them are complete".
//
// Cost: linear in the stretch. Tests: statements_test.cpp (Counts).

#include <cstdint>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::extraction {

struct Clause {
  TextSpan span;            // number and words
  std::uint32_t begin = 0;  // with the cue before: ", of which four"
  TextSpan number;          // "four", "60%", "half"
  TextSpan words;           // after the number
  std::int32_t count = 0;
  bool cued = false;         // "of which", "of them", "the remaining"
  bool which = false;        // "of which": of the words directly before it
  bool last = false;         // "the remaining", "the other": after it no more
  bool foreign = false;      // "five of the eight", of another whole
  bool share = false;        // "60% of which"
  bool approximate = false;  // a share that is no whole number of `whole`
};

// Every clause of text[stretch], each ending where the next begins or at a
// stop. Shares ("60% of which", "half of them") are counted of `whole`.
std::vector<Clause> Clauses(std::string_view text, std::int32_t whole,
                            TextSpan stretch);

// What follows a number says that it is a label, a date, in brackets or counts
// other things than recommendations.
bool IsNoPart(std::string_view text, TextSpan stretch, TextSpan number);

}  // namespace concord::extraction
