// Timetables: what is to happen and when, recovered from whatever is left of
// the table.
//
// Three forms. Rows of a real table with a column of times. Flattened tables,
// where a cleaner left each cell on its own line: a description, then its time,
// then the next description. Work plans keyed by a meeting's date: the date,
// then what comes to that meeting. In flattened text a line is read by itself
// first (lines.h), and only a run of lines in one of the two orders makes rows,
// so that a lone date in a list is none.

#include <algorithm>

#include "concord/base/unicode.h"
#include "concord/extraction/extract.h"
#include "extraction/in_span.h"
#include "extraction/passages.h"
#include "extraction/timetable/lines.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;

constexpr std::size_t kFewestRows = 2;

TimetableEntry EntryOf(std::string_view text, TextSpan description,
                       const TimeLine& time, std::string_view rule) {
  TimetableEntry entry;
  const TextSpan span{std::min(description.begin, time.span.begin),
                      std::max(description.end, time.span.end)};
  static_cast<Item&>(entry) = ItemAt(span, RuleNamed(TimetableRules(), rule));
  entry.description = std::string(Slice(text, description));
  entry.printed = time.date.printed;
  entry.edtf = time.date.edtf;
  entry.inferred = time.date.inferred;
  entry.state = time.state;
  return entry;
}

// --- Flattened tables -------------------------------------------------------

// Paragraphs, items and headings without a letter: a cleaner that flattens a
// table leaves its cells as any of these. A lettered heading ends the table.
bool MayStandInTable(const document::Document& document,
                     const Passage& passage) {
  const Block& block = document.blocks[static_cast<std::size_t>(passage.block)];
  return passage.kind == BlockKind::kParagraph ||
         passage.kind == BlockKind::kListItem ||
         (passage.kind == BlockKind::kHeading && Empty(block.label));
}

// Runs of lines that could be cells, as half-open ranges of `lines`.
std::vector<std::pair<std::size_t, std::size_t>> Runs(
    const std::vector<TimeLine>& lines) {
  std::vector<std::pair<std::size_t, std::size_t>> runs;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    if (i < lines.size() && lines[i].kind != LineKind::kOther) continue;
    if (i - begin >= 2 * kFewestRows) runs.push_back({begin, i});
    begin = i + 1;
  }
  return runs;
}

// The order of the lines in a run.
struct Shape {
  std::size_t longest = 0;  // "description, time" pairs in a row
  std::size_t times = 0;
  std::size_t descriptions = 0;  // after the first time, with no time of theirs
};

Shape ShapeOf(const std::vector<TimeLine>& lines, std::size_t begin,
              std::size_t end) {
  Shape shape;
  std::size_t consecutive = 0;
  std::size_t last = begin;
  for (std::size_t i = begin; i < end; ++i) {
    const bool alone = lines[i].kind == LineKind::kDescription &&
                       shape.times > 0 && i + 1 < end &&
                       lines[i + 1].kind != LineKind::kTime;
    shape.descriptions += alone ? 1 : 0;
    if (lines[i].kind != LineKind::kTime) continue;
    ++shape.times;
    const bool paired =
        i > begin && lines[i - 1].kind == LineKind::kDescription;
    consecutive = paired && i - last <= 2 ? consecutive + 1 : (paired ? 1 : 0);
    last = i;
    shape.longest = std::max(shape.longest, consecutive);
  }
  return shape;
}

// description, time, description, time; a line of both is a row by itself.
void ReadAlternating(std::string_view text, const std::vector<TimeLine>& lines,
                     std::size_t begin, std::size_t end,
                     std::vector<TimetableEntry>* out) {
  for (std::size_t i = begin; i < end; ++i) {
    if (lines[i].kind == LineKind::kBoth && !lines[i].dashed) {
      out->push_back(
          EntryOf(text, lines[i].description, lines[i], "timetable.one-line"));
    } else if (lines[i].kind == LineKind::kTime && i > begin &&
               lines[i - 1].kind == LineKind::kDescription) {
      out->push_back(
          EntryOf(text, lines[i - 1].span, lines[i], "timetable.alternating"));
    }
  }
}

// A time, then the lines that belong to it, until the next time.
void ReadKeyed(std::string_view text, const std::vector<TimeLine>& lines,
               std::size_t begin, std::size_t end,
               std::vector<TimetableEntry>* out) {
  const TimeLine* time = nullptr;
  for (std::size_t i = begin; i < end; ++i) {
    if (lines[i].kind == LineKind::kTime) {
      time = &lines[i];
    } else if (time != nullptr && lines[i].kind == LineKind::kDescription) {
      out->push_back(
          EntryOf(text, lines[i].span, *time, "timetable.keyed-by-date"));
    }
  }
}

