// A page that says it holds recommendations and is little but their numbers.
//
//   "11. RECOMMENDATIONS" / "11.1 Cells should be cleaned." / "11.2 ..."
//   "14. RECOMMENDATIONS 14.1.1 Cells should be cleaned. 14.1.2 ..."  run in
//   refused: dotted numbers of prose, of which few ask; a contents list
//
// The numbers of such a page are found in the words themselves, at the front of
// a line or after the end of a sentence, because the first is often taken for
// the page's title and others are run together. They grow, and at least four
// in five of what they stand before ask. Cost: one pass. Tests: the examples.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/list_items.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kFewestItems = 3;

// A front line is the word, or opens a line of run-in numbers with it.
bool SaysRecommendations(const Reading& reading) {
  static const Pattern kSays(
      "^\\W{0,3}(?:\\d{1,2}\\.?\\s+)?(?i:(?:summary of |list of |main |key "
      "|our )*"
      "recommendations?)\\W*$|\\b\\d{0,2}\\.? ?RECOMMENDATIONS \\d");
  constexpr std::size_t kFront = 12;
  for (std::size_t i = 0; i < reading.lines.size() && i < kFront; ++i) {
    if (kSays.Search(reading.text(), reading.lines[i].span)) return true;
  }
  return false;
}

struct Mark {
  TextSpan label;
  std::uint32_t words = 0;  // where the words begin
};

// "11.2", "14.1.1" at the front of the line or after a sentence's end.
std::vector<Mark> MarksIn(const Reading& reading, const Line& line) {
  static const Pattern kMark(
      "(?:^\\W{0,2}|[.)|]\\s+|\\s)(\\d{1,2}(?:\\.\\d{1,2}){1,2})\\.?\\s+[\\p{"
      "Lu}‘“'\"]");
  std::vector<Mark> marks;
  for (const MatchSpans& match : kMark.SearchAll(reading.text(), line.span)) {
    marks.push_back({match[1], match[1].end});
  }
  return marks;
}

// "For Area Director": a heading among the numbers, over those below it.
bool IsGroup(std::string_view words) {
  static const Pattern kGroup("^(?:For|To) (?:the )?\\p{Lu}[^.;:]{2,60}\\W*$");
  return kGroup.Matches(words);
}

// Every part of "14.1.2" but the first, compared as numbers.
bool Grows(std::string_view before, std::string_view label) {
  const auto next = [](std::string_view* rest) {
    const std::size_t dot = rest->find('.');
    const int value = std::atoi(std::string(rest->substr(0, dot)).c_str());
    *rest = dot == std::string_view::npos ? "" : rest->substr(dot + 1);
    return value;
  };
  while (!before.empty() || !label.empty()) {
    const int one = next(&before);
    const int other = next(&label);
    if (one != other) return one < other;
  }
  return false;
}

std::vector<Recommendation> FindNumberedPage(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MakesOwn(reading) || !SaysRecommendations(reading)) return found;
  const std::string_view text = reading.text();
  std::string last;
  std::size_t asking = 0;
  TextSpan group;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const std::vector<Mark> marks = MarksIn(reading, line);
    for (std::size_t m = 0; m < marks.size(); ++m) {
      const std::string label(Slice(text, marks[m].label));
      if (!last.empty() && !Grows(last, label)) continue;
      last = label;
      const bool at_end = m + 1 == marks.size();
      const TextSpan words = Trim(
          text,
          {marks[m].words, at_end ? SpanOf(reading, i, ItemEnd(reading, i)).end
                                  : marks[m + 1].label.begin});
      if (IsGroup(Slice(text, words))) {
        static const Pattern kOpens("^\\w+ ");
        group = words;
        if (const auto opens = kOpens.Search(text, words)) {
          group.begin = (*opens)[0].end;
        }
        continue;
      }
      Recommendation item =
          RecommendationAt(reading, words, RecommendationKind::kRecommendation);
      item.label = label;
      if (const auto asked = AskedIn(text, item.span)) {
        SetAddressee(text, *asked, &item);
      } else if (!Empty(group)) {
        SetAddressee(text, {group, group}, &item);
      }
      asking += IsRequest(item.text);
      found.push_back(std::move(item));
    }
  }
  if (found.size() < kFewestItems || asking * 5 < found.size() * 4)
    found.clear();
  std::erase_if(
      found, [](const Recommendation& item) { return !IsRequest(item.text); });
  return found;
}

