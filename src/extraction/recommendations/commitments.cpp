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
#include "concord/extraction/due.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// Verbs that tell of a state or an effect and promise nothing, and acts of
// publishing and reporting, which are enough without a date.
constexpr std::string_view kEffects =
    "affect|allow|also|always|appear|be|become|benefit|come|consist|contain|"
    "continue|cost|depend|enable|end|enjoy|expect|face|fall|feel|find|form|"
    "get|go|grow|have|help|include|know|last|lose|mean|need|never|no|not|"
    "only|reflect|remain|require|result|rise|save|see|seem|stand|suffer|then|"
    "want|wish";
constexpr std::string_view kPublicActs =
    "appoint|circulate|conduct|consult|deliver|draw up|establish|implement|"
    "introduce|issue|monitor|prepare|present|produce|provide|publish|report|"
    "review|send|set up|submit|undertake|write";

bool MayCommit(const Reading& reading) {
  return reading.kind == DocumentKind::kReport ||
         reading.kind == DocumentKind::kStrategy ||
         reading.kind == DocumentKind::kInspection ||
         reading.kind == DocumentKind::kOther;
}

bool InTimetable(const Reading& reading, std::size_t index) {
  static const Pattern kTimes(
      "\\b(?i:timetable|timescales?|milestones?|stages|programme of work|"
      "work programme)\\b");
  for (const std::int32_t at : HeadingsAbove(reading, index)) {
    const Line& heading = reading.lines[static_cast<std::size_t>(at)];
    if (kTimes.Search(reading.text(), heading.body)) return true;
  }
  return false;
}

const Pattern& WillDo() {
  static const Pattern kWill(
      "\\b(?:will|shall) (?:also |then |now |[a-z]+ly )*(\\p{Ll}+)\\b");
  return kWill;
}

bool IsAct(std::string_view verb) {
  static const Pattern kNoAct("^(?:" + std::string(kEffects) + ")$");
  return !kNoAct.Matches(verb);
}

// A leaflet tells "you" what will happen.
bool IsAdvice(const Reading& reading, TextSpan sentence) {
  static const Pattern kYou("\\b[Yy]ou\\b");
  return reading.kind == DocumentKind::kOther &&
         kYou.Search(reading.text(), sentence).has_value();
}

// The clauses of a sentence that could stand alone: a promise does not vouch
// for what is said after it ("..., and the first have been chosen").
std::vector<TextSpan> Clauses(std::string_view text, TextSpan sentence) {
  static const Pattern kBreak(
      ";\\s+(?:and |but )?|\\s+–\\s+|,? and (?:has|have) (?:\\p{Ll}+ )*|, and "
      "()(?:the|an?|it|they|this|those|these|what|from|in|by|[\\p{Lu}]\\p{L}+)"
      " ");
  std::vector<TextSpan> clauses;
  std::uint32_t begin = sentence.begin;
  for (const MatchSpans& match : kBreak.SearchAll(text, sentence)) {
    clauses.push_back(Trim(text, {begin, match[0].begin}));
    begin = match[1].begin > match[0].begin ? match[1].begin : match[0].end;
  }
  clauses.push_back(Trim(text, {begin, sentence.end}));
  return clauses;
}

struct Promise {
  TextSpan sentence;
  TextSpan before;  // of the paragraph: the sentences before it
};

// The clauses of prose in which a promise with this verb may stand. Paragraphs
// without the verb are not split at all.
std::vector<Promise> ProseSentences(const Reading& reading,
                                    const Pattern& verb) {
  std::vector<Promise> sentences;
  if (!MayCommit(reading)) return sentences;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const bool prose =
        line.kind == BlockKind::kParagraph || line.kind == BlockKind::kListItem;
    if (!prose || line.quoted || !verb.Search(reading.text(), line.body) ||
        InTimetable(reading, i)) {
      continue;
    }
    for (const TextSpan sentence : Sentences(reading.text(), line.body)) {
      if (IsAdvice(reading, sentence)) continue;
      for (const TextSpan clause : Clauses(reading.text(), sentence)) {
        sentences.push_back({clause, {line.body.begin, clause.begin}});
      }
    }
  }
  return sentences;
}

bool HasDue(const Reading& reading, TextSpan span) {
  return !FindDueInText(Slice(reading.text(), span), reading.base).empty();
}

bool IsQuoted(const Reading& reading, const Promise& promise) {
  return InQuotation(reading.text(),
                     {promise.before.begin, promise.sentence.end},
                     promise.sentence.begin + 1);
}

Recommendation CommitmentOf(const Reading& reading, TextSpan sentence,
                            const std::optional<Agent>& who) {
  Recommendation item =
      RecommendationAt(reading, sentence, RecommendationKind::kCommitment);
  if (who) SetAddressee(reading.text(), *who, &item);
  return item;
}

// In a report of an inspectorate or inquiry only its own promises count: what
// others will do is evidence. In a page of no known sort a time is needed.
bool MaySpeak(const Reading& reading, std::string_view who, bool has_due) {
  static const Pattern kAuthor(
      "\\b(?i:inspector|inspectorate|inquiry|commission|panel|audit "
      "office)\\b");
  if (reading.kind == DocumentKind::kInspection) return kAuthor.Matches(who);
  return reading.kind != DocumentKind::kOther || has_due;
}

