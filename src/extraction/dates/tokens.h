#pragma once
// Words, numbers and marks of a text, as the date grammar wants them.
//
// Why an own splitter and not the words of base: a date is made of pieces that
// word rules join ("20th", "31/10/74", "Feb13", "2018Q4"), and whether two
// pieces touch decides what they are ("12/03" against "12 / 03", "4.5").
//
//   "w/c 2nd Nov. 2004"  ->  w | / | c | 2 | nd | Nov | . | 2004
//
// Tokens are in the order of the text; white space is kept as flags.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"

namespace concord::extraction::dates {

enum class TokenKind : std::uint8_t {
  kNone,  // before the first and after the last token
  kWord,
  kNumber,
  kDash,  // hyphen, en dash, em dash, minus
  kSlash,
  kStop,  // .
  kComma,
  kApostrophe,
  kOpen,  // ( [
  kClose,
  kEnder,  // ! ? ;
  kMark,   // any other mark
};

struct Token {
  TokenKind kind = TokenKind::kNone;
  TextSpan span;
  std::string lower;          // ASCII lower case; "" for marks
  std::int32_t value = -1;    // of a number of up to nine digits
  std::uint8_t digits = 0;    // how many, 255 at most
  bool capital = false;       // a word that begins with a capital
  bool all_capitals = false;  // a word of two or more capitals
  bool space_before = true;   // white space, or the start of the text
  bool line_before = true;    // a line break in that space, or the start
  bool gap_before = true;     // an empty line in that space, or the start
};

std::vector<Token> Tokenize(std::string_view text);

}  // namespace concord::extraction::dates
