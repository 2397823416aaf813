#include "extraction/outcomes/shortfalls.h"

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/outcomes/members.h"
#include "extraction/rules.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {

std::vector<Shortfall> ShortfallsIn(std::string_view text, TextSpan sentence,
                                    const std::vector<Citation>& citations) {
  static const Pattern kLacks(
      WithNumbers("^ (?:still )?(?:(?:lacks?|is short of|falls short by) "
                  "#N#\\b)"));
  static const Pattern kRequired(WithNumbers(
      "^ (?:requires?|required|asks for|asked for|calls for|called for) "
      "(#N#)\\b[^.;]{0,60}?,? (?:and|but) (?:there (?:are|were)|we have|the "
      "\\p{L}+ has) (?:only |now )?(#N#)\\b"));
  std::vector<Shortfall> found;
  for (const Citation& one : BeginningIn(citations, sentence)) {
    if (one.recommendation.empty() || CountOf(one.recommendation) != 1) {
      continue;
    }
    const TextSpan behind{one.span.end, sentence.end};
    auto short_of = kLacks.Search(text, behind);
    if (!short_of) {
      short_of = kRequired.Search(text, behind);
      if (short_of && NumberWord(Slice(text, (*short_of)[2])) >=
                          NumberWord(Slice(text, (*short_of)[1]))) {
        continue;
      }
    }
    if (!short_of) continue;
    found.push_back(
        {Trim(text, short_of->front()), {one.recommendation, one.title}});
  }
  return found;
}

}  // namespace concord::extraction