// "Victim Aid will ...": capitals that open the sentence are a name, though no
// word of it says that it is a body.
std::optional<Agent> ProperNameBefore(std::string_view text, TextSpan sentence,
                                      const MatchSpans& verb) {
  static const Pattern kName(
      "^(?:(?:[\\p{Lu}][\\p{L}’-]+ ){1,3}[\\p{Lu}][\\p{L}’-]+) $");
  const TextSpan before = {sentence.begin, verb[0].begin};
  if (!kName.Search(text, before)) return std::nullopt;
  const TextSpan name = Trim(text, before);
  if (EndsAgent(Slice(text, Words(text, name).front()))) return std::nullopt;
  return Agent{name, name, OwnerKind::kBody, 0};
}

// Members decide; what they will do is no promise of the paper.
bool IsMember(std::string_view name) {
  static const Pattern kMembers("^(?i:(?:the )?members?|staff)$");
  return kMembers.Matches(name);
}

// Body or post before the verb that `verb` matches; the promise's subject.
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
    if (!who || IsMember(Slice(text, who->span))) continue;
    const bool has_due = HasDue(reading, promise.sentence);
    if (needs_due && !has_due) continue;
    if (!MaySpeak(reading, Slice(text, who->span), has_due)) continue;
    found.push_back(CommitmentOf(reading, promise.sentence, who));
  }
  return found;
}

std::vector<Recommendation> FindByDate(const Reading& reading) {
  return FindPromises(reading, WillDo(), true);
}

std::vector<Recommendation> FindUndertakings(const Reading& reading) {
  static const Pattern kUndertakes(
      "\\b(?:undertakes to|has undertaken to|have undertaken to|has agreed to|"
      "have agreed to|is committed to|has committed (?:itself )?to|intends? "
      "to|has promised to|plans to)\\s+(\\p{Ll}+)\\b");
  return FindPromises(reading, kUndertakes, true);
}

std::vector<Recommendation> FindPublicActs(const Reading& reading) {
  static const Pattern kWill("\\bwill (?:also |then |now |[a-z]+ly )*(?:" +
                             std::string(kPublicActs) + ")\\b");
  if (reading.kind == DocumentKind::kInspection) return {};
  return FindPromises(reading, kWill, false);
}

// The sentence that ends `before`; how far back it is looked for is bounded.
TextSpan LastSentence(std::string_view text, TextSpan before) {
  constexpr std::uint32_t kFarthest = 1500;
  if (Length(before) > kFarthest) before.begin = before.end - kFarthest;
  while ((static_cast<unsigned char>(text[before.begin]) & 0xC0) == 0x80) {
    ++before.begin;
  }
  const auto sentences = Sentences(text, before);
  return sentences.empty() ? before : sentences.back();
}

// "The force will publish its progress. It will report to the Board." The
// second promise is by whoever made the first.
std::vector<Recommendation> FindGoingOn(const Reading& reading) {
  static const Pattern kPronoun(
      "^(?:It|They) will (?:also |then |[a-z]+ly )*(?:" +
      std::string(kPublicActs) + ")\\b");
  std::vector<Recommendation> found;
  if (reading.kind == DocumentKind::kInspection) return found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, WillDo())) {
    if (Empty(promise.before) || IsQuoted(reading, promise) ||
        !kPronoun.Search(text, promise.sentence)) {
      continue;
    }
    const TextSpan first = LastSentence(text, promise.before);
    const auto will = WillDo().Search(text, first);
    if (!will || !IsAct(Slice(text, (*will)[1]))) continue;
    const auto who = SubjectBefore(text, first, (*will)[0].begin);
    if (who) found.push_back(CommitmentOf(reading, promise.sentence, who));
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
    auto agents = AgentsAt(text, {(*match)[0].end, promise.sentence.end});
    if (agents.empty()) continue;
    const bool watching = kWatching.Search(text, (*match)[1]).has_value();
    if (!(watching && agents.size() > 1) &&
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
      "brought|published)\\b[^.;]*?\\b(?:to|before) (?:both )?");
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
       {DocumentKind::kReport, "1. Staff will be required to show passes.\n",
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
        "1. This will bring the alarm back by 31 October 2002.\n", ""},
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
       {DocumentKind::kReport, "9. Costs will be met by fees.\n", ""}},
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

RecommendationRule PublicActsRule() {
  return {"commitment.will-publish",
          0.65,
          {{DocumentKind::kReport,
            "19. The Constabulary will openly publish its progress.\n",
            "[The Constabulary] The Constabulary will openly publish its "
            "progress."},
           {DocumentKind::kReport,
            "19. The Constabulary will benefit from this.\n", ""}},
          &FindPublicActs};
}

RecommendationRule GoingOnRule() {
  return {"commitment.goes-on",
          0.6,
          {{DocumentKind::kReport,
            "19. The Constabulary will publish its progress. It will formally "
            "report to the Board.\n",
            "[The Constabulary] It will formally report to the Board."},
           {DocumentKind::kReport,
            "19. The strategy is short. It will report nothing.\n", ""}},
          &FindGoingOn};
}

}  // namespace

const std::vector<RecommendationRule>& CommitmentRules() {
  static const std::vector<RecommendationRule> kRules = {
      ClassDutiesRule(), ByDateRule(),     UndertakingsRule(),
      ByAgentRule(),     InEachUnitRule(), PresentedRule(),
      InstrumentsRule(), PublicActsRule(), GoingOnRule()};
  return kRules;
}

}  // namespace concord::extraction
