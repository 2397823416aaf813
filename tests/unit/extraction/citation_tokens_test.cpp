#include "extraction/citations/tokens.h"

#include <gtest/gtest.h>

#include <random>

#include "extraction/rules.h"

namespace concord::extraction {
namespace {

std::vector<std::string> Printed(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : Tokens(text, WholeOf(text))) {
    words.emplace_back(Slice(text, token.span));
  }
  return words;
}

TEST(CitationTokens, AreWordsNumbersAndMarks) {
  using List = std::vector<std::string>;
  EXPECT_EQ(Printed("Mid-term plan (2005/06), 12th\tdraft"),
            (List{"Mid-term", "plan", "(", "2005/06", ")", ",", "12", "th",
                  "draft"}));
  EXPECT_EQ(Printed("the Board’s caf\u00E9-bar – don't"),
            (List{"the", "Board’s", "caf\u00E9-bar", "–", "don't"}));
  EXPECT_EQ(Printed("1,000. 7.5% a- -b"),
            (List{"1,000", ".", "7.5", "%", "a", "-", "-", "b"}));
  EXPECT_EQ(Printed(" \n"), List{});
}

// What a token is, as one expression; Tokens() reads plain words without it.
TEST(CitationTokens, AreThoseOfTheExpression) {
  const Pattern expression(
      "\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’‑-][\\p{L}\\p{N}]+)*|"
      "\\p{N}+(?:[/.,]\\p{N}+)*|[^\\s]");
  static constexpr const char* kPieces[] = {
      "a", "Z", "e\u0301", "\u00E9", "7",     "\u00BD", "'", "’", "\u2011", "-",
      "/", ".", ",",       " ",      "\n",    "\u00A0", "(", "–", "\u0301", "b",
      "1", "_", "\x0B",    "\x01",   "\u4E2D"};
  std::mt19937 random(20011115);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = 1 + random() % 12; i > 0; --i) {
      text += kPieces[random() % std::size(kPieces)];
    }
    std::vector<std::string> expected;
    for (const MatchSpans& match : expression.SearchAll(text, WholeOf(text))) {
      expected.emplace_back(Slice(text, match[0]));
    }
    ASSERT_EQ(Printed(text), expected) << text;
  }
}

}  // namespace
}  // namespace concord::extraction
