// Outcomes in the columns of a table.
//
//   No.  | Agreed? | Position           a row each: the numbers of the first
//   3, 4 | Yes     | First sample drawn    column, the first words of a cell
//
//   Ref | Action | Source | Owner | Target | Progress    a plan: its row is
//   what 2.2 | ...    | PV 8   | ...   | May    | 7 drafted   became of PV 8
//
// A plan whose cells were set one below another when the page was saved is read
// by its references ("K/1"), line by line.
//
// A table is one where a row of names has a column of numbers and one of
// answers or states. Rows in which the document makes its own recommendation
// are left to that recommendation's position; a row may still say what became
// of it. Cost: one walk over the rows.

#include <algorithm>
#include <optional>

#include "extraction/in_span.h"
#include "extraction/outcomes/named.h"
#include "extraction/outcomes/progress.h"
#include "extraction/outcomes/rules.h"
#include "extraction/outcomes/state_words.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;

struct Columns {
  TextSpan row;  // of their names
  int number = -1;
  std::vector<int> answers;
  std::vector<int> states;
  int owner = -1;
  int by_when = -1;
  int progress = -1;
};

std::optional<Columns> ReadNames(std::string_view text,
                                 const std::vector<TextSpan>& cells) {
  static const Pattern kNumber(
      "^(?i:no\\.?|number|ref\\.?|reference|rec\\.?|recs\\.?|r|"
      "recommendations?(?: (?:no\\.?|number|ref\\.?))?)\\W*$");
  static const Pattern kAnswer(
      "^(?i:agreed|accepted|accepted or not|response|answer|decision)\\W*$");
  static const Pattern kState(
      "^(?i:position|status|progress|state|implementation|outcome|done|"
      "where we are|position at .*)\\W*$");
  Columns columns;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = Slice(text, cells[i]);
    const int at = static_cast<int>(i);
    if (columns.number < 0 && kNumber.Matches(cell)) {
      columns.number = at;
    } else if (kAnswer.Matches(cell)) {
      columns.answers.push_back(at);
    } else if (kState.Matches(cell)) {
      columns.states.push_back(at);
    }
  }
  const bool says = !columns.answers.empty() || !columns.states.empty();
  return columns.number >= 0 && says ? std::optional(columns) : std::nullopt;
}

// A row of names that says who does what by when, or how far it has come.
std::optional<Columns> ReadPlanNames(std::string_view text,
                                     const std::vector<TextSpan>& cells) {
  static const Pattern kOwner(
      "^(?i:owner|lead|lead officer|responsible|responsible officer|person "
      "responsible|by whom|who|responsibility)\\W*$");
  static const Pattern kByWhen(
      "^(?i:target|target date|by when|when|date|deadline|due|due date|"
      "timescale|completion date)\\W*$");
  static const Pattern kProgress(
      "^(?i:progress|progress so far|status|position|update|notes?|comments?|"
      "remarks?|position at .*)\\W*$");
  Columns columns;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = Slice(text, cells[i]);
    const int at = static_cast<int>(i);
    if (kOwner.Matches(cell)) columns.owner = at;
    if (kByWhen.Matches(cell)) columns.by_when = at;
    if (kProgress.Matches(cell)) columns.progress = at;
  }
  const int told = static_cast<int>(columns.owner >= 0) +
                   static_cast<int>(columns.by_when >= 0) +
                   static_cast<int>(columns.progress >= 0);
  return told >= 2 ? std::optional(columns) : std::nullopt;
}

// "PV 8, CL 31"; "R1": numbers of another's, with the letters that say whose.
// The first column holds the plan's own.
std::string CodedNumbersOf(std::string_view text,
                           const std::vector<TextSpan>& cells) {
  static const Pattern kCoded(
      "^[A-Z][A-Z&]{0,5} ?\\d{1,3}(?:\\([a-z]\\))?(?:(?:, | and | & |; )"
      "(?:[A-Z][A-Z&]{0,5} ?)?\\d{1,3}(?:\\([a-z]\\))?)*$");
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const std::string_view cell = Slice(text, cells[i]);
    if (kCoded.Matches(cell)) return std::string(cell);
  }
  return {};
}