// Words that say that a plan follows.
const Pattern& PlanWords() {
  static const Pattern kPlan(
      "(?i)\\b(?:programme|plan|timetable|calendar|schedule|meetings|table|"
      "dates)\\b");
  return kPlan;
}

// "The stages are these:", "Next steps".
bool AnnouncesSteps(std::string_view words) {
  static const Pattern kSteps("(?i)\\b(?:steps|stages|milestones)\\b");
  return kSteps.Matches(words) || PlanWords().Matches(words);
}

// A work plan: something before the first date says that a plan follows, and
// every date but the last has lines of its own.
bool IsKeyedByDate(std::string_view text, const std::vector<TimeLine>& lines,
                   std::size_t begin, std::size_t end) {
  bool announced = false;
  std::size_t times = 0;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (lines[i].kind != LineKind::kTime) {
      announced =
          announced ||
          (times == 0 && PlanWords().Matches(Slice(text, lines[i].span)));
      continue;
    }
    ++times;
    if (lines[i + 1].kind != LineKind::kDescription) return false;
  }
  return announced && times >= kFewestRows;
}

// A list of stages, each "what – when": three of them in a row at least. With
// colons it looks like any fields with their values, with the time first like a
// diary, and is one only if the words before it say so.
void ReadDashed(std::string_view text, const std::vector<TimeLine>& lines,
                std::size_t begin, std::size_t end,
                std::vector<TimetableEntry>* out) {
  constexpr std::size_t kFewest = 3;
  for (std::size_t i = begin; i < end;) {
    std::size_t last = i;
    while (last < end && lines[last].dashed &&
           lines[last].colon == lines[i].colon &&
           lines[last].first == lines[i].first) {
      ++last;
    }
    const bool announced =
        (!lines[i].colon && !lines[i].first) ||
        (i > 0 && AnnouncesSteps(Slice(text, lines[i - 1].span)));
    for (std::size_t k = i; announced && last - i >= kFewest && k < last; ++k) {
      out->push_back(
          EntryOf(text, lines[k].description, lines[k], "timetable.dashed"));
    }
    i = std::max(last, i + 1);
  }
}

void ReadFlattened(std::string_view text, const std::vector<TimeLine>& lines,
                   std::vector<TimetableEntry>* out) {
  for (const auto& [begin, end] : Runs(lines)) {
    const Shape shape = ShapeOf(lines, begin, end);
    ReadDashed(text, lines, begin, end, out);
    if (shape.longest >= kFewestRows && shape.descriptions * 3 <= shape.times) {
      ReadAlternating(text, lines, begin, end, out);
    } else if (IsKeyedByDate(text, lines, begin, end)) {
      ReadKeyed(text, lines, begin, end, out);
    }
  }
}

// --- Tables -----------------------------------------------------------------

std::vector<TextSpan> CellsOf(const document::Document& document,
                              std::size_t row) {
  std::vector<TextSpan> cells;
  for (std::size_t i = row + 1; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.parent != static_cast<std::int32_t>(row)) break;
    if (block.kind == BlockKind::kTableCell) cells.push_back(block.span);
  }
  return cells;
}

