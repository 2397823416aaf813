#include "extraction/recommendations/asks.h"

#include <set>
#include <string>

#include "concord/base/unicode.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using WordSet = std::set<std::string, std::less<>>;

// Verbs that a request in the imperative begins with.
const WordSet& CommandVerbs() {
  static const WordSet kWords = {
      "abandon",   "accept",    "adapt",     "address",   "adopt",
      "advertise", "agree",     "allocate",  "allow",     "amend",
      "analyse",   "announce",  "appoint",   "approve",   "arrange",
      "ask",       "assess",    "assign",    "attach",    "audit",
      "begin",     "bring",     "build",     "buy",       "carry",
      "cease",     "change",    "check",     "circulate", "clarify",
      "clear",     "close",     "collect",   "combine",   "commission",
      "compare",   "compile",   "complete",  "conduct",   "confirm",
      "consider",  "consult",   "contact",   "continue",  "convene",
      "cost",      "count",     "create",    "cut",       "decide",
      "define",    "delegate",  "deliver",   "design",    "destroy",
      "develop",   "devise",    "discuss",   "display",   "draft",
      "draw",      "drop",      "employ",    "enable",    "encourage",
      "end",       "ensure",    "establish", "evaluate",  "examine",
      "exclude",   "explain",   "explore",   "extend",    "fill",
      "finish",    "fit",       "fix",       "follow",    "fund",
      "give",      "hand",      "hold",      "identify",  "implement",
      "improve",   "include",   "increase",  "inform",    "insist",
      "inspect",   "install",   "instruct",  "introduce", "investigate",
      "invite",    "issue",     "join",      "keep",      "label",
      "launch",    "let",       "limit",     "link",      "list",
      "lock",      "log",       "look",      "maintain",  "make",
      "measure",   "meet",      "merge",     "monitor",   "move",
      "name",      "negotiate", "nominate",  "note",      "notify",
      "obtain",    "offer",     "open",      "order",     "organise",
      "paint",     "pay",       "pilot",     "place",     "plan",
      "post",      "prepare",   "present",   "print",     "procure",
      "produce",   "promote",   "propose",   "provide",   "publicise",
      "publish",   "purchase",  "put",       "raise",     "reach",
      "receive",   "recommend", "record",    "recruit",   "redraft",
      "reduce",    "refer",     "refuse",    "refurbish", "register",
      "remind",    "remove",    "repair",    "repeat",    "replace",
      "reply",     "report",    "request",   "require",   "respond",
      "restore",   "retain",    "retrain",   "return",    "review",
      "revise",    "rewrite",   "ring",      "run",       "satisfy",
      "secure",    "see",       "seek",      "sell",      "send",
      "separate",  "set",       "share",     "sign",      "simplify",
      "staff",     "start",     "state",     "stop",      "strengthen",
      "submit",    "supply",    "support",   "survey",    "take",
      "teach",     "tell",      "test",      "trace",     "track",
      "train",     "transfer",  "treat",     "try",       "undertake",
      "update",    "upgrade",   "urge",      "use",       "verify",
      "vet",       "visit",     "warn",      "weigh",     "withdraw",
      "withhold",  "work",      "write"};
  return kWords;
}

// Who recommends: "I", "we", "the review team", "this panel", "IPS".
constexpr std::string_view kMaker =
    "(?:I|[Ww]e|(?:[Tt]he|[Tt]his|[Oo]ur) (?:[\\p{L}’'-]+ ){0,4}?(?:panel|"
    "inspectors?|inspectorate|inspection|reviewers?|review|team|commission(?:er"
    ")?|committee|sub-committee|auditors?|audit|inquiry|enquiry|authors?|group|"
    "party|investigators?|investigation|ombudsman|adviser|advisor|assessors?|"
    "coroner|examiners?|scrutiny|study|report|force|agency|office|board|unit|"
    "members|visitors|council|chair|chairman)|[\\p{Lu}]{2,7})";
// Who asks in the document itself; "the Council asks" tells of somebody.
constexpr std::string_view kSelf =
    "(?:I|[Ww]e|(?:[Tt]he|[Tt]his|[Oo]ur) (?:[\\p{L}’'-]+ ){0,3}?(?:panel|"
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
      "recommended|required|expected|called upon) to|"
      "(?:would|might|may|could) (?:do worse|do well|consider|usefully|well|"
      "like to)|[Ww]ould (?:the|members|both|all) [^.?]{2,60} please|"
      "will (?:want|wish) to|(?:would|should) (?:be (?:a kindness|helpful|"
      "sensible|prudent|wise|better|right|well) (?:if|to)|like (?:to "
      "see|it))|would do well to|"
      "had better(?: not)? [a-z]+|(?:would|will) need to|wants? (?:to be "
      ")?[a-z]+ing|"
      "[Ww]e (?:\\p{L}+ly |would (?:\\p{L}+ )?)?(?:urge|invite|ask|look to|"
      "call (?:up)?on|advise|encourage|propose|suggest|recommend|request))\\b");
  return IsNormative(sentence) || kAsks.Matches(sentence);
}

bool TellsOver(std::string_view sentence) {
  static const Pattern kTold(
      "\\b(?:should|ought to|must) (?:not )?have (?:been|\\p{L}+(?:ed|en))\\b|"
      "\\b(?:was|were|had been) (?:asked|urged|invited|required|to|told|"
      "expected)\\b|\\b(?:said|thought|felt|believed|argued|told us|agreed|"
      "accepted|claimed|asked|wondered|knew) (?:that|whether|why|how|if)\\b|"
      "\\?\\W*$");
  static const Pattern kPlease("\\bplease\\b");
  return kTold.Matches(sentence) && !kPlease.Matches(sentence);
}

bool Commands(std::string_view body) {
  static const Pattern kLet(
      "^[Ll]et (?:the|us|all|each|every|there|it|them|\\p{Lu})");
  if (kLet.Matches(body)) return true;
  static const Pattern kAdverb("^(?:[Tt]o )?(?:\\p{L}+ly )?(\\p{L}+)\\b");
  const auto match = kAdverb.Search(body);
  return match && CommandVerbs().contains(Fold(Slice(body, (*match)[1])));
}

bool IsRequest(std::string_view words) {
  return (Asks(words) || Commands(words) || words.starts_with("That ") ||
          words.starts_with("that ")) &&
         !TellsOver(words);
}

std::optional<Performative> Recommends(std::string_view text,
                                       TextSpan sentence) {
  static const Pattern kSays(
      "\\b(?:" + std::string(kMaker) + std::string(kAdverbs) +
      "(?:recommends?|proposes?) (?:that|the|an?|to|each|every|all|"
      "[\\p{Lu}]\\p{L}+)|" +
      std::string(kSelf) + std::string(kAdverbs) +
      "(?:suggest|advise)s? (?:that|the|an?|to|each|every|all|"
      "[\\p{Lu}]\\p{L}+)|" +
      std::string(kSelf) + std::string(kAdverbs) +
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
      "because|since|although|though|that|had|have|has))\\s*,?\\s*$");
  static const Pattern kViewAsks("(?i:\\b(?:view|conclusion|opinion)\\b)");
  const auto match = kSays.Search(text, sentence);
  if (!match) return std::nullopt;
  if (kRefers.Search(text, {sentence.begin, (*match)[0].begin})) {
    return std::nullopt;
  }
  const TextSpan asks = {(*match)[0].end, sentence.end};
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
