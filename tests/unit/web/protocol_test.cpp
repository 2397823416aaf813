// How the server keeps to HTTP, and what it does with those who do not.

#include <Poco/Net/StreamSocket.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "web_server.h"

namespace concord::web {
namespace {

namespace net = Poco::Net;
using namespace std::chrono_literals;

TEST_F(WebServer, OnlyReads) {
  for (const std::string method :
       {"POST", "PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"}) {
    const std::string answer =
        Send(method + " / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_EQ(answer.find("HTTP/1.1 405"), 0u) << method;
    EXPECT_NE(answer.find("Allow: GET, HEAD"), std::string::npos);
  }
}

TEST_F(WebServer, AnswersHeadAsGetWithoutTheBody) {
  const Answer get = Ask("/reports");
  const Answer head = Ask("/reports", {}, "HEAD");
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.body.empty());
  EXPECT_EQ(head.headers.at("Content-Length"),
            get.headers.at("Content-Length"));
  EXPECT_EQ(head.headers.at("ETag"), get.headers.at("ETag"));
}

TEST_F(WebServer, LetsTheStyleSheetBeKeptForEver) {
  const std::string page = Ask("/").body;
  const std::size_t at = page.find("/style-");
  const std::string path = page.substr(at, page.find('"', at) - at);
  const Answer style = Ask(path);
  EXPECT_EQ(style.status, 200);
  EXPECT_EQ(style.headers.at("Content-Type"), "text/css; charset=utf-8");
  EXPECT_NE(style.headers.at("Cache-Control").find("immutable"),
            std::string::npos);
  const Answer again = Ask(path, {{"If-None-Match", style.headers.at("ETag")}});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
}

TEST_F(WebServer, DoesNotAnswerToAnotherName) {
  const std::string answer =
      Send("GET /reports HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  EXPECT_EQ(answer.find("HTTP/1.1 421"), 0u);
  EXPECT_EQ(answer.find("Custody"), std::string::npos);
}

TEST_F(WebServer, NeverRunsABodyAsTheNextRequest) {
  const std::string inner = "GET /ledger HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const std::string host =
      "Host: 127.0.0.1:" + std::to_string(server_->port()) + "\r\n";
  const std::string answer =
      Send("GET / HTTP/1.1\r\n" + host + "Content-Length: " +
           std::to_string(inner.size()) + "\r\n\r\n" + inner);
  EXPECT_EQ(answer.find("HTTP/1.1 400"), 0u);
  EXPECT_EQ(answer.find("HTTP/1.1", 10), std::string::npos);
  const std::string two = Send("GET / HTTP/1.1\r\n" + host + "\r\n" + inner);
  EXPECT_EQ(two.find("HTTP/1.1 200"), 0u);
  EXPECT_EQ(two.find("HTTP/1.1", 10), std::string::npos);
}

TEST_F(WebServer, BoundsWhatIsSent) {
  EXPECT_EQ(Send("GET /" + std::string(20'000, 'a')).find("HTTP/1.1 414"), 0u);
  EXPECT_EQ(Send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a'))
                .find("HTTP/1.1 431"),
            0u);
}

TEST_F(WebServer, GivesUpOnAHeadThatNeverEnds) {
  net::StreamSocket socket(net::SocketAddress("127.0.0.1", server_->port()));
  const auto started = std::chrono::steady_clock::now();
  std::string answer;
  try {
    // A byte every now and then must not prolong it.
    for (int i = 0; i < 100; ++i) {
      socket.sendBytes("G", 1);
      if (socket.poll(Poco::Timespan(100'000), net::Socket::SELECT_READ)) break;
    }
    char piece[512];
    const int got = socket.receiveBytes(piece, sizeof piece);
    answer.assign(piece, static_cast<std::size_t>(std::max(got, 0)));
  } catch (const Poco::Exception&) {
  }
  EXPECT_EQ(answer.find("HTTP/1.1 408"), 0u);
  EXPECT_LT(std::chrono::steady_clock::now() - started, 8s);
}

TEST_F(WebServer, AnswersWhileManySlowClientsHang) {
  std::vector<net::StreamSocket> slow;
  for (int i = 0; i < 100; ++i) {
    slow.emplace_back(net::SocketAddress("127.0.0.1", server_->port()));
    slow.back().sendBytes("GET / HT", 8);
  }
  const auto started = std::chrono::steady_clock::now();
  EXPECT_EQ(Ask("/reports").status, 200);
  EXPECT_LT(std::chrono::steady_clock::now() - started, 5s);
}

TEST_F(WebServer, AnswersManyAtOnceAlike) {
  const std::string expected = Ask("/reports").body;
  std::atomic<int> alike{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) alike += Ask("/reports").body == expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(alike, 40);
}

TEST_F(WebServer, SaysThatAPortIsTaken) {
  const auto second =
      Server::Start({.engine = archive_->Options(), .port = server_->port()});
  ASSERT_FALSE(second.has_value());
  EXPECT_NE(second.error().message().find("is taken"), std::string::npos);
}

TEST_F(WebServer, ListensToOthersOnlyWhenToldTo) {
  const auto open = Server::Start(
      {.engine = archive_->Options(), .address = "0.0.0.0", .port = 0});
  ASSERT_FALSE(open.has_value());
  EXPECT_EQ(open.error().code(), ErrorCode::kInvalidArgument);
  EXPECT_NE(open.error().message().find("--allow-remote"), std::string::npos);
  EXPECT_EQ(Server::Start({.engine = archive_->Options(),
                           .address = "not an address",
                           .port = 0})
                .error()
                .code(),
            ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace concord::web
