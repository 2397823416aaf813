// Runs, ledger rows, the outbox and named documents.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive_fixture.h"
#include "concord/base/version.h"

namespace concord::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

LedgerRow Row(std::int64_t run, Outcome outcome) {
  LedgerRow row;
  row.run = run;
  row.path = "pages/caf\xc3\xa9.htm";
  row.uri = "http://authority.example/a";
  row.digest = Sha256Hex("a");
  row.media_type = "text/html";
  row.bytes = 5'000'000'000;
  row.outcome = outcome;
  if (outcome != Outcome::kIndexed) {
    row.code = "unsupported";
    row.reason = "a picture";
  }
  row.stage = "source";
  return row;
}

TEST(LedgerTest, ARunAndItsRowsComeBack) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const ReportId report = Must(store->Put(RichRequest())).report;
  const std::int64_t run = Must(store->BeginRun("import pages"));
  LedgerRow indexed = Row(run, Outcome::kIndexed);
  indexed.report = report;
  Must(store->AddLedgerRow(indexed));
  Must(store->AddLedgerRow(Row(run, Outcome::kQuarantined)));
  const auto rows = Must(store->Ledger(run));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0].run, run);
  EXPECT_EQ(rows[0].path, indexed.path);
  EXPECT_EQ(rows[0].uri, indexed.uri);
  EXPECT_EQ(rows[0].digest, indexed.digest);
  EXPECT_EQ(rows[0].media_type, "text/html");
  EXPECT_EQ(rows[0].bytes, 5'000'000'000u);
  EXPECT_EQ(rows[0].outcome, Outcome::kIndexed);
  EXPECT_EQ(rows[0].report, report);
  EXPECT_EQ(rows[1].outcome, Outcome::kQuarantined);
  EXPECT_EQ(rows[1].code, "unsupported");
  EXPECT_EQ(rows[1].reason, "a picture");
  EXPECT_EQ(rows[1].stage, "source");
  EXPECT_TRUE(rows[1].report.empty());
}

TEST(LedgerTest, ARunRemembersWhenWhereAndHowItEnded) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  RunRecord run;
  run.id = Must(store->BeginRun("import pages"));
  run.seen = 10;
  run.indexed = 4;
  run.duplicate = 3;
  run.skipped = 2;
  run.quarantined = 1;
  run.recommendations = 77;
  Must(store->EndRun(run));
  Must(store->BeginRun("import more"));
  const auto runs = Must(store->Runs());
  ASSERT_THAT(runs, SizeIs(2));
  EXPECT_EQ(runs[0].started_at, "2024-05-01T09:50:00Z");
  EXPECT_EQ(runs[0].ended_at, "2024-05-01T09:50:00Z");
  EXPECT_EQ(runs[0].version, kVersion);
  EXPECT_FALSE(runs[0].host.empty());
  EXPECT_EQ(runs[0].arguments, "import pages");
  EXPECT_EQ(runs[0].seen, 10u);
  EXPECT_EQ(runs[0].indexed, 4u);
  EXPECT_EQ(runs[0].duplicate, 3u);
  EXPECT_EQ(runs[0].skipped, 2u);
  EXPECT_EQ(runs[0].quarantined, 1u);
  EXPECT_EQ(runs[0].recommendations, 77u);
  EXPECT_EQ(runs[1].arguments, "import more");
  EXPECT_EQ(runs[1].ended_at, "");
}

TEST(LedgerTest, RowsOfOneRunOrOfAll) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const std::int64_t first = Must(store->BeginRun("one"));
  const std::int64_t second = Must(store->BeginRun("two"));
  Must(store->AddLedgerRow(Row(first, Outcome::kSkipped)));
  Must(store->AddLedgerRow(Row(second, Outcome::kSkipped)));
  Must(store->AddLedgerRow(Row(second, Outcome::kDuplicate)));
  EXPECT_THAT(Must(store->Ledger(first)), SizeIs(1));
  EXPECT_THAT(Must(store->Ledger(second)), SizeIs(2));
  EXPECT_THAT(Must(store->Ledger(0)), SizeIs(3));
}

TEST(LedgerTest, ARunThatWasKilledHasTheFiguresOfItsRows) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const std::int64_t run = Must(store->BeginRun("import pages"));
  Must(store->AddLedgerRow(Row(run, Outcome::kSkipped)));
  Must(store->AddLedgerRow(Row(run, Outcome::kSkipped)));
  Must(store->AddLedgerRow(Row(run, Outcome::kQuarantined)));
  const auto runs = Must(store->Runs());
  ASSERT_THAT(runs, SizeIs(1));
  EXPECT_EQ(runs[0].ended_at, "");
  EXPECT_EQ(runs[0].seen, 3u);
  EXPECT_EQ(runs[0].skipped, 2u);
  EXPECT_EQ(runs[0].quarantined, 1u);
  EXPECT_EQ(runs[0].indexed, 0u);
}

