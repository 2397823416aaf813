// What a report of an inspection says must be done "in our judgement".
//
//   "In our judgement the Clerk must now buy the second lamp."
//   refused: "In our view the Clerk should have counted.", "In the Clerk's
//   judgement the Board must pay.", long reports, which argue in such words
//
// One pass over the sentences of a short report.

#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

std::optional<Recommendation> InOwnView(const Reading& reading,
                                        const Line& line, TextSpan sentence) {
  static const Pattern kView(
      "^(?:And |But )?[Ii]n (?:my|our) (?:own |considered )?(?:view|opinion|"
      "judge?ment),? ()(?:the|each|every|all|\\p{Lu})");
  static const Pattern kMust(
      "^ (?:must|should|ought to|needs? to)(?: now| also| therefore| not)? "
      "(\\p{Ll}+)");
  const std::string_view text = reading.text();
  const auto view = kView.Search(text, sentence);
  if (!view || TellsOver(Slice(text, sentence)) ||
      InQuotation(text, line.body, (*view)[1].begin)) {
    return std::nullopt;
  }
  const auto asked = AgentAt(text, {(*view)[1].begin, sentence.end});
  if (!asked) return std::nullopt;
  const auto must = kMust.Search(text, {asked->span.end, sentence.end});
  if (!must || !IsBaseVerb(Slice(text, (*must)[1]))) return std::nullopt;
  Recommendation item =
      RecommendationAt(reading, {(*view)[1].begin, sentence.end},
                       RecommendationKind::kRecommendation);
  if (sentence.begin == line.body.begin) item.label = line.label;
  item.lead_in_span = Trim(text, {(*view)[0].begin, (*view)[1].begin});
  item.lead_in = Slice(text, item.lead_in_span);
  SetAddressee(text, *asked, &item);
  return item;
}

std::vector<Recommendation> FindOwnViews(const Reading& reading) {
  constexpr std::size_t kShortReport = 40'000;
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kInspection ||
      reading.text().size() > kShortReport) {
    return found;
  }
  for (const Line& line : reading.lines) {
    if (line.quoted || line.kind != BlockKind::kParagraph) continue;
    for (const TextSpan sentence : SentencesIn(reading.text(), line.body)) {
      if (auto item = InOwnView(reading, line, sentence)) {
        found.push_back(std::move(*item));
      }
    }
  }
  return found;
}

}  // namespace

const std::vector<RecommendationRule>& OwnViewRules() {
  static const std::vector<RecommendationRule> kRules = {
      {"recommendation.own-view",
       0.7,
       {{DocumentKind::kInspection,
         "Keys were lost.\n\nThe lamp is old. In our judgement the Clerk must "
         "now buy the second lamp, and have it lit by May.\n",
         "[the Clerk] the Clerk must now buy the second lamp, and have it lit "
         "by May."},
        {DocumentKind::kInspection,
         "The lamp is old. In our view the Clerk should have counted. In the "
         "Clerk's judgement the Board must pay.\n",
         ""},
        {DocumentKind::kReport,
         "1. In our judgement the Clerk must now buy the second lamp.\n", ""}},
       &FindOwnViews}};
  return kRules;
}

}  // namespace concord::extraction
