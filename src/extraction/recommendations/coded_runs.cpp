// Recommendations told by the code of a register after each, or by a heading
// over each, on a page that says that it holds recommendations.
//
//   "The Board makes the following recommendations to the Keys Office:"
//   "Count the keys. (K-10-62)" / "Once counted, lock them. (K-10-63)"
//
//   "Tagged recommendations" / "Count keys" / "The Clerk should count ..."
//   refused: codes in prose ("(K-10-62) was closed"), headings over prose
//
// Cost: one pass each. Tests: the examples.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::uint32_t kShortLine = 110;

bool IsText(const Line& line) {
  return !line.quoted && (line.kind == BlockKind::kParagraph ||
                          line.kind == BlockKind::kListItem);
}

// A request, also behind a condition: "Once they are counted, lock them."
bool AsksAfterAll(std::string_view words) {
  static const Pattern kCondition(
      "^(?:Once|When|Where|If|Until|After|Before|During|In|Within|As|For|On|"
      "Following|Upon)\\b[^.;]*?, (\\p{Ll}.*)$");
  if (IsRequest(words)) return true;
  for (std::size_t step = 0; step < 3; ++step) {
    const auto match = kCondition.Search(words);
    if (!match) return false;
    if (Commands(Slice(words, (*match)[1]))) return true;
    const std::size_t comma = words.find(", ", 1);
    if (comma == std::string_view::npos) return false;
    words.remove_prefix(comma + 2);
    if (Commands(words)) return true;
    static const Pattern kAdverb("^\\p{Ll}+ly \\p{Ll}");
    if (!kAdverb.Matches(words) && !kCondition.Matches(words)) return false;
  }
  return false;
}

// "... recommendations to the Keys Office:": that line, and who is asked.
struct CodedLead {
  TextSpan line;
  TextSpan asked;
};

std::optional<CodedLead> CodedLeadIn(const Reading& reading, const Line& line) {
  static const Pattern kLead(
      "(?i:\\brecommend(?:s|ed|ations?)?\\b)[^.]*?(?:\\bto (?:the )?"
      "([\\p{Lu}][^.:]*))?:$");
  if (!IsText(line)) return std::nullopt;
  const auto match = kLead.Search(reading.text(), line.body);
  if (!match) return std::nullopt;
  return CodedLead{line.body, (*match)[1]};
}

// The recommendations of one paragraph, each up to its code.
std::vector<Recommendation> CodedIn(const Reading& reading, const Line& line) {
  static const Pattern kCode(
      "\\s*[(\\[]((?:[\\p{Lu}]{1,4}[- ]?)?\\d{2,4}[-/]\\d{1,4})[)\\]]\\.?"
      "(?:\\s|$)");
  std::vector<Recommendation> found;
  std::uint32_t from = line.body.begin;
  for (const MatchSpans& code : kCode.SearchAll(reading.text(), line.body)) {
    Recommendation item = RecommendationAt(reading, {from, code[0].begin},
                                           RecommendationKind::kRecommendation);
    from = code[0].end;
    item.label = Slice(reading.text(), code[1]);
    if (const auto asked = AskedIn(reading.text(), item.span);
        asked && !Commands(item.text)) {
      SetAddressee(reading.text(), *asked, &item);
    }
    found.push_back(std::move(item));
  }
  return found;
}

std::vector<Recommendation> FindCoded(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  std::optional<CodedLead> lead;
  for (const Line& line : reading.lines) {
    if (IsHeading(line)) lead.reset();
    if (const auto next = CodedLeadIn(reading, line)) {
      lead = next;
      continue;
    }
    if (!lead || !IsText(line)) continue;
    std::vector<Recommendation> items = CodedIn(reading, line);
    if (items.empty()) lead.reset();
    for (Recommendation& item : items) {
      if (!AsksAfterAll(item.text)) continue;
      item.lead_in_span = lead->line;
      item.lead_in = Slice(reading.text(), lead->line);
      if (item.addressee.empty() && !Empty(lead->asked)) {
        SetAddressee(reading.text(), {lead->asked, lead->asked}, &item);
      }
      found.push_back(std::move(item));
    }
  }
  return found;
}

