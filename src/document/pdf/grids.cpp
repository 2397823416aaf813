#include "document/pdf/grids.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace concord::document {
namespace {

constexpr double kNear = 3.0;  // points between lines that are one, or touch
constexpr double kOpen = 8.0;  // points of a row that the page's end cut
constexpr double kHead = 0.3;  // of the page's height: where such a row begins
constexpr double kFoot = 0.7;  // and ends
constexpr std::size_t kMostColumns = 64;
constexpr std::size_t kMostRows = 500;
constexpr std::size_t kMostLines = 1500;  // a drawing, beyond that

// A line along one axis: at `at`, from `begin` to `end`.
struct Line {
  double at = 0;
  double begin = 0;
  double end = 0;
};

std::vector<Line> Collinear(std::vector<Line> lines) {
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
    return a.at != b.at ? a.at < b.at : a.begin < b.begin;
  });
  std::vector<Line> merged;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i + 1;
    while (end < lines.size() && lines[end].at - lines[i].at <= kNear / 2) {
      ++end;
    }
    std::sort(lines.begin() + static_cast<std::ptrdiff_t>(i),
              lines.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Line& a, const Line& b) { return a.begin < b.begin; });
    for (; i < end; ++i) {
      const bool goes_on = !merged.empty() &&
                           std::abs(merged.back().at - lines[i].at) <= kNear &&
                           lines[i].begin <= merged.back().end + kNear + 1;
      if (goes_on) {
        merged.back().end = std::max(merged.back().end, lines[i].end);
      } else {
        merged.push_back(lines[i]);
      }
    }
  }
  return merged;
}

// Sets of numbers that belong together.
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t Find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  // The lower number stands for both.
  void Join(std::size_t a, std::size_t b) {
    a = Find(a);
    b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

struct Lines {
  std::vector<Line> across;  // at a y, from x to x
  std::vector<Line> down;    // at an x, from y to y
};

bool Touch(const Line& across, const Line& down) {
  return down.at >= across.begin - kNear && down.at <= across.end + kNear &&
         across.at >= down.begin - kNear && across.at <= down.end + kNear;
}

// Where most lines across reach beyond the outermost border between columns,
// as far as one another, and no side is drawn there: the side.
void AddOpenSides(Lines* grid) {
  constexpr double kNarrowest = 20.0;  // points of a column
  constexpr std::size_t kFewest = 3;   // lines across
  if (grid->across.size() < kFewest || grid->down.empty()) return;
  const auto at = [](const Line& a, const Line& b) { return a.at < b.at; };
  const auto [first, last] =
      std::minmax_element(grid->down.begin(), grid->down.end(), at);
  const auto [top, bottom] =
      std::minmax_element(grid->across.begin(), grid->across.end(), at);
  double left = first->at;
  double right = last->at;
  for (const Line& line : grid->across) {
    left = std::min(left, line.begin);
    right = std::max(right, line.end);
  }
  const auto most_reach = [&](double side, double Line::*end) {
    const auto count = std::count_if(
        grid->across.begin(), grid->across.end(),
        [&](const Line& line) { return std::abs(line.*end - side) <= kNear; });
    return static_cast<std::size_t>(count) * 3 >= grid->across.size() * 2;
  };
  const bool open_left =
      first->at - left > kNarrowest && most_reach(left, &Line::begin);
  const bool open_right =
      right - last->at > kNarrowest && most_reach(right, &Line::end);
  const double from = top->at;
  const double to = bottom->at;
  if (open_left) grid->down.push_back({left, from, to});
  if (open_right) grid->down.push_back({right, from, to});
}

std::vector<Lines> Connected(const Lines& all) {
  const std::size_t n = all.across.size();
  Sets sets(n + all.down.size());
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < all.down.size(); ++k) {
      if (Touch(all.across[i], all.down[k])) sets.Join(i, n + k);
    }
  }
  std::vector<Lines> grids(n + all.down.size());
  for (std::size_t i = 0; i < n; ++i) {
    grids[sets.Find(i)].across.push_back(all.across[i]);
  }
  for (std::size_t k = 0; k < all.down.size(); ++k) {
    grids[sets.Find(n + k)].down.push_back(all.down[k]);
  }
  for (Lines& grid : grids) AddOpenSides(&grid);
  std::erase_if(grids, [](const Lines& grid) {
    return grid.across.empty() || grid.down.size() < 2;
  });
  return grids;
}

