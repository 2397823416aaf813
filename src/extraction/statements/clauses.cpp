#include "extraction/statements/clauses.h"

#include <algorithm>
#include <optional>
#include <string>

#include "concord/base/unicode.h"
#include "extraction/rules.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {
namespace {

const Pattern& ClauseStart() {
  static const Pattern kStart(WithNumbers(
      "(?:(?:^|[,;:.–—-] |\\band |\\bwith )(?:and |while |whilst |but |"
      "(?:[Tt]he )?(remaining|other|rest,|first|last|next|[Oo]f (?:these|those|"
      "them|which))?,? ?)?(#N#)((?: recommendations)?(?: of "
      "(?:which|them|these|those|(?:the|its) (#N#)))?)| (#N#)( of "
      "(?:them|these|"
      "those)))(?: |, which )"));
  return kStart;
}

// [1] percentage, [2] fraction, [3] of what.
const Pattern& ShareStart() {
  static const Pattern kShare(WithNumbers(
      "(?:^|[,;:.–—-] |\\b(?:and|with|while|whilst|but) )(?:(#N#)(?: "
      "?%| per ?cent)|((?i:half|a (?:third|quarter)|one[- ](?:third|quarter)|"
      "two[- ]thirds|three[- ]quarters)))( of (?:which|them|these|those|"
      "(?:the|its) (?:original )?#N#)(?: recommendations)?)(?: |, which )"));
  return kShare;
}

// Not a part: "four weeks", "33 per cent", "paragraph 4".
bool CountsOtherThings(std::string_view after) {
  static const Pattern kUnits(
      "^(?:per ?cent|percent|%|years?|months?|weeks?|days?|hours?|pounds?|"
      "million|thousand|times|o'clock|paragraphs?|pages?|reports?|forces|"
      "further recommendations)\\b");
  return kUnits.Matches(after);
}

struct Share {
  std::int32_t parts = 0;
  std::int32_t of = 1;
};

Share ShareOf(std::string_view percent, std::string_view fraction) {
  if (!percent.empty()) return {NumberWord(percent), 100};
  const std::string folded = Fold(fraction);
  if (folded == "half") return {1, 2};
  const bool thirds = folded.find("third") != std::string::npos;
  const bool one = folded.starts_with("a ") || folded.starts_with("one");
  if (thirds) return {one ? 1 : 2, 3};
  return {one ? 1 : 3, 4};
}

// The clause that the next share begins; its words follow `start->end`.
std::optional<Clause> NextShare(std::string_view text, std::int32_t whole,
                                TextSpan rest, TextSpan* start) {
  const auto match = ShareStart().Search(text, rest);
  if (!match) return std::nullopt;
  const Share share =
      ShareOf(Slice(text, (*match)[1]), Slice(text, (*match)[2]));
  *start = (*match)[0];
  Clause clause;
  clause.number = Empty((*match)[1]) ? (*match)[2] : (*match)[1];
  clause.count = (whole * share.parts + share.of / 2) / share.of;
  clause.approximate = whole * share.parts % share.of != 0;
  clause.cued = true;
  clause.share = true;
  clause.which = Slice(text, (*match)[3]).starts_with(" of which");
  return clause;
}

std::optional<Clause> NextCounted(std::string_view text, std::int32_t whole,
                                  TextSpan rest, TextSpan* start) {
  const auto match = ClauseStart().Search(text, rest);
  if (!match) return std::nullopt;
  *start = (*match)[0];
  Clause clause;
  const bool within = Empty((*match)[2]);  // "We repeat seven of them"
  clause.number = within ? (*match)[5] : (*match)[2];
  clause.count = NumberWord(Slice(text, clause.number));
  const std::string_view of = Slice(text, within ? (*match)[6] : (*match)[3]);
  const std::string_view cue = Slice(text, (*match)[1]);
  clause.cued = of.find(" of ") != std::string_view::npos || !cue.empty();
  clause.which = of.ends_with("which") || cue.ends_with("which");
  const TextSpan of_whole = (*match)[4];
  clause.foreign =
      !Empty(of_whole) && NumberWord(Slice(text, of_whole)) != whole;
  clause.last = cue == "remaining" || cue == "other" || cue == "rest,";
  // "every one of them": all of them, and no part.
  static const Pattern kAll("\\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Nn]ot) $");
  if (within && kAll.Search(text, {rest.begin, clause.number.begin})) {
    clause.count = 0;
  }
  return clause;
}

std::optional<Clause> NextClause(std::string_view text, std::int32_t whole,
                                 TextSpan rest, TextSpan* start) {
  TextSpan share_start;
  const auto share = NextShare(text, whole, rest, &share_start);
  const auto counted = NextCounted(text, whole, rest, start);
  if (!share || (counted && counted->number.begin < share->number.begin)) {
    return counted;
  }
  *start = share_start;
  return share;
}

// "one each for the Clerk, the Board and keepers": as many again for each.
void AddForEach(std::string_view text, TextSpan stretch,
                std::vector<Clause>* clauses) {
  static const Pattern kEach("^each (?:for|to|from|with) ");
  static const Pattern kNext(
      "^(?:, and |, | and )((?:the|a|an|our|its|\\p{Lu}|\\p{Ll}+ \\p{Ll}+s\\b)"
      "(?:[^,.;]*?))(?:,| and |[.;]|$)");
  const Clause first = clauses->back();
  const auto each = kEach.Search(text, first.words);
  if (!each) return;
  clauses->back().words.begin = (*each)[0].begin + 5;  // past "each "
  std::uint32_t from = first.words.end;
  while (const auto next = kNext.Search(text, {from, stretch.end})) {
    Clause more = first;
    more.words = Trim(text, (*next)[1]);
    more.span = more.words;
    more.begin = (*next)[0].begin;
    clauses->push_back(more);
    from = more.words.end;
  }
}

}  // namespace

std::vector<Clause> Clauses(std::string_view text, std::int32_t whole,
                            TextSpan stretch) {
  std::vector<Clause> clauses;
  TextSpan rest = stretch;
  TextSpan start;
  while (auto clause = NextClause(text, whole, rest, &start)) {
    clause->span.begin = clause->number.begin;
    clause->begin = start.begin;
    clause->words.begin = start.end;
    // "one (4, on dogs) was declined": which one it is, not what became of it.
    static const Pattern kAside("^\\([^()]{0,60}\\) ");
    if (const auto aside =
            kAside.Search(text, {clause->words.begin, stretch.end})) {
      clause->words.begin = (*aside)[0].end;
    }
    rest.begin = clause->words.begin;
    static const Pattern kStop("[;,.](?: |$)");
    TextSpan next_start;
    const auto next = NextClause(text, whole, rest, &next_start);
    const auto stop = kStop.Search(text, rest);
    clause->words.end = stretch.end;
    if (stop) clause->words.end = (*stop)[0].begin;
    if (next) clause->words.end = std::min(clause->words.end, next_start.begin);
    clause->words = Trim(text, clause->words);
    clause->span.end = clause->words.end;
    if (clause->count == 0 || CountsOtherThings(Slice(text, clause->words))) {
      continue;
    }
    clauses.push_back(*clause);
    AddForEach(text, stretch, &clauses);
  }
  return clauses;
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

}  // namespace concord::extraction
