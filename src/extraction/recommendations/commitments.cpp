// Commitments: a body says that it will do something.
//
//   "The Estates Unit will publish the register by 1 May."    who, act, when
//   "A bulletin will be issued by the Clerk quarterly."       passive, by whom
//   "Each of our 12 divisions will be required to ..."        a class
//   "Progress will be reviewed by both the Board and the Clerk."
//   refused: "This will ensure ...", "It will increase ...", "Costs will be
//   met ...", what others are quoted as saying, and rows of a timetable
//
// A prediction and a promise share their "will": a promise has a body, post or
// named instrument before it and an act after it, and mostly a time. Without
// the time only acts of publishing and reporting count, and less surely.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/promises.h"

namespace concord::extraction {
std::optional<Agent> SubjectOfBoth(std::string_view text, TextSpan sentence,
                                   std::uint32_t verb) {
  static const Pattern kAnd("\\band (?:then )?$");
  static const Pattern kActs(
      "^(?: \\([^()]{2,20}\\))? (?:has|have|is|are|was|were|had|did|now|"
      "already|also|\\p{Ll}+(?:ed|s|d|t))\\b");
  // "As to the keys, the Clerk has counted them and will ..."
  static const Pattern kOpening(
      "^(?:As (?:to|for)|On|In|For|At|Since|Meanwhile) ?[^,.;:]{0,60}, ()");
  // "Internal Audit has ... and will": a name that no word of it tells.
  static const Pattern kName(
      "^((?:[\\p{Lu}][\\p{L}’-]+ ){1,3}"
      "[\\p{Lu}][\\p{L}’-]+) (?:has|is|was) ");
  if (!kAnd.Search(text, {sentence.begin, verb})) return std::nullopt;
  TextSpan whole = {sentence.begin, verb};
  if (const auto opening = kOpening.Search(text, whole)) {
    whole.begin = (*opening)[1].begin;
  }
  auto agent = AgentAt(text, whole);
  const auto name = kName.Search(text, whole);
  if (!agent && name) {
    agent = Agent{(*name)[1], (*name)[1], OwnerKind::kBody, 0};
  }
  if (!agent || !kActs.Search(text, {agent->span.end, verb})) {
    return std::nullopt;
  }
  return agent;
}

namespace {

// "The Clerk now says that a lock ... will": told, and by somebody else
// than does it.
bool SaysOfAnother(std::string_view text, TextSpan between) {
  static const Pattern kSays(
      "\\b(?:says?|said|thinks?|believes?|expects?|hopes?|fears?) that "
      "(?:the|an?|this|these) ");
  return kSays.Search(text, between).has_value();
}

}  // namespace

std::vector<Recommendation> FindPromises(const Reading& reading,
                                         const Pattern& verb, bool needs_due) {
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, verb)) {
    const auto match = verb.Search(text, promise.sentence);
    if (!match || IsQuoted(reading, promise)) continue;
    if (match->size() > 1 && !IsAct(Slice(text, (*match)[1]))) continue;
    auto who = SubjectBefore(text, promise.sentence, (*match)[0].begin);
    if (!who) who = ProperNameBefore(text, promise.sentence, *match);
    if (!who) who = SubjectOfBoth(text, promise.sentence, (*match)[0].begin);
    if (!who || IsMember(Slice(text, who->span)) ||
        SaysOfAnother(text, {who->span.end, (*match)[0].begin})) {
      continue;
    }
    const bool has_due = HasDue(reading, promise.sentence);
    if (needs_due && !has_due) continue;
    if (!MaySpeak(reading, Slice(text, who->span), has_due)) continue;
    found.push_back(CommitmentOf(reading, promise.sentence, who));
  }
  return found;
}