// Borders from the head of the page to its foot and nothing across: a row that
// is longer than the page.
std::optional<Lines> RowWithoutEnds(const Lines& all, double height) {
  constexpr std::size_t kFewest = 3;
  Lines row;
  for (const Line& down : all.down) {
    if (down.begin > kHead * height || down.end < kFoot * height) continue;
    const bool crossed =
        std::any_of(all.across.begin(), all.across.end(),
                    [&](const Line& across) { return Touch(across, down); });
    if (crossed) return std::nullopt;
    row.down.push_back(down);
  }
  if (row.down.size() < kFewest) return std::nullopt;
  return row;
}

std::vector<double> Places(const std::vector<Line>& lines) {
  std::vector<double> places;
  places.reserve(lines.size());
  for (const Line& line : lines) places.push_back(line.at);
  std::sort(places.begin(), places.end());
  std::vector<double> apart;
  for (const double place : places) {
    if (apart.empty() || place - apart.back() > kNear) apart.push_back(place);
  }
  return apart;
}

// --- One grid ---------------------------------------------------------------

class Grid {
 public:
  Grid(const Lines& lines, double page_height)
      : xs_(Places(lines.down)), ys_(Places(lines.across)), sets_(0) {
    AddOpenRows(lines, page_height);
    sets_ = Sets(xs_.size() * ys_.size());
    if (!sound()) return;
    for (std::size_t r = 0; r < rows(); ++r) {
      for (std::size_t c = 0; c < columns(); ++c) JoinOpen(lines, r, c);
    }
  }

  bool sound() const {
    return xs_.size() >= 2 && ys_.size() >= 2 && xs_.size() <= kMostColumns &&
           ys_.size() <= kMostRows;
  }
  std::size_t rows() const { return ys_.size() - 1; }
  std::size_t columns() const { return xs_.size() - 1; }
  double area() const {
    return (xs_.back() - xs_.front()) * (ys_.back() - ys_.front());
  }
  double left() const { return xs_.front(); }
  double right() const { return xs_.back(); }
  double top(std::size_t row) const { return ys_[row]; }
  bool open_top() const { return open_top_; }
  bool open_bottom() const { return open_bottom_; }

  // The cell a word stands in, as its first row and column.
  std::optional<std::size_t> CellAt(const PdfWord& word) {
    const auto column = Index(xs_, (word.left + word.right) / 2);
    const auto row = Index(ys_, (word.top + word.bottom) / 2);
    if (!column || !row) return std::nullopt;
    return Cell(*row, *column);
  }
  std::size_t Cell(std::size_t row, std::size_t column) {
    return sets_.Find(row * columns() + column);
  }

 private:
  // Where all the borders between columns run on beyond the last line across,
  // as far as one another, the page's end cut a row.
  void AddOpenRows(const Lines& lines, double page_height) {
    constexpr std::size_t kFewest = 3;
    if (xs_.size() < kFewest) return;
    double top = page_height;
    double bottom = 0;
    for (const Line& down : lines.down) {
      top = std::min(top, down.begin);
      bottom = std::max(bottom, down.end);
    }
    const auto all_reach = [&](double y) {
      return std::all_of(xs_.begin(), xs_.end(),
                         [&](double x) { return Covered(lines.down, x, y); });
    };
    open_top_ = top < kHead * page_height && all_reach(top + kNear) &&
                (ys_.empty() || ys_.front() - top > kOpen);
    open_bottom_ = bottom > kFoot * page_height && all_reach(bottom - kNear) &&
                   (ys_.empty() || bottom - ys_.back() > kOpen);
    if (open_top_) ys_.insert(ys_.begin(), top);
    if (open_bottom_) ys_.push_back(bottom);
  }

  static std::optional<std::size_t> Index(const std::vector<double>& places,
                                          double at) {
    if (at < places.front() || at >= places.back()) return std::nullopt;
    const auto after = std::upper_bound(places.begin(), places.end(), at);
    return static_cast<std::size_t>(after - places.begin()) - 1;
  }

  static bool Covered(const std::vector<Line>& lines, double at, double by) {
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
      return std::abs(line.at - at) <= kNear && line.begin <= by &&
             line.end >= by;
    });
  }

  void JoinOpen(const Lines& lines, std::size_t r, std::size_t c) {
    const double x = (xs_[c] + xs_[c + 1]) / 2;
    const double y = (ys_[r] + ys_[r + 1]) / 2;
    const std::size_t cell = r * columns() + c;
    if (c + 1 < columns() && !Covered(lines.down, xs_[c + 1], y)) {
      sets_.Join(cell, cell + 1);
    }
    if (r + 1 < rows() && !Covered(lines.across, ys_[r + 1], x)) {
      sets_.Join(cell, cell + columns());
    }
  }

  std::vector<double> xs_;
  std::vector<double> ys_;
  bool open_top_ = false;
  bool open_bottom_ = false;
  Sets sets_;
};

