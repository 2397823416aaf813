// Tables of recommendations and action plans.
//
//   Ref | Recommendation | Owner | Target date | Progress
//   1.1 | Count the keys | Head of Estates; Clerk | June 2002 | done
//
// The header row says which column is which; a table without a column of
// recommendations or actions, or with nothing beside it but figures, is left
// alone. A column of actions holds commitments, one of recommendations
// recommendations. Cost: one look at each cell.

#include <array>

#include "concord/base/unicode.h"
#include "concord/extraction/due.h"
#include "concord/extraction/extract.h"
#include "extraction/recommendations/asks.h"
#include "extraction/recommendations/parts.h"
#include "extraction/recommendations/table_columns.h"

namespace concord::extraction {
namespace {

using document::Block;
using document::BlockKind;

// The rows of one table as they come, under its header row.
class TableWalk {
 public:
  explicit TableWalk(const Reading& reading) : reading_(reading) {}

  void Take(const std::vector<TextSpan>& cells, bool headed) {
    if (auto header = ReadHeaderRow(reading_.text(), cells, headed)) {
      Settle();
      table_ = header;
      width_ = cells.size();
      return;
    }
    // Under such a heading a number and a request need no header row.
    if (!table_ && headed && IsNumberedRow(cells)) {
      table_ = Table{};
      table_->at[kLabel] = 0;
      table_->at[kText] = 1;
      table_->bare = true;
      width_ = cells.size();
    }
    if (table_ && cells.size() <= width_ && !IsHeading(cells)) {
      if (auto item = ReadRow(reading_, *table_, cells)) {
        RepeatOwners(&*item);
        found_.push_back(std::move(*item));
      }
    }
  }

  void End() {
    Settle();
    table_.reset();
  }
  bool open() const { return table_.has_value(); }
  std::vector<Recommendation> Release() {
    End();
    return std::move(found_);
  }

 private:
  // "R4" | "Count the keys."
  bool IsNumberedRow(const std::vector<TextSpan>& cells) const {
    static const Pattern kNumber(
        "^(?i:r|rec(?:ommendation)?)?[. "
        "]{0,2}\\d{1,3}(?:\\.\\d{1,2})?[a-z]?\\W?$");
    return cells.size() > 1 && kNumber.Search(reading_.text(), cells[0]) &&
           Requests(Slice(reading_.text(), cells[1]));
  }

  // "Theme 2: Keys" over the rows of a theme, in one cell.
  bool IsHeading(const std::vector<TextSpan>& cells) const {
    return cells.size() == 1 && width_ > 2 &&
           !Requests(Slice(reading_.text(), cells[0]));
  }

  // "The same", "ditto": the owners of the row above.
  void RepeatOwners(Recommendation* item) const {
    static const Pattern kSame("^(?i:(?:the )?same|ditto|as above|do\\.)\\W*$");
    if (item->owners.size() != 1 || found_.size() <= settled_ ||
        !kSame.Matches(item->owners[0].name)) {
      return;
    }
    item->owners = found_.back().owners;
  }

  static bool Requests(std::string_view words) {
    return IsRequest(words) || NamesDoer(words);
  }

  // Keeps the rows of a bare table only where two in three of them ask.
  void Settle() {
    if (table_ && table_->bare) {
      std::size_t asking = 0;
      for (std::size_t i = settled_; i < found_.size(); ++i) {
        asking += Requests(found_[i].text);
      }
      const std::size_t rows = found_.size() - settled_;
      if (asking < 2 || asking * 3 < rows * 2) found_.resize(settled_);
    }
    settled_ = found_.size();
  }

  const Reading& reading_;
  std::size_t settled_ = 0;  // rows of tables that are done
  std::optional<Table> table_;
  std::size_t width_ = 0;
  std::vector<Recommendation> found_;
};

// What stands between two rows of a table that runs over a page's end.
bool IsOfThePage(BlockKind kind) {
  return kind == BlockKind::kChrome || kind == BlockKind::kFootnote;
}

std::vector<Recommendation> FindRows(const Reading& reading) {
  const document::Document& document = *reading.document;
  TableWalk walk(reading);
  if (!MayListRequests(reading)) return {};
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const BlockKind kind = document.blocks[i].kind;
    if (kind == BlockKind::kTableCell || IsOfThePage(kind)) continue;
    if (kind != BlockKind::kTableRow) {
      walk.End();
      continue;
    }
    walk.Take(CellsOf(document, i),
              !walk.open() && UnderRecommendations(document, i));
  }
  return walk.Release();
}

// Tables whose header row names the columns in words of its own: the cells tell
// which is which.
std::vector<Recommendation> FindRowsByCells(const Reading& reading) {
  const document::Document& document = *reading.document;
  std::vector<Recommendation> found;
  if (!MayListRequests(reading)) return found;
  std::vector<std::vector<TextSpan>> rows;
  const auto settle = [&] {
    if (const auto table = InferColumns(reading, rows)) {
      for (const auto& row : rows) {
        // Names of columns stand over owners, and name none.
        const auto owner = static_cast<std::size_t>(table->at[kOwner]);
        const bool names = &row == &rows.front() && owner < row.size() &&
                           !NamesOwner(reading.text(), row[owner]);
        if (row.size() != rows.back().size() || names) continue;
        auto item = ReadRow(reading, *table, row);
        if (item && (IsRequest(item->text) || NamesDoer(item->text) ||
                     IsFreeInfinitive(item->text))) {
          found.push_back(std::move(*item));
        }
      }
    }
    rows.clear();
  };
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const BlockKind kind = document.blocks[i].kind;
    if (kind == BlockKind::kTableCell || IsOfThePage(kind)) continue;
    if (kind == BlockKind::kTableRow) {
      rows.push_back(CellsOf(document, i));
    } else {
      settle();
    }
  }
  settle();
  return found;
}

