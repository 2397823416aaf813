// Who is asked, and who else has a part in it.
//
// "The Chief Constable should publish ..."          the one before the modal
// "the MPS to report ..."                           the one before "to"
// "the Head of Training be asked to ..."            asked, though passive
// "a register should be kept by the Clerk"          the agent of the passive
// "the report be received", "Funding should be agreed"   nobody is named

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

// Passives whose subject is still the one asked: "be asked to".
constexpr std::string_view kAsking =
    "asked|invited|advised|requested|required|instructed|directed|authorised|"
    "authorized|encouraged|tasked|urged|expected|prepared|reminded|"
    "commissioned "
    "to|empowered|obliged|delegated|given|able|responsible|willing";

const Pattern& AskingPassive() {
  static const Pattern kPattern(
      "^(?:\\s*\\([^)]*\\))?(?:\\s*,[^,]*,)?\\s*(?:not |also |now |then )?"
      "(?:should |must |shall |will |to )?(?:not |also )?(?:are|is|be)\\s+(?:" +
      std::string(kAsking) + ")\\b");
  return kPattern;
}

// "be received", "be formally adopted", "should be kept".
const Pattern& PlainPassive() {
  static const Pattern kPattern(
      "^(?:\\s*\\([^)]*\\))?(?:\\s*,[^,]*,)?(?: (?:in|across|within) the "
      "[\\p{L} ]{2,24}?)?\\s*(?:not |also |now |then |"
      "[a-z]+ly )*(?:should |must |shall |will |to )?(?:not |never |[a-z]+ly )*"
      "be\\s+"
      "(?:[a-z]+ly )?\\p{L}+(?:ed|en|wn|de|ld|pt|lt|ut|et|nt|un|ght|id|ad)"
      "\\b");
  return kPattern;
}

bool IsPassive(std::string_view rest) {
  return PlainPassive().Matches(rest) && !AskingPassive().Matches(rest);
}

// "an officer", "officers": nobody who could be asked about it afterwards.
bool IsAnybody(std::string_view text, const Agent& agent) {
  static const Pattern kAnybody(
      "^(?:an? \\p{Ll}[\\p{Ll} ]*|(?:police )?officers|staff)$");
  return kAnybody.Matches(Slice(text, agent.span));
}

// "by the ISM Code": the letters name a paper and not who does it.
bool IsOfPaper(std::string_view text, TextSpan after) {
  static const Pattern kPaper(
      "^ (?i:codes?|acts?|conventions?|regulations?|rules?|manuals?|"
      "guidelines|guidance|standards?|polic(?:y|ies)|handbook|protocols?)\\b");
  return kPaper.Search(text, after).has_value();
}

std::optional<Agent> ByAgent(std::string_view text, TextSpan within) {
  static const Pattern kBy("\\bby (?:both )?");
  for (const MatchSpans& match : kBy.SearchAll(text, within)) {
    auto agents = AgentsAt(text, {match[0].end, within.end});
    if (agents.empty() || IsAnybody(text, agents.front()) ||
        IsOfPaper(text, {agents.back().span.end, within.end})) {
      continue;
    }
    agents.front().span.end = agents.back().span.end;
    return agents.front();
  }
  return std::nullopt;
}

// "There should be appointed in each basic command unit ...".
std::optional<Agent> PlaceOfDuty(std::string_view text, TextSpan span) {
  static const Pattern kThere(
      "^There (?:should|must|shall) be .*?\\b(?:in|at|within|by) ((?:each|"
      "every|all)\\b)");
  const auto match = kThere.Search(text, span);
  if (!match) return std::nullopt;
  return AgentAt(text, {(*match)[1].begin, span.end});
}

