// Statements of one thing that another statement may contradict.
//
// "published": the day a work came out, as a sentence says it beside the title
// or a background list prints it; both are kept, each with its words.
// "state": what is said of a named part of a plan - removed, moved, included,
// completed, refused - and, once such a thing is known, what is said to be
// planned for it elsewhere ("An accountability framework will identify ...").
//
//   accepts  The ‘Performance Schedule’ included in the first draft has now
//            been removed transferred to the local plans.
//   refuses  The officer was moved.   (no part of a plan)

#include <algorithm>
#include <map>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/citations/mention.h"
#include "extraction/in_span.h"
#include "extraction/passages.h"
#include "extraction/reading.h"

namespace concord::extraction {
namespace {

struct Place {
  std::string_view text;
  TextSpan sentence;
};

Claim ClaimAt(const Place& place, std::string_view rule) {
  Claim claim;
  static_cast<Item&>(claim) =
      ItemAt(place.sentence, RuleNamed(ClaimRules(), rule));
  claim.quote = std::string(Slice(place.text, place.sentence));
  return claim;
}

// --- Dates of works ---------------------------------------------------------

// The date that follows within a few words: "on 18 January 2001".
const DateMention* DateAfter(std::string_view text, std::uint32_t from,
                             std::uint32_t limit,
                             const std::vector<DateMention>& dates) {
  static const Pattern kBetween(
      "^(?: by (?:the )?(?:[^ ,.;]+ ?){1,5})?,? ?(?:(?:in|on|during|early in|"
      "late in) )?(?:the )?$");
  for (const DateMention& date : BeginningIn(dates, {from, limit})) {
    if (date.edtf.empty()) continue;
    if (kBetween.Search(text, {from, date.span.begin})) return &date;
  }
  return nullptr;
}

// "X was published in", "X, published on": where the date is looked for.
std::uint32_t AfterPublishedVerb(const Place& place, const Citation& work) {
  static const Pattern kAfter(
      "^[’”\"']?,? ?(?:which )?(?:(?:was|were|is|has been|had been) )?(?:first "
      ")?"
      "(?:published|issued|produced|launched|released|appeared|came out)\\b");
  const auto match =
      kAfter.Search(place.text, {work.span.end, place.sentence.end});
  return match ? (*match)[0].end : 0;
}

// "HMIC published X on": the date follows the title.
bool PublishedBefore(const Place& place, const Citation& work) {
  static const Pattern kBefore(
      "(?:published|issued|produced|launched|released)(?: the \\p{L}+)? "
      "[‘“\"']?$");
  return kBefore.Search(place.text, {place.sentence.begin, work.span.begin})
      .has_value();
}

void FindPublished(const Place& place, const Citation& work,
                   const std::vector<DateMention>& dates,
                   std::vector<Claim>* out) {
  std::uint32_t from = AfterPublishedVerb(place, work);
  if (from == 0 && PublishedBefore(place, work)) from = work.span.end;
  if (from == 0) return;
  const DateMention* date =
      DateAfter(place.text, from, place.sentence.end, dates);
  if (date == nullptr) return;
  Claim claim = ClaimAt(place, "claim.published");
  claim.subject = work.title;
  claim.predicate = "published";
  claim.value = date->edtf;
  out->push_back(std::move(claim));
}

// "The latter was produced in 2001", of two works named together before it.
void FindLatter(const Place& place, const std::vector<Citation>& citations,
                const std::vector<DateMention>& dates,
                std::vector<Claim>* out) {
  static const Pattern kLatter(
      "^The (latter|former|second|first) (?:was|were) (?:first )?(?:published|"
      "issued|produced|launched|released)\\b");
  const auto match = kLatter.Search(place.text, place.sentence);
  if (!match) return;
  const DateMention* date =
      DateAfter(place.text, (*match)[0].end, place.sentence.end, dates);
  std::vector<const Citation*> pair;
  for (const Citation& citation : citations) {
    if (citation.span.begin >= place.sentence.begin) break;
    if (citation.rule != "citation.numbered-pair") continue;
    if (!pair.empty() && pair.back()->span != citation.span) pair.clear();
    pair.push_back(&citation);
  }
  if (date == nullptr || pair.size() != 2) return;
  const std::string_view which = Slice(place.text, (*match)[1]);
  Claim claim = ClaimAt(place, "claim.published-latter");
  claim.subject = pair[which == "latter" || which == "second" ? 1 : 0]->title;
  claim.predicate = "published";
  claim.value = date->edtf;
  out->push_back(std::move(claim));
}

Claim ListedClaim(std::string_view text, const Citation& work) {
  Claim claim;
  static_cast<Item&>(claim) =
      ItemAt(work.span, RuleNamed(ClaimRules(), "claim.listed-year"));
  claim.subject = work.title;
  claim.predicate = "published";
  claim.value = work.year;
  claim.quote = std::string(Slice(text, work.span));
  return claim;
}

// --- States of things -------------------------------------------------------

std::string_view StateOf(std::string_view verb) {
  static const std::map<std::string_view, std::string_view> kStates = {
      {"removed", "removed"},     {"deleted", "removed"},
      {"dropped", "removed"},     {"withdrawn", "removed"},
      {"omitted", "removed"},     {"moved", "moved"},
      {"transferred", "moved"},   {"relocated", "moved"},
      {"completed", "completed"}, {"finished", "completed"},
      {"refused", "refused"},     {"rejected", "refused"},
      {"unchanged", "included"},  {"retained", "included"},
      {"included", "included"}};
  const auto found = kStates.find(verb);
  return found == kStates.end() ? std::string_view() : found->second;
}

// Nouns for parts of plans and papers; other subjects' fates are not ours.
bool IsPlanPart(std::string_view words) {
  static const Pattern kPart(
      "(?i)\\b(?:framework|schedule|paragraphs?|sections?|chapters?|appendix|"
      "strategy|plan|scheme|programme|project|proposals?|recommendations?|"
      "measures?|targets?|actions?|policy|table|review|draft|bullet points?|"
      "themes?|annex|charter|timetable|guidance)\\b");
  return kPart.Matches(words);
}

struct Subject {
  std::string name;  // without article and quotation marks
  bool quoted = false;
};

// "In the light of that, the schedule": from its last article on.
TextSpan WithoutOpening(std::string_view text, TextSpan span) {
  static const Pattern kAdverbial(
      "^(?:In|On|At|Under|Following|After|Since|With|For|As|By) .*"
      "(?:^|[ ,])((?:the|an?) [^,]+)$");
  const auto match = kAdverbial.Search(text, span);
  return match ? (*match)[1] : span;
}

// A subject is a short noun phrase: no clause of its own, no pronoun.
bool IsNounPhrase(std::string_view words) {
  static const Pattern kClause(
      "(?i)^(?:it|this|that|they|these|there|he|she|we|which|where|when|if|"
      "what|once)\\b|\\b(?:that|who|which|whose|where|says?|was|were|is|are|"
      "has|have|had|will|would)\\b");
  const auto spaces = std::count(words.begin(), words.end(), ' ');
  return !words.empty() && spaces < 12 && !kClause.Matches(words);
}

// The thing a subject names: its quotation if it begins with one, else its
// words without the article and what is said of it ("included in ...").
Subject SubjectOf(std::string_view text, TextSpan span) {
  static const Pattern kQuoted(
      "^(?:(?i:the|an?) )?[‘“\"']([^‘“”\"]{3,60}?)[’”\"'](?: included| in "
      "the|$|,"
      "| )");
  static const Pattern kPlain(
      "^(?:(?i:the|an?|all|all the) )?(.+?)(?: included in .*| in the first "
      "draft|"
      ", .*)?$");
  if (const auto match = kQuoted.Search(text, span)) {
    return {std::string(Slice(text, (*match)[1])), true};
  }
  span = WithoutOpening(text, span);
  const auto match = kPlain.Search(text, span);
  return {match ? std::string(Slice(text, (*match)[1])) : std::string(), false};
}

Claim StateClaim(const Place& place, const Subject& subject,
                 std::string_view state) {
  Claim claim = ClaimAt(place, "claim.state");
  if (!subject.quoted) claim.confidence -= 0.15;
  claim.subject = subject.name;
  claim.predicate = "state";
  claim.value = std::string(state);
  return claim;
}

void FindStates(const Place& place, std::vector<Claim>* out) {
  static const Pattern kState(
      "^([^.;:]{4,120}?) (?:has|have|had|was|were|is|are|remains?)(?: all)?"
      "(?: now| since| also)?(?: all)?(?: been)?(?: now| since)? "
      "(removed|deleted|"
      "dropped|withdrawn|omitted|moved|transferred|relocated|completed|refused|"
      "rejected|retained|unchanged)(?:(?: and|,| or)? "
      "(removed|moved|transferred|"
      "relocated|replaced))?\\b");
  static const Pattern kIncluded("(?:^|\\s)(included) in (?:the|an?) ");
  const auto match = kState.Search(place.text, place.sentence);
  if (!match) return;
  const Subject subject = SubjectOf(place.text, (*match)[1]);
  const bool part = subject.quoted || IsPlanPart(subject.name);
  if (!part || !IsNounPhrase(subject.name)) return;
  if (kIncluded.Search(place.text, (*match)[1])) {
    out->push_back(StateClaim(place, subject, "included"));
  }
  for (const TextSpan verb : {(*match)[2], (*match)[3]}) {
    const std::string_view state = StateOf(Slice(place.text, verb));
    if (!state.empty()) out->push_back(StateClaim(place, subject, state));
  }
}

// What is planned for a thing whose state is claimed somewhere else.
void FindPlanned(const Place& place, const std::vector<Claim>& states,
                 std::vector<Claim>* out) {
  static const Pattern kWill(
      "^(?:(?i:the|an?) )?[‘“\"']?([^.;:,]{4,60}?)[’”\"']? (?:will|is to|are "
      "to)\\b");
  const auto match = kWill.Search(place.text, place.sentence);
  if (!match) return;
  const std::string name(Slice(place.text, (*match)[1]));
  const std::string key = FoldWords(name);
  const bool known =
      std::any_of(states.begin(), states.end(), [&](const Claim& claim) {
        return claim.predicate == "state" && FoldWords(claim.subject) == key;
      });
  if (known) {
    out->push_back(StateClaim(place, {name, true}, "planned"));
    out->back().rule = "claim.planned";
  }
}

std::vector<Place> SentencesOf(const document::Document& document) {
  std::vector<Place> places;
  for (const Passage& passage : Passages(document)) {
    if (passage.background) continue;
    for (const TextSpan sentence : SentencesIn(document.text, passage.span)) {
      places.push_back({document.text, sentence});
    }
  }
  return places;
}

using enum DocumentKind;

constexpr Example kPublishedExamples[] = {
    {kReport,
     "1. The report Small Boats: Keys of the Bay was published on 18 "
     "January 2001.\n",
     "Small Boats: Keys of the Bay: published 2001-01-18"},
    {kReport,
     "1. The report Small Boats: Keys of the Bay was read on 18 January "
     "2001.\n",
     ""}};

constexpr Example kPublishedLatterExamples[] = {
    {kReport,
     "1. Two strategies came before, Open Water I and II. The latter was "
     "produced in 2001.\n",
     "Open Water II: published 2001"},
    {kReport,
     "1. Two strategies came before, Open Water I and II. The latter was "
     "read in 2001.\n",
     ""},
    {kReport, "1. The latter was produced in 2001.\n", ""}};

constexpr Example kListedYearExamples[] = {
    {kReport, "B. Background papers\n- Small Boats: Keys of the Bay (1998)\n",
     "Small Boats: Keys of the Bay: published 1998"},
    {kReport, "B. Background papers\n- Small Boats: Keys of the Bay\n", ""}};

constexpr Example kStateExamples[] = {
    {kReport,
     "1. The ‘Boat Schedule’ included in the first draft has now been "
     "removed.\n",
     "Boat Schedule: state included\nBoat Schedule: state removed"},
    {kReport, "1. The officer was moved.\n", ""}};

constexpr Example kPlannedExamples[] = {
    {kReport,
     "1. The ‘Boat Schedule’ has been removed.\n2. A boat schedule will "
     "say who pays.\n",
     "boat schedule: state planned"},
    {kReport, "1. A boat schedule will say who pays.\n", ""}};

constexpr StageRule kClaimRules[] = {
    {"claim.published", 0.9, kPublishedExamples},
    {"claim.published-latter", 0.75, kPublishedLatterExamples},
    {"claim.listed-year", 0.85, kListedYearExamples},
    {"claim.state", 0.8, kStateExamples},
    {"claim.planned", 0.7, kPlannedExamples},
};

}  // namespace

std::span<const StageRule> ClaimRules() { return kClaimRules; }

std::vector<Claim> FindClaims(const document::Document& document,
                              const std::vector<Citation>& citations,
                              const std::vector<DateMention>& dates) {
  std::vector<Claim> claims;
  const std::vector<Place> places = SentencesOf(document);
  for (const Place& place : places) {
    for (const Citation& citation : BeginningIn(citations, place.sentence)) {
      if (!Contains(place.sentence, citation.span) || citation.series) continue;
      if (citation.kind == WorkKind::kAct || citation.title.empty()) continue;
      FindPublished(place, citation, dates, &claims);
    }
    FindLatter(place, citations, dates, &claims);
    FindStates(place, &claims);
  }
  const std::vector<Claim> states = claims;
  for (const Place& place : places) FindPlanned(place, states, &claims);
  static const Pattern kYearOfIssue("[0-9]{4}\\)$|, [0-9]{4}$");
  for (const Citation& citation : citations) {
    const bool listed = !citation.year.empty() && !citation.series &&
                        citation.kind != WorkKind::kAct &&
                        kYearOfIssue.Matches(citation.printed);
    if (listed) claims.push_back(ListedClaim(document.text, citation));
  }
  std::stable_sort(
      claims.begin(), claims.end(),
      [](const Claim& a, const Claim& b) { return a.span < b.span; });
  return claims;
}

}  // namespace concord::extraction
