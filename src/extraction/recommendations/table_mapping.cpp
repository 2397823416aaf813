#include "concord/extraction/table_mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "concord/base/unicode.h"
#include "extraction/reading.h"
#include "extraction/recommendations/positions.h"
#include "extraction/recommendations/table_columns.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::size_t kFirstRows = 3;
constexpr std::size_t kLongestCell = 80;

// By TableColumn. The other columns are read for what was done.
constexpr std::array<std::string_view, kColumns> kTakenFor = {
    "label", "text", "owner", "date", "answer", "state", "recommender"};

constexpr std::array<std::string_view, kColumns> kMeaning = {
    "the label",  "the text",  "the owner",      "the date",
    "the answer", "the state", "the recommender"};

// One run of rows.
struct Rows {
  std::string sheet;
  std::size_t first_block = 0;
  TextSpan span;
  std::vector<std::vector<TextSpan>> cells;
};

std::vector<Rows> RowsOf(const document::Document& document) {
  std::vector<Rows> all;
  bool open = false;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const document::Block& block = document.blocks[i];
    if (block.kind == BlockKind::kTableCell) continue;
    if (block.kind != BlockKind::kTableRow) {
      open = false;
      continue;
    }
    if (!open) {
      Rows rows{.first_block = i, .span = block.span};
      const auto heading =
          document::HeadingOf(document, static_cast<std::int32_t>(i));
      if (heading >= 0) {
        rows.sheet = CollapseSpace(
            Slice(document.text,
                  document.blocks[static_cast<std::size_t>(heading)].span));
      }
      all.push_back(std::move(rows));
      open = true;
    }
    all.back().span.end = block.span.end;
    all.back().cells.push_back(CellsOf(document, i));
  }
  return all;
}

class Mapper {
 public:
  Mapper(const Reading& reading, const Rows& rows)
      : reading_(reading),
        rows_(rows),
        headed_(UnderRecommendations(*reading.document, rows.first_block)) {}

  MappedTable Map(const Extraction& extraction) {
    out_.sheet = rows_.sheet;
    FindHeader();
    SetColumns();
    const std::size_t first = header_ ? *header_ + 1 : 0;
    out_.rows = static_cast<std::uint32_t>(rows_.cells.size() - first);
    for (std::size_t i = first;
         i < rows_.cells.size() && out_.first_rows.size() < kFirstRows; ++i) {
      std::vector<std::string>& row = out_.first_rows.emplace_back();
      for (const TextSpan cell : rows_.cells[i]) {
        row.push_back(Ellipsis(CollapseSpace(Words(cell)), kLongestCell));
      }
    }
    for (const Recommendation& item : extraction.recommendations) {
      out_.items += item.span.begin >= rows_.span.begin &&
                    item.span.end <= rows_.span.end;
    }
    RemarkOnStates(first);
    return std::move(out_);
  }

 private:
  std::string Words(TextSpan cell) const {
    return std::string(Slice(reading_.text(), cell));
  }

  void FindHeader() {
    for (std::size_t i = 0; i < rows_.cells.size(); ++i) {
      table_ = ReadHeaderRow(reading_.text(), rows_.cells[i], headed_);
      if (!table_) continue;
      header_ = i;
      return;
    }
    table_ = InferColumns(reading_, rows_.cells);
    if (!table_) header_ = 0;
  }

  // The columns as they are used, and what a name might have meant as well.
  void SetColumns() {
    std::size_t width = 0;
    for (const auto& row : rows_.cells) width = std::max(width, row.size());
    out_.columns.resize(width);
    for (std::size_t i = 0; header_ && i < rows_.cells[*header_].size(); ++i) {
      out_.columns[i].printed = CollapseSpace(Words(rows_.cells[*header_][i]));
    }
    if (!table_) {
      out_.remarks.push_back(
          "no column is named as one of recommendations or actions "
          "(Recommendation, Action, What we will do ...): no row is taken for "
          "one");
      return;
    }
    for (std::size_t c = 0; c < kColumns; ++c) {
      const int at = table_->at[c];
      if (at < 0 || static_cast<std::size_t>(at) >= width) continue;
      std::string& taken = out_.columns[static_cast<std::size_t>(at)].taken_for;
      if (taken.empty()) taken = kTakenFor[c];
    }
    if (!header_) {
      out_.remarks.emplace_back(
          "no row names the columns: they are told by their cells");
    }
    RemarkOnNames();
    RemarkOnMissing();
  }

