#include "extraction/outcomes/retractions.h"

#include <string>

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/rules.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {
namespace {

constexpr std::string_view kErred =
    "(?:(?:was|were|is|are|has been|have been|proved|turned out)(?: to be)? "
    "(?:quite |simply |therefore )?(?:wrong|mistaken|in error|an error|a "
    "mistake|incorrect|inaccurate|untrue|premature|not (?:so|correct|right|"
    "true|the case))|(?:made|written|given|printed) in error)\\b";

const Pattern& Erred() {
  static const Pattern kPattern("\\b" + std::string(kErred));
  return kPattern;
}

bool IsDenied(std::string_view text, TextSpan before) {
  static const Pattern kNot(
      "\\b(?:not|never|nor|no need to|without)(?: \\p{L}+)? $");
  return kNot.Search(text, before).has_value();
}

// "It was written in good faith ..., and he has asked that it be corrected."
std::uint32_t ErredAt(std::string_view text, TextSpan sentence) {
  static const Pattern kPointsBack(
      "^(?:It|That|This|They|The (?:statement|report|paper|claim|entry|"
      "figure|return))\\b");
  static const Pattern kPutRight(
      "\\b(?:be|been|is|was|are|were) (?:hereby |now |since )?(?:corrected|"
      "retracted|taken back)\\b");
  if (!kPointsBack.Search(text, sentence)) return 0;
  if (Erred().Search(text, sentence)) return sentence.end;
  const auto right = kPutRight.Search(text, sentence);
  const bool stands =
      !right || IsDenied(text, {sentence.begin, right->front().begin});
  return stands ? 0 : sentence.end;
}

}  // namespace

std::uint32_t TakenBackAt(const OutcomePlace& place,
                          const std::vector<TextSpan>& following) {
  static const Pattern kTold(
      "(?i)\\b(?:said|says|stated|states|reported|claimed|claims|recorded|"
      "announced|told \\p{L}+(?: \\p{L}+)?|statement|claim|assertion|entry|"
      "report)(?: [^.;:]{1,90}?)? that\\b");
  static const Pattern kBehind(
      "^(?:,| \\([^()]{1,40}\\)| (?:in|on) [\\p{Lu}\\d][^.;:,]{1,30})?,? "
      "(?:in error|by mistake|by an oversight|wrongly|prematurely)\\b");
  if (place.state.taken_back || kBehind.Search(place.text, place.rest)) {
    return place.sentence.end;
  }
  if (!kTold.Search(place.text, place.clause)) return 0;
  static const Pattern kHere("^[^.;:]{0,60}? ?" + std::string(kErred));
  if (kHere.Search(place.text, place.rest)) return place.sentence.end;
  for (std::size_t i = 0; i < following.size() && i < 2; ++i) {
    const std::uint32_t end = ErredAt(place.text, following[i]);
    if (end != 0) return end;
  }
  return 0;
}

NamedSet AllBefore(const OutcomePlace& place) {
  static const Pattern kAll(WithNumbers(
      "(?i)\\b(?:all|both)(?: of)?(?: the| its)?(?: (#N#))?(?: of (?:them|"
      "these|those))? ?$"));
  NamedSet set;
  const auto all = kAll.Search(place.text, place.clause);
  if (!all) return set;
  set.whole = true;
  const std::int32_t number = NumberWord(Slice(place.text, (*all)[1]));
  if (number > 0) set.count = set.of = number;
  return set;
}

std::string SaidOn(const OutcomePlace& place,
                   const std::vector<DateMention>& dates) {
  static const Pattern kThat("\\bthat\\b");
  const auto that = kThat.Search(place.text, place.clause);
  const TextSpan before{place.sentence.begin,
                        that ? that->front().begin : place.state.span.begin};
  for (const DateMention& date : BeginningIn(dates, before)) {
    if (!date.edtf.empty()) return date.edtf;
  }
  return {};
}

}  // namespace concord::extraction
