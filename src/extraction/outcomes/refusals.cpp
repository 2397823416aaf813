#include "extraction/outcomes/refusals.h"

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/outcomes/members.h"
#include "extraction/rules.h"

namespace concord::extraction {

std::optional<Refusal> RefusalIn(std::string_view text, TextSpan before,
                                 TextSpan sentence,
                                 const std::vector<Citation>& citations) {
  // What is asked is spoken of as a whole: no second half of the sentence.
  static const Pattern kRefuses(
      "^[^.;:,]{1,90}? (cannot be (?:promised|accepted|agreed|guaranteed|"
      "undertaken|met|done))[.]?$|"
      "^(?:But )?((?:[Ww]e|I) (?:cannot|can not|are unable to|am unable to|do "
      "not|will not) (?:promise|accept|agree to|undertake|guarantee) (?:it|"
      "this|that|so much))[.]?$");
  // The sentence before says no more than that it is spoken of, or is doubted.
  static const Pattern kOpens(
      "^(?:As (?:to|for|regards) |On |But |The )?[^.;:,]{3,60}? "
      "(?:is|was|asks?|"
      "asked|would have|remains) (?:another|a different|a harder|for|us|that|"
      "the|more|too|not)\\b[^.;]{0,120}[.]?$");
  if (Empty(before) || !kOpens.Search(text, before)) return std::nullopt;
  const auto refuses = kRefuses.Search(text, sentence);
  if (!refuses) return std::nullopt;
  const Citation* one = nullptr;
  for (const Citation& citation : BeginningIn(citations, before)) {
    if (citation.recommendation.empty()) continue;
    const bool letter = citation.recommendation.size() == 1;
    if (one != nullptr || (!letter && CountOf(citation.recommendation) != 1)) {
      return std::nullopt;
    }
    one = &citation;
  }
  if (one == nullptr) return std::nullopt;
  const TextSpan words = Empty((*refuses)[1]) ? (*refuses)[2] : (*refuses)[1];
  return Refusal{words, {one->recommendation, one->title}};
}

}  // namespace concord::extraction
