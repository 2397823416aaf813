// Where a recommendation begins and ends, and what only leads into one.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/recommendations/parts.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::uint32_t kLongestLeadIn = 160;

}  // namespace

bool IsRecommendationHeading(const Reading& reading, const Line& line) {
  static const Pattern kHeading(
      "^(?i:(?:[a-z]\\.?\\s+|\\d+[\\d.]*\\s+)?(?:part [a-z0-9]+\\s+)?"
      "(?:(?:summary|list|table) of )?(?:(?:the|our|key|main|final|further|"
      "consolidated|detailed) )*(?:recommendation|decision)(?:s|\\(s\\))?"
      "(?: (?:sought|requested|required|of this (?:report|inquiry)|"
      "for [\\p{L} ]+|to [\\p{L} ]+))?)\\s*[:.]?$");
  if (!IsHeading(line) && line.kind != BlockKind::kTitle) return false;
  return kHeading.Search(reading.text(), line.span).has_value();
}

bool MakesOwn(const Reading& reading) {
  return reading.kind == DocumentKind::kInspection ||
         reading.kind == DocumentKind::kOther ||
         reading.kind == DocumentKind::kStrategy;
}

bool MayListRequests(const Reading& reading) {
  return reading.kind != DocumentKind::kMinutes &&
         reading.kind != DocumentKind::kAgenda &&
         reading.kind != DocumentKind::kPress;
}

bool IsBracketedRemark(std::string_view body) {
  return (body.starts_with('(') || body.starts_with('[')) &&
         (body.ends_with(')') || body.ends_with(']') || body.ends_with(".)"));
}

bool IsLeadIn(const Reading& reading, std::size_t index) {
  static const Pattern kOpenEnd("(?:[:;–—-]|[\\p{L}\\d)])$");
  static const Pattern kNothing("^(?i:that)\\W*$");
  if (index + 1 >= reading.lines.size()) return false;
  const Line& line = reading.lines[index];
  const Line& next = reading.lines[index + 1];
  if (IsListed(line) || IsHeading(line) || IsHeading(next) || !IsListed(next)) {
    return false;
  }
  const std::string_view body = reading.Body(line);
  if (kNothing.Matches(body)) return true;
  if (body.ends_with(':')) return true;
  return body.size() <= kLongestLeadIn && kOpenEnd.Matches(body) &&
         IsListed(next);
}

bool IsNormative(std::string_view sentence) {
  static const Pattern kAsks(
      "\\b(?i:should|must|shall|ought to|needs? to|recommend(?:s|ed)?|"
      "is required to|are required to|has to|have to)\\b");
  return kAsks.Matches(sentence);
}

bool InQuotation(std::string_view text, TextSpan within, std::uint32_t offset) {
  constexpr std::string_view kOpen = "\xE2\x80\x9C";
  constexpr std::string_view kClose = "\xE2\x80\x9D";
  // No quotation within one paragraph is longer; it bounds the look back.
  constexpr std::uint32_t kLongestQuotation = 4000;
  int depth = 0;
  bool straight = false;
  const std::uint32_t from =
      offset - std::min(offset - within.begin, kLongestQuotation);
  for (std::uint32_t at = from; at < offset; ++at) {
    const std::string_view rest = text.substr(at, 3);
    // "â€“" is a dash whose bytes were once read in another charset.
    const bool garbled =
        at >= within.begin + 5 && text.substr(at - 5, 5) == "â€";
    if (rest == kOpen && !garbled) ++depth;
    if (rest == kClose && depth > 0) --depth;
    if (text[at] == '"') straight = !straight;
  }
  return depth > 0 || straight;
}

void SetRunningLead(const Reading& reading, const Line& lead,
                    Recommendation* item) {
  static const Pattern kRunsOn(
      "\\b(?i:that|to|should|must|shall|recommends?|recommended|urges?|asks?)"
      "\\s*[:–—-]?$");
  if (!kRunsOn.Search(reading.text(), lead.body)) return;
  item->lead_in = reading.Body(lead);
  item->lead_in_span = lead.body;
}

Recommendation RecommendationAt(const Reading& reading, TextSpan span,
                                RecommendationKind kind) {
  Recommendation item;
  item.span = Trim(reading.text(), span);
  item.text = Slice(reading.text(), item.span);
  item.kind = kind;
  return item;
}

}  // namespace concord::extraction