std::vector<TextSpan> CellsOf(const document::Document& document,
                              std::size_t row) {
  std::vector<TextSpan> cells;
  for (std::size_t i = row + 1; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != BlockKind::kTableCell ||
        block.parent != static_cast<std::int32_t>(row)) {
      break;
    }
    cells.push_back(Trim(document.text, block.span));
  }
  return cells;
}

// What the table is about: the last work whose recommendations were spoken of
// before it.
std::string WorkBefore(const Extraction& extraction, std::uint32_t offset) {
  const auto before = BeginningIn(extraction.citations, {0, offset});
  for (auto one = before.rbegin(); one != before.rend(); ++one) {
    if (!one->recommendation.empty() && !one->title.empty()) {
      return one->title;
    }
  }
  return {};
}

// Calls `row` with each row under a row of names that `names` reads, its cells
// and what was read; cells are as many as names.
template <class Names, class Row>
void ForEachRow(const document::Document& document, Names names, Row row) {
  std::optional<Columns> columns;
  std::size_t width = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::kTableCell) continue;
    if (block.kind != BlockKind::kTableRow) {
      columns.reset();
      continue;
    }
    const std::vector<TextSpan> cells = CellsOf(document, i);
    if (auto read = names(document.text, cells)) {
      columns = std::move(read);
      columns->row = block.span;
      width = cells.size();
    } else if (columns && cells.size() == width) {
      row(block, cells, *columns);
    }
  }
}

// What a row of a plan tells of the recommendation that it names; none:
// nothing.
void AddPlanRow(std::string_view text, const Extraction& extraction,
                TextSpan row, const std::vector<TextSpan>& cells,
                const Columns& columns, std::vector<StatedOutcome>* found) {
  const std::string numbers = CodedNumbersOf(text, cells);
  if (numbers.empty()) return;
  const auto words = [&](int column) {
    const auto at = static_cast<std::size_t>(column);
    const bool there = column >= 0 && at < cells.size();
    return std::string(there ? Slice(text, cells[at]) : std::string_view());
  };
  StatedOutcome outcome;
  static_cast<Item&>(outcome) =
      ItemAt(row, RuleNamed(OutcomeRules(), "outcome.plan-row"));
  outcome.owner = words(columns.owner);
  outcome.by_when = words(columns.by_when);
  outcome.progress = words(columns.progress);
  if (!outcome.progress.empty()) {
    outcome.implementation =
        StateOfProgress(text, cells[static_cast<std::size_t>(columns.progress)])
            .implementation;
  }
  outcome.printed = outcome.progress;
  outcome.recommendation = numbers;
  outcome.work = WorkBefore(extraction, row.begin);
  outcome.quote = std::string(Slice(text, row));
  found->push_back(std::move(outcome));
}

// Lines of a page whose tables were taken apart: each cell one line.
std::vector<TextSpan> LinesOf(const document::Document& document) {
  static const Pattern kBullet("^[•*–—-]\\s+()\\S");
  std::vector<TextSpan> lines;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kTableRow ||
        block.kind == BlockKind::kTableCell) {
      continue;
    }
    TextSpan line = Trim(document.text, block.span);
    if (const auto bullet = kBullet.Search(document.text, line)) {
      line.begin = (*bullet)[1].begin;
    }
    if (!Empty(line)) lines.push_back(line);
  }
  return lines;
}

