#include "web/words.h"

#include <algorithm>

namespace concord::web {
namespace {

using Kind = Decoration::Kind;

// Offsets at which something begins or ends, ascending, without repeats.
std::vector<std::uint32_t> Cuts(TextSpan within,
                                const std::vector<Decoration>& decorations) {
  std::vector<std::uint32_t> cuts{within.begin, within.end};
  for (const Decoration& one : decorations) {
    cuts.push_back(std::clamp(one.span.begin, within.begin, within.end));
    cuts.push_back(std::clamp(one.span.end, within.begin, within.end));
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

}  // namespace

data WordsOf(std::string_view text, TextSpan within,
             const std::vector<Decoration>& decorations) {
  within.end = std::min<std::uint32_t>(within.end,
                                       static_cast<std::uint32_t>(text.size()));
  data list = NewList();
  if (Empty(within)) return list;
  const std::vector<std::uint32_t> cuts = Cuts(within, decorations);
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const TextSpan piece{cuts[i], cuts[i + 1]};
    bool mark = false;
    bool at = false;
    bool own = false;
    std::string href;
    std::string date;
    for (const Decoration& one : decorations) {
      if (!Contains(one.span, piece)) continue;
      mark = mark || one.kind == Kind::kMark;
      at = at || one.kind == Kind::kAt;
      own = own || one.kind == Kind::kOwn;
      if (one.kind == Kind::kLink && href.empty()) href = one.value;
      if (one.kind == Kind::kDate && date.empty()) date = one.value;
    }
    data words = NewView();
    Set(&words, "text", std::string(Slice(text, piece)));
    SetFlag(&words, "mark", mark);
    SetFlag(&words, "at", at && !mark);
    SetFlag(&words, "own", own);
    Set(&words, "href", href);
    SetFlag(&words, "out", !href.empty() && !href.starts_with('/'));
    Set(&words, "date", date);
    list.push_back(words);
  }
  return list;
}

}  // namespace concord::web