// "We ask the Clerk to ...", "Let the Clerk ...": the one asked is the object.
std::optional<Agent> AskedObject(std::string_view text, TextSpan span) {
  static const Pattern kAsk(
      "^(?:[^.;:]{0,60}?\\b(?:I|[Ww]e)\\b(?: [a-z]+){0,3}? (?:ask|urge|invite|"
      "encourage|press|request|call (?:up)?on|look to|expect|want|like|advise) "
      "|Let )((?:the|all|each|every|both|its|\\p{Lu}).*)$");
  // "Would the Clerk please ...?", "It would help ... if the Clerk were to".
  static const Pattern kPolite(
      "^(?:Would |It would [^.;:]{3,90}? if )((?:the|all|each|every|both|its|"
      "\\p{Lu})[^.;:]*? (?:please|were to|could|would)\\b.*)$");
  // "Might the Clerk count them by May?"
  static const Pattern kQuestion(
      "^(?:Will|Would|Might|Could|May) ((?:the|all|each|every|both|its|\\p{Lu})"
      "[^?]*)\\?\\s*$");
  // "The Committee encourages the Northland Party to": a body asks another, or
  // a party that no word tells as one.
  static const Pattern kBody(
      "^(?:In [^.;:]{3,120}, )?[Tt]he (?:\\p{Lu}\\p{L}+ ){0,3}(?:Committee|"
      "Commission|Panel|Board|Council|Inquiry)(?: also| further| again|,)* "
      "(?:urges|encourages|invites|requests|asks|calls (?:up)?on) ((?:the "
      "(?:(?:\\p{Lu}\\p{L}+|\\p{Ll}+) ){1,4}?|\\p{Lu}\\p{L}+ ))to \\p{Ll}+");
  if (const auto body = kBody.Search(text, span)) {
    const TextSpan named = Trim(text, (*body)[1]);
    const auto agent = AgentAt(text, named);
    return agent && agent->span.end == named.end
               ? agent
               : Agent{named, named, OwnerKind::kBody, 0};
  }
  auto ask = kAsk.Search(text, span);
  if (!ask) ask = kPolite.Search(text, span);
  if (!ask) ask = kQuestion.Search(text, span);
  if (!ask) return std::nullopt;
  auto agents = AgentsAt(text, (*ask)[1]);
  if (agents.empty()) return std::nullopt;
  agents.front().span.end = agents.back().span.end;
  return agents.front();
}

// "The officer who first attends should": the clause tells which officer.
Agent WithClause(std::string_view text, Agent agent, std::uint32_t verb) {
  static const Pattern kWho("^ who [^,.;:]{2,60}$");
  const TextSpan rest = Trim(text, {agent.span.end, verb});
  const TextSpan between = {agent.span.end, rest.end};
  if (Empty(rest) || !kWho.Search(text, between)) return agent;
  agent.span.end = rest.end;
  agent.name.end = rest.end;
  return agent;
}

// The deciding committee itself and its members own nothing by deciding.
bool IsDecider(std::string_view name) {
  static const Pattern kDecider(
      "^(?i:the |this )?(?i:members?\\b.*|committee|board|authority|"
      "sub-?committee|cabinet|council|panel|full authority)$");
  return kDecider.Matches(name);
}

void AddOwner(const OwnerMention& owner, Recommendation* item) {
  for (const OwnerMention& known : item->owners) {
    if (FoldWords(known.name) == FoldWords(owner.name)) return;
  }
  item->owners.push_back(owner);
}

// "The Clerk, on behalf of the Board, should ...": what one does for another is
// the other's too.
void AddPrincipals(std::string_view text, Recommendation* item) {
  static const Pattern kBehalf("^,?\\s+\\(?(?:acting )?on behalf of ()");
  if (!Contains(item->span, item->addressee_span)) return;
  const TextSpan rest = {item->addressee_span.end, item->span.end};
  const auto behalf = kBehalf.Search(text, rest);
  if (!behalf) return;
  for (const Agent& agent :
       AgentsAt(text, {(*behalf)[1].begin, item->span.end})) {
    OwnerMention owner = AsOwner(text, agent, "owner");
    owner.rule = "owner.on-behalf";
    owner.confidence = 0.8;
    AddOwner(owner, item);
  }
}

