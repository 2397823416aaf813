// Tables whose cells were set one below another when the page was saved.
//
//   "Ref" / "Action" / "Person responsible" / "Target"        the header row
//   "K/1" / "Count the keys" / "Head of Estates" / "May 2002"  a row
//   "- K/2" / "Change the locks" / "Clerk"       a row whose last cell is empty
//   refused: lines of which no first one carries a reference that runs on
//
// The header is a run of short lines that name columns. A row begins at a
// reference of the shape of the first one, and its cells are the lines up to
// the next; empty cells at its end leave no line. Cost: one pass.

#include <cstdlib>

#include "concord/base/unicode.h"
#include "extraction/recommendations/table_columns.h"

namespace concord::extraction {
namespace {

using document::BlockKind;

constexpr std::uint32_t kLongestColumnName = 32;  // of a column
constexpr std::size_t kMostColumns = 9;

// The line's words without a bullet.
TextSpan CellOf(const Reading& reading, const Line& line) {
  static const Pattern kBullet("^[•*–—-]\\s+()\\S");
  TextSpan cell = Trim(reading.text(), line.span);
  if (const auto bullet = kBullet.Search(reading.text(), cell)) {
    cell.begin = (*bullet)[1].begin;
  }
  return cell;
}

// "K/1", "PIP 12", "3.4", "R7": the letters and marks before the last number;
// nothing where the cell is no reference.
struct Reference {
  std::string stem;
  int number = 0;
};

std::optional<Reference> ReferenceIn(const Reading& reading, TextSpan cell) {
  static const Pattern kReference(
      "^([\\p{L}]{0,6}[ ./-]?(?:\\d{1,3}\\.)?)(\\d{1,3})[.):]?$");
  const auto match = kReference.Search(reading.text(), cell);
  if (!match) return std::nullopt;
  return Reference{
      std::string(Slice(reading.text(), (*match)[1])),
      std::atoi(std::string(Slice(reading.text(), (*match)[2])).c_str())};
}

// The names of columns from line `at` on, up to the first reference.
std::vector<TextSpan> NamesFrom(const Reading& reading, std::size_t at) {
  std::vector<TextSpan> names;
  while (at < reading.lines.size() && names.size() < kMostColumns) {
    const Line& line = reading.lines[at];
    const TextSpan cell = CellOf(reading, line);
    if (ReferenceIn(reading, cell)) return names;
    const bool sentence = Slice(reading.text(), cell).ends_with('.');
    if (Length(cell) > kLongestColumnName ||
        line.kind == BlockKind::kTableRow || (sentence && !names.empty())) {
      return {};
    }
    names.push_back(cell);
    ++at;
  }
  return {};
}

// The cells of the row whose reference stands at line `at`.
std::vector<TextSpan> RowFrom(const Reading& reading, std::size_t at,
                              const Reference& own, std::size_t width) {
  std::vector<TextSpan> cells = {CellOf(reading, reading.lines[at])};
  for (std::size_t i = at + 1; i < reading.lines.size() && cells.size() < width;
       ++i) {
    const TextSpan cell = CellOf(reading, reading.lines[i]);
    const auto next = ReferenceIn(reading, cell);
    const bool follows =
        next && next->stem == own.stem && next->number == own.number + 1;
    if (follows || reading.lines[i].kind == BlockKind::kTableRow) break;
    cells.push_back(cell);
  }
  return cells;
}

std::vector<Recommendation> RowsFrom(const Reading& reading, std::size_t at,
                                     const Table& table, std::size_t width) {
  std::vector<Recommendation> rows;
  std::optional<Reference> last;
  for (; at < reading.lines.size(); ++at) {
    const auto own = ReferenceIn(reading, CellOf(reading, reading.lines[at]));
    if (!own) continue;
    if (last && (own->stem != last->stem || own->number != last->number + 1)) {
      continue;
    }
    auto item = ReadRow(reading, table, RowFrom(reading, at, *own, width));
    if (!item) break;
    last = own;
    rows.push_back(std::move(*item));
  }
  return rows;
}

// The rows of references that run on, from line `first` on; each row's cells
// are the lines up to the next reference.
std::vector<std::vector<TextSpan>> BareRowsFrom(const Reading& reading,
                                                std::size_t first) {
  std::vector<std::vector<TextSpan>> rows;
  auto own = ReferenceIn(reading, CellOf(reading, reading.lines[first]));
  for (std::size_t at = first; own && at < reading.lines.size();) {
    rows.push_back(RowFrom(reading, at, *own, kMostColumns));
    const std::size_t next = at + rows.back().size();
    if (next >= reading.lines.size()) break;
    const auto after =
        ReferenceIn(reading, CellOf(reading, reading.lines[next]));
    const bool follows =
        after && after->stem == own->stem && after->number == own->number + 1;
    if (!follows) break;
    own = after;
    at = next;
  }
  // The last row ends where the others do: what stands below is no cell of it.
  if (rows.size() > 1) {
    const std::size_t width = rows.front().size();
    if (rows.back().size() > width) rows.back().resize(width);
  }
  return rows;
}

// Rows over which no run of lines names the columns: their cells tell.
std::vector<Recommendation> FindSetBelowBare(const Reading& reading) {
  constexpr std::size_t kFewestCells = 3;
  std::vector<Recommendation> found;
  if (!MayListRequests(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    const auto own = ReferenceIn(reading, CellOf(reading, reading.lines[i]));
    if (!own || own->number != 1) continue;
    const auto rows = BareRowsFrom(reading, i);
    if (rows.size() < kFewestCells || rows[0].size() < kFewestCells) continue;
    const auto table = InferColumns(reading, rows);
    if (!table || table->at[kLabel] != 0) continue;
    for (const auto& row : rows) {
      if (auto item = ReadRow(reading, *table, row)) {
        found.push_back(std::move(*item));
      }
    }
  }
  return found;
}

std::vector<Recommendation> FindSetBelow(const Reading& reading) {
  constexpr std::size_t kFewest = 2;
  std::vector<Recommendation> found;
  if (!MayListRequests(reading)) return found;
  for (std::size_t i = 0; i + 1 < reading.lines.size(); ++i) {
    if (Length(reading.lines[i].span) > kLongestColumnName) continue;
    const std::vector<TextSpan> names = NamesFrom(reading, i);
    if (names.size() < 3) continue;
    const auto table = ReadHeaderRow(reading.text(), names, false);
    if (!table || table->bare || table->at[kLabel] != 0) continue;
    auto rows = RowsFrom(reading, i + names.size(), *table, names.size());
    if (rows.size() < kFewest) continue;
    for (Recommendation& row : rows) found.push_back(std::move(row));
    break;
  }
  return found;
}

RecommendationRule SetBelowRule() {
  return {"plan.set-below",
          0.8,
          {{DocumentKind::kOther,
            "The plan for keys\n\nActions\n\nRef\n\nAction\n\nPerson "
            "responsible\n\nTarget\n\nNotes\n\nK/1\n\nCount the keys of every "
            "store\n\nHead of Estates\n\nMay 2002\n\nBegun\n\n- K/2\n\nChange "
            "the locks, and say so\n\nClerk\n\ntbc\n\nK/3\n\nBuy a box for "
            "each store\n\nTreasurer\n\nJune 2002\n",
            "K/1 [] Count the keys of every store\n"
            "K/2 [] Change the locks, and say so\n"
            "K/3 [] Buy a box for each store"},
           {DocumentKind::kStrategy,
            "The plan for keys\n\nNo.\n\nRecommendation\n\nLead\n\nBy when\n\n"
            "1\n\nThe Clerk should count the keys\n\nClerk\n\n3 May 2002\n\n"
            "2\n\nLocks should be changed\n\nEstates Unit\n\nJune 2002\n",
            "1 [The Clerk] The Clerk should count the keys\n"
            "2 [] Locks should be changed"},
           {DocumentKind::kOther,
            "The plan for keys\n\nRef\n\nAction\n\nThe keys were counted in "
            "May by the Clerk and nobody else.\n\nK/1\n\nCount them\n",
            ""},
           {DocumentKind::kOther,
            "Staff\n\nNo.\n\nName\n\nPost\n\n1\n\nAda Reed\n\nClerk\n\n2\n\n"
            "Odo Hart\n\nTreasurer\n",
            ""}},
          &FindSetBelow};
}

RecommendationRule SetBelowBareRule() {
  return {"plan.set-below-bare",
          0.7,
          {{DocumentKind::kOther,
            "The plan for keys\n\nNo. Job Source Who Target Where we are\n\n"
            "KP1\n\nCount the keys of every store\n\nRec 1\n\nHead of "
            "Estates\n\nMay 2002\n\nIn hand\n\nKP2\n\nChange the "
            "locks\n\nRec 2\n\nClerk\n\n3 June 2002\n\nDone\n\n"
            "KP3\n\nKeepers to sign for each key\n\nRec 4\n\nClerk\n\n"
            "-\n\nDone\n\nNotes\n",
            "KP1 [] Count the keys of every store\nKP2 [] Change the locks\n"
            "KP3 [] Keepers to sign for each key"},
           {DocumentKind::kOther,
            "Those who keep keys\n\n1\n\nAda Reed has kept them for ten "
            "years\n\nClerk\n\n2\n\nOdo Hart came in May of last year"
            "\n\nTreasurer\n\n3\n\nGwen Tarn was here before "
            "either\n\nWarden\n",
            ""}},
          &FindSetBelowBare};
}

}  // namespace

const std::vector<RecommendationRule>& SetBelowRules() {
  static const std::vector<RecommendationRule> kRules = {SetBelowRule(),
                                                         SetBelowBareRule()};
  return kRules;
}

}  // namespace concord::extraction
