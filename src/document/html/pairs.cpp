#include "document/html/pairs.h"

namespace concord::document {

bool IsBlock(Tag tag) {
  switch (tag) {
    case Tag::kText:
    case Tag::kInline:
    case Tag::kBreak:
    case Tag::kLink:
    case Tag::kSup:
    case Tag::kBold:
    case Tag::kItalic:
    case Tag::kUnderlined:
      return false;
    default:
      return true;
  }
}

// Each term has one description.
bool TermPairs::IsListOfPairs(std::int32_t list) {
  if (list < 0) return false;
  const auto [known, is_new] = lists_.try_emplace(list, true);
  if (!is_new) return known->second;
  const auto at = static_cast<std::uint32_t>(list);
  Tag before = Tag::kDescription;
  for (std::uint32_t i = at + 1; i < NodeAt(at).end; i = NodeAt(i).end) {
    const Tag tag = NodeAt(i).tag;
    if (tag != Tag::kTerm && tag != Tag::kDescription) continue;
    if (tag == before) known->second = false;
    before = tag;
  }
  return known->second;
}

std::uint32_t TermPairs::EndOf(std::uint32_t term) {
  const std::uint32_t words = NodeAt(term).end;
  if (words >= tree_.nodes().size() || NodeAt(words).tag != Tag::kDescription ||
      NodeAt(words).parent != NodeAt(term).parent ||
      !IsListOfPairs(NodeAt(term).parent)) {
    return 0;
  }
  const std::uint32_t end = NodeAt(words).end;
  for (std::uint32_t i = term + 1; i < end; ++i) {
    if (i != words && IsBlock(NodeAt(i).tag)) return 0;
  }
  return end;
}

}  // namespace concord::document
