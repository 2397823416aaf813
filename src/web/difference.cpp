#include "web/difference.h"

#include <string>

#include "concord/base/unicode.h"

namespace concord::web {
namespace {

constexpr std::size_t kMostCells = 1'000'000;

struct WordRow {
  std::vector<TextSpan> spans;
  std::vector<std::string> folded;
};

WordRow WordsIn(std::string_view text) {
  WordRow row;
  row.spans = Words(text, {0, static_cast<std::uint32_t>(text.size())});
  row.folded.reserve(row.spans.size());
  for (const TextSpan span : row.spans) {
    row.folded.push_back(FoldWords(Slice(text, span)));
  }
  return row;
}

// Words side by side that are not common, as one stretch each.
std::vector<TextSpan> Own(const WordRow& row, const std::vector<bool>& common) {
  std::vector<TextSpan> own;
  for (std::size_t i = 0; i < row.spans.size(); ++i) {
    if (common[i]) continue;
    if (i > 0 && !common[i - 1]) {
      own.back().end = row.spans[i].end;
    } else {
      own.push_back(row.spans[i]);
    }
  }
  return own;
}

}  // namespace

Difference Compare(std::string_view a, std::string_view b) {
  const WordRow first = WordsIn(a);
  const WordRow second = WordsIn(b);
  const std::size_t rows = first.spans.size();
  const std::size_t columns = second.spans.size();
  if (rows * columns > kMostCells) return {};
  // length[i][j]: of the longest common run of first[i..] and second[j..].
  const std::size_t width = columns + 1;
  std::vector<std::uint32_t> length((rows + 1) * width, 0);
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      length[i * width + j] = first.folded[i] == second.folded[j]
                                  ? length[(i + 1) * width + j + 1] + 1
                                  : std::max(length[(i + 1) * width + j],
                                             length[i * width + j + 1]);
    }
  }
  std::vector<bool> common_a(rows, false);
  std::vector<bool> common_b(columns, false);
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (first.folded[i] == second.folded[j]) {
      common_a[i++] = common_b[j++] = true;
    } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return {Own(first, common_a), Own(second, common_b)};
}

}  // namespace concord::web
