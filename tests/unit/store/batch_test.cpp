// Batches, captures of held bytes, and what need not be decoded again.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive_fixture.h"

namespace concord::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(BatchTest, IsThereAfterItsCommitAndNotBefore) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const auto reader = OpenStore(folder, OpenMode::kRead);
  Must(store->BeginBatch());
  const PutRequest one = PlainRequest("first words");
  const PutRequest two = PlainRequest("second words");
  const ReportId first = Must(store->Put(one)).report;
  Must(store->Put(two));
  EXPECT_FALSE(Must(store->Put(one)).is_new) << "met twice in a batch";
  EXPECT_EQ(reader->GetReport(first).error().code(), ErrorCode::kNotFound);
  EXPECT_FALSE(reader->ReadOriginal(one.capture.digest).has_value());
  Must(store->CommitBatch());
  EXPECT_EQ(Must(reader->GetReport(first)).id, first);
  EXPECT_EQ(Must(reader->ReadOriginal(one.capture.digest)), one.bytes);
  EXPECT_EQ(Must(reader->ReadOriginal(two.capture.digest)), two.bytes);
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
}

TEST(BatchTest, IsGoneWithTheStoreThatDidNotCommitIt) {
  const ArchiveFolder folder;
  {
    const auto store = OpenStore(folder, OpenMode::kWrite);
    Must(store->BeginBatch());
    Must(store->Put(PlainRequest("first words")));
  }
  const auto store = OpenStore(folder, OpenMode::kWrite);
  EXPECT_THAT(Must(store->Outbox(0)), IsEmpty());
  EXPECT_TRUE(Must(store->Put(PlainRequest("first words"))).is_new);
}

TEST(BatchTest, APutThatFailsLeavesTheOthers) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const std::int64_t run = Must(store->BeginRun("import"));
  Must(store->BeginBatch());
  Must(store->Put(PlainRequest("first words")));
  LedgerRow row{.run = run + 7, .path = "x"};
  EXPECT_FALSE(store->AddLedgerRow(row).has_value());
  row.run = run;
  Must(store->AddLedgerRow(row));
  Must(store->CommitBatch());
  EXPECT_THAT(Must(store->Outbox(0)), SizeIs(1));
  EXPECT_THAT(Must(store->Ledger(run)), SizeIs(1));
}

TEST(BatchTest, OneAtATime) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  EXPECT_EQ(store->CommitBatch().error().code(), ErrorCode::kInvalidArgument);
  Must(store->BeginBatch());
  EXPECT_EQ(store->BeginBatch().error().code(), ErrorCode::kInvalidArgument);
}

TEST(CaptureTest, TheSamePageTwiceIsOneReportWithTwoCaptures) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  PutRequest request = PlainRequest("first words");
  request.capture.captured_at = "2001-09-27T10:00:00Z";
  const ReportId report = Must(store->Put(request)).report;
  CaptureRecord again = request.capture;
  Must(store->AddCapture(report, again));
  again.captured_at = "2002-09-27T10:00:00Z";
  Must(store->AddCapture(report, again));
  Must(store->AddCapture(report, again));
  const auto captures = Must(store->GetReport(report)).captures;
  ASSERT_THAT(captures, SizeIs(2));
  EXPECT_EQ(captures[1].captured_at, "2002-09-27T10:00:00Z");
  EXPECT_EQ(Must(store->FindCapture(again.uri, again.captured_at)), report);
  EXPECT_EQ(Must(store->FindCapture(again.uri, "2003")), std::nullopt);
  EXPECT_EQ(Must(store->FindLastAt(again.uri)), report);
  EXPECT_EQ(Must(store->FindLastAt("http://elsewhere.example/")), std::nullopt);
  // Captured between the two, whatever was put last.
  PutRequest between = PlainRequest("other words");
  between.capture.uri = again.uri;
  between.capture.captured_at = "2002-01-01T10:00:00Z";
  Must(store->Put(between));
  EXPECT_EQ(Must(store->FindLastAt(again.uri)), report);
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
}

