// Sentences that ask or promise by the weight of all that speaks for them.
//
//   "No key will leave a store until all have been counted."
//       no rule knows it: nobody is named and no day; many small signs do
//
// Runs last: what a rule knows is surer and has better ends. What is found is
// the sentence, without the words that only say "I ask"; of a commitment the
// clause that promises. Nothing in minutes, agendas and press pages.
// Linear in the text. How it was fitted and what it finds: docs/evaluation.md.

#include "extraction/weighed/weighed.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/lead_words.h"
#include "extraction/recommendations/promises.h"
#include "extraction/weighed/sentence_evidence.h"
#include "extraction/weighed/sentence_weights.h"
#include "extraction/weighed/told.h"

#include <algorithm>
#include <string>

#include "concord/base/unicode.h"

namespace concord::extraction {
namespace {

// From here on a sentence is taken. On pages that the fit had not seen nine in
// ten of what is surer than that were asked.
constexpr double kSure = 0.6;
constexpr std::size_t kFewestWords = 4;

// "will", "undertakes": who says so promises.
bool Promises(std::string_view words) {
  static const Pattern kWillDo(
      "\\b(?:shall|undertakes?|undertaken to|promise[sd]?|agree[sd]?|intends?|"
      "plans? to|(?:is|are) to)\\b|(?:^|[^a] )will ");
  return kWillDo.Matches(words);
}

// It has a verb that asks or promises: "before the annexe opens" has none,
// whatever stands around it. A report of an inspection or inquiry argues and
// lists what others do; there the verb must be one that only asks, and of lists
// the rules know better.
bool HasVerb(const Reading& reading, const SentencePlace& place) {
  static const Pattern kMust(
      "\\b(?:should|must|shall|ought to|(?:is|are) to|needs? to)\\b");
  const std::string_view text = reading.text();
  const std::string_view words = Slice(text, place.span);
  if (Words(text, place.span).size() < kFewestWords || TellsOver(words) ||
      TellsOfRequest(words)) {
    return false;
  }
  if (reading.kind == DocumentKind::kInspection && place.cell < 0) {
    const bool listed =
        reading.lines[place.line].kind == document::BlockKind::kListItem;
    if (listed || (!kMust.Matches(words) && !Promises(words))) return false;
  }
  return Asks(words) || Commands(words) || NamesDoer(words) ||
         IsFreeInfinitive(words) || Promises(words);
}

// A sentence of prose that only says what ought to be done promises nothing,
// on whatever page it stands; the rows of a plan are commitments without a
// verb that says so.
RecommendationKind KindAt(std::string_view text, const SentencePlace& place,
                          const SentenceWeight& weight) {
  const RecommendationKind kind = KindOf(weight);
  const bool promised = place.cell >= 0 || Promises(Slice(text, place.span));
  return kind == RecommendationKind::kCommitment && !promised
             ? RecommendationKind::kRecommendation
             : kind;
}

// "This should be completed within a year.", "It will be done by the Clerk.",
// "Position: the Board agrees.", "We accept this recommendation.": says by
// when, by whom or whether of what stands before.
bool IsOfItemBefore(std::string_view text, const SentencePlace& place) {
  static const Pattern kLeans(
      "^(?:This|That|These|They|It|Both|All) (?:\\p{Ll}+ )?(?:should|will|must|"
      "shall|is|are|has|have|was|were)\\b|^\\p{Lu}[\\p{L} ]{2,24}(?::| –) ");
  static const Pattern kAnswers(
      "\\b(?:agree|accept|reject|decline|welcome|support|note|refuse)"
      "(?:s|d|ed)?\\b(?:.{0,30}\\brecommendations?\\b| in principle| in "
      "part|\\W*$)");
  return place.first && (kLeans.Search(text, place.span).has_value() ||
                         kAnswers.Search(text, place.span).has_value());
}

// "Who should see to it", "To note", "The register will cost £300.", "Others
// will sit on it.": a question, a line of a programme, a price, or a promise
// that only points at who, what and where; with a day even that is one.
bool SaysLittle(const Reading& reading, const SentencePlace& place,
                RecommendationKind kind) {
  static const Pattern kQuestion("^(?:Who|What|Whether|How|Why|When|Where)\\b");
  static const Pattern kProgramme(
      "^To (?:note\\b|be \\p{Ll}+|.*\\bwhether\\b)");
  static const Pattern kPurpose("^To (?:note\\b|.*\\bwhether\\b)");
  static const Pattern kPrice(
      "\\b(?:will|would) (?:\\p{Ll}+ )?(?:cost|save)\\b.{0,40}(?:£|\\$|€|\\d)");
  static const Pattern kPointing(
      "^(?:i|we|you|he|she|it|they|us|him|her|them|me|others?|someone|somebody|"
      "everybody|everyone|all|both|some|many|most|none|one|ones|this|that|"
      "these|"
      "those|here|there|then|now|so|such|same|the|a|an|our|my|his|its|their|"
      "own|will|shall|be|is|are|been|being|do|done|go|come|sit|stand|remain|"
      "stay|have|get|take|see|and|or|but|not|also|too|again|still|only|just|as|"
      "on|in|at|to|of|by|for|from|with|up|out|day|time|way|place)$");
  constexpr int kFewest = 2;
  const std::string_view text = reading.text();
  if (kQuestion.Search(text, place.span)) return true;
  if (kind != RecommendationKind::kDecision && place.cell < 0 &&
      kProgramme.Search(text, place.span)) {
    return true;
  }
  if (kPrice.Search(text, place.span)) return true;
  if (SaysRisk(Slice(text, place.span))) return true;
  if (kind == RecommendationKind::kRecommendation && place.cell >= 0 &&
      (SaysState(Slice(text, place.span)) ||
       kPurpose.Search(text, place.span))) {
    return true;
  }
  if (kind != RecommendationKind::kCommitment) return false;
  int telling = 0;
  for (const TextSpan word : Words(text, place.span)) {
    telling += !kPointing.Matches(FoldWords(Slice(text, word)));
  }
  return telling < kFewest && !HasDue(reading, place.span);
}

// "a) establish who may see it;" under what members are asked to note, or under
// the terms of reference of a review: a part of that, and nothing asked of
// them.
bool IsPartOfDecision(const Reading& reading, const SentencePlace& place,
                      RecommendationKind kind) {
  static const Pattern kAbove(
      "(?i)\\bto note\\b|\\bnotes?:?\\W*$|\\bterms of reference\\b");
  const Line& line = reading.lines[place.line];
  if (kind != RecommendationKind::kDecision ||
      line.kind != document::BlockKind::kListItem) {
    return false;
  }
  std::size_t above = place.line;
  while (above > 0 &&
         reading.lines[above].kind == document::BlockKind::kListItem) {
    --above;
  }
  return kAbove.Search(reading.text(), reading.lines[above].body).has_value();
}

// "b) the keys must be counted by two;" below "The store's own code says three
// things:": what a sentence lists that asks nothing and promises nothing.
bool IsListedIdly(const Reading& reading, const SentencePlace& place) {
  static const Pattern kGoesOn("^\\p{Ll}");
  static const Pattern kAnnounces(
      "(?i)\\b(?:recommend|propos|suggest|advi[cs]|action|step|task|plan|"
      "improve|request|dut(?:y|ies)\\b|next\\b)");
  const std::string_view text = reading.text();
  if (reading.lines[place.line].kind != document::BlockKind::kListItem ||
      !kGoesOn.Search(text, place.span)) {
    return false;
  }
  std::size_t above = place.line;
  while (above > 0 &&
         reading.lines[above].kind == document::BlockKind::kListItem) {
    --above;
  }
  const auto said = SentencesIn(text, reading.lines[above].body);
  if (said.empty()) return false;
  const std::string_view lead = Slice(text, said.back());
  return lead.ends_with(':') && !Asks(lead) && !Commands(lead) &&
         !Promises(lead) && !kAnnounces.Matches(lead);
}

// "That it had to be counted at all was new.", "Such a store should be of use
// to all.": what is the case, and what a thing of that sort would be like.
bool OnlyArgues(const Reading& reading, const SentencePlace& place) {
  static const Pattern kThatItIs(
      "^That (?:it|this|there|they|these|such) (?:\\p{Ll}+ ){0,2}?(?:needs?|"
      "has|had|have|was|were|should|must|could|can)\\b[^.;]*\\b(?:is|was|are|"
      "were|shows?|means|says|tells|reflects?) ");
  static const Pattern kSuchA(
      "^Such an? [^.;,]{2,60}? (?:should|must|would)\\b");
  return kThatItIs.Search(reading.text(), place.span) ||
         kSuchA.Search(reading.text(), place.span);
}

// What an item says where only a part of the sentence asks. A clause of one
// that promises is looked at more freely than a sentence is.
TextSpan Asked(const Reading& reading, TextSpan sentence,
               RecommendationKind kind) {
  static const Pattern kPromise(
      "\\b(?:will|shall|is to|are to|undertak\\p{Ll}+|promise[sd]?|"
      "agreed? to)\\b");
  const std::string_view text = reading.text();
  if (kind != RecommendationKind::kCommitment) {
    const TextSpan words = SplitLead(text, sentence).words;
    return Empty(words) ? sentence : words;
  }
  for (const TextSpan clause : Clauses(reading, sentence)) {
    if (kPromise.Search(text, clause)) return clause;
  }
  return sentence;
}

Recommendation ItemOf(const Reading& reading, const SentencePlace& place,
                      RecommendationKind kind) {
  const std::string_view text = reading.text();
  Recommendation item =
      RecommendationAt(reading, Asked(reading, place.span, kind), kind);
  // The number of a paragraph is none of the item.
  const Line& line = reading.lines[place.line];
  if (place.first && line.kind == document::BlockKind::kListItem) {
    item.label = line.label;
  }
  if (kind == RecommendationKind::kDecision) return item;
  auto asked = AskedIn(text, item.span);
  if (!asked) asked = AskedByThat(text, item.span);
  if (asked) SetAddressee(text, *asked, &item);
  return item;
}

// Inspectors tell what others will do; a promise in their report has its time.
bool IsPromiseOfOthers(const Reading& reading, const SentencePlace& place,
                       RecommendationKind kind) {
  return kind == RecommendationKind::kCommitment &&
         reading.kind == DocumentKind::kInspection && place.cell < 0 &&
         !HasDue(reading, place.span);
}

std::vector<Recommendation> FindWeighed(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MayListRequests(reading)) return found;
  const SentenceEvidence evidence(reading);
  for (const SentencePlace& place : SentencePlaces(reading)) {
    const SentenceWeight weight = Weigh(evidence, place);
    if (Probability(weight.asks) < kSure) continue;
    if (!HasVerb(reading, place) || IsOfItemBefore(reading.text(), place)) {
      continue;
    }
    const RecommendationKind kind = KindAt(reading.text(), place, weight);
    if (IsPromiseOfOthers(reading, place, kind) ||
        SaysLittle(reading, place, kind) ||
        IsPartOfDecision(reading, place, kind)) {
      continue;
    }
    if (kind == RecommendationKind::kRecommendation &&
        (IsListedIdly(reading, place) || OnlyArgues(reading, place))) {
      continue;
    }
    found.push_back(ItemOf(reading, place, kind));
  }
  return found;
}

}  // namespace

