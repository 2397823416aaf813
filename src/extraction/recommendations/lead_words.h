#pragma once
// The words that say "I ask" before what is asked, within one sentence.
//
//   "And we invite the Clerk to | count the keys"     lead, words; the Clerk
//   "I would have | the Clerk count them"
//   "What I do propose is that | keys be counted"
//   "It would help if | the Clerk counted them"
//   none in: "The Clerk should count them", "We should have asked that ..."
//
// Pure functions of a sentence; linear (RE2).

#include <string_view>

#include "concord/base/text_span.h"

namespace concord::extraction {

struct LeadWords {
  TextSpan lead;   // empty where the sentence has none
  TextSpan words;  // what is asked
  TextSpan asked;  // whom the lead names: "the Clerk"; else empty
};

// Splits `sentence` of `text`; all of it is `words` where it has no lead.
LeadWords SplitLead(std::string_view text, TextSpan sentence);

}  // namespace concord::extraction