LedgerRow Failure(std::int64_t run, const std::string& digest,
                  std::uint32_t attempts) {
  LedgerRow row{.run = run, .path = "a.zip!/x.pdf"};
  row.digest = digest;
  row.outcome = Outcome::kQuarantined;
  row.code = "limit_exceeded";
  row.stage = "decode";
  row.source = "file:///a.zip";
  row.attempts = attempts;
  row.log = "run 1: too slow\n";
  return row;
}

TEST(SettledTest, CapturesAndFailuresNeedNoDecoding) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const PutRequest request = PlainRequest("first words");
  Must(store->Put(request));
  const std::string failed = Sha256Hex("failed");
  const std::int64_t run = Must(store->BeginRun("import"));
  Must(store->AddLedgerRow(Failure(run, failed, 1)));
  Must(store->AddLedgerRow(Failure(run, failed, 2)));
  const DigestSet all = Must(store->SettledDigests(true));
  EXPECT_TRUE(all.Contains(request.capture.digest));
  EXPECT_TRUE(all.Contains(failed));
  EXPECT_FALSE(all.Contains(Sha256Hex("new")));
  EXPECT_FALSE(all.Contains("no digest"));
  EXPECT_EQ(all.size(), 2u);
  EXPECT_FALSE(Must(store->SettledDigests(false)).Contains(failed));
  const auto last = Must(store->LastFailure(failed));
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->attempts, 2u);
  EXPECT_EQ(last->log, "run 1: too slow\n");
  EXPECT_EQ(last->source, "file:///a.zip");
  EXPECT_EQ(Must(store->LastFailure(Sha256Hex("new"))), std::nullopt);
}

TEST(FailedSourcesTest, AreThoseThatFailedWhenLastMet) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const std::int64_t run = Must(store->BeginRun("import"));
  LedgerRow row = Failure(run, Sha256Hex("x"), 1);
  Must(store->AddLedgerRow(row));
  EXPECT_THAT(Must(store->FailedSources(false)), ElementsAre("file:///a.zip"));
  row.path = "b.zip";
  row.source = "file:///b.zip";
  Must(store->AddLedgerRow(row));
  // The archive was mended: its bad member is met no more.
  row.run = Must(store->BeginRun("import"));
  row.path = "a.zip";
  row.source = "file:///a.zip";
  row.outcome = Outcome::kSkipped;
  Must(store->AddLedgerRow(row));
  EXPECT_THAT(Must(store->FailedSources(false)), ElementsAre("file:///b.zip"));
  // Passed over for want of text: failed only for who can read pictures.
  row.path = "c.pdf";
  row.source = "file:///c.pdf";
  row.code = "no_text";
  Must(store->AddLedgerRow(row));
  EXPECT_THAT(Must(store->FailedSources(false)), ElementsAre("file:///b.zip"));
  EXPECT_THAT(Must(store->FailedSources(true)),
              ElementsAre("file:///b.zip", "file:///c.pdf"));
}

TEST(FetchedSourcesTest, AreThePagesOfRecentRunsThatDidNotFail) {
  const ArchiveFolder folder;
  std::chrono::sys_seconds now{std::chrono::hours(24 * 365 * 40)};
  const auto store = Must(Store::Open(folder.path(), OpenMode::kWrite,
                                      {.now = [&now] { return now; }}));
  LedgerRow row = Failure(Must(store->BeginRun("import")), "", 1);
  const auto add = [&](const char* source, Outcome outcome, const char* code) {
    row.source = source;
    row.outcome = outcome;
    row.code = code;
    Must(store->AddLedgerRow(row));
  };
  add("http://old.example/", Outcome::kSkipped, "http_404");
  now += std::chrono::hours(30);
  row.run = Must(store->BeginRun("import"));
  add("http://a.example/", Outcome::kSkipped, "http_404");
  add("https://b.example/", Outcome::kQuarantined, "timeout");
  add("http://old.example/", Outcome::kSkipped, "fetched");
  add("file:///a.html", Outcome::kSkipped, "empty");
  EXPECT_THAT(Must(store->FetchedSources(std::chrono::hours(24))),
              ElementsAre("http://a.example/"));
}

}  // namespace
}  // namespace concord::store
