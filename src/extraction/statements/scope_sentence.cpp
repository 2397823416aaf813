#include "extraction/statements/scope_sentence.h"

#include "extraction/rules.h"

namespace concord::extraction {

bool StatesOneResponse(std::string_view sentence) {
  static const Pattern kOneResponse(
      "(?i)\\b(?:one|single|consolidated|comprehensive|combined)\\b[^.;]{0,60}"
      "\\b(?:response|reply|answer)\\b");
  static const Pattern kWork(
      "(?i)\\b(?:scope|prepare|draw up|respond|examine|answer|compile)\\b"
      "[^.]*\\brecommendations\\b|\\brecommendations\\b[^.]*\\b(?:scoped|"
      "answered|examined|prepared)\\b");
  static const Pattern kResponseTo(
      "(?i)\\b(?:one|single|consolidated|comprehensive|combined) (?:and [a-z "
      "]+ "
      ")?(?:response|reply) to\\b");
  return kResponseTo.Matches(sentence) ||
         (kOneResponse.Matches(sentence) && kWork.Matches(sentence));
}

bool StatesSources(std::string_view sentence) {
  static const Pattern kPlan(
      "(?i)\\b(?:plan|strategy|programme|framework|scheme)\\b");
  static const Pattern kTakesIn(
      "(?i)\\b(?:encapsulates?|incorporat\\w+|covers?|address(?:es|ed)?|draws?|"
      "drawn|brings? together|pulls? together|carry|carries|embraces?|combines?"
      "|takes? (?:in|account|forward|up)|include[sd]?|reflects?|based on)\\b");
  static const Pattern kSources(
      "(?i)\\brecommendations?\\b[^.]*\\b(?:from|of|in|made by)\\b");
  return kPlan.Matches(sentence) && kTakesIn.Matches(sentence) &&
         kSources.Matches(sentence);
}

}  // namespace concord::extraction
