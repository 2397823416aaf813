// What a committee proposes to tell somebody else, in the draft of a reply.
//
//   "2 Our response (draft)" / "The Authority recommends that the Home Office
//   pay.", "We urge the Board to count them.", "In our view X should ..."
//   refused: the same words elsewhere in the paper, where they tell of others
//
// A paper that sets out a reply to a consultation speaks, there, to whoever
// consults: what it asks for is a recommendation, and no decision of the
// committee. Cost: one pass over such sections. Tests: the examples.

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

bool IsReplyHeading(const Reading& reading, const Line& line) {
  static const Pattern kReply(
      "(?i:\\b(?:draft|proposed|suggested)\\b[^.:]{0,40}\\b(?:reply|response|"
      "submission|evidence|answers?)\\b|\\b(?:reply|response|submission|"
      "evidence|answers?)\\b[^.:]{0,40}\\(?\\b(?:draft|proposed|in draft)\\b|"
      "^(?:[a-z\\d][.\\d]*\\s+)?(?:our|the (?:authority|council|board|trust|"
      "force|committee)[’']s) (?:reply|response|submission|evidence|answers?)"
      "\\b)");
  return IsHeading(line) && kReply.Search(reading.text(), line.span);
}

// "In our view the Clerk should ...": asks, though it recommends in no word.
bool IsView(std::string_view sentence) {
  static const Pattern kView(
      "^(?:In (?:our|the (?:Authority|Council|Board|Trust|Committee)[’']s) "
      "(?:view|opinion|judgement)|We (?:believe|consider|think|feel) that)\\b"
      "[^.;:]*\\b(?:should|ought to|must|needs? to)\\b");
  return kView.Matches(sentence) && !TellsOver(sentence);
}

// Who a sentence of a reply asks; `says` is how it recommends, if it does.
std::optional<Agent> AskedInReply(std::string_view text, TextSpan sentence,
                                  const std::optional<Performative>& says) {
  static const Pattern kUrged(
      "^[^.;:]*?\\b(?:urges?|asks?|invites?|requests?|looks? to|calls? "
      "(?:up)?on|expects?) ((?:the|each|every|all|\\p{Lu}).*)$");
  if (says) {
    const auto object = kUrged.Search(text, {says->verb.begin, sentence.end});
    auto urged = object ? AgentAt(text, (*object)[1]) : std::nullopt;
    if (urged) return urged;
  }
  const TextSpan asks = says ? Trim(text, says->asks) : sentence;
  auto asked = AskedByThat(text, asks);
  return asked ? asked : AskedIn(text, asks);
}

void FindInLine(const Reading& reading, const Line& line,
                std::vector<Recommendation>* found) {
  const std::string_view text = reading.text();
  for (const TextSpan sentence : SentencesIn(text, line.body)) {
    if (InQuotation(text, line.body, sentence.begin + 1)) continue;
    const auto says = Recommends(text, sentence);
    if (!says && !IsView(Slice(text, sentence))) continue;
    Recommendation item = RecommendationAt(reading, sentence,
                                           RecommendationKind::kRecommendation);
    if (const auto asked = AskedInReply(text, sentence, says)) {
      SetAddressee(text, *asked, &item);
    }
    found->push_back(std::move(item));
  }
}

std::vector<Recommendation> FindInReplies(const Reading& reading) {
  std::vector<Recommendation> found;
  if (reading.kind != DocumentKind::kReport) return found;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    if (!IsReplyHeading(reading, reading.lines[i])) continue;
    const std::size_t end = SectionEnd(reading, i);
    for (std::size_t at = i + 1; at < end; ++at) {
      const Line& line = reading.lines[at];
      const bool prose = line.kind == BlockKind::kParagraph ||
                         line.kind == BlockKind::kListItem;
      if (prose && !line.quoted) FindInLine(reading, line, &found);
    }
    i = end - 1;
  }
  return found;
}

RecommendationRule InReplyRule() {
  return {
      "recommendation.in-reply",
      0.75,
      {{DocumentKind::kReport,
        "<h1>Keys</h1><h2>1 What we were asked</h2><p>The Board recommends "
        "that each store be locked.</p><h2>2 The reply (draft)</h2><p>Yes. The "
        "Authority recommends that the Board count the keys. It would cost "
        "little. In our view the Clerk should keep them.</p><h2>3 Cost</h2>"
        "<p>We urge the Board to pay.</p>",
        "[the Board] The Authority recommends that the Board count the keys.\n"
        "[the Clerk] In our view the Clerk should keep them."},
       {DocumentKind::kReport,
        "<h1>Keys</h1><h2>The Board’s response to the count</h2><p>We have "
        "read it. The Clerk should have counted them.</p>",
        ""}},
      &FindInReplies};
}

}  // namespace

const std::vector<RecommendationRule>& DraftedReplyRules() {
  static const std::vector<RecommendationRule> kRules = {InReplyRule()};
  return kRules;
}

}  // namespace concord::extraction
