#include "concord/base/unicode.h"

#include <gtest/gtest.h>

#include "concord/base/digest.h"

namespace concord {
namespace {

std::vector<std::string> Texts(std::string_view text,
                               const std::vector<TextSpan>& spans) {
  std::vector<std::string> texts;
  for (const TextSpan span : spans) texts.emplace_back(Slice(text, span));
  return texts;
}

std::vector<std::string> SentenceTexts(std::string_view text) {
  return Texts(text,
               Sentences(text, {0, static_cast<std::uint32_t>(text.size())}));
}

TEST(Fold, MakesPunctuationVariantsOfATitleEqual) {
  EXPECT_EQ(Fold("Policing the Valley –  ‘Consent’"),
            "policing the valley - 'consent'");
  EXPECT_EQ(FoldWords("Policing the Valley: Consent – Part One"),
            "policing the valley consent part one");
}

TEST(Sentences, AreNotBrokenAfterAbbreviationsInitialsAndListNumbers) {
  EXPECT_EQ(SentenceTexts("See para. 4. It was agreed.").size(), 2u);
  EXPECT_EQ(SentenceTexts("Mr. J. Smith came (e.g. by 24 Apr. 2001).").size(),
            1u);
  EXPECT_EQ(SentenceTexts("12. The unit will report. It will act.").size(), 2u);
  EXPECT_EQ(SentenceTexts("That was in 2001. The plan followed.").size(), 2u);
}

TEST(Sentences, SpansLeaveOutSurroundingSpace) {
  EXPECT_EQ(SentenceTexts("One.  Two.\n"),
            (std::vector<std::string>{"One.", "Two."}));
}

TEST(Words, KeepHyphensAndApostrophesInside) {
  const std::string text = "re-affirmed the Board's plan (2001)";
  EXPECT_EQ(Texts(text, Words(text, {0, 35})),
            (std::vector<std::string>{"re-affirmed", "the", "Board's", "plan",
                                      "2001"}));
}

TEST(NumberWord, ReadsWordsAndDigits) {
  const std::pair<const char*, int> cases[] = {
      {"thirty-eight", 38},
      {"Twenty", 20},
      {"38", 38},
      {"1,200", 1200},
      {"one hundred and sixty-nine", 169},
      {"eight hundred", 800},
      {"two thousand and one", 2001},
      {"several", -1},
      {"", -1},
      {"two three", -1},
      {"12a", -1}};
  for (const auto& [words, value] : cases) {
    EXPECT_EQ(NumberWord(words), value) << words;
  }
}

TEST(RomanNumeral, ReadsUpTo39) {
  EXPECT_EQ(RomanNumeral("II"), 2);
  EXPECT_EQ(RomanNumeral("xxxix"), 39);
  EXPECT_EQ(RomanNumeral("IIII"), 0);
  EXPECT_EQ(RomanNumeral("MPS"), 0);
}

TEST(IsValidUtf8, RefusesOverlongSurrogateAndCutSequences) {
  EXPECT_TRUE(IsValidUtf8("caf\xC3\xA9"));
  EXPECT_FALSE(IsValidUtf8("caf\xE9"));
  EXPECT_FALSE(IsValidUtf8("\xC0\xAF"));
  EXPECT_FALSE(IsValidUtf8("\xED\xA0\x80"));
  EXPECT_FALSE(IsValidUtf8("\xE2\x80"));
}

TEST(Ellipsis, NeverCutsACodePoint) {
  EXPECT_EQ(Ellipsis("caf\xC3\xA9s and more", 8), "caf\xC3\xA9\xE2\x80\xA6");
  EXPECT_EQ(Ellipsis("short", 8), "short");
}

TEST(Sha256Hex, MatchesThePublishedExample) {
  EXPECT_EQ(Sha256Hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace concord
