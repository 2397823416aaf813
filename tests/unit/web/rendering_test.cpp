// From texts to HTML: escaping, cutting into stretches, differences, answers.

#include <gtest/gtest.h>

#include "web/difference.h"
#include "web/report_body.h"
#include "web/response.h"
#include "web/routes.h"
#include "web/templates.h"
#include "web/view_data.h"
#include "web/words.h"

namespace concord::web {
namespace {

TEST(Escape, LeavesNothingThatAPageWouldRead) {
  EXPECT_EQ(Escape("<script>alert('x')</script> & \"y\""),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; "
            "&quot;y&quot;");
}

TEST(Escape, ShowsWhatWouldTurnTheLineAround) {
  constexpr const char* kMark = "\xEF\xBF\xBD";
  for (const std::string control :
       {"\xE2\x80\xAE", "\xE2\x80\xAA", "\xE2\x81\xA6", "\xE2\x81\xA9",
        "\xD8\x9C", "\xE2\x80\xA8", "\x01", "\x7F", "\xC2\x85"}) {
    EXPECT_EQ(Escape("a" + control + "b"), std::string("a") + kMark + "b");
  }
  const std::string harmless = "é – “x” \n\t ‑ 漢字 ع";
  EXPECT_EQ(WithoutControls(harmless), harmless);
}

std::string Shown(const std::string& text,
                  const std::vector<Decoration>& decorations) {
  data view = NewView();
  SetList(
      &view, "words",
      WordsOf(text, {0, static_cast<std::uint32_t>(text.size())}, decorations));
  std::string html = Render("words", std::move(view));
  while (html.ends_with('\n')) html.pop_back();
  return html;
}

using Kind = Decoration::Kind;

TEST(Words, AreMarkedWhereTheyMatch) {
  EXPECT_EQ(Shown("note the plan", {{{9, 13}, Kind::kMark, ""}}),
            "note the <mark>plan</mark>");
}

TEST(Words, MayBeLinkAndMarkAtOnce) {
  EXPECT_EQ(Shown("see the plan", {{{4, 12}, Kind::kLink, "/works/w-a"},
                                   {{8, 12}, Kind::kMark, ""}}),
            "see <a href=\"/works/w-a\">the </a><a "
            "href=\"/works/w-a\"><mark>plan</mark></a>");
}

TEST(Words, OfAHostileDocumentStayWords) {
  const std::string text = "<img src=x onerror=alert(1)> \"'";
  const std::string html = Shown(text, {{{0, 4}, Kind::kMark, ""}});
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_NE(html.find("&lt;img"), std::string::npos);
}

TEST(Words, AreCutToTheirBlockAndNeverPastTheText) {
  data view = NewView();
  SetList(&view, "words",
          WordsOf("abcdef", {2, 400},
                  {{{0, 3}, Kind::kMark, ""}, {{5, 900}, Kind::kMark, ""}}));
  EXPECT_EQ(Render("words", std::move(view)),
            "<mark>c</mark>de<mark>f</mark>\n");
}

engine::ReportTextView HostileReport() {
  engine::ReportTextView text{.id = "r1", .text = "click here now"};
  text.blocks = {{.kind = "paragraph", .span = {0, 14}}};
  text.links = {{{0, 5}, "javascript:alert(1)"},
                {{6, 10}, "https://example.org/"},
                {{11, 14}, "data:text/html,x"}};
  return text;
}

TEST(ReportBody, FollowsOnlyAddressesThatAreSafe) {
  const data parts = BodyOf(HostileReport(), {});
  data view = NewView();
  SetList(&view, "parts", parts);
  const std::string html = Render("report", std::move(view));
  EXPECT_EQ(html.find("javascript:"), std::string::npos);
  EXPECT_EQ(html.find("data:"), std::string::npos);
  EXPECT_NE(html.find("href=\"https://example.org/\" class=\"out\" "
                      "rel=\"noreferrer nofollow external\""),
            std::string::npos);
}

TEST(ReportBody, OpensAtTheBlockThatHoldsThePlace) {
  engine::ReportTextView text{.id = "r1", .text = "one\ntwo words\nthree"};
  text.blocks = {{.kind = "paragraph", .span = {0, 3}},
                 {.kind = "paragraph", .span = {4, 13}},
                 {.kind = "paragraph", .span = {14, 19}}};
  EXPECT_EQ(BlockOf(text, {4, 13}), 1u);
  EXPECT_EQ(BlockOf(text, {8, 13}), 1u);
  EXPECT_EQ(BlockOf(text, {14, 15}), 2u);
  EXPECT_EQ(BlockOf(text, {9999, 9999}), 0u);
  data view = NewView();
  SetList(&view, "parts", BodyOf(text, {.at = TextSpan{8, 13}}));
  const std::string html = Render("report", std::move(view));
  EXPECT_NE(html.find("<div class=\"para hit\" id=\"b1\"><span id=\"hit\">"),
            std::string::npos);
  EXPECT_NE(html.find("<mark class=\"at\">words</mark>"), std::string::npos);
}

TEST(ReportBody, GivesANumberedParagraphItsPrintedAddress) {
  EXPECT_EQ(Slug("para 7"), "para-7");
  EXPECT_EQ(Slug("section A item 2"), "section-a-item-2");
  EXPECT_EQ(Slug("“…”"), "");
}

TEST(Difference, MarksWhatOnlyOneSideHas) {
  const std::string a = "publish the plan by May";
  const std::string b = "Publish a plan";
  const Difference own = Compare(a, b);
  ASSERT_EQ(own.a.size(), 2u);
  EXPECT_EQ(Slice(a, own.a[0]), "the");
  EXPECT_EQ(Slice(a, own.a[1]), "by May");
  ASSERT_EQ(own.b.size(), 1u);
  EXPECT_EQ(Slice(b, own.b[0]), "a");
}

TEST(Difference, OfTheSameWordsIsNone) {
  const Difference own = Compare("The plan – “now”", "the plan - 'now'");
  EXPECT_TRUE(own.a.empty());
  EXPECT_TRUE(own.b.empty());
}

TEST(Difference, IsNotLookedForInWholeBooks) {
  std::string book;
  for (int i = 0; i < 3000; ++i) book += "word" + std::to_string(i) + " ";
  EXPECT_TRUE(Compare(book, book + "more").b.empty());
}

TEST(Response, CarriesItsGuardsWhateverItSays) {
  for (const int status : {200, 404, 405, 500}) {
    const std::string out =
        Serialise({.status = status, .body = "x"}, Method::kGet);
    EXPECT_NE(out.find("Content-Security-Policy: default-src 'none'"),
              std::string::npos);
    EXPECT_NE(out.find("X-Content-Type-Options: nosniff"), std::string::npos);
    EXPECT_NE(out.find("Referrer-Policy: no-referrer"), std::string::npos);
    EXPECT_NE(out.find("Connection: close"), std::string::npos);
  }
}

TEST(Response, CannotBeSplitByAHeader) {
  const Response response{.headers = {{"X-Name", "a\r\nX-Evil: 1"}}};
  EXPECT_EQ(Serialise(response, Method::kGet).find("X-Evil"),
            std::string::npos);
}

TEST(Response, NamesADownloadWithoutLettingItsNameOut) {
  EXPECT_EQ(Attachment("plan.html"),
            "attachment; filename=\"plan.html\"; filename*=UTF-8''plan.html");
  EXPECT_EQ(Attachment("a\"b\r\né.txt"),
            "attachment; filename=\"a_b____.txt\"; "
            "filename*=UTF-8''a%22b%0D%0A%C3%A9.txt");
}

TEST(Response, IsNotSentTwiceToWhoHasIt) {
  Request request;
  const Response first = Conditional({.body = "page"}, request);
  std::string tag;
  for (const auto& [name, value] : first.headers) {
    if (name == "ETag") tag = value;
  }
  ASSERT_FALSE(tag.empty());
  request.headers["if-none-match"] = tag;
  const Response again = Conditional({.body = "page"}, request);
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_EQ(Conditional({.body = "other page"}, request).status, 200);
}

TEST(Routes, FindAPageAndWhatIsLeftOpen) {
  const Match match = FindRoute({"reports", "r3fa9", "text"});
  ASSERT_NE(match.route, nullptr);
  EXPECT_EQ(match.route->pattern, "reports/*/text");
  EXPECT_EQ(match.id, "r3fa9");
  EXPECT_EQ(FindRoute({}).route->section, "home");
  EXPECT_EQ(FindRoute({"nothing"}).route, nullptr);
  EXPECT_EQ(FindRoute({"reports", "r3fa9", "text", "more"}).route, nullptr);
}

TEST(Numbers, ReadAsPeopleWriteThem) {
  EXPECT_EQ(Grouped(0), "0");
  EXPECT_EQ(Grouped(1234567), "1,234,567");
  EXPECT_EQ(Counted(1, "report"), "1 report");
  EXPECT_EQ(Counted(2, "body"), "2 bodies");
  EXPECT_EQ(Counted(3, "match"), "3 matches");
}

}  // namespace
}  // namespace concord::web