// "Two locks are to be fitted: the Clerk to see to it by May.": who is to act
// stands behind the colon.
std::optional<Agent> DoerAfterColon(std::string_view text, TextSpan span) {
  static const Pattern kBehind("[:;–—] (?:and )?((?:the |each |all )?\\p{L})");
  for (const MatchSpans& match : kBehind.SearchAll(text, span)) {
    const TextSpan clause = {match[1].begin, span.end};
    const auto agents = AgentsAt(text, clause);
    if (agents.empty()) continue;
    const std::uint32_t end = agents.back().span.end;
    static const Pattern kTo("^ to (?:\\p{Ll}+ly )?(\\p{Ll}+)\\b");
    const auto to = kTo.Search(text, {end, span.end});
    if (!to || !IsBaseVerb(Slice(text, (*to)[1])) ||
        Slice(text, (*to)[1]) == "be") {
      continue;
    }
    Agent all = agents.front();
    all.span.end = end;
    return all;
  }
  return std::nullopt;
}

// "On 3 May the Commission recommended that ...": the day on which it was made.
bool IsDayOfMaking(const Recommendation& item, const DateMention& due) {
  static const Pattern kOpens("^(?i:on )$");
  static const Pattern kMakes(
      "^,? (?:the |we |I |it )(?:\\p{L}+ "
      "){0,4}?(?:recommend\\w*|made|issued)\\b");
  const std::string_view text = item.text;
  return kOpens.Search(text, {0, due.span.begin}) &&
         kMakes.Search(text,
                       {due.span.end, static_cast<std::uint32_t>(text.size())});
}

}  // namespace

std::optional<Agent> DecisionAddressee(std::string_view text, TextSpan span) {
  static const Pattern kThat("^(?i:that)\\b:?\\s*");
  static const Pattern kPassesOn(
      "^(?i:to )?(?i:ask|request|invite|instruct|direct|authorise|require|"
      "urge)s? ");
  static const Pattern kRecommends(
      "^\\s+(?:recommends? (?:that )?|asks? that )");
  if (const auto that = kThat.Search(text, span)) {
    span.begin = that->front().end;
  }
  if (const auto verb = kPassesOn.Search(text, span)) {
    const auto asked = AgentAt(text, {verb->front().end, span.end});
    if (asked && Slice(text, {asked->span.end, span.end}).starts_with(" to ")) {
      return asked;
    }
  }
  // "Require an assurance from the Clerk", "call upon the Clerk for a list".
  static const Pattern kFrom(
      "^(?i:to )?(?i:require|request|seek|obtain|ask for|invite|call for)s? "
      "(?:an?|the|further|regular|written)\\b[^.;:,]{2,60}? from ()\\S");
  static const Pattern kCallOn(
      "^(?i:to )?(?i:call|look)s? (?:up)?(?:on|to) ()");
  for (const Pattern* passes : {&kFrom, &kCallOn}) {
    const auto match = passes->Search(text, span);
    if (!match) continue;
    if (const auto asked = AgentAt(text, {(*match)[1].begin, span.end})) {
      return asked;
    }
  }
  const auto agent = AgentAt(text, span);
  if (!agent) return std::nullopt;
  const TextSpan rest = {agent->span.end, span.end};
  if (const auto passes_on = kRecommends.Search(text, rest)) {
    return AgentAt(text, {passes_on->front().end, span.end});
  }
  if (IsPassive(Slice(text, rest)) || IsAnybody(text, *agent)) {
    return std::nullopt;
  }
  // "the Service and the Constabulary agree": all of them are asked.
  Agent asked = *agent;
  asked.span.end = AgentsAt(text, span).back().span.end;
  return asked;
}

