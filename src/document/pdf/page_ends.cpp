// What tells that the first row of a page belongs to the last one before it:
//
//   the border between them is not drawn, at the foot or at the head   surely
//   both are whole boxes, and the second goes on with a sentence of
//   the first in small letters while another of its cells is empty     so
//                                                                      word
//                                                                      processors
//                                                                      print it
//
// Only tables with drawn borders or under a row of names: other columns do not
// say where a row ends.

#include "document/pdf/page_ends.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "concord/base/unicode.h"
#include "document/structure/line_joins.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

constexpr double kSameBorder = 3.0;  // points between borders that are one
constexpr std::size_t kMostHeadRows = 3;

using PieceRun = std::vector<PdfPiece>;

bool SameGutters(const PdfPiece& a, const PdfPiece& b) {
  if (a.gutters.empty() || a.gutters.size() != b.gutters.size()) return false;
  for (std::size_t i = 0; i < a.gutters.size(); ++i) {
    if (a.gutters[i].left >= b.gutters[i].right ||
        b.gutters[i].left >= a.gutters[i].right) {
      return false;
    }
  }
  return true;
}

bool SameWords(const PdfPiece& a, const PdfPiece& b) {
  for (std::size_t i = 0; i < a.cells.size(); ++i) {
    if (Fold(a.cells[i]) != Fold(b.cells[i])) return false;
  }
  return true;
}

// The last of the page that belongs to its text, or nothing.
PdfPiece* LastOfText(PdfPageLayout* page) {
  const auto last = std::find_if(
      page->pieces.rbegin(), page->pieces.rend(),
      [](const PdfPiece& piece) { return piece.role == PdfRole::kBody; });
  return last == page->pieces.rend() ? nullptr : &*last;
}

// --- The head of the table --------------------------------------------------

// The first rows of the table that `last` ends.
PieceRun HeadOf(const PdfPageLayout& page, const PdfPiece& last) {
  auto begin = static_cast<std::size_t>(&last - page.pieces.data());
  while (begin > 0 && IsOneTable(page.pieces[begin - 1], page.pieces[begin])) {
    --begin;
  }
  // Lines of text may stand between rows under names.
  if (!last.gutters.empty()) {
    begin = 0;
    while (!SameColumns(page.pieces[begin], last)) ++begin;
  }
  PieceRun head;
  for (std::size_t i = begin;
       i < page.pieces.size() && head.size() < kMostHeadRows; ++i) {
    if (!SameColumns(page.pieces[i], last)) break;
    head.push_back(page.pieces[i]);
  }
  return head;
}

// The first piece of the page's text after the table's head, which becomes
// furniture where it is printed again; nullptr where there is none.
PdfPiece* FirstAfterHead(const PieceRun& head, PdfPageLayout* page) {
  std::size_t of_head = 0;
  for (PdfPiece& piece : page->pieces) {
    const bool again = of_head < head.size() && piece.is_row() &&
                       SameColumns(piece, head[of_head]) &&
                       SameWords(piece, head[of_head]);
    if (again) {
      piece.role = PdfRole::kFurniture;
      ++of_head;
    }
    if (piece.role == PdfRole::kBody) return &piece;
  }
  return nullptr;
}

// --- The row that was cut ---------------------------------------------------

bool EndsStatement(std::string_view text) {
  const char last = LastMark(text);
  return last == '.' || last == '!' || last == '?';
}

// Two closed boxes of one row.
bool GoesOnInWords(const PdfPiece& above, const PdfPiece& below) {
  std::size_t longest = 0;
  bool any_empty = false;
  for (std::size_t i = 0; i < below.cells.size(); ++i) {
    const std::string& cell = below.cells[i];
    if (above.cells[i].empty() && !cell.empty()) return false;
    any_empty = any_empty || (cell.empty() && !above.cells[i].empty());
    if (cell.size() > below.cells[longest].size()) longest = i;
  }
  return any_empty && StartsLower(below.cells[longest]) &&
         !EndsStatement(above.cells[longest]);
}

// Under names: what stands beside an empty first cell, or one cell alone, goes
// on with cells that have not ended.
bool GoesOnAlone(const PdfPiece& above, const PdfPiece& below) {
  if (below.gutters.empty() || below.line.bold) return false;
  std::size_t filled = 0;
  for (std::size_t i = 0; i < below.cells.size(); ++i) {
    if (below.cells[i].empty()) continue;
    ++filled;
    if (above.cells[i].empty() || EndsStatement(above.cells[i])) return false;
  }
  return filled == 1 || below.cells.front().empty();
}

bool IsOneRow(const PdfPiece& above, const PdfPiece& below) {
  if (!SameColumns(above, below)) return false;
  return above.open_bottom || below.open_top || GoesOnInWords(above, below) ||
         GoesOnAlone(above, below);
}

void Append(const PdfPiece& below, PdfPiece* above) {
  for (std::size_t i = 0; i < above->cells.size(); ++i) {
    if (below.cells[i].empty()) continue;
    AppendLine(below.cells[i], HyphenHabit::kKeep, &above->cells[i]);
  }
  above->open_bottom = below.open_bottom;
}

// --- Page after page --------------------------------------------------------

// What may go on on the next page.
struct Open {
  PdfPiece* row = nullptr;  // the last row of the text so far
  PieceRun head;            // of its table
};

// Whether the page's text is rows of the table of `last` and nothing else.
bool IsAllOneTable(const PdfPageLayout& page, const PdfPiece& last) {
  return std::all_of(
      page.pieces.begin(), page.pieces.end(), [&](const PdfPiece& piece) {
        return piece.role != PdfRole::kBody || SameColumns(piece, last);
      });
}

Open EndOf(PdfPageLayout* page, Open before) {
  PdfPiece* last = LastOfText(page);
  if (last == nullptr) return before;  // the middle of a row, or an empty page
  if (!last->bordered && last->gutters.empty()) return {};
  const bool goes_on = before.row != nullptr &&
                       SameColumns(*before.row, *last) &&
                       IsAllOneTable(*page, *last);
  return {last, goes_on ? std::move(before.head) : HeadOf(*page, *last)};
}

}  // namespace

bool SameColumns(const PdfPiece& a, const PdfPiece& b) {
  if (!a.bordered || !b.bordered) return SameGutters(a, b);
  return a.cells.size() == b.cells.size() &&
         std::abs(a.line.left - b.line.left) <= kSameBorder &&
         std::abs(a.line.right - b.line.right) <= kSameBorder;
}

bool IsOneTable(const PdfPiece& above, const PdfPiece& below) {
  return SameColumns(above, below) &&
         std::abs(below.line.top - above.line.bottom) <= kSameBorder;
}

void JoinTables(std::vector<PdfPageLayout>* pages) {
  Open open;
  for (PdfPageLayout& page : *pages) {
    if (open.row != nullptr) {
      PdfPiece* first = FirstAfterHead(open.head, &page);
      if (first != nullptr && IsOneRow(*open.row, *first)) {
        Append(*first, open.row);
        const auto at = first - page.pieces.data();
        page.pieces.erase(page.pieces.begin() + at);
      }
    }
    open = EndOf(&page, std::move(open));
  }
}

}  // namespace concord::document
