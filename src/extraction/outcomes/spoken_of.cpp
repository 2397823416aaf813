#include "extraction/outcomes/spoken_of.h"

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/outcomes/members.h"
#include "extraction/rules.h"

namespace concord::extraction {

std::optional<NamedOnes> TheOneNamedIn(std::string_view text, TextSpan within,
                                       const std::vector<Citation>& citations) {
  static const Pattern kCalled(
      "(?i:\\brec(?:ommendation)?s?\\.? (?:nos?\\.? |numbers? )?)" +
      std::string(kNumberList));
  std::optional<NamedOnes> one;
  for (const MatchSpans& called : kCalled.SearchAll(text, within)) {
    const std::string numbers = NumbersOf(Slice(text, called[1]));
    if (one && one->numbers != numbers) return std::nullopt;
    one = NamedOnes{numbers, ""};
  }
  if (!one || CountOf(one->numbers) != 1) return std::nullopt;
  for (const Citation& citation : BeginningIn(citations, within)) {
    if (!citation.title.empty()) one->work = citation.title;
  }
  if (!one->work.empty()) return one;
  const auto before = BeginningIn(citations, {0, within.begin});
  for (auto near = before.rbegin(); near != before.rend(); ++near) {
    if (near->recommendation.empty() || near->title.empty()) continue;
    one->work = near->title;
    break;
  }
  return one;
}

bool SpeaksOfTheOne(const OutcomePlace& place) {
  static const Pattern kThe(
      "(?:^|[;,:] |\\b(?:that|and|therefore|accordingly) )"
      "(?:[Tt]he|[Tt]his|[Tt]hat) recommendation $");
  return !place.state.implementation.empty() &&
         kThe.Search(place.text, place.clause).has_value();
}

}  // namespace concord::extraction
