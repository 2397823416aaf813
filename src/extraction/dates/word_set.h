#pragma once
// A closed list of words, written as one line of text:
//
//   static const WordSet kWords("in on at by");
//   kWords.Has(token)
//
// Lower-case words only. The text must be a literal: the set keeps views of it.

#include <string_view>
#include <unordered_set>

#include "extraction/dates/tokens.h"

namespace concord::extraction::dates {

class WordSet {
 public:
  explicit WordSet(std::string_view spaced);

  bool Has(std::string_view lower) const { return words_.contains(lower); }
  bool Has(const Token& token) const {
    return token.kind == TokenKind::kWord && Has(std::string_view(token.lower));
  }

  const std::unordered_set<std::string_view>& words() const { return words_; }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace concord::extraction::dates
