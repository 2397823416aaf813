// Pages made to break readers: each is read within the limits that the program
// sets to a decoding worker, and its words are kept. What the limit must catch
// grows a hundredfold.

#include <gtest/gtest.h>

#include <functional>

#include "decode_support.h"

namespace concord::document {
namespace {

using testing::CaptureOf;

constexpr int kTimes = 20000;

std::string Repeat(const std::function<std::string(int)>& piece, int times) {
  std::string out = "<html><body>";
  for (int i = 0; i < times; ++i) out += piece(i);
  return out;
}

std::string Tagged(const std::string& before, int i, const std::string& after) {
  return before + "w" + std::to_string(i) + after + " ";
}

// In a worker, which ends where the limit on processor time is reached.
Result<Document> DecodeWithinLimits(const std::string& bytes,
                                    const char* type) {
  IsolatedDecoder decoder(CONCORD_TEST_WORKER, {}, 1);
  return decoder.Decode(CaptureOf(bytes, type));
}

struct HostileCase {
  const char* name;
  const char* before;
  const char* after;
};

class NestingTest : public ::testing::TestWithParam<HostileCase> {};

TEST_P(NestingTest, B11_KeepsEveryWordWithinTheLimits) {
  const HostileCase& c = GetParam();
  const std::string page =
      Repeat([&](int i) { return Tagged(c.before, i, c.after); }, kTimes);
  const auto document = DecodeWithinLimits(page, "text/html");
  ASSERT_TRUE(document.has_value()) << document.error().message();
  std::size_t words = 0;
  for (std::size_t at = document->text.find('w'); at != std::string::npos;
       at = document->text.find('w', at + 1)) {
    ++words;
  }
  EXPECT_EQ(words, static_cast<std::size_t>(kTimes)) << c.name;
}

INSTANTIATE_TEST_SUITE_P(
    Deep, NestingTest,
    ::testing::Values(HostileCase{"divisions", "<div>", ""},
                      HostileCase{"bold", "<b>", ""},
                      HostileCase{"bold paragraphs", "<b id=x><p>", ""},
                      HostileCase{"links", "<a href=x><div>", ""},
                      HostileCase{"misnested bold", "<b><div>", "</b>"},
                      HostileCase{"misnested links", "<a href=x><div>", "</a>"},
                      HostileCase{"tables", "<table><tr><td>", ""},
                      HostileCase{"tables around divisions",
                                  "<div><table><tr><td>", "</div>"},
                      HostileCase{"rows", "<table><tr><td>", "</table>"},
                      HostileCase{"lists", "<ul><li>", ""},
                      HostileCase{"raised", "<sup>", ""},
                      HostileCase{"headings", "<h1>", ""},
                      HostileCase{"quotations", "<blockquote>", ""},
                      HostileCase{"choices", "<select><option>", ""},
                      HostileCase{"scripts without an end", "<script>", ""},
                      HostileCase{"comments without an end", "<!-- >", ""}),
    [](const auto& test) {
      std::string name;
      for (const char* c = test.param.name; *c != '\0'; ++c) {
        name.push_back(*c == ' ' ? '_' : *c);
      }
      return name;
    });

TEST(HostileTest, B11_ReadsFiftyThousandNestedDivisions) {
  const std::string page =
      Repeat([](int i) { return Tagged("<div>", i, ""); }, 50000);
  const auto document = DecodeWithinLimits(page, "text/html");
  ASSERT_TRUE(document.has_value()) << document.error().message();
  EXPECT_EQ(document->blocks.size(), 50000u);
  EXPECT_NE(document->text.find("w49999"), std::string::npos);
}

TEST(HostileTest, SaysWhatItFlattened) {
  const std::string page =
      Repeat([](int i) { return Tagged("<div>", i, ""); }, 600);
  const auto document = Decode(CaptureOf(page, "text/html"), {});
  ASSERT_TRUE(document.has_value());
  ASSERT_EQ(document->notes.size(), 1u);
  EXPECT_NE(document->notes[0].find("512"), std::string::npos);
  EXPECT_EQ(document->blocks.size(), 600u);
}

TEST(HostileTest, B11_ReadsATagWithTwoHundredThousandAttributes) {
  std::string page = "<h1>Custody review</h1><p ";
  for (int i = 0; i < 200000; ++i) page += "a" + std::to_string(i) + "=1 ";
  page += ">Words.";
  const auto document = DecodeWithinLimits(page, "text/html");
  ASSERT_TRUE(document.has_value()) << document.error().message();
  EXPECT_EQ(document->text, "Custody review\nWords.\n");
}

TEST(HostileTest, B10_ReadsMegabytesWithoutALineEnd) {
  const auto document =
      Decode(CaptureOf(std::string(4u << 20, 'x'), "text/plain"), {});
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->text.size(), (4u << 20) + 1);
}

TEST(HostileTest, B1_RefusesWhatHoldsNoWords) {
  for (const char* type : {"text/plain", "text/html"}) {
    for (const std::string& bytes :
         {std::string(), std::string(" \n\t \r\n"), std::string("\xEF\xBB\xBF"),
          std::string(3, '\0')}) {
      const auto document = Decode(CaptureOf(bytes, type), {});
      ASSERT_FALSE(document.has_value());
      EXPECT_EQ(document.error().code(), ErrorCode::kUnsupported);
      EXPECT_TRUE(document.error().message().starts_with("empty: "));
    }
  }
}

TEST(HostileTest, RefusesOtherTypes) {
  for (const char* type : {"application/octet-stream", "image/png", "text/css",
                           "application/zip", ""}) {
    EXPECT_FALSE(CanDecode(type)) << type;
    const auto document = Decode(CaptureOf("words", type), {});
    ASSERT_FALSE(document.has_value());
    EXPECT_EQ(document.error().code(), ErrorCode::kUnsupported);
  }
  EXPECT_TRUE(CanDecode("text/html"));
  EXPECT_TRUE(CanDecode("application/xhtml+xml"));
  EXPECT_TRUE(CanDecode("text/plain"));
}

TEST(HostileTest, RefusesMoreTextThanAllowed) {
  DecodeLimits limits;
  limits.max_text_bytes = 10;
  const auto document =
      Decode(CaptureOf("more than ten bytes", "text/plain"), limits);
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().code(), ErrorCode::kLimitExceeded);
}

