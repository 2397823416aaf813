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
  const char first = next.text.front();
  return first >= 'a' && first <= 'z' && !EndsInPunctuation(line.text) &&
         CodePointCount(line.text) >= kRunsOn;
}

}  // namespace

std::vector<Draft> SettleLines(std::vector<Draft> lines, bool heading) {
  const bool wrapped = IsWrapped(lines);
  std::vector<bool> joins(lines.size(), false);  // to the line before
  for (std::size_t i = 1; i < lines.size(); ++i) {
    joins[i] = heading || JoinsNext(lines[i - 1], lines[i], wrapped);
  }
  std::vector<Draft> settled;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // An empty line's addresses go with the line before.
    if (!settled.empty() && (joins[i] || lines[i].text.empty())) {
      Join(lines[i], &settled.back());
    } else if (!lines[i].text.empty() || i + 1 == lines.size()) {
      settled.push_back(std::move(lines[i]));
    } else {
      Join(lines[i + 1], &lines[i]);
      std::swap(lines[i], lines[i + 1]);
    }
  }
  return settled;
}

}  // namespace concord::document
