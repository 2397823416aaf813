// A document that is one recommendation: an entry of a register or of a table
// of recommendations, each kept as a text of its own.
//
//   "Count the keys in every store by May."        all of it
//   "That the Clerk report to the Board."          the same
//   "[the Clerk and the Bursar] Count the keys."   the ones asked in brackets
//   refused: a page with a heading, a text that neither commands nor opens with
//   "That", a text of many paragraphs
//
// Run only where nothing else was found: the words around it are the document
// itself, so nothing else says what it is. Cost: one look at the first line.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kLongest = 4000;  // bytes
constexpr std::size_t kMostLines = 16;

bool IsFront(const Line& line) {
  return line.kind == BlockKind::kTitle || line.kind == BlockKind::kHeaderLine;
}

// The line at which the words begin: past the title and fields of an entry, or
// the first where it has no fields. A title alone makes a page of it.
std::optional<std::size_t> FirstLine(const Reading& reading) {
  std::size_t first = 0;
  bool fields = false;
  while (first < reading.lines.size() && IsFront(reading.lines[first])) {
    fields |= reading.lines[first++].kind == BlockKind::kHeaderLine;
  }
  if (first == 0 || first == reading.lines.size()) return 0;
  if (!fields) return std::nullopt;
  return first;
}

// A short text without a heading, a row or a quotation.
bool IsLoneText(const Reading& reading) {
  if (reading.kind != DocumentKind::kOther || reading.lines.empty() ||
      reading.lines.size() > kMostLines || reading.text().size() > kLongest) {
    return false;
  }
  // The fields of a decision's record: what it holds was decided.
  static const Pattern kOfDecision(
      "^(?i:decision (?:maker|status|date)|date of decision|decided at meeting)"
      "\\s*:");
  for (const Line& line : reading.lines) {
    if (IsHeading(line) || line.quoted || line.kind == BlockKind::kTableRow ||
        line.kind == BlockKind::kContact ||
        kOfDecision.Search(reading.text(), line.span)) {
      return false;
    }
  }
  return true;
}

// Where the request begins, past the brackets that name the ones asked.
struct Opening {
  TextSpan asked;  // inside the brackets; empty
  TextSpan words;
};

Opening OpeningOf(const Reading& reading, std::size_t first) {
  static const Pattern kBrackets("^\\[([^\\]]{2,80})\\]\\s+");
  const std::string_view text = reading.text();
  Opening opening;
  opening.words = SpanOf(reading, first, reading.lines.size());
  opening.words.begin = reading.lines[first].body.begin;
  if (const auto match = kBrackets.Search(text, opening.words)) {
    if (!AgentsAt(text, (*match)[1]).empty()) opening.asked = (*match)[1];
    opening.words.begin = (*match)[0].end;
  }
  return opening;
}

// "The Ostley Company count its keys": a name and a verb as in a command.
TextSpan AskedByBareVerb(std::string_view text, TextSpan words) {
  static const Pattern kNobody(
      "^(?i:the|he|she|it|they|we|i|you|this|these|those|there|all|an?|and)$");
  const TextSpan asked = AskedAt(text, words);
  // "The Handbook include a map": a paper is told what it shall hold.
  static const Pattern kPaper(
      "(?i:\\b(?:publication|manual|code|handbook|guide|guidance|procedures?|"
      "policy|rules|regulations|standards?|circular|register|programme|plan))"
      "$");
  if (kNobody.Search(text, asked) || kPaper.Search(text, asked) ||
      NamesNobody(Slice(text, asked))) {
    return {};
  }
  const TextSpan rest = Trim(text, {asked.end, words.end});
  if (Slice(text, rest).starts_with("to ")) return {};
  return !Empty(asked) && Commands(Slice(text, rest)) ? asked : TextSpan{};
}

// "Amend the Lock Upkeep Manuals. The LUM should ...": letters that stand for
// the capitals of a paper named before.
bool AbbreviatesPaper(std::string_view text, const Agent& agent) {
  const std::string_view letters = Slice(text, agent.name);
  const bool capitals = std::all_of(letters.begin(), letters.end(), [](char c) {
    return c >= 'A' && c <= 'Z';
  });
  if (letters.size() < 3 || letters.size() > 5 || !capitals) {
    return false;
  }
  std::string spelled = "\\b";
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    spelled += std::string(1, letters[i]) + "\\p{Ll}+ ";
  }
  spelled +=
      "(?:Manual|Plan|Code|Act|Programme|Procedure|Policy|Publication|"
      "Scheme|System)";
  const Pattern pattern(spelled);
  const auto match = pattern.Search(text, {0, agent.span.begin});
  if (!match) return false;
  const std::string_view words = Slice(text, (*match)[0]);
  return words[words.rfind(' ') + 1] == letters.back();
}

