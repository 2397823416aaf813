// What is read as a request, and what is refused before anything looks at it.

#include "web/request.h"

#include <gtest/gtest.h>

namespace concord::web {
namespace {

tl::expected<Request, Refusal> Parse(const std::string& head) {
  return ParseRequest(head, Limits{});
}

std::string Get(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost:8750\r\n\r\n";
}

TEST(Request, IsReadWithItsPartsDecodedOnce) {
  const auto request = Parse(Get("/reports/r3fa9%2e7?q=caf%C3%A9+%26+co&in="));
  ASSERT_TRUE(request.has_value()) << request.error().why;
  EXPECT_EQ(request->segments,
            (std::vector<std::string>{"reports", "r3fa9.7"}));
  EXPECT_EQ(request->Field("q"), "café & co");
  EXPECT_EQ(request->Field("in"), "");
  EXPECT_EQ(request->Field("absent"), "");
  EXPECT_EQ(request->Header("host"), "localhost:8750");
}

TEST(Request, OfHeadIsReadToo) {
  const auto request = Parse("HEAD / HTTP/1.0\r\nHost: [::1]:8750\r\n\r\n");
  ASSERT_TRUE(request.has_value());
  EXPECT_EQ(request->method, Method::kHead);
  EXPECT_TRUE(request->segments.empty());
}

struct Refused {
  const char* what;
  std::string head;
  int status;
};

class RefusedRequest : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedRequest, HasTheStatusThatSaysWhy) {
  const auto request = Parse(GetParam().head);
  ASSERT_FALSE(request.has_value()) << GetParam().what;
  EXPECT_EQ(request.error().status, GetParam().status)
      << GetParam().what << ": " << request.error().why;
  EXPECT_FALSE(request.error().why.empty());
}

std::string WithHeader(const std::string& line) {
  return "GET / HTTP/1.1\r\nHost: localhost\r\n" + line + "\r\n\r\n";
}

std::string ManyHeaders() {
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    lines += "X-" + std::to_string(i) + ": 1\r\n";
  }
  return "GET / HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
}

std::string ManyFields() {
  std::string query = "/search?";
  for (int i = 0; i < 100; ++i) query += "f" + std::to_string(i) + "=1&";
  return Get(query);
}

INSTANTIATE_TEST_SUITE_P(
    Each, RefusedRequest,
    ::testing::Values(
        Refused{"post", "POST / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        Refused{"trace", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        Refused{"options", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        Refused{"lower case", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        Refused{"http/2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        Refused{"no version", "GET /\r\nHost: a\r\n\r\n", 400},
        Refused{"space in address", Get("/a b"), 400},
        Refused{"absolute form", Get("http://evil.example/"), 400},
        Refused{"dots", Get("/../etc/passwd"), 400},
        Refused{"coded dots", Get("/%2e%2e/%2e%2e/etc/passwd"), 400},
        Refused{"coded slash", Get("/reports/..%2f..%2fetc"), 400},
        Refused{"backslash", Get("/reports/..%5cetc"), 400},
        Refused{"empty part", Get("//evil.example/"), 400},
        Refused{"nul", Get("/reports/a%00b"), 400},
        Refused{"no code", Get("/reports/%zz"), 400},
        Refused{"half a code", Get("/reports/%4"), 400},
        Refused{"overlong utf-8", Get("/reports/%c0%af"), 400},
        Refused{"line end in address", Get("/reports/a%0d%0aX: 1"), 400},
        Refused{"field twice", Get("/search?q=a&q=b"), 400},
        Refused{"long address", Get("/" + std::string(5000, 'a')), 414},
        Refused{"long value", Get("/search?q=" + std::string(4050, 'a')), 400},
        Refused{"many fields", ManyFields(), 400},
        Refused{"many headers", ManyHeaders(), 431},
        Refused{"no host", "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n", 400},
        Refused{"two hosts", WithHeader("Host: other"), 400},
        Refused{"body", WithHeader("Content-Length: 5"), 400},
        Refused{"negative length", WithHeader("Content-Length: -1"), 400},
        Refused{"two lengths",
                WithHeader("Content-Length: 0\r\nContent-Length: 0"), 400},
        Refused{"chunked", WithHeader("Transfer-Encoding: chunked"), 400},
        Refused{"folded line", WithHeader("X-A: 1\r\n folded"), 400},
        Refused{"space before colon", WithHeader("X-A : 1"), 400},
        Refused{"bare line end", "GET / HTTP/1.1\nHost: localhost\n\r\n\r\n",
                400},
        Refused{"control in header", WithHeader("X-A: a\x01z"), 400}));

TEST(Request, ForAnotherNameIsNotOurs) {
  const std::vector<std::string> none;
  EXPECT_TRUE(IsOwnHost("localhost:8750", 8750, none));
  EXPECT_TRUE(IsOwnHost("LOCALHOST:8750", 8750, none));
  EXPECT_TRUE(IsOwnHost("127.0.0.1:8750", 8750, none));
  EXPECT_TRUE(IsOwnHost("[::1]:8750", 8750, none));
  EXPECT_TRUE(IsOwnHost("localhost", 80, none));
  // A name that somebody made to point here, to read what is here.
  EXPECT_FALSE(IsOwnHost("evil.example:8750", 8750, none));
  EXPECT_FALSE(IsOwnHost("localhost.evil.example:8750", 8750, none));
  EXPECT_FALSE(IsOwnHost("localhost:8751", 8750, none));
  EXPECT_FALSE(IsOwnHost("localhost", 8750, none));
  EXPECT_FALSE(IsOwnHost("localhost:8750x", 8750, none));
  EXPECT_FALSE(IsOwnHost("", 8750, none));
  EXPECT_TRUE(IsOwnHost("archive.example:8750", 8750, {"archive.example"}));
}

TEST(Encoding, ComesBackAsItWas) {
  for (const std::string text :
       {"plain", "a b&c=d/e?f#g", "“quoted” – é", "100%", "r3fa.7"}) {
    EXPECT_EQ(Decode(Encode(text), Plus::kItself), text);
    EXPECT_EQ(Decode(Encode(text), Plus::kSpace), text);
  }
}

}  // namespace
}  // namespace concord::web
