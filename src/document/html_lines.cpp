#include "document/html_lines.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/labels.h"
#include "document/structure_parts.h"

namespace concord::document {
namespace {

constexpr std::size_t kRunsOn = 50;  // code points; shorter lines are meant

// All lines but the last about as wide as a page: broken to fit it.
bool IsWrapped(const std::vector<Draft>& lines) {
  if (lines.size() < 3) return false;
  return std::all_of(lines.begin(), lines.end() - 1, [](const Draft& line) {
    const std::size_t width = CodePointCount(line.text);
    return width >= 45 && width <= 110;
  });
}

bool StartsItem(const Draft& line) {
  const Label label = ReadLabel(line.text);
  return label.style != LabelStyle::kNone && label.marked;
}

bool JoinsNext(const Draft& line, const Draft& next, bool wrapped) {
  if (line.text.empty() || next.text.empty() || StartsItem(next)) return false;
  if (IsHeaderField(line.text) || IsHeaderField(next.text)) return false;
  if (wrapped) return true;
  return CodePointCount(line.text) >= kRunsOn && !EndsInPunctuation(line.text);
}

}  // namespace

std::vector<Draft> SettleLines(std::vector<Draft> lines, bool heading) {
  const bool wrapped = IsWrapped(lines);
  std::vector<Draft> settled;
  bool open = false;  // the last settled piece takes the next line
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool joins =
        i > 0 && !settled.empty() &&
        (heading || (open && JoinsNext(lines[i - 1], lines[i], wrapped)));
    open = !lines[i].text.empty();
    if (joins) {
      Join(lines[i], &settled.back());
    } else if (open) {
      settled.push_back(std::move(lines[i]));
    } else if (!settled.empty()) {
      // Marks without words (an empty line's anchors) go with the line before.
      Join(lines[i], &settled.back());
    }
    if (joins) lines[i].text = settled.back().text;
  }
  return settled;
}

}  // namespace concord::document
