// What became of a recommendation, told in the same breath.
//
//   "5. The Clerk should count the keys. Nothing has been done."   first alone
//   "The Clerk should count the keys. We lost eleven of them."     first alone
//   "It is recommended that keys be counted. We believe it would cost little."
//   kept: "... The Treasurer should pay for it.", "... It could begin in May."
//
// A progress paper prints what was asked and goes on, in the same paragraph or
// cell, with what was done about it; an inspection goes on with what it saw,
// and a paper with why. From the first sentence that only tells, the rest is
// not part of what is asked. Cost: the sentences of each item. Tests:
// FindRecommendations.LeavesOutWhatBecameOfThem.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

bool IsAnswer(std::string_view sentence) {
  static const Pattern kAnswer(
      "^(?:(?i:not|partly|partially|fully|largely|all|now|already|this is|"
      "it is) )*(?i:accepted|agreed|rejected|refused|declined|done|implemented|"
      "completed|complete[.,;:]|complete$|carried out|withdrawn|closed|opened|"
      "in hand|in force|in progress|in place|in use|under way|underway|started|"
      "begun|ours|overtaken|superseded|outstanding|ongoing|slipped|nothing|"
      "nobody|no (?:action|progress|work))\\b");
  return kAnswer.Matches(sentence);
}

// Nothing in it asks, or says what could or would be done; it has a verb that
// tells, and is no field ("By: May 2002.").
bool OnlyTells(std::string_view sentence) {
  static const Pattern kOpen(
      "\\b(?:may|might|could|would|can|cannot|includes?|for example|such as|"
      "so that|please|I put it|we put it)\\b|^[(\\[]|^[\\p{L} ]{1,24}:");
  static const Pattern kVerb(
      "\\b(?:is|are|was|were|has|have|had|did|does|do|will|shall|went|took|"
      "came|became|began|found|gave|saw|stood|\\p{Ll}{2,}(?:s|ed))\\b");
  static const Pattern kWhole("[.!?][”’\"')]*$");
  return kWhole.Matches(sentence) && !Asks(sentence) && !Commands(sentence) &&
         !NamesDoer(sentence) && !IsFreeInfinitive(sentence) &&
         !kOpen.Matches(sentence) && kVerb.Matches(sentence);
}

// "We believe that this would cost little.": what the authors hold, and no part
// of what they ask, though it speaks of what could be.
bool IsBelief(std::string_view sentence) {
  static const Pattern kBelief(
      "^(?:(?:We|I) (?:also |do |still |fully |firmly |strongly )*(?:believe|"
      "think|feel|hold|understand|recogni[sz]e|appreciate|accept|acknowledge|"
      "realise|are (?:\\p{Ll}+ )?(?:aware|satisfied|convinced|confident|sure|"
      "persuaded|conscious|of the (?:view|opinion))|am (?:\\p{Ll}+ )?(?:aware|"
      "satisfied|convinced|confident|sure|persuaded|conscious|of the (?:view|"
      "opinion)))|(?:In our|In my|It is our|It is my) (?:view|opinion|belief))"
      "\\b");
  static const Pattern kWanted(
      "\\b(?:essential|important|necessary|imperative|vital|crucial|needed|"
      "required|could|might|worth|better|best|right|time)\\b");
  return kBelief.Matches(sentence) && !Asks(sentence) &&
         !kWanted.Matches(sentence);
}

bool TellsOfThePast(std::string_view sentence) {
  static const Pattern kPast(
      "\\b(?:was|were|had|did|has been|have been|has not|have not|went|took|"
      "came|became|began|found|gave|saw|stood)\\b");
  static const Pattern kToCome("\\b(?:will|shall)\\b");
  return kPast.Matches(sentence) && !kToCome.Matches(sentence);
}

// A long report goes on, within what it marks as its recommendation, with why
// and how; there only the past is not part of it.
bool IsTail(const Reading& reading, std::string_view sentence) {
  constexpr std::size_t kShort = 40'000;
  if (IsAnswer(sentence)) return true;
  if (IsBelief(sentence)) return true;
  if (!OnlyTells(sentence)) return false;
  return reading.text().size() < kShort || TellsOfThePast(sentence);
}

}  // namespace

bool OpensWithRequest(std::string_view words) {
  return (IsRequest(words) || NamesDoer(words) || IsFreeInfinitive(words)) &&
         !IsAnswer(words);
}

void CutStatusTail(const Reading& reading, Recommendation* item) {
  const std::string_view text = reading.text();
  if (item->text.find('\n') != std::string::npos) return;
  const auto sentences = SentencesIn(text, item->span);
  const bool decides = item->kind == RecommendationKind::kDecision;
  if (sentences.size() < 2 ||
      (!decides && !OpensWithRequest(Slice(text, sentences[0])))) {
    return;
  }
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    if (!IsTail(reading, Slice(text, sentences[i]))) continue;
    item->span.end = sentences[i - 1].end;
    item->text = Slice(text, item->span);
    if (!item->addressee.empty() &&
        item->addressee_span.begin >= item->span.end) {
      item->addressee.clear();
      item->addressee_span = {};
      if (const auto asked = AskedIn(text, item->span)) {
        SetAddressee(text, *asked, item);
      }
    }
    return;
  }
}

}  // namespace concord::extraction
