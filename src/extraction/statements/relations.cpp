// What the text says one work does to another.
//
// A relation is a verb between two works: "re-affirmed the validity of the 20
// in the original report", "would revisit the recommendations from X", "one
// response to the three X reports". The subject is the work named before the
// verb, else the body that acts; the object the work after it, or a bound set
// ("the 20 in the original report") with its number. No object, no relation.
// The quotation is the sentence, as it stands.

#include <algorithm>
#include <optional>
#include <set>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/agents.h"
#include "extraction/citations/mention.h"
#include "extraction/passages.h"
#include "extraction/statements/quantity.h"
#include "extraction/statements/scope_sentence.h"
#include "extraction/statements/works_meant.h"

namespace concord::extraction {
namespace {

struct Place {
  std::string_view text;
  TextSpan passage;
  TextSpan sentence;
  const WorksMeant* works = nullptr;
  const std::vector<Citation>* citations = nullptr;
};

StatedRelation RelationAt(const Place& place, std::string_view type,
                          std::string_view rule) {
  StatedRelation relation;
  static_cast<Item&>(relation) =
      ItemAt(place.sentence, RuleNamed(RelationRules(), rule));
  relation.type = std::string(type);
  relation.quote = std::string(Slice(place.text, place.sentence));
  return relation;
}

// The first citation of the sentence that begins at or after `from`.
const Citation* CitedAfter(const Place& place, std::uint32_t from) {
  for (const Citation& citation : *place.citations) {
    const bool after =
        citation.span.begin >= from && citation.span.end <= place.sentence.end;
    if (after && citation.rule != "citation.series-member") return &citation;
  }
  return nullptr;
}

const Citation* CitedBefore(const Place& place, std::uint32_t until) {
  const Citation* last = nullptr;
  for (const Citation& citation : *place.citations) {
    if (citation.span.begin >= place.sentence.begin &&
        citation.span.end <= until &&
        citation.rule != "citation.series-member") {
      last = &citation;
    }
  }
  return last;
}

// The body before the verb or its auxiliary, else the few words that open the
// sentence ("Putting People First supersedes ...").
std::string ActorBefore(const Place& place, std::uint32_t verb) {
  static const Pattern kAuxiliary(
      "\\b(?:would|will|shall|should|may|has|have|had|is|are|was|were|to|"
      "undertook|undertakes)(?: to)? $");
  static const Pattern kOpening("^(?:[^ ,.;:]+ ){1,8}$");
  std::uint32_t at = verb;
  while (const auto auxiliary =
             kAuxiliary.Search(place.text, {place.sentence.begin, at})) {
    at = (*auxiliary)[0].begin;
  }
  if (const auto agent = SubjectBefore(place.text, place.sentence, at)) {
    return std::string(Slice(place.text, agent->name));
  }
  const TextSpan opening{place.sentence.begin, at};
  if (!kOpening.Search(place.text, opening)) return {};
  return std::string(Slice(place.text, Trim(place.text, opening)));
}

void SetSubject(const Place& place, std::uint32_t verb,
                StatedRelation* relation) {
  if (const Citation* work = CitedBefore(place, verb)) {
    relation->subject = work->printed;
    relation->subject_work = work->title;
    return;
  }
  static const std::set<std::string_view> kPronouns = {"it", "this", "they",
                                                       "he", "she",  "which"};
  relation->subject = ActorBefore(place, verb);
  if (kPronouns.contains(Fold(relation->subject))) relation->subject.clear();
}

// "the 20 in the original report", "all 20 recommendations of the earlier
// report": [1] the words, [2] the number, [3] which report.
const Pattern& BoundSet() {
  static const Pattern kSet(WithNumbers(
      "((?:[Tt]he|[Aa]ll(?: the)?) (#N#)(?: recommendations)?"
      "(?: (?:in|of|from|made in) the (original|first|earlier|previous) "
      "(?:report|review|inspection))?)(?:[^\\p{L}]|$)"));
  return kSet;
}

bool SetBoundSet(const Place& place, TextSpan within, const Citation* subject,
                 StatedRelation* relation) {
  const auto match = BoundSet().Search(place.text, within);
  if (!match) return false;
  relation->object = std::string(Slice(place.text, (*match)[1]));
  relation->object_count = NumberWord(Slice(place.text, (*match)[2]));
  const Citation* joined = place.works->JoinedAfter((*match)[1].end);
  if (joined == nullptr) {
    joined = place.works->Original(place.sentence.begin, subject);
  }
  if (joined != nullptr) relation->object_work = joined->title;
  return relation->object_count > 0;
}

bool SetCitedObject(const Citation* work, StatedRelation* relation) {
  if (work == nullptr) return false;
  relation->object = work->printed;
  relation->object_work = work->title;
  return true;
}

// "re-affirmed the validity of the 20 ..."; "The 20 ... are re-affirmed".
void FindReaffirmed(const Place& place, std::vector<StatedRelation>* out) {
  static const Pattern kVerb(
      "(?i)\\b((?:(?:is|are|was|were|be|been) )?re-?affirm(?:s|ed|ing)?)\\b");
  const auto verb = kVerb.Search(place.text, place.sentence);
  if (!verb) return;
  StatedRelation relation =
      RelationAt(place, "re-affirms", "relation.reaffirm");
  const std::string_view words = Slice(place.text, (*verb)[1]);
  const bool passive = words.find(' ') != std::string_view::npos;
  const TextSpan before{place.sentence.begin, (*verb)[1].begin};
  const TextSpan after{(*verb)[1].end, place.sentence.end};
  if (!passive) SetSubject(place, (*verb)[1].begin, &relation);
  const Citation* subject =
      passive ? nullptr : CitedBefore(place, (*verb)[1].begin);
  if (SetBoundSet(place, passive ? before : after, subject, &relation) ||
      SetCitedObject(passive ? CitedBefore(place, before.end)
                             : CitedAfter(place, after.begin),
                     &relation)) {
    out->push_back(std::move(relation));
  }
}

struct VerbRule {
  std::string_view type;
  std::string_view rule;
  std::string_view expression;  // group 1 is the verb
  bool next_to_object = false;  // the work follows the verb at once
};

// Between a verb and a work that is its object at once.
bool StandsNext(const Place& place, std::uint32_t verb, TextSpan object) {
  static const Pattern kBetween(
      "^ (?:of )?(?:\\p{L}+ )?(?:the )?(?:(?:recommendations?|matters|findings|"
      "points|issues|report|provisions)(?: raised| made)? (?:in|of|from|made "
      "in|"
      "by) )?(?:the )?[‘“\"']?$");
  return kBetween.Search(place.text, {verb, object.begin}).has_value();
}

void FindByVerb(const Place& place, std::vector<StatedRelation>* out) {
  static const VerbRule kRules[] = {
      {"revisits", "relation.revisit",
       "(?i)\\b(revisit(?:s|ed|ing)?|look(?:s|ed)? again at)\\b", true},
      {"supersedes", "relation.supersede",
       "(?i)\\b(supersed(?:es|ed)|replac(?:es|ed)|(?:put )?in place "
       "of)\\b",
       true},
      {"amends", "relation.amend", "(?i)\\b(amend(?:s|ed))\\b", true},
      {"implements", "relation.implement",
       "(?i)\\b(implement(?:s|ed|ing|ation of)|meets?|gives? effect "
       "to|fulfils?|"
       "bring(?:s|ing)? in)\\b",
       true},
      {"follows-up", "relation.follow-up",
       "(?i)\\b(follow(?:s|ed|ing)?[ -]up(?: (?:to|on|of))?)\\b", true},
  };
  static const std::vector<std::unique_ptr<Pattern>> kPatterns = [] {
    std::vector<std::unique_ptr<Pattern>> patterns;
    for (const VerbRule& rule : kRules) {
      patterns.push_back(std::make_unique<Pattern>(rule.expression));
    }
    return patterns;
  }();
  for (std::size_t i = 0; i < kPatterns.size(); ++i) {
    const auto verb = kPatterns[i]->Search(place.text, place.sentence);
    if (!verb) continue;
    const Citation* object = CitedAfter(place, (*verb)[1].end);
    if (object == nullptr || !StandsNext(place, (*verb)[1].end, object->span)) {
      continue;
    }
    const bool single = !object->recommendation.empty();
    if (kRules[i].type == "implements" && !single) continue;
    StatedRelation relation = RelationAt(place, kRules[i].type, kRules[i].rule);
    SetSubject(place, (*verb)[1].begin, &relation);
    SetCitedObject(object, &relation);
    out->push_back(std::move(relation));
  }
}

// "A follow-up inspection, conducted during 1998, found ...": of the work that
// was spoken of before.
void FindFollowUpInspection(const Place& place,
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
void FindResponse(const Place& place, std::vector<StatedRelation>* out) {
  static const Pattern kTo(
      "(?i)\\b((?:\\p{L}+ ){0,2}(?:response|reply)) to "
      "(?:all |both )?(?:the |The )?$");
  static const Pattern kNumber(WithNumbers("^(#N#) "));
  const std::string_view sentence = Slice(place.text, place.sentence);
  for (const Citation& citation : *place.citations) {
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
void FindAlias(const Place& place, std::vector<StatedRelation>* out) {
  static const Pattern kKnownAs(
      "^,? (?:which is )?(?:also |better |now |otherwise |formerly )?known as "
      "(?:the )?[‘“\"']?$");
  static const Pattern kPhase(
      "((?:[Tt]he )?(?:first|second|third|fourth) (?:phase|stage|part|edition)"
      " of [^.;:]{3,80}? \\p{L}{4,})[ ,:]*[‘“\"']?$");
  const Citation* before = nullptr;
  for (const Citation& citation : *place.citations) {
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
void FindPart(const Place& place, std::vector<StatedRelation>* out) {
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
void FindAdopted(const Place& place, std::vector<StatedRelation>* out) {
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

const std::vector<StageRule>& RelationRules() {
  using enum DocumentKind;
  static const std::vector<StageRule> kRules = {
      {"relation.reaffirm", 0.9, {}},     {"relation.revisit", 0.85, {}},
      {"relation.supersede", 0.75, {}},   {"relation.amend", 0.75, {}},
      {"relation.implement", 0.75, {}},   {"relation.follow-up", 0.7, {}},
      {"relation.one-response", 0.9, {}}, {"relation.alias", 0.7, {}},
      {"relation.part", 0.8, {}},         {"relation.adopt", 0.7, {}},
  };
  return kRules;
}

std::vector<StatedRelation> FindRelations(
    const document::Document& document, const Header&,
    const std::vector<Citation>& citations) {
  const WorksMeant works(document.text, citations);
  std::vector<StatedRelation> relations;
  for (const Passage& passage : Passages(document)) {
    if (passage.background) continue;
    for (const TextSpan sentence : Sentences(document.text, passage.span)) {
      const Place place{document.text, passage.span, sentence, &works,
                        &citations};
      FindReaffirmed(place, &relations);
      FindByVerb(place, &relations);
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
