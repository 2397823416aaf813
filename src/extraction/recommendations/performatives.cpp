// Sentences that recommend in so many words, whoever says so.
//
//   "It is recommended that the keys be counted."
//   "The review team would urge the Clerk to count them."
//   "My second proposal is that ..."   "Consideration should be given to ..."
//   refused: what a committee paper tells of others, quotations, "as we
//   recommend elsewhere", "the panel recommended" of an earlier year
//
// And, where a report of an inspection recommends in none of the ways that the
// other rules know, the sentences that say "should": see FallbackRules().

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/lead_words.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// The one asked by "urge the Clerk to", "recommends the Clerk to", "that the
// Clerk should".
std::optional<Agent> AskedBy(std::string_view text, TextSpan sentence,
                             const Performative& says) {
  static const Pattern kObject(
      "\\b(?:urges?|invites?|asks?|looks? to|calls? (?:up)?on|encourages?|"
      "requests?|press(?:es)?|wants?|wish(?:es)?|like|expects?|advises?|"
      "recommends?) ((?:the|all|each|every|both|its|\\p{Lu}).*)$");
  if (const auto object = kObject.Search(text, says.verb)) {
    const auto agent = AgentAt(text, {(*object)[1].begin, sentence.end});
    if (agent) return agent;
  }
  if (auto asked = AskedByThat(text, Trim(text, says.asks))) return asked;
  return AskedIn(text, says.asks);
}

// "I would have the Clerk count them", "It is my advice that he count them".
std::optional<Recommendation> LedByWish(const Reading& reading,
                                        TextSpan sentence) {
  static const Pattern kWish(
      "\\b(?:would|should)(?: also| rather| further)? (?:have|like to have)$|"
      "\\b(?:my|our) (?:\\p{Ll}+ )?(?:recommendation|proposal|advice|"
      "suggestion) that$");
  const std::string_view text = reading.text();
  const LeadWords split = SplitLead(text, sentence);
  if (Empty(split.lead) || !kWish.Search(text, split.lead) ||
      TellsOver(Slice(text, split.words)) ||
      InQuotation(text, sentence, split.words.begin)) {
    return std::nullopt;
  }
  Recommendation item = RecommendationAt(reading, split.words,
                                         RecommendationKind::kRecommendation);
  item.lead_in = Slice(text, split.lead);
  item.lead_in_span = split.lead;
  auto asked = AskedByThat(text, item.span);
  if (!asked) asked = AskedIn(text, item.span);
  if (asked) SetAddressee(text, *asked, &item);
  return item;
}

// "I recommend that": what only leads into what is asked.
void SetLeadWords(std::string_view text, TextSpan sentence, TextSpan verb,
                  Recommendation* item) {
  static const Pattern kLeads(" (?:that|is that)$");
  if (verb.begin != sentence.begin || !kLeads.Search(text, verb)) return;
  item->lead_in = Slice(text, verb);
  item->lead_in_span = verb;
  item->span = Trim(text, {verb.end, sentence.end});
  item->text = Slice(text, item->span);
}

std::optional<Recommendation> Performed(const Reading& reading,
                                        const Line& line, TextSpan sentence) {
  static const Pattern kMaker(
      "^[^Ii].*recommend|^In.*recommend|^I .*recommend|^We (?:\\p{Ll}+ )?(?:"
      "urge|call (?:up)?on) (?:the|all|each|every|both|\\p{Lu})");
  static const Pattern kReader("^\\s*(?:that )?(?:you|your|readers?)\\b");
  const std::string_view text = reading.text();
  if (reading.kind == DocumentKind::kInspection) {
    if (auto item = LedByWish(reading, sentence)) return item;
  }
  const auto says = Recommends(text, sentence);
  // Only a report of one's own asks by "we propose": a page of no known
  // sort has to say the word.
  if (!says || Slice(text, sentence).ends_with(':') ||
      (reading.kind == DocumentKind::kOther &&
       !kMaker.Search(text, says->verb)) ||
      kReader.Search(text, says->asks) ||
      InQuotation(text, line.body, says->verb.begin)) {
    return std::nullopt;
  }
  Recommendation item =
      RecommendationAt(reading, sentence, RecommendationKind::kRecommendation);
  if (sentence.begin == line.body.begin) item.label = line.label;
  if (const auto asked = AskedBy(text, sentence, *says)) {
    SetAddressee(text, *asked, &item);
  }
  SetLeadWords(text, sentence, says->verb, &item);
  return item;
}

std::vector<Recommendation> FindPerformatives(const Reading& reading) {
  static const Pattern kMay(
      "(?i:recommend|propos|suggest|advis|urge|invite|"
      "\\bask|look to|looks to|call|encourage|request|"
      "press|want|wish|like|expect|view|given to|would have|advice|is "
      "that|is to|request|conclusion|opinion)");
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kInspection &&
      reading.kind != DocumentKind::kOther) {
    return found;
  }
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (!IsProse(line) || !kMay.Search(text, line.body)) continue;
    for (const TextSpan sentence : SentencesIn(text, line.body)) {
      if (auto item = Performed(reading, line, sentence)) {
        found.push_back(std::move(*item));
      }
    }
  }
  return found;
}

