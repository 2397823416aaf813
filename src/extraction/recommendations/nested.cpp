// The labelled parts of a recommendation: "(a) who holds them; (b) why".
//
// Parts are lines nested in the item, or run on in its sentence. What is nested
// deeper belongs to its part. Sub-recommendations are parts too.

#include <algorithm>

#include "concord/base/unicode.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

RecommendationPart PartAt(std::string_view text, TextSpan span,
                          std::string_view label) {
  RecommendationPart part;
  part.span = Trim(text, span);
  part.printed = Slice(text, part.span);
  part.label = label;
  part.rule = "part.label";
  part.confidence = 0.9;
  return part;
}

std::vector<RecommendationPart> NestedLines(const Reading& reading,
                                            const Recommendation& item) {
  std::vector<RecommendationPart> parts;
  const std::size_t first = LineAt(reading, item.span.begin);
  if (first + 1 >= reading.lines.size() ||
      reading.lines[first + 1].span.end > item.span.end) {
    return parts;
  }
  // A lead-in of several lines: the list begins at the first label.
  std::size_t lead = first;
  while (lead + 1 < reading.lines.size() &&
         reading.lines[lead + 1].span.end <= item.span.end &&
         reading.lines[lead + 1].label.empty()) {
    ++lead;
  }
  for (const ListItem& nested : SequenceAfter(reading, lead)) {
    TextSpan span = SpanOf(reading, nested.begin, nested.end);
    if (span.begin >= item.span.end) break;
    // What follows the item's last part is no part of the item.
    span.end = std::min(span.end, item.span.end);
    parts.push_back(
        PartAt(reading.text(), span, reading.lines[nested.begin].label));
  }
  return parts;
}

// "... say (a) who holds them; and (b) why".
std::vector<RecommendationPart> RunOnParts(const Reading& reading,
                                           const Recommendation& item) {
  static const Pattern kLabel(
      "(?:^|[\\s:;,])\\(([a-z]|i{1,3}|iv|vi{0,3})\\)\\s");
  static const Pattern kEnd("[;,]?\\s*(?:and|or)?\\s*$");
  const std::string_view text = reading.text();
  std::vector<MatchSpans> marks;
  for (MatchSpans& match : kLabel.SearchAll(text, item.span)) {
    const std::string_view label = Slice(text, match[1]);
    const std::size_t next = marks.size();
    const bool letter =
        label.size() == 1 && static_cast<std::size_t>(label[0] - 'a') == next;
    const bool fits =
        letter || RomanNumeral(label) == static_cast<int>(next) + 1;
    if (fits) marks.push_back(std::move(match));
  }
  std::vector<RecommendationPart> parts;
  if (marks.size() < 2) return parts;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    TextSpan span = {marks[i][0].end, i + 1 < marks.size()
                                          ? marks[i + 1][0].begin
                                          : item.span.end};
    if (i + 1 < marks.size()) {
      if (const auto end = kEnd.Search(text, span)) span.end = (*end)[0].begin;
    }
    parts.push_back(PartAt(text, span, Slice(text, marks[i][1])));
  }
  return parts;
}

}  // namespace

void FillParts(const Reading& reading, std::vector<Recommendation>* items) {
  for (Recommendation& item : *items) {
    item.parts = NestedLines(reading, item);
    if (item.parts.empty()) item.parts = RunOnParts(reading, item);
  }
  for (const Recommendation& child : *items) {
    if (child.parent < 0) continue;
    auto& parts = (*items)[static_cast<std::size_t>(child.parent)].parts;
    const bool known = std::any_of(parts.begin(), parts.end(),
                                   [&](const RecommendationPart& part) {
                                     return Overlaps(part.span, child.span);
                                   });
    if (!known) {
      parts.push_back(PartAt(reading.text(), child.span, child.label));
    }
  }
}

}  // namespace concord::extraction