TEST(LedgerTest, WhatWasReadSinceIsNoFailureAnyMore) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const std::int64_t first = Must(store->BeginRun("one"));
  const std::int64_t second = Must(store->BeginRun("two"));
  LedgerRow mended = Row(first, Outcome::kQuarantined);
  mended.path = "mended.docx";
  Must(store->AddLedgerRow(mended));
  LedgerRow bad = Row(first, Outcome::kQuarantined);
  bad.path = "bad.docx";
  Must(store->AddLedgerRow(bad));
  EXPECT_THAT(Must(store->StillFailing()), SizeIs(2));
  mended.run = bad.run = second;
  mended.outcome = Outcome::kSkipped;
  bad.reason = "still bad";
  Must(store->AddLedgerRow(mended));
  Must(store->AddLedgerRow(bad));
  const auto failing = Must(store->StillFailing());
  ASSERT_THAT(failing, SizeIs(1));
  EXPECT_EQ(failing[0].path, "bad.docx");
  EXPECT_EQ(failing[0].reason, "still bad");
}

TEST(LedgerTest, ARowOfNoRunAndTheEndOfNoRunAreRefused) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  EXPECT_EQ(store->AddLedgerRow(Row(9, Outcome::kSkipped)).error().code(),
            ErrorCode::kInternal);
  RunRecord run;
  run.id = 9;
  EXPECT_EQ(store->EndRun(run).error().code(), ErrorCode::kNotFound);
}

TEST(OutboxTest, KeepsTheOrderAndNeverUsesANumberAgain) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const ReportId a = Must(store->Put(PlainRequest("first words"))).report;
  const ReportId b = Must(store->Put(PlainRequest("second words"))).report;
  const auto entries = Must(store->Outbox(0));
  ASSERT_THAT(entries, SizeIs(2));
  EXPECT_EQ(entries[0].report, a);
  EXPECT_EQ(entries[1].report, b);
  EXPECT_LT(entries[0].sequence, entries[1].sequence);
  EXPECT_THAT(Must(store->Outbox(entries[0].sequence)), SizeIs(1));
  Must(store->ClearOutbox(entries[1].sequence));
  EXPECT_THAT(Must(store->Outbox(0)), IsEmpty());
  Must(store->Put(PlainRequest("third words")));
  const auto later = Must(store->Outbox(0));
  ASSERT_THAT(later, SizeIs(1));
  EXPECT_GT(later[0].sequence, entries[1].sequence);
}

TEST(NamedTest, TheLastVersionCounts) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->PutNamed("scope", "estates", R"({"a":1})"));
  Must(store->PutNamed("scope", "estates", R"({"a":"caf\u00e9 é"})"));
  Must(store->PutNamed("scope", "Audit", "[]"));
  Must(store->PutNamed("response", "estates", "3"));
  EXPECT_EQ(Must(store->GetNamed("scope", "estates")),
            R"({"a":"caf\u00e9 é"})");
  EXPECT_EQ(Must(store->GetNamed("response", "estates")), "3");
  EXPECT_EQ(Must(store->GetNamed("scope", "none")), std::nullopt);
  EXPECT_THAT(Must(store->ListNamed("scope")), ElementsAre("Audit", "estates"));
  EXPECT_THAT(Must(store->ListNamed("none")), IsEmpty());
}

TEST(NamedTest, WhatIsNotJsonOrHasNoNameIsRefused) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  for (const char* json : {"", "{", "{} {}", "'a'"}) {
    const auto put = store->PutNamed("scope", "estates", json);
    ASSERT_FALSE(put.has_value()) << json;
    EXPECT_EQ(put.error().code(), ErrorCode::kInvalidArgument);
    EXPECT_THAT(put.error().message(), HasSubstr("not JSON"));
  }
  EXPECT_FALSE(store->PutNamed("", "estates", "1").has_value());
  EXPECT_FALSE(store->PutNamed("scope", "", "1").has_value());
}

TEST(NamesTest, EveryEnumeratorHasAWordOfItsOwn) {
  std::set<std::string_view> words;
  int count = 0;
  for (; !Name(static_cast<Position>(count)).empty(); ++count) {
    words.insert(Name(static_cast<Position>(count)));
  }
  EXPECT_EQ(count, 5);
  EXPECT_THAT(words, SizeIs(5));
  words.clear();
  for (count = 0; !Name(static_cast<Implementation>(count)).empty(); ++count) {
    words.insert(Name(static_cast<Implementation>(count)));
  }
  EXPECT_EQ(count, 7);
  EXPECT_THAT(words, SizeIs(7));
  EXPECT_EQ(Name(Position::kAcceptedInPart), "accepted_in_part");
  EXPECT_EQ(Name(Outcome::kQuarantined), "quarantined");
}

}  // namespace
}  // namespace concord::store
