// Tables without borders. Beginning at a band of two or more segments, bands
// are taken while the columns they leave between them stay apart:
//
//   Action            Owner      By when
//   Publish the       Clerk      May 2006
//   protocol
//   Train the panel   Treasurer
//
// A band that has words in the first column begins a row; one that has none
// goes on with the row above. The tables of real papers wrap in any column.

#include "document/pdf/columns.h"

#include <algorithm>
#include <cmath>

#include "document/structure/line_joins.h"

namespace concord::document {
namespace {

constexpr double kReach = 1;  // points, of a segment over a gutter

struct Interval {
  double left = 0;
  double right = 0;
};

double LeftOf(const PdfSegment& segment) { return segment.front().left; }
double RightOf(const PdfSegment& segment) {
  double right = segment.front().right;
  for (const PdfWord& word : segment) right = std::max(right, word.right);
  return right;
}

// Intervals and one more, those that touch made one; `apart` is what has to be
// between two.
std::vector<Interval> With(const std::vector<Interval>& columns, Interval next,
                           double apart) {
  std::vector<Interval> merged;
  for (const Interval& column : columns) {
    const bool touches =
        column.left < next.right + apart && next.left < column.right + apart;
    if (touches) {
      next = {std::min(next.left, column.left),
              std::max(next.right, column.right)};
    } else {
      merged.push_back(column);
    }
  }
  merged.push_back(next);
  std::sort(
      merged.begin(), merged.end(),
      [](const Interval& a, const Interval& b) { return a.left < b.left; });
  return merged;
}

std::vector<Interval> WithBand(std::vector<Interval> columns,
                               const PdfBand& band) {
  for (const PdfSegment& segment : band.segments) {
    columns =
        With(columns, {LeftOf(segment), RightOf(segment)}, 0.5 * band.size);
  }
  return columns;
}

bool IsMany(const PdfBand& band) {
  return band.segments.size() > 1 && !HasLeader(band);
}

struct Run {
  std::size_t count = 0;
  std::size_t many = 0;  // bands of several segments
  std::vector<Interval> columns;
};

// Bands from `begin` that leave at least two columns apart.
Run RunAt(const std::vector<PdfBand>& bands, std::size_t begin) {
  constexpr std::size_t kMostSingle = 8;  // bands of one segment in a row
  Run run;
  run.columns = WithBand({}, bands[begin]);
  run.count = run.many = 1;
  std::size_t single = 0;
  std::size_t last_many = 1;
  for (std::size_t i = begin + 1; i < bands.size(); ++i) {
    const double gap = bands[i].base - bands[i - 1].base;
    if (HasLeader(bands[i]) || gap > 4 * bands[i].size) break;
    std::vector<Interval> columns = WithBand(run.columns, bands[i]);
    if (columns.size() < 2) break;
    const bool fewer = columns.size() < run.columns.size();
    const bool many = IsMany(bands[i]);
    if (fewer && (!many || run.many >= 3)) break;
    single = many ? 0 : single + 1;
    if (single > kMostSingle) break;
    run.columns = std::move(columns);
    ++run.count;
    run.many += many;
    if (many || LeftOf(bands[i].segments.front()) > run.columns.front().right) {
      last_many = run.count;
    }
  }
  run.count = last_many;  // words under the first column alone come after
  return run;
}

std::size_t ColumnOf(const std::vector<Interval>& columns,
                     const PdfSegment& segment) {
  const double middle = (LeftOf(segment) + RightOf(segment)) / 2;
  for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
    if (middle < columns[c + 1].left) return c;
  }
  return columns.size() - 1;
}

// Whether the band goes on with the row above it.
bool GoesOn(const PdfBand& band, const PdfBand& above, const Run& run) {
  const std::size_t first = ColumnOf(run.columns, band.segments.front());
  const bool tight = band.base - above.base < 1.45 * band.size;
  if (first > 0)
    return run.columns.size() == 2 || band.segments.size() == 1 || tight;
  if (band.segments.size() > 1) return false;
  return tight && StartsLower(band.segments.front().front().text);
}

void AddBand(const PdfBand& band, const Run& run, PdfTable::Row* row) {
  for (const PdfSegment& segment : band.segments) {
    const std::size_t column = ColumnOf(run.columns, segment);
    AppendLine(LineOf(segment).text, HyphenHabit::kKeep, &row->cells[column]);
  }
  row->bottom = band.bottom;
}

}  // namespace

PdfTable TableAt(const std::vector<PdfBand>& bands, std::size_t begin) {
  PdfTable table;
  if (!IsMany(bands[begin])) return table;
  const Run run = RunAt(bands, begin);
  if (run.many < 2 || run.columns.size() < 2) return table;
  table.count = run.count;
  for (std::size_t i = 0; i < run.count; ++i) {
    const PdfBand& band = bands[begin + i];
    const bool goes_on = i > 0 && GoesOn(band, bands[begin + i - 1], run);
    if (!goes_on) {
      table.rows.push_back(
          {std::vector<std::string>(run.columns.size()), i, band.bottom});
    }
    AddBand(band, run, &table.rows.back());
  }
  return table;
}

bool IsLeftOf(const PdfSegment& segment, double x) {
  return LeftOf(segment) < x && RightOf(segment) <= x + kReach;
}

bool Crosses(const PdfBand& band, double x) {
  return std::any_of(band.segments.begin(), band.segments.end(),
                     [&](const PdfSegment& segment) {
                       return LeftOf(segment) < x - kReach &&
                              RightOf(segment) > x + kReach;
                     });
}

namespace {

struct Sides {
  std::size_t crossing = 0;
  std::size_t left = 0;
  std::size_t right = 0;
  double left_ink = 0;
  double right_ink = 0;
};

Sides SidesOf(const std::vector<PdfBand>& bands, double x) {
  Sides sides;
  for (const PdfBand& band : bands) {
    if (Crosses(band, x)) {
      ++sides.crossing;
      continue;
    }
    bool left = false;
    bool right = false;
    for (const PdfSegment& segment : band.segments) {
      const double width = RightOf(segment) - LeftOf(segment);
      const bool on_left = IsLeftOf(segment, x);
      (on_left ? left : right) = true;
      (on_left ? sides.left_ink : sides.right_ink) += width;
    }
    sides.left += left;
    sides.right += right;
  }
  return sides;
}

}  // namespace

double GutterOf(const std::vector<PdfBand>& bands) {
  constexpr std::size_t kFewest = 10;  // lines in each column
  if (bands.size() < kFewest) return 0;
  double left = 1e9;
  double right = -1e9;
  for (const PdfBand& band : bands) {
    left = std::min(left, LeftOf(band.segments.front()));
    right = std::max(right, RightOf(band.segments.back()));
  }
  double best = 0;
  double best_score = 0;
  for (double x = left + 0.2 * (right - left); x < right - 0.2 * (right - left);
       x += 3) {
    const Sides sides = SidesOf(bands, x);
    if (sides.left < kFewest || sides.right < kFewest) continue;
    if (sides.crossing * 3 > bands.size()) continue;
    // Running text fills its column, a table's cells do not.
    const double left_fill =
        sides.left_ink / (static_cast<double>(sides.left) * (x - left));
    const double right_fill =
        sides.right_ink / (static_cast<double>(sides.right) * (right - x));
    const double score =
        std::min(left_fill, right_fill) -
        static_cast<double>(sides.crossing) / static_cast<double>(bands.size());
    if (left_fill < 0.72 || right_fill < 0.72 || score <= best_score) continue;
    best = x;
    best_score = score;
  }
  return best;
}

}  // namespace concord::document