namespace {

std::vector<Recommendation> FindByDate(const Reading& reading) {
  return FindPromises(reading, WillDo(), true);
}

std::vector<Recommendation> FindUndertakings(const Reading& reading) {
  static const Pattern kUndertakes(
      "\\b(?:undertakes to|has undertaken to|have undertaken to|has agreed to|"
      "have agreed to|is committed to|has committed (?:itself )?to|intends? "
      "to|has promised to|plans to|aims? to)\\s+(\\p{Ll}+)\\b");
  return FindPromises(reading, kUndertakes, true);
}

// "The lay members have said that they will": who speaks is a body or a
// person, though no word of it says so.
std::optional<Agent> SpeakerBefore(std::string_view text, TextSpan sentence,
                                   std::uint32_t verb) {
  static const Pattern kSpeaker("^(The (?:\\p{L}+ ){0,3}\\p{Ll}+s) $");
  static const Pattern kSaid(
      "^have (?:said|told|agreed|promised|undertaken)\\b");
  const auto speaker = kSpeaker.Search(text, {sentence.begin, verb});
  if (!speaker || !kSaid.Search(text, {verb, sentence.end})) {
    return std::nullopt;
  }
  return Agent{(*speaker)[1], (*speaker)[1], OwnerKind::kClass, 0};
}

// "The Clerk has agreed to count them": a promise by its own words, so it needs
// no time.
std::vector<Recommendation> FindAgreed(const Reading& reading) {
  static const Pattern kAgreed(
      "\\b(?:(?:has|have) (?:also |now |since )?(?:agreed|undertaken|promised|"
      "pledged|committed(?: itself| "
      "themselves)?)|undertakes?|pledges?|commits?)"
      " (?:not )?to\\s+(\\p{Ll}+)\\b|\\b(?:has|have) (?:also |now |since )?"
      "(?:given|made|offered) (?:an?|its|their|his|her|the [\\p{L} ]{3,30}? an?"
      ") (?:written |firm |formal |clear )?(?:assurance|undertaking|promise|"
      "pledge|commitment|guarantee)\\b[^.;:]{0,30}? (?:that|to)\\b|"
      "\\b(?:has|have) (?:also |now |since )?(?:said|confirmed|promised|told "
      "us|assured us) that (?:it|they|he|she) will "
      "(?:do|make|pay|see|send|take|put|give)\\b|"
      "\\b(?:has|have) agreed that (?:no|all|every|each) [^.;,]{3,80}? "
      "will\\b");
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, kAgreed)) {
    const auto match = kAgreed.Search(text, promise.sentence);
    if (!match || IsQuoted(reading, promise) ||
        (!Empty((*match)[1]) && Slice(text, (*match)[1]) != "have" &&
         !Commands(Slice(text, (*match)[1])))) {
      continue;
    }
    auto who = SubjectBefore(text, promise.sentence, (*match)[0].begin);
    if (!who) who = SpeakerBefore(text, promise.sentence, (*match)[0].begin);
    if (!who || IsMember(Slice(text, who->span)) ||
        !MaySpeak(reading, Slice(text, who->span), true)) {
      continue;
    }
    found.push_back(CommitmentOf(reading, promise.sentence, who));
  }
  return found;
}

std::vector<Recommendation> FindClassDuties(const Reading& reading) {
  static const Pattern kRequired(
      "\\b(?:will|shall) (?:each )?(?:be (?:required|expected|asked) to|"
      "have to)\\b|\\b(?:are|is) required to\\b");
  std::vector<Recommendation> found;
  for (Recommendation& item : FindPromises(reading, kRequired, false)) {
    const auto who = AgentAt(reading.text(), item.addressee_span);
    if (who && who->kind == OwnerKind::kClass) found.push_back(item);
  }
  return found;
}

// Passive with its agent: "will be issued by the Clerk quarterly".
std::vector<Recommendation> FindByAgent(const Reading& reading) {
  static const Pattern kBy(
      "\\bwill be (?:[a-z]+ly )?(monitored|overseen|reviewed|scrutinised|"
      "[a-z]+(?:ed|en|wn|de|ld|nt|ght|pt|lt|ut|id|un))\\b[^.;]*?\\bby "
      "(?:both )?");
  static const Pattern kWatching("^(?:monitored|overseen|reviewed)");
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, kBy)) {
    const auto match = kBy.Search(text, promise.sentence);
    if (!match || IsQuoted(reading, promise)) continue;
    // What is done to somebody by a thing or an event, and by nobody's will.
    static const Pattern kSuffered(
        "^(?:affected|altered|caused|covered|determined|driven|eaten|exceeded|"
        "funded|governed|hit|impacted|influenced|met|offset|overtaken|shaped|"
        "superseded)$");
    auto agents = AgentsAt(text, {(*match)[0].end, promise.sentence.end});
    if (agents.empty() || kSuffered.Search(text, (*match)[1])) continue;
    const bool watching = kWatching.Search(text, (*match)[1]).has_value();
    // Without a time, one body that is to do it on purpose is enough in a paper
    // of those who run it.
    static const Pattern kDone(
        "^(?:told|informed|notified|recognised|examined|checked|counted|vetted|"
        "trained|recorded|published|issued|drafted|prepared|produced|consulted|"
        "written|sent|appointed|audited|inspected|interviewed|contacted|"
        "visited|assessed|investigated|answered|collected|arranged|organised)"
        "$");
    const bool ours = reading.kind == DocumentKind::kReport &&
                      agents.front().kind != OwnerKind::kClass &&
                      kDone.Search(text, (*match)[1]);
    if (!(watching && agents.size() > 1) && !ours &&
        !HasDue(reading, promise.sentence)) {
      continue;
    }
    agents.front().span.end = agents.back().span.end;
    if (!MaySpeak(reading, Slice(text, agents.front().span), true)) continue;
    found.push_back(CommitmentOf(reading, promise.sentence, agents.front()));
  }
  return found;
}