// "The Clerk should count the keys.": a plain request, not of the past, not on
// a condition that never was, and not what somebody thought.
bool IsPlainRequest(std::string_view text, TextSpan sentence) {
  static const Pattern kShould(
      "\\b(?:should|must|ought to|needs? to)\\b(?: not| also| now| therefore| "
      "always| never| \\p{Ll}+ly)* (?:be )?(\\p{Ll}+)");
  static const Pattern kUnreal(
      "\\b(?:should|must) (?:be noted|be said|be remembered|be stressed|be "
      "borne|add|say|know|not be|have)\\b|^(?i:if|whether|why|how|where|when|"
      "nobody|no one|that)\\b|\\b(?:I|we|they|he|she|it|this|that|what|"
      "there|who|which) (?:also |first )?(?:should|must|ought)\\b|"
      "^(?:I|We|They|He|She|It) (?:also |first )?(?:should|must|ought)\\b");
  // "It was left to the Clerk whether a list should be kept": nobody asks.
  static const Pattern kWhether(
      "\\b(?:whether|explained that|considered that)\\b");
  // "I therefore set a day by which all should be counted": what was done.
  static const Pattern kDid(
      "^(?:I|We)(?: \\p{Ll}+ly| also| then| therefore| thus)* (?:set|made|gave|"
      "took|put|chose|wrote|laid|fixed|asked|told|invited|decided|planned|"
      "directed|arranged|agreed)\\b");
  static const Pattern kModal("\\b(?:should|must|ought to|needs? to)\\b");
  const auto whether = kWhether.Search(text, sentence);
  if (whether && !kModal.Search(text, {sentence.begin, (*whether)[0].begin})) {
    return false;
  }
  return kShould.Search(text, sentence) && !kUnreal.Search(text, sentence) &&
         !kDid.Search(text, sentence) && !TellsOver(Slice(text, sentence));
}

bool EndsSentence(std::string_view words) {
  return words.ends_with('.') || words.ends_with(';') || words.ends_with('!') ||
         words.ends_with(')');
}

std::vector<Recommendation> FindPlainRequests(const Reading& reading) {
  // A long report says "should" of many things; in a short one it asks.
  constexpr std::size_t kShortReport = 40'000;
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kInspection ||
      reading.text().size() > kShortReport) {
    return found;
  }
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (!IsProse(line) || !IsNormative(reading.Body(line))) continue;
    for (const TextSpan sentence : SentencesIn(text, line.body)) {
      // "Everyone must be included" in a table of contents ends without a stop.
      const bool entry = line.kind == BlockKind::kListItem &&
                         !EndsSentence(Slice(text, sentence));
      if (entry || !IsPlainRequest(text, sentence) ||
          InQuotation(text, line.body, sentence.begin + 1)) {
        continue;
      }
      Recommendation item = RecommendationAt(
          reading, sentence, RecommendationKind::kRecommendation);
      if (sentence.begin == line.body.begin) item.label = line.label;
      if (const auto asked = AskedIn(text, item.span)) {
        SetAddressee(text, *asked, &item);
      }
      found.push_back(std::move(item));
    }
  }
  return found;
}

RecommendationRule PerformativesRule() {
  return {
      "recommendation.performative",
      0.8,
      {{DocumentKind::kInspection,
        "Keys were lost. It is therefore recommended that the Clerk count "
        "them.\n\nThe review team would urge the Estates Unit to change the "
        "locks by May.\n\nMy second is that nobody lend a key.\n\n"
        "Consideration should be given to a new door.\n",
        "[the Clerk] the Clerk count them.\n"
        "[the Estates Unit] The review team would urge the Estates Unit to "
        "change the locks by May.\n"
        "[] nobody lend a key.\n"
        "[] Consideration should be given to a new door."},
       {DocumentKind::kInspection,
        "Keys are counted, as we recommend elsewhere that they be.\n\nOur view "
        "is that they were lost.\n\nThe Clerk suggests that they were "
        "lent.\n\nMy view is "
        "to reject the notion that nobody should count them.\n",
        ""},
       {DocumentKind::kInspection,
        "He told us that, should this inquiry recommend that he count them, "
        "he would.\n\nThe Clerk indicated that keys matter and that further "
        "thought should be given to doors.\n",
        ""},
       {DocumentKind::kInspection,
        "I would have the Clerk count the keys. It is my proposal that the "
        "Board "
        "see the count. I would have said so before.\n",
        "[the Clerk] the Clerk count the keys.\n"
        "[the Board] the Board see the count."},
       {DocumentKind::kOther,
        "Keys were lost. We call on the Board to publish its count.\n\nWe ask "
        "the Clerk to tea.\n",
        "[the Board] We call on the Board to publish its count."},
       {DocumentKind::kReport,
        "The panel recommends that the Clerk count the keys.\n", ""}},
      &FindPerformatives};
}

RecommendationRule PlainRequestsRule() {
  return {"recommendation.plain-request",
          0.55,
          {{DocumentKind::kInspection,
            "Keys were lost. The Clerk should count them every May. It should "
            "be noted that some were found.\n",
            "[The Clerk] The Clerk should count them every May."},
           {DocumentKind::kInspection,
            "Contents\n\n- Keys and doors\n\n- The count must include "
            "everyone\n",
            ""},
           {DocumentKind::kInspection,
            "We must also consider whether keys were lost. The Clerk left it "
            "to the Board whether a list should be kept.\n",
            ""},
           {DocumentKind::kInspection,
            "Keys were lost. I therefore set two days, namely that the count "
            "should end by June 2003 and that the list should be ready within "
            "two months of it.\n",
            ""},
           {DocumentKind::kInspection,
            "The Clerk should have counted them. We were told that the Clerk "
            "must count them.\n",
            ""}},
          &FindPlainRequests};
}

}  // namespace

const std::vector<RecommendationRule>& PerformativeRules() {
  static const std::vector<RecommendationRule> kRules = {PerformativesRule()};
  return kRules;
}

const std::vector<RecommendationRule>& FallbackRules() {
  static const std::vector<RecommendationRule> kRules = {PlainRequestsRule()};
  return kRules;
}

}  // namespace concord::extraction
