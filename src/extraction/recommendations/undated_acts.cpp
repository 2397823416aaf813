// Promises that need no time: what is published and reported, what a known
// body or post will do on purpose, what the writer promises, what goes on from
// a promise before.
//
//   "The Constabulary will publish its progress."     an act that is seen
//   "The Treasurer will include it in the estimates." a known post, on purpose
//   "I shall send the box this week."                 who writes
//   "... by May, and will paint the store in June."   the second of two acts
//   refused: "The Clerk will continue to hold keys", "If the Clerk will ..."
//
// Weaker than a promise with its time, and run after it (commitments.cpp).
// Linear in the text.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/promises.h"

namespace concord::extraction {
namespace {

constexpr std::string_view kPublicActs =
    "appoint|circulate|conduct|consult|deliver|draw up|establish|implement|"
    "introduce|issue|monitor|prepare|present|produce|provide|publish|report|"
    "review|send|set up|submit|undertake|write";

std::vector<Recommendation> FindPublicActs(const Reading& reading) {
  static const Pattern kWill("\\bwill (?:also |then |now |[a-z]+ly )*(?:" +
                             std::string(kPublicActs) + ")\\b");
  // A long report tells of many who publish things.
  constexpr std::size_t kShortReport = 40'000;
  if (reading.kind == DocumentKind::kInspection &&
      reading.text().size() > kShortReport) {
    return {};
  }
  return FindPromises(reading, kWill, false);
}

// Papers and letters of those who act themselves; a report of an inspection
// tells what others do.
bool MayCommitFreely(const Reading& reading) {
  // A long page of no known sort tells of many who will do something.
  constexpr std::size_t kShortPage = 40'000;
  return reading.kind == DocumentKind::kReport ||
         reading.kind == DocumentKind::kStrategy ||
         (reading.kind == DocumentKind::kOther &&
          reading.text().size() < kShortPage);
}

// "The Treasurer will include the saving in the estimates.": a known body or
// post as the subject of a verb that is done on purpose. Weaker than a promise
// with its time.
std::vector<Recommendation> FindAgentActs(const Reading& reading) {
  // Deliberate as verbs of a request, and said of what merely happens too.
  static const Pattern kLoose(
      "^(?:allow|avoid|bring|carry|clear|consider|continue|cost|cut|decide|"
      "determine|discuss|draw|emphasise|enable|encourage|end|expand|explore|"
      "fill|find|follow|improve|increase|let|look|maintain|meet|move|note|play|"
      "prevent|promote|reach|receive|recognise|reduce|reinforce|replace|"
      "require|retain|run|see|seek|stop|support|target|want)$");
  std::vector<Recommendation> found;
  if (!MayCommitFreely(reading)) return found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, WillDo())) {
    const auto match = WillDo().Search(text, promise.sentence);
    if (!match || IsQuoted(reading, promise)) continue;
    const std::string_view verb = Slice(text, (*match)[1]);
    const TextSpan before = {promise.sentence.begin, (*match)[0].begin};
    auto who = SubjectBefore(text, promise.sentence, (*match)[0].begin);
    const auto both = SubjectOfBoth(text, promise.sentence, (*match)[0].begin);
    // "The Clerk accepts the point and will carry a lamp."
    static const Pattern kYields(
        "\\b(?:accepts?|accepted|agrees?|agreed|offers|offered) ");
    const bool yields = both && !who && IsAct(verb) &&
                        kYields.Search(text, {both->span.end, before.end});
    if (!yields && (!Commands(verb) || kLoose.Matches(verb))) continue;
    if (!who) who = both;
    static const Pattern kBound(
        "\\b(?i:if|when|whether|unless|until|once|who|which|that|what|how|"
        "where|whose|because|so|hope[sd]?|expect(?:s|ed)?|members?)\\b");
    if (!who || who->kind == OwnerKind::kClass ||
        (!yields && kBound.Search(text, before))) {
      continue;
    }
    found.push_back(CommitmentOf(reading, promise.sentence, who));
  }
  return found;
}

