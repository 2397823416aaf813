#pragma once
// Where an expression may match: where the strings stand that it needs.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "extraction/grams.h"

namespace concord::extraction {

// In one text, the places of what an expression needs.
class NeededPlaces {
 public:
  // False: the expression cannot match in the span.
  bool MayMatch(TextSpan within) const;

  // It cannot match anywhere in the text.
  bool nowhere() const { return nowhere_; }

 private:
  friend class NeededLetters;

  bool nowhere_ = false;
  // Of each set of strings where one of them begins, rising.
  std::vector<std::vector<std::uint32_t>> sets_;
};

class NeededLetters {
 public:
  // Of an expression that compiles.
  explicit NeededLetters(std::string_view expression);

  NeededPlaces In(const Grams& grams) const;

  // Nothing is needed: everything may match.
  bool nothing() const { return sets_.empty(); }

 private:
  std::vector<std::vector<std::string>> sets_;  // see NeededStrings
};

}  // namespace concord::extraction
