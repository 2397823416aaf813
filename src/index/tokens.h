#pragma once
// Text into the words that the index holds, each with its place.
//
// The one reading of text that writing, querying and marking share: whatever is
// a word when a passage is indexed is the same word when it is searched for.
//
//   "Re-affirmed by the MPA’s board (2005/06)"
//    re affirmed by the mpa s board 2005 06
//
// Letters, digits and marks make a word; it is case folded and loses accents.
// "&" is the word "and". What stands between two words is remembered, so that
// a hyphenated word can also be found written as one. Safe from any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "concord/base/text_span.h"
#include "concord/index/cut_words.h"

namespace concord::index {

// What binds a word to the one before it.
enum class Joint : std::uint8_t {
  kApart,       // white space, or more than one sign
  kHyphen,      // "re-affirm"; also the dashes people type for it
  kApostrophe,  // "o'brien", "board's"
  kSign,        // any other single sign: "2005/06", "7.5"
};

struct Token {
  std::string word;
  TextSpan span;  // in the text given to Tokens()
  Joint joint = Joint::kApart;
};

// Longer words are cut here, in the index and in queries alike.
inline constexpr std::size_t kMaxWordBytes = kLongestWord;

// Words of `text` in order; offsets are counted from the start of `text`.
std::vector<Token> Tokens(std::string_view text);

// Words bound by hyphens and apostrophes, read as one: "reaffirmed" for the two
// tokens at `first`. A possessive 's is never a part of it.
struct JoinedWord {
  std::string word;
  std::uint32_t first = 0;  // index of its first token
  std::uint32_t count = 0;  // tokens it is made of, two or more
};
std::vector<JoinedWord> JoinedWords(const std::vector<Token>& tokens);

// True for the "s" of "board's".
bool IsPossessive(const std::vector<Token>& tokens, std::size_t index);

// True where no letter or digit stands, so that nothing can be searched for.
inline bool HasNoWord(std::string_view text) { return Tokens(text).empty(); }

}  // namespace concord::index
