#include "document/pdf/table_evidence.h"

#include <algorithm>

namespace concord::document {
namespace {

using Bands = std::vector<PdfBand>;

// The greatest share of places that are one.
double ShareOfOne(std::vector<double> places) {
  constexpr double kNear = 2.5;
  std::sort(places.begin(), places.end());
  std::size_t most = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    while (places[i] - places[begin] > kNear) ++begin;
    most = std::max(most, i - begin + 1);
  }
  return static_cast<double>(most) / static_cast<double>(places.size());
}

// Words keep to the left edge of their column, or the right, or its middle.
bool KeepEdges(const std::vector<CellBand>& bands, std::size_t column) {
  constexpr double kMost = 0.6;
  std::vector<double> left;
  std::vector<double> right;
  std::vector<double> middle;
  for (const CellBand& band : bands) {
    if (!band.has(column)) continue;
    const CellLine& cell = band.cells[column];
    left.push_back(cell.left);
    right.push_back(cell.right);
    middle.push_back((cell.left + cell.right) / 2);
  }
  if (left.empty()) return true;
  return ShareOfOne(left) >= kMost || ShareOfOne(right) >= kMost ||
         ShareOfOne(middle) >= kMost;
}

// Words of one column with an empty strip between them, as far down as it has
// lines: it is two columns, and one has no name.
bool HasAnother(const Bands& bands, std::size_t begin, std::size_t end,
                const PdfInterval& column) {
  std::vector<PdfInterval> words;  // as they cover the column
  std::vector<std::vector<PdfInterval>> lines;
  for (std::size_t i = begin; i < end; ++i) {
    std::vector<PdfInterval> line;
    ForWords(bands[i], [&](const PdfWord& word) {
      const double middle = (word.left + word.right) / 2;
      if (middle < column.left || middle > column.right) return;
      line.push_back({word.left, word.right});
    });
    if (line.empty()) continue;
    words.insert(words.end(), line.begin(), line.end());
    lines.push_back(std::move(line));
  }
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.left < b.left; });
  double right = words.empty() ? 0 : words.front().right;
  for (const PdfInterval& word : words) {
    if (word.left - right > kApart * bands[begin].size) {
      const auto on_both =
          std::count_if(lines.begin(), lines.end(), [&](const auto& line) {
            return line.front().left < right && line.back().left >= word.left;
          });
      if (static_cast<std::size_t>(on_both) * 2 > lines.size()) return true;
    }
    right = std::max(right, word.right);
  }
  return false;
}

// Lines that fill all columns side by side, as those of a newspaper do.
bool IsProse(const std::vector<CellBand>& bands) {
  const std::size_t columns = bands.front().cells.size();
  std::vector<PdfInterval> reach(columns, {1e9, -1e9});
  for (const CellBand& band : bands) {
    for (std::size_t c = 0; c < columns; ++c) {
      if (!band.has(c)) continue;
      reach[c].left = std::min(reach[c].left, band.cells[c].left);
      reach[c].right = std::max(reach[c].right, band.cells[c].right);
    }
  }
  std::size_t full = 0;
  for (const CellBand& band : bands) {
    bool fills = true;
    for (std::size_t c = 0; c < columns; ++c) {
      const double width = band.cells[c].right - band.cells[c].left;
      fills = fills && band.has(c) && width > 0.72 * reach[c].width() &&
              width > 8 * band.size;
    }
    full += fills;
  }
  return full * 2 > bands.size();
}

// Figures in all columns but the first.
bool AreFigures(const std::vector<CellBand>& bands) {
  std::size_t cells = 0;
  std::size_t figures = 0;
  for (const CellBand& band : bands) {
    for (std::size_t c = 1; c < band.cells.size(); ++c) {
      if (!band.has(c)) continue;
      const char first = band.cells[c].text.front();
      ++cells;
      figures += (first >= '0' && first <= '9') || first == '-' || first == '(';
    }
  }
  return cells > 0 && figures * 10 >= cells * 9;
}

}  // namespace

RowCounts Counted(const std::vector<CellBand>& bands,
                  const std::vector<bool>& starts) {
  RowCounts rows;
  for (std::size_t i = 0; i < bands.size();) {
    std::vector<bool> filled(bands[i].cells.size(), false);
    std::size_t end = i;
    for (; end < bands.size() && (end == i || !starts[end]); ++end) {
      for (std::size_t c = 0; c < filled.size(); ++c) {
        if (bands[end].has(c)) filled[c] = true;
      }
    }
    const auto count = std::count(filled.begin(), filled.end(), true);
    rows.cut = rows.cut || (i == 0 && count == 1);
    ++rows.count;
    rows.several += count > 1;
    rows.whole += static_cast<std::size_t>(count) == filled.size();
    rows.wrapped += end - i > 1;
    i = end;
  }
  return rows;
}

bool AnyHasAnother(const Bands& bands, std::size_t begin, std::size_t end,
                   const std::vector<PdfInterval>& gutters) {
  double left = -1e9;
  for (std::size_t c = 0; c <= gutters.size(); ++c) {
    const double right = c < gutters.size() ? gutters[c].left : 1e9;
    if (HasAnother(bands, begin, end, {left, right})) return true;
    if (c < gutters.size()) left = gutters[c].right;
  }
  return false;
}

bool IsTable(const TableNames& names, const std::vector<CellBand>& body,
             const std::vector<bool>& starts) {
  const std::size_t columns = names.gutters.size() + 1;
  std::size_t edges = 0;
  for (std::size_t i = 1; i < body.size(); ++i) edges += body[i].edge;
  for (std::size_t c = 0; c < columns; ++c) {
    if (!KeepEdges(body, c)) return false;
  }
  const RowCounts rows = Counted(body, starts);
  if (rows.several * 10 < (rows.count - rows.cut) * 6) return false;
  if (columns == 2) return names.strong && edges > 0 && rows.several > 1;
  if (edges == 0 && IsProse(body)) return false;
  if (names.strong) return rows.several > 1 || rows.whole == 1;
  return rows.several > 2 &&
         (rows.wrapped > 0 || edges > 1 || AreFigures(body));
}

}  // namespace concord::document
