#include "extraction/recommendations/asks.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "concord/base/unicode.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using WordSet = std::unordered_set<std::string_view>;

// The words of a line, between its blanks.
WordSet WordsOf(std::string_view line) {
  WordSet words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) words.emplace(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

// Verbs that a request in the imperative begins with.
const WordSet& CommandVerbs() {
  static const WordSet kWords = WordsOf(
      "abandon abolish accede accelerate accept acquire adapt address adhere "
      "adjust adopt advertise advise affirm agree alert align allocate allow "
      "amend analyse announce apologise apply appoint appraise approve "
      "arrange ascertain ask assess assign assist attach audit avoid begin "
      "bring broaden build buy carry cease change check choose circulate "
      "clarify clean clear close co-ordinate collaborate collate collect "
      "combat combine commission communicate compare compensate compile "
      "complete comply concentrate conduct confirm consider consolidate "
      "consult contact continue convene coordinate copy correct cost count "
      "cover create curb cut decide dedicate deepen define delegate deliver "
      "demonstrate deploy design destroy determine develop devise devote "
      "disband disclose discontinue discuss display disseminate distribute "
      "diversify divide donate draft draw drop earmark educate elaborate "
      "eliminate embed emphasise emphasize employ empower enable enact "
      "encourage end enforce engage enhance ensure entrust equalise equip "
      "eradicate establish evaluate examine exclude exempt expand expedite "
      "explain explore extend facilitate familiarise fetch fill finalise "
      "finalize finish fit fix follow forbid formalise formulate foster fund "
      "gather get give grant guarantee halt halve hand harmonise harmonize "
      "hire hold host identify implement impose improve incentivise include "
      "incorporate increase inform initiate insist inspect install institute "
      "instruct insure integrate intensify intervene interview introduce "
      "invest investigate invite issue join keep label launch lay lease leave "
      "legislate lend let liaise limit link list lock log look lower "
      "mainstream maintain make mandate measure meet mend merge minimise "
      "minimize mitigate mobilise modernise modify monitor mount move name "
      "negotiate nominate note notify obtain offer open operationalise "
      "operationalize optimise optimize order organise outline overhaul "
      "oversee paint participate pay perform permit phase phone pick pilot "
      "place plan post prepare prescribe present preserve prevent print "
      "prioritise prioritize procure produce prohibit promote promulgate "
      "propose prosecute protect provide publicise publish punish purchase "
      "pursue put quantify raise ratify rationalise rationalize re-evaluate "
      "re-examine reach reactivate realign reassess rebuild recast receive "
      "recognise recognize recommend reconsider reconvene record recover "
      "recruit rectify redefine redesign redirect redistribute redouble "
      "redraft redress reduce refer reform refrain refurbish refuse register "
      "regulate rehearse rehouse reimburse reinforce reinstate reinvestigate "
      "reiterate release relocate remedy remind remove rename render renew "
      "rent reopen reorganise reorganize reorient repair repay repeal repeat "
      "replace reply report request require reschedule reserve reshape "
      "resolve respond restore restrict restructure resume retain retire "
      "retrain retrieve return review revise revisit revive rewrite ring "
      "rotate run safeguard satisfy save scrap screen scrutinise scrutinize "
      "search secure see seek segregate sell send separate set settle share "
      "shorten show shut sign signpost simplify slow spare speak specify "
      "spell split spread staff stagger standardise standardize start state "
      "stipulate stock stop store streamline strengthen submit subscribe "
      "substitute summarise supervise supply support survey suspend sustain "
      "sweep switch tackle take teach telephone tell terminate test tidy tie "
      "tighten trace track train transfer translate treat try turn undertake "
      "unify update upgrade upskill urge use utilise utilize validate vary "
      "verify vet visit warn wash weed weigh welcome widen withdraw withhold "
      "work write");
  return kWords;
}

// Who recommends: "I", "we", "the review team", "this panel", "IPS".
constexpr std::string_view kMakerWords =
    "(?:I|[Ww]e|(?:[Tt]he|[Tt]his|[Oo]ur) (?:[\\p{L}’'-]+ ){0,4}?(?i:panel|"
    "inspectors?|inspectorate|inspection|reviewers?|review|team|commission(?:er"
    ")?|committee|sub-committee|auditors?|audit|inquiry|enquiry|authors?|group|"
    "party|investigators?|investigation|ombudsman|adviser|advisor|assessors?|"
    "coroner|examiners?|authority|scrutiny|study|report|force|agency|office|"
    "board|unit|"
    "members|visitors|council|chair|chairman)|[\\p{Lu}]{2,7})";
// Who asks in the document itself; "the Council asks" tells of somebody.
constexpr std::string_view kSelf =
    "(?:I|[Ww]e|(?:[Tt]he|[Tt]his|[Oo]ur) (?:[\\p{L}’'-]+ ){0,3}?(?i:panel|"
    "inspectors?|inspectorate|reviewers?|team|auditors?|inquiry|enquiry|authors"
    "|group|party|investigators?|ombudsman|adviser|assessors?|coroner|"
    "examiners?|visitors))";
// "would also", ", therefore,": between who asks and the verb.
constexpr std::string_view kAdverbs =
    "(?:,? (?:also|therefore|further|now|strongly|would|do|accordingly|"
    "consequently|thus|hereby|finally|lastly|formally|unanimously|must|"
    "again|simply|only|should like to|would like to|wish to|likewise|"
    "however|in particular),?)* ";

}  // namespace

