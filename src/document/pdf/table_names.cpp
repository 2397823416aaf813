#include "document/pdf/table_names.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "document/structure/line_joins.h"

namespace concord::document {
namespace {

constexpr double kTight = 0.6;  // of the size: between lines of one name
constexpr std::size_t kMostNames = 20;

using Bands = std::vector<PdfBand>;

// Words of the bands that stand together, from the left.
std::vector<PdfInterval> ChunksOf(const Bands& bands, std::size_t begin,
                                  std::size_t end) {
  std::vector<PdfInterval> words;
  for (std::size_t i = begin; i < end; ++i) {
    ForWords(bands[i], [&](const PdfWord& word) {
      words.push_back({word.left, word.right});
    });
  }
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.left < b.left; });
  std::vector<PdfInterval> chunks;
  for (const PdfInterval& word : words) {
    if (!chunks.empty() &&
        word.left <= chunks.back().right + kApart * bands[begin].size) {
      chunks.back().right = std::max(chunks.back().right, word.right);
    } else {
      chunks.push_back(word);
    }
  }
  return chunks;
}

bool IsUpperOrSign(char c) {
  return (c >= 'A' && c <= 'Z') || c == '#' || c == '%' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// "Target date", "No.", "2024-25"
bool IsName(std::string_view text, bool strong) {
  const std::size_t longest = strong ? 48 : 24;
  if (text.empty() || text.size() > longest) return false;
  const bool digit = text.front() >= '0' && text.front() <= '9';
  if (!IsUpperOrSign(text.front()) && !(strong && digit)) return false;
  if (text == "No." || text == "Ref.") return true;
  return std::string_view(".:;,").find(text.back()) == std::string_view::npos;
}

// A line of its own under names that stand beside one another.
bool IsHeading(const Bands& bands, std::size_t begin, std::size_t at) {
  constexpr double kNear = 3.0;  // points between left edges
  const auto names = ChunksOf(bands, begin, begin + 1);
  const auto chunks = ChunksOf(bands, at, at + 1);
  return names.size() > 2 && chunks.size() == 1 &&
         std::abs(chunks[0].left - names[0].left) < kNear &&
         IsUpperOrSign(bands[at].segments.front().front().text.front());
}

// The bands from `begin` that one row of names may take: all that are bold, or
// all above a line, or one.
std::size_t NamesEnd(const Bands& bands, std::size_t begin,
                     const std::vector<AcrossEdge>& edges, bool* strong) {
  constexpr std::size_t kMost = 4;
  const PdfInterval reach = ReachOf(bands, begin, begin + 1);
  const bool bold = IsBold(bands[begin]);
  std::size_t end = begin + 1;
  std::size_t ruled = 0;
  for (; end < bands.size() && end <= begin + kMost; ++end) {
    const PdfBand& above = bands[end - 1];
    const PdfBand& band = bands[end];
    if (IsEdged(above, band, edges, reach)) {
      ruled = end;
      break;
    }
    const bool same = std::abs(band.size - above.size) < 0.5 &&
                      band.top - above.bottom < kTight * band.size;
    if (!same || (bold && !IsBold(band)) || IsHeading(bands, begin, end)) break;
  }
  *strong = bold || ruled > 0;
  if (ruled > 0) return ruled;
  return bold ? end : begin + 1;
}

}  // namespace

std::optional<TableNames> NamesAt(const std::vector<PdfBand>& bands,
                                  std::size_t begin,
                                  const std::vector<AcrossEdge>& edges) {
  TableNames names;
  const std::size_t end = NamesEnd(bands, begin, edges, &names.strong);
  if (end >= bands.size()) return std::nullopt;
  names.count = end - begin;
  const std::vector<PdfInterval> chunks = ChunksOf(bands, begin, end);
  if (chunks.size() < 2 || chunks.size() > kMostNames) return std::nullopt;
  for (std::size_t i = 0; i + 1 < chunks.size(); ++i) {
    names.gutters.push_back({chunks[i].right, chunks[i + 1].left});
  }
  std::vector<std::string> texts(chunks.size());
  for (std::size_t i = begin; i < end; ++i) {
    if (HasLeader(bands[i])) return std::nullopt;
    const CellBand band = CellsOf(bands[i], names.gutters);
    for (std::size_t c = 0; c < texts.size(); ++c) {
      if (!band.has(c)) continue;
      AppendLine(band.cells[c].text, HyphenHabit::kKeep, &texts[c]);
    }
  }
  const bool all = std::all_of(
      texts.begin(), texts.end(),
      [&](const std::string& text) { return IsName(text, names.strong); });
  if (!all) return std::nullopt;
  return names;
}

}  // namespace concord::document
