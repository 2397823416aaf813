#include "concord/base/unicode.h"

#include <gtest/gtest.h>

#include <random>

#include "base/boundaries.h"
#include "concord/base/digest.h"
#include "concord/base/markup.h"

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

// Random prose of the characters that the quick reading knows, and of some that
// it leaves to ICU.
TEST(Words, AreThoseOfIcu) {
  static constexpr std::string_view kPieces[] = {"a",
                                                 "Bc",
                                                 "7",
                                                 "12",
                                                 " ",
                                                 "-",
                                                 "_",
                                                 ".",
                                                 "'",
                                                 ":",
                                                 ",",
                                                 ";",
                                                 "(",
                                                 "\"",
                                                 "\n",
                                                 "\xE2\x80\x99",
                                                 "\xE2\x80\x93",
                                                 "/",
                                                 "&",
                                                 "\xC2\xA3",
                                                 "%",
                                                 "\xC3\xA9",
                                                 "\xE2\x80\xA6",
                                                 "\t",
                                                 "\r\n",
                                                 "@",
                                                 "\xE2\x80\x98"};
  std::mt19937 random(20011113);
  std::uniform_int_distribution<std::size_t> piece(0, std::size(kPieces) - 1);
  for (int round = 0; round < 20000; ++round) {
    std::string text = "x ";
    for (int i = 0; i < 12; ++i) text += kPieces[piece(random)];
    const TextSpan within{2, static_cast<std::uint32_t>(text.size())};
    ASSERT_EQ(Words(text, within), WordsByIcu(text, within)) << text;
  }
}

// What is ASCII is folded without ICU; a character beyond it must not change
// what becomes of the rest.
TEST(Fold, TreatsAsciiAlikeWithAndWithoutOtherCharacters) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> any(1, 127);
  for (int round = 0; round < 5000; ++round) {
    std::string text = "a";
    for (int i = 0; i < 12; ++i) text += static_cast<char>(any(random));
    text += "z";
    for (const auto fold : {&Fold, &FoldWords, &CollapseSpace}) {
      EXPECT_EQ(fold(text) + "\xC3\xA9", fold(text + "\xC3\xA9")) << text;
    }
  }
}

TEST(RomanNumeral, ReadsAllThatItWrites) {
  static constexpr const char* kOnes[] = {"",  "I",  "II",  "III",  "IV",
                                          "V", "VI", "VII", "VIII", "IX"};
  for (int n = 1; n <= 39; ++n) {
    const std::string numeral =
        std::string(static_cast<std::size_t>(n / 10), 'X') + kOnes[n % 10];
    EXPECT_EQ(RomanNumeral(numeral), n);
    EXPECT_EQ(RomanNumeral(numeral + "C"), 0);
  }
  EXPECT_EQ(RomanNumeral("XXXX"), 0);
  EXPECT_EQ(RomanNumeral(""), 0);
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

TEST(EscapeMarkup, LeavesNoMarkup) {
  EXPECT_EQ(EscapeMarkup("<a title=\"x\" b='y'>R&D</a>"),
            "&lt;a title=&quot;x&quot; b=&#39;y&#39;&gt;R&amp;D&lt;/a&gt;");
  EXPECT_EQ(EscapeMarkup(""), "");
}

TEST(Ellipsis, NeverCutsACodePoint) {
  EXPECT_EQ(Ellipsis("caf\xC3\xA9s and more", 8), "caf\xC3\xA9\xE2\x80\xA6");
  EXPECT_EQ(Ellipsis("short", 8), "short");
}

TEST(Sha256Hex, MatchesThePublishedExample) {
  EXPECT_EQ(Sha256Hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(StateNames, AreKnownWithAndWithoutTheirForm) {
  for (const char* name :
       {"Norway", "the Kingdom of Norway", "Viet Nam", "Vietnam",
        "C\u00f4te d\u2019Ivoire", "Cote d'Ivoire", "Papua New Guinea",
        "Islamic Republic of Iran", "Myanmar", "Burma"}) {
    EXPECT_TRUE(IsStateName(name)) << name;
  }
  for (const char* name : {"Northmarch", "Head of Training", "the State",
                           "Republic", "", "Norway Branch"}) {
    EXPECT_FALSE(IsStateName(name)) << name;
  }
}

}  // namespace
}  // namespace concord
