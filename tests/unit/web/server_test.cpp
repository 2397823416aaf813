// The real server on a free port, spoken to over real sockets.

#include "concord/web/server.h"

#include <Poco/JSON/Parser.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/StreamCopier.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <thread>

#include "concord/base/unicode.h"
#include "tests/support/small_archive.h"

namespace concord::web {
namespace {

namespace net = Poco::Net;
using namespace std::chrono_literals;

// A page that tries everything a page can try.
constexpr const char* kHostile =
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

constexpr const char* kPlain =
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
    options.limits.head_time = 1'500ms;
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
    net::HTTPClientSession session("127.0.0.1", server_->port());
    net::HTTPRequest request(method, target, "HTTP/1.1");
    for (const auto& [name, value] : headers) request.set(name, value);
    session.sendRequest(request);
    net::HTTPResponse response;
    Answer answer;
    std::istream& body = session.receiveResponse(response);
    Poco::StreamCopier::copyToString(body, answer.body);
    answer.status = response.getStatus();
    for (const auto& [name, value] : response) answer.headers[name] = value;
    return answer;
  }

  // Bytes as they are, and everything that comes back.
  static std::string Send(const std::string& bytes) {
    net::StreamSocket socket(net::SocketAddress("127.0.0.1", server_->port()));
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

  static concord::testing::SmallArchive* archive_;
  static Server* server_;
};

concord::testing::SmallArchive* WebServer::archive_ = nullptr;
Server* WebServer::server_ = nullptr;

TEST_F(WebServer, ShowsEveryKindOfPage) {
  const std::string report = Id("Custody visits");
  ASSERT_FALSE(report.empty());
  for (const std::string& target :
       {std::string("/"),
        std::string("/search"),
        std::string("/search?q=custody"),
        std::string("/reports"),
        "/reports/" + report,
        std::string("/recommendations"),
        "/recommendations/" + report + ".1",
        std::string("/overlaps"),
        std::string("/groups"),
        std::string("/works"),
        std::string("/bodies"),
        std::string("/people"),
        std::string("/acronyms"),
        "/graph/" + Id("Custody visits"),
        "/graph/" + Id("Custody visits") + "?depth=2",
        std::string("/counts"),
        std::string("/conflicts"),
        std::string("/wanted"),
        std::string("/missing"),
        std::string("/relations"),
        std::string("/ledger"),
        std::string("/scopes"),
        std::string("/scopes/%3Ci%3Evisits"),
        std::string("/scopes/%3Ci%3Evisits/response")}) {
    const Answer answer = Ask(target);
    EXPECT_EQ(answer.status, 200) << target << "\n" << answer.body;
    EXPECT_NE(answer.body.find("<h1"), std::string::npos) << target;
    EXPECT_NE(answer.body.find("<main id=\"main\""), std::string::npos);
    // Nothing of a template is left, and no script is needed or there.
    EXPECT_EQ(answer.body.find("{{"), std::string::npos) << target;
    EXPECT_EQ(answer.body.find("<script"), std::string::npos) << target;
    EXPECT_EQ(answer.body.find(" style="), std::string::npos) << target;
  }
}

TEST_F(WebServer, NamesAPlaceOnceHoweverOftenItIsQuoted) {
  // Two quotations of one paragraph are one place of the wanted work.
  const std::string page = Ask("/wanted").body;
  EXPECT_NE(page.find("<small>2 times</small>"), std::string::npos) << page;
}

TEST_F(WebServer, GivesTheSameAsJsonAtTheSameAddress) {
  const std::string report = Id("Custody visits");
  const std::string shown = archive_->Open()->Show(report)->json;
  EXPECT_EQ(Ask("/reports/" + report + ".json").body, shown + "\n");
  EXPECT_EQ(Ask("/reports/" + report, {{"Accept", "application/json"}}).body,
            shown + "\n");
  const Answer list = Ask("/reports.json");
  Poco::JSON::Parser parser;
  EXPECT_EQ(parser.parse(list.body).extract<Poco::JSON::Array::Ptr>()->size(),
            2u);
  const auto rows = archive_->Open()->List({.what = "reports"})->rows;
  EXPECT_EQ(Ask("/reports.jsonl").body,
            rows[0].json + "\n" + rows[1].json + "\n");
  const Answer none = Ask("/reports/rffff.json");
  EXPECT_EQ(none.status, 404);
  Poco::JSON::Parser again;
  const auto error = again.parse(none.body).extract<Poco::JSON::Object::Ptr>();
  EXPECT_EQ(error->getValue<std::string>("code"), "not_found");
}

TEST_F(WebServer, OffersTheResponseForWordAndExcel) {
  const std::string at = "/scopes/%3Ci%3Evisits/response";
  const std::string page = Ask(at).body;
  EXPECT_NE(page.find("format=docx\" download>Word<"), std::string::npos);
  EXPECT_NE(page.find("format=xlsx\" download>Excel<"), std::string::npos);
  struct Case {
    std::string format;
    std::string kind;
  };
  for (const Case& one : {Case{"docx", "wordprocessingml.document"},
                          Case{"xlsx", "spreadsheetml.sheet"}}) {
    const Answer file = Ask(at + "?format=" + one.format);
    EXPECT_EQ(file.status, 200) << file.body;
    EXPECT_EQ(file.headers.at("Content-Type"),
              "application/vnd.openxmlformats-officedocument." + one.kind);
    EXPECT_EQ(file.headers.at("Content-Disposition"),
              "attachment; filename=\"_i_visits." + one.format +
                  "\"; filename*=UTF-8''%3Ci%3Evisits." + one.format);
    EXPECT_EQ(file.body.substr(0, 2), "PK");
    EXPECT_EQ(Ask(at + "?format=" + one.format).body, file.body);
  }
}

TEST_F(WebServer, WritesOneWordFileAtATime) {
  const std::string at = "/scopes/%3Ci%3Evisits/response?format=docx";
  std::vector<Answer> answers(3);
  std::vector<std::thread> readers;
  for (Answer& answer : answers) {
    readers.emplace_back([&answer, &at] { answer = Ask(at); });
  }
  for (std::thread& reader : readers) reader.join();
  int written = 0;
  for (const Answer& answer : answers) {
    written += answer.status == 200;
    if (answer.status == 200) continue;
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.headers.count("Retry-After"), 1u);
    EXPECT_NE(answer.body.find("for somebody else"), std::string::npos);
  }
  EXPECT_GE(written, 1);
  EXPECT_EQ(Ask(at).status, 200);
}

