// What the pages say, asked of the real server over real sockets.

#include <Poco/JSON/Parser.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "concord/base/unicode.h"
#include "web_server.h"

namespace concord::web {
namespace {

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

}  // namespace
}  // namespace concord::web
