#pragma once
// The real server on a free port, over an archive of a plain and a hostile
// page.

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/StreamCopier.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>

#include "concord/web/server.h"
#include "tests/support/small_archive.h"

namespace concord::web {

// A page that tries everything a page can try.
inline constexpr const char* kHostile =
    "<html><head><title>Evil &lt;script&gt;alert(1)&lt;/script&gt; "
    "title</title></head><body><h1>Evil &lt;script&gt;alert(1)&lt;/script&gt; "
    "title</h1><p>Report: 6</p><p>Date: 4 May 2004</p>"
    "<p>By: &lt;img src=x onerror=alert(2)&gt;</p>"
    "<h2>A. Recommendations</h2>"
    "<p>That the Board &lt;b onmouseover=alert(3)&gt;note&lt;/b&gt; "
    "\xE2\x80\xAEthe turned plan, \"quoted' and <a "
    "href=\"javascript:alert(4)\">follow this</a>.</p>"
    "<p>1. The hostile zebra café &lt;/p&gt;&lt;script "
    "src=//evil.example/x.js&gt;&lt;/script&gt;</p></body></html>";

inline constexpr const char* kPlain =
    "<html><head><title>Custody visits</title></head><body><h1>Custody "
    "visits</h1><p>Report 4 of the 3 May 2004 meeting of the Estates "
    "Committee</p><p>Report: 4</p><p>Date: 3 May 2004</p><h2>A. "
    "Recommendations</h2><p>That the Board publish a plan for custody visits "
    "by 1 June 2005.</p><h2>B. Supporting information</h2><p>1. Visits were "
    "few.</p><p>2. A giraffe was seen in the custody yard by the Harbour "
    "Crane Unit (HCU).</p><p>3. The Lighthouse Inquiry Report was late, and "
    "the Lighthouse Inquiry Report was long. The report \"Keepers Code\" "
    "(1999) was read.</p></body></html>";

struct Answer {
  int status = 0;
  std::string body;
  std::map<std::string, std::string> headers;
};

class WebServer : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    archive_ = new concord::testing::SmallArchive();
    archive_->Write("hostile.html", kHostile);
    archive_->Write("<b>\"evil\".html", kPlain);
    archive_->Import();
    auto writer =
        engine::Engine::Open(archive_->Options(), engine::Access::kWrite);
    (void)(*writer)->MakeScope(
        {.name = "<i>visits", .reports = {Id("Custody visits")}});
    const auto refused =
        (*writer)->ChangeRegister({.change = "refuse",
                                   .id = "w-lighthouse-inquiry-report",
                                   .others = {"w-keepers-code"},
                                   .who = "J. <b>Fenwick</b>",
                                   .why = "two <i>papers</i>"});
    ASSERT_TRUE(refused.has_value()) << refused.error().message();
    writer->reset();
    ServeOptions options{.engine = archive_->Options(), .port = 0};
    options.limits.head_time = std::chrono::milliseconds(1500);
    auto server = Server::Start(options);
    ASSERT_TRUE(server.has_value()) << server.error().message();
    server_ = server->release();
  }
  static void TearDownTestSuite() {
    delete server_;
    delete archive_;
  }

  // The id of the report whose title is so.
  static std::string Id(const std::string& title) {
    const auto reports = archive_->Open()->List({.what = "reports"});
    for (const engine::ListRow& row : reports->rows) {
      if (row.cells.back() == title) return row.cells.front();
    }
    return "";
  }
  static std::string Hostile() {
    const auto reports = archive_->Open()->List({.what = "reports"});
    for (const engine::ListRow& row : reports->rows) {
      if (row.cells.back().find("Evil") == 0) return row.cells.front();
    }
    return "";
  }

  static Answer Ask(const std::string& target,
                    const std::map<std::string, std::string>& headers = {},
                    const std::string& method = "GET") {
    Poco::Net::HTTPClientSession session("127.0.0.1", server_->port());
    Poco::Net::HTTPRequest request(method, target, "HTTP/1.1");
    for (const auto& [name, value] : headers) request.set(name, value);
    session.sendRequest(request);
    Poco::Net::HTTPResponse response;
    Answer answer;
    std::istream& body = session.receiveResponse(response);
    Poco::StreamCopier::copyToString(body, answer.body);
    answer.status = response.getStatus();
    for (const auto& [name, value] : response) answer.headers[name] = value;
    return answer;
  }

  // Bytes as they are, and everything that comes back.
  static std::string Send(const std::string& bytes) {
    Poco::Net::StreamSocket socket(
        Poco::Net::SocketAddress("127.0.0.1", server_->port()));
    socket.setReceiveTimeout(Poco::Timespan(20, 0));
    std::string all;
    try {
      socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
      char piece[4096];
      for (int got = 0; (got = socket.receiveBytes(piece, sizeof piece)) > 0;) {
        all.append(piece, static_cast<std::size_t>(got));
      }
    } catch (const Poco::Exception&) {
      // The server closed while bytes were still coming.
    }
    return all;
  }

  static inline concord::testing::SmallArchive* archive_ = nullptr;
  static inline Server* server_ = nullptr;
};

}  // namespace concord::web
