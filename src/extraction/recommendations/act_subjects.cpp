#include "extraction/recommendations/act_subjects.h"

#include <algorithm>

#include "concord/base/unicode.h"

namespace concord::extraction {
namespace {

// "What we shall do", "What happens next": a heading under which even the
// report of an inspection tells what has been arranged.
bool UnderNextSteps(const Reading& reading, const Promise& promise) {
  static const Pattern kNext(
      "^(?i:[\\d. ]*(?:what (?:we|others|the [\\p{L} ]{3,40}) (?:now )?(?:will|"
      "shall|are to|is to|intend to) (?:now )?do(?: now| next)?|what happens "
      "(?:next|now)|what will happen (?:next|now)|next steps|the next "
      "steps))\\??$");
  if (promise.line < 0) return false;
  const auto headings =
      HeadingsAbove(reading, static_cast<std::size_t>(promise.line));
  return std::any_of(headings.begin(), headings.end(), [&](std::int32_t at) {
    const Line& heading = reading.lines[static_cast<std::size_t>(at)];
    return kNext.Search(reading.text(), heading.body).has_value();
  });
}

// "The Trust has told us that it will ...", "Wardens have been told that ...":
// who opens the sentence is bound by it.
std::optional<Agent> TellerOf(std::string_view text, TextSpan sentence) {
  static const Pattern kTells(
      "^,? ?(?:tells|assures|informs) (?:us|me)\\b|"
      "^,? who [^.;:]{3,60}, (?:tells|assures|informs) (?:us|me)\\b|"
      "^ (?:has|have) (?:also |now |since )?(?:said|told|promised|written|"
      "confirmed|assured|agreed|undertaken|been (?:told|instructed|asked|"
      "directed|ordered|required))\\b");
  static const Pattern kName("^(?:[\\p{Lu}]\\p{L}+ )?[\\p{L}’-]+ ");
  const auto agents = AgentsAt(text, sentence);
  if (!agents.empty()) {
    Agent all = agents.front();
    all.span.end = agents.back().span.end;
    if (kTells.Search(text, {all.span.end, sentence.end})) return all;
    return std::nullopt;
  }
  // "Lay visitors have agreed": two words that nothing tells as a body.
  const auto name = kName.Search(text, sentence);
  if (!name) return std::nullopt;
  const TextSpan named = Trim(text, (*name)[0]);
  static const Pattern kPronoun("^(?i:i|we|he|she|they|it|this|that|there)$");
  if (kPronoun.Search(text, named) ||
      !kTells.Search(text, {named.end, sentence.end})) {
    return std::nullopt;
  }
  return Agent{named, named, OwnerKind::kBody, 0};
}

}  // namespace

bool IsProgressive(std::string_view verb) { return verb.ends_with("ing"); }

bool IsNoSubject(std::string_view text, TextSpan before) {
  static const Pattern kNone(
      "(?:^|\\b(?:and|but|that|because|since|so|when|if|unless|until|once|"
      "before|after|whether|where|how|why|while|as|,) )\\s*(?i:it|this|that|"
      "there|what|which|who|nobody|no one|nothing|none|these|those|"
      "(?:the )?(?:costs?|total|sum|budget|figure|grant|number|proportion|"
      "effect|result|income|rate)\\b[^,]{0,30}|(?:the )?(?:purpose|aim|"
      "objective|intention|role|function)s? of [^,]{2,60})\\s*$");
  static const Pattern kTold(
      "\\b(?:ha(?:s|ve) [\\p{L} ]{3,40}|(?:tells|assures|informs) (?:us|me)) "
      "that it$");
  if (kTold.Search(text, before)) return false;
  return Empty(before) || kNone.Search(text, before).has_value();
}

bool IsSubordinate(std::string_view text, TextSpan before) {
  static const Pattern kBound(
      "(?:^|[\\s(])(?i:when|if|unless|until|once|before|after|whether|where|"
      "how|why|while|which|who|whose|because|since|said|asked|hoped?|thought|"
      "feared?|expect(?:ed|s)?|believed?|wondered|suggest(?:ed|s)?|what)"
      "(?:\\s[^,]{0,60})?$|\\b(?:which|who), [^,;]{3,60},$");
  // "The Board has told us that it will": a promise passed on.
  static const Pattern kPassedOn(
      "\\bha(?:s|ve) (?:also |now |since )?(?:said|told [\\p{L} "
      "]{2,30}?|assured "
      "[\\p{L} ]{2,30}?|confirmed|promised|undertaken|agreed|written to say) "
      "that (?:it|they|he|she)$|"
      "\\b(?:tells|assures|informs) (?:us|me) that (?:it|they|he|she)$");
  if (kPassedOn.Search(text, before)) return false;
  // "Until then no key will be lent": a time, and no condition.
  static const Pattern kThen("^(?i:until then),? ()");
  const auto then = kThen.Search(text, before);
  if (then) before.begin = (*then)[1].begin;
  return kBound.Search(text, before).has_value();
}

bool IsNobodysWord(std::string_view text, TextSpan before) {
  static const Pattern kNobody(
      "\\b(?i:this|the next|the following|the final) "
      "(?i:chapter|part|section|volume|appendix)$"
      "|\\b(?i:sections?|articles?|clauses?|schedules?|regulations?|rules?|act|"
      "code)\\b[^.;]{0,30}\\b(?:provides?|requires?|says?|states?|"
      "stipulates?) that\\b"
      "|\\b(?:possible|likely|probable|conceivable) that\\b"
      "|\\b(?:He|She|he|she|(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady) [^.;]{2,40}?) "
      "(?:noted|stated|explained|recalled|accepted|argued|claimed|observed|"
      "submitted|maintained) that\\b"
      "|\\b(?i:court|trial|hearing) dates?$"
      "|\\bthat$");
  return kNobody.Search(text, before).has_value();
}

bool BelongsTo(const Reading& reading, const Promise& promise,
               const MatchSpans& act, const std::optional<Agent>& who) {
  const TextSpan before =
      Trim(reading.text(), {promise.sentence.begin, act[0].begin});
  static const Pattern kOwn(
      "^(?:We|we|I|They|they|It|[Ss]he|[Hh]e)\\b[^.;]{0,12}$");
  static const Pattern kMade("^ha(?:s|ve) |^undertook ");
  // "This report will be laid before the Board in May."
  static const Pattern kItself(
      "^(?:The|This|Our) (?:full |final |second )?(?:report|review)$");
  static const Pattern kPassedOn(
      "\\bha(?:s|ve) [^.;]{3,60} that (?:it|they|he|she)$|"
      "\\b(?:assures?|tells?|informs?|has (?:told|assured|informed)) (?:us|me) "
      "that [^.;]{2,60}$");
  // A short report is about one body, and what that body promised counts.
  constexpr std::size_t kShortReport = 40'000;
  if (reading.kind != DocumentKind::kInspection ||
      (who && reading.text().size() < kShortReport) ||
      UnderNextSteps(reading, promise)) {
    return true;
  }
  const std::string_view text = reading.text();
  return kOwn.Search(text, before) || kItself.Search(text, before) ||
         kMade.Search(text, act[0]) || kPassedOn.Search(text, before) ||
         (who && MaySpeak(reading, Slice(text, who->span), true));
}

std::optional<Agent> DoerOf(std::string_view text, TextSpan clause,
                            const MatchSpans& act) {
  static const Pattern kBy("\\bby (?:both )?");
  if (Empty(act[1]) || IsProgressive(Slice(text, act[2]))) {
    auto who = SubjectBefore(text, clause, act[0].begin);
    if (!who) who = ProperNameBefore(text, clause, act);
    // "A reply is to go from the Clerk"
    static const Pattern kFrom("^ from ()");
    const auto from = kFrom.Search(text, {act[0].end, clause.end});
    if (!who && from && Slice(text, act[2]) == "go") {
      who = AgentAt(text, {(*from)[1].begin, clause.end});
    }
    return who;
  }
  for (const MatchSpans& by : kBy.SearchAll(text, {act[0].end, clause.end})) {
    auto agents = AgentsAt(text, {by[0].end, clause.end});
    if (agents.empty()) continue;
    agents.front().span.end = agents.back().span.end;
    return agents.front();
  }
  return std::nullopt;
}

void SetPronoun(const Reading& reading, const Promise& promise, TextSpan before,
                Recommendation* item) {
  static const Pattern kPronoun("^(?:I|We|we|He|he|She|she|They|they|It)\\b");
  static const Pattern kOthers("^(?:[Hh]e|[Ss]he|[Tt]hey|It)$");
  const std::string_view text = reading.text();
  const auto pronoun = kPronoun.Search(text, before);
  if (!item->addressee.empty()) return;
  if (const auto teller = TellerOf(text, promise.sentence)) {
    SetAddressee(text, *teller, item);
    return;
  }
  if (!pronoun) return;
  SetAddressee(text, Agent{(*pronoun)[0], (*pronoun)[0], {}, 0}, item);
  if (!kOthers.Search(text, (*pronoun)[0]) || Empty(promise.before)) return;
  const auto sentences = SentencesIn(text, promise.before);
  if (sentences.empty()) return;
  for (const TextSpan word : Words(text, sentences.back())) {
    const auto agent = AgentAt(text, {word.begin, sentences.back().end});
    if (!agent) continue;
    OwnerMention owner = AsOwner(text, *agent, "owner");
    owner.rule = "owner.antecedent";
    owner.confidence = 0.55;
    item->owners.push_back(std::move(owner));
    return;
  }
}

}  // namespace concord::extraction
