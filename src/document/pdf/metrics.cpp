#include "document/pdf/metrics.h"

#include <algorithm>
#include <cmath>

#include "document/pdf/furniture.h"

namespace concord::document {
namespace {

double AtShare(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(std::lround(share * last))];
}

double UsualLeading(const std::vector<PdfPageLayout>& pages, double size) {
  std::map<int, std::size_t> counts;  // by quarter points
  for (const PdfPageLayout& page : pages) {
    for (std::size_t i = 1; i < page.pieces.size(); ++i) {
      const PdfPiece& a = page.pieces[i - 1];
      const PdfPiece& b = page.pieces[i];
      if (!IsText(a) || !IsText(b) || b.first) continue;
      if (std::abs(a.line.size - size) > 0.6) continue;
      const double gap = b.line.base - a.line.base;
      if (gap > 0.8 * size && gap < 2.6 * size) {
        ++counts[static_cast<int>(std::lround(gap * 4))];
      }
    }
  }
  const auto most = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 1.2 * size : most->first / 4.0;
}

// Whether most paragraphs carry a number: one without goes on with the one
// before the page break.
bool IsNumbered(const std::vector<PdfPageLayout>& pages, double leading) {
  std::size_t begun = 0;
  std::size_t numbered = 0;
  for (const PdfPageLayout& page : pages) {
    for (std::size_t i = 1; i < page.pieces.size(); ++i) {
      const PdfPiece& a = page.pieces[i - 1];
      const PdfPiece& b = page.pieces[i];
      if (!IsText(a) || !IsText(b) || b.first || b.line.bold) continue;
      if (b.line.base - a.line.base < 1.25 * leading) continue;
      ++begun;
      numbered += b.line.labelled;
    }
  }
  return begun >= 8 && numbered * 10 >= begun * 7;
}

}  // namespace

bool IsText(const PdfPiece& piece) {
  return piece.role == PdfRole::kBody && !piece.is_row();
}

Metrics MetricsOf(const std::vector<PdfPageLayout>& pages) {
  constexpr std::size_t kFew = 8;  // lines that say too little of their column
  Metrics metrics;
  metrics.size = BodySize(pages);
  metrics.leading = UsualLeading(pages, metrics.size);
  metrics.numbered = IsNumbered(pages, metrics.leading);
  std::map<Column, std::pair<std::vector<double>, std::vector<double>>> lines;
  std::vector<double> all_left;
  std::vector<double> all_right;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const PdfPiece& piece : pages[p].pieces) {
      if (!IsText(piece)) continue;
      auto& [left, right] = lines[{p, piece.column}];
      left.push_back(piece.line.left);
      right.push_back(piece.line.right);
      all_left.push_back(piece.line.left);
      all_right.push_back(piece.line.right);
    }
  }
  if (all_left.empty()) return metrics;
  const Edges all{AtShare(all_left, 0.1), AtShare(all_right, 0.92)};
  for (const auto& [column, edges] : lines) {
    Edges found{AtShare(edges.first, 0.1), AtShare(edges.second, 0.92)};
    if (edges.first.size() < kFew && column.second == 0) {
      found = {std::min(found.left, all.left),
               std::max(found.right, all.right)};
    }
    metrics.columns[column] = found;
  }
  return metrics;
}

}  // namespace concord::document
