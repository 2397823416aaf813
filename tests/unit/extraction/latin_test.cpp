// A text of Latin letters is read with shorter expressions. The oracle is the
// expression itself.

#include "extraction/latin.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <string>

namespace concord::extraction {
namespace {

std::string Utf8(char32_t letter) {
  std::string bytes;
  const auto add = [&](char32_t bits) {
    bytes += static_cast<char>(static_cast<unsigned char>(bits));
  };
  if (letter < 0x80) {
    add(letter);
  } else if (letter < 0x800) {
    add(0xC0 | letter >> 6);
    add(0x80 | (letter & 0x3F));
  } else if (letter < 0x10000) {
    add(0xE0 | letter >> 12);
    add(0x80 | (letter >> 6 & 0x3F));
    add(0x80 | (letter & 0x3F));
  } else {
    add(0xF0 | letter >> 18);
    add(0x80 | (letter >> 12 & 0x3F));
    add(0x80 | (letter >> 6 & 0x3F));
    add(0x80 | (letter & 0x3F));
  }
  return bytes;
}

TEST(Latin, MatchesTheSameLettersWhateverTheExpression) {
  for (const char* expression :
       {R"(^\p{L}$)", R"(^\p{Lu}$)", R"(^\p{Ll}$)", R"(^\p{N}$)",
        R"(^(?i:\p{L})$)", R"(^(?i:\p{Lu})$)", R"(^(?i:\p{Ll})$)",
        R"(^[\p{L}\p{N}\p{M}'’]$)", R"(^[^\p{Lu}]$)", R"(^[^\p{L}\s]$)",
        R"(^(?i)[k-s\p{N}]$)", R"(^\P{L}$)", R"(^[]\p{Ll}[:digit:]]$)",
        R"(^\[?\p{Lu}\]?$)", R"(^\W$)", R"(^.$)"}) {
    const re2::RE2 any(expression);
    const re2::RE2 latin(ForLatin(expression));
    ASSERT_TRUE(any.ok() && latin.ok()) << expression;
    std::size_t tried = 0;
    for (char32_t letter = 1; letter < 0x20000; ++letter) {
      if (letter >= 0xD800 && letter < 0xE000) continue;
      const std::string text = Utf8(letter);
      if (!IsLatin(text)) continue;
      ++tried;
      ASSERT_EQ(re2::RE2::PartialMatch(text, any),
                re2::RE2::PartialMatch(text, latin))
          << expression << " on letter " << static_cast<unsigned>(letter);
    }
    EXPECT_GT(tried, 7000u);
  }
}

TEST(Latin, KnowsItsTexts) {
  EXPECT_TRUE(IsLatin("Café – “open” at 9½ € • \xEF\x82\xB7"));
  EXPECT_TRUE(IsLatin(""));
  EXPECT_FALSE(IsLatin("Ősz"));
  EXPECT_FALSE(IsLatin("Straße"));
  EXPECT_FALSE(IsLatin("№ 4"));
  EXPECT_FALSE(IsLatin("Отчёт"));
  EXPECT_FALSE(IsLatin("\xF0\x9D\x90\x80"));
}

TEST(Latin, LeavesTheRestOfAnExpression) {
  EXPECT_EQ(ForLatin(R"(\\p{L} [^]a\p{N}] \p{M})"),
            R"(\\p{L} [^]a0-9²³¹¼-¾] \p{M})");
  EXPECT_EQ(ForLatin("\\"), "\\");
}

}  // namespace
}  // namespace concord::extraction