// "A plan will be drawn up in each of the nine units by May."
std::vector<Recommendation> FindInEachUnit(const Reading& reading) {
  static const Pattern kIn(
      "\\bwill be [a-z]+(?: up| out)? (?:in|by|for|at) "
      "((?:each|every|all)\\b)");
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, kIn)) {
    const auto match = kIn.Search(text, promise.sentence);
    if (!match || IsQuoted(reading, promise)) continue;
    const auto who = AgentAt(text, {(*match)[1].begin, promise.sentence.end});
    if (!who || who->kind != OwnerKind::kClass ||
        !HasDue(reading, promise.sentence) || !MaySpeak(reading, "", true)) {
      continue;
    }
    found.push_back(CommitmentOf(reading, promise.sentence, who));
  }
  return found;
}

// Passive that says to whom and when: "will be presented to the Board on 3
// December". Nobody is named as doing it.
std::vector<Recommendation> FindPresented(const Reading& reading) {
  static const Pattern kTo(
      "\\bwill be (?:presented|submitted|reported|provided|sent|circulated|"
      "brought|published|laid|taken|put)\\b[^.;]*?\\b(?:to|before) (?:both )?");
  std::vector<Recommendation> found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, kTo)) {
    const auto match = kTo.Search(text, promise.sentence);
    if (!match || IsQuoted(reading, promise)) continue;
    if (!AgentAt(text, {(*match)[0].end, promise.sentence.end}) ||
        !MaySpeak(reading, "", HasDue(reading, promise.sentence))) {
      continue;
    }
    found.push_back(CommitmentOf(reading, promise.sentence, std::nullopt));
  }
  return found;
}

// An instrument that will name who answers: "An accountability framework will
// identify named individuals ...".
std::vector<Recommendation> FindInstruments(const Reading& reading) {
  static const Pattern kInstrument(
      "^((?:An?|The) [\\p{L} -]{0,40}?(?:framework|schedule|action plan|"
      "register|protocol)) will (?:identify|name|set out who|list)\\b");
  std::vector<Recommendation> found;
  for (const Promise& promise : ProseSentences(reading, WillDo())) {
    const auto match = kInstrument.Search(reading.text(), promise.sentence);
    if (!match || IsQuoted(reading, promise)) continue;
    found.push_back(CommitmentOf(reading, promise.sentence, std::nullopt));
  }
  return found;
}

RecommendationRule ClassDutiesRule() {
  return {
      "commitment.class-duty",
      0.85,
      {{DocumentKind::kReport,
        "1. Plans help. Each of our 11 operational units will be required to "
        "draw up a plan.\n",
        "[Each of our 11 operational units] Each of our 11 operational units "
        "will be required to draw up a plan."},
       {DocumentKind::kReport,
        "1. Staff will be required to show "
        "passes. The rise means all 11 units will have to draw up a plan.\n",
        ""}},
      &FindClassDuties};
}

RecommendationRule ByDateRule() {
  return {
      "commitment.will-by-date",
      0.85,
      {{DocumentKind::kReport,
        "1. The control room manager will bring the alarm back by 31 October "
        "2002.\n",
        "[The control room manager] The control room manager will bring the "
        "alarm back by 31 October 2002."},
       {DocumentKind::kReport,
        "1. The Section 73 Officer will bring the alarm back by May 2002.\n",
        "[The Section 73 Officer] The Section 73 Officer will bring the alarm "
        "back by May 2002."},
       {DocumentKind::kReport,
        "1. In the New Year the Estates Unit will move the alarm.\n",
        "[the Estates Unit] In the New Year the Estates Unit will move the "
        "alarm."},
       {DocumentKind::kReport,
        "1. Victim Aid will ring them again by the autumn of 2002.\n",
        "[Victim Aid] Victim Aid will ring them again by the autumn of "
        "2002."},
       {DocumentKind::kReport,
        "1. The Estates Unit will need a new alarm by May 2002.\n", ""},
       {DocumentKind::kReport,
        "1. The Clerk will only look at a complaint if nobody has answered it "
        "within two weeks.\n",
        ""},
       {DocumentKind::kReport,
        "1. This will bring the alarm back by 31 October 2002.\n", ""},
       {DocumentKind::kReport,
        "1. The Estates Unit now says that the new alarm, which comes on 1 "
        "May 2002, will make a lock unnecessary.\n",
        ""},
       {DocumentKind::kMinutes,
        "1. The Clerk will report by 31 October 2002.\n", ""}},
      &FindByDate};
}

