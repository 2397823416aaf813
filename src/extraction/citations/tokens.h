#pragma once
// Words and marks of a passage, and the runs of them that look like a title.
//
// The idea: British committee prose writes the name of a work in capitals of
// its own - "Winning the Valley: Policing in Public", "Race Equality Scheme" -
// joined by small words, a colon, a dash or a bracket. TitleRunAt reads such a
// run from its first capital; whether it is the name of a work is decided by
// the rules that ask for it, from the words around it.
//
//   run    "Winning the Valley: Policing in Public" was published
//   no run "The Authority. Members" (a full stop ends a run)
//
// Cost: linear. Tests: citation_tokens_test.cpp.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::extraction {

struct Token {
  TextSpan span;
  std::string folded;    // as FoldWords; a mark as it stands, dashes as "-"
  bool word = false;     // begins with a letter
  bool number = false;   // begins with a digit
  bool capital = false;  // its first letter is a capital
  bool acronym = false;  // two or more letters, all capitals
  bool spaced = false;   // white space stands before it
};

std::vector<Token> Tokens(std::string_view text, TextSpan within);

// Half-open range of token indexes.
struct TokenRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

// The longest title-like run that begins at token `first`; empty if it is no
// capital word. Ends with a capital word or a closing bracket, never with a
// small one. An acronym's possessive ("HMIC's") ends a run before it begins.
TokenRange TitleRunAt(const std::vector<Token>& tokens, std::size_t first);

// "HMIC's": what follows is what the acronym has, and another name.
bool IsAcronymPossessive(const Token& token);

// Words a title joins its capitals with: "of", "and", "the", "for" ...
bool IsJoiningWord(std::string_view folded);

// Head of a body or post: a run that ends with one names people, not a work.
bool IsBodyNoun(std::string_view folded);

// Kinds of works: "report", "strategy", "scheme", "code" ... (singular).
bool IsWorkNoun(std::string_view folded);

// Capital only because the sentence begins: "In", "Under", "Whilst" ...
bool IsOpeningWord(std::string_view folded);

// Index of the token that begins at or after `offset`; tokens.size() if none.
std::size_t TokenFrom(const std::vector<Token>& tokens, std::uint32_t offset);

inline TextSpan SpanOf(const std::vector<Token>& tokens, TokenRange range) {
  if (range.begin >= range.end) return {};
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

// Whether there is a token `at`, and it reads so.
inline bool IsAt(const std::vector<Token>& tokens, std::size_t at,
                 std::string_view folded) {
  return at < tokens.size() && tokens[at].folded == folded;
}

}  // namespace concord::extraction