  void RemarkOnNames() {
    for (std::size_t i = 0; header_ && i < out_.columns.size(); ++i) {
      const MappedColumn& column = out_.columns[i];
      if (!column.taken_for.empty()) continue;
      const HeaderCell read = ReadHeaderCell(column.printed, headed_);
      if (column.printed.empty()) {
        out_.remarks.push_back(
            fmt::format("column {} has no name: not used", i + 1));
      } else if (read.column >= 0) {
        const auto which = static_cast<std::size_t>(read.column);
        const auto at = static_cast<std::size_t>(table_->at[which]);
        out_.remarks.push_back(fmt::format("‘{}’ may be {} too: ‘{}’ is taken",
                                           column.printed, kMeaning[which],
                                           out_.columns[at].printed));
      }
    }
  }

  void RemarkOnMissing() {
    if (table_->at[kOwner] < 0) {
      out_.remarks.emplace_back(
          "no column says who is to do it (Owner, Lead, Responsible ...)");
    }
    if (table_->at[kDate] < 0) {
      out_.remarks.emplace_back(
          "no column says by when (Target date, Deadline, When ...)");
    }
    if (table_->at[kOther] < 0 && table_->at[kAnswer] < 0) {
      out_.remarks.emplace_back(
          "no column says what became of it (Status, Progress, Response ...)");
    }
  }

  // Words of the column of states that say nothing known.
  void RemarkOnStates(std::size_t first) {
    constexpr std::size_t kNamed = 5;
    if (!table_ || table_->at[kOther] < 0) return;
    const auto at = static_cast<std::size_t>(table_->at[kOther]);
    std::map<std::string, std::size_t> unknown;
    for (std::size_t i = first; i < rows_.cells.size(); ++i) {
      const auto& row = rows_.cells[i];
      if (at >= row.size() || Empty(row[at]) ||
          PositionOfAnswer(reading_.text(), row[at]) ||
          ImplementationInCell(reading_.text(), row[at])) {
        continue;
      }
      ++unknown[Ellipsis(CollapseSpace(Words(row[at])), 40)];
    }
    if (unknown.empty()) return;
    std::string named;
    std::size_t count = 0;
    for (const auto& [words, rows] : unknown) {
      if (++count > kNamed) break;
      named +=
          fmt::format("{}‘{}’ ({})", named.empty() ? "" : ", ", words, rows);
    }
    if (unknown.size() > kNamed) {
      named += fmt::format(" and {} more", unknown.size() - kNamed);
    }
    out_.remarks.push_back(
        fmt::format("of ‘{}’ says neither position nor implementation: {}",
                    out_.columns[at].printed, named));
  }

  const Reading& reading_;
  const Rows& rows_;
  const bool headed_;
  std::optional<Table> table_;
  std::optional<std::size_t> header_;  // its row
  MappedTable out_;
};

}  // namespace

bool IsTableFile(std::string_view media_type) {
  return media_type == "text/csv" ||
         media_type == "text/tab-separated-values" ||
         media_type ==
             "application/vnd.openxmlformats-officedocument.spreadsheetml."
             "sheet";
}

std::vector<MappedTable> MapTables(const document::Document& document,
                                   const Extraction& extraction) {
  std::vector<MappedTable> tables;
  if (!IsTableFile(document.media_type)) return tables;
  const Reading reading = Read(document, extraction.header.kind, std::nullopt);
  for (const Rows& rows : RowsOf(document)) {
    tables.push_back(Mapper(reading, rows).Map(extraction));
  }
  return tables;
}

std::vector<std::string> InLines(const MappedTable& table) {
  std::vector<std::string> lines;
  lines.push_back(fmt::format(
      "{}{} {}, {} taken", table.sheet.empty() ? "" : table.sheet + ": ",
      table.rows, table.rows == 1 ? "row" : "rows", table.items));
  for (const MappedColumn& column : table.columns) {
    lines.push_back(fmt::format(
        "  {:<24}  {}", column.printed.empty() ? "(no name)" : column.printed,
        column.taken_for.empty() ? "(not used)" : column.taken_for));
  }
  for (const auto& row : table.first_rows) {
    lines.push_back(fmt::format("  > {}", fmt::join(row, " | ")));
  }
  for (const std::string& remark : table.remarks) {
    lines.push_back("  ! " + remark);
  }
  return lines;
}

}  // namespace concord::extraction
