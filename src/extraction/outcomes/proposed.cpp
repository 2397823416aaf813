// What is only proposed: on a condition, as a wish, or by a paper that asks for
// what it needs.
//
//   "If Members agree, 60 will be shown as superseded."          proposed
//   "This paper asks for £9,000. It meets recommendation 6."     proposed
//   refused: "Recommendation 5 is varied: the period should be a week.", "If
//   only in part, recommendation 5 has been met."
//
// Cost: three patterns over a paragraph. Tests: outcomes_test.cpp.

#include "concord/base/unicode.h"
#include "concord/extraction/outcomes.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

// The line of the text that holds the sentence, up to its end.
TextSpan UpToEnd(std::string_view text, TextSpan sentence) {
  const std::size_t line = sentence.begin == 0
                               ? std::string_view::npos
                               : text.rfind('\n', sentence.begin - 1U);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  return {static_cast<std::uint32_t>(begin), sentence.end};
}

}  // namespace

bool IsOnlyProposed(std::string_view text, TextSpan sentence, bool deed) {
  static const Pattern kCondition(
      "^(?:(?:\\p{N}+\\.|\\([a-z]\\)) )?(?:If|Unless|Once|Should|Were|"
      "Provided|Subject to) (?:[^.;]*?\\b(?:agree|accept|approve|adopt|carried|"
      "met|done|implemented|confirm)|the \\p{L}+ )[^.;]*?,? |"
      "\\b(?:if|unless|once|provided that|subject to) (?:[Mm]embers|the "
      "(?:Committee|Authority|Board|Council))\\b");
  static const Pattern kWish(
      "\\b(?:would|should be (?:content|glad|happy) to|might|could|propose to|"
      "suggest that|propose that|(?:proposed|suggested) that)\\b[^.;,:]{0,90}?"
      "\\b(?:in place of|supersed|replac|treated as|shown as|withdraw|"
      "var(?:y|ied)|amend|meets?\\b|implement)");
  static const Pattern kAsks(
      "\\b[Tt]his (?:paper|report|note|plan|bid|proposal|programme|scheme)\\b"
      "[^.;]{0,200}?\\b(?:asks?|seeks?|requests?|proposes?|bids?|invites?)\\b");
  return kCondition.Search(text, sentence).has_value() ||
         kWish.Search(text, sentence).has_value() ||
         (deed && kAsks.Search(text, UpToEnd(text, sentence)).has_value());
}

}  // namespace concord::extraction
