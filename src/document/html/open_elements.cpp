#include "document/html/open_elements.h"

#include <algorithm>
#include <array>

namespace concord::document {
namespace {

using Names = std::array<std::string_view, 6>;  // unused places are empty

bool IsIn(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsInline(std::string_view name) {
  return name == "a" || name == "b" || name == "i" || name == "u" ||
         name == "sup";
}

// Elements whose end tag may be missing: opening one closes another of `closes`
// up to an element of `within`.
struct Implied {
  Names opening;
  Names closes;
  Names within;
};

constexpr std::array<Implied, 7> kImplied = {{
    {{"li"}, {"li"}, {"ul", "ol", "menu", "td", "th"}},
    {{"dt", "dd"}, {"dt", "dd"}, {"dl", "td", "th"}},
    {{"td", "th"}, {"td", "th"}, {"tr", "table"}},
    {{"tr"}, {"tr"}, {"table"}},
    {{"thead", "tbody", "tfoot"}, {"thead", "tbody", "tfoot"}, {"table"}},
    {{"option"}, {"option"}, {"select"}},
    {{"h1", "h2", "h3", "h4", "h5", "h6"},
     {"h1", "h2", "h3", "h4", "h5", "h6"},
     {"div", "td", "th", "li", "blockquote", "table"}},
}};

// An end tag inside a cell does not close what stands around the table.
bool IsWall(std::string_view open, std::string_view closing) {
  static constexpr std::array<std::string_view, 8> kTableParts = {
      "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"};
  const bool table_part = std::find(kTableParts.begin(), kTableParts.end(),
                                    closing) != kTableParts.end();
  if (table_part) return open == "table";
  return open == "td" || open == "th" || open == "caption" || open == "table";
}

}  // namespace

bool OpenElements::Open(const std::string& name) {
  if (!IsInline(name)) CloseImplied(name);
  if (open_.size() >= max_nesting_) {
    ++refused_[name];
    return false;
  }
  open_.push_back(name);
  return true;
}

void OpenElements::CloseImplied(std::string_view name) {
  // A block closes an open <p>, through the inline elements inside it.
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i] == "p") open_.resize(i);
    if (i >= open_.size() || !IsInline(open_[i])) break;
  }
  for (const Implied& implied : kImplied) {
    if (!IsIn(name, implied.opening)) continue;
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (IsIn(open_[i], implied.closes)) {
        open_.resize(i);
        return;
      }
      if (IsIn(open_[i], implied.within)) return;
    }
  }
}

// An inline element that closes around open blocks leaves them open.
CloseTag OpenElements::CloseInline(std::size_t at, std::string_view name) {
  const auto above = open_.begin() + static_cast<std::ptrdiff_t>(at) + 1;
  const bool around_block = std::any_of(
      above, open_.end(),
      [](const std::string& element) { return !IsInline(element); });
  if (around_block && name == "sup") return CloseTag::kDrop;
  if (around_block) {
    open_.erase(above - 1);
  } else {
    open_.resize(at);
  }
  return CloseTag::kWrite;
}

CloseTag OpenElements::Close(const std::string& name) {
  if (const auto found = refused_.find(name);
      found != refused_.end() && found->second > 0) {
    --found->second;
    return CloseTag::kFlatten;
  }
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i] == name) {
      if (IsInline(name)) return CloseInline(i, name);
      open_.resize(i);
      return CloseTag::kWrite;
    }
    if (IsWall(open_[i], name)) break;
  }
  return CloseTag::kDrop;
}

}  // namespace concord::document
