// "Keys to be counted by May": what asks only where its place says so.

#include <initializer_list>

#include "extraction/recommendations/asks.h"
#include "extraction/rules.h"

namespace concord::extraction {

bool IsFreeInfinitive(std::string_view words) {
  static const Pattern kTo(
      "^[^.;:?]{2,160}?[\\p{L})”’] to (?:not )?(\\p{Ll}+)");
  static const Pattern kPassive("^[^.;:?]{2,160}?[\\p{L})”’] to be \\p{Ll}+");
  // A verb that says that something is so, unless a relative holds it.
  static const Pattern kSaysSo(
      "\\b(?:is|are|was|were|has|have|had|will|would|can|could|does|did|may|"
      "might|made|led|failed|began|went|came|got|took)\\b");
  static const Pattern kBound(
      "\\b(?i:who|which|that|whose|whom|where|when|whenever|if|unless|until|"
      "once|what|how|why|whether|as|because|so|while|after|before|than|since)"
      "\\b");
  // "The need to count": the noun's own infinitive.
  static const Pattern kNounOfIt(
      "\\b(?i:need|way|ways|chance|right|duty|power|failure|failed|attempt|"
      "attempts|plan|plans|decision|time|effort|efforts|ability|order|reason|"
      "opportunity|proposal|application|applications|due|how|what|where|when|"
      "whether|easy|hard|likely|ready|willing|able|unable|subject|referred|"
      "according|owing|up|as|thanks|answer|response|prior|next|close|used)"
      " to (?:be )?\\p{Ll}+$");
  for (const MatchSpans& match : std::initializer_list<MatchSpans>{
           kPassive.Search(words).value_or(MatchSpans()),
           kTo.Search(words).value_or(MatchSpans())}) {
    if (match.empty() || kNounOfIt.Search(words, match[0])) continue;
    if (match.size() > 1 && !IsBaseVerb(Slice(words, match[1]))) continue;
    const TextSpan before = match[0];
    const TextSpan after = {match[0].end,
                            static_cast<std::uint32_t>(words.size())};
    const auto says_before = kSaysSo.Search(words, before);
    const auto says_after = kSaysSo.Search(words, after);
    const bool stated =
        (says_before &&
         !kBound.Search(words, {before.begin, (*says_before)[0].begin})) ||
        (says_after &&
         !kBound.Search(words, {after.begin, (*says_after)[0].begin}));
    if (!stated) return true;
  }
  return false;
}

}  // namespace concord::extraction
