#include "index/tokens.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace concord::index {
namespace {

std::string WordsOf(std::string_view text) {
  std::string words;
  for (const Token& token : Tokens(text)) {
    words += (words.empty() ? "" : " ") + token.word;
  }
  return words;
}

TEST(Tokens, FoldCaseAccentsAndCompatibilityForms) {
  const struct {
    std::string_view text;
    std::string_view words;
  } cases[] = {
      {"Members NOTE it.", "members note it"},
      {"re-affirmed by the Board’s men", "re affirmed by the board s men"},
      {"caf\xC3\xA9 cafe\xCC\x81 CAFE", "cafe cafe cafe"},
      {"\xEF\xAC\x81nal \xEF\xBC\xA3\xEF\xBC\xA1\xEF\xBC\xB4", "final cat"},
      {"co\xC2\xADoperate", "cooperate"},
      {"stop & search, R&D", "stop and search r and d"},
      {"2005/06, 7.5% of £1,200", "2005 06 7 5 of 1 200"},
      {"  \n\t\xC2\xA0 ", ""},
      {"“ ” – … •", ""},
      {"\xCE\xA3\xCE\xBF\xCF\x86\xCE\xBF\xCF\x82", "σοφοσ"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(WordsOf(one.text), one.words) << one.text;
  }
}

TEST(Tokens, SpansGiveTheWordsAsTheyStand) {
  const std::string text = "The “Valley’s” caf\xC3\xA9s – 2001.";
  std::vector<std::string> words;
  for (const Token& token : Tokens(text)) {
    words.emplace_back(Slice(text, token.span));
  }
  EXPECT_EQ(words, (std::vector<std::string>{"The", "Valley", "s",
                                             "caf\xC3\xA9s", "2001"}));
}

TEST(Tokens, RememberWhatBindsThem) {
  const std::vector<Token> tokens =
      Tokens("a-b c – d e/f g'h i -- j \xE2\x80\x93k l\xE2\x80\x93m");
  const std::vector<Joint> joints = [&] {
    std::vector<Joint> all;
    for (const Token& token : tokens) all.push_back(token.joint);
    return all;
  }();
  using enum Joint;
  EXPECT_EQ(joints, (std::vector<Joint>{kApart, kHyphen, kApart, kApart, kApart,
                                        kSign, kApart, kApostrophe, kApart,
                                        kApart, kApart, kApart, kHyphen}));
}

TEST(JoinedWords, AreHyphenatedWordsWithoutPossessives) {
  const struct {
    std::string_view text;
    std::vector<std::string> joined;
  } cases[] = {
      {"re-affirm", {"reaffirm"}},
      {"stop-and-search and O’Brien", {"stopandsearch", "obrien"}},
      {"the board's", {}},
      {"Re-organiser's", {"reorganiser"}},
      {"2005-06", {}},
      {"G-20", {"g20"}},
      {"a/b 7.5", {}},
      {"a-b-c-d-e-f", {}},  // no word but a chain
      {"well -known", {}},
  };
  for (const auto& one : cases) {
    std::vector<std::string> joined;
    for (const JoinedWord& word : JoinedWords(Tokens(one.text))) {
      joined.push_back(word.word);
    }
    EXPECT_EQ(joined, one.joined) << one.text;
  }
}

TEST(Tokens, CutWordsAreCounted) {
  const std::string longest(kLongestWord, 'x');
  EXPECT_EQ(CountCutWords(""), 0u);
  EXPECT_EQ(CountCutWords("That members note the plan."), 0u);
  EXPECT_EQ(CountCutWords(longest), 0u);
  EXPECT_EQ(CountCutWords(longest + "y"), 1u);
  EXPECT_EQ(CountCutWords(longest + "y and " + longest + "z, " + longest), 2u);
  EXPECT_EQ(CountCutWords(longest + "/" + longest), 0u);
  // Dots that join words are signs, whatever their bytes.
  std::string dotted;
  for (int i = 0; i < 40; ++i) dotted += "so\u2026";
  EXPECT_EQ(CountCutWords(dotted), 0u);
  EXPECT_EQ(CountCutWords(std::string(1'000'000, 'x')), 1u);
}

TEST(Tokens, CutWordsThatAreTooLongAtACodePoint) {
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "σ";
  const std::vector<Token> tokens = Tokens(longest);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].word.size(), kMaxWordBytes);
  EXPECT_EQ(Tokens(std::string(1'000'000, 'x'))[0].word.size(), kMaxWordBytes);
}

}  // namespace
}  // namespace concord::index
