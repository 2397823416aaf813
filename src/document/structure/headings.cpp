// Headings that carry no number, in formats that do not mark headings.
//
// A short line without a full stop is a heading if words follow it that it can
// head: a paragraph, a numbered one, a list. Three and more short lines in a
// row are a list of names or a table whose columns were lost, and no headings:
//
//   Review Arrangements               heading
//   8. Progress will be monitored.
//
//   Timetable                         heading (a word that is always one)
//   First draft of strategy           no heading
//   Completed May 2005
//   Second draft of strategy

#include <re2/re2.h>

#include "concord/base/unicode.h"
#include "document/structure/labels.h"
#include "document/structure/line_pattern.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

constexpr std::size_t kLongestHeading = 110;  // code points
constexpr std::size_t kBodyLength = 100;      // longer lines are running text

// Words that stand for nothing, open a sentence that goes on below, or caption
// a table.
bool IsNeverHeading(std::string_view text) {
  static const RE2 pattern(
      "(?i)(none|nil|n/?a|not applicable|as above|noted|to note|note|table \\d"
      ".*|figure \\d.*|(that|resolved|recommended|agreed|it (is|was)|members? "
      "(are|is|note|to)|we|they|the (committee|board|authority|panel|cabinet|"
      "council) (is|are|agreed|noted|resolved|recommend))\\b.*|.*\\b(that|to|"
      "and|of|the|for|with|by|or|is|are|was|asked|recommended|in|on|from)|"
      ".*\\d{3} \\d{4}.*|.*@.*|.*://.*)");
  return Matches(text, pattern);
}

// "Ref Action Owner By when Progress": the head of a table whose columns were
// lost.
bool IsColumnHead(std::string_view text) {
  static const RE2 pattern(
      "(?i)((ref|no|number|action|owner|by|when|who|what|where|progress|status|"
      "state|description|timeframe|timescale|target|date|item|lead|officer|"
      "responsible|responsibility|cost|costs|meeting|report|stage|source|"
      "outcome|recommendation|completed|year|total|month|quarter|from|to|and|"
      "of|due)\\b[ /.]*){3,}");
  return Matches(text, pattern);
}

bool IsAlwaysHeading(std::string_view text) {
  static const RE2 pattern(
      "(?i)(executive )?summary|introduction|background( papers| information)?|"
      "timetable|action plan|recommendations?|conclusions?|supporting "
      "information|(financial|legal|resource|equalit(y|ies)|diversity|race)"
      "( (and|&) [a-z]+){0,3} (implications?|impact)|contact details|present|"
      "apologies|in attendance|terms of reference|glossary|purpose|references|"
      "methodology|next steps|progress|options|consultation|review "
      "arrangements|press release|notes? to editors|part (\\d|[A-Z]|[IVX]{1,4})"
      "( [–—-] .{1,60})?");
  return Matches(text, pattern);
}

bool StartsLikeHeading(std::string_view text) {
  if (text.empty()) return false;
  const char c = text.front();
  return (c >= 'A' && c <= 'Z') || text.starts_with("\xE2\x80\x98") ||
         text.starts_with("\xE2\x80\x9C") || c == '\'' || c == '"' ||
         (static_cast<unsigned char>(c) >= 0xC3 &&
          static_cast<unsigned char>(c) < 0xE2);
}

bool IsUnmarked(const Draft& draft, bool paragraphs_too) {
  if (draft.decided || draft.indent >= 8) return false;
  return draft.hint == Hint::kLine ||
         (draft.hint == Hint::kParagraph && (draft.strong || paragraphs_too));
}

bool IsShortLine(const Draft& draft) {
  const std::string_view text = draft.text;
  return StartsLikeHeading(text) && !EndsInPunctuation(text) &&
         text.size() <= 3 * kLongestHeading && WordCount(text) <= 14 &&
         CodePointCount(text) <= kLongestHeading &&
         ReadLabel(text).style == LabelStyle::kNone && !IsNeverHeading(text) &&
         !IsColumnHead(text);
}

// "RECOMMENDATIONS:" alone on its line: a mark that fields have, too, so only
// where the words are those of a section.
bool IsNamedSection(const Draft& draft) {
  static const RE2 pattern(
      "(?i)(recommendations?|(executive )?summary|background|introduction|"
      "purpose( of (the )?report)?|"
      "conclusions?|background (papers|documents|information))\\s*:");
  return draft.text.size() < 60 && StartsLikeHeading(draft.text) &&
         Matches(draft.text, pattern);
}

// Words a heading can stand over.
bool IsBodyText(const Draft& draft) {
  if (draft.hint == Hint::kListItem || draft.hint == Hint::kTableRow) {
    return true;
  }
  if (draft.hint == Hint::kHeading || draft.decided) return false;
  if (IsLetteredHeading(draft.text) || IsAppendixHeading(draft.text)) {
    return false;
  }
  const Label label = ReadLabel(draft.text);
  if (label.style != LabelStyle::kNone && label.marked) return true;
  return EndsInPunctuation(draft.text) ||
         CodePointCount(draft.text) > kBodyLength;
}

void MarkHeading(Draft* draft) {
  draft->level = draft->level == 0 ? 3 : draft->level;
  Decide(BlockKind::kHeading, draft);
}

// What stands below a run of short lines.
enum class Below { kNothing, kNoBody, kBody };

void MarkRun(const std::vector<std::size_t>& run, Below below,
             std::vector<Draft>* drafts) {
  const bool after_appendix = IsAppendixHeading((*drafts)[run.front()].text);
  for (std::size_t k = 0; k < run.size(); ++k) {
    Draft& draft = (*drafts)[run[k]];
    if (IsAppendixHeading(draft.text)) continue;  // decided with the body
    const bool appendix_title = after_appendix && k == 1;
    const bool few = run.size() <= 2 && below == Below::kBody;
    const bool last = k + 1 == run.size() && below == Below::kNothing;
    if (few || appendix_title || (IsAlwaysHeading(draft.text) && !last)) {
      MarkHeading(&draft);
    }
  }
}

bool AnyHeading(const std::vector<Draft>& drafts) {
  for (const Draft& draft : drafts) {
    if (draft.hint == Hint::kHeading) return true;
  }
  return false;
}

}  // namespace

void MarkPlainHeadings(std::vector<Draft>* drafts) {
  const bool paragraphs_too = !AnyHeading(*drafts);
  for (std::size_t i = 0; i < drafts->size();) {
    if (IsUnmarked((*drafts)[i], paragraphs_too) &&
        IsNamedSection((*drafts)[i]) &&
        NextWords(*drafts, i) < drafts->size()) {
      MarkHeading(&(*drafts)[i++]);
      continue;
    }
    std::vector<std::size_t> run;
    std::size_t at = i;
    while (at < drafts->size() && IsUnmarked((*drafts)[at], paragraphs_too) &&
           IsShortLine((*drafts)[at])) {
      run.push_back(at);
      at = NextWords(*drafts, at);
    }
    if (!run.empty()) {
      Below below = Below::kNothing;
      if (at < drafts->size()) {
        below = IsBodyText((*drafts)[at]) ? Below::kBody : Below::kNoBody;
      }
      MarkRun(run, below, drafts);
    }
    i = run.empty() ? i + 1 : at;
  }
}

}  // namespace concord::document
