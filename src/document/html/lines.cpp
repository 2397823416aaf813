#include "document/html/lines.h"

#include <algorithm>

#include "concord/base/unicode.h"
#include "document/structure/labels.h"
#include "document/structure/steps.h"

namespace concord::document {
namespace {

constexpr std::size_t kRunsOn = 50;  // code points; shorter lines are meant

std::size_t FirstWordWidth(const Draft& line) {
  return CodePointCount(line.text.substr(0, line.text.find(' ')));
}

// All lines but the last about as wide as a page, and broken to fit it: none
// had room for the first word of the next.
bool IsWrapped(const std::vector<Draft>& lines) {
  constexpr std::size_t kNarrowest = 45;
  constexpr std::size_t kWidest = 110;
  constexpr std::size_t kRagged = 6;
  if (lines.size() < 3) return false;
  std::size_t page = 0;
  for (const Draft& line : lines) {
    page = std::max(page, CodePointCount(line.text));
  }
  if (page > kWidest) return false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::size_t width = CodePointCount(lines[i].text);
    const std::size_t next = FirstWordWidth(lines[i + 1]);
    if (width < kNarrowest || width + 1 + next + kRagged < page) return false;
  }
  return true;
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
