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
      "(?:(?:^|[,;:.–—-] |\\band |\\bwith )(?:and |while |whilst |but |"
      "(?:[Tt]he )?(remaining|other|rest,|first|last|next|[Oo]f (?:these|those|"
      "them))?,? ?)?(#N#)((?: recommendations)?(?: of "
      "(?:which|them|these|those|"
      "the #N#|its #N#))?)| (#N#)( of (?:them|these|those)))(?: |, which )"));
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
    const bool within = Empty((*match)[2]);  // "We repeat seven of them"
    const TextSpan number = within ? (*match)[4] : (*match)[2];
    clause.count = NumberWord(Slice(text, number));
    clause.span.begin = number.begin;
    clause.words.begin = (*match)[0].end;
    const std::string_view of = Slice(text, within ? (*match)[5] : (*match)[3]);
    clause.cued =
        of.find(" of ") != std::string_view::npos || !Empty((*match)[1]);
    clause.which = of.ends_with("which");
    // "one (4, on dogs) was declined": which one it is, not what became of it.
    static const Pattern kAside("^\\([^()]{0,60}\\) ");
    if (const auto aside =
            kAside.Search(text, {clause.words.begin, stretch.end})) {
      clause.words.begin = (*aside)[0].end;
    }
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
      "have|remain|had|concern|went|go|will|fall|fell|await)\\b[^;.]*))");
  static const Pattern kNot(
      "(?:[,;.] |\\band )((?:[Tt]hose|[Tt]he ones) ((?:which|that) (?:have|had|"
      "has|are|were|do|did) (?:not|still|yet)\\b[^;.:]*))");
  static const Pattern kOfThem(
      WithNumbers("[,;.] (Of the (#N#) ((?:which|that) [^;.,]*))"));
  std::int32_t sum = 0;
  for (const CountPart& part : *parts) sum += part.count;
  if (parts->empty() || sum >= whole) return;
  const TextSpan rest{parts->back().span.end, after.end};
  auto match = kOthers.Search(text, rest);
  if (!match) match = kNot.Search(text, rest);
  static const Pattern kLast(
      "(?:[,;.] |\\band )([Tt]he last(?: one)? ((?:has|was|is|had|will|must)"
      "\\b[^;.]*))");
  if (!match && whole - sum == 1) match = kLast.Search(text, rest);
  TextSpan words = match ? (*match)[2] : TextSpan();
  if (!match) {
    match = kOfThem.Search(text, rest);
    if (!match || NumberWord(Slice(text, (*match)[2])) != whole - sum) return;
    words = (*match)[3];
  }
  CountPart part;
  part.span = (*match)[1];
  part.rule = "count.part-remainder";
  part.confidence = 0.6;
  part.count = whole - sum;
  part.what = std::string(Slice(text, words));
  parts->push_back(std::move(part));
}

// The number is a label, a date, in brackets or of other things.
bool IsNoPart(std::string_view text, TextSpan stretch, TextSpan number) {
  static const Pattern kBefore(
      "(?i)(?:recommendations?|recs?|paragraphs?|section|page|chapter|part|"
      "phase|no\\.|number|[£$(/-]|in|on|by|since|[0-9],) ?$");
  static const Pattern kAfter(
      "^(?:[/–-]|[.,][0-9]|(?:st|nd|rd|th)\\b| (?:January|February|March|April|"
      "May|June|July|August|September|October|November|December|per|%))");
  const TextSpan left{stretch.begin, number.begin};
  const TextSpan right{number.end, stretch.end};
  if (kBefore.Search(text, left) || kAfter.Search(text, right)) return true;
  const TextSpan words{std::min(number.end + 1, stretch.end), stretch.end};
  if (CountsOtherThings(Slice(text, words))) return true;
  const std::string_view before = Slice(text, left);
  return before.rfind('(') != std::string_view::npos &&
         (before.rfind(')') == std::string_view::npos ||
          before.rfind(')') < before.rfind('('));
}

// "accepted nine, is still talking about two and rejected one": whatever stands
// around them, the numbers of one sentence that add up to the whole, all of
// them.
std::vector<CountPart> PlainNumbers(std::string_view text, std::int32_t whole,
                                    TextSpan after) {
  static const Pattern kNumber(
      WithNumbers("(?:^|[^\\p{L}\\p{N}£$-])(#N#)(?:[^\\p{L}\\p{N}]|$)"));
  for (const TextSpan sentence : Sentences(text, after)) {
    std::vector<CountPart> parts;
    std::int32_t sum = 0;
    TextSpan rest = sentence;
    while (const auto match = kNumber.Search(text, rest)) {
      rest.begin = (*match)[1].end;
      if (IsNoPart(text, sentence, (*match)[1])) continue;
      CountPart part;
      part.span = (*match)[1];
      part.rule = "count.part";
      part.confidence = 0.7;
      part.count = NumberWord(Slice(text, (*match)[1]));
      sum += part.count;
      parts.push_back(std::move(part));
    }
    if (sum == whole && parts.size() > 1) return parts;
  }
  return {};
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
  if (adds_up) return parts;
  std::vector<CountPart> plain = PlainNumbers(text, whole, after);
  if (!plain.empty()) return plain;
  if (!cued && !remainder) parts.clear();
  return parts;
}

}  // namespace concord::extraction
