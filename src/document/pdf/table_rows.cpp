#include "document/pdf/table_rows.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "document/structure/labels.h"

namespace concord::document {
namespace {

constexpr double kMoreSpace = 0.22;  // of the size: between rows, not lines
constexpr double kFewStrays = 0.34;  // rows a marked one may seem to hold

// --- What a column has ------------------------------------------------------

// "4", "R12", "2.1", "(a)"
bool IsNumber(std::string_view text) {
  constexpr std::size_t kLongest = 6;
  if (text.empty() || text.size() > kLongest) return false;
  const bool digit = std::any_of(text.begin(), text.end(),
                                 [](char c) { return c >= '0' && c <= '9'; });
  const Label label = ReadLabel(text);
  return (digit && text.find(' ') == std::string_view::npos) ||
         (label.alone && label.marked);
}

// "1,204.5", "-3", "12%": whole in one line.
bool IsFigure(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789.,-%()") == std::string_view::npos;
}

bool FirstIsNumbers(const std::vector<CellBand>& bands) {
  std::size_t filled = 0;
  std::size_t numbers = 0;
  for (const CellBand& band : bands) {
    filled += band.has(0);
    numbers += IsNumber(band.cells[0].text);
  }
  return numbers >= 2 && numbers * 10 >= filled * 9;
}

// How wide the lines of each column may be: as far as the next column, but
// lines of prose show it themselves.
std::vector<double> Widths(const std::vector<CellBand>& bands) {
  constexpr double kNone = std::numeric_limits<double>::max();
  const std::size_t columns = bands.front().cells.size();
  std::vector<double> left(columns, kNone);
  std::vector<double> longest(columns, 0);
  for (const CellBand& band : bands) {
    for (std::size_t c = 0; c < columns; ++c) {
      if (!band.has(c) || band.span) continue;
      const CellLine& cell = band.cells[c];
      left[c] = std::min(left[c], cell.left);
      longest[c] = std::max(longest[c], cell.right - cell.left);
    }
  }
  const double gap = 0.8 * bands.front().size;
  const double prose = 12 * bands.front().size;
  for (std::size_t c = 0; c + 1 < columns; ++c) {
    if (left[c] == kNone || left[c + 1] == kNone) continue;
    if (longest[c] > prose) continue;
    longest[c] = std::max(longest[c], left[c + 1] - left[c] - gap);
  }
  return longest;
}

// The least between two lines of one column. Cells that are set in the middle
// of their row stand between the lines of others, so bands may overlap.
double LeastSpace(const std::vector<CellBand>& bands) {
  double least = std::numeric_limits<double>::max();
  for (std::size_t c = 0; c < bands.front().cells.size(); ++c) {
    const CellBand* above = nullptr;
    for (const CellBand& band : bands) {
      if (!band.has(c)) continue;
      if (above != nullptr) least = std::min(least, band.top - above->bottom);
      above = &band;
    }
  }
  return least;
}

// --- Rows without a mark ----------------------------------------------------

// A bold line in the first column alone.
bool IsHeading(const CellBand& band) {
  return band.has(0) && band.cells[0].bold && band.filled() == 1;
}

// What no row has within: a heading, with space above it or over plain words,
// and a line of several columns in another weight ("Total").
bool IsSure(const std::vector<CellBand>& bands, std::size_t at, double least) {
  const CellBand& above = bands[at - 1];
  const CellBand& band = bands[at];
  if (band.span || above.span) return true;
  if (!band.has(0)) return false;
  const bool wide = band.top - above.bottom > least + kMoreSpace * band.size;
  if (IsHeading(band) || IsHeading(above)) {
    return wide || (IsHeading(above) && !band.cells[0].bold);
  }
  return above.bold != band.bold && above.filled() > 1 && band.filled() > 1;
}

// Band after band, whether the next one goes on with the row.
class Anchors {
 public:
  explicit Anchors(const std::vector<CellBand>& bands)
      : bands_(bands),
        widths_(Widths(bands)),
        numbered_(FirstIsNumbers(bands)),
        least_(LeastSpace(bands)) {}

  void Begin(std::size_t at) {
    last_.assign(bands_[at].cells.size(), nullptr);
    Note(at);
  }

  // Whether band `at` is a row of its own, as far as its words tell.
  bool Begins(std::size_t at) const {
    const CellBand& band = bands_[at];
    if (numbered_) return band.has(0) && last_[0] != nullptr;
    if (Reopened(band) > (band.has(0) ? 0u : 1u)) return true;
    if (!band.has(0) || last_[0] == nullptr ||
        StartsLower(band.cells[0].text)) {
      return false;
    }
    return HadRoom(band, 0) || AllBegin(band);
  }

  void Note(std::size_t at) {
    for (std::size_t c = 0; c < last_.size(); ++c) {
      if (bands_[at].has(c)) last_[c] = &bands_[at];
    }
  }

 private:
  // Columns that had ended and go on.
  std::size_t Reopened(const CellBand& band) const {
    std::size_t count = 0;
    for (std::size_t c = 0; c < last_.size(); ++c) {
      count += band.has(c) && last_[c] != nullptr &&
               band.top - last_[c]->bottom > least_ + kMoreSpace * band.size;
    }
    return count;
  }

  // The line above had room for the first word of this one.
  bool HadRoom(const CellBand& band, std::size_t column) const {
    if (last_[column] == nullptr || !band.has(column)) return false;
    const CellLine& above = last_[column]->cells[column];
    const double needed = above.right - above.left +
                          band.cells[column].first_width + 0.6 * band.size;
    return needed < widths_[column];
  }

