#include "document/pdf/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "document/pdf/columns.h"
#include "document/pdf/grids.h"
#include "document/pdf/headed_tables.h"
#include "document/structure/line_joins.h"

namespace concord::document {
namespace {

// --- Turned pages -----------------------------------------------------------

PdfWord Turned(PdfWord word, const PdfPage& page) {
  const PdfWord from = word;
  switch (from.rotation) {
    case 1:
      word.left = from.top;
      word.right = from.bottom;
      word.top = page.width - from.right;
      word.bottom = page.width - from.left;
      word.base = page.width - from.base;
      break;
    case 2:
      word.left = page.width - from.right;
      word.right = page.width - from.left;
      word.top = page.height - from.bottom;
      word.bottom = page.height - from.top;
      word.base = page.height - from.base;
      break;
    case 3:
      word.left = page.height - from.bottom;
      word.right = page.height - from.top;
      word.top = from.left;
      word.bottom = from.right;
      word.base = from.base;
      break;
    default:
      break;
  }
  return word;
}

// Words by the way they are turned, most first; each set made upright.
std::vector<std::vector<PdfWord>> UprightWords(PdfPage* page) {
  std::array<std::vector<PdfWord>, 4> turned;
  for (PdfWord& word : page->words) {
    const auto way = static_cast<std::size_t>(word.rotation & 3);
    turned[way].push_back(way == 0 ? std::move(word) : Turned(word, *page));
  }
  std::vector<std::vector<PdfWord>> sets;
  for (auto& words : turned) {
    if (!words.empty()) sets.push_back(std::move(words));
  }
  std::stable_sort(sets.begin(), sets.end(), [](const auto& a, const auto& b) {
    return a.size() > b.size();
  });
  return sets;
}

// --- Pieces -----------------------------------------------------------------

class Pieces {
 public:
  Pieces(std::vector<AcrossEdge> edges, TableBefore before,
         PdfPageLayout* layout)
      : layout_(layout), edges_(std::move(edges)), before_(std::move(before)) {}

  // Bands between rows with borders.
  void AddBands(std::vector<PdfBand> bands) {
    std::size_t at = 0;
    const auto add = [&](std::size_t end) {
      if (end > at) {
        AddText({std::make_move_iterator(bands.begin() + Offset(at)),
                 std::make_move_iterator(bands.begin() + Offset(end))});
      }
    };
    for (HeadedTable& table :
         HeadedTables(bands, edges_, std::exchange(before_, {}))) {
      add(table.begin);
      at = table.begin + table.count;
      AddTable(std::move(table));
    }
    add(bands.size());
  }

  void AddRow(PdfPiece piece) {
    piece.apart = true;
    piece.column = column_;
    layout_->pieces.push_back(std::move(piece));
    apart_ = true;
    first_ = false;
    before_ = {};
  }

  // Words that are turned another way stand beside the lines.
  void ForgetEdges() { edges_.clear(); }

 private:
  static std::ptrdiff_t Offset(std::size_t at) {
    return static_cast<std::ptrdiff_t>(at);
  }

  void AddTable(HeadedTable table) {
    for (HeadedTable::Row& row : table.rows) {
      PdfPiece piece;
      piece.line.left = table.left;
      piece.line.right = table.right;
      piece.line.top = row.top;
      piece.line.bottom = row.bottom;
      piece.line.base = row.base;
      piece.line.size = row.size;
      piece.line.bold = row.bold;
      piece.cells = std::move(row.cells);
      piece.gutters = table.gutters;
      AddRow(std::move(piece));
    }
  }

  void AddText(std::vector<PdfBand> bands) {
    // Columns within columns; nothing here is called again from within.
    std::vector<std::vector<PdfBand>> waiting;
    waiting.push_back(std::move(bands));
    while (!waiting.empty()) {
      std::vector<PdfBand> next = std::move(waiting.back());
      waiting.pop_back();
      const double gutter = GutterOf(next);
      if (gutter <= 0) {
        AddColumn(next);
        continue;
      }
      split_ = true;
      SplitAt(gutter, std::move(next), &waiting);
    }
  }

