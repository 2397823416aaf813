#include "document/text_lines.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "concord/base/unicode.h"
#include "document/structure/labels.h"
#include "document/structure/line_joins.h"
#include "document/structure/steps.h"
#include "document/text_pages.h"

namespace concord::document {
namespace {

struct Line {
  std::string_view raw;   // without white space at its end
  std::string_view text;  // without white space at either end
  std::int32_t indent = 0;
  std::int32_t page = 0;
  std::size_t width = 0;  // code points, indent included
  bool after_blank = false;
  Label label;
  bool in_item = false;  // a numbered line, or below one without a blank
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
  LabelRun labels;
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
      line.label = labels.Read(line.text);
      const bool numbered =
          line.label.style == LabelStyle::kNumber && line.label.marked;
      line.in_item =
          numbered || (!blank && !lines.empty() && lines.back().in_item &&
                       line.label.style == LabelStyle::kNone);
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

bool StartsLower(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

bool IsMarked(const Label& label) {
  return label.style != LabelStyle::kNone &&
         (label.marked || label.components.size() > 1);
}

// "... the mandate of the", "... police (New": no paragraph ends so.
bool StopsInMidPhrase(std::string_view text) {
  static constexpr std::string_view kWords[] = {
      "a",  "an", "and", "as", "at",   "by",  "for", "from",
      "in", "of", "on",  "or", "that", "the", "to",  "with"};
  if (std::count(text.begin(), text.end(), '(') >
      std::count(text.begin(), text.end(), ')')) {
    return true;
  }
  const auto space = text.rfind(' ');
  const std::string_view last =
      space == std::string_view::npos ? text : text.substr(space + 1);
  return std::find(std::begin(kWords), std::end(kWords), last) !=
         std::end(kWords);
}

bool EndsInMonth(std::string_view text) {
  static constexpr std::string_view kMonths[] = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto space = text.rfind(' ');
  const std::string_view last =
      space == std::string_view::npos ? text : text.substr(space + 1);
  return std::find(std::begin(kMonths), std::end(kMonths), last) !=
         std::end(kMonths);
}

bool StartsWithYear(std::string_view text) {
  const auto end = text.find_first_not_of("0123456789");
  return (end == std::string_view::npos ? text.size() : end) == 4 &&
         (text[0] == '1' || text[0] == '2');
}

// "2, 5 and 10. The rest": numbers told one by one, and no label.
bool StartsWithNumbers(std::string_view text) {
  const auto digits = [&text] {
    const auto end =
        std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(end);
    return end > 0 && end < 4;
  };
  if (!digits()) return false;
  for (const std::string_view between : {", ", " and "}) {
    if (!text.starts_with(between)) continue;
    text.remove_prefix(between.size());
    return digits() && !text.starts_with("/");
  }
  return false;
}

// "The Constabu-" / "lary", "by June" / "2005", "these three:" / "2, 5
// and 10.": what goes on below, however short the lines of the text are.
bool BreaksOff(std::string_view text, std::string_view next) {
  const bool hyphen = text.size() > 2 && text.ends_with('-') &&
                      ((text[text.size() - 2] | 0x20) >= 'a') &&
                      ((text[text.size() - 2] | 0x20) <= 'z');
  return (hyphen && StartsLower(next)) ||
         (EndsInMonth(text) && StartsWithYear(next)) ||
         (text.ends_with(':') && StartsWithNumbers(next));
}

// Whether `next` goes on with `line` in a text of any width: inside a word or a
// date, in a numbered item's sentence, over a page's end.
bool GoesOn(const Line& line, const Line& next) {
  constexpr std::size_t kLongLine = 40;
  if (next.label.style != LabelStyle::kNone ||
      line.raw.find('\t') != std::string_view::npos) {
    return false;
  }
  if (next.page != line.page) {
    return next.page == line.page + 1 && line.width >= kLongLine &&
           StartsLower(next.text) && !EndsInPunctuation(line.text);
  }
  if (next.after_blank) return false;
  return BreaksOff(line.text, next.text) ||
         (line.in_item && StartsLower(next.text) &&
          !EndsInPunctuation(line.text)) ||
         (line.in_item && StopsInMidPhrase(line.text));
}

// How the lines of a text were broken to fit a page.
class Wrapping {
 public:
  explicit Wrapping(const std::vector<Line>& lines) {
    constexpr std::size_t kWidest = 130;
    std::vector<std::size_t> widths;
    std::vector<std::size_t> inner;  // of lines that surely run on
    std::size_t tight = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      widths.push_back(lines[i].width);
      if (i + 1 == lines.size() || lines[i + 1].after_blank) continue;
      if (lines[i].width >= kNarrowest && StartsLower(lines[i + 1].text) &&
          !EndsSentence(lines[i].text)) {
        inner.push_back(i);
      }
    }
    if (inner.size() < 4 || inner.size() * 8 < lines.size()) return;
    const std::size_t width = AtShare(widths, 97);
    if (width < kNarrowest || width > kWidest) return;
    width_ = full_ = width;
    SetPages(lines);
    for (std::size_t& line : inner) {
      tight += HadNoRoom(lines[line], lines[line + 1]);
      line = lines[line].width;
    }
    // The letters of a printed page differ in width: its full lines differ in
    // how many they hold.
    if (tight * 5 < inner.size() * 4) full_ = AtShare(inner, 10);
  }

  bool any() const { return width_ > 0; }

  bool RunsOn(const Line& line, const Line& next) const {
    if (GoesOn(line, next)) return true;
    if (!any()) return false;
    const Label& label = next.label;
    const Label& own = line.label;
    // "107.16." above the words of its paragraph.
    if (own.alone && IsMarked(own)) {
      return next.page == line.page && !IsMarked(label);
    }
    if (IsMarked(label)) return false;
    if (line.raw.find('\t') != std::string_view::npos) return false;
    if (next.page != line.page) return RunsOver(line, next);
    if (next.after_blank) return false;
    if (HadNoRoom(line, next) || line.width > full_) return true;
    // Or it was cut early, and the sentence goes on.
    if (EndsSentence(line.text) || IsHeaderField(next.text)) return false;
    if (StopsInMidPhrase(line.text) && line.width >= kNarrowest) return true;
    const std::size_t width = WidthOf(line.page);
    return StartsLower(next.text) ? line.width * 2 > width
                                  : line.width * 3 > width * 2;
  }

 private:
  static constexpr std::size_t kNarrowest = 40;

  static std::size_t AtShare(std::vector<std::size_t> values,
                             std::size_t hundredths) {
    std::sort(values.begin(), values.end());
    return values[values.size() * hundredths / 100];
  }

  // The line was full: the next word had no room on it.
  bool HadNoRoom(const Line& line, const Line& next) const {
    return line.width + 1 + FirstWordWidth(next.text) > WidthOf(line.page);
  }

  // Over a page's end goes what stops in mid-sentence.
  bool RunsOver(const Line& line, const Line& next) const {
    if (next.page != line.page + 1 || EndsInPunctuation(line.text)) {
      return false;
    }
    return StartsLower(next.text) ? line.width * 2 > WidthOf(line.page)
                                  : HadNoRoom(line, next);
  }

  // The margins of a text that keeps the layout of its pages are each page's.
  void SetPages(const std::vector<Line>& lines) {
    constexpr std::size_t kFewest = 12;  // lines that tell a page's width
    for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
      std::vector<std::size_t> widths;
      for (; end < lines.size() && lines[end].page == lines[begin].page;
           ++end) {
        widths.push_back(lines[end].width);
      }
      if (widths.size() < kFewest) continue;
      const std::size_t width = AtShare(std::move(widths), 95);
      if (width >= kNarrowest) pages_[lines[begin].page] = width;
    }
  }