std::optional<Agent> AskedByThat(std::string_view text, TextSpan span) {
  static const Pattern kThat("^(?i:that)\\b,?\\s*");
  static const Pattern kOpening(
      "^(?i:within|by|before|from|in|on|at|until|as soon as)\\b");
  if (const auto that = kThat.Search(text, span)) {
    span.begin = that->front().end;
  }
  if (const auto agent = DecisionAddressee(text, span)) return agent;
  static const Pattern kPassive(
      "\\bbe (?:[a-z]+ly )?\\p{L}+(?:ed|en|wn|de|ld|"
      "pt|lt|nt|ght|id)\\b");
  const TextSpan sentence = SentenceAt(text, span, span.begin);
  if (const auto passive = kPassive.Search(text, sentence)) {
    return ByAgent(text, {passive->front().end, sentence.end});
  }
  if (!kOpening.Search(text, span)) return std::nullopt;
  // "in the event of a fire the Clerk ring": only the Clerk acts.
  static const Pattern kActs(
      "^,? (?:\\p{Ll}+ly |also |then )?(?:((?:should|must|shall|will|may|be|"
      "is|are|to|not|continue)\\b)|(\\p{Ll}+))");
  for (const TextSpan word : Words(text, sentence)) {
    const auto agent = AgentAt(text, {word.begin, sentence.end});
    if (!agent || word.begin == span.begin) continue;
    const auto acts = kActs.Search(text, {agent->span.end, sentence.end});
    if (acts && (!Empty((*acts)[1]) || IsBaseVerb(Slice(text, (*acts)[2])))) {
      return agent;
    }
  }
  return std::nullopt;
}

std::optional<Agent> AskedIn(std::string_view text, TextSpan span) {
  static const Pattern kModal(
      "\\b(?:should|must|shall|ought to|needs? to|will|has to|have to|"
      "had better)\\b");
  static const Pattern kTo("\\bto\\b");
  if (const auto place = PlaceOfDuty(text, span)) return place;
  if (const auto object = AskedObject(text, span)) return object;
  auto verb = kModal.Search(text, span);
  if (!verb) verb = kTo.Search(text, span);
  if (!verb) return std::nullopt;
  const TextSpan rest = {verb->front().end, span.end};
  if (IsPassive(Slice(text, rest))) {
    const auto by = ByAgent(text, SentenceAt(text, rest, rest.begin));
    return by ? by : DoerAfterColon(text, span);
  }
  const std::uint32_t at = verb->front().begin;
  const auto subject = SubjectBefore(text, span, at);
  return subject ? WithClause(text, *subject, at) : DoerAfterColon(text, span);
}

TextSpan AskedByRecommending(std::string_view text, TextSpan span,
                             TextSpan asked_already) {
  static const Pattern kThat(
      "\\b(?:recommend(?:s|ed|ing)?|recommendation is)(?:,[^,.;:]{3,60},)?"
      "(?: that\\b:?\\s*| (?:(?:the|all|each|every|both) |[\\p{Lu}]))");
  static const Pattern kThatAtEnd("that:?\\s*$");
  static const Pattern kAside(
      "^(?:,\\s*[^,.;:]{3,140},\\s*|,?\\s*(?:if|where|when|once|subject to|"
      "as|in|by|for|within|following|having|until|from|with|on|at|before|"
      "after)\\b[^,.;:]{2,160},\\s*)");
  static const Pattern kVerb(
      "^ (?:should|must|shall|not|be|to|direct|task|lead|do|fast-track|"
      "urgently|actively|also|immediately|formally|jointly) ");
  const auto that = kThat.Search(text, span);
  // Whoever stands after the verb is asked; who stands before it asks.
  if (!that || asked_already.begin > that->front().begin) return {};
  TextSpan asks = SentenceAt(text, span, that->front().end - 1);
  asks.begin = that->front().end;
  if (!kThatAtEnd.Search(text, that->front())) {
    // Without "that" the one asked begins with the last word of the match.
    const std::string_view matched = Slice(text, that->front());
    const std::size_t last = matched.find_last_of(' ', matched.size() - 2);
    asks.begin = that->front().begin + static_cast<std::uint32_t>(last) + 1;
  }
  while (const auto aside = kAside.Search(text, asks)) {
    asks.begin = aside->front().end;
  }
  const TextSpan named = AskedAt(text, asks);
  const TextSpan rest = {named.end, asks.end};
  const bool is_agent = AgentAt(text, asks).has_value();
  if (!Empty(named) && IsPassive(Slice(text, rest))) {
    const auto by = ByAgent(text, rest);
    return by ? by->span : TextSpan{};
  }
  // A name that no word tells as a body's acts at least: "the Senate agree".
  if (!Empty(named) && (is_agent || kVerb.Search(text, rest) ||
                        Commands(Slice(text, Trim(text, rest))))) {
    return named;
  }
  const auto asked = AskedByThat(text, asks);
  return asked ? asked->span : TextSpan{};
}