  // Parts in reading order, the first one last in `waiting`.
  static void SplitAt(double gutter, std::vector<PdfBand> bands,
                      std::vector<std::vector<PdfBand>>* waiting) {
    std::vector<std::vector<PdfBand>> parts;
    std::vector<PdfBand> left;
    std::vector<PdfBand> right;
    std::vector<PdfBand> across;
    const auto flush = [&](std::vector<PdfBand>* part) {
      if (!part->empty()) parts.push_back(std::move(*part));
      part->clear();
    };
    for (PdfBand& band : bands) {
      if (Crosses(band, gutter)) {
        flush(&left);
        flush(&right);
        across.push_back(std::move(band));
        continue;
      }
      flush(&across);
      PdfBand on_left = band;
      std::erase_if(on_left.segments, [&](const PdfSegment& segment) {
        return !IsLeftOf(segment, gutter);
      });
      std::erase_if(band.segments, [&](const PdfSegment& segment) {
        return IsLeftOf(segment, gutter);
      });
      if (!on_left.segments.empty()) left.push_back(std::move(on_left));
      if (!band.segments.empty()) right.push_back(std::move(band));
    }
    flush(&left);
    flush(&right);
    flush(&across);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      waiting->push_back(std::move(*part));
    }
  }

  void AddColumn(const std::vector<PdfBand>& bands) {
    first_ = first_ || split_;
    column_ += split_;
    for (std::size_t i = 0; i < bands.size();) {
      PdfTable table = TableAt(bands, i);
      if (table.count == 0) {
        AddBand(bands[i]);
        ++i;
        continue;
      }
      for (PdfTable::Row& row : table.rows) {
        AddTableRow(std::move(row), bands, i);
      }
      i += table.count;
    }
  }

  // A row of one cell is a line of text, or the table's own heading.
  void AddTableRow(PdfTable::Row row, const std::vector<PdfBand>& bands,
                   std::size_t begin) {
    const PdfBand& band = bands[begin + row.band];
    const auto filled =
        std::count_if(row.cells.begin(), row.cells.end(),
                      [](const std::string& cell) { return !cell.empty(); });
    PdfLine place = LineOf(band.segments.front());
    if (filled == 1) {
      place.text =
          *std::find_if(row.cells.begin(), row.cells.end(),
                        [](const std::string& cell) { return !cell.empty(); });
      place.raised.clear();
      place.emphases.clear();
      apart_ = true;
      AddLine(std::move(place));
      apart_ = true;
      return;
    }
    place.bottom = row.bottom;
    PdfPiece piece;
    piece.line = std::move(place);
    piece.cells = std::move(row.cells);
    AddRow(std::move(piece));
  }

  // Segments that are no table: near ones are one line.
  void AddBand(const PdfBand& band) {
    PdfSegment words;
    for (const PdfSegment& segment : band.segments) {
      const bool leader =
          !words.empty() && words.back().text.find("....") != std::string::npos;
      const bool near =
          !words.empty() &&
          segment.front().left - words.back().right < 4 * band.size;
      // "Wards:            All"
      const bool field = !words.empty() && words.back().text.ends_with(':') &&
                         band.segments.size() == 2;
      if (!words.empty() && !near && !leader && !field) {
        AddLine(LineOf(words));
        words.clear();
        apart_ = true;
      }
      words.insert(words.end(), segment.begin(), segment.end());
    }
    AddLine(LineOf(words));
  }

  void AddLine(PdfLine line) {
    if (line.text.empty()) return;
    PdfPiece piece;
    piece.line = std::move(line);
    piece.apart = apart_;
    piece.first = first_;
    piece.column = column_;
    apart_ = first_ = false;
    layout_->pieces.push_back(std::move(piece));
  }

