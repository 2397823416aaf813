// Rows that tell over the numbered recommendations of a report, without a row
// of names above them, and what else stands in such rows.
//
//   55 | The Constabulary to count its keys. Done in May.
//   56 | Locks to be changed.                Nobody has begun.
//   refused: rows that command (a plan's own), rows of a timetable
//
// Numbers that run on, most of which stand beside words that ask somebody for
// something, in a paper that speaks of recommendations. Cost: one pass over the
// tables. Tests: the examples.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"
#include "extraction/recommendations/table_columns.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;
using Row = std::vector<TextSpan>;

// The rows of each table, in the order of the text.
std::vector<std::vector<Row>> TablesOf(const document::Document& document) {
  std::vector<std::vector<Row>> tables;
  bool open = false;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::kTableCell) {
      if (open && !tables.back().empty()) {
        tables.back().back().push_back(Trim(document.text, block.span));
      }
      continue;
    }
    if (block.kind != BlockKind::kTableRow) {
      open = false;
      continue;
    }
    if (!open) tables.emplace_back();
    open = true;
    tables.back().emplace_back();
  }
  return tables;
}

int NumberOf(std::string_view text, const Row& row) {
  static const Pattern kNumber(
      "^(?i:rec(?:ommendation)?\\.? |r)?(\\d{1,3})[.):]?$");
  if (row.size() < 2) return 0;
  const auto number = kNumber.Search(text, row[0]);
  return number ? std::atoi(std::string(Slice(text, (*number)[1])).c_str()) : 0;
}

// Its first sentence says who is to do what, or what is to be done.
bool AsksSomebody(std::string_view text, TextSpan cell) {
  const auto sentences = SentencesIn(text, cell);
  if (sentences.empty()) return false;
  const std::string_view first = Slice(text, sentences[0]);
  return OpensWithRequest(first) && !Commands(first);
}

// Whether something before `offset` speaks of recommendations.
bool SpeaksOfThem(std::string_view text, std::uint32_t offset) {
  constexpr std::uint32_t kFarthest = 4000;
  static const Pattern kWord("(?i:\\brecommend)");
  return kWord.Search(text, {offset - std::min(offset, kFarthest), offset})
      .has_value();
}

bool IsQuotedTable(const Reading& reading, const std::vector<Row>& rows) {
  constexpr std::size_t kFewest = 3;
  const std::string_view text = reading.text();
  if (rows.size() < kFewest || ReadHeaderRow(text, rows[0], false)) {
    return false;
  }
  std::size_t numbered = 0;
  std::size_t asking = 0;
  int last = 0;
  for (const Row& row : rows) {
    const int number = NumberOf(text, row);
    if (number == 0) continue;
    if (number <= last) return false;
    last = number;
    ++numbered;
    asking += AsksSomebody(text, row[1]);
  }
  return numbered >= kFewest && numbered + 1 >= rows.size() &&
         asking * 5 >= numbered * 4 && !rows[0].empty() &&
         SpeaksOfThem(text, rows[0][0].begin);
}

std::vector<Recommendation> FindQuotedRows(const Reading& reading) {
  std::vector<Recommendation> found;
  if (!MayListRequests(reading)) return found;
  const std::string_view text = reading.text();
  for (const auto& rows : TablesOf(*reading.document)) {
    if (!IsQuotedTable(reading, rows)) continue;
    for (const Row& row : rows) {
      if (NumberOf(text, row) == 0 || !AsksSomebody(text, row[1])) continue;
      Recommendation item = RecommendationAt(
          reading, row[1], RecommendationKind::kRecommendation);
      item.label = PlainLabel(Slice(text, row[0]));
      auto asked = AskedIn(text, item.span);
      if (!asked) asked = AskedByThat(text, item.span);
      if (asked) SetAddressee(text, *asked, &item);
      found.push_back(std::move(item));
    }
  }
  return found;
}

RecommendationRule QuotedRowsRule() {
  return {
      "recommendation.quoted-row",
      0.75,
      {{DocumentKind::kReport,
        "<h1>Keys</h1><p>The recommendations were these.</p><table><tr><td>7"
        "</td><td>The Clerk to count the keys of each store.</td></tr><tr><td>"
        "8</td><td>Locks to be changed by May 2002.</td></tr><tr><td>9</td>"
        "<td>The Board should see the count.</td></tr></table>",
        "7 [The Clerk] The Clerk to count the keys of each store.\n"
        "8 [] Locks to be changed by May 2002.\n"
        "9 [The Board] The Board should see the count."},
       {DocumentKind::kReport,
        "<h1>Keys</h1><p>These are our recommendations.</p><table><tr><td>1"
        "</td><td>Keys were counted.</td></tr><tr><td>2</td><td>Locks hold."
        "</td></tr><tr><td>3</td><td>The Board should see it.</td></tr>"
        "</table>",
        ""},
       {DocumentKind::kReport,
        "<h1>Keys</h1><p>What was on the door.</p><table><tr><td>1</td><td>"
        "The Clerk to count the keys.</td></tr><tr><td>2</td><td>Locks to be "
        "changed.</td></tr><tr><td>3</td><td>The Board should see it.</td>"
        "</tr></table>",
        ""}},
      &FindQuotedRows};
}

}  // namespace

std::vector<TextSpan> AnswersInTables(const Reading& reading) {
  std::vector<TextSpan> answers;
  const std::string_view text = reading.text();
  for (const auto& rows : TablesOf(*reading.document)) {
    if (IsQuotedTable(reading, rows)) {
      for (const Row& row : rows)
        answers.insert(answers.end(), row.begin() + 1, row.end());
      continue;
    }
    const auto table =
        rows.empty() ? std::nullopt : ReadHeaderRow(text, rows[0], false);
    if (!table || table->kind != RecommendationKind::kRecommendation) continue;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      for (std::size_t at = 0; at < rows[i].size(); ++at) {
        const int column = static_cast<int>(at);
        if (column == table->at[kLabel] || column == table->at[kText] ||
            column == table->at[kOwner] || column == table->at[kDate]) {
          continue;
        }
        answers.push_back(rows[i][at]);
      }
    }
  }
  return answers;
}

const std::vector<RecommendationRule>& QuotedRowRules() {
  static const std::vector<RecommendationRule> kRules = {QuotedRowsRule()};
  return kRules;
}

}  // namespace concord::extraction
