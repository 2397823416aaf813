#include "extraction/statements/relation_parts.h"
#include "extraction/in_span.h"

#include <set>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/statements/quantity.h"

namespace concord::extraction {
namespace {

// "The Authority" of "The Authority accordingly RESOLVED"; nothing of what
// names nobody: "I would put the following", "The guide brings to an end a".
std::string NameIn(std::string_view opening) {
  static const Pattern kTail(
      "((?: (?:accordingly|therefore|then|thus|hereby|also|now|further|"
      "unanimously|RESOLVED|[Rr]esolved|AGREED|[Aa]greed|decided))+)$");
  static const Pattern kNoName(
      "^(?:(?i:I|we|he|she|they|it|there|that|this|which|who|in|on|at|by|for|"
      "if|"
      "when|as|accordingly|therefore)\\b)|"
      "\\b(?:an?|the|its|their|our|his|her|my|to|of|for|in|on|with|and|or|"
      "would|"
      "will|should|may|must|can|RESOLVED|AGREED|following)$");
  static const Pattern kCopula("( (?:is|are|was|were)(?: (?:the|an?|its))?)$");
  if (const auto tail = kCopula.Search(opening)) {
    opening = opening.substr(0, (*tail)[1].begin);
  }
  if (const auto tail = kTail.Search(opening)) {
    opening = opening.substr(0, (*tail)[1].begin);
  }
  return kNoName.Matches(opening) ? std::string() : std::string(opening);
}

// The body before the verb or its auxiliary, else the few words that open the
// sentence ("Putting People First supersedes ...").
std::string ActorBefore(const RelationPlace& place, std::uint32_t verb) {
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
  return NameIn(Slice(place.text, Trim(place.text, opening)));
}

bool IsItself(std::string_view subject) {
  static const std::set<std::string_view> kItself = {
      "it",          "this",          "they",       "he",
      "she",         "which",         "we",         "i",
      "this report", "this review",   "this paper", "this inspection",
      "this plan",   "this strategy", "the panel",  "this scrutiny"};
  return kItself.contains(Fold(subject));
}

// "the 20 in the original report", "all 20 recommendations of the earlier
// report": [1] the words, [2] the number, [3] which report.
const Pattern& BoundSet() {
  static const Pattern kSet(WithNumbers(
      "((?:[Tt]he|[Aa]ll(?: the)?|[Ee]very one of the|[Ee]ach of the) "
      "(?:original |first |earlier |remaining |other )?(#N#)"
      "(?: (?:original |earlier )?recommendations)?"
      "(?: (?:in|of|from|made in) the (original|first|earlier|previous) "
      "(?:report|review|inspection))?|[^ ]+ of (?:them|these|those))"
      "(?:[^\\p{L}]|$)"));
  return kSet;
}

constexpr std::string_view kNoun =
    "(?:report|review|inspection|strategy|guidance|policy|note|plan|scheme|"
    "arrangements?|version|edition|draft|code|protocol|circular|advice|"
    "undertaking|instructions?|orders?|memorandum|agreement|"
    "recommendations?|proposals?|programme|manual|handbook|leaflet|form|"
    "procedures?|terms of reference|standing orders|decision|resolution|"
    "targets?|commitments?|charter|statement|delegation|response|reply|paper)";
constexpr std::string_view kWhen =
    "(?:(?:,? (?:that|which) )?(?:(?:was|were|had been|has been) )?"
    "(?:of|for|from|in|dated|issued|published|adopted|agreed|made|approved|"
    "given|"
    "proposed|introduced|drawn up|sent|produced|laid down)"
    "(?: (?:in|on|of|by [^,.;]{2,40}? in))?(?: the)?"
    " (?:(?:early|late|mid-?|spring|summer|autumn|winter|[0-9]{1,2}) )?"
    "(?:\\p{Lu}\\p{L}+ )?((?:19|20)[0-9]{2}))";
constexpr std::string_view kEarlier =
    "(?:earlier|previous|original|first|interim|existing|old|former|last|"
    "present|outgoing|predecessor|(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?|"
    "last year['’]s)";

// [1] the whole, [2] the word that says it is earlier, [3] the noun, [4] year.
std::string Paper() {
  return "((?:(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]ll|[Aa]ny|"
         "that|"
         "those|these|an?) ){0,2}(" +
         std::string(kEarlier) + " )?(?:[\\p{Ll}\\p{N}’'/-]+ ){0,3}?(" +
         std::string(kNoun) +
         ")(?: of [\\p{Ll}’'-]+(?: [\\p{Ll}’'-]+)?"
         "?)?(?: " +
         std::string(kWhen) + ")?)";
}

std::optional<EarlierPaper> AsEarlierPaper(std::string_view text,
                                           const MatchSpans& match) {
  if (Empty(match[2]) && Empty(match[4])) return {};
  EarlierPaper paper;
  paper.span = match[1];
  paper.year = std::string(Slice(text, match[4]));
  paper.recommendation = Slice(text, match[3]).substr(0, 12) == "recommendati";
  return paper;
}

}  // namespace

StatedRelation RelationAt(const RelationPlace& place, std::string_view type,
                          std::string_view rule) {
  StatedRelation relation;
  static_cast<Item&>(relation) =
      ItemAt(place.sentence, RuleNamed(RelationRules(), rule));
  relation.type = std::string(type);
  relation.quote = std::string(Slice(place.text, place.sentence));
  return relation;
}

const Citation* CitedAfter(const RelationPlace& place, std::uint32_t from) {
  for (const Citation& citation :
       BeginningIn(*place.citations, {from, place.sentence.end})) {
    const bool whole = citation.span.end <= place.sentence.end;
    if (whole && citation.rule != "citation.series-member") return &citation;
  }
  return nullptr;
}

const Citation* CitedBefore(const RelationPlace& place, std::uint32_t until) {
  const Citation* last = nullptr;
  for (const Citation& citation :
       BeginningIn(*place.citations, {place.sentence.begin, until})) {
    if (citation.span.end <= until &&
        citation.rule != "citation.series-member") {
      last = &citation;
    }
  }
  return last;
}

const Citation* RecommendationBefore(const RelationPlace& place) {
  const Citation* last = nullptr;
  for (const Citation& citation : BeginningIn(
           *place.citations, {place.passage.begin, place.sentence.begin})) {
    const bool before = citation.span.end <= place.sentence.begin;
    if (before && !citation.recommendation.empty()) last = &citation;
  }
  return last;
}

void SetSubject(const RelationPlace& place, std::uint32_t verb,
                StatedRelation* relation) {
  if (const Citation* work = CitedBefore(place, verb)) {
    relation->subject = work->printed;
    relation->subject_work = work->title;
    return;
  }
  relation->subject = ActorBefore(place, verb);
  if (IsItself(relation->subject)) relation->subject.clear();
}

bool SetBoundSet(const RelationPlace& place, TextSpan within,
                 const Citation* subject, StatedRelation* relation) {
  static const Pattern kOfThem(WithNumbers("^(#N#) of (?:them|these|those)$"));
  const auto match = BoundSet().Search(place.text, within);
  if (!match) return false;
  relation->object = std::string(Slice(place.text, (*match)[1]));
  const Citation* joined = nullptr;
  if (const auto of = kOfThem.Search(relation->object)) {
    relation->object_count = NumberWord(Slice(relation->object, (*of)[1]));
    joined = place.works->NearestBefore(place.passage, place.sentence.begin);
  } else {
    relation->object_count = NumberWord(Slice(place.text, (*match)[2]));
    joined = place.works->JoinedAfter((*match)[1].end);
    if (joined == nullptr) {
      joined = place.works->PointedAt((*match)[1].end, place.sentence);
    }
    if (joined == nullptr) {
      joined = place.works->Original(place.sentence.begin, subject);
    }
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

std::optional<EarlierPaper> EarlierPaperAt(std::string_view text,
                                           TextSpan within) {
  static const Pattern kAt("^ " + Paper());
  // "the Race Incidents Plan of 1999": named, by capitals and its kind.
  static const Pattern kNamed(
      "^ ((?:the|our|its|their) (?:\\p{Lu}[\\p{L}’'-]+ ){1,6}(?:Plan|Strategy|"
      "Scheme|Policy|Charter|Code|Guide|Guidance|Programme|Protocol|Manual|"
      "Handbook)\\b(?: (?:of|for) ((?:19|20)[0-9]{2}))?)");
  if (const auto named = kNamed.Search(text, within)) {
    return EarlierPaper{(*named)[1], std::string(Slice(text, (*named)[2])),
                        false};
  }
  // "Minute 7 of 4 May 1999", "the old “Notes for members”": by number, or by
  // a title between quotation marks.
  static const Pattern kNumbered(
      "^ ((?:(?:[Tt]he|[Oo]ur|[Ii]ts) )?(?:Minute|Circular|Guidance Note|"
      "Standing Order|Order|Issue|Version) [0-9][0-9.]*(?: of (?:[0-9]{1,2} )?"
      "(?:\\p{Lu}\\p{L}+ )?((?:19|20)[0-9]{2}))?)\\b");
  static const Pattern kOldTitle(
      "^ (the (?:old|former|previous|earlier|present) [“‘\"][^”’\"]{3,60}"
      "[”’\"])");
  // "paragraph 7 of our circular of 1999"
  static const Pattern kPart(
      "^ ((?:paragraph|section|chapter|part) [0-9.]+ of)"
      "() ");
  if (const auto numbered = kNumbered.Search(text, within)) {
    return EarlierPaper{(*numbered)[1],
                        std::string(Slice(text, (*numbered)[2])), false};
  }
  if (const auto titled = kOldTitle.Search(text, within)) {
    return EarlierPaper{(*titled)[1], "", false};
  }
  const auto part = kPart.Search(text, within);
  if (part) within.begin = (*part)[1].end;
  const auto match = kAt.Search(text, within);
  auto paper = match ? AsEarlierPaper(text, *match) : std::nullopt;
  if (paper && part) paper->span.begin = (*part)[1].begin;
  return paper;
}

std::optional<EarlierPaper> EarlierPaperEnding(std::string_view text,
                                               TextSpan within) {
  static const Pattern kEnding("(?:^|[,;:] |\\b(?:and|that) )" + Paper() +
                               "(?:,[^,.;]{1,60},)? ?$");
  // "the decision which the Board took on 4 May 1999"
  static const Pattern kTaken(
      "\\b((?:[Tt]he|[Ii]ts|[Oo]ur) (?:decision|resolution|order|direction) "
      "(?:which|that) [^,.;]{3,60}? (?:took|made|passed|gave|adopted) "
      "(?:on|in) "
      "[^,.;]{0,20}?((?:19|20)[0-9]{2})) $");
  if (const auto taken = kTaken.Search(text, within)) {
    return EarlierPaper{(*taken)[1], std::string(Slice(text, (*taken)[2])),
                        false};
  }
  const auto match = kEnding.Search(text, within);
  return match ? AsEarlierPaper(text, *match) : std::nullopt;
}

bool SetEarlierPaper(const RelationPlace& place, const EarlierPaper& paper,
                     StatedRelation* relation) {
  relation->object = std::string(Slice(place.text, paper.span));
  const Citation* work =
      paper.year.empty() ? nullptr : place.works->OfYear(paper.year);
  if (work != nullptr) relation->object_work = work->title;
  return true;
}

}  // namespace concord::extraction
