#pragma once
// Which letters a text must hold for an expression to match in it.

#include <cstdint>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "extraction/grams.h"

namespace concord::extraction {

class NeededLetters {
 public:
  // Nothing is needed: everything may match.
  NeededLetters() = default;

  // Of an expression that compiles. RE2 itself says which strings it needs
  // (FilteredRE2); that takes about as long as to compile it.
  explicit NeededLetters(std::string_view expression);

  // Whether the expression may match in the span of the text of `grams`. False
  // means that it cannot.
  bool MayMatch(const Grams& grams, TextSpan within) const;

  bool nothing() const { return all_.empty() && any_.empty(); }

 private:
  using Keys = std::vector<std::uint16_t>;  // of one string's grams

  std::vector<Keys> all_;  // strings that every match has
  std::vector<Keys> any_;  // of these every match has at least one
};

}  // namespace concord::extraction