// The cells of one row: a cell that began above is an empty one here.
std::vector<std::optional<std::size_t>> CellsOfRow(Grid* grid,
                                                   std::size_t row) {
  std::vector<std::optional<std::size_t>> cells;
  std::optional<std::size_t> before;
  for (std::size_t c = 0; c < grid->columns(); ++c) {
    const std::size_t cell = grid->Cell(row, c);
    if (before == cell) continue;
    before = cell;
    const bool begins_here = cell / grid->columns() == row;
    cells.push_back(begins_here ? std::optional(cell) : std::nullopt);
  }
  return cells;
}

// Fewer than two columns hold words: a box around text. What a page's end cut
// off a row may stand in one column alone.
bool IsBox(const std::vector<std::vector<PdfWord>>& held, Grid* grid) {
  if (grid->open_top() || grid->open_bottom()) return false;
  std::vector<bool> column(grid->columns(), false);
  for (std::size_t r = 0; r < grid->rows(); ++r) {
    const auto cells = CellsOfRow(grid, r);
    if (cells.size() < 2) continue;
    for (const auto& cell : cells) {
      if (cell && !held[*cell].empty()) column[*cell % grid->columns()] = true;
    }
  }
  return std::count(column.begin(), column.end(), true) < 2;
}

void TakeRows(Grid* grid, PdfPage* page, std::vector<PdfGridRow>* rows) {
  std::vector<std::vector<PdfWord>> held(grid->rows() * grid->columns());
  std::vector<PdfWord> free;
  for (PdfWord& word : page->words) {
    const auto cell = grid->CellAt(word);
    (cell ? held[*cell] : free).push_back(std::move(word));
  }
  const bool box = IsBox(held, grid);
  for (std::size_t r = 0; r < grid->rows(); ++r) {
    const auto cells = CellsOfRow(grid, r);
    PdfGridRow row{
        grid->left(), grid->right(), grid->top(r), grid->top(r + 1), {}};
    row.open_top = r == 0 && grid->open_top();
    row.open_bottom = r + 1 == grid->rows() && grid->open_bottom();
    bool any = false;
    for (const auto& cell : cells) {
      std::vector<PdfWord> words =
          cell ? std::move(held[*cell]) : std::vector<PdfWord>();
      any = any || !words.empty();
      if (box || cells.size() < 2) {
        free.insert(free.end(), words.begin(), words.end());
      } else {
        row.cells.push_back(std::move(words));
      }
    }
    if (any && !row.cells.empty()) rows->push_back(std::move(row));
  }
  page->words = std::move(free);
}

}  // namespace

std::vector<PdfGridRow> TakeGrids(bool goes_on, PdfPage* page) {
  Lines all;
  for (const PdfRule& rule : page->rules) {
    if (rule.horizontal()) {
      all.across.push_back(
          {(rule.top + rule.bottom) / 2, rule.left, rule.right});
    } else {
      all.down.push_back({(rule.left + rule.right) / 2, rule.top, rule.bottom});
    }
  }
  all.across = Collinear(std::move(all.across));
  all.down = Collinear(std::move(all.down));
  std::vector<PdfGridRow> rows;
  if (all.across.size() > kMostLines || all.down.size() > kMostLines) {
    return rows;
  }
  std::vector<Grid> grids;
  std::vector<Lines> drawn = Connected(all);
  if (auto row = goes_on ? RowWithoutEnds(all, page->height) : std::nullopt) {
    drawn.push_back(std::move(*row));
  }
  for (const Lines& lines : drawn) {
    Grid grid(lines, page->height);
    if (grid.sound()) grids.push_back(std::move(grid));
  }
  // The inner one first: a frame around the page holds everything.
  std::stable_sort(
      grids.begin(), grids.end(),
      [](const Grid& a, const Grid& b) { return a.area() < b.area(); });
  for (Grid& grid : grids) TakeRows(&grid, page, &rows);
  std::stable_sort(
      rows.begin(), rows.end(),
      [](const PdfGridRow& a, const PdfGridRow& b) { return a.top < b.top; });
  return rows;
}

}  // namespace concord::document