  std::size_t WidthOf(std::int32_t page) const {
    const auto found = pages_.find(page);
    return found == pages_.end() ? width_ : std::min(width_, found->second);
  }

  std::size_t width_ = 0;                      // 0: every line is a paragraph
  std::size_t full_ = 0;                       // a wider line is full
  std::map<std::int32_t, std::size_t> pages_;  // width of each
};

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
    AddCell(CollapseSpace(cell.text), &draft);
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

std::vector<bool> MarkRows(const std::vector<Line>& lines) {
  std::vector<bool> row(lines.size(), false);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (SameTable(lines[i], lines[i + 1])) row[i] = row[i + 1] = true;
  }
  return row;
}

// Takes what belongs to the pages out of `lines`; each with the number of the
// lines before it that stay.
std::vector<std::pair<std::size_t, Line>> TakeFurniture(
    std::vector<Line>* lines) {
  std::vector<PageLine> places;
  for (const Line& line : *lines) places.push_back({line.text, line.page});
  const std::vector<bool> furniture = PageFurniture(places);
  std::vector<std::pair<std::size_t, Line>> taken;
  std::vector<Line> kept;
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const Line& line = (*lines)[i];
    if (furniture[i]) {
      taken.emplace_back(kept.size(), line);
    } else {
      kept.push_back(line);
    }
  }
  *lines = std::move(kept);
  return taken;
}

}  // namespace

std::vector<Draft> DraftsOfText(std::string_view text) {
  std::vector<Line> lines = SplitLines(text);
  const auto furniture = TakeFurniture(&lines);
  const Wrapping wrapping(lines);
  const std::vector<bool> row = MarkRows(lines);
  std::vector<std::string_view> texts;
  texts.reserve(lines.size());
  for (const Line& line : lines) texts.push_back(line.text);
  const HyphenSense sense(texts);
  std::vector<Draft> drafts;
  // What stands at a page's edge waits for the end of the open paragraph.
  auto next = furniture.begin();
  const auto flush = [&](std::size_t before) {
    for (; next != furniture.end() && next->first <= before; ++next) {
      drafts.push_back(LineOf(next->second));
      drafts.back().hint = Hint::kChrome;
    }
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Draft draft = row[i] ? RowOf(lines[i]) : LineOf(lines[i]);
    if (draft.text.empty()) continue;
    const bool runs_on = i > 0 && !row[i] && !row[i - 1] &&
                         wrapping.RunsOn(lines[i - 1], lines[i]);
    if (runs_on && !drafts.empty()) {
      sense.Append(draft.text, &drafts.back().text);
      continue;
    }
    flush(i);
    drafts.push_back(std::move(draft));
  }
  flush(lines.size());
  return drafts;
}

}  // namespace concord::document
