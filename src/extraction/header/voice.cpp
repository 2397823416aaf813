// Whether a page recommends in its own voice, whatever its front matter says.
//
//   "I make four recommendations."   "There are ten, and each has a number."
//   "I recommend that the keys be counted."   "I would have the Clerk do it"
//   refused: "Your recommendations were ...", "The inquiry made 70"
//
// One such sentence proves nothing: a letter or a plan may have it. Cost: one
// look at each sentence that has a word of asking.

#include "concord/base/unicode.h"
#include "extraction/header/pieces.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/lead_words.h"

namespace concord::extraction {
namespace {

// "We make twelve.", "There are fourteen recommendations.", "Our
// recommendations number eleven".
bool CountsItsOwn(std::string_view text, TextSpan sentence) {
  static const Pattern kMakes(
      "\\b(?:I|[Ww]e)(?: now| also| therefore| have| shall)* (?:make|made|add|"
      "offer) (?:just |only )?(\\p{L}+|\\d{1,2})(?: (?:\\p{Ll}+ )?"
      "recommendations?\\b|[.,;:]|$)");
  static const Pattern kThereAre(
      "\\b(?:[Tt]here are|[Tt]hese are|will find) (?:in all "
      ")?(\\p{L}+|\\d{1,2})"
      " (?:\\p{Ll}+ ){0,2}?(?:recommendations\\b|altogether\\b)");
  static const Pattern kOurs(
      "\\b(?:[Oo]ur|[Mm]y) (?:\\p{Ll}+ )?recommendations (?:number|come to) "
      "(\\p{L}+|\\d{1,2})\\b");
  for (const Pattern* pattern : {&kMakes, &kThereAre, &kOurs}) {
    const auto match = pattern->Search(text, sentence);
    if (!match) continue;
    const std::string number = Fold(Slice(text, (*match)[1]));
    const bool digits = number[0] >= '0' && number[0] <= '9';
    if (digits || NumberWord(number) > 0) return true;
  }
  return false;
}

bool SpeaksOfItsOwn(std::string_view text, TextSpan sentence) {
  static const Pattern kOwn(
      "\\b(?:[Mm]y|[Oo]ur|[Tt]hese) (?:\\p{Ll}+ ){0,2}?recommendations?\\b");
  static const Pattern kSays(
      "\\b(?:I|[Ww]e)(?: also| therefore| do| accordingly| now)* "
      "(?:recommend (?:that|the|an?)|propose that|would have (?:the|each|"
      "every|all) |(?:withdraw|repeat|re-?affirm|vary|alter|amend) "
      "(?:[Rr]ecommendations? |R)\\d)|\\b[Ii]t is (?:also )?my (?:advice|"
      "recommendation|view) that\\b");
  return kOwn.Search(text, sentence) || kSays.Search(text, sentence) ||
         CountsItsOwn(text, sentence);
}

}  // namespace

bool RecommendsInItsOwnVoice(const Reading& reading) {
  static const Pattern kMay(
      "(?i:recommend|propose|would have|advice|make|add|altogether|my view|"
      "withdraw|repeat|affirm|vary|alter|amend)");
  constexpr int kFewest = 2;
  const std::string_view text = reading.text();
  int sentences = 0;
  for (const Line& line : reading.lines) {
    if (line.quoted || line.kind == document::BlockKind::kTableRow ||
        !kMay.Search(text, line.body)) {
      continue;
    }
    for (const TextSpan sentence : SentencesIn(text, line.body)) {
      if (SpeaksOfItsOwn(text, sentence) && ++sentences >= kFewest) return true;
    }
  }
  return false;
}

}  // namespace concord::extraction
