// What stands right before its answer is what was asked.
//
//   "Count the keys." / "Management response: Agreed."     requests and answers
//   "Recipient: the Clerk" / "Count the keys." / "Reply"   an entry of a
//   register refused: "We counted the keys." / "Response: Agreed.", answers to
//   questions
//
// The words must ask or command, and the answer must open its line with its own
// name. Cost: one pass. Tests: the examples.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

// "Management response: ...", "Reply text", "Response to the recommendation:".
bool IsAnswer(const Reading& reading, const Line& line) {
  static const Pattern kAnswer(
      "^(?:(?i:(?:the )?(?:[\\p{L}’']+ ){0,3}(?:response|reply|comments?)(?: "
      "text| to (?:the )?(?:\\p{L}+ )?recommendation)?\\s*:)|"
      "(?:[\\p{Lu}][\\p{L}’']+ ){0,3}(?:Response|Reply|RESPONSE|REPLY)(?: "
      "(?:[Tt]ext|[Dd]ate))?\\s*$)");
  return kAnswer.Search(reading.text(), line.span).has_value();
}

// The first line of the words that end above `answer`: a paragraph, or one with
// its list.
std::size_t FirstAbove(const Reading& reading, std::size_t answer) {
  constexpr std::size_t kFarthest = 20;
  std::size_t at = answer - 1;
  for (std::size_t steps = 0; at > 0 && steps < kFarthest; --at, ++steps) {
    const Line& line = reading.lines[at];
    if (line.kind != BlockKind::kListItem || line.label.size() == 1) break;
    if (!line.bullet) break;
  }
  return at;
}

std::vector<Recommendation> FindAnswered(const Reading& reading) {
  static const Pattern kLetter("\\b[Yy]ours?\\b|\\b[Yy]ou\\b");
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  for (std::size_t i = 1; i < reading.lines.size(); ++i) {
    if (!IsAnswer(reading, reading.lines[i])) continue;
    const std::size_t first = FirstAbove(reading, i);
    const Line& line = reading.lines[first];
    const bool prose =
        line.kind == BlockKind::kParagraph || line.kind == BlockKind::kListItem;
    const std::string_view words = reading.Body(line);
    if (!prose || line.quoted || kLetter.Matches(words) ||
        !(IsRequest(words) || NamesDoer(words))) {
      continue;
    }
    found.push_back(ItemOf(reading, {first, i}));
    Recommendation& item = found.back();
    if (Commands(words)) {
      item.addressee.clear();
      item.addressee_span = {};
    }
  }
  return found;
}

RecommendationRule AnsweredRule() {
  return {"recommendation.answered",
          0.75,
          {{DocumentKind::kOther,
            "Keys were lost.\n\nCount the keys in every store.\n\nManagement "
            "response: Agreed.\n\nThe Clerk should change the locks.\n\nAgency "
            "response: Agreed.\n",
            "[] Count the keys in every store.\n"
            "[The Clerk] The Clerk should change the locks."},
           {DocumentKind::kOther,
            "Entry\n\nRemind all keepers of these:\n\n• count keys;\n\n• "
            "change locks.\n\nReply Text\n\nIt is agreed.\n",
            "[] Remind all keepers of these: / • count keys; / • change "
            "locks."},
           {DocumentKind::kOther,
            "We counted the keys.\n\nManagement response: Agreed.\n\nShould "
            "we?\n\nReply: You should.\n",
            ""}},
          &FindAnswered};
}

}  // namespace

const std::vector<RecommendationRule>& AnsweredRules() {
  static const std::vector<RecommendationRule> kRules = {AnsweredRule()};
  return kRules;
}

}  // namespace concord::extraction
