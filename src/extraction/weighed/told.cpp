#include "extraction/weighed/told.h"

#include "concord/base/text_span.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

// "the Clerk recommended in May that", "Mr Reed suggested to us that", "she
// asked the Board, in May, to": a verb in the past with its subject before it.
bool SaysWhatWasAsked(std::string_view sentence) {
  static const Pattern kAsked(
      "^([^.;:]{2,120}?) (?:also |first |then |once )?(?:(?:suggested|"
      "recommended|proposed|advised|urged|requested)(?:,? (?:to|in|on|at|"
      "of|before|long|some) [^.;:]{1,60}?)?,? that\\b|(?:asked|urged|invited|"
      "advised) (?:the|all|each|every|us|me|him|her|them|\\p{Lu})"
      "[^.;:]{1,120}? to \\p{Ll}+)");
  // "I have recommended that", "it is suggested that", "recommendations
  // proposed that": asked now, or no verb of a sentence.
  static const Pattern kNow(
      "(?i:\\b(?:is|are|be|been|being|have|has|to|and|which|who|that)|"
      "recommendations?|as|^I|^we)$");
  const auto asked = kAsked.Search(sentence);
  return asked && !kNow.Matches(Slice(sentence, (*asked)[1]));
}

}  // namespace

bool TellsOfRequest(std::string_view sentence) {
  static const Pattern kWrote(
      "\\b(?:wrote|spoke|rang|telephoned|came) (?:to|in)\\b[^.;:]{0,80}? "
      "(?:suggesting|proposing|asking|urging|recommending)\\b");
  static const Pattern kLaw(
      "^(?:But |And )?(?:Under|By|According to) (?:the|section|regulation|"
      "article|rule)\\b[^.;:]{0,90}?\\b(?:Act|Acts|Regulations?|Order|Rules|"
      "Statute|Directive)\\b[^.;:]{0,90}? (?:must|shall|has to|have to|(?:is|"
      "are) (?:required|obliged|bound) to)\\b");
  return kWrote.Matches(sentence) || kLaw.Matches(sentence) ||
         SaysWhatWasAsked(sentence);
}

bool SaysState(std::string_view words) {
  static const Pattern kToBe(
      "^To be \\p{Ll}+(?: \\p{Ll}+)? (?:on|in|by|from|to|at|when)\\b");
  return kToBe.Matches(words);
}

bool SaysRisk(std::string_view sentence) {
  static const Pattern kRisk(
      "^(?:If|Unless|Without|Should)\\b[^.;]* (?:(?:less|more|not|very) likely|"
      "unlikely|(?:at|a|the) risk|(?:may|might|could) "
      "(?:fail|lose|suffer))\\b");
  return kRisk.Matches(sentence);
}

}  // namespace concord::extraction
