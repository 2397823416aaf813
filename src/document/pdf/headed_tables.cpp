#include "document/pdf/headed_tables.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "document/pdf/table_evidence.h"
#include "document/pdf/table_names.h"
#include "document/structure/line_joins.h"

namespace concord::document {
namespace {

constexpr double kNarrowest = 0.4;  // of the size: a gutter
constexpr double kFarthest = 3.0;   // of the size: between bands of one table
constexpr double kTightCell = 0.6;  // of the size: between lines of one cell
constexpr std::size_t kMostTries = 60;  // of a run of bands

using Bands = std::vector<PdfBand>;

// --- How far it goes --------------------------------------------------------

// What stays empty of a gutter.
using Free = std::vector<PdfInterval>;

Free Without(const Free& free, const PdfBand& band) {
  const double least = kNarrowest * band.size;
  Free left = free;
  ForWords(band, [&](const PdfWord& word) {
    Free next;
    for (const PdfInterval& gap : left) {
      if (word.right <= gap.left || word.left >= gap.right) {
        next.push_back(gap);
        continue;
      }
      const PdfInterval before{gap.left, word.left};
      const PdfInterval after{word.right, gap.right};
      if (before.width() >= least) next.push_back(before);
      if (after.width() >= least) next.push_back(after);
    }
    left = std::move(next);
  });
  return left;
}

struct Region {
  std::size_t end = 0;
  std::vector<std::size_t> spans;  // lines over all columns
  std::vector<PdfInterval> gutters;
};

// The one that the name on its right stands beside, else the widest.
PdfInterval Chosen(const Free& free, double name_left) {
  for (const PdfInterval& gap : free) {
    if (std::abs(gap.right - name_left) < 1) return gap;
  }
  return *std::max_element(free.begin(), free.end(),
                           [](const PdfInterval& a, const PdfInterval& b) {
                             return a.width() < b.width();
                           });
}

bool FreeFor(const PdfBand& band, std::vector<Free>* free) {
  std::vector<Free> next;
  for (const Free& gutter : *free) next.push_back(Without(gutter, band));
  if (std::any_of(next.begin(), next.end(),
                  [](const Free& gutter) { return gutter.empty(); })) {
    return false;
  }
  *free = std::move(next);
  return true;
}

// A bold line over the columns, from the left one on, with a row below it.
bool IsSpan(const Bands& bands, std::size_t at,
            const std::vector<PdfInterval>& gutters, std::vector<Free> free) {
  constexpr double kNear = 3.0;  // points between left edges
  if (at == 0 || at + 1 >= bands.size() || !IsBold(bands[at])) return false;
  const double left = ReachOf(bands, at, at + 1).left;
  const double below = ReachOf(bands, at + 1, at + 2).left;
  return std::abs(left - below) < kNear && FreeFor(bands[at + 1], &free) &&
         CellsOf(bands[at + 1], gutters).filled() > 1;
}

// Bands from `begin` that leave all gutters empty.
Region RegionAt(const Bands& bands, std::size_t begin,
                const std::vector<PdfInterval>& gutters) {
  std::vector<Free> free;
  for (const PdfInterval& gutter : gutters) free.push_back({gutter});
  Region region;
  region.end = begin;
  double bottom = begin > 0 ? bands[begin - 1].bottom : bands[begin].top;
  for (std::size_t i = begin; i < bands.size(); ++i) {
    const PdfBand& band = bands[i];
    if (HasLeader(band) || band.top - bottom > kFarthest * band.size) break;
    if (!FreeFor(band, &free)) {
      if (!IsSpan(bands, i, gutters, free)) break;
      region.spans.push_back(i);
    }
    bottom = std::max(bottom, band.bottom);
    region.end = i + 1;
  }
  for (std::size_t g = 0; g < gutters.size(); ++g) {
    region.gutters.push_back(Chosen(free[g], gutters[g].right));
  }
  return region;
}

std::vector<CellBand> CellBands(const Bands& bands, std::size_t begin,
                                const Region& region,
                                const std::vector<AcrossEdge>& edges) {
  const PdfInterval reach = ReachOf(bands, begin, region.end);
  std::vector<CellBand> cells;
  for (std::size_t i = begin; i < region.end; ++i) {
    const bool span = std::find(region.spans.begin(), region.spans.end(), i) !=
                      region.spans.end();
    cells.push_back(span ? SpanOf(bands[i], region.gutters.size() + 1)
                         : CellsOf(bands[i], region.gutters));
    cells.back().edge = i > 0 && IsEdged(bands[i - 1], bands[i], edges, reach);
  }
  return cells;
}

// The last band before the last that has words in the first column.
const CellBand* AboveLast(const std::vector<CellBand>& bands) {
  for (std::size_t i = bands.size() - 1; i-- > 0;) {
    if (bands[i].has(0)) return &bands[i];
  }
  return nullptr;
}

// Lines under the first column alone, or one far below, come after the table.
void TrimEnd(std::vector<CellBand>* bands) {
  while (bands->size() > 1) {
    const CellBand& last = bands->back();
    if (last.filled() > 1) return;
    const CellBand* above = AboveLast(*bands);
    const bool wraps = last.has(0) && above != nullptr && !last.edge &&
                       last.top - above->bottom < kTightCell * last.size &&
                       std::abs(last.size - above->size) < 0.5 &&
                       last.cells[0].bold == above->cells[0].bold;
    const bool below =
        !last.has(0) &&
        last.top - (*bands)[bands->size() - 2].bottom < 1.2 * last.size;
    if (wraps || below) return;
    bands->pop_back();
  }
}

// --- Its rows ---------------------------------------------------------------

void AddRow(const std::vector<CellBand>& bands, std::size_t begin,
            std::size_t end, HeadedTable* table) {
  HeadedTable::Row row;
  row.cells.resize(bands[begin].cells.size());
  row.top = bands[begin].top;
  row.base = bands[end - 1].base;
  row.size = bands[begin].size;
  row.bold = true;
  for (std::size_t i = begin; i < end; ++i) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (!bands[i].has(c)) continue;
      AppendLine(bands[i].cells[c].text, HyphenHabit::kKeep, &row.cells[c]);
    }
    row.bottom = std::max(row.bottom, bands[i].bottom);
    row.bold = row.bold && bands[i].bold;
  }
  // Rows of one table touch.
  if (!table->rows.empty()) table->rows.back().bottom = row.top;
  table->rows.push_back(std::move(row));
}