// "I shall send it this week.": who writes, promises.
std::vector<Recommendation> FindFirstPersonActs(const Reading& reading) {
  static const Pattern kActs(
      "^(?:And |But |So )?(?:I|[Ww]e) (?:will|shall) (?:also |now |then "
      "|not |never |always |therefore |both |each |myself |"
      "ourselves |gladly |personally )*(\\p{Ll}+)\\b");
  static const Pattern kLoose(
      "^(?:see|note|consider|look|continue|find|let|want|need|discuss|explain|"
      "follow|refer|return|examine|review|draw|describe|address|explore|meet|"
      "deal|listen|say)$");
  constexpr std::size_t kFewestWords = 6;  // "We will keep you safe."
  std::vector<Recommendation> found;
  if (!MayCommitFreely(reading)) return found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, WillDo())) {
    const auto match = kActs.Search(text, promise.sentence);
    if (!match || IsQuoted(reading, promise)) continue;
    const std::string_view verb = Slice(text, (*match)[1]);
    // "... two promises: we will write, and we will ring":
    // the names of promises.
    static const Pattern kNamed(
        "\\b(?:promises|pledges|commitments|undertakings)[^.:]{0,20}: "
        "[^.]*$");
    if (!Commands(verb) || kLoose.Matches(verb) ||
        kNamed.Search(text, promise.before) ||
        Words(text, promise.sentence).size() < kFewestWords) {
      continue;
    }
    static const Pattern kWho("\\b(?:I|[Ww]e)\\b");
    const auto who = kWho.Search(text, promise.sentence);
    found.push_back(CommitmentOf(reading, promise.sentence,
                                 Agent{(*who)[0], (*who)[0], {}, 0}));
  }
  return found;
}

// The sentence that ends `before`; how far back it is looked for is bounded.
TextSpan LastSentence(std::string_view text, TextSpan before) {
  constexpr std::uint32_t kFarthest = 1500;
  if (Length(before) > kFarthest) before.begin = before.end - kFarthest;
  while ((static_cast<unsigned char>(text[before.begin]) & 0xC0) == 0x80) {
    ++before.begin;
  }
  const auto sentences = SentencesIn(text, before);
  return sentences.empty() ? before : sentences.back();
}

