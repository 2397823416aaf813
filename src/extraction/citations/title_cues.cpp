#include "extraction/citations/title_cues.h"

#include "concord/base/unicode.h"
#include "extraction/citations/mention.h"
#include "extraction/rules.h"

namespace concord::extraction {

std::string CueBeside(std::string_view text, TextSpan passage, TextSpan title) {
  static const Pattern kBefore(
      "([\\p{L}-]+)(?: (?:entitled|titled|called|named))?[,:]? ?$");
  static const Pattern kAfter(
      "^,? (?:(?:a|an|the|its|their) )?(?:student "
      ")?(?:(?:national|thematic|inspection|final) )*([\\p{L}-]+)");
  static const Pattern kYear(
      "^,? \\((?:\\p{Lu}[^()0-9]{1,50}, ?)?(?:19|20)[0-9]{2}\\)");
  static const Pattern kPublished(
      "(?i)\\b(?:published|issued|launched|produced|recommendations? (?:of|in|"
      "from)|recommended in|known as|followed by|superseded|replaced) $");
  static const Pattern kHolds(
      "^(?:,? (?:is|was) (?:published|issued|launched)\\b|"
      "(?:,| [–—-]|:)? \\(?(?:[Rr]ecommendations?|[Rr]ecs?\\.?) "
      "(?:[0-9]|[A-Z]\\b)|"
      ",?(?: which)?(?: had| has)? (?:made|makes|contained|contains|listed) "
      "(?:[^ .;]+ ){1,4}"
      "recommendations?\\b)");
  const TextSpan left{passage.begin, title.begin};
  const TextSpan right{title.end, passage.end};
  if (const auto match = kBefore.Search(text, left)) {
    const std::string word = Fold(Slice(text, (*match)[1]));
    if (word == "entitled" || word == "titled") return "report";
    if (IsCueNoun(word)) return Singular(word);
  }
  if (kYear.Search(text, right) || kPublished.Search(text, left) ||
      kHolds.Search(text, right)) {
    return "report";
  }
  if (const auto match = kAfter.Search(text, right)) {
    const std::string word = Fold(Slice(text, (*match)[1]));
    if (IsCueNoun(word) && word != "plan") return Singular(word);
  }
  return {};
}

}  // namespace concord::extraction