void AddRows(const std::vector<CellBand>& bands,
             const std::vector<bool>& starts, HeadedTable* table) {
  for (std::size_t i = 0; i < bands.size();) {
    std::size_t end = i + 1;
    while (end < bands.size() && !starts[end]) ++end;
    AddRow(bands, i, end, table);
    i = end;
  }
}

std::optional<HeadedTable> TableUnder(const TableNames& names,
                                      const Bands& bands, std::size_t begin,
                                      const std::vector<AcrossEdge>& edges) {
  const std::size_t first = begin + names.count;
  const Region region = RegionAt(bands, first, names.gutters);
  if (region.end == first) return std::nullopt;
  auto body = CellBands(bands, first, region, edges);
  TrimEnd(&body);
  const std::vector<bool> starts = RowStarts(body);
  if (!IsTable(names, body, starts) ||
      AnyHasAnother(bands, first, first + body.size(), region.gutters)) {
    return std::nullopt;
  }
  HeadedTable table;
  table.begin = begin;
  table.count = names.count + body.size();
  table.gutters = region.gutters;
  const PdfInterval reach = ReachOf(bands, begin, begin + table.count);
  table.left = reach.left;
  table.right = reach.right;
  const auto head = CellBands(bands, begin, {first, {}, region.gutters}, {});
  AddRow(head, 0, head.size(), &table);
  AddRows(body, starts, &table);
  return table;
}

// How many bands say again what stood in the first row of the page before.
std::size_t NamesAgain(const std::vector<CellBand>& bands,
                       const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> words(names.size());
  for (std::size_t i = 0; i < std::min(bands.size(), kMost); ++i) {
    for (std::size_t c = 0; c < words.size(); ++c) {
      if (!bands[i].has(c)) continue;
      AppendLine(bands[i].cells[c].text, HyphenHabit::kKeep, &words[c]);
    }
    if (words == names) return i + 1;
  }
  return 0;
}

// Rows from band `begin` on that go on with a table of the page before.
std::optional<HeadedTable> RowsFrom(const Bands& bands, std::size_t begin,
                                    const std::vector<AcrossEdge>& edges,
                                    const TableBefore& before) {
  const Region region = RegionAt(bands, begin, before.gutters);
  if (region.end == begin) return std::nullopt;
  auto body = CellBands(bands, begin, region, edges);
  const std::size_t again = NamesAgain(body, before.first);
  const auto end = body.begin() + static_cast<std::ptrdiff_t>(again);
  const std::vector<CellBand> names(body.begin(), end);
  body.erase(body.begin(), end);
  if (body.empty()) return std::nullopt;
  TrimEnd(&body);
  const std::vector<bool> starts = RowStarts(body);
  const RowCounts rows = Counted(body, starts);
  const bool headless =
      body.front().filled() < 2 && body.size() > 1 &&
      body[1].top - body[0].bottom > kTightCell * body[0].size;
  if (headless || (rows.whole == 0 && rows.several < 2)) return std::nullopt;
  HeadedTable table;
  table.begin = begin;
  table.count = again + body.size();
  table.gutters = region.gutters;
  const PdfInterval reach = ReachOf(bands, begin, begin + table.count);
  table.left = reach.left;
  table.right = reach.right;
  if (again > 0) AddRow(names, 0, again, &table);
  AddRows(body, starts, &table);
  return table;
}

// A table at the head of the page that goes on with one of the page before.
std::optional<HeadedTable> TableGoingOn(const Bands& bands,
                                        const std::vector<AcrossEdge>& edges,
                                        const TableBefore& before) {
  constexpr std::size_t kMostHeads = 4;  // lines of the page's own head
  if (before.gutters.empty()) return std::nullopt;
  for (std::size_t i = 0; i < std::min(bands.size(), kMostHeads); ++i) {
    // Names of its own come before those of another page.
    const auto names = NamesAt(bands, i, edges);
    if (names && names->strong && TableUnder(*names, bands, i, edges)) break;
    auto table = RowsFrom(bands, i, edges, before);
    if (table) return table;
  }
  return std::nullopt;
}

}  // namespace

std::vector<HeadedTable> HeadedTables(const std::vector<PdfBand>& bands,
                                      const std::vector<AcrossEdge>& edges,
                                      const TableBefore& before) {
  std::vector<HeadedTable> tables;
  std::size_t begin = 0;
  if (auto table = TableGoingOn(bands, edges, before)) {
    begin = table->begin + table->count;
    tables.push_back(std::move(*table));
  }
  std::size_t tries = 0;
  for (std::size_t i = begin; i < bands.size() && tries < kMostTries;) {
    const auto names = NamesAt(bands, i, edges);
    tries += names.has_value();
    auto table = names ? TableUnder(*names, bands, i, edges) : std::nullopt;
    if (!table) {
      ++i;
      continue;
    }
    i += table->count;
    tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace concord::document
