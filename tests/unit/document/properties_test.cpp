// What must not change what a page is: decoding again, its encoding, its line
// ends, blank lines.

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "decode_support.h"

namespace concord::document {
namespace {

using testing::CaptureOf;
using testing::Kinds;
using testing::Lines;

const char kText[] =
    "You are in:\nContents\nReport 7 of the 4 May 2004 meeting of the Audit "
    "Committee on caf\xC3\xA9s.\nCaf\xC3\xA9s in Orl\xC3\xA9"
    "ans Road: progress\nReport: 7\nDate: 4 May 2004\nBy: Clerk\nSummary\n"
    "The force\xE2\x80\x99s \xE2\x80\x98soci\xC3\xA9t\xC3\xA9\xE2\x80\x99 cost "
    "\xC2\xA3\x33,000.\nA. Recommendation\nThat members\n  1. note it; and\n"
    "  2. keep it.\nB. Supporting information\nBackground\n1. It began in "
    "May.\n"
    "2. Two things were asked:\n- one,\n- two.\nC. Contact details\n"
    "Report author: Ren\xC3\xA9 Other.\nFor more information contact:\n"
    "NPA general: 020 7946 0000\nFeedback\n";

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

std::string Decomposed(const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::Normalizer2::getNFDInstance(status)
      ->normalize(icu::UnicodeString::fromUTF8(utf8), status)
      .toUTF8String(out);
  return out;
}

std::string Replaced(std::string text, const std::string& from,
                     const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string AsPage(const std::string& text) {
  std::string page = "<html><body>";
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = text.find('\n', at);
    page += "<p>" + text.substr(at, end - at) + "</p>\n";
    at = end + 1;
  }
  return page;
}

struct Variant {
  const char* name;
  std::string bytes;
  const char* declared;
};

void ExpectUnchanged(const std::string& bytes, const char* media_type,
                     const std::vector<Variant>& variants) {
  const auto plain = Decode(CaptureOf(bytes, media_type), {});
  ASSERT_TRUE(plain.has_value());
  for (const Variant& variant : variants) {
    source::Capture capture = CaptureOf(variant.bytes, media_type);
    capture.declared_charset = variant.declared;
    const auto document = Decode(capture, {});
    ASSERT_TRUE(document.has_value()) << variant.name;
    EXPECT_EQ(Lines(*document), Lines(*plain)) << variant.name;
    EXPECT_EQ(document->text, plain->text) << variant.name;
    EXPECT_EQ(document->title, plain->title) << variant.name;
    EXPECT_EQ(TextDigest(*document), TextDigest(*plain)) << variant.name;
  }
}

std::vector<Variant> Encodings(const std::string& bytes) {
  return {
      {"windows-1252, declared", Encoded(bytes, "windows-1252"), "iso-8859-1"},
      {"windows-1252, undeclared", Encoded(bytes, "windows-1252"), ""},
      {"Mac Roman, undeclared", Encoded(bytes, "macintosh"), ""},
      {"UTF-8 with a mark", "\xEF\xBB\xBF" + bytes, ""},
      {"UTF-16", "\xFF\xFE" + Encoded(bytes, "utf-16le"), ""},
      {"decomposed", Decomposed(bytes), ""}};
}

TEST(PropertiesTest, DecodingTwiceIsEqual) {
  for (const char* type : {"text/plain", "text/html"}) {
    const source::Capture capture = CaptureOf(AsPage(kText), type);
    EXPECT_EQ(*Decode(capture, {}), *Decode(capture, {})) << type;
  }
}

TEST(PropertiesTest, TheEncodingOfATextChangesNothing) {
  ExpectUnchanged(kText, "text/plain", Encodings(kText));
}

TEST(PropertiesTest, TheEncodingOfAPageChangesNothing) {
  const std::string page = AsPage(kText);
  ExpectUnchanged(page, "text/html", Encodings(page));
}

TEST(PropertiesTest, LineEndsAndBlankLinesChangeNothing) {
  ExpectUnchanged(kText, "text/plain",
                  {{"CRLF", Replaced(kText, "\n", "\r\n"), ""},
                   {"CR", Replaced(kText, "\n", "\r"), ""},
                   {"blank lines", Replaced(kText, "\n", "\n\n"), ""},
                   {"more of them", Replaced(kText, "\n", "\n \n\t\n"), ""},
                   {"spaces at line ends", Replaced(kText, "\n", "  \n"), ""}});
}

TEST(PropertiesTest, ReferencesInAPageChangeNothing) {
  const std::string page = AsPage(kText);
  ExpectUnchanged(
      page, "text/html",
      {{"references",
        Replaced(Replaced(page, "\xC3\xA9", "&eacute;"), "\xE2\x80\x99",
                 "&#8217;"),
        ""},
       {"white space", Replaced(page, " ", "\n   "), ""},
       {"comments", Replaced(page, "<p>", "<!-- x --><p>"), ""},
       {"upper case tags",
        Replaced(Replaced(page, "<p>", "<P CLASS=x>"), "</p>", "</P >"), ""}});
}

TEST(PropertiesTest, BlocksCoverTheTextLineByLine) {
  for (const char* type : {"text/plain", "text/html"}) {
    const auto document = Decode(CaptureOf(AsPage(kText), type), {});
    ASSERT_TRUE(document.has_value());
    std::uint32_t at = 0;
    for (const Block& block : document->blocks) {
      if (block.kind == BlockKind::kTableCell) continue;
      ASSERT_EQ(block.span.begin, at);
      at = block.span.end + 1;
      ASSERT_EQ(document->text[block.span.end], '\n');
    }
    EXPECT_EQ(at, document->text.size());
  }
}

}  // namespace
}  // namespace concord::document
