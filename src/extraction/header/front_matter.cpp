// The lines of a document from which its header is read: the title page, or
// what stands before the first heading under the title.

#include <algorithm>

#include "extraction/header/pieces.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kFrontLines = 24;

// One paragraph may hold a line each of maker, chair and day, broken by hand.
void AddPrintedLines(std::string_view text, const Line& line,
                     std::vector<Line>* front) {
  constexpr std::uint32_t kLongest = 400;
  const bool broken = Slice(text, line.span).find('\n') != text.npos;
  if (!broken || line.kind == BlockKind::kTitle ||
      line.kind == BlockKind::kTableRow || Length(line.span) > kLongest) {
    front->push_back(line);
    return;
  }
  std::uint32_t begin = line.span.begin;
  while (begin < line.span.end) {
    const std::size_t stop = text.find('\n', begin);
    const auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(stop, line.span.end));
    Line piece = line;
    piece.span = Trim(text, {begin, end});
    if (begin > line.span.begin) {
      piece.body = piece.span;
      piece.label.clear();
    } else {
      piece.body.end = std::max(piece.body.begin, piece.span.end);
    }
    if (!Empty(piece.span)) front->push_back(std::move(piece));
    begin = end + 1;
  }
}

// "by A Name", "Delivered to the Clerk on 3 May 2031", "Report 2 – 30 March – A
// Name": who made it and when, in the type of a heading.
bool IsSignature(const Reading& reading, std::size_t i) {
  static const Pattern kAct(
      "^(?:(?i:by) \\p{Lu}|(?i:report|paper|item) [0-9]+[a-z]? [–—|-] "
      ".*|(?i:(?:delivered|presented|submitted|issued|"
      "published|prepared|written|signed|agreed|adopted|approved|laid) "
      "(?:to|by|on|before|in|at)\\b).*)");
  constexpr std::uint32_t kLongest = 100;
  constexpr std::size_t kFewLines = 8;
  const Line& line = reading.lines[i];
  return i < kFewLines && line.label.empty() && Length(line.span) <= kLongest &&
         kAct.Search(reading.text(), line.span) &&
         (FirstDateIn(reading.text(), line.span) ||
          !ReadPeople(reading.text(), line.span).empty() ||
          reading.lines[i - 1].kind == BlockKind::kTitle);
}

// A heading right under the title, with a name or a day and no prose under it:
// the second line of the title page.
bool IsSubtitle(const Reading& reading, std::size_t i) {
  constexpr std::uint32_t kShort = 60;
  if (i == 0 || i + 1 >= reading.lines.size()) return false;
  if (IsSignature(reading, i)) return true;
  const Line& next = reading.lines[i + 1];
  return reading.lines[i - 1].kind == BlockKind::kTitle &&
         reading.lines[i].label.empty() && next.label.empty() &&
         next.kind == BlockKind::kParagraph && Length(next.span) <= kShort &&
         std::string_view(".:;?").find(reading.text()[next.span.end - 1]) ==
             std::string_view::npos;
}

}  // namespace

std::vector<Line> FrontMatter(const Reading& reading) {
  std::vector<Line> front;
  bool titled = false;
  for (std::size_t i = 0; i < reading.lines.size(); ++i) {
    const Line& line = reading.lines[i];
    const bool ends = titled && IsHeading(line) && !IsSubtitle(reading, i);
    if (front.size() >= kFrontLines || ends) break;
    titled = titled || line.kind == BlockKind::kTitle;
    AddPrintedLines(reading.text(), line, &front);
  }
  return front;
}

}  // namespace concord::extraction
