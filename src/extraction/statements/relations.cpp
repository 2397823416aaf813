// What the text says one work does to another.
//
// A relation is a verb between two works: "re-affirmed the validity of the 20
// in the original report", "would revisit the recommendations from X", "one
// response to the three X reports". The subject is the work named before the
// verb, else the body that acts; the object the work after it, or a bound set
// ("the 20 in the original report") with its number. No object, no relation.
// The quotation is the sentence, as it stands.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/in_span.h"
#include "extraction/passages.h"
#include "extraction/reading.h"
#include "extraction/statements/quantity.h"
#include "extraction/statements/relation_parts.h"
#include "extraction/statements/scope_sentence.h"
#include "extraction/statements/works_meant.h"

namespace concord::extraction {
namespace {

// "A follow-up inspection, conducted during 1998, found ...": of the work that
// was spoken of before.
void FindFollowUpInspection(const RelationPlace& place,
                            std::vector<StatedRelation>* out) {
  static const Pattern kFollowUp(
      "^((?:[Aa]|[Tt]he|[Aa]nother) follow-up (?:inspection|review|report|"
      "scrutiny|visit))\\b");
  const auto match = kFollowUp.Search(place.text, place.sentence);
  if (!match) return;
  StatedRelation relation =
      RelationAt(place, "follows-up", "relation.follow-up");
  relation.subject = std::string(Slice(place.text, (*match)[1]));
  if (SetCitedObject(
          place.works->NearestBefore(place.passage, place.sentence.begin),
          &relation)) {
    out->push_back(std::move(relation));
  }
}

// One response for several reports.
void FindResponse(const RelationPlace& place,
                  std::vector<StatedRelation>* out) {
  static const Pattern kTo(
      "(?i)\\b((?:\\p{L}+ ){0,2}(?:response|reply)) to "
      "(?:all |both )?(?:the |The )?$");
  static const Pattern kNumber(WithNumbers("^(#N#) "));
  const std::string_view sentence = Slice(place.text, place.sentence);
  for (const Citation& citation :
       BeginningIn(*place.citations, place.sentence)) {
    if (!Contains(place.sentence, citation.span)) continue;
    if (citation.rule == "citation.series-member") continue;
    const auto number = kNumber.Search(citation.printed);
    const auto direct =
        kTo.Search(place.text, {place.sentence.begin, citation.span.begin});
    const bool several = citation.series && number.has_value();
    if (!StatesOneResponse(sentence) && !(direct && several)) continue;
    StatedRelation relation =
        RelationAt(place, "responds-to", "relation.one-response");
    if (direct) {
      relation.subject = std::string(Slice(place.text, (*direct)[1]));
    } else {
      static const Pattern kResponse(
          "(?i)\\b((?:one|a single|a consolidated|a comprehensive|a combined)"
          "(?: (?:and )?\\p{L}+){0,4} (?:response|reply))\\b");
      const auto response = kResponse.Search(place.text, place.sentence);
      if (response) {
        relation.subject = std::string(Slice(place.text, (*response)[1]));
      }
    }
    SetCitedObject(&citation, &relation);
    if (number) {
      relation.object_count = NumberWord(Slice(citation.printed, (*number)[1]));
    }
    out->push_back(std::move(relation));
  }
}

// "Standing By You II, better known as X"; "The second phase of the strategy
// X": two names of one work, as far as the words go.
void FindAlias(const RelationPlace& place, std::vector<StatedRelation>* out) {
  static const Pattern kKnownAs(
      "^,? (?:which is )?(?:also |better |now |otherwise |formerly )?known as "
      "(?:the )?[‘“\"']?$");
  static const Pattern kPhase(
      "((?:[Tt]he )?(?:first|second|third|fourth) (?:phase|stage|part|edition)"
      " of [^.;:]{3,80}? \\p{L}{4,})[ ,:]*[‘“\"']?$");
  const Citation* before = nullptr;
  for (const Citation& citation :
       BeginningIn(*place.citations, place.sentence)) {
    if (!Contains(place.sentence, citation.span)) continue;
    StatedRelation relation = RelationAt(place, "alias-of", "relation.alias");
    relation.subject = citation.printed;
    relation.subject_work = citation.title;
    if (before != nullptr && before->span.end <= citation.span.begin &&
        kKnownAs.Search(place.text, {before->span.end, citation.span.begin})) {
      SetCitedObject(before, &relation);
      out->push_back(relation);
    } else if (const auto phase = kPhase.Search(
                   place.text, {place.sentence.begin, citation.span.begin})) {
      relation.object = std::string(Slice(place.text, (*phase)[1]));
      out->push_back(relation);
    }
    before = &citation;
  }
}

// "X was published in January, with Part One addressing training".
void FindPart(const RelationPlace& place, std::vector<StatedRelation>* out) {
  static const Pattern kPart(
      "(?:\\bwith |^)((?:Part|Volume|Section|Chapter) (?:One|Two|Three|Four|"
      "[0-9]+|[IVX]+)) (?:addressing|dealing|covering|deals|dealt|addresses|"
      "addressed|covers|covered|concerns|concerned)\\b");
  const auto part = kPart.Search(place.text, place.sentence);
  if (!part) return;
  const Citation* whole = CitedBefore(place, (*part)[1].begin);
  if (whole == nullptr) {
    whole = place.works->NearestBefore(place.passage, place.sentence.begin);
  }
  StatedRelation relation = RelationAt(place, "part-of", "relation.part");
  relation.subject = std::string(Slice(place.text, (*part)[1]));
  if (SetCitedObject(whole, &relation)) out->push_back(std::move(relation));
}

// "the X strategy, which has been adopted by Y as the national strategy".
void FindAdopted(const RelationPlace& place, std::vector<StatedRelation>* out) {
  static const Pattern kAdopted(
      "(?:including |^)(?:the )?([^,.;]{4,80}),? (?:which "
      ")?(?:has|have|was|were)"
      "(?: since| now)?(?: been)? adopted by (?:the )?([^,.;]{2,60}?) as "
      "(?:the|a|its) ");
  const auto match = kAdopted.Search(place.text, place.sentence);
  if (!match) return;
  StatedRelation relation = RelationAt(place, "adopts", "relation.adopt");
  relation.subject = std::string(Slice(place.text, (*match)[2]));
  relation.object =
      std::string(Slice(place.text, Trim(place.text, (*match)[1])));
  out->push_back(std::move(relation));
}

}  // namespace

std::vector<StatedRelation> FindRelations(
    const document::Document& document, const Header& header,
    const std::vector<Citation>& citations) {
  const WorksMeant works(document.text, citations);
  std::vector<StatedRelation> relations;
  for (const Passage& passage : Passages(document)) {
    // "Report 5 of ... puts before members the response to ..." is a sentence.
    const bool prose = Slice(document.text, passage.span).ends_with('.');
    const bool headline =
        passage.kind == document::BlockKind::kTitle ||
        passage.kind == document::BlockKind::kHeading ||
        (passage.kind == document::BlockKind::kHeaderLine && !prose);
    if (passage.background || headline) continue;
    for (const TextSpan sentence : SentencesIn(document.text, passage.span)) {
      const RelationPlace place{document.text, passage.span, sentence,
                                &works,        &citations,   header.kind};
      FindByVerbs(place, &relations);
      FindByPhrases(place, &relations);
      FindReturns(place, &relations);
      FindFollowUpInspection(place, &relations);
      FindResponse(place, &relations);
      FindAlias(place, &relations);
      FindPart(place, &relations);
      FindAdopted(place, &relations);
    }
  }
  return relations;
}

}  // namespace concord::extraction
