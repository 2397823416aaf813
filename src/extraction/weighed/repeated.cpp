#include "extraction/weighed/repeated.h"

#include <set>
#include <string>

#include "concord/base/unicode.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

// The first words of an item, or the last ones; "" where it has no more.
std::string SomeWords(std::string_view text, bool last) {
  constexpr std::size_t kSome = 5;
  const std::string folded = FoldWords(text);
  const std::vector<TextSpan> words = Words(folded, WholeOf(folded));
  if (words.size() < kSome) return "";
  return std::string(
      last
          ? Slice(folded, {words[words.size() - kSome].begin, words.back().end})
          : Slice(folded, {words.front().begin, words[kSome - 1].end}));
}

// The block of the row that an item stands in, or -1.
std::int32_t RowOf(const document::Document& document,
                   const Recommendation& item) {
  const std::int32_t at = document::BlockAt(document, item.span.begin);
  if (at < 0) return -1;
  const document::Block& block = document.blocks[static_cast<std::size_t>(at)];
  return block.kind == document::BlockKind::kTableCell ? block.parent : -1;
}

}  // namespace

void DropRepeated(const document::Document& document,
                  const std::vector<Recommendation>& taken,
                  std::vector<Recommendation>* items) {
  std::set<std::int32_t> rows;
  std::set<std::string> first;
  std::set<std::string> last;
  for (const Recommendation& item : taken) {
    if (item.kind != RecommendationKind::kCommitment) {
      first.insert(SomeWords(item.text, false));
    }
    last.insert(SomeWords(item.text, true));
    rows.insert(RowOf(document, item));
  }
  rows.erase(-1);
  first.erase("");
  last.erase("");
  std::erase_if(*items, [&](const Recommendation& item) {
    return first.contains(SomeWords(item.text, false)) ||
           last.contains(SomeWords(item.text, true)) ||
           rows.contains(RowOf(document, item));
  });
}

}  // namespace concord::extraction
