#pragma once
// A table's columns by the words over them, and a row read by its columns.
//
// Cells are spans of the text; whether a table, tabs or lines set one below
// another held them makes no difference. Linear in the cells.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "extraction/recommendations/parts.h"

namespace concord::extraction {

enum TableColumn {
  kLabel,
  kText,
  kOwner,
  kDate,
  kAnswer,
  kOther,
  kMaker,
  kColumns
};

struct Table {
  std::array<int, kColumns> at = {-1, -1, -1, -1, -1, -1, -1};
  RecommendationKind kind = RecommendationKind::kRecommendation;
  // No column says who or when: its rows count only where they ask.
  bool bare = false;
  // "Dr Ash recommends" over the column: each of its cells goes on with it.
  TextSpan lead = {};
};

// The words over a column.
struct HeaderCell {
  int column = -1;       // TableColumn that they name; -1: none
  bool by = false;       // whom, or by when: the other columns tell
  bool leads = false;    // "Dr Ash recommends"
  bool commits = false;  // actions, not recommendations
  bool words = false;    // "Text": what is asked, beside a column of answers
  bool says_action = false;
  bool says_state = false;  // "Status", where `column` is kOther
};
HeaderCell ReadHeaderCell(std::string_view cell, bool headed);

// Spans of the cells of the row that block `row` is.
std::vector<TextSpan> CellsOf(const document::Document& document,
                              std::size_t row);

// Whether the heading over the block says that recommendations stand there.
bool UnderRecommendations(const document::Document& document,
                          std::size_t block);

// Reads a header row; nothing where it is none of ours. `headed`: it stands
// under a heading that says its section holds recommendations.
std::optional<Table> ReadHeaderRow(std::string_view text,
                                   const std::vector<TextSpan>& cells,
                                   bool headed);

// The cell is a body or post, or begins with one.
bool NamesOwner(std::string_view text, TextSpan cell);

// The columns of rows over which no names that say so stand: words that ask,
// one after another, and beside them who is to do each. Nothing where too few
// ask, or nobody is named.
std::optional<Table> InferColumns(
    const Reading& reading, const std::vector<std::vector<TextSpan>>& rows);

// The item of one row; nothing where its column of text has no words.
std::optional<Recommendation> ReadRow(const Reading& reading,
                                      const Table& table,
                                      const std::vector<TextSpan>& cells);

}  // namespace concord::extraction
