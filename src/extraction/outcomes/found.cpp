#include "extraction/outcomes/found.h"

#include "concord/base/unicode.h"
#include "extraction/outcomes/members.h"
#include "extraction/outcomes/named.h"
#include "extraction/rules.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {

FoundOnes FoundOfThoseTold(std::string_view text, TextSpan told,
                           TextSpan sentence) {
  static const Pattern kTold(WithNumbers(
      "(?i)\\b(?:said|told|reported|stated|claim(?:s|ed)?|informed|advised|"
      "announced)\\b[^.;:]{0,80}? that (?:all )?(#N#)\\b[^.;:]{0,60}? (?:were|"
      "was|had been|have been|are) (?:now |all )?(?:carried out|implemented|"
      "completed?|met|done|discharged|finished)\\b"));
  static const Pattern kFound(
      WithNumbers("^(?:We|I) (?:now |ourselves |myself )?(?:find|found|count|"
                  "counted|make it|make them|can find|could find|can confirm|"
                  "could confirm) (?:only |no more than )?(#N#)(?: of them)?"
                  "(?: (?:done|complete|carried out))?(?:: ?| \\()") +
      std::string(kNumberList) + "\\)?(?:[.;]|$)");
  if (Empty(told)) return {};
  const auto many = kTold.Search(text, told);
  const auto found = many ? kFound.Search(text, sentence) : std::nullopt;
  if (!found) return {};
  const int here = NumberWord(Slice(text, (*found)[1]));
  const std::string numbers = NumbersOf(Slice(text, (*found)[2]));
  const int called_done = NumberWord(Slice(text, (*many)[1]));
  if (here >= called_done || CountOf(numbers) != here) return {};
  return {numbers, here, called_done};
}

std::string OnlyWorkCounted(const std::vector<StatedCount>& counts,
                            std::uint32_t offset) {
  std::string work;
  for (const StatedCount& count : counts) {
    if (count.span.begin >= offset || count.work.empty()) continue;
    if (!work.empty() && work != count.work) return {};
    work = count.work;
  }
  return work;
}

}  // namespace concord::extraction
