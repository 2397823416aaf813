#pragma once
// A reply that turns down what it is asked, in a sentence of its own.
//
//   "Recommendation C is another matter. Ten days cannot be promised."
//                                           C: rejected
//   refused: "Recommendation C is met. More cannot be promised to others.", a
//   paragraph that names two recommendations before it
//
// Cost: one pattern over a sentence. Tests: the examples of outcome.refusal.

#include <optional>
#include <string_view>
#include <vector>

#include "concord/extraction/extraction.h"
#include "extraction/outcomes/named.h"

namespace concord::extraction {

struct Refusal {
  TextSpan words;  // that turn it down
  NamedOnes of;
};

// `before` is the sentence before it in its paragraph.
std::optional<Refusal> RefusalIn(std::string_view text, TextSpan before,
                                 TextSpan sentence,
                                 const std::vector<Citation>& citations);

}  // namespace concord::extraction