bool Asks(std::string_view sentence) {
  static const Pattern kAsks(
      "\\b(?:(?:is|are)(?: \\p{L}+ly)? to [a-z]{2,}|"
      "(?:is|are) (?:invited|asked|urged|advised|requested|encouraged|"
      "recommended|required|expected|called upon)(?: (?:between|among) them| "
      "together| jointly| in turn| once more| also)? to|"
      "(?:would|might|may|could) (?:do worse|do well|consider|usefully|well|"
      "with (?:advantage|profit|benefit)|profitably|like to)|[Ww]ould "
      "(?:the|members|both|all) [^.?]{2,60} please|"
      "will (?:want|wish) to|(?:would|should) (?:be (?:a kindness|helpful|"
      "sensible|prudent|wise|better|right|well) (?:if|to)|like (?:to "
      "see|it))|would do well to|It would (?:\\p{L}+ )?(?:help|assist) (?:if|"
      "to)|[Ww]ould be (?:of (?:\\p{L}+ )?(?:help|use|value|service)|useful|a "
      "help) (?:if|to)|"
      "had better(?: not)? [a-z]+|[Ww]e (?:\\p{L}+ )?(?:expect|want|press) "
      "[^.;:]{2,60} to [a-z]+|(?:would|will) need to|wants? (?:to be "
      ")?[a-z]+ing|"
      "(?:I|[Ww]e) (?:\\p{L}+ly |would (?:\\p{L}+ )?)?(?:urge|invite|ask|look "
      "to|"
      "call (?:up)?on|advise|encourage|propose|suggest|recommend|request))\\b");
  return IsNormative(sentence) || kAsks.Matches(sentence);
}

bool TellsOver(std::string_view sentence) {
  static const Pattern kTold(
      "\\b(?:should|ought to|must) (?:not )?have (?:been|\\p{L}+(?:ed|en))\\b|"
      "\\b(?:was|were|had been) (?:asked|urged|invited|required|to|told|"
      "expected)\\b|\\b(?:said|thought|felt|believed|argued|told us|agreed|"
      "accepted|claimed|asked|wondered|knew) (?:that|whether|why|how|if)\\b|"
      "\\b(?:will|may|might|can|could) (?:also |then |normally |usually "
      ")*recommend\\b|"
      "\\?\\W*$");
  static const Pattern kPlease("\\bplease\\b");
  return kTold.Matches(sentence) && !kPlease.Matches(sentence);
}

bool Commands(std::string_view body) {
  static const Pattern kLet(
      "^[Ll]et (?:the|us|all|each|every|there|it|them|\\p{Lu})");
  if (kLet.Matches(body)) return true;
  static const Pattern kOpening(
      "^(?:Once|When|Whenever|Where|Wherever|If|Until|After|Before|During|As|"
      "In|"
      "For|To|Within|By|At|On|Through|Following|Pending|Subject to|From|With|"
      "Without|Working with|Together with|Using|Until|As part of|Building on)"
      " [^.;:?!]{2,240}, (?:also |then |\\p{Ll}+ly )?(\\p{Ll}+) (?:the|an?|all|"
      "any|its|their|each|every|that|how|whether|this|these|those|more|clear|"
      "new|an)\\b");
  if (const auto opened = kOpening.Search(body);
      opened && CommandVerbs().contains(Slice(body, (*opened)[1]))) {
    return true;
  }
  static const Pattern kAdverb("^(?:[Tt]o )?(?:\\p{L}+ly )?(\\p{L}+)\\b");
  const auto match = kAdverb.Search(body);
  return match && CommandVerbs().contains(Fold(Slice(body, (*match)[1])));
}

bool NamesNobody(std::string_view words) {
  static const Pattern kNobody(
      "^(?i:in|on|at|for|by|with|as|when|where|if|to|from|under|that|after|"
      "before|during|\\p{L}+ly)\\b|(?:'s|’s|s'|s’)$");
  return kNobody.Matches(words) || Commands(words);
}

bool IsBaseVerb(std::string_view word) {
  static const WordSet kMore = {
      "assist",    "commit",    "communicate", "comply",      "demonstrate",
      "determine", "operate",   "participate", "perform",     "permit",
      "retrieve",  "supervise", "be",          "collaborate", "cooperate",
      "deploy",    "direct",    "finalise",    "lead",        "oversee",
      "partner",   "task",      "help"};
  const std::string lower = Fold(word);
  return CommandVerbs().contains(lower) || kMore.contains(lower);
}