TEST_F(WebServer, GivesAListAsAWorkbook) {
  const Answer file = Ask("/recommendations.xlsx?kind=decision");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.headers.at("Content-Disposition")
                .find("attachment; filename=\"recommendations.xlsx\""),
            0u);
  EXPECT_EQ(file.body.substr(0, 2), "PK");
  EXPECT_NE(Ask("/recommendations?kind=decision")
                .body.find("href=\"/recommendations.xlsx?kind=decision\""),
            std::string::npos);
  // What is no list, or only a piece of one, is none.
  for (const std::string target : {"/search.xlsx", "/index.xlsx", "/index.csv",
                                   "/scopes/%3Ci%3Evisits.xlsx"}) {
    EXPECT_EQ(Ask(target).status, 404) << target;
  }
}

TEST_F(WebServer, GivesEveryHitOfASearchInAFile) {
  EXPECT_EQ(Ask("/search.xlsx?q=giraffe").body.substr(0, 2), "PK");
  const Answer csv = Ask("/search.csv?q=giraffe");
  EXPECT_EQ(csv.status, 200);
  EXPECT_EQ(csv.headers.at("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_NE(csv.body.find("giraffe"), std::string::npos);
  // A line of names and one for each hit; the summary is no hit.
  EXPECT_EQ(std::count(csv.body.begin(), csv.body.end(), '\n'), 2);
  EXPECT_EQ(csv.body.find("summary"), std::string::npos);
  const std::string body = Ask("/search?q=giraffe").body;
  EXPECT_NE(body.find("href=\"/search.csv?q=giraffe\""), std::string::npos);
  EXPECT_NE(body.find("href=\"/search.xlsx?q=giraffe\""), std::string::npos);
  EXPECT_EQ(Ask("/search.csv?q=%28%28").status, 400);
}

TEST_F(WebServer, SaysHowAReportIsCited) {
  const std::string report = Id("Custody visits");
  const std::string body = Ask("/reports/" + report).body;
  EXPECT_NE(body.find("<meta name=\"citation_title\" content=\"Custody "
                      "visits\">"),
            std::string::npos)
      << body;
  EXPECT_NE(body.find("<meta name=\"citation_technical_report_institution\" "
                      "content=\"Estates Committee\">"),
            std::string::npos);
  EXPECT_NE(body.find("name=\"DC.date\" content=\"2004-05-03\""),
            std::string::npos);
  EXPECT_NE(body.find("(2004) Custody visits."), std::string::npos);
  const std::string href = "/reports/" + report + "/citation?format=";
  EXPECT_NE(body.find(href + "bibtex"), std::string::npos);
  const Answer ris = Ask(href + "ris");
  EXPECT_EQ(ris.status, 200);
  EXPECT_EQ(ris.headers.at("Content-Type"),
            "application/x-research-info-systems");
  EXPECT_EQ(ris.body.find("TY  - RPRT\r\n"), 0u);
  EXPECT_EQ(ris.headers.at("Content-Disposition").find("attachment"), 0u);
  EXPECT_EQ(Ask(href + "endnote").status, 400);
  EXPECT_EQ(Ask("/reports/r000000000000/citation").status, 404);
  const std::string item = "/recommendations/" + report + ".1";
  EXPECT_NE(Ask(item).body.find("Cite this"), std::string::npos);
  EXPECT_NE(Ask(item + "/citation?format=csl-json").body.find("\"note\":"),
            std::string::npos);
  // A document cannot write itself into the head.
  const std::string hostile = Ask("/reports/" + Hostile()).body;
  EXPECT_EQ(hostile.find("content=\"Evil <script>"), std::string::npos);
}

TEST_F(WebServer, LeadsToWhatAQueryNames) {
  const std::string report = Id("Custody visits");
  EXPECT_NE(Ask("/search?q=" + report)
                .body.find("<a href=\"/reports/" + report + "\">"),
            std::string::npos);
  const std::string day = Ask("/search?q=3%20May%202004").body;
  EXPECT_NE(day.find("/search?in=reports&amp;from=2004-05-03&amp;to="
                     "2004-05-03"),
            std::string::npos)
      << day;
}

TEST_F(WebServer, ListsWhatIsDueByItsDeadline) {
  const std::string due =
      Ask("/recommendations?due-from=2005&due-to=2005").body;
  EXPECT_NE(due.find("custody visits"), std::string::npos) << due;
  EXPECT_NE(due.find("1 decision sought"), std::string::npos);
  EXPECT_NE(Ask("/recommendations?due-to=2004").body.find("0 recommendations"),
            std::string::npos);
  EXPECT_NE(Ask("/recommendations?owner=Zebra")
                .body.find("no owner or addressee here has the words"),
            std::string::npos);
  EXPECT_EQ(Ask("/recommendations?due-to=soon").status, 400);
}

TEST_F(WebServer, OpensAHitAtItsParagraphWithTheWordMarked) {
  const Answer found = Ask("/search?q=giraffe");
  const std::string start = "<h3><a href=\"";
  const std::size_t at = found.body.find(start) + start.size();
  std::string href = found.body.substr(at, found.body.find('"', at) - at);
  EXPECT_NE(href.find("#hit"), std::string::npos);
  href = href.substr(0, href.find('#'));
  for (std::size_t i; (i = href.find("&amp;")) != std::string::npos;) {
    href.replace(i, 5, "&");
  }
  const Answer report = Ask(href);
  EXPECT_EQ(report.status, 200);
  const std::size_t hit = report.body.find("<span id=\"hit\"></span>");
  const std::size_t word = report.body.find("<mark>giraffe</mark>");
  ASSERT_NE(hit, std::string::npos) << href;
  ASSERT_NE(word, std::string::npos);
  EXPECT_LT(hit, word);
  EXPECT_LT(word - hit, 400u);
}

TEST_F(WebServer, SaysWhatAnAcronymWasSearchedAs) {
  const std::string body = Ask("/search?q=HCU").body;
  EXPECT_NE(body.find("HCU is \xE2\x80\x9CHarbour Crane Unit\xE2\x80\x9D in 1 "
                      "report"),
            std::string::npos)
      << body;
  EXPECT_NE(body.find("<mark>Harbour Crane Unit</mark>"), std::string::npos)
      << body;
  EXPECT_EQ(Ask("/search?q=giraffe").body.find("either form"),
            std::string::npos);
}

TEST_F(WebServer, CountsTheMatchesOfEachCommittee) {
  const std::string body = Ask("/search?q=the").body;
  EXPECT_NE(body.find("By committee"), std::string::npos) << body;
  EXPECT_NE(body.find("/search?q=the&amp;committee=Estates%20Committee"),
            std::string::npos)
      << body;
}

TEST_F(WebServer, DrawsWhatIsNextToAReportWithLinks) {
  const std::string report = Id("Custody visits");
  const Answer page = Ask("/graph/" + report);
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("<svg "), std::string::npos);
  EXPECT_EQ(page.body.find("<?xml"), std::string::npos);
  // In the picture and in the words below it.
  EXPECT_NE(page.body.find("xlink:href=\"/reports/" + report + "\""),
            std::string::npos);
  EXPECT_NE(page.body.find("<a href=\"/reports/" + report + "\">"),
            std::string::npos);
  EXPECT_NE(page.body.find("xlink:href=\"/recommendations/" + report + ".1\""),
            std::string::npos);
  const Answer json = Ask("/graph/" + report + ".json");
  EXPECT_NE(json.body.find("\"type\":\"graph\""), std::string::npos);
  EXPECT_EQ(Ask("/graph/" + report + "?depth=9").status, 400);
  EXPECT_EQ(Ask("/graph/rffff").status, 404);
}

TEST_F(WebServer, ShowsHostileTextAsWords) {
  const std::string id = Hostile();
  ASSERT_FALSE(id.empty());
  for (const std::string target : {"/", "/reports", "/search?q=zebra",
                                   "/recommendations", "/ledger", "/people"}) {
    const std::string body = Ask(target).body;
    EXPECT_EQ(body.find("<script"), std::string::npos) << target;
    EXPECT_EQ(body.find("<img"), std::string::npos) << target;
  }
  const std::string picture = Ask("/graph/" + id).body;
  EXPECT_NE(picture.find("<svg"), std::string::npos);
  EXPECT_EQ(picture.find("<script"), std::string::npos);
  EXPECT_EQ(picture.find("<img"), std::string::npos);
  EXPECT_EQ(picture.find("\xE2\x80\xAE"), std::string::npos);
  const std::string body = Ask("/reports/" + id + "?q=zebra").body;
  EXPECT_EQ(body.find("<script"), std::string::npos);
  EXPECT_EQ(body.find("<img"), std::string::npos);
  EXPECT_EQ(body.find("<b onmouseover"), std::string::npos);
  EXPECT_EQ(body.find("javascript:"), std::string::npos);
  EXPECT_EQ(body.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_NE(body.find("&lt;script src=//evil.example/x.js&gt;"),
            std::string::npos);
  // What people type comes back as words too.
  const std::string echo =
      Ask("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body;
  EXPECT_EQ(echo.find("<script"), std::string::npos);
  const std::string named = Ask("/scopes").body;
  EXPECT_EQ(named.find("<i>visits"), std::string::npos);
  EXPECT_EQ(Ask("/%3Cscript%3Ealert(1)").body.find("<script"),
            std::string::npos);
}

TEST_F(WebServer, HandsOutAnOriginalOnlyAsADownload) {
  const std::string body = Ask("/reports/" + Hostile()).body;
  const std::size_t at = body.find("/originals/");
  ASSERT_NE(at, std::string::npos);
  const Answer original = Ask(body.substr(at, 11 + 64));
  EXPECT_EQ(original.status, 200);
  EXPECT_EQ(original.body, kHostile);
  EXPECT_EQ(original.headers.at("Content-Type"), "application/octet-stream");
  EXPECT_EQ(original.headers.at("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(original.headers.at("Content-Security-Policy"),
            "sandbox; default-src 'none'");
  EXPECT_EQ(original.headers.at("Content-Disposition").find("attachment"), 0u);
  EXPECT_EQ(Ask("/originals/" + std::string(64, '0')).status, 404);
  EXPECT_EQ(Ask("/originals/..%2f..%2frecord.sqlite").status, 400);
}

TEST_F(WebServer, SaysOfAWorkWhatPeopleDecidedItIsNot) {
  for (const auto& [work, other] :
       {std::pair<std::string, std::string>{"w-keepers-code",
                                            "w-lighthouse-inquiry-report"},
        {"w-lighthouse-inquiry-report", "w-keepers-code"}}) {
    const std::string body = Ask("/works/" + work).body;
    const std::size_t at = body.find("Not the same work");
    ASSERT_NE(at, std::string::npos) << work;
    EXPECT_NE(body.find("href=\"/works/" + other + "\"", at),
              std::string::npos);
    EXPECT_NE(body.find("two &lt;i&gt;papers", at), std::string::npos);
    EXPECT_EQ(body.find("<b>Fenwick"), std::string::npos);
  }
  const Answer json = Ask("/works/w-keepers-code.json");
  EXPECT_NE(json.body.find("\"refused\":[{\"work_id\":\"w-lighthouse"),
            std::string::npos)
      << json.body;
}

TEST_F(WebServer, SaysWhatIsNotThereWithASearchBox) {
  for (const std::string target :
       {"/nothing", "/reports/rffffff", "/recommendations/rffff.1",
        "/works/w-no-such", "/bodies/b-no", "/people/p-no", "/scopes/none",
        "/scopes/none/response"}) {
    const Answer answer = Ask(target);
    EXPECT_EQ(answer.status, 404) << target;
    EXPECT_NE(answer.body.find("name=\"q\""), std::string::npos) << target;
  }
}

TEST_F(WebServer, RefusesWhatCannotBeMeantAndSaysWhy) {
  for (const std::string target :
       {"/search?q=%28%28%28", "/search?q=a&page=0", "/search?q=a&page=x",
        "/search?q=a&page=99999999999999999999", "/search?q=a&page=900000",
        "/search?q=a&in=elsewhere", "/search?q=a&from=yesterday",
        "/overlaps?min-weight=heavy", "/reports?page=-1",
        "/scopes/%3Ci%3Evisits/response?format=exe"}) {
    const Answer answer = Ask(target);
    EXPECT_EQ(answer.status, 400) << target;
    EXPECT_GT(answer.body.size(), 500u);
  }
  const std::string id = Id("Custody visits");
  EXPECT_EQ(Ask("/reports/" + id + "?at=5-1").status, 400);
  EXPECT_EQ(Ask("/reports/" + id + "?at=x").status, 400);
  // A place within a character begins with it: the page stays UTF-8.
  const std::string text = Ask("/reports/" + Hostile() + "/text").body;
  const std::size_t at = text.find("é");
  ASSERT_NE(at, std::string::npos);
  const Answer cut =
      Ask("/reports/" + Hostile() + "?at=" + std::to_string(at + 1) + "-" +
          std::to_string(at + 2));
  EXPECT_EQ(cut.status, 200);
  EXPECT_TRUE(IsValidUtf8(cut.body));
  // A place past the end is no place; the report is shown all the same.
  EXPECT_EQ(Ask("/reports/" + id + "?at=90000-90001").status, 200);
}

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