// "1 | Count the keys | Clerk | May 2002": a table typed with bars.
std::vector<Recommendation> FindBarredRows(const Reading& reading) {
  static const Pattern kBar("\\s*\\|\\s*");
  constexpr std::size_t kFewestCells = 3;
  TableWalk walk(reading);
  if (!MayListRequests(reading)) return {};
  for (const Line& line : reading.lines) {
    std::vector<TextSpan> cells;
    std::uint32_t begin = line.span.begin;
    if (line.kind != BlockKind::kTableRow) {
      for (const MatchSpans& bar : kBar.SearchAll(reading.text(), line.span)) {
        if (bar[0].begin > begin) cells.push_back({begin, bar[0].begin});
        begin = bar[0].end;
      }
    }
    if (begin < line.span.end) cells.push_back({begin, line.span.end});
    if (cells.size() < kFewestCells) {
      walk.End();
      continue;
    }
    const bool headed =
        !walk.open() && line.block >= 0 &&
        UnderRecommendations(*reading.document,
                             static_cast<std::size_t>(line.block));
    walk.Take(cells, headed);
  }
  return walk.Release();
}

RecommendationRule BarredRowsRule() {
  return {
      "recommendation.barred-row",
      0.85,
      {{DocumentKind::kStrategy,
        "No. | Action | Lead | By\n1 | Count the keys | Clerk | May 2002\n"
        "2 | Change the locks | Estates Unit | June 2002\n",
        "1 [] Count the keys\n2 [] Change the locks"},
       {DocumentKind::kStrategy, "Home | About the keys | Contact us\n", ""}},
      &FindBarredRows};
}

RecommendationRule RowsByCellsRule() {
  return {"recommendation.row-by-cells",
          0.65,
          {{DocumentKind::kOther,
            "<h1>Keys</h1><p>They were lost.</p><table><tr><th>Mark</th><th>"
            "Our part of it</th><th>Hands</th></tr><tr><td>K1</td><td>Count "
            "the keys of every store</td><td>Head of Estates</td></tr><tr>"
            "<td>K2</td><td>Change all of the locks</td><td>Clerk</td></tr>"
            "<tr><td>K3</td><td>Buy a box for each store</td><td>Treasurer"
            "</td></tr></table>",
            "K1 [] Count the keys of every store\n"
            "K2 [] Change all of the locks\nK3 [] Buy a box for each store"},
           {DocumentKind::kOther,
            "<h1>Keys</h1><p>They were lost.</p><table><tr><td>Locks lost in "
            "May and June</td><td>Clerk</td></tr><tr><td>Keys left in the "
            "doors</td><td>Warden</td></tr><tr><td>Doors that were not "
            "shut</td><td>Treasurer</td></tr></table>",
            ""}},
          &FindRowsByCells};
}

RecommendationRule RowsRule() {
  return {
      "recommendation.table-row",
      0.9,
      {{DocumentKind::kStrategy,
        "<table><tr><th>Ref</th><th>Recommendation</th><th>Owner</th></tr>"
        "<tr><td>1.1</td><td>Count the keys yearly</td><td>Head of Estates; "
        "Clerk</td></tr></table>",
        "1.1 [] Count the keys yearly"},
       {DocumentKind::kInspection,
        "<h1>Keys</h1><p>They were lost.</p><h3>Recommendations to the "
        "Board</h3><table><tr><th>Number</th>"
        "<th>What is needed</th><th>Who</th></tr><tr><td>R1</td><td>Count the "
        "keys yearly</td><td>Clerk</td></tr></table>",
        "R1 [] Count the keys yearly"},
       {DocumentKind::kOther,
        "<h1>Keys</h1><table><tr><th>No</th><th>Recommendation</th><th>Page"
        "</th></tr><tr><td>1</td><td>Count the keys.</td><td>4</td></tr><tr>"
        "<td>2</td><td>The Clerk should change the locks.</td><td>5</td></tr>"
        "</table>",
        "1 [] Count the keys.\n2 [The Clerk] The Clerk should change the "
        "locks."},
       {DocumentKind::kOther,
        "<h1>Keys</h1><p>They were lost.</p><h2>Recommendations</h2><table>"
        "<tr><td>R1</td><td>Count the keys.</td></tr><tr><td>R2</td><td>Change "
        "the locks.</td></tr></table>",
        "R1 [] Count the keys.\nR2 [] Change the locks."},
       {DocumentKind::kOther,
        "<h1>Keys</h1><table><tr><th>Report</th><th>Recommendations</th></tr>"
        "<tr><td>Lost Keys</td><td>4 were made</td></tr><tr><td>Old Locks</td>"
        "<td>9 were made</td></tr></table>",
        ""},
       {DocumentKind::kStrategy,
        "<table><tr><th>Month</th><th>Calls</th></tr><tr><td>June</td>"
        "<td>30</td></tr></table>",
        ""}},
      &FindRows};
}

}  // namespace

const std::vector<RecommendationRule>& TableRules() {
  static const std::vector<RecommendationRule> kRules = {
      RowsRule(), BarredRowsRule(), RowsByCellsRule()};
  return kRules;
}

}  // namespace concord::extraction