// The page says in a short line of its front that it holds recommendations.
bool SaysItHolds(const Reading& reading) {
  static const Pattern kHolds(
      "(?i:^(?:[\\p{L}-]+ ){0,4}recommendations?(?: (?:related|relating|on|"
      "about|for|of|by|made by|from|tagged)\\b.*)?:?$)");
  static const Pattern kAbout(
      "(?i:\\b(?:progress|status|update|response|responses|previous|no)\\b)");
  constexpr std::size_t kFront = 12;
  for (std::size_t i = 0; i < reading.lines.size() && i < kFront; ++i) {
    const Line& line = reading.lines[i];
    if (Length(line.span) < kShortLine &&
        kHolds.Search(reading.text(), line.span) &&
        !kAbout.Search(reading.text(), line.span)) {
      return true;
    }
  }
  return false;
}

// Short lines with one paragraph each: "Count keys" / "The Clerk should ...".
std::vector<Recommendation> FindHeaded(const Reading& reading) {
  constexpr std::size_t kFewest = 3;
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kOther || !SaysItHolds(reading)) {
    return found;
  }
  std::size_t headed = 0;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i + 1];
    if (!IsHeading(reading.lines[i]) || !IsText(line)) continue;
    ++headed;
    const TextSpan first =
        SentenceAt(reading.text(), line.body, line.body.begin);
    if (!IsRequest(Slice(reading.text(), first))) continue;
    found.push_back(RecommendationAt(
        reading, SpanOf(reading, i + 1, ItemEnd(reading, i + 1)),
        RecommendationKind::kRecommendation));
    if (const auto asked = AskedIn(reading.text(), found.back().span)) {
      SetAddressee(reading.text(), *asked, &found.back());
    }
  }
  if (found.size() < kFewest || found.size() * 5 < headed * 4) found.clear();
  return found;
}

RecommendationRule CodedRule() {
  return {
      "recommendation.coded-after",
      0.85,
      {{DocumentKind::kOther,
        "The Locks Board makes the following recommendations to the Keys "
        "Office:\n\nCount the keys. (K-10-62)\n\nOnce they are counted, "
        "require that they be locked away. (K-10-63)\n",
        "K-10-62 [Keys Office] Count the keys.\n"
        "K-10-63 [Keys Office] Once they are counted, require that they "
        "be locked away."},
       {DocumentKind::kOther,
        "Many keys were lost.\n\nThe Board closed it in May. (K-10-62)\n", ""}},
      &FindCoded};
}

RecommendationRule HeadedRule() {
  return {
      "recommendation.headed",
      0.7,
      {{DocumentKind::kOther,
        "<h1>Keys</h1><p>Tagged recommendations</p><h2>Count keys</h2><p>The "
        "Clerk should count the keys.</p><h2>Change locks</h2><p>Locks must "
        "be changed.</p><h2>Name a keeper</h2><p>The Board should name a "
        "keeper.</p>",
        "[The Clerk] The Clerk should count the keys.\n"
        "[] Locks must be changed.\n"
        "[The Board] The Board should name a keeper."},
       {DocumentKind::kOther,
        "<h1>Keys</h1><p>Tagged recommendations</p><h2>Count keys</h2><p>The "
        "Clerk should count the keys.</p><h2>Locks</h2><p>Locks are "
        "old.</p><h2>Doors</h2><p>Doors are old.</p>",
        ""},
       {DocumentKind::kOther,
        "<h1>Keys</h1><h2>Count keys</h2><p>The Clerk should count the "
        "keys.</p><h2>Locks</h2><p>Locks must be changed.</p><h2>Doors</h2>"
        "<p>Doors should be shut.</p>",
        ""}},
      &FindHeaded};
}

}  // namespace

const std::vector<RecommendationRule>& CodedRunRules() {
  static const std::vector<RecommendationRule> kRules = {CodedRule(),
                                                         HeadedRule()};
  return kRules;
}

}  // namespace concord::extraction