TEST(HostileTest, ReadsRandomBytesAsSomethingSound) {
  const std::string alphabet =
      "<>/=\"'!-&;ab 1.\n\t()[]{}\x80\xC3\xA9\xE2\x80\x99\xFF";
  const std::vector<std::string> pieces = {"<div>",
                                           "</div>",
                                           "<p>",
                                           "<table>",
                                           "<td>",
                                           "<tr>",
                                           "</table>",
                                           "<li>",
                                           "<ol type=i start=-9>",
                                           "</ol>",
                                           "<sup>",
                                           "<a href=#x name=y>",
                                           "</a>",
                                           "<b>",
                                           "</b>",
                                           "<!--",
                                           "-->",
                                           "<script>",
                                           "</script>",
                                           "<pre>",
                                           "</pre>",
                                           "<br>",
                                           "<h2>",
                                           "</h2>",
                                           "<title>",
                                           "</title>",
                                           "1. ",
                                           "\n(a) ",
                                           "\n- ",
                                           "\nA. Recommendation\n",
                                           "\nReport: 7\n",
                                           "&amp;",
                                           "&#0;",
                                           "\f",
                                           "\r",
                                           "<![CDATA[",
                                           "]]>",
                                           "<select>",
                                           "<plaintext>",
                                           "<noscript>",
                                           "<caption>"};
  unsigned state = 42;
  const auto random = [&](std::size_t below) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
  };
  for (int round = 0; round < 800; ++round) {
    std::string bytes;
    for (std::size_t i = random(80); i-- > 0;) {
      if (random(2) == 0) {
        bytes += pieces[random(pieces.size())];
      } else {
        bytes.push_back(alphabet[random(alphabet.size())]);
      }
    }
    for (const char* type : {"text/plain", "text/html"}) {
      const auto document = Decode(CaptureOf(bytes, type), {});
      if (!document) {
        // Verify() is part of Decode(): a broken promise is kInternal.
        ASSERT_EQ(document.error().code(), ErrorCode::kUnsupported)
            << document.error().message() << "\n"
            << bytes;
        continue;
      }
      ASSERT_EQ(*FromJson(ToJson(*document)), *document) << bytes;
      for (const Block& block : document->blocks) {
        Locator(*document, block.span);
      }
    }
  }
}

}  // namespace
}  // namespace concord::document
