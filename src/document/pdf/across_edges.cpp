#include "document/pdf/across_edges.h"

#include <algorithm>

namespace concord::document {
namespace {

bool IsEdgeBetween(const std::vector<AcrossEdge>& edges, double from, double to,
                   const PdfInterval& reach) {
  const double near = 0.1 * reach.width();
  return std::any_of(edges.begin(), edges.end(), [&](const AcrossEdge& edge) {
    return edge.y > from && edge.y < to && edge.left < reach.left + near &&
           edge.right > reach.right - near;
  });
}

// The edge that `piece` is a piece of, or their number; they come from the top
// down.
std::size_t PlaceOf(const AcrossEdge& piece,
                    const std::vector<AcrossEdge>& edges) {
  constexpr double kNear = 1.5;   // points between pieces of one edge
  constexpr double kHole = 12.0;  // points between the cells of a row
  for (std::size_t i = edges.size(); i-- > 0;) {
    if (piece.y - edges[i].y > kNear) break;
    if (piece.left < edges[i].right + kHole &&
        edges[i].left < piece.right + kHole) {
      return i;
    }
  }
  return edges.size();
}

}  // namespace

bool IsEdged(const PdfBand& above, const PdfBand& band,
             const std::vector<AcrossEdge>& edges, const PdfInterval& reach) {
  return IsEdgeBetween(edges, above.base - 0.2 * above.size,
                       band.base - 0.5 * band.size, reach);
}

std::vector<AcrossEdge> EdgesOf(const PdfPage& page) {
  constexpr double kShortest = 60.0;  // points
  std::vector<AcrossEdge> pieces;
  for (const PdfRule& rule : page.rules) {
    if (!rule.horizontal()) continue;
    pieces.push_back({(rule.top + rule.bottom) / 2, rule.left, rule.right});
  }
  for (const PdfRule& shade : page.shades) {
    pieces.push_back({shade.top, shade.left, shade.right});
    pieces.push_back({shade.bottom, shade.left, shade.right});
  }
  std::sort(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) {
    return a.y != b.y ? a.y < b.y : a.left < b.left;
  });
  std::vector<AcrossEdge> edges;
  for (const AcrossEdge& piece : pieces) {
    const std::size_t at = PlaceOf(piece, edges);
    if (at == edges.size()) {
      edges.push_back(piece);
      continue;
    }
    edges[at].left = std::min(edges[at].left, piece.left);
    edges[at].right = std::max(edges[at].right, piece.right);
  }
  std::erase_if(edges, [](const AcrossEdge& edge) {
    return edge.right - edge.left < kShortest;
  });
  return edges;
}

}  // namespace concord::document