// A page whose title says what it holds, "Chapter 7. Recommendations": the list
// right below it, if nearly all of it asks.
std::vector<Recommendation> FindTitledPage(const Reading& reading) {
  static const Pattern kTitle(
      "^(?i:(?:(?:volume|part|chapter|section|appendix|annex|schedule) (?:\\d+|"
      "[ivxlc]+|[a-z])\\s*[-–—:.,]?\\s*|\\d{1,2}(?:\\.\\d{1,2})?[.:]?\\s*"
      "[-–—]?\\s*){0,3}"
      "(?:(?:the|our|my|main|key|full|final|all|list of|summary of) ){0,3}"
      "recommendations?)\\W*$");
  constexpr std::size_t kFront = 12;
  std::vector<Recommendation> found;
  if (!MakesOwn(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size() && i < kFront; ++i) {
    const Line& line = reading.lines[i];
    if (line.kind != BlockKind::kTitle ||
        !kTitle.Search(reading.text(), line.span)) {
      continue;
    }
    std::size_t asking = 0;
    for (const ListItem& entry : SequenceAfter(reading, i)) {
      found.push_back(ItemOf(reading, entry));
      const std::string_view text = found.back().text;
      asking += IsRequest(text) || NamesDoer(text);
    }
    if (found.size() < kFewestItems || asking * 5 < found.size() * 4)
      found.clear();
    break;
  }
  return found;
}

RecommendationRule TitledPageRule() {
  return {
      "recommendation.titled-page",
      0.85,
      {{DocumentKind::kOther,
        "<h1>Volume 2 – 7. Recommendations</h1><ol><li>The Clerk shall count "
        "the keys by May.</li><li>Locks should be changed.</li><li>The "
        "Board and the Clerk shall publish the count.</li></ol>",
        "1 [The Clerk] The Clerk shall count the keys by May.\n"
        "2 [] Locks should be changed.\n"
        "3 [The Board and the Clerk] The Board and the Clerk shall publish "
        "the count."},
       {DocumentKind::kOther,
        "<h1>Chapter 7. Recommendations</h1><ol><li>Keys of the county</li>"
        "<li>Locks of the county</li><li>Doors</li></ol>",
        ""},
       {DocumentKind::kOther,
        "<h1>Chapter 7. Rules</h1><ol><li>The Clerk shall count the keys."
        "</li><li>Locks should be changed.</li><li>A register should be "
        "kept.</li></ol>",
        ""}},
      &FindTitledPage};
}

RecommendationRule NumberedPageRule() {
  return {
      "recommendation.numbered-page",
      0.85,
      {{DocumentKind::kOther,
        "Keys\n\n11. RECOMMENDATIONS\n\n11.1 All keys should be counted "
        "(paragraph 2.6).\n\n11.2 The Clerk should change the locks.\n\n"
        "11.9 A register should be kept.\n",
        "11.1 [] All keys should be counted (paragraph 2.6).\n"
        "11.2 [The Clerk] The Clerk should change the locks.\n"
        "11.9 [] A register should be kept."},
       {DocumentKind::kOther,
        "KEYS 1997 14. RECOMMENDATIONS 14.1 For the Clerk 14.1.1 All keys "
        "should be counted (paragraph 2.6). 14.1.2 Locks should be changed. "
        "14.1.3 A register should be kept.\n",
        "14.1.1 [the Clerk] All keys should be counted (paragraph 2.6).\n"
        "14.1.2 [the Clerk] Locks should be changed.\n"
        "14.1.3 [the Clerk] A register should be kept."},
       {DocumentKind::kOther,
        "Keys\n\n11. RECOMMENDATIONS\n\n11.1 All keys were counted.\n\n11.2 "
        "The locks are old.\n\n11.3 A register should be kept.\n",
        ""},
       {DocumentKind::kOther,
        "Keys\n\n11. RULES\n\n11.1 Keys should be counted.\n\n11.2 "
        "Locks should be changed.\n\n11.3 A register should be kept.\n",
        ""}},
      &FindNumberedPage};
}

}  // namespace

const std::vector<RecommendationRule>& NumberedPageRules() {
  static const std::vector<RecommendationRule> kRules = {NumberedPageRule(),
                                                         TitledPageRule()};
  return kRules;
}

}  // namespace concord::extraction
