#include "extraction/statements/partition.h"

#include "concord/base/unicode.h"
#include "extraction/passages.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {
namespace {

// A number that begins a clause, with what it is said of. [1] number, [2] the
// words after it up to the clause's end.
struct Clause {
  TextSpan span;   // number and words
  TextSpan words;  // after the number
  std::int32_t count = 0;
  bool cued = false;   // "of which", "of them", "the remaining"
  bool which = false;  // "of which": of the words directly before it
};

const Pattern& ClauseStart() {
  static const Pattern kStart(WithNumbers(
      "(?:^|[,;:.–—-] |\\band |\\bwith )(?:and |while |whilst |but |(?:[Tt]he )"
      "?(remaining|other|rest,)? ?)?(#N#)((?: recommendations)?(?: of (?:which|"
      "them|these|those|the #N#|its #N#))?) "));
  return kStart;
}

// Not a part: "four weeks", "33 per cent", "paragraph 4".
bool CountsOtherThings(std::string_view after) {
  static const Pattern kUnits(
      "^(?:per ?cent|percent|%|years?|months?|weeks?|days?|hours?|pounds?|"
      "million|thousand|times|o'clock|paragraphs?|pages?|reports?|forces|"
      "further recommendations)\\b");
  return kUnits.Matches(after);
}

// Every clause of the stretch, each ending where the next begins or at a stop.
std::vector<Clause> Clauses(std::string_view text, TextSpan stretch) {
  std::vector<Clause> clauses;
  TextSpan rest = stretch;
  while (const auto match = ClauseStart().Search(text, rest)) {
    Clause clause;
    clause.count = NumberWord(Slice(text, (*match)[2]));
    clause.span.begin = (*match)[2].begin;
    clause.words.begin = (*match)[0].end;
    const std::string_view of = Slice(text, (*match)[3]);
    clause.cued =
        of.find(" of ") != std::string_view::npos || !Empty((*match)[1]);
    clause.which = of.ends_with("which");
    rest.begin = clause.words.begin;
    static const Pattern kStop("[;,.](?: |$)");
    const auto next = ClauseStart().Search(text, rest);
    const auto stop = kStop.Search(text, rest);
    clause.words.end = stretch.end;
    if (stop) clause.words.end = (*stop)[0].begin;
    if (next) {
      clause.words.end = std::min(clause.words.end, (*next)[0].begin);
    }
    clause.words = Trim(text, clause.words);
    clause.span.end = clause.words.end;
    if (clause.count > 0 && !CountsOtherThings(Slice(text, clause.words))) {
      clauses.push_back(clause);
    }
  }
  return clauses;
}

bool IsParticiple(std::string_view words) {
  static const Pattern kDone(
      "^(?:not )?(?:\\p{L}+ly )?\\p{L}+(?:ed|en|one|met|"
      "t aside)\\b");
  return kDone.Matches(words);
}

CountPart AsPart(std::string_view text, const Clause& clause) {
  static const Pattern kBoth(
      "^(?:(?:were|are|was|is) )?(.*?)(?:(?:^|,? and )(?:have|has|had)(?: "
      "since|"
      " now| all| already)* been (.+))?$");
  CountPart part;
  part.span = clause.span;
  part.rule = "count.part";
  part.confidence = clause.cued ? 0.9 : 0.8;
  part.count = clause.count;
  const auto match = kBoth.Search(text, clause.words);
  if (!match) return part;
  part.what = std::string(Slice(text, (*match)[1]));
  part.disposition = std::string(Slice(text, (*match)[2]));
  if (part.disposition.empty() && IsParticiple(part.what)) {
    part.disposition = part.what;
  }
  return part;
}

// "... ; the others are below": what is left of the whole.
void AddRemainder(std::string_view text, std::int32_t whole, TextSpan after,
                  std::vector<CountPart>* parts) {
  static const Pattern kOthers(
      "(?:[,;.] |\\band )((?:[Tt]he )?(?:others|rest|remainder) ((?:are|were|"
      "have|remain|had)\\b[^;.]*))");
  std::int32_t sum = 0;
  for (const CountPart& part : *parts) sum += part.count;
  if (parts->empty() || sum >= whole) return;
  const TextSpan rest{parts->back().span.end, after.end};
  const auto match = kOthers.Search(text, rest);
  if (!match) return;
  CountPart part;
  part.span = (*match)[1];
  part.rule = "count.part-remainder";
  part.confidence = 0.6;
  part.count = whole - sum;
  part.what = std::string(Slice(text, (*match)[2]));
  parts->push_back(std::move(part));
}

}  // namespace

std::vector<CountPart> PartsOf(std::string_view text, std::int32_t whole,
                               TextSpan after) {
  std::vector<CountPart> parts;
  std::int32_t sum = 0;
  bool cued = false;
  for (const Clause& clause : Clauses(text, after)) {
    const bool beside = parts.empty() && clause.span.begin - after.begin < 6;
    if (clause.which && !beside) continue;
    if (clause.count >= whole || sum + clause.count > whole) break;
    // A list may go on in the next sentence; a new subject ends it.
    if (!cued && !clause.cued && !parts.empty() &&
        clause.span.begin - parts.back().span.end > 60) {
      break;
    }
    sum += clause.count;
    cued = cued || clause.cued;
    parts.push_back(AsPart(text, clause));
    if (sum == whole) break;
  }
  AddRemainder(text, whole, after, &parts);
  const bool adds_up = sum == whole && parts.size() > 1;
  const bool remainder =
      !parts.empty() && parts.back().rule == "count.part-remainder";
  if (!adds_up && !cued && !remainder) parts.clear();
  return parts;
}

}  // namespace concord::extraction
