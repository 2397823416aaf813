#include "extraction/recommendations/lead_words.h"

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

// "And", "Secondly,", "In my view": they join the sentence to the one before.
TextSpan WithoutJoint(std::string_view text, TextSpan sentence) {
  static const Pattern kJoint(
      "^[,;]?\\s*(?:(?i:and|but|so|further|finally|lastly|moreover|again|"
      "also|therefore|secondly|thirdly|then|next)\\b,?\\s+)?");
  if (const auto joint = kJoint.Search(text, sentence)) {
    sentence.begin = (*joint)[0].end;
  }
  return Trim(text, sentence);
}

// "we invite the Clerk to": the one asked stands in the lead.
bool SplitAtObject(std::string_view text, TextSpan sentence, LeadWords* split) {
  static const Pattern kVerb(
      "^(?:I|[Ww]e|[Tt]he (?:panel|review|inquiry|commission|inspectors?))"
      "(?: (?:\\p{L}+ly|also|would|should|therefore|like to|further|now))* "
      "(?:invite|ask|urge|advise|request|encourage|call (?:up)?on|look to|"
      "want|press|expect)s? ");
  const auto verb = kVerb.Search(text, sentence);
  if (!verb) return false;
  const auto agents = AgentsAt(text, {(*verb)[0].end, sentence.end});
  if (agents.empty()) return false;
  const TextSpan asked = {agents.front().span.begin, agents.back().span.end};
  static const Pattern kTo("^(?:, [^,;.]{2,60},)? to\\s+");
  const auto to = kTo.Search(text, {asked.end, sentence.end});
  if (!to) return false;
  *split = {Trim(text, {sentence.begin, (*to)[0].end}),
            Trim(text, {(*to)[0].end, sentence.end}), asked};
  return true;
}

}  // namespace

LeadWords SplitLead(std::string_view text, TextSpan sentence) {
  static const Pattern kThat(
      "^(?:[\\p{L}’', ]{0,60}?\\b)?(?:(?:I|[Ww]e|[Ii]t|[Tt]he (?:\\p{Ll}+ )"
      "{0,2}(?:panel|review|inquiry|commission|committee|inspectors?|team))"
      "(?: [\\p{L}’']+){0,3}? "
      "(?:recommend(?:s|ed)?|propos(?:es?|ed)|suggest(?:s|"
      "ed)?|advise[sd]?|ask|request|urge)|(?:[Mm]y|[Oo]ur|[Tt]he|[Aa]) "
      "(?:\\p{L}+ ){0,3}(?:recommendation|proposal|advice|suggestion|request)"
      "(?: \\p{L}+){0,2}? is|[Ii]t is (?:also )?(?:my|our) (?:\\p{Ll}+ )?"
      "(?:recommendation|proposal|advice|suggestion)|[Ww]hat (?:I|we) (?:do "
      "|would |now )?(?:recommend|"
      "propose|suggest|ask|want|advise|seek) is)"
      "(?:, [^,.;:]{2,60},)? that\\s*:?\\s+");
  static const Pattern kHave(
      "^(?:I|[Ww]e) (?:would|should)(?: also| rather| further)? (?:have|like "
      "to "
      "(?:see|have))\\s+()(?:the|an?|each|every|all|its|both|one|two|no|more|"
      "[\\p{Lu}])");
  static const Pattern kHelp(
      "^It would(?: \\p{L}+)? (?:help|assist|be (?:\\p{L}+ ){0,3}?(?:helpful|"
      "help|sensible|prudent|wise|better|good|right|kindness|useful|use|"
      "advantage|service|well))(?: [\\p{L} ]{3,40}?)? if\\s+");
  LeadWords split;
  sentence = WithoutJoint(text, sentence);
  if (SplitAtObject(text, sentence, &split)) return split;
  for (const auto* lead : {&kThat, &kHelp}) {
    const auto match = lead->Search(text, sentence);
    if (!match) continue;
    return {Trim(text, (*match)[0]),
            Trim(text, {(*match)[0].end, sentence.end}),
            {}};
  }
  if (const auto have = kHave.Search(text, sentence)) {
    return {Trim(text, {sentence.begin, (*have)[1].begin}),
            Trim(text, {(*have)[1].begin, sentence.end}),
            {}};
  }
  return {{}, sentence, {}};
}

}  // namespace concord::extraction
