// Who is asked by a command that names nobody but whose people, ships or papers
// are meant.
//
//   "Brief all Ostley Rail staff on the new rules."     Ostley Rail
//   "Fit an alarm on all Harrowgate vessels."           Harrowgate
//   "Publish the warning in the Ostley Rail bulletin."  Ostley Rail
//   "As part of OVC's repairs, count the masts."        OVC
//   "Revise the Ostley Rail fire drill plan."           Ostley Rail
//   "Improve Ostley Rail's fault recording system."     Ostley Rail
//   refused: "Review Ostley Rail's use of keys" (a regulator reviews another's
//   doings as often as its own), "Train all Social Care staff" (a kind of
//   work), "Mark all SOLAS vessels" (letters name rules and kinds as well)
//
// Only the one whose people they are can be told to brief them, or whose paper
// it is to print in it; a plan or system that bears a body's name is its own
// ("the Ostley Rail plan"), and nobody improves another's. Weaker than any word
// that asks, and so said with a rule of its own. Cost: one look at each command
// without an addressee.

#include <algorithm>
#include <set>

#include "concord/base/unicode.h"
#include "extraction/agents.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

// "Ostley Rail", "Ports of Ostley": capitals with small letters after each.
constexpr std::string_view kName =
    "(\\p{Lu}\\p{Ll}[\\p{L}&’'-]*(?: (?:of (?:the "
    ")?)?\\p{Lu}\\p{Ll}[\\p{L}&-]*)"
    "{0,4})";

// Capitals that tell a kind of work, of people or of place, and no body.
bool IsKind(std::string_view name) {
  static const std::set<std::string, std::less<>> kKinds = {
      "accident",   "administrative", "adult",
      "adults",     "advisory",       "air",
      "all",        "aviation",       "bridge",
      "britain",    "british",        "cabin",
      "child",      "children",       "civil",
      "crown",      "customer",       "deck",
      "duty",       "emergency",      "engine",
      "english",    "european",       "flight",
      "front",      "great",          "ground",
      "hong",       "house",          "international",
      "ireland",    "irish",          "junior",
      "key",        "kingdom",        "kong",
      "line",       "london",         "marine",
      "maritime",   "mental",         "merchant",
      "naval",      "navy",           "new",
      "north",      "northern",       "of",
      "operations", "port",           "private",
      "protection", "rail",           "road",
      "royal",      "safety",         "scottish",
      "security",   "ship",           "social",
      "south",      "southern",       "state",
      "states",     "technical",      "the",
      "traffic",    "united",         "wales",
      "welsh",      "west",           "western",
      "work",       "zealand",        "east",
      "eastern",    "communications", "maintenance",
      "technology", "services"};
  const auto words = Words(name, WholeOf(name));
  return std::all_of(words.begin(), words.end(), [&](const TextSpan& word) {
    const std::string lower = Fold(Slice(name, word));
    return kKinds.contains(lower) || IsAgentModifier(lower) ||
           IsAgentNoun(lower);
  });
}

// The name whose own people, ships or papers the sentence commands about.
TextSpan WhoseOwn(std::string_view text, TextSpan sentence) {
  static const Pattern kPeople(
      "(?:\\b\\p{Ll}+|,) " + std::string(kName) +
      " (?:staff|personnel|employees|persons|people|vessels|ships|fleet|"
      "network|property|premises)\\b");
  static const Pattern kPaper(
      "(?i:\\b(?:publish|produce|issue|print|insert|include|use|distribute)\\b)"
      "[^.;:]{0,80}?(?:\\b\\p{Ll}+|\\)) (?:" +
      std::string(kName) +
      " (?:newsletter|bulletin|circular|website|educational material)|"
      "(\\p{Lu}{3,6}) (?:(?i:newsletter|bulletin|circular|website|magazine)|"
      "educational material))\\b");
  static const Pattern kPart(
      "\\b(?i:as part of )(?:the )?(?:" + std::string(kName) +
      "|(\\p{Lu}{3,6}))['’]s \\p{Ll}");
  constexpr std::string_view kSystem =
      "(?: \\p{Ll}{3,}){1,5} (?:plan|process|regime|system|programme)\\b";
  static const Pattern kNamed(
      "(?i:\\b(?:review|examine|revise|amend|confirm|improve|strengthen|"
      "incorporate)\\b)[^.;:]{0,70}?\\bthe (?:" +
      std::string(kName) + "|(\\p{Lu}{3,6}))" + std::string(kSystem));
  static const Pattern kImproved(
      "(?i:\\b(?:improve|strengthen|confirm)\\b)(?: the \\p{Ll}+ of)? (?:" +
      std::string(kName) + "|(\\p{Lu}{3,6}))['’]s" + std::string(kSystem));
  for (const Pattern* whose :
       {&kPeople, &kPaper, &kPart, &kNamed, &kImproved}) {
    const auto match = whose->Search(text, sentence);
    if (!match) continue;
    const bool letters = Empty((*match)[1]);
    const TextSpan name = (*match)[letters ? 2 : 1];
    if (letters || !IsKind(Slice(text, name))) return name;
  }
  return {};
}

}  // namespace

void FillOwnPeople(const Reading& reading, Recommendation* item) {
  constexpr double kConfidence = 0.5;
  if (item->kind != RecommendationKind::kRecommendation ||
      !item->addressee.empty() || !item->owners.empty() ||
      !item->recommenders.empty()) {
    return;
  }
  static const Pattern kAside("^(?:As|In|After|Before|Where|When|Due) ");
  if (!Commands(item->text) && !kAside.Matches(item->text)) return;
  const std::string_view text = reading.text();
  const TextSpan sentence = SentenceAt(text, item->span, item->span.begin);
  const TextSpan name = WhoseOwn(text, sentence);
  if (Empty(name)) return;
  SetAddressee(text, {name, name}, item);
  OwnerMention owner = AsOwner(text, {name, name}, "addressee");
  owner.rule = "owner.own-people";
  owner.confidence = kConfidence;
  item->owners.push_back(std::move(owner));
}

}  // namespace concord::extraction
