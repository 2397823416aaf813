// Relations that whole phrases state, where no verb stands between two works.
//
//   "We affirm it again, with one change"               amends what it affirms
//   "which is no more than was asked in 2001"           re-affirms that report
//   "This plan is concerned with the eleven which ..."  implements them
//   "This review was set up after the Keys Inquiry"     follows it up
//   "proposes an answer to each of its recommendations" responds to the report
//   refused: "with one voice", "no more than was spent in 2001", "This plan is
//   in eleven parts", "after the summer"
//
// The object is the work or the recommendation spoken of before; where none
// was, nothing is stated.

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/statements/quantity.h"
#include "extraction/statements/relation_parts.h"

namespace concord::extraction {
namespace {

// "I put it forward again in a narrower form".
void FindChangedForm(const RelationPlace& place,
                     std::vector<StatedRelation>* out) {
  static const Pattern kForm(
      "\\b(?:it|them|this|that)\\b[^.;]{0,40}?(?:\\bin an? (?:(?:\\p{L}+ly|"
      "rather|somewhat|slightly) )?(?:narrower|wider|broader|stronger|weaker|"
      "shorter|longer|simpler|milder|stricter|different|altered|changed|"
      "amended|revised|modified|reduced|new) form\\b|,? with (?:one|two|three|"
      "an?|some|small|minor|this|these) (?:\\p{L}+ )?(?:change|amendment|"
      "alteration|modification|difference|addition)s?\\b)");
  static const Pattern kAgain(
      "\\b(?:affirm|repeat|renew|make|made|put|offer|restate|reiterate|endorse|"
      "recommend|propose|keep|retain)[a-z]*\\b");
  const auto form = kForm.Search(place.text, place.sentence);
  if (!form ||
      !kAgain.Search(place.text, {place.sentence.begin, (*form)[0].end})) {
    return;
  }
  StatedRelation relation = RelationAt(place, "amends", "relation.form");
  if (SetCitedObject(RecommendationBefore(place), &relation)) {
    out->push_back(std::move(relation));
  }
}

// "..., which is no more than was asked in 2001", "as was recommended in 1999".
void FindAskedBefore(const RelationPlace& place,
                     std::vector<StatedRelation>* out) {
  static const Pattern kAsked(
      "\\b(?:no more than|only what|just what|the same as|as|what) (?:was|were|"
      "we|it|they|what was) (?:(?:also|already|first|previously) )?(?:asked|"
      "recommended|proposed|called)(?: for)?(?: by [^,.;]{3,60}?)?,? (?:back )?"
      "in ((?:19|20)[0-9]{2})\\b");
  const auto asked = kAsked.Search(place.text, place.sentence);
  if (!asked) return;
  const Citation* work = place.works->OfYear(Slice(place.text, (*asked)[1]));
  StatedRelation relation =
      RelationAt(place, "re-affirms", "relation.asked-before");
  if (SetCitedObject(work, &relation)) out->push_back(std::move(relation));
}

// "This plan is concerned with the eleven which are for the Constabulary".
void FindPlanOf(const RelationPlace& place, std::vector<StatedRelation>* out) {
  static const Pattern kPlan(WithNumbers(
      "^(?:This|The|Our) (?:\\p{L}+ )?(?:plan|programme|strategy) (?:is "
      "concerned with|is about|carries out|gives effect to|puts into (?:effect|"
      "practice)|sets out (?:how|what)[^.;]{0,40}? (?:for|with)|delivers|"
      "implements|takes forward|is for) ((?:only )?(?:the|all|those|all the) "
      "(?:other |remaining )?(#N#))(?: of (?:them|these|those|its)| which| "
      "that| "
      "recommendations?| for|[,.])"));
  // "This plan gives effect to the recommendations which bind the Clerk."
  static const Pattern kThose(
      "^(?:This|Our) (?:\\p{L}+ )?plan (?:carries out|gives effect to|"
      "implements|takes forward|delivers|answers) ((?:the|those|all the) "
      "recommendations)() (?:which|that|of|for|made|in)\\b");
  auto plan = kPlan.Search(place.text, place.sentence);
  if (!plan) plan = kThose.Search(place.text, place.sentence);
  if (!plan) return;
  StatedRelation relation = RelationAt(place, "implements", "relation.plan-of");
  const Citation* work =
      place.works->NearestBefore({0, place.sentence.end}, (*plan)[1].begin);
  if (!SetCitedObject(work, &relation)) return;
  if (!Empty((*plan)[2])) {
    relation.object_count = NumberWord(Slice(place.text, (*plan)[2]));
  }
  out->push_back(std::move(relation));
}

// "This inspection was brought forward ... after the Keys Inquiry reported".
void FindPromptedBy(const RelationPlace& place,
                    std::vector<StatedRelation>* out) {
  static const Pattern kPrompted(
      "^(?:This|The present|Our|My) (?:\\p{L}+ ){0,2}?(?:inspection|review|"
      "report|inquiry|scrutiny|study|audit|panel|visit|investigation)\\b"
      "[^.;]{0,20}\\b(?:brought forward|set "
      "up|commissioned|ordered|begun|began|"
      "undertaken|established|requested|carried out|made|held|arose|prompted|"
      "grew|asked for|announced)\\b[^.;]{0,100}?\\b(?:after|following|in the "
      "wake of|as a result of|because of|by|in the light of|from|out of) "
      "(?:the (?:publication of )?(?:the )?|The )?$");
  for (const Citation& citation :
       BeginningIn(*place.citations, place.sentence)) {
    if (!Contains(place.sentence, citation.span)) continue;
    if (citation.kind == WorkKind::kAct) continue;
    if (!kPrompted.Search(place.text,
                          {place.sentence.begin, citation.span.begin})) {
      continue;
    }
    StatedRelation relation =
        RelationAt(place, "follows-up", "relation.prompted-by");
    if (SetCitedObject(&citation, &relation)) {
      out->push_back(std::move(relation));
    }
    return;
  }
}

// The work that the words "its recommendations" of a paper mean.
const Citation* WorkAnswered(const RelationPlace& place) {
  for (const Citation& citation :
       BeginningIn(*place.citations, place.sentence)) {
    if (Contains(place.sentence, citation.span) && !citation.title.empty()) {
      return &citation;
    }
  }
  for (const Citation& citation : *place.citations) {
    const bool report = citation.kind == WorkKind::kReport ||
                        citation.kind == WorkKind::kInquiry ||
                        citation.kind == WorkKind::kOther;
    if (citation.role == CitationRole::kSubject && report) return &citation;
  }
  const Citation* near =
      place.works->NearestBefore({0, place.sentence.end}, place.sentence.begin);
  return near != nullptr
             ? near
             : place.works->FirstIn(
                   {0, static_cast<std::uint32_t>(place.text.size())});
}

// A paper that lays an answer before its committee.
void FindAnswerLaid(const RelationPlace& place,
                    std::vector<StatedRelation>* out) {
  static const Pattern kLaid(
      "^(?:This|The) (?:paper|report|note)[^.;]{0,30}? (?:proposes|sets out|"
      "suggests|offers|contains|recommends|attaches|presents|brings|puts|gives|"
      "seeks approval (?:of|for)) [^.;]{0,40}?\\b(answer|response|reply) to "
      "(?:each|all|every|both|its|their|the|these|those)\\b[^.;]{0,40}?"
      "\\brecommendations?\\b");
  static const Pattern kEndorsed(
      "(?:^|[\\s;:])(?i:endorses?|approves?|adopts?|agrees?) (?:the|its|a) "
      "((?:proposed|draft|suggested|recommended) "
      "(?:response|reply|answer))\\b");
  if (place.kind != DocumentKind::kReport) return;
  auto match = kLaid.Search(place.text, place.sentence);
  if (!match) match = kEndorsed.Search(place.text, place.sentence);
  if (!match) return;
  StatedRelation relation =
      RelationAt(place, "responds-to", "relation.answer-laid");
  if (SetCitedObject(WorkAnswered(place), &relation)) {
    out->push_back(std::move(relation));
  }
}

// "R5.2 stands as it is": what was recommended before is upheld.
void FindStands(const RelationPlace& place, std::vector<StatedRelation>* out) {
  static const Pattern kStands(
      "^ (?:still |therefore )?stands?(?:$|[.,;:]| as | in full| unchanged| "
      "unaltered| word )");
  for (const Citation& citation :
       BeginningIn(*place.citations, place.sentence)) {
    if (citation.recommendation.empty() ||
        !kStands.Search(place.text, {citation.span.end, place.sentence.end})) {
      continue;
    }
    StatedRelation relation =
        RelationAt(place, "re-affirms", "relation.stands");
    if (SetCitedObject(&citation, &relation)) {
      out->push_back(std::move(relation));
    }
    return;
  }
}

// "Agree recommendations 1 to 6", "That those recommendations of X which ... be
// accepted": a paper by which its committee answers them.
void FindAnswering(const RelationPlace& place,
                   std::vector<StatedRelation>* out) {
  static const Pattern kAnswers(
      "^(?:That )?(?:[Mm]embers (?:are asked )?)?(?:not )?(?:to )?(?i:agree|"
      "accept|adopt|reject|decline)(?: to)? recommendations? "
      "(?:[0-9]|[A-Z]\\b)|"
      "^[Tt]hat (?:those|the|all) recommendations of [^.;]{3,120} be "
      "(?:accepted|"
      "agreed|adopted|rejected)\\b");
  if (place.kind != DocumentKind::kReport ||
      !kAnswers.Search(place.text, place.sentence)) {
    return;
  }
  for (const StatedRelation& relation : *out) {
    if (relation.type == "responds-to") return;
  }
  StatedRelation relation =
      RelationAt(place, "responds-to", "relation.answering");
  if (SetCitedObject(WorkAnswered(place), &relation)) {
    out->push_back(std::move(relation));
  }
}

bool Told(const std::vector<StatedRelation>& relations, TextSpan sentence,
          std::string_view type) {
  for (const StatedRelation& relation : relations) {
    if (relation.type == type && relation.span == sentence) return true;
  }
  return false;
}

}  // namespace

void FindByPhrases(const RelationPlace& place,
                   std::vector<StatedRelation>* out) {
  std::vector<StatedRelation> found;
  FindChangedForm(place, &found);
  FindAskedBefore(place, &found);
  FindPlanOf(place, &found);
  FindPromptedBy(place, &found);
  FindAnswerLaid(place, &found);
  FindStands(place, &found);
  FindAnswering(place, &found);
  for (StatedRelation& relation : found) {
    if (Told(*out, place.sentence, relation.type)) continue;
    out->push_back(std::move(relation));
  }
}

}  // namespace concord::extraction
