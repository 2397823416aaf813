// Web archives: addresses, times, codings, revisits.

#include <brotli/encode.h>
#include <gmock/gmock.h>

#include <map>

#include "concord/base/digest.h"
#include "tests/support/test_data.h"
#include "tests/unit/source/archive_builder.h"

namespace concord::source {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class WarcTest : public ArchiveTest {
 protected:
  // The only page of an archive with one answer.
  SourceItem One(const std::string& answer) {
    Write("a.warc", WarcRecord("response", "http://www.a.example/x/", answer));
    std::vector<SourceItem> items = Walk();
    EXPECT_EQ(items.size(), 2u);
    return items.empty() ? SourceItem{} : items.front();
  }
};

TEST_F(WarcTest, APageKeepsItsAddressItsTimeAndWhatTheServerSaid) {
  const SourceItem item = One(HttpAnswer(
      "Content-Type: Text/HTML; charset=\"ISO-8859-1\"\r\n", "<p>words</p>"));
  ASSERT_TRUE(item.capture.has_value());
  EXPECT_EQ(item.capture->uri, "http://www.a.example/x/");
  EXPECT_EQ(item.capture->media_type, "text/html");
  EXPECT_EQ(item.capture->declared_charset, "iso-8859-1");
  EXPECT_TRUE(item.capture->has_address);
  EXPECT_EQ(item.capture->captured_at->time_since_epoch().count(),
            1152523800);  // 2006-07-10T09:30:00Z
  EXPECT_THAT(item.capture->http_header,
              ::testing::StartsWith("HTTP/1.1 200 OK\nContent-Type: Text/HTML; "
                                    "charset=\"ISO-8859-1\"\n"));
}

TEST_F(WarcTest, BodiesAreDecoded) {
  const std::string chunks = "5\r\nwo\r\nr\r\n3;x=y\r\nds.\r\n0\r\n\r\n";
  EXPECT_EQ(
      One(HttpAnswer("Transfer-Encoding: chunked\r\n", chunks)).capture->bytes,
      "wo\r\nrds.");
  EXPECT_EQ(One(HttpAnswer("Content-Encoding: gzip\r\n", Gzip("words")))
                .capture->bytes,
            "words");
  std::string brotli(1000, '\0');
  std::size_t size = brotli.size();
  ASSERT_TRUE(BrotliEncoderCompress(
      5, 22, BROTLI_MODE_TEXT, 5, reinterpret_cast<const uint8_t*>("words"),
      &size, reinterpret_cast<uint8_t*>(brotli.data())));
  brotli.resize(size);
  EXPECT_EQ(One(HttpAnswer("content-encoding: br\r\n", brotli)).capture->bytes,
            "words");
}

TEST_F(WarcTest, BodiesThatWereDecodedAlreadyAreTakenAsTheyAre) {
  EXPECT_EQ(One(HttpAnswer("Transfer-Encoding: chunked\r\n", "plain words"))
                .capture->bytes,
            "plain words");
  EXPECT_EQ(One(HttpAnswer("Content-Encoding: gzip\r\n", "plain words"))
                .capture->bytes,
            "plain words");
}

TEST_F(WarcTest, WhatIsNoPageIsSkippedAndSaysWhy) {
  const SourceItem gone = One(HttpAnswer("", "<p>sorry</p>", "404 Not Found"));
  EXPECT_EQ(gone.code, "http_404");
  EXPECT_EQ(gone.error->code(), ErrorCode::kUnsupported);
  const SourceItem moved = One(HttpAnswer("Location: http://a.example/y\r\n",
                                          "", "301 Moved Permanently"));
  EXPECT_EQ(moved.code, "http_301");
  EXPECT_THAT(moved.error->message(), HasSubstr("http://a.example/y"));
}

TEST_F(WarcTest, TheServerDecidesBetweenKindsOfTextAndTheBytesOtherwise) {
  EXPECT_EQ(One(HttpAnswer("Content-Type: text/css\r\n", "p { color: red }"))
                .capture->media_type,
            "text/css");
  EXPECT_EQ(One(HttpAnswer("Content-Type: text/html\r\n", "%PDF-1.4 x"))
                .capture->media_type,
            "application/pdf");
}

TEST_F(WarcTest, RecordsAboutTheCrawlAreItemsTooAndSkipped) {
  Write("a.warc", WarcRecord("warcinfo", "", "software: x") +
                      WarcRecord("request", "http://a.example/", "GET /") +
                      WarcRecord("response", "http://a.example/",
                                 HttpAnswer("", "words")));
  EXPECT_EQ(Walk().size(), 4u);
  EXPECT_THAT(Met()[1], HasSubstr("! not_a_document"));
}

TEST_F(WarcTest, ARevisitFindsTheBytesItRepeats) {
  const std::string digest = "WARC-Payload-Digest: sha1:ABC\r\n";
  Write("a.warc", WarcRecord("response", "http://a.example/",
                             HttpAnswer("", "words"), digest) +
                      WarcRecord("revisit", "http://a.example/", "", digest) +
                      WarcRecord("revisit", "http://a.example/other", "",
                                 "WARC-Payload-Digest: sha1:DEF\r\n"));
  const auto items = Walk();
  ASSERT_EQ(items.size(), 4u);
  ASSERT_TRUE(items[1].revisit.has_value());
  EXPECT_EQ(items[1].revisit->digest, Sha256Hex("words"));
  ASSERT_TRUE(items[2].revisit.has_value());
  EXPECT_THAT(items[2].revisit->digest, IsEmpty());
}

TEST_F(WarcTest, Version11AndAddressesInBrackets) {
  std::string record =
      WarcRecord("response", "<http://a.example/>", HttpAnswer("", "words"));
  record.replace(0, 8, "WARC/1.1");
  Write("a.warc", record);
  EXPECT_THAT(Met(), ElementsAre("a.warc!/http://a.example/: words",
                                 "a.warc! container"));
}

TEST_F(WarcTest, ArcRecordsOfBothVersions) {
  const std::string body = HttpAnswer("", "words");
  const std::string length = std::to_string(body.size());
  Write("a.arc",
        "filedesc://a.arc 0.0.0.0 20060710093000 text/plain 4\nhead\n"
        "http://a.example/a b 10.0.0.1 20060710093000 text/html " +
            length + "\n" + body +
            "\nhttp://a.example/2 10.0.0.1 20060710093000 text/html "
            "200 - - 9 a.arc " +
            length + "\n" + body + "\n");
  EXPECT_THAT(Met(), ElementsAre("a.arc!/filedesc://a.arc! not_a_document",
                                 "a.arc!/http://a.example/a b: words",
                                 "a.arc!/http://a.example/2: words",
                                 "a.arc! container"));
}

// Every file of the shared samples, good and bad, with what was counted in it
// by eye: nothing ends the walk, and a bad record costs itself.
TEST_F(WarcTest, TheSharedSamplesAreReadToTheirEnds) {
  CONCORD_REQUIRE_TEST_DATA("corpora/warc");
  const std::string folder =
      (concord::testing::TestDataRoot() / "corpora/warc").string();
  struct Met {
    int items = 0;
    int pages = 0;
    int revisits = 0;
    std::string bad;  // codes of what could not be read
  };
  std::map<std::string, Met> met;
  SourceWalk walk({folder}, {});
  while (const auto item = walk.Next()) {
    const std::string name = item->path.substr(folder.size() + 1);
    Met& file = met[name.substr(0, name.find("!/"))];
    ++file.items;
    file.pages += item->capture.has_value();
    file.revisits += item->revisit.has_value();
    if (item->error && item->error->code() != ErrorCode::kUnsupported) {
      file.bad += (file.bad.empty() ? "" : " ") + item->code;
    }
  }
  const auto expect = [&](const char* name, const Met& wanted) {
    const Met& file = met[name];
    EXPECT_EQ(file.items, wanted.items) << name;
    EXPECT_EQ(file.pages, wanted.pages) << name;
    EXPECT_EQ(file.revisits, wanted.revisits) << name;
    EXPECT_EQ(file.bad, wanted.bad) << name;
  };
  // Three records without a length, two of them with a time that is none; one
  // of a single byte.
  expect("bad.arc", {5, 1, 0, "bad_record bad_record bad_record"});
  expect("example-bad-non-chunked.warc.gz", {7, 1, 1, ""});
  expect("example-bad.warc.gz.bad", {7, 1, 1, ""});
  expect("example-digest.warc", {5, 0, 0, ""});
  expect("example-iana.org-chunked.warc", {4, 1, 0, ""});
  expect("example-resource.warc.gz", {4, 1, 0, ""});
  expect("example-space-in-target-uri.warc.gz", {3, 1, 0, ""});
  // Its page lacks the last 12 bytes; so does not the file after it.
  expect("example-space-in-url.arc", {3, 0, 0, "truncated"});
  // Its page is shorter than it says, and the request behind it is whole.
  expect("example-trunc.warc", {5, 0, 0, "bad_record"});
  expect("example-wget-bad-target-uri.warc.gz", {7, 1, 0, ""});
  expect("example-wrong-chunks.warc.gz", {3, 1, 0, ""});
  expect("example.arc", {3, 1, 0, ""});
  expect("example.arc.gz", {3, 1, 0, ""});
  expect("example.warc", {7, 1, 1, ""});
  expect("example.warc.gz", {7, 1, 1, ""});
  expect("post-test.warc.gz", {7, 3, 0, ""});
  expect("LICENSE", {1, 1, 0, ""});
  expect("SOURCE.md", {1, 1, 0, ""});
  EXPECT_EQ(met.size(), 18u);
}

}  // namespace
}  // namespace concord::source