SentenceWeight Weigh(const SentenceEvidence& evidence,
                     const SentencePlace& place) {
  SentenceWeight sum = StartingWeight();
  std::vector<const SentenceWeight*> told;  // some twenty
  evidence.Of(place, [&](std::string_view fact, double value) {
    const SentenceWeight* weight = FindWeight(fact);
    if (weight == nullptr ||
        std::find(told.begin(), told.end(), weight) != told.end()) {
      return;
    }
    told.push_back(weight);
    sum.Add(*weight, value);
  });
  return sum;
}

const std::vector<RecommendationRule>& WeighedRules() {
  static const std::vector<RecommendationRule> kRules = {
      {"recommendation.weighed",
       0.6,
       {{DocumentKind::kReport,
         "1. The boxes are old, and the Clerk said so in March.\n\n2. No key "
         "will leave a store until all have been counted.\n",
         "[] No key will leave a store until all have been counted."},
        {DocumentKind::kReport,
         "1. The boxes are old, and the Clerk said so in March.\n\n2. Every "
         "store ought to be counted before the winter by somebody who does "
         "not work there.\n",
         "[] Every store ought to be counted before the winter by somebody who "
         "does not work there."},
        {DocumentKind::kReport,
         "1. The Treasurer has been asked for the price of a box and it is "
         "thought to be high.\n\n2. Nothing should have been lent in 1999.\n",
         ""},
        {DocumentKind::kReport,
         "1. The boxes are old, and the Clerk said so in March.\n\n2. Others "
         "will sit on it.\n\n3. A new box will cost £300.\n\n4. Who should see "
         "to the boxes\n",
         ""},
        {DocumentKind::kOther,
         "1. The store has a code of its own. It sets out questions for "
         "keepers. These are:\n\na) the keys must be counted at least once in "
         "each year, by two keepers;\n",
         ""},
        {DocumentKind::kOther,
         "1. The boxes are old, and the Clerk said so in March.\n\n2. That it "
         "needs to be stated at all, and more than stated, is a result of two "
         "letters that were sent to the store.\n\n3. A store could be built "
         "for all. Such a store should be of benefit to all who use it, and "
         "should also apply to boxes and to keys.\n",
         ""},
        {DocumentKind::kMinutes,
         "1. No key will leave a store until all have been counted.\n", ""}},
       &FindWeighed}};
  return kRules;
}

}  // namespace concord::extraction