// The column that a header row names a time, or -1.
int TimeColumn(std::string_view text, const std::vector<TextSpan>& cells) {
  static const Pattern kTime(
      "(?i)^(?:target |completion |due |planned |implementation |review |end )*"
      "(?:date|when|by when|timescales?|timeframe|deadline|timing|time|target|"
      "completion|due|to be done by|month|quarter|meeting)s?$|"
      "(?i)^(?:dates?|times?|month|day) [\\p{L} ]{2,24}$|"
      "(?i)^[\\p{L} ]{2,24} (?:date|by|for|month)$");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (kTime.Matches(CollapseSpace(Slice(text, cells[i])))) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

// The column that a header row names a state, or -1.
int StateColumn(std::string_view text, const std::vector<TextSpan>& cells) {
  static const Pattern kState(
      "(?i)^(?:current |present )?(?:state|status|progress|position|outcome|"
      "result|where (?:we are|it stands)|how it stands)\\b");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (kState.Matches(CollapseSpace(Slice(text, cells[i])))) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

// A table with somebody to do each row is an action plan: its rows are
// commitments, whether they were read as such or not.
bool NamesOwners(std::string_view text, const std::vector<TextSpan>& cells) {
  static const Pattern kOwner(
      "(?i)^(?:lead(?: officer| person| body)?|owners?|responsib(?:le|ility)"
      "(?: officer| person| body)?|by whom|who|action by|officer|author)$");
  return std::any_of(cells.begin(), cells.end(), [&](TextSpan cell) {
    return kOwner.Matches(CollapseSpace(Slice(text, cell)));
  });
}

// The widest cell of words that is not the time: what the row is about.
TextSpan DescriptionCell(std::string_view text,
                         const std::vector<TextSpan>& cells, int time,
                         int state) {
  static const Pattern kWord("\\p{L}{3}");
  TextSpan widest;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool wider = Length(cells[i]) > Length(widest);
    const int column = static_cast<int>(i);
    if (column == time || column == state) continue;
    if (wider && kWord.Search(text, cells[i])) {
      widest = cells[i];
    }
  }
  return widest;
}

// How far a row has come; one that was put off is due at its new time.
void SetState(std::string_view text, TextSpan cell,
              const std::vector<DateMention>& dates, TimetableEntry* entry) {
  if (!entry->state.empty()) return;
  entry->state = StateOfWords(Slice(text, cell));
  // "Was August 2004": the time that it had before.
  static const Pattern kWas("^(?i:was|were) ");
  if (entry->state != "slipped" || kWas.Matches(Slice(text, cell))) return;
  for (const DateMention& date : BeginningIn(dates, cell)) {
    if (!Contains(cell, date.span)) continue;
    entry->printed = date.printed;
    entry->edtf = date.edtf;
    entry->inferred = date.inferred;
    entry->span.end = std::max(entry->span.end, date.span.end);
    return;
  }
}

// The second line of a cell in a table of plain text, which stands between two
// rows as a block by itself.
bool IsRestOfCell(const document::Document& document, std::size_t index,
                  std::size_t width) {
  const Block& block = document.blocks[index];
  constexpr std::uint32_t kLongest = 40;  // bytes
  const bool plain = block.kind == BlockKind::kParagraph && Empty(block.label);
  if (!plain || Length(block.span) > kLongest ||
      index + 1 >= document.blocks.size()) {
    return false;
  }
  return document.blocks[index + 1].kind == BlockKind::kTableRow &&
         CellsOf(document, index + 1).size() == width;
}

// Rows of two cells, a time and what happens then, under a heading that says
// that steps follow.
void ReadTimedRows(const document::Document& document,
                   const std::vector<DateMention>& dates,
                   std::vector<TimetableEntry>* out) {
  constexpr std::size_t kFewest = 3;
  std::vector<TimetableEntry> run;
  bool announced = false;
  const auto close = [&] {
    if (announced && run.size() >= kFewest) {
      out->insert(out->end(), run.begin(), run.end());
    }
    run.clear();
  };
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::kTableCell) continue;
    if (block.kind != BlockKind::kTableRow) {
      close();
      announced = AnnouncesSteps(Slice(document.text, block.span));
      continue;
    }
    const std::vector<TextSpan> cells = CellsOf(document, i);
    static const Pattern kAside("^(.*[^ ]) \\([^()]*\\)$");
    TextSpan cell = cells.size() == 2 ? cells[0] : TextSpan();
    const auto aside = kAside.Search(document.text, cell);
    if (aside) cell = (*aside)[1];
    const TimeLine time =
        ReadTimeLine(document.text, cell, dates, std::nullopt);
    if (Empty(cell) || time.kind != LineKind::kTime) {
      announced = false;
      continue;
    }
    run.push_back(
        EntryOf(document.text, cells[1], time, "timetable.timed-rows"));
  }
  close();
}

// Cell `at` of the row, with what stands under the last of them.
TextSpan WholeCell(const document::Document& document, std::size_t row,
                   const std::vector<TextSpan>& cells, std::size_t at) {
  TextSpan cell = cells[at];
  const std::size_t next = row + cells.size() + 1;
  if (at + 1 == cells.size() && next < document.blocks.size() &&
      IsRestOfCell(document, next, cells.size())) {
    cell.end = document.blocks[next].span.end;
  }
  return cell;
}

void ReadTables(const document::Document& document,
                const std::vector<DateMention>& dates,
                std::vector<TimetableEntry>* out) {
  int column = -1;
  int state = -1;
  std::size_t width = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const BlockKind kind = document.blocks[i].kind;
    if (kind == BlockKind::kTableCell) continue;
    if (kind != BlockKind::kTableRow) {
      if (!IsRestOfCell(document, i, width)) column = -1;
      continue;
    }
    const std::vector<TextSpan> cells = CellsOf(document, i);
    const int named = TimeColumn(document.text, cells);
    if (named >= 0 && cells.size() > 1) {
      column = NamesOwners(document.text, cells) ? -1 : named;
      state = StateColumn(document.text, cells);
      width = cells.size();
      continue;
    }
    if (column < 0 || cells.size() != width) continue;
    const auto at = static_cast<std::size_t>(column);
    const TimeLine time =
        ReadTimeLine(document.text, cells[at], dates, std::nullopt);
    const TextSpan description =
        DescriptionCell(document.text, cells, column, state);
    if (time.kind != LineKind::kTime || Empty(description)) continue;
    out->push_back(
        EntryOf(document.text, description, time, "timetable.column"));
    if (state >= 0) {
      SetState(document.text,
               WholeCell(document, i, cells, static_cast<std::size_t>(state)),
               dates, &out->back());
    }
  }
}