  PdfPageLayout* layout_;
  std::vector<AcrossEdge> edges_;
  TableBefore before_;
  bool apart_ = false;
  bool first_ = true;
  bool split_ = false;
  int column_ = 0;
};

std::vector<std::string> CellTexts(PdfGridRow* row) {
  std::vector<std::string> cells;
  for (auto& words : row->cells) cells.push_back(TextOfArea(std::move(words)));
  return cells;
}

void AddGridRow(PdfGridRow row, Pieces* pieces) {
  PdfPiece piece;
  piece.line.left = row.left;
  piece.line.right = row.right;
  piece.line.top = row.top;
  piece.line.bottom = piece.line.base = row.bottom;
  piece.bordered = true;
  piece.open_top = row.open_top;
  piece.open_bottom = row.open_bottom;
  piece.cells = CellTexts(&row);
  pieces->AddRow(std::move(piece));
}

// The table under names that `page` ends with, but for its foot.
TableBefore TableAtEnd(const PdfPageLayout* page) {
  constexpr double kFoot = 0.85;  // of the page's height
  if (page == nullptr) return {};
  auto last = page->pieces.rbegin();
  while (last != page->pieces.rend() && !last->is_row()) {
    if (last->line.base < kFoot * page->height) return {};
    ++last;
  }
  if (last == page->pieces.rend() || last->gutters.empty()) return {};
  const auto first = std::find_if(
      page->pieces.begin(), page->pieces.end(), [&](const PdfPiece& piece) {
        return piece.gutters.size() == last->gutters.size();
      });
  return {last->gutters, first->cells};
}

void MarkRules(PdfPageLayout* layout) {
  for (std::size_t i = 1; i < layout->pieces.size(); ++i) {
    PdfPiece& piece = layout->pieces[i];
    const PdfLine& before = layout->pieces[i - 1].line;
    const PdfLine& line = piece.line;
    piece.apart =
        piece.apart ||
        std::any_of(layout->rules.begin(), layout->rules.end(),
                    [&](const PdfRule& rule) {
                      return rule.top > before.base + 0.45 * line.size &&
                             rule.bottom < line.base - 0.5 * line.size &&
                             rule.left < line.right && rule.right > line.left;
                    });
  }
}

}  // namespace

PdfPageLayout LayOut(PdfPage page, const PdfPageLayout* before) {
  PdfPageLayout layout;
  layout.width = page.width;
  layout.height = page.height;
  const bool goes_on =
      before != nullptr &&
      std::any_of(before->pieces.begin(), before->pieces.end(),
                  [](const PdfPiece& piece) { return piece.open_bottom; });
  std::vector<std::vector<PdfWord>> sets = UprightWords(&page);
  Pieces pieces(EdgesOf(page), TableAtEnd(before), &layout);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const bool turned = sets[i].front().rotation % 4 != 0;
    page.words = std::move(sets[i]);
    std::vector<PdfGridRow> rows;
    if (turned) {
      pieces.ForgetEdges();
    } else {
      rows = TakeGrids(goes_on, &page);
    }
    std::vector<PdfBand> bands;
    std::size_t next = 0;
    for (PdfBand& band : BandsOf(std::move(page.words))) {
      for (; next < rows.size() && rows[next].top < band.base; ++next) {
        if (!bands.empty()) pieces.AddBands(std::move(bands));
        bands.clear();
        AddGridRow(std::move(rows[next]), &pieces);
      }
      bands.push_back(std::move(band));
    }
    if (!bands.empty()) pieces.AddBands(std::move(bands));
    for (; next < rows.size(); ++next) {
      AddGridRow(std::move(rows[next]), &pieces);
    }
  }
  for (const PdfRule& rule : page.rules) {
    if (rule.horizontal() && rule.right - rule.left > 30) {
      layout.rules.push_back(rule);
    }
  }
  MarkRules(&layout);
  return layout;
}

}  // namespace concord::document