// The names of the columns above line `first`, from "Ref" on; none: nothing.
std::vector<TextSpan> NamesAbove(std::string_view text,
                                 const std::vector<TextSpan>& lines,
                                 std::size_t first) {
  static const Pattern kReference("^(?i:no\\.?|number|ref\\.?|reference)\\W*$");
  constexpr std::size_t kMostColumns = 9;
  for (std::size_t i = first; i > 0 && first - i < kMostColumns; --i) {
    if (!kReference.Matches(Slice(text, lines[i - 1]))) continue;
    return {lines.begin() + static_cast<std::ptrdiff_t>(i) - 1,
            lines.begin() + static_cast<std::ptrdiff_t>(first)};
  }
  return {};
}

// The same of a plan whose cells stand one below another: its rows are known
// by their own references.
void AddPlanRowsBelow(const document::Document& document,
                      const Extraction& extraction,
                      std::vector<StatedOutcome>* found) {
  const std::string_view text = document.text;
  std::vector<std::string_view> references;
  for (const Recommendation& item : extraction.recommendations) {
    if (item.rule == "plan.set-below") references.push_back(item.label);
  }
  if (references.empty()) return;
  const std::vector<TextSpan> lines = LinesOf(document);
  const auto is = [&](std::size_t line, std::size_t reference) {
    return reference < references.size() &&
           Slice(text, lines[line]) == references[reference];
  };
  std::size_t next = 0;
  std::vector<TextSpan> names;
  std::optional<Columns> columns;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is(i, next)) continue;
    if (next++ == 0) {
      names = NamesAbove(text, lines, i);
      columns = ReadPlanNames(text, names);
    }
    if (!columns) return;
    std::vector<TextSpan> cells;
    for (std::size_t k = i; k < lines.size() && cells.size() < names.size() &&
                            (k == i || !is(k, next));
         ++k) {
      cells.push_back(lines[k]);
    }
    AddPlanRow(text, extraction, {cells.front().begin, cells.back().end}, cells,
               *columns, found);
  }
}

}  // namespace

std::vector<StatedOutcome> OutcomesOfPlans(const document::Document& document,
                                           const Extraction& extraction) {
  std::vector<StatedOutcome> found;
  ForEachRow(document, ReadPlanNames,
             [&](const Block& block, const std::vector<TextSpan>& cells,
                 const Columns& columns) {
               AddPlanRow(document.text, extraction, block.span, cells, columns,
                          &found);
             });
  AddPlanRowsBelow(document, extraction, &found);
  return found;
}

std::vector<StatedOutcome> OutcomesOfTables(const document::Document& document,
                                            const Extraction& extraction) {
  std::vector<StatedOutcome> found;
  const auto read = [&](const Block& block, const std::vector<TextSpan>& cells,
                        const Columns& columns) {
    const std::string_view label =
        Slice(document.text, cells[static_cast<std::size_t>(columns.number)]);
    // The number of a plan's own row is not that of a recommendation.
    const bool is_plan = !CodedNumbersOf(document.text, cells).empty();
    if (!IsNumberList(label) || is_plan) return;
    const auto add = [&](int column, bool of_answer) {
      const TextSpan cell = cells[static_cast<std::size_t>(column)];
      const StateWords state = of_answer
                                   ? StateOfCell(document.text, cell, true)
                                   : StateOfProgress(document.text, cell);
      if (Empty(state.span)) return;
      StatedOutcome outcome;
      static_cast<Item&>(outcome) =
          ItemAt(block.span, RuleNamed(OutcomeRules(), "outcome.row"));
      outcome.implementation = state.implementation;
      outcome.position = state.position;
      outcome.printed = std::string(Slice(document.text, state.span));
      outcome.recommendation = NumbersOf(label);
      outcome.work = WorkBefore(extraction, columns.row.begin);
      outcome.quote = std::string(Slice(document.text, block.span));
      found.push_back(std::move(outcome));
    };
    for (const int column : columns.answers) add(column, true);
    for (const int column : columns.states) add(column, false);
  };
  ForEachRow(document, ReadNames, read);
  return found;
}

}  // namespace concord::extraction
