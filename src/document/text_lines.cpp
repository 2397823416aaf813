#include "document/text_lines.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/labels.h"
#include "document/structure_parts.h"

namespace concord::document {
namespace {

struct Line {
  std::string_view raw;   // without white space at its end
  std::string_view text;  // without white space at either end
  std::int32_t indent = 0;
  std::int32_t page = 0;
  std::size_t width = 0;  // code points, indent included
  bool after_blank = false;
};

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// Removes one white-space character from the front; its columns, or 0.
int TakeSpace(std::string_view* text, std::int32_t column) {
  if (text->starts_with(kNoBreakSpace)) {
    text->remove_prefix(2);
    return 1;
  }
  if (text->empty()) return 0;
  const char c = text->front();
  if (c != ' ' && c != '\t' && c != '\v') return 0;
  text->remove_prefix(1);
  return c == '\t' ? 8 - column % 8 : 1;
}

std::string_view TrimEnd(std::string_view text) {
  while (true) {
    if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(2);
    } else if (!text.empty() && std::string_view(" \t\v\f").find(text.back()) !=
                                    std::string_view::npos) {
      text.remove_suffix(1);
    } else {
      return text;
    }
  }
}

// "_______" or "=====": a ruled line, which parts what stands on its sides.
bool IsRuledLine(std::string_view text) {
  constexpr std::size_t kShortest = 4;
  return text.size() >= kShortest &&
         std::string_view("_-=*~").find(text.front()) !=
             std::string_view::npos &&
         text.find_first_not_of(text.front()) == std::string_view::npos;
}

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  const bool paged = text.find('\f') != std::string_view::npos;
  std::int32_t page = paged ? 1 : 0;
  bool blank = true;
  while (!text.empty()) {
    const auto end = text.find_first_of("\n\f");
    Line line;
    line.raw = TrimEnd(text.substr(0, end));
    line.text = line.raw;
    line.page = page;
    while (const int columns = TakeSpace(&line.text, line.indent)) {
      line.indent += columns;
    }
    const bool ruled = IsRuledLine(line.text);
    if (!line.text.empty() && !ruled) {
      line.width = CodePointCount(line.raw);
      line.after_blank = blank;
      lines.push_back(line);
    }
    blank = line.text.empty() || ruled;
    if (end == std::string_view::npos) break;
    if (text[end] == '\f') ++page;
    text.remove_prefix(end + 1);
  }
  return lines;
}

// --- Lines broken at a page width ---------------------------------------

bool EndsSentence(std::string_view text) {
  return !text.empty() &&
         std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

std::size_t FirstWordWidth(std::string_view text) {
  return CodePointCount(text.substr(0, text.find(' ')));
}

// The width lines were broken at, or 0: most lines are within it and many run
// on in the next one, which begins in lower case.
std::size_t WrapWidth(const std::vector<Line>& lines) {
  constexpr std::size_t kWidest = 110;
  constexpr std::size_t kNarrowest = 40;
  std::vector<std::size_t> widths;
  std::size_t running_on = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    widths.push_back(lines[i].width);
    if (i + 1 == lines.size() || lines[i + 1].after_blank) continue;
    const char next = lines[i + 1].text.front();
    running_on += lines[i].width >= kNarrowest && next >= 'a' && next <= 'z' &&
                  !EndsSentence(lines[i].text);
  }
  if (running_on < 4 || running_on * 8 < lines.size()) return 0;
  std::sort(widths.begin(), widths.end());
  const std::size_t width = widths[widths.size() * 97 / 100];
  return width >= kNarrowest && width <= kWidest ? width : 0;
}

bool RunsOn(const Line& line, const Line& next, std::size_t wrap_width) {
  if (next.after_blank || next.page != line.page) return false;
  if (line.raw.find('\t') != std::string_view::npos) return false;
  const Label label = ReadLabel(next.text);
  if (label.style != LabelStyle::kNone && label.marked) return false;
  // The line was full: the next word had no room on it.
  if (line.width + 1 + FirstWordWidth(next.text) > wrap_width) return true;
  // Or it was cut early, and the sentence goes on.
  if (EndsSentence(line.text) || IsHeaderField(next.text)) return false;
  const char first = next.text.front();
  const bool lower = first >= 'a' && first <= 'z';
  return lower ? line.width * 2 > wrap_width : line.width * 3 > wrap_width * 2;
}

// --- Rows ------------------------------------------------------------------

struct Cell {
  std::string_view text;
  std::size_t column = 0;
};

constexpr std::string_view kGap = "   ";  // narrower gaps are typing habits

// The parts of a line between tabs, or else between wide gaps. A label and its
// words are one part.
std::vector<Cell> Cells(const Line& line) {
  const bool tabs = line.text.find('\t') != std::string_view::npos;
  const std::string_view separator = tabs ? "\t" : kGap;
  std::vector<Cell> cells;
  std::size_t at = 0;
  while (at < line.text.size()) {
    auto end = line.text.find(separator, at);
    if (end == std::string_view::npos) end = line.text.size();
    const std::string_view part = TrimEnd(line.text.substr(at, end - at));
    if (!part.empty()) cells.push_back({part, at});
    at = end + separator.size();
    while (at < line.text.size() && line.text[at] == ' ') ++at;
  }
  if (!cells.empty() && ReadLabel(cells.front().text).alone) return {};
  return cells;
}

bool AnyColumnShared(const std::vector<Cell>& a, const std::vector<Cell>& b) {
  for (std::size_t i = 1; i < a.size(); ++i) {
    for (std::size_t k = 1; k < b.size(); ++k) {
      const auto [low, high] = std::minmax(a[i].column, b[k].column);
      if (high - low <= 1) return true;
    }
  }
  return false;
}

bool SameTable(const Line& line, const Line& next) {
  const std::vector<Cell> a = Cells(line);
  const std::vector<Cell> b = Cells(next);
  if (a.size() < 2 || b.size() < 2) return false;
  const bool tabs = line.text.find('\t') != std::string_view::npos &&
                    next.text.find('\t') != std::string_view::npos;
  return tabs || (line.indent == next.indent && AnyColumnShared(a, b));
}

Draft RowOf(const Line& line) {
  Draft draft;
  draft.hint = Hint::kTableRow;
  draft.page = line.page;
  for (const Cell& cell : Cells(line)) {
    if (!draft.text.empty()) draft.text.push_back('\t');
    const auto begin = static_cast<std::uint32_t>(draft.text.size());
    draft.text += CollapseSpace(cell.text);
    draft.cells.push_back(
        {begin, static_cast<std::uint32_t>(draft.text.size())});
  }
  return draft;
}

Draft LineOf(const Line& line) {
  Draft draft;
  draft.text = CollapseSpace(line.text);
  draft.indent = line.indent;
  draft.page = line.page;
  return draft;
}

}  // namespace

std::vector<Draft> DraftsOfText(std::string_view text) {
  const std::vector<Line> lines = SplitLines(text);
  const std::size_t wrap_width = WrapWidth(lines);
  std::vector<bool> row(lines.size(), false);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (SameTable(lines[i], lines[i + 1])) row[i] = row[i + 1] = true;
  }
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Draft draft = row[i] ? RowOf(lines[i]) : LineOf(lines[i]);
    const bool runs_on = wrap_width > 0 && i > 0 && !row[i] && !row[i - 1] &&
                         RunsOn(lines[i - 1], lines[i], wrap_width);
    if (draft.text.empty()) continue;
    if (runs_on && !drafts.empty()) {
      Join(draft, &drafts.back());
    } else {
      drafts.push_back(std::move(draft));
    }
  }
  return drafts;
}

}  // namespace concord::document
