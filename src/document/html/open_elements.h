#pragma once
// The elements open at a place of a page, about as the parser will see them.
//
// It follows HTML's rules for end tags that are missing or misplaced as far as
// they change the nesting, and refuses what would nest deeper than the limit.
// Guessing too deep flattens text that a browser would not; guessing too
// shallow lets the parser's time grow, so in doubt it counts deeper.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace concord::document {

enum class CloseTag {
  kWrite,    // closes an open element
  kDrop,     // closes nothing
  kFlatten,  // closes one that was refused
};

class OpenElements {
 public:
  explicit OpenElements(std::uint32_t max_nesting)
      : max_nesting_(max_nesting) {}

  // False where the element would nest too deep: its tag must be left out.
  bool Open(const std::string& name);

  CloseTag Close(const std::string& name);

 private:
  void CloseImplied(std::string_view name);
  CloseTag CloseInline(std::size_t at, std::string_view name);

  std::uint32_t max_nesting_;
  std::vector<std::string> open_;
  std::unordered_map<std::string, std::uint32_t> refused_;
};

}  // namespace concord::document
