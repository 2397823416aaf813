#include "extraction/statements/partition.h"

#include "concord/base/unicode.h"
#include "extraction/passages.h"
#include "extraction/reading.h"
#include "extraction/rules.h"
#include "extraction/statements/clauses.h"
#include "extraction/statements/quantity.h"
#include "extraction/statements/unbalanced.h"

namespace concord::extraction {
namespace {

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
  part.rule = clause.share ? "count.part-share" : "count.part";
  part.confidence = clause.cued ? 0.9 : 0.8;
  part.count = clause.count;
  part.approximate = clause.approximate;
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

// "accepted nine, is still talking about two and rejected one": whatever stands
// around them, the numbers of one sentence that add up to the whole, all of
// them.
std::vector<CountPart> PlainNumbers(std::string_view text, std::int32_t whole,
                                    TextSpan after) {
  static const Pattern kNumber(
      WithNumbers("(?:^|[^\\p{L}\\p{N}£$-])(#N#)(?:[^\\p{L}\\p{N}]|$)"));
  for (const TextSpan sentence : SentencesIn(text, after)) {
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

// Parts that add up to the whole, or have their own cue.
std::vector<CountPart> CuedParts(std::string_view text, std::int32_t whole,
                                 TextSpan after) {
  std::vector<CountPart> parts;
  std::int32_t sum = 0;
  std::int32_t slack = 0;  // a share of an odd number may be one more or less
  bool cued = false;
  for (const Clause& clause : Clauses(text, whole, after)) {
    const bool beside = parts.empty() && clause.begin - after.begin < 6;
    if (clause.which && !beside) continue;
    if (clause.foreign) break;
    slack += clause.approximate ? 1 : 0;
    if (clause.count >= whole || sum + clause.count > whole + slack) break;
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

}  // namespace

bool AddsUp(const std::vector<CountPart>& parts, std::int32_t whole) {
  std::int32_t sum = 0;
  for (const CountPart& part : parts) sum += part.count;
  return parts.size() > 1 && sum == whole;
}

Partition PartsOf(std::string_view text, std::int32_t whole, TextSpan after) {
  Partition partition;
  partition.parts = CuedParts(text, whole, after);
  if (AddsUp(partition.parts, whole)) return partition;
  const std::vector<Clause> clauses = Unbalanced(text, whole, after);
  if (clauses.empty()) return partition;
  partition.unbalanced = true;
  partition.parts.clear();
  for (const Clause& clause : clauses) {
    partition.parts.push_back(AsPart(text, clause));
  }
  return partition;
}

}  // namespace concord::extraction