  // No column goes on in mid-sentence, and all have words, or a figure stands
  // under another.
  bool AllBegin(const CellBand& band) const {
    bool figures = false;
    for (std::size_t c = 0; c < last_.size(); ++c) {
      if (!band.has(c)) continue;
      if (StartsLower(band.cells[c].text)) return false;
      figures = figures || (last_[c] != nullptr && c > 0 &&
                            IsFigure(last_[c]->cells[c].text) &&
                            IsFigure(band.cells[c].text));
    }
    return figures || (band.filled() == last_.size() && last_.size() > 2);
  }

  const std::vector<CellBand>& bands_;
  std::vector<double> widths_;
  bool numbered_;
  double least_;
  std::vector<const CellBand*> last_;  // of the row, by columns
};

// The rows where `marked` begins them, and where words do within those.
struct Split {
  std::vector<bool> starts;
  std::size_t marked = 0;
  std::size_t strays = 0;  // rows that only the words tell
};

Split SplitAt(const std::vector<CellBand>& bands,
              const std::function<bool(std::size_t)>& marked) {
  Split split;
  split.starts.assign(bands.size(), false);
  split.starts[0] = true;
  Anchors anchors(bands);
  anchors.Begin(0);
  for (std::size_t i = 1; i < bands.size(); ++i) {
    const bool mark = marked(i);
    const bool begins = mark || anchors.Begins(i);
    split.marked += mark;
    split.strays += begins && !mark;
    split.starts[i] = begins;
    if (begins) {
      anchors.Begin(i);
    } else {
      anchors.Note(i);
    }
  }
  return split;
}

// --- Rows with space between them -------------------------------------------

// Of each band, what is empty above it.
std::vector<double> Spaces(const std::vector<CellBand>& bands) {
  std::vector<double> spaces(bands.size(), 0);
  double bottom = bands.front().bottom;
  for (std::size_t i = 1; i < bands.size(); ++i) {
    spaces[i] = bands[i].top - bottom;
    bottom = std::max(bottom, bands[i].bottom);
  }
  return spaces;
}

// Bands after more space than there is between lines. What follows in a few
// columns alone is another paragraph of a cell.
std::vector<bool> Spaced(const std::vector<CellBand>& bands) {
  const std::vector<double> spaces = Spaces(bands);
  std::vector<bool> spaced(bands.size(), false);
  const double least = LeastSpace(bands);
  const auto is_wide = [&](std::size_t i) {
    return spaces[i] > least + kMoreSpace * bands[i].size;
  };
  for (std::size_t i = 1; i < bands.size(); ++i) {
    if (!is_wide(i)) continue;
    std::vector<bool> filled(bands[i].cells.size(), false);
    for (std::size_t k = i; k < bands.size() && (k == i || !is_wide(k)); ++k) {
      for (std::size_t c = 0; c < filled.size(); ++c) {
        if (bands[k].has(c)) filled[c] = true;
      }
    }
    const auto count = std::count(filled.begin(), filled.end(), true);
    spaced[i] = filled[0] && (count > 1 || bands[i].bold);
  }
  return spaced;
}

}  // namespace

std::size_t CellBand::filled() const {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(),
                    [](const CellLine& cell) { return !cell.text.empty(); }));
}

CellBand CellsOf(const PdfBand& band, const std::vector<PdfInterval>& gutters) {
  std::vector<PdfSegment> words(gutters.size() + 1);
  CellBand out;
  out.bold = true;
  for (const PdfSegment& segment : band.segments) {
    for (const PdfWord& word : segment) {
      const double middle = (word.left + word.right) / 2;
      std::size_t column = 0;
      while (column < gutters.size() && middle > gutters[column].right) {
        ++column;
      }
      out.bold = out.bold && word.bold;
      words[column].push_back(word);
    }
  }
  for (const PdfSegment& segment : words) {
    CellLine& cell = out.cells.emplace_back();
    if (segment.empty()) continue;
    const PdfLine line = LineOf(segment);
    cell = {line.text, line.left, line.right, line.first_width, line.bold};
  }
  out.top = band.top;
  out.bottom = band.bottom;
  out.base = band.base;
  out.size = band.size;
  return out;
}

CellBand SpanOf(const PdfBand& band, std::size_t columns) {
  CellBand out = CellsOf(band, {});
  out.cells.resize(columns);
  out.span = true;
  return out;
}

std::vector<bool> RowStarts(const std::vector<CellBand>& bands) {
  const auto is_enough = [](const Split& split) {
    return split.marked > 0 &&
           static_cast<double>(split.strays) <=
               kFewStrays * static_cast<double>(split.marked);
  };
  const auto only = [&](const std::function<bool(std::size_t)>& marked) {
    std::vector<bool> starts(bands.size(), false);
    for (std::size_t i = 0; i < bands.size(); ++i) {
      starts[i] = i == 0 || marked(i);
    }
    return starts;
  };
  const double least = LeastSpace(bands);
  const auto edged = [&](std::size_t i) {
    return bands[i].edge || IsSure(bands, i, least);
  };
  if (is_enough(SplitAt(bands, edged))) return only(edged);
  const std::vector<bool> spaces = Spaced(bands);
  const auto spaced = [&](std::size_t i) { return edged(i) || spaces[i]; };
  const Split split = SplitAt(bands, spaced);
  return is_enough(split) ? only(spaced) : split.starts;
}

}  // namespace concord::document
