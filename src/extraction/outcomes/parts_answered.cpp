#include "extraction/outcomes/parts_answered.h"

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/rules.h"

namespace concord::extraction {

std::vector<AnsweredPart> PartsAnsweredIn(
    std::string_view text, TextSpan passage, TextSpan sentence,
    const std::vector<StatedCount>& counts) {
  static const Pattern kAct(
      "\\b(?:(accepted|agreed(?: to)?)|(rejected|declined|refused)) $");
  static const Pattern kInPart("^(?: of them)? in (?:part|principle)\\b");
  std::vector<AnsweredPart> parts;
  for (const StatedCount& count : BeginningIn(counts, passage)) {
    if (count.what != "recommendations") continue;
    for (const CountPart& part : count.partition) {
      if (!Contains(sentence, part.span)) continue;
      AnsweredPart answered{part.span, "", part.count, count.count, count.work};
      const auto act = kAct.Search(text, {sentence.begin, part.span.begin});
      if (act) {
        const auto in_part =
            kInPart.Search(text, {part.span.end, sentence.end});
        const std::string_view yes = in_part ? "accepted in part" : "accepted";
        answered.position = Empty((*act)[1]) ? "rejected" : yes;
        answered.words = {act->front().begin,
                          in_part ? in_part->front().end : part.span.end};
      }
      parts.push_back(std::move(answered));
    }
  }
  return parts;
}

}  // namespace concord::extraction