void SetAskedByThat(const Reading& reading, Recommendation* item) {
  auto asked = AskedByThat(reading.text(), item->span);
  if (!asked) asked = AskedIn(reading.text(), item->span);
  if (asked) SetAddressee(reading.text(), *asked, item);
}

void SetAddressee(std::string_view text, const Agent& agent,
                  Recommendation* item) {
  item->addressee_span = agent.span;
  item->addressee = Slice(text, agent.span);
}

void FillOwners(const Reading& reading, Recommendation* item) {
  const std::string_view text = reading.text();
  const bool decides =
      item->kind == RecommendationKind::kDecision && IsDecider(item->addressee);
  // A column or a line that names the owner leaves nothing to be told.
  const bool named = std::any_of(
      item->owners.begin(), item->owners.end(),
      [](const OwnerMention& owner) { return owner.role == "owner"; });
  if (!item->addressee.empty() && !decides && !named) {
    auto agents = AgentsAt(text, item->addressee_span);
    // A state has no word in its name that tells it is a body.
    static const Pattern kName("^(?:[\\p{Lu}]|we$)");
    if (agents.empty() && (!item->recommenders.empty() ||
                           kName.Search(text, item->addressee_span))) {
      agents.push_back({item->addressee_span, item->addressee_span});
    }
    if (agents.size() == 1) {
      agents[0] = WithClause(text, agents[0], item->addressee_span.end);
    }
    for (const Agent& agent : agents) {
      OwnerMention owner = AsOwner(text, agent, "addressee");
      owner.rule = "owner.addressee";
      owner.confidence = item->confidence;
      AddOwner(owner, item);
    }
  }
  for (const OwnerMention& partner : PartnersIn(text, item->span)) {
    AddOwner(partner, item);
  }
  AddPrincipals(text, item);
  // "the Chair with the Treasurer, to see the builder"
  const TextSpan rest = {item->addressee_span.end, item->span.end};
  if (!Contains(item->span, item->addressee_span) ||
      !Slice(text, rest).starts_with(" with ")) {
    return;
  }
  for (const Agent& agent : AgentsAt(text, {rest.begin + 6, rest.end})) {
    OwnerMention owner = AsOwner(text, agent, "consulted");
    owner.rule = "owner.partner";
    owner.confidence = 0.7;
    AddOwner(owner, item);
  }
}

// "Count the keys. We found in 2003 that none were counted.": a sentence that
// tells why. `sentences` are the item's.
bool IsEvidence(const Recommendation& item,
                const std::vector<TextSpan>& sentences, TextSpan due) {
  static const Pattern kTells(
      "\\b(?i:was|were|had|has been|have been|found|heard|saw|told)\\b");
  const std::string_view text = item.text;
  const auto found = std::upper_bound(
      sentences.begin(), sentences.end(), due.begin,
      [](std::uint32_t at, const TextSpan& one) { return at < one.end; });
  const TextSpan sentence = found == sentences.end() ? WholeOf(text) : *found;
  return sentence.begin > 0 && kTells.Search(text, sentence) &&
         !IsRequest(Slice(text, sentence));
}

void FillDue(const Reading& reading, Recommendation* item) {
  if (!item->due.empty()) return;
  const std::vector<DateMention> dues = FindDueInText(item->text, reading.base);
  if (dues.empty()) return;
  const std::vector<TextSpan> sentences =
      Sentences(item->text, WholeOf(item->text));
  for (DateMention due : dues) {
    if (IsDayOfMaking(*item, due) || IsEvidence(*item, sentences, due.span)) {
      continue;
    }
    due.span.begin += item->span.begin;
    due.span.end += item->span.begin;
    item->due.push_back(std::move(due));
  }
}

}  // namespace concord::extraction