// The one whom a sentence of the text asks, where it opens otherwise.
std::optional<Agent> AskedInSentence(std::string_view text, TextSpan words) {
  static const Pattern kShould("\\b(?:should|must|ought to)\\b");
  // Of a longer text a sentence that asks is a part, and not the point.
  constexpr std::size_t kShort = 6;
  const auto sentences = SentencesIn(text, words);
  if (sentences.size() > kShort) return std::nullopt;
  for (const TextSpan sentence : sentences) {
    if (!kShould.Search(text, sentence) || TellsOver(Slice(text, sentence))) {
      continue;
    }
    const auto asked = AskedIn(text, sentence);
    if (asked && !AbbreviatesPaper(text, *asked)) return asked;
  }
  return std::nullopt;
}

std::vector<Recommendation> FindLoneText(const Reading& reading) {
  static const Pattern kThat("^That,? ");
  static const Pattern kSubordinate(
      "^(?:That,? )?(?:is|was|were|would|will|said|they|there|this)\\b");
  if (!IsLoneText(reading)) return {};
  const auto first = FirstLine(reading);
  if (!first) return {};
  const std::string_view text = reading.text();
  const Opening opening = OpeningOf(reading, *first);
  static const Pattern kPurpose("^To ");
  if (kPurpose.Search(text, opening.words)) return {};
  const bool that = kThat.Search(text, opening.words).has_value() &&
                    !kSubordinate.Search(text, opening.words);
  Recommendation item = RecommendationAt(reading, opening.words,
                                         RecommendationKind::kRecommendation);
  if (!Empty(opening.asked)) {
    SetAddressee(text, {opening.asked, opening.asked}, &item);
  } else if (that) {
    if (const auto asked = AskedByThat(text, opening.words)) {
      SetAddressee(text, *asked, &item);
    }
  } else if (const TextSpan bare = AskedByBareVerb(text, opening.words);
             !Empty(bare)) {
    SetAddressee(text, {bare, bare}, &item);
  } else if (const auto asked = AskedInSentence(text, opening.words);
             asked && !Commands(Slice(text, opening.words))) {
    SetAddressee(text, *asked, &item);
  }
  if (item.addressee.empty() && !that && !Commands(item.text)) return {};
  return {std::move(item)};
}

RecommendationRule LoneTextRule() {
  return {
      "recommendation.lone-text",
      0.55,
      {{DocumentKind::kOther, "Count the keys in every store by May.\n",
        "[] Count the keys in every store by May."},
       {DocumentKind::kOther, "[the Clerk, Bursar and HMIC] Count the keys.\n",
        "[the Clerk, Bursar and HMIC] Count the keys."},
       {DocumentKind::kOther, "That the Clerk report to the Board.\n",
        "[the Clerk] That the Clerk report to the Board."},
       {DocumentKind::kOther,
        "In view of the loss, the Clerk should count the keys.\n",
        "[the Clerk] In view of the loss, the Clerk should count the "
        "keys."},
       {DocumentKind::kOther,
        "Review Ostley Rail's use of keys in every store.\n",
        "[] Review Ostley Rail's use of keys in every store."},
       {DocumentKind::kOther,
        "Amend the Lock Upkeep Manuals of all stores. The LUM should say when "
        "keys are counted.\n",
        "[] Amend the Lock Upkeep Manuals of all stores. The LUM should say "
        "when keys are counted."},
       {DocumentKind::kOther,
        "The rules of the store should be checked to meet the outcomes "
        "required by the KSM Code.\n",
        ""},
       {DocumentKind::kOther, "The Ostley Handbook include a map.\n", ""},
       {DocumentKind::kOther, "Urgently count the keys of the store.\n",
        "[] Urgently count the keys of the store."},
       {DocumentKind::kOther, "Require Ostley Rail to count the keys.\n",
        "[] Require Ostley Rail to count the keys."},
       {DocumentKind::kOther, "Reports to replace lost keys.\n", ""},
       {DocumentKind::kOther, "To replace lost keys, we ring the Clerk.\n", ""},
       {DocumentKind::kOther, "That was the last of the keys.\n", ""},
       {DocumentKind::kOther, "The keys hung on a nail by the door.\n", ""},
       {DocumentKind::kPress, "Count the keys in every store.\n", ""}},
      &FindLoneText};
}

}  // namespace

const std::vector<RecommendationRule>& LoneTextRules() {
  static const std::vector<RecommendationRule> kRules = {LoneTextRule()};
  return kRules;
}

}  // namespace concord::extraction
