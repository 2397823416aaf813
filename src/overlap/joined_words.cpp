// Two ways of writing one thing: "air strike" and "airstrike", "Northmarch
// Police Authority" and "NPA". Each run of words is kept under the one word
// that may stand for it in another text.

#include <algorithm>

#include "concord/base/ascii.h"
#include "concord/base/unicode.h"
#include "overlap/prepared.h"
#include "overlap/stemmer.h"

namespace concord::overlap {
namespace {

bool BeginsWithCapital(const Prepared& prepared, const Token& token) {
  return IsUpper(prepared.text[token.span.begin]);
}

bool Tells(const Token& token) { return !token.stop && !token.set_aside; }

// The keys of the telling words of tokens [begin, end).
std::vector<std::uint64_t> KeysOf(const Prepared& prepared, std::size_t begin,
                                  std::size_t end) {
  std::vector<std::uint64_t> keys;
  for (std::size_t i = begin; i < end; ++i) {
    if (Tells(prepared.tokens[i])) keys.push_back(prepared.tokens[i].key);
  }
  return keys;
}

void Add(const std::string& word, std::vector<std::uint64_t> parts,
         std::vector<JoinedWord>* joined) {
  if (parts.empty()) return;
  joined->push_back({KeyOf(Stem(word)), std::move(parts)});
}

void AddCompound(const Prepared& prepared, std::size_t i,
                 std::vector<JoinedWord>* joined) {
  constexpr std::size_t kShortest = 7;
  if (i + 1 >= prepared.tokens.size()) return;
  const Token& next = prepared.tokens[i + 1];
  const std::string word = prepared.tokens[i].word + next.word;
  if (next.opens_segment || word.size() < kShortest) return;
  Add(word, KeysOf(prepared, i, i + 2), joined);
}

// The initials of the capital words from i on: of two, of three, ...
void AddInitials(const Prepared& prepared, std::size_t i,
                 std::vector<JoinedWord>* joined) {
  constexpr std::size_t kMostWords = 6;
  std::string initials;
  for (std::size_t k = i; k < prepared.tokens.size(); ++k) {
    const Token& token = prepared.tokens[k];
    if (k > i && token.opens_segment) return;
    if (!BeginsWithCapital(prepared, token)) {
      const bool joins = token.word == "of" || token.word == "and" ||
                         token.word == "for" || token.word == "the";
      if (k == i || !joins) return;
      continue;
    }
    initials.push_back(token.word[0]);
    if (initials.size() > kMostWords) return;
    if (initials.size() > 1) Add(initials, KeysOf(prepared, i, k + 1), joined);
  }
}

}  // namespace

std::vector<JoinedWord> ReadJoinedWords(const Prepared& prepared) {
  // A chapter taken for one request has no need of this.
  constexpr std::size_t kMostTokens = 400;
  std::vector<JoinedWord> joined;
  if (prepared.tokens.size() > kMostTokens) return joined;
  for (std::size_t i = 0; i < prepared.tokens.size(); ++i) {
    AddCompound(prepared, i, &joined);
    AddInitials(prepared, i, &joined);
  }
  return joined;
}

}  // namespace concord::overlap