// The last day a row has named: what the next bare month is counted from.
std::optional<edtf::Day> Later(std::optional<edtf::Day> base,
                               const TimeLine& line) {
  const auto value = edtf::Parse(line.date.edtf);
  if (!value) return base;
  const edtf::DayRange range = edtf::Bounds(*value);
  return range.earliest ? range.earliest : base;
}

using enum DocumentKind;

constexpr Example kAlternatingExamples[] = {
    {kReport,
     "Draft of the key strategy\nCompleted May 2005\nCount of the keys\n"
     "Late 2005\nReview of the locks\nMarch 2006\n",
     "2005-05 = Draft of the key strategy\n2005-36~ = Count of the keys\n"
     "2006-03 = Review of the locks"},
    {kReport, "Draft of the key strategy\nCompleted May 2005\n", ""}};

constexpr Example kOneLineExamples[] = {
    {kReport,
     "Draft of the key strategy\nCompleted May 2005\nCount of the keys\n"
     "Late 2005\nLaunch of the locks To be completed March 2006\n",
     "2006-03 = Launch of the locks"},
    {kReport, "Launch of the locks To be completed March 2006\n", ""}};

constexpr Example kKeyedByDateExamples[] = {
    {kReport,
     "Programme of meetings\n4 June 2004\nCount of the keys\nPlan of the "
     "locks\n8 July 2004\nBudget of the doors\n",
     "2004-06-04 = Count of the keys\n2004-06-04 = Plan of the locks\n"
     "2004-07-08 = Budget of the doors"},
    {kReport,
     "Diary of the Clerk\n4 June 2004\nCount of the keys\nPlan of the "
     "locks\n8 July 2004\nBudget of the doors\n",
     ""}};

constexpr Example kDashedExamples[] = {
    {kReport,
     "- Keys counted – January 2004\n- Locks tried – March 2004\n- Boxes "
     "bought – May 2004\n- Doors hung – June 2004\n",
     "2004-01 = Keys counted\n2004-03 = Locks tried\n2004-05 = Boxes "
     "bought\n2004-06 = Doors hung"},
    {kReport,
     "The answers are these:\n- Keys counted: January 2004\n- Locks tried: "
     "March 2004\n- Boxes bought: May 2004\n- Doors hung: June 2004\n",
     ""}};

constexpr Example kColumnExamples[] = {
    {kReport,
     "| Stage | Timescale\n| Keys counted | June 2004\n| Locks tried | "
     "July 2004\n",
     "2004-06 = Keys counted\n2004-07 = Locks tried"},
    {kReport, "| Stage | Cost\n| Keys counted | June 2004\n", ""}};

constexpr Example kTimedRowsExamples[] = {
    {kReport,
     "## Next steps\n| 4 June 2004 | Keys counted\n| July 2004 | Locks "
     "tried\n| Autumn 2004 | Boxes bought\n",
     "2004-06-04 = Keys counted\n2004-07 = Locks tried\n2004-23 = Boxes "
     "bought"},
    {kReport,
     "## From the diary\n| 4 June 2004 | Keys counted\n| July 2004 | "
     "Locks tried\n| Autumn 2004 | Boxes bought\n",
     ""}};

constexpr StageRule kRules[] = {
    {"timetable.alternating", 0.85, kAlternatingExamples},
    {"timetable.one-line", 0.75, kOneLineExamples},
    {"timetable.keyed-by-date", 0.7, kKeyedByDateExamples},
    {"timetable.dashed", 0.85, kDashedExamples},
    {"timetable.column", 0.95, kColumnExamples},
    {"timetable.timed-rows", 0.8, kTimedRowsExamples},
};

}  // namespace

std::span<const StageRule> TimetableRules() { return kRules; }

std::vector<TimetableEntry> FindTimetable(
    const document::Document& document, const std::vector<DateMention>& dates) {
  std::vector<TimeLine> lines;
  std::optional<edtf::Day> base;
  for (const Passage& passage : Passages(document)) {
    TimeLine line;
    if (MayStandInTable(document, passage) && !passage.background) {
      line = ReadTimeLine(document.text, passage.span, dates, base);
      base = Later(base, line);
    }
    lines.push_back(std::move(line));
  }
  std::vector<TimetableEntry> entries;
  ReadFlattened(document.text, lines, &entries);
  ReadTables(document, dates, &entries);
  ReadTimedRows(document, dates, &entries);
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.span < b.span; });
  return entries;
}

}  // namespace concord::extraction