// "The force will publish its progress. It will report to the Board." The
// second promise is by whoever made the first.
std::vector<Recommendation> FindGoingOn(const Reading& reading) {
  static const Pattern kPronoun(
      "^(?:It|They) will (?:also |then |[a-z]+ly )*(?:" +
      std::string(kPublicActs) +
      ")\\b|^(?:He|She) (?:will|is to) (?:also |then "
      "|[a-z]+ly )*(\\p{Ll}+)\\b");
  std::vector<Recommendation> found;
  if (reading.kind == DocumentKind::kInspection) return found;
  const std::string_view text = reading.text();
  for (const Promise& promise : ProseSentences(reading, WillDo())) {
    const auto goes_on = kPronoun.Search(text, promise.sentence);
    if (Empty(promise.before) || IsQuoted(reading, promise) || !goes_on ||
        (!Empty((*goes_on)[1]) && !IsAct(Slice(text, (*goes_on)[1])))) {
      continue;
    }
    const TextSpan first = LastSentence(text, promise.before);
    const auto will = WillDo().Search(text, first);
    if (!will || !IsAct(Slice(text, (*will)[1]))) continue;
    // "she will open it by May. She will also ...": of the same one.
    static const Pattern kSame("\\b(?:[Hh]e|[Ss]he) $");
    const auto who = SubjectBefore(text, first, (*will)[0].begin);
    const bool same = kSame.Search(text, {first.begin, (*will)[0].begin}) &&
                      !Empty((*goes_on)[1]);
    if (who || same) {
      static const Pattern kWho("^\\p{L}+");
      const auto pronoun = kWho.Search(text, promise.sentence);
      found.push_back(
          CommitmentOf(reading, promise.sentence,
                       who ? who : Agent{(*pronoun)[0], (*pronoun)[0], {}, 0}));
    }
  }
  return found;
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

RecommendationRule AgentActsRule() {
  return {"commitment.agent-act",
          0.6,
          {{DocumentKind::kReport,
            "19. The Treasurer will include the saving in the estimates. The "
            "Estates Unit has opened the box and will examine each key before "
            "Members sit again.\n",
            "[The Treasurer] The Treasurer will include the saving in the "
            "estimates.\n"
            "[The Estates Unit] The Estates Unit has opened the box and will "
            "examine each key before Members sit again."},
           {DocumentKind::kReport,
            "19. As to the box, the Clerk has opened it, and will lend it to "
            "the Board. Keys Today has counted them and will issue a list.\n",
            "[the Clerk] As to the box, the Clerk has opened it, and will "
            "lend it to the Board.\n"
            "[Keys Today] Keys Today has counted them and will issue a list."},
           {DocumentKind::kReport,
            "19. The Clerk accepts the point about boxes and will carry "
            "a lamp.\n",
            "[The Clerk] The Clerk accepts the point about boxes and will "
            "carry a lamp."},
           {DocumentKind::kReport,
            "19. The Clerk will continue to hold keys. Members will examine "
            "them. It is hoped that the Treasurer will include it. If the "
            "Clerk will count them, so be it.\n",
            ""}},
          &FindAgentActs};
}

RecommendationRule FirstPersonActsRule() {
  return {
      "commitment.first-person",
      0.65,
      {{DocumentKind::kOther,
        "Dear Clerk\n\nI shall send the box this week. We will gladly "
        "count the keys again. I shall see. We shall examine this below.\n",
        "[I] I shall send the box this week.\n"
        "[We] We will gladly count the keys again."},
       {DocumentKind::kStrategy,
        "We shall never give a key to a stranger. We will keep you safe. "
        "There are two promises: we will write to you, and we will ring you "
        "first.\n",
        "[We] We shall never give a key to a stranger."},
       {DocumentKind::kInspection, "We will count the keys again.\n", ""}},
      &FindFirstPersonActs};
}

RecommendationRule SecondActsRule() {
  return {
      "commitment.second-act",
      0.65,
      {{DocumentKind::kReport,
        "19. The Clerk will count the keys by 1 May 2002, and will paint the "
        "store in June 2002.\n",
        "[The Clerk] will paint the store in June 2002."},
       {DocumentKind::kReport,
        "19. The Clerk will count the keys and will paint the store in June "
        "2002.\n",
        ""}},
      &FindSecondActs};
}

// "You say that the Board will buy a lock; that keys will be counted; and that
// ...": a letter holds its reader to what was promised.
std::vector<Recommendation> FindHeldTo(const Reading& reading) {
  static const Pattern kSay(
      "\\bYou (?:say|tell us|tell me|have told us|write|promise)(?: in your "
      "(?:reply|letter))? that ");
  static const Pattern kThat(
      "(?:^|; (?:and )?|\\bYou [\\p{L} ]{3,30} )that "
      "()([^;.]{8,200})");
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kOther) return found;
  const std::string_view text = reading.text();
  for (const Line& line : reading.lines) {
    if (line.kind != document::BlockKind::kParagraph || line.quoted ||
        !kSay.Search(text, line.body)) {
      continue;
    }
    for (const TextSpan sentence : SentencesIn(text, line.body)) {
      if (!kSay.Search(text, sentence)) continue;
      const auto told = kThat.SearchAll(text, sentence);
      for (const MatchSpans& one : told) {
        const auto will = WillDo().Search(text, one[2]);
        if (!will || told.size() < 2) continue;
        found.push_back(
            CommitmentOf(reading, Trim(text, one[2]),
                         SubjectBefore(text, one[2], (*will)[0].begin)));
      }
    }
  }
  return found;
}

RecommendationRule HeldToRule() {
  return {"commitment.held-to",
          0.55,
          {{DocumentKind::kOther,
            "Dear Clerk\n\nYou say that the Keys Board will buy a lock; that "
            "keys will be counted; and that it rained.\n",
            "[the Keys Board] the Keys Board will buy a lock\n"
            "[] keys will be counted"},
           {DocumentKind::kOther,
            "Dear Clerk\n\nYou say that the keys will be lost.\n", ""}},
          &FindHeldTo};
}

RecommendationRule GoingOnRule() {
  return {"commitment.goes-on",
          0.6,
          {{DocumentKind::kReport,
            "19. The Constabulary will publish its progress. It will formally "
            "report to the Board.\n",
            "[The Constabulary] It will formally report to the Board."},
           {DocumentKind::kReport,
            "19. The Clerk will count the keys in May 2002. She will also "
            "attend the next count herself. She will need a lamp.\n",
            "[The Clerk] She will also attend the next count herself."},
           {DocumentKind::kReport,
            "19. Inspector Ada Reed wrote to say that she will open the box in "
            "May 2002. She will also attend the count.\n",
            "[She] She will also attend the count."},
           {DocumentKind::kReport,
            "19. The strategy is short. It will report nothing. The Clerk is "
            "old. She will retire.\n",
            ""}},
          &FindGoingOn};
}

}  // namespace

const std::vector<RecommendationRule>& UndatedActRules() {
  static const std::vector<RecommendationRule> kRules = {
      PublicActsRule(), GoingOnRule(),         SecondActsRule(),
      AgentActsRule(),  FirstPersonActsRule(), HeldToRule()};
  return kRules;
}

}  // namespace concord::extraction
