// Fetching pages, against a server of ours on the loopback address.

#include "source/web_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <thread>

#include "tests/support/web_site.h"

namespace concord::source {
namespace {

using std::chrono::steady_clock;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

class WebClientTest : public ::testing::Test {
 protected:
  WebClientTest()
      : site_([this](const std::string& path, auto& socket) {
          const auto found = answers_.find(path);
          Say(socket, found == answers_.end()
                          ? "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n"
                            "\r\nsorry"
                          : found->second);
          if (path == "/endless") cancellation_.WaitUntil(Later());
        }) {
    options_.max_bytes = 200'000;
    options_.web.allow_private = true;
    options_.web.delay = std::chrono::milliseconds(1);
    options_.web.timeout = std::chrono::seconds(30);
  }
  ~WebClientTest() override { cancellation_.Cancel(); }

  static steady_clock::time_point Later() {
    return steady_clock::now() + std::chrono::minutes(10);
  }
  Member Fetch(const std::string& path) {
    return WebClient(options_, &cancellation_).Fetch(site_.Address(path));
  }
  std::string CodeOf(const std::string& path) {
    const Member member = Fetch(path);
    return member.fault ? member.fault->code : "";
  }

  Cancellation cancellation_;
  std::map<std::string, std::string> answers_;
  WebSite site_;
  SourceOptions options_;
};

TEST_F(WebClientTest, APageComesWithItsAddressTimeAndType) {
  answers_["/page"] = Page("<p>words</p>");
  const Member page = Fetch("/page#part");
  ASSERT_FALSE(page.fault.has_value()) << page.fault->error.message();
  EXPECT_EQ(page.bytes, "<p>words</p>");
  EXPECT_EQ(page.media_type, "text/html");
  EXPECT_EQ(page.charset, "iso-8859-1");
  EXPECT_EQ(page.uri, site_.Address("/page"));
  EXPECT_TRUE(page.captured_at.has_value());
  EXPECT_EQ(page.http_header,
            "HTTP/1.1 200 OK\n"
            "Content-Type: text/html; charset=iso-8859-1\n"
            "Content-Length: 12\n");
  const std::string request = site_.asked().back();
  EXPECT_THAT(request, HasSubstr("User-Agent: concord/"));
  EXPECT_THAT(request, HasSubstr("Host: 127.0.0.1:"));
}

TEST_F(WebClientTest, WhatIsSentInChunksIsPutTogether) {
  answers_["/page"] =
      "HTTP/1.1 100 Continue\r\n\r\n"
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
      "4;x=1\r\nsome\r\nB\r\n more words\r\n0\r\nX-Sum: 1\r\n\r\n";
  const Member page = Fetch("/page");
  ASSERT_FALSE(page.fault.has_value()) << page.fault->error.message();
  EXPECT_EQ(page.bytes, "some more words");
}

TEST_F(WebClientTest, RedirectsOnOneSiteAreFollowed) {
  answers_["/page"] = Page("words");
  answers_["/moved"] = Redirect("page");
  const Member page = Fetch("/moved");
  ASSERT_FALSE(page.fault.has_value()) << page.fault->error.message();
  EXPECT_EQ(page.uri, site_.Address("/page"));
}

TEST_F(WebClientTest, WhatIsRefusedSaysWhy) {
  answers_["/robots.txt"] = Page("User-agent: *\nDisallow: /private\n");
  answers_["/private/x"] = Page("secret");
  answers_["/round"] = Redirect("/round");
  answers_["/away"] = Redirect("http://127.0.0.2/page");
  answers_["/file"] = Redirect("file:///etc/passwd");
  answers_["/named"] = Redirect("http://me:secret@127.0.0.1/");
  answers_["/large"] = Page(std::string(300'000, 'x'));
  answers_["/busy"] = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
  EXPECT_EQ(CodeOf("/nothing"), "http_404");
  EXPECT_EQ(CodeOf("/private/x"), "robots");
  EXPECT_EQ(CodeOf("/round"), "too_many_redirects");
  EXPECT_EQ(CodeOf("/away"), "other_host");
  EXPECT_EQ(CodeOf("/file"), "bad_address");
  EXPECT_EQ(CodeOf("/named"), "bad_address");
  EXPECT_EQ(CodeOf("/large"), "too_large");
  EXPECT_EQ(CodeOf("/busy"), "http_503");
  EXPECT_EQ(site_.CountOf("/private/x"), 0);
  // Only what may be better another time is a failure; the rest is skipped.
  EXPECT_EQ(Fetch("/busy").fault->error.code(), ErrorCode::kUnavailable);
  EXPECT_EQ(Fetch("/nothing").fault->error.code(), ErrorCode::kUnsupported);
}

// A client that reads until the connection ends takes each for a whole page.
TEST_F(WebClientTest, AnAnswerThatIsCutOffIsNoPage) {
  answers_["/length"] =
      "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\ntoo few words";
  answers_["/chunk"] =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nwords";
  answers_["/between"] =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n";
  answers_["/header"] = "HTTP/1.1 200 OK\r\nContent-Le";
  for (const char* path : {"/length", "/chunk", "/between", "/header"}) {
    EXPECT_EQ(CodeOf(path), "truncated") << path;
  }
  answers_["/whole"] = "HTTP/1.0 200 OK\r\n\r\nto the end";
  EXPECT_EQ(Fetch("/whole").bytes, "to the end");
}

TEST_F(WebClientTest, WhatIsNoAnswerOfAServerIsRefused) {
  answers_["/mail"] = "220 mail.example ready\r\n";
  answers_["/chunks"] =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nwords\r\n";
  answers_["/length"] = "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n";
  answers_["/header"] =
      "HTTP/1.1 200 OK\r\nX: " + std::string(100'000, 'x') + "\r\n\r\n";
  for (const char* path : {"/mail", "/chunks", "/length", "/header"}) {
    EXPECT_EQ(CodeOf(path), "bad_answer") << path;
  }
}

// However little comes at a time: the limit is on all of it.
TEST_F(WebClientTest, AServerThatNeverEndsIsGivenUp) {
  options_.web.timeout = std::chrono::seconds(1);
  answers_["/endless"] = "HTTP/1.1 200 OK\r\n\r\n<p>wor";
  EXPECT_EQ(CodeOf("/endless"), "timeout");
}

TEST_F(WebClientTest, CancellingEndsWhatWaits) {
  answers_["/endless"] = "HTTP/1.1 200 OK\r\n\r\n<p>wor";
  std::thread canceller([this] {
    while (site_.CountOf("/endless") == 0) std::this_thread::yield();
    cancellation_.Cancel();
  });
  EXPECT_EQ(Fetch("/endless").fault->error.code(), ErrorCode::kCancelled);
  canceller.join();
  options_.web.delay = std::chrono::hours(1);
  EXPECT_EQ(Fetch("/page").fault->error.code(), ErrorCode::kCancelled);
}

TEST_F(WebClientTest, AHostIsAskedForItsRobotsOnce) {
  answers_["/page"] = Page("words");
  WebClient client(options_, &cancellation_);
  client.Fetch(site_.Address("/page"));
  client.Fetch(site_.Address("/page"));
  EXPECT_EQ(site_.CountOf("/robots.txt"), 1);
  EXPECT_EQ(site_.CountOf("/page"), 2);
}

TEST_F(WebClientTest, RobotsAreFoundWhereTheyMovedTo) {
  answers_["/robots.txt"] = Redirect("/rules.txt");
  answers_["/rules.txt"] = Page("User-agent: *\nDisallow: /\n");
  EXPECT_EQ(CodeOf("/page"), "robots");
}

TEST_F(WebClientTest, ASiteThatCannotSayWhatMayBeReadIsNotRead) {
  answers_["/robots.txt"] = "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n";
  answers_["/page"] = Page("words");
  EXPECT_EQ(CodeOf("/page"), "robots");
  EXPECT_EQ(site_.CountOf("/page"), 0);
}

TEST_F(WebClientTest, LongRobotsAreReadToTheLimit) {
  answers_["/robots.txt"] =
      Page("User-agent: *\nDisallow: /page\n" + std::string(1 << 20, '#'));
  answers_["/page"] = Page("words");
  EXPECT_EQ(CodeOf("/page"), "robots");
}

TEST_F(WebClientTest, RequestsKeepTheirDistance) {
  options_.web.delay = std::chrono::milliseconds(200);
  const auto start = steady_clock::now();
  Fetch("/page");  // robots.txt first
  EXPECT_GE(steady_clock::now() - start, std::chrono::milliseconds(200));
}

TEST_F(WebClientTest, NothingInAnAddressEndsTheRequestLine) {
  Fetch("/a b?c=\r\nX-Injected: 1");
  EXPECT_THAT(site_.asked().back(), Not(HasSubstr("\nX-Injected")));
  EXPECT_THAT(site_.asked().back(), HasSubstr("GET /a%20b?c="));
}

TEST_F(WebClientTest, NoRedirectLeadsIntoThePrivateNetwork) {
  // The server of this test is on it too: as if it were not.
  options_.web.allow_private = false;
  EXPECT_EQ(CodeOf("/page"), "private_address");
  EXPECT_TRUE(site_.asked().empty());
}

// Every way of writing an address of this machine or of a private network.
TEST(WebClientGuardTest, NoNameLeadsIntoTheNetworkTheProgramRunsIn) {
  Cancellation cancellation;
  WebClient client({}, &cancellation);
  for (const char* address :
       {"http://127.0.0.1/", "http://127.1/", "http://0x7f000001/",
        "http://2130706433/", "http://[::1]/", "http://localhost/",
        "http://10.0.0.1/", "http://172.16.3.4/", "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/", "http://0.0.0.0/",
        "http://100.64.0.1/", "http://[fd00::1]/", "http://[fe80::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[2002:7f00:1::]/",
        "http://[64:ff9b::7f00:1]/", "http://224.0.0.1/"}) {
    const Member member = client.Fetch(address);
    ASSERT_TRUE(member.fault.has_value()) << address;
    EXPECT_THAT(member.fault->code, AnyOf("private_address", "bad_address"))
        << address << " " << member.fault->error.message();
    EXPECT_TRUE(member.bytes.empty()) << address;
  }
}

}  // namespace
}  // namespace concord::source
