#include "document/charset.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "concord/base/unicode.h"
#include "decode_support.h"

namespace concord::document {
namespace {

using namespace std::string_view_literals;

// `utf8` in another charset.
std::string Encoded(const std::string& utf8, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  const int32_t size = ucnv_convert(
      charset, "utf-8", out.data(), static_cast<int32_t>(out.size()),
      utf8.data(), static_cast<int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

const char kSentence[] =
    "The Authority\xE2\x80\x99s soci\xC3\xA9t\xC3\xA9 "
    "\xE2\x80\x98paid\xE2\x80\x99 \xC2\xA3\x33,000 \xE2\x80\x93 "
    "\xE2\x80\x9Cno more\xE2\x80\x9D \xE2\x80\x93 in Orl\xC3\xA9"
    "ans and C\xC3\xB4te.\n";

TEST(ToCleanTextTest, TakesValidUtf8AsItIs) {
  const CleanText clean = ToCleanText(kSentence, "iso-8859-1");
  EXPECT_EQ(clean.text, kSentence);
  EXPECT_EQ(clean.charset, (CharsetDecision{"utf-8", "valid", 0}));
}

TEST(ToCleanTextTest, BelievesAMark) {
  const CleanText clean =
      ToCleanText(std::string("\xEF\xBB\xBF") + kSentence, "");
  EXPECT_EQ(clean.text, kSentence);
  EXPECT_EQ(clean.charset.decided_by, "bom");
}

TEST(ToCleanTextTest, ReadsLatin1AsWindows1252WhereDeclared) {
  const CleanText clean =
      ToCleanText(Encoded(kSentence, "windows-1252"), "ISO-8859-1");
  EXPECT_EQ(clean.text, kSentence);
  EXPECT_EQ(clean.charset, (CharsetDecision{"windows-1252", "declared", 0}));
}

TEST(ToCleanTextTest, ChoosesTheFallbackByPlausibility) {
  for (const char* charset : {"windows-1252", "macintosh"}) {
    const CleanText clean = ToCleanText(Encoded(kSentence, charset), "");
    EXPECT_EQ(clean.text, kSentence) << charset;
    EXPECT_EQ(clean.charset.charset, charset);
    EXPECT_EQ(clean.charset.decided_by, "repair");
    EXPECT_GT(clean.charset.replacements, 0u);
  }
}

TEST(ToCleanTextTest, RepairsAPageThatWronglyDeclaresUtf8) {
  const CleanText clean =
      ToCleanText(Encoded(kSentence, "windows-1252"), "utf-8");
  EXPECT_EQ(clean.text, kSentence);
  EXPECT_EQ(clean.charset.decided_by, "repair");
}

TEST(ToCleanTextTest, RepairsOnlyTheInvalidRuns) {
  const std::string mixed =
      std::string(kSentence) + kSentence + kSentence +
      Encoded("caf\xC3\xA9 \xE2\x80\x98x\xE2\x80\x99\n", "windows-1252");
  const CleanText clean = ToCleanText(mixed, "");
  EXPECT_EQ(clean.text, std::string(kSentence) + kSentence + kSentence +
                            "caf\xC3\xA9 \xE2\x80\x98x\xE2\x80\x99\n");
  EXPECT_EQ(clean.charset.charset, "utf-8");
  EXPECT_EQ(clean.charset.decided_by, "repair");
  EXPECT_EQ(clean.charset.replacements, 3u);
  ASSERT_FALSE(clean.notes.empty());
}

TEST(ToCleanTextTest, ReadsUtf16WithAndWithoutAMark) {
  for (const char* charset : {"utf-16le", "utf-16be"}) {
    const std::string wide = Encoded(kSentence, charset);
    const bool little = charset == std::string("utf-16le");
    const std::string marked = (little ? "\xFF\xFE" : "\xFE\xFF") + wide;
    EXPECT_EQ(ToCleanText(marked, "").text, kSentence) << charset;
    EXPECT_EQ(ToCleanText(marked, "").charset,
              (CharsetDecision{charset, "bom", 0}));
    const std::string plain = Encoded("Report 10 of the Board\n", charset);
    EXPECT_EQ(ToCleanText(plain, "").text, "Report 10 of the Board\n");
    EXPECT_EQ(ToCleanText(plain, "").charset.decided_by, "pattern");
  }
}

TEST(ToCleanTextTest, ReadsADeclaredMultiByteCharset) {
  const std::string words = "\xE5\xA0\xB1\xE5\x91\x8A 10\n";
  const CleanText clean = ToCleanText(Encoded(words, "shift_jis"), "Shift_JIS");
  EXPECT_EQ(clean.text, words);
  EXPECT_EQ(clean.charset.decided_by, "declared");
}

TEST(ToCleanTextTest, MakesLineEndsOne) {
  EXPECT_EQ(ToCleanText("a\r\nb\rc\nd\xE2\x80\xA8"
                        "e",
                        "")
                .text,
            "a\nb\nc\nd\ne");
}

TEST(ToCleanTextTest, TakesOutControlsAndInvisibleCharacters) {
  const CleanText clean = ToCleanText(
      "a\0b\x01"
      "c co\xC2\xADop \xE2\x80\xAE"
      "d\xEF\xBB\xBF\f\t"sv,
      "");
  EXPECT_EQ(clean.text, "ab c coop d\f\t");
  ASSERT_EQ(clean.notes.size(), 1u);
}

TEST(ToCleanTextTest, ComposesLetters) {
  EXPECT_EQ(ToCleanText("cafe\xCC\x81", "").text, "caf\xC3\xA9");
}

TEST(ToCleanTextTest, NotesWhatWasEncodedTwice) {
  std::string twice;
  for (int i = 0; i < 3; ++i) twice += "caf\xC3\x83\xC2\xA9 ";
  const CleanText clean = ToCleanText(twice, "");
  ASSERT_EQ(clean.notes.size(), 1u);
  EXPECT_NE(clean.notes[0].find("twice"), std::string::npos);
  EXPECT_TRUE(ToCleanText(kSentence, "").notes.empty());
}

TEST(ToCleanTextTest, IsValidUtf8WhateverTheBytes) {
  std::string bytes;
  unsigned state = 7;
  for (int i = 0; i < 20000; ++i) {
    state = state * 1664525u + 1013904223u;
    bytes.push_back(static_cast<char>(state >> 24));
    if (i % 97 != 0) continue;
    for (const char* declared : {"", "utf-8", "windows-1252", "macintosh",
                                 "shift_jis", "utf-16", "no such thing"}) {
      ASSERT_TRUE(IsValidUtf8(ToCleanText(bytes, declared).text))
          << i << " " << declared;
    }
    if (i % 5 == 0) bytes.clear();
  }
}

TEST(DeclaredInMarkupTest, FindsTheCharset) {
  EXPECT_EQ(DeclaredInMarkup("<meta charset=UTF-8>"), "utf-8");
  EXPECT_EQ(DeclaredInMarkup("<META http-equiv=\"Content-Type\" content="
                             "\"text/html; charset=ISO-8859-1\">"),
            "iso-8859-1");
  EXPECT_EQ(DeclaredInMarkup("<?xml version=\"1.0\" encoding='windows-1252'?>"),
            "windows-1252");
  EXPECT_EQ(DeclaredInMarkup("<p>charset=utf-8</p>"), "");
}

}  // namespace
}  // namespace concord::document
