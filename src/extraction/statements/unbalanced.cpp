#include "extraction/statements/unbalanced.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/passages.h"
#include "extraction/reading.h"
#include "extraction/rules.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {
namespace {

// "are for", "for the force", "concern", "have been met": said of
// recommendations, where "nine forces" counts other things.
bool IsSaidOfThem(std::string_view words) {
  static const Pattern kOfThem(
      "^(?:recommendations? )?(?:(?:are|is|were|was|have|has|had|will|would|"
      "should|can|must|may|remain|remained|await|concern|concerned|relate|"
      "related|fall|fell|go|went|need|needed|require|required|deal|dealt|"
      "apply|applied|for|to|about|on|with|in|by|not|addressed|directed|made|"
      "aimed|complete|completed|accepted|rejected|refused|declined|withdrawn|"
      "outstanding|implemented|met|done|begun|national|local)\\b|"
      "recommendations?$|$)");
  return kOfThem.Matches(words);
}

// Numbers of the stretch that are of recommendations, or may be.
std::vector<TextSpan> NumbersIn(std::string_view text, TextSpan stretch) {
  static const Pattern kNumber(
      WithNumbers("(?:^|[^\\p{L}\\p{N}£$.,-])(#N#)(?:[^\\p{L}\\p{N}]|$)"));
  std::vector<TextSpan> numbers;
  TextSpan rest = stretch;
  while (const auto match = kNumber.Search(text, rest)) {
    rest.begin = (*match)[1].end;
    if (!IsNoPart(text, stretch, (*match)[1])) numbers.push_back((*match)[1]);
  }
  return numbers;
}

// No number stands there beside those of the clauses, and no "some" or
// "others" that would count more.
bool AreAllNumbers(std::string_view text, std::int32_t whole, TextSpan stretch,
                   const std::vector<Clause>& parts) {
  static const Pattern kMore(
      "\\b(?i:some|several|few|many|most|others|another|both|each|neither|"
      "a number|further|also|twice|either)\\b");
  if (kMore.Search(text, stretch)) return false;
  const std::vector<TextSpan> numbers = NumbersIn(text, stretch);
  return std::all_of(numbers.begin(), numbers.end(), [&](TextSpan number) {
    const bool part = std::any_of(
        parts.begin(), parts.end(),
        [&](const Clause& clause) { return clause.number == number; });
    return part || NumberWord(Slice(text, number)) == whole;
  });
}

// A share of an odd number may be one more or less.
bool Differs(const std::vector<Clause>& parts, std::int32_t whole) {
  std::int32_t sum = 0;
  std::int32_t slack = 0;
  for (const Clause& part : parts) {
    sum += part.count;
    slack += part.approximate ? 1 : 0;
  }
  return std::abs(sum - whole) > slack;
}

bool AreParts(const std::vector<Clause>& parts, std::string_view text,
              std::int32_t whole) {
  return parts.size() > 1 &&
         std::all_of(parts.begin(), parts.end(), [&](const Clause& part) {
           return part.count < whole && IsSaidOfThem(Slice(text, part.words));
         });
}

// "Twelve are for the force. The remaining nine are for the Authority."
std::vector<Clause> UpToTheLast(std::string_view text, std::int32_t whole,
                                TextSpan after,
                                const std::vector<Clause>& clauses) {
  const auto last = std::find_if(clauses.begin(), clauses.end(),
                                 [](const Clause& one) { return one.last; });
  if (last == clauses.end()) return {};
  std::vector<Clause> parts(clauses.begin(), last + 1);
  const TextSpan stretch{after.begin, last->span.end};
  if (!AreParts(parts, text, whole) ||
      !AreAllNumbers(text, whole, stretch, parts)) {
    return {};
  }
  return parts;
}

// "20 recommendations: twelve for the force and nine for the Authority."
std::vector<Clause> ListedAfterColon(std::string_view text, std::int32_t whole,
                                     TextSpan after,
                                     const std::vector<Clause>& clauses) {
  static const Pattern kColon("^[^.;:,()0-9]{0,40}(: )");
  const auto colon = kColon.Search(text, after);
  if (!colon) return {};
  TextSpan list{(*colon)[1].end, after.end};
  const std::vector<TextSpan> sentences = SentencesIn(text, list);
  if (sentences.empty()) return {};
  list.end = sentences.front().end;
  std::vector<Clause> parts;
  for (const Clause& clause : clauses) {
    if (clause.span.begin < list.end) parts.push_back(clause);
  }
  if (!AreParts(parts, text, whole)) return {};
  static const Pattern kBetween("^[,;]?(?: and| with)? $");
  static const Pattern kLast("\\band $");
  static const Pattern kEnd("^[.;]?$");
  TextSpan gap{list.begin, list.begin};
  for (const Clause& part : parts) {
    gap.end = part.span.begin;
    const bool first = gap.begin == list.begin;
    if (first ? !Empty(gap) : !kBetween.Matches(Slice(text, gap))) return {};
    gap.begin = part.span.end;
  }
  const TextSpan left{list.begin, parts.back().span.begin};
  const bool whole_list =
      kLast.Search(text, left) &&
      kEnd.Matches(Slice(text, Trim(text, {gap.begin, list.end})));
  if (!whole_list || !AreAllNumbers(text, whole, list, parts)) return {};
  return parts;
}

// "twelve are complete, nine in hand": no recommendation is both, so the sum
// may not exceed the whole.
std::vector<Clause> OfStates(std::string_view text, std::int32_t whole,
                             const std::vector<Clause>& clauses) {
  static const std::array<Pattern, 3> kStates = {
      Pattern("^(?:(?:are|were|is|was|have|has|had) (?:now )?(?:been )?)?"
              "(?:complete|completed|carried out|implemented|done|finished)"
              "(?: \\([^()]*\\))?$"),
      Pattern("^(?:(?:are|were|is|was) (?:now |still )?)?(?:in hand|in train|"
              "in progress|under way|incomplete)(?: \\([^()]*\\))?$"),
      Pattern(
          "^(?:(?:are|were|is|was|have|has|had) )?(?:not (?:yet )?(?:been )?"
          "(?:begun|started|accepted|complete)|refused|rejected|declined|"
          "withdrawn|outstanding)(?: \\([^()]*\\))?$")};
  std::vector<Clause> parts;
  std::int32_t sum = 0;
  std::array<bool, kStates.size()> said = {};
  for (const Clause& clause : clauses) {
    std::size_t state = 0;
    const std::string_view words = Slice(text, clause.words);
    while (state < kStates.size() && !kStates[state].Matches(words)) ++state;
    if (state == kStates.size() || said[state]) break;
    said[state] = true;
    sum += clause.count;
    parts.push_back(clause);
  }
  if (parts.size() < 2 || sum <= whole) return {};
  return parts;
}

}  // namespace

std::vector<Clause> Unbalanced(std::string_view text, std::int32_t whole,
                               TextSpan after) {
  std::vector<Clause> clauses = Clauses(text, whole, after);
  // "of which" further on is of something else.
  constexpr std::uint32_t kBeside = 6;
  std::erase_if(clauses, [&](const Clause& clause) {
    return clause.which && clause.begin - after.begin >= kBeside;
  });
  std::vector<Clause> parts = UpToTheLast(text, whole, after, clauses);
  if (parts.empty()) {
    parts = ListedAfterColon(text, whole, after, clauses);
  }
  if (parts.empty()) parts = OfStates(text, whole, clauses);
  if (!Differs(parts, whole)) parts.clear();
  return parts;
}

}  // namespace concord::extraction
