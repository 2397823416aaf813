// Relations by their verbs: a family of verbs a type, in three voices.
//
//   active   We repeat recommendation 4.   It replaces the version of March
//   2005. passive  Recommendation 5 is accordingly varied.   The note of 2000
//   was
//            superseded by the guide.
//   nominal  the successor to the 1998 plan
//
// Verbs that are said of many things ("repeat", "change", "return to") count
// only of a recommendation; verbs that are said of papers alone ("supersede")
// also of an earlier paper that the text does not name by its title. What is
// denied ("does not replace") or only asked for ("to endorse the report") is no
// relation.

#include <algorithm>
#include <array>
#include <memory>

#include "concord/base/unicode.h"
#include "extraction/in_span.h"
#include "extraction/statements/quantity.h"
#include "extraction/statements/relation_parts.h"

namespace concord::extraction {
namespace {

enum class Objects {
  kAny,              // works, recommendations, earlier papers
  kRecommendations,  // recommendations and sets of them
  kPapers,           // works and earlier papers, not recommendations
};

struct Family {
  std::string_view type;
  std::string_view rule;
  Objects objects = Objects::kAny;
  std::string_view active;   // with the preposition the verb takes
  std::string_view passive;  // participles; "" for none
  bool finite = false;       // only as a statement: not after "to", "should"
};

constexpr std::array<Family, 11> kFamilies = {{
    {"re-affirms", "relation.reaffirm", Objects::kAny,
     "re-?affirm(?:s|ed|ing)?|reiterat(?:e|es|ed|ing)|re-?stat(?:e|es|ed|ing)|"
     "re-?affirmation of",
     "re-?affirmed|reiterated|restated"},
    {"re-affirms", "relation.repeat", Objects::kRecommendations,
     "repeat(?:s|ed|ing)?|renew(?:s|ed|ing)?|stands? by|stood by|"
     "(?:hold|holds|held) to|"
     "uphold(?:s|ing)?|upheld|endors(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|"
     "echo(?:es|ed|ing)?|affirm(?:s|ed|ing)?",
     "affirmed|repeated|renewed|upheld|endorsed|confirmed|left standing", true},
    {"amends", "relation.amend", Objects::kAny,
     "amend(?:s|ed|ing)?|amendments? (?:to|of)", "amended|varied"},
    {"amends", "relation.vary", Objects::kRecommendations,
     "var(?:y|ies|ied|ying)|modif(?:y|ies|ied|ying)|revis(?:e|es|ed|ing)|"
     "reword(?:s|ed|ing)?|alter(?:s|ed|ing)?|chang(?:e|es|ed|ing)|"
     "withdraw(?:s|n|ing)?|withdrew|qualif(?:y|ies|ied|ying)|"
     "drop(?:s|ped|ping)?|extend(?:s|ed|ing)?|soften(?:s|ed)?|"
     "strengthen(?:s|ed)?|widen(?:s|ed)?|narrow(?:s|ed)?|shorten(?:s|ed)?|"
     "lengthen(?:s|ed)?|tighten(?:s|ed)?",
     "varied|modified|revised|reworded|altered|changed|withdrawn|qualified|"
     "dropped|extended|softened|strengthened|widened|narrowed|reworked",
     true},
    {"supersedes", "relation.supersede", Objects::kAny,
     "supersed(?:e|es|ed|ing)|replac(?:e|es|ed|ing)|tak(?:e|es|en|ing) the "
     "place of|took the place of|(?:put )?in place of|replacement (?:for|of)|"
     "successors? (?:to|of)|rescind(?:s|ed|ing)?|revok(?:e|es|ed|ing)",
     "superseded|replaced|rescinded|revoked|overtaken"},
    {"supersedes", "relation.withdraw", Objects::kPapers,
     "withdraw(?:s|n|ing)?|withdrew|cancel(?:s|led|ling)?|"
     "abandon(?:s|ed|ing)?|withdrawal of",
     "withdrawn|cancelled|abandoned"},
    {"revisits", "relation.revisit", Objects::kAny,
     "re-?visit(?:s|ed|ing)|(?:to|will|would|should) "
     "re-?visit|look(?:s|ed|ing)? again at|"
     "re-?examin(?:e|es|ed|ing)|re-?inspect(?:s|ed|ing)?|"
     "(?:return(?:s|ed|ing)?|went back|go(?:es|ing)? back|gone back) to",
     ""},
    {"follows-up", "relation.follow-up", Objects::kAny,
     "follow(?:s|ed|ing)?[ -]up(?: (?:to|on|of))?|follow(?:s|ed|ing)? on from|"
     "buil(?:d|ds|t|ding)(?:,[^,.;]{1,60},)? (?:up)?on|sequel "
     "to|continu(?:e|es|ed|ing) the work "
     "of|tak(?:e|es|ing) forward|took forward|(?:tak(?:e|es|ing)|took) up "
     "where|(?:grew|grows?|grown) out of",
     "followed up"},
    {"follows-up", "relation.series", Objects::kAny,
     "series (?:which|that) (?:began|started|opened) with", ""},
    {"implements", "relation.implement", Objects::kRecommendations,
     "implement(?:s|ed|ing|ation of)|meets?|gives? effect to|fulfils?|"
     "bring(?:s|ing)? in|discharg(?:es|ed|ing)",
     ""},
    {"revisits", "relation.second-look", Objects::kAny,
     "second (?:visit|look|inspection|review) (?:to|at|of)", ""},
}};

struct Compiled {
  std::unique_ptr<const Pattern> active;
  std::unique_ptr<const Pattern> passive;
};

const std::array<Compiled, kFamilies.size()>& CompiledFamilies() {
  static const auto* const kCompiled = [] {
    auto* compiled = new std::array<Compiled, kFamilies.size()>;
    for (std::size_t i = 0; i < kFamilies.size(); ++i) {
      (*compiled)[i].active = std::make_unique<const Pattern>(
          "(?i)\\b(" + std::string(kFamilies[i].active) + ")\\b");
      if (kFamilies[i].passive.empty()) continue;
      (*compiled)[i].passive = std::make_unique<const Pattern>(
          "\\b((?:is|are|was|were|be|been|stands?|remains?|(?:treated|shown|"
          "marked|regarded|recorded|counted|listed)(?: in the [a-z]+)? as)"
          "(?: (?:\\p{L}+ly|also|now|hereby|therefore|thus|in full|in part|"
          "again|since)){0,2} (?:" +
          std::string(kFamilies[i].passive) +
          ")(?: (?:in full|again|as it stands))?)\\b"
          "(?: by ([^,.;]{3,90}))?");
    }
    return compiled;
  }();
  return *kCompiled;
}

bool Denied(std::string_view text, TextSpan before) {
  static const Pattern kNot(
      "\\b(?:not|never|nor|neither|no longer|without|cannot|rather than|"
      "n['’]t)(?: \\p{L}+)?(?: be| been)? $");
  return kNot.Search(text, before).has_value();
}

bool OnlyAsked(std::string_view text, TextSpan before) {
  static const Pattern kGranted(
      "\\b(?:[Ww]e|I) (?:\\p{L}+ )?(?:content|prepared|willing|happy|ready|"
      "glad|agree|agreed) to $");
  if (kGranted.Search(text, before)) return false;
  static const Pattern kAsked(
      "\\b(?:to|should|shall|must|may|might|could|would|can|that (?:the|it|"
      "members?)(?: \\p{L}+)?) $");
  return kAsked.Search(text, before).has_value();
}

bool IsRecommendation(const Citation& citation) {
  return !citation.recommendation.empty();
}

bool Fits(Objects objects, bool recommendation) {
  if (objects == Objects::kAny) return true;
  return (objects == Objects::kRecommendations) == recommendation;
}

// Between a verb and a work that is its object at once.
bool StandsNext(const RelationPlace& place, std::uint32_t verb,
                std::uint32_t object) {
  static const Pattern kBetween(
      "^ (?:(?:of|again|in full|both|expressly|part of) )?"
      "(?:(?:the|its|our|their|her|his|all|that|this|those|these|an?|both) )"
      "{0,2}(?:\\p{Ll}[\\p{L}-]+ ){0,2}"
      "(?:(?:recommendations?|matters|findings|points|issues|report|work|"
      "provisions|proposals|conclusions|advice)"
      "(?: raised| made| set out| given)? (?:in|of|from|made in|by) )?"
      "(?:the |The )?(?:\\p{L}+ report,? )?[‘“\"']?$");
  return kBetween.Search(place.text, {verb, object}).has_value();
}

// "We stand by it", "I withdraw 13", "builds upon the first": an object that
// only what was said before can fill.
bool SetPointedObject(const RelationPlace& place, const Family& family,
                      std::uint32_t verb, TextSpan after,
                      StatedRelation* relation) {
  static const Pattern kFirstPerson("\\b(?:[Ww]e|I)(?: \\p{L}+){0,3} $");
  // "We are content to change "monthly" to ...": words of it.
  static const Pattern kWordsOfIt(
      "^ (?:[“‘\"']|the (?:date|period|figure|words?|wording|interval|target|"
      "time|limit|number)\\b)");
  static const Pattern kIt("^ (?:(?:it|them)\\b|that (?:to|by)\\b)");
  static const Pattern kNumber("^ ([0-9]{1,2})(?:[.,;:]|$| and | as )");
  static const Pattern kThat(
      "^ ((?:the|its|our|my|their) (?:first|earlier|previous|original|former)"
      "(?: one)?|that one)(?:[.,;:]|$| and )");
  // "Recommendation 4: we repeat it", "Recommendation 11 we repeat in full"
  static const Pattern kTopic("^[:,–-]? ?(?:we|I)(?: \\p{L}+ly)? $");
  static const Pattern kGoesOn(
      "^(?: (?:it|them|with|again|in full|as|and|but|without)\\b|[.,;:]|$)");
  const Citation* topic = CitedBefore(place, verb);
  if (topic != nullptr && !topic->recommendation.empty() &&
      family.objects != Objects::kPapers &&
      kTopic.Search(place.text, {topic->span.end, verb}) &&
      kGoesOn.Search(place.text, after)) {
    return SetCitedObject(topic, relation);
  }
  const bool ours =
      kFirstPerson.Search(place.text, {place.sentence.begin, verb}).has_value();
  if (ours && family.objects == Objects::kRecommendations &&
      (kIt.Search(place.text, after) ||
       (family.type == "amends" && kWordsOfIt.Search(place.text, after)))) {
    return SetCitedObject(RecommendationBefore(place), relation);
  }
  const auto number = kNumber.Search(place.text, after);
  if (ours && number && family.objects == Objects::kRecommendations) {
    relation->object = std::string(Slice(place.text, (*number)[1]));
    return true;
  }
  const auto that = kThat.Search(place.text, after);
  if (!that || family.objects == Objects::kRecommendations) return false;
  relation->object = std::string(Slice(place.text, (*that)[1]));
  const Citation* work = place.works->Original(place.sentence.begin, nullptr);
  if (work != nullptr) relation->object_work = work->title;
  return true;
}

bool SetActiveObject(const RelationPlace& place, const Family& family,
                     std::uint32_t verb_begin, std::uint32_t verb_end,
                     StatedRelation* relation) {
  const TextSpan after{verb_end, place.sentence.end};
  const Citation* cited = CitedAfter(place, verb_end);
  const bool next =
      cited != nullptr && StandsNext(place, verb_end, cited->span.begin);
  if (next) {
    return Fits(family.objects, IsRecommendation(*cited)) &&
           SetCitedObject(cited, relation);
  }
  static const Pattern kSetNext(WithNumbers(
      "^ (?:(?:the validity of|in full|again) )?(?:(?:the|all(?: the)?|every "
      "one of the|each of the) (?:\\p{Ll}+ )?#N#\\b|#N# of (?:them|these|"
      "those)\\b)(?: (?:original |earlier )?recommendations?\\b| (?:in|of|from|"
      "made in) the (?:original|first|earlier|previous)\\b| (?:in full|without|"
      "again|and)\\b|[,.;:)]|$)"));
  const Citation* subject = CitedBefore(place, verb_begin);
  if (family.objects != Objects::kPapers && family.type != "implements" &&
      kSetNext.Search(place.text, after)) {
    return SetBoundSet(place, after, subject, relation);
  }
  if (SetPointedObject(place, family, verb_begin, after, relation)) return true;
  const auto paper = EarlierPaperAt(place.text, after);
  if (!paper || !Fits(family.objects, paper->recommendation)) return false;
  // What was only proposed is amended by what is proposed in its place.
  static const Pattern kProposed("\\b(?:proposed|recommended|asked for) in ");
  if (family.type == "supersedes" &&
      kProposed.Search(place.text, paper->span)) {
    relation->type = "amends";
  }
  return SetEarlierPaper(place, *paper, relation);
}

// "The recommendation that the line be answered at every hour": begins the
// clause and goes up to the verb.
std::optional<TextSpan> ToldRecommendation(std::string_view text,
                                           TextSpan before) {
  static const Pattern kTold(
      "(?:^|[;:] )((?:The|That|This|Our|Its|Their|the|that|our|its|their)"
      "(?: \\p{L}+)? recommendation(?: (?:that|about|of|on|for) [^.;]{5,160}"
      ")?) (?:has |have |had )?$");
  const auto match = kTold.Search(text, before);
  return match ? std::optional((*match)[1]) : std::nullopt;
}

// "Circular 9, which ..., is wrong, and is cancelled", "The note of
// March said so; it is superseded": the paper that the sentence is about.
std::optional<TextSpan> PaperSpokenOf(const RelationPlace& place,
                                      std::uint32_t verb) {
  static const Pattern kPaper(
      "^((?:Issue|Version|Edition|Guidance Note|Circular|Standing Order|"
      "Minute|Code) \\p{N}[\\p{N}.]*|(?:The|Our|Its|My) (?:[\\p{Ll}’'-]+ )"
      "{0,2}?(?:note|circular|guidance|order|code|memorandum|instruction)"
      "(?: of (?:mine|ours|(?:\\p{Lu}\\p{L}+ )?(?:19|20)[0-9]{2})))[ ,]");
  static const Pattern kGoesOn("(?:; (?:it|this)|,? and|, which) $");
  if (!kGoesOn.Search(place.text, {place.sentence.begin, verb})) {
    return std::nullopt;
  }
  const auto paper = kPaper.Search(place.text, {place.sentence.begin, verb});
  return paper ? std::optional((*paper)[1]) : std::nullopt;
}

// A citation that ends where the passive verb begins; an apposition between
// two commas may stand between.
const Citation* CitedJustBefore(const RelationPlace& place,
                                std::uint32_t verb) {
  static const Pattern kGap(
      "^[’”\"']?(?:,[^.;]{1,120},)?(?: (?:has|have|had|which|that|(?:will|is "
      "to|are to|can|may) be))? $");
  const Citation* cited = CitedBefore(place, verb);
  if (cited == nullptr) return nullptr;
  return kGap.Search(place.text, {cited->span.end, verb}) ? cited : nullptr;
}

bool SetPassiveObject(const RelationPlace& place, const Family& family,
                      std::uint32_t verb, StatedRelation* relation) {
  const TextSpan before{place.sentence.begin, verb};
  if (const Citation* cited = CitedJustBefore(place, verb)) {
    return Fits(family.objects, IsRecommendation(*cited)) &&
           SetCitedObject(cited, relation);
  }
  if (family.objects != Objects::kPapers) {
    if (const auto told = ToldRecommendation(place.text, before)) {
      relation->object = std::string(Slice(place.text, *told));
      return true;
    }
    static const Pattern kSetLast(WithNumbers(
        "^(?:(?:The|All|All the) (?:\\p{Ll}+ )?#N# |#N# of (?:them|these) )"));
    if (kSetLast.Search(place.text, before)) {
      return SetBoundSet(place, before, nullptr, relation);
    }
  }
  if (family.type == "supersedes") {
    if (const auto spoken = PaperSpokenOf(place, verb)) {
      relation->object = std::string(Slice(place.text, *spoken));
      return true;
    }
  }
  const auto paper = EarlierPaperEnding(place.text, before);
  return paper && Fits(family.objects, paper->recommendation) &&
         SetEarlierPaper(place, *paper, relation);
}

void SetAgent(const RelationPlace& place, TextSpan agent,
              StatedRelation* relation) {
  if (Empty(agent)) return;
  for (const Citation& citation : BeginningIn(*place.citations, agent)) {
    if (!Contains(agent, citation.span)) continue;
    relation->subject = citation.printed;
    relation->subject_work = citation.title;
    return;
  }
  static const Pattern kName(
      "^((?:[^ ]+ ){0,7}?[^ ]+?)(?: (?:on|in|from|at|"
      "with|against|of [0-9]) .*)?$");
  const auto name = kName.Search(place.text, agent);
  relation->subject = std::string(Slice(place.text, name ? (*name)[1] : agent));
}

bool FindPassive(const RelationPlace& place, const Family& family,
                 const Pattern& pattern, std::vector<StatedRelation>* out) {
  const auto verb = pattern.Search(place.text, place.sentence);
  if (!verb) return false;
  StatedRelation relation = RelationAt(place, family.type, family.rule);
  if (!SetPassiveObject(place, family, (*verb)[1].begin, &relation)) {
    return false;
  }
  SetAgent(place, (*verb)[2], &relation);
  out->push_back(std::move(relation));
  return true;
}

bool FindActive(const RelationPlace& place, const Family& family,
                const Pattern& pattern, std::vector<StatedRelation>* out) {
  for (const MatchSpans& verb : pattern.SearchAll(place.text, place.sentence)) {
    const TextSpan before{place.sentence.begin, verb[1].begin};
    // "4. rescind its decision": asked of somebody, not stated.
    // "In place of recommendation 4, we ask ..." states it.
    static const Pattern kInPlace("^In place of$");
    const bool bare = Empty(Trim(place.text, before)) &&
                      !kInPlace.Search(place.text, verb[1]);
    if (bare || Denied(place.text, before)) continue;
    if (family.finite && OnlyAsked(place.text, before)) continue;
    StatedRelation relation = RelationAt(place, family.type, family.rule);
    if (!SetActiveObject(place, family, verb[1].begin, verb[1].end,
                         &relation)) {
      continue;
    }
    SetSubject(place, verb[1].begin, &relation);
    // "Recommendation 4 we repeat", "It was resolved to rescind": by whom is
    // not said.
    static const Pattern kResolved("^(?i:(?:it was )?resolved)$");
    if (relation.subject == relation.object ||
        kResolved.Matches(relation.subject)) {
      relation.subject.clear();
      relation.subject_work.clear();
    }
    out->push_back(std::move(relation));
    return true;
  }
  return false;
}

bool Told(const std::vector<StatedRelation>& relations,
          const RelationPlace& place, std::string_view type) {
  return std::any_of(relations.rbegin(), relations.rend(),
                     [&](const StatedRelation& item) {
                       return item.type == type && item.span == place.sentence;
                     });
}

// In minutes a recommendation by its number is the paper's that lies before the
// meeting: moving an amendment to it states nothing about reports.
void DropMotions(const RelationPlace& place, std::size_t first,
                 std::vector<StatedRelation>* out) {
  if (place.kind != DocumentKind::kMinutes) return;
  static const Pattern kRecommendation("(?i)\\brecommendation");
  out->erase(std::remove_if(out->begin() + static_cast<std::ptrdiff_t>(first),
                            out->end(),
                            [&](const StatedRelation& relation) {
                              return kRecommendation.Matches(relation.object);
                            }),
             out->end());
}

// "Recommendation 7 is withdrawn. In its place we make recommendation 12": it
// is superseded, and not amended too.
void FindInItsPlace(const RelationPlace& place,
                    std::vector<StatedRelation>* out) {
  static const Pattern kInItsPlace(
      "\\b[Ii]n (?:its|their) (?:place,? (?:we|I|the \\p{L}+|it|they)\\b|"
      "stead\\b)|\\b(?:put|set|adopted|made) in (?:its|their) place\\b|"
      "^(?:Recommendation|Number) [^.;]{1,30} takes? (?:its|their) place\\b");
  if (!kInItsPlace.Search(place.text, place.sentence) ||
      Told(*out, place, "supersedes")) {
    return;
  }
  StatedRelation relation =
      RelationAt(place, "supersedes", "relation.supersede");
  if (!SetCitedObject(RecommendationBefore(place), &relation)) return;
  std::erase_if(*out, [&](const StatedRelation& other) {
    const bool same = other.object == relation.object ||
                      other.object_work.empty() || other.span == place.sentence;
    return other.type == "amends" && same &&
           Contains(place.passage, other.span);
  });
  out->push_back(std::move(relation));
}

}  // namespace

void FindByVerbs(const RelationPlace& place, std::vector<StatedRelation>* out) {
  const std::size_t first = out->size();
  for (std::size_t i = 0; i < kFamilies.size(); ++i) {
    const Family& family = kFamilies[i];
    if (Told(*out, place, family.type)) continue;
    const Compiled& compiled = CompiledFamilies()[i];
    const bool passive = compiled.passive != nullptr &&
                         FindPassive(place, family, *compiled.passive, out);
    if (!passive) FindActive(place, family, *compiled.active, out);
  }
  DropMotions(place, first, out);
  FindInItsPlace(place, out);
}

// "In May we went back to the same six stations": to what was seen before.
void FindReturns(const RelationPlace& place, std::vector<StatedRelation>* out) {
  static const Pattern kReturn(
      "(?i)\\b(?:returned|went back|gone back|came back|revisited|"
      "re-visited)\\b[^.;]{0,80}?\\b(?:the same|again|seen in|seen before|"
      "visited (?:before|earlier|previously|in|the (?:first|last) time)|"
      "inspected (?:before|in)|to (?:some|one|two|three|four|five|six|seven|"
      "eight|nine|ten|half|most) of (?:the|those|our))\\b");
  if (Told(*out, place, "revisits") || place.kind == DocumentKind::kMinutes) {
    return;
  }
  const auto match = kReturn.Search(place.text, place.sentence);
  if (!match) return;
  StatedRelation relation = RelationAt(place, "revisits", "relation.return");
  const Citation* work =
      place.works->NearestBefore({0, place.sentence.end}, (*match)[0].begin);
  if (work == nullptr && place.kind == DocumentKind::kInspection) {
    work = place.works->FirstIn(
        {0, static_cast<std::uint32_t>(place.text.size())});
  }
  if (!SetCitedObject(work, &relation)) {
    relation.object = std::string(Slice(place.text, (*match)[0]));
  }
  out->push_back(std::move(relation));
}

}  // namespace concord::extraction