bool NamesDoer(std::string_view words) {
  static const Pattern kDoes("^ (?:to )?(?:also |\\p{Ll}+ly )?(\\p{Ll}+)\\b");
  const TextSpan named = AskedAt(words, WholeOf(words));
  if (Empty(named)) return false;
  const auto verb = kDoes.Search(
      words, {named.end, static_cast<std::uint32_t>(words.size())});
  return verb && IsBaseVerb(Slice(words, (*verb)[1]));
}

bool IsRequest(std::string_view words) {
  return (Asks(words) || Commands(words) || words.starts_with("That ") ||
          words.starts_with("That, ") || words.starts_with("that ")) &&
         !TellsOver(words);
}

std::optional<Performative> Recommends(std::string_view text,
                                       TextSpan sentence) {
  static const Pattern kSays(
      "(?:\\b|\\d)(?:" + std::string(kMakerWords) + "(?: \\([^()]{2,80}\\))?" +
      std::string(kAdverbs) +
      "(?:recommends?|proposes?) (?:that|the|an?|to|each|every|all|"
      "[\\p{Lu}]\\p{L}+)|" +
      std::string(kSelf) + std::string(kAdverbs) +
      "(?:suggest|advise)s?(?:, (?:however|therefore|too|finally),)? "
      "(?:that|the|an?|to|each|every|all|"
      "[\\p{Lu}]\\p{L}+)|" +
      std::string(kSelf) + std::string(kAdverbs) +
      "(?:asks?|requests?) that\\b|" + std::string(kSelf) +
      std::string(kAdverbs) +
      "(?:urges?|invites?|asks?|looks? to|calls? (?:up)?on|encourages?|"
      "requests?|presses?|wants?|wish(?:es)?|would like|expects?|like) (?:the|"
      "all|each|every|both|its|chief|police|local|[\\p{Lu}][\\p{L}’']+)\\b"
      "[^.;:]{2,90}? to (?:be )?[a-z]+|[Ii]t is (?:also |therefore |further "
      "|accordingly |"
      "strongly |thus |hereby )*(?:recommended|proposed|suggested) (?:that|to)|"
      "(?:[Mm]y|[Oo]ur|[Tt]he|[Tt]his|[Ii]ts?|[Aa]nother|[Aa])(?: [\\p{L}’'-]+)"
      "{0,4}? (?:recommendation|proposal|advice|suggestion|view|request|"
      "conclusion|opinion)(?:,? (?:therefore|however|then),?)? is (?:therefore "
      ")?(?:that|to|for)|(?:[Mm]y|[Oo]ur) (?:first|second|third|fourth|fifth|"
      "sixth|seventh|eighth|ninth|tenth|next|other|last|final) is (?:that|to)|"
      "(?:[Cc]onsideration|[Tt]hought|[Pp]riority|[Aa]ttention|[Ee]ffect) "
      "(?:should|must|needs to|ought to) (?:also |now )?be given to)\\b");
  static const Pattern kRefers(
      "(?:\\b(?:which|what|as|than|whether|when|where|if|not|never|nor|why|how|"
      "because|since|although|though|that|had|have|has|should|were|did|do|"
      "does))\\s*,?\\s*$");
  static const Pattern kViewAsks("(?i:\\b(?:view|conclusion|opinion)\\b)");
  const auto match = kSays.Search(text, sentence);
  if (!match) return std::nullopt;
  if (kRefers.Search(text, {sentence.begin, (*match)[0].begin})) {
    return std::nullopt;
  }
  const TextSpan asks = {(*match)[0].end, sentence.end};
  // "The Minister indicated that thought should be given to it."
  static const Pattern kGivenTo("given to$");
  static const Pattern kReported(
      "\\b(?:said|indicated|stated|announced|accepted|acknowledged|conceded|"
      "argued|noted|replied|told us) (?:[^.;]{0,200} )?that\\b");
  if (kGivenTo.Search(text, (*match)[0]) &&
      kReported.Search(text, {sentence.begin, (*match)[0].begin})) {
    return std::nullopt;
  }
  // "My view is to reject the notion that they should": an opinion.
  static const Pattern kRejects(
      "^\\s*(?:reject|dismiss|discount|resist) (?:the|any) (?:notion|idea|"
      "argument|suggestion|contention|claim|view)\\b");
  if (kRejects.Search(text, asks)) return std::nullopt;
  // "Our view is that it should": a view asks only if what it says does.
  static const Pattern kCould("\\bcould\\b");
  if (kViewAsks.Search(text, (*match)[0]) && !Asks(Slice(text, asks)) &&
      !kCould.Search(text, asks)) {
    return std::nullopt;
  }
  return Performative{(*match)[0], asks};
}

}  // namespace concord::extraction