RecommendationRule UndertakingsRule() {
  return {"commitment.undertakes",
          0.8,
          {{DocumentKind::kInspection,
            "6.1 HM Inspector intends to conduct a third inspection during "
            "2000.\n",
            "[HM Inspector] HM Inspector intends to conduct a third inspection "
            "during 2000."}},
          &FindUndertakings};
}

RecommendationRule AgreedRule() {
  return {
      "commitment.agreed",
      0.65,
      {{DocumentKind::kOther,
        "Keys were lost. The Council has agreed to count them.\n",
        "[The Council] The Council has agreed to count them."},
       {DocumentKind::kOther,
        "The Council has undertaken not to sell them. The Board has given an "
        "assurance in writing that a box will be bought.\n",
        "[The Council] The Council has undertaken not to sell them.\n"
        "[The Board] The Board has given an assurance in writing that a box "
        "will be bought."},
       {DocumentKind::kOther,
        "Keys were lost. The Council has agreed to this. Nobody has "
        "agreed to count them.\n",
        ""},
       {DocumentKind::kMinutes, "The Council has agreed to count them.\n", ""}},
      &FindAgreed};
}

RecommendationRule ByAgentRule() {
  return {
      "commitment.passive-by",
      0.75,
      {{DocumentKind::kReport,
        "8. Progress will be monitored and reviewed by both the NPA Audit "
        "and Review Committee and the Clerk.\n",
        "[the NPA Audit and Review Committee and the Clerk] Progress will be "
        "monitored and reviewed by both the NPA Audit and Review Committee "
        "and the Clerk."},
       {DocumentKind::kReport,
        "9. A call from a store will be recognised by the control room and "
        "graded as urgent. Victim Aid will be told of it by the Chief "
        "Executive on the next working day.\n",
        "[the control room] A call from a store will be recognised by the "
        "control room and graded as urgent.\n"
        "[the Chief Executive] Victim Aid will be told of it by the Chief "
        "Executive on the next working day."},
       {DocumentKind::kReport,
        "9. Costs will be met by fees. The sum will be paid by the Treasury. "
        "The store will be affected by the Keys Board by May 2003.\n",
        ""}},
      &FindByAgent};
}

RecommendationRule InEachUnitRule() {
  return {
      "commitment.passive-in-each",
      0.75,
      {{DocumentKind::kReport,
        "5. A plan will be drawn up in each of the nine command units by 30 "
        "September 2006.\n",
        "[each of the nine command units] A plan will be drawn up in each of "
        "the nine command units by 30 September 2006."},
       {DocumentKind::kReport, "5. A plan will be drawn up in each language.\n",
        ""}},
      &FindInEachUnit};
}

RecommendationRule PresentedRule() {
  return {
      "commitment.passive-to",
      0.6,
      {{DocumentKind::kReport,
        "5. The plan will be presented to the Estates Board on 3 May 2001.\n",
        "[] The plan will be presented to the Estates Board on 3 May 2001."},
       {DocumentKind::kReport, "5. Help will be provided to all.\n", ""}},
      &FindPresented};
}

RecommendationRule InstrumentsRule() {
  return {
      "commitment.instrument",
      0.55,
      {{DocumentKind::kReport,
        "5. An accountability schedule will name the officer who answers.\n",
        "[] An accountability schedule will name the officer who answers."},
       {DocumentKind::kReport, "5. The schedule will be long.\n", ""}},
      &FindInstruments};
}

}  // namespace

const std::vector<RecommendationRule>& CommitmentRules() {
  static const std::vector<RecommendationRule> kRules = {
      ClassDutiesRule(), ByDateRule(),      UndertakingsRule(),
      AgreedRule(),      ByAgentRule(),     InEachUnitRule(),
      PresentedRule(),   InstrumentsRule(),
  };
  return kRules;
}

}  // namespace concord::extraction
