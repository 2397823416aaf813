// Every disk call of an import fails, one after the other, or is the last one
// of the process. Afterwards the archive is whole, nothing acknowledged is
// lost, and the same import completes.
//
// The import is small, so that "every" means every: opening, one run, two
// reports with their originals, two ledger rows, closing.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <random>

#include "archive_fixture.h"
#include "tests/support/faulty_system_calls.h"

namespace concord::store {
namespace {

using concord::testing::FaultPlan;
using concord::testing::FaultySystemCalls;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The reports of the import, in order.
std::vector<PutRequest> Requests() {
  return {RichRequest(), RequestWith(3, "Northmarch")};
}

// Calls `acknowledge` with the number of reports stored so far; the error of
// the first step that fails.
Result<> Import(const ArchiveFolder& folder,
                const std::function<void(int)>& acknowledge) {
  TRY_ASSIGN(const auto store,
             Store::Open(folder.path(), OpenMode::kWrite, FixedClock()));
  RunRecord run;
  TRY_ASSIGN(run.id, store->BeginRun("import"));
  for (const PutRequest& request : Requests()) {
    LedgerRow row;
    row.run = run.id;
    TRY_ASSIGN(const PutResult put, store->Put(request));
    acknowledge(static_cast<int>(++run.seen));
    row.report = put.report;
    row.outcome = put.is_new ? Outcome::kIndexed : Outcome::kDuplicate;
    ++(put.is_new ? run.indexed : run.duplicate);
    TRY_RETURN(store->AddLedgerRow(row));
  }
  return store->EndRun(run);
}

// What must hold whatever went before.
void ExpectWhole(const ArchiveFolder& folder, int acknowledged) {
  if (!std::filesystem::exists(folder.record())) {
    EXPECT_EQ(acknowledged, 0);
    return;
  }
  const auto store = Store::Open(folder.path(), OpenMode::kRead, FixedClock());
  if (!store) {
    // Killed before the schema was there: an archive nobody was promised.
    // Or between two steps of making it: the next import goes on from there.
    EXPECT_THAT(store.error().code(),
                ::testing::AnyOf(ErrorCode::kNotFound, ErrorCode::kUnsupported))
        << store.error().message();
    EXPECT_EQ(acknowledged, 0);
    return;
  }
  EXPECT_THAT(Must((*store)->Check(true)), IsEmpty());
  const auto requests = Requests();
  for (int i = 0; i < acknowledged; ++i) {
    const auto& digest = requests[static_cast<std::size_t>(i)].capture.digest;
    EXPECT_TRUE(Must((*store)->FindByDigest(digest)).has_value()) << i;
  }
}

// The same import again, undisturbed.
void ExpectCompletes(const ArchiveFolder& folder) {
  Must(Import(folder, [](int) {}));
  const auto store = OpenStore(folder, OpenMode::kRead);
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
  EXPECT_THAT(Must(store->Recommendations()), SizeIs(5));
  const auto runs = Must(store->Runs());
  ASSERT_FALSE(runs.empty());
  EXPECT_EQ(runs.back().seen, runs.back().indexed + runs.back().duplicate);
}

int CountCalls() {
  const ArchiveFolder folder;
  const FaultySystemCalls calls({});
  Must(Import(folder, [](int) {}));
  return calls.count();
}

// A disk error is tried at every call. The others differ from it only in what
// follows, and are tried at every fifth.
struct Kind {
  const char* name;
  int error_number;
  bool and_after;
  int first;
  int step;
};

class FailingCallTest : public ::testing::TestWithParam<Kind> {
 protected:
  // SQLite tells a full disk from a broken one for certain only in a write.
  static bool IsExpected(ErrorCode code, const std::string& call) {
    if (GetParam().error_number == EIO) return code == ErrorCode::kUnavailable;
    const bool told = call == "write" || call == "pwrite" || call == "mkdir";
    return code == ErrorCode::kDiskFull ||
           (!told && code == ErrorCode::kUnavailable);
  }
};

TEST_P(FailingCallTest, AtEveryPlaceLeavesAWholeArchive) {
  const int all = CountCalls();
  ASSERT_GT(all, 50);
  int tried = 0;
  int failed = 0;
  for (int at = GetParam().first; at <= all; at += GetParam().step) {
    SCOPED_TRACE("call " + std::to_string(at) + " of " + std::to_string(all));
    const ArchiveFolder folder;
    ++tried;
    int acknowledged = 0;
    Result<> imported;
    std::string call;
    {
      const FaultySystemCalls faults({.at = at,
                                      .error_number = GetParam().error_number,
                                      .and_after = GetParam().and_after});
      imported = Import(folder, [&](int count) { acknowledged = count; });
      call = faults.failed_call();
    }
    if (!imported) {
      ++failed;
      EXPECT_TRUE(IsExpected(imported.error().code(), call))
          << Name(imported.error().code()) << ": " << imported.error().message()
          << " after " << call;
    } else {
      EXPECT_EQ(acknowledged, 2);
    }
    ExpectWhole(folder, acknowledged);
    ExpectCompletes(folder);
    if (HasFailure()) break;
  }
  // Most calls matter; a few only tidy up.
  EXPECT_GT(failed, tried / 2);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, FailingCallTest,
    ::testing::Values(Kind{"OneDiskError", EIO, false, 1, 1},
                      Kind{"DiskErrorsForEver", EIO, true, 1, 5},
                      Kind{"DiskFullOnce", ENOSPC, false, 2, 5},
                      Kind{"DiskFullForEver", ENOSPC, true, 3, 5}),
    [](const auto& test) { return std::string(test.param.name); });

// An import in a child that is killed at its `at`-th call; how many reports
// it had acknowledged. 0 calls = it ran to the end.
struct Killed {
  bool died = false;
  int acknowledged = 0;
};

Killed ImportKilledAt(const ArchiveFolder& folder, int at) {
  int pipe[2];
  CHECK(::pipe(pipe) == 0, "a pipe");
  const int status = InChild([&] {
    const FaultySystemCalls faults({.at = at, .kill = true});
    const auto imported = Import(folder, [&](int count) {
      // Not through write(), which the plan counts.
      const char byte = static_cast<char>(count);
      ::syscall(SYS_write, pipe[1], &byte, 1);
    });
    return imported ? 0 : 1;
  });
  ::close(pipe[1]);
  Killed killed;
  killed.died = status == -SIGKILL;
  EXPECT_TRUE(killed.died || status == 0) << status;
  for (char byte = 0; ::read(pipe[0], &byte, 1) == 1;) {
    killed.acknowledged = byte;
  }
  ::close(pipe[0]);
  return killed;
}

TEST(KilledImportTest, AtEveryCallLosesNothingAcknowledged) {
  const int all = CountCalls();
  int died = 0;
  for (int at = 1; at <= all && !HasFailure(); ++at) {
    SCOPED_TRACE("killed at call " + std::to_string(at));
    const ArchiveFolder folder;
    const Killed killed = ImportKilledAt(folder, at);
    died += killed.died ? 1 : 0;
    ExpectWhole(folder, killed.acknowledged);
    ExpectCompletes(folder);
  }
  EXPECT_EQ(died, all);
}

TEST(KilledImportTest, WhileRecoveringFromAKillLosesNothingEither) {
  const int all = CountCalls();
  for (int first = 5; first <= all && !HasFailure(); first += all / 4) {
    for (int second = 1; second <= all && !HasFailure(); second += 17) {
      SCOPED_TRACE("killed at call " + std::to_string(first) +
                   ", then at call " + std::to_string(second));
      const ArchiveFolder folder;
      const int before = ImportKilledAt(folder, first).acknowledged;
      const int after = ImportKilledAt(folder, second).acknowledged;
      ExpectWhole(folder, std::max(before, after));
      ExpectCompletes(folder);
    }
  }
}

TEST(KilledImportTest, TwentyTimesAtAnyMomentOneArchive) {
  const ArchiveFolder folder;
  constexpr int kReports = 60;
  const auto import_all = [&] {
    const auto store = OpenStore(folder, OpenMode::kWrite);
    for (int i = 0; i < kReports; ++i) {
      Must(store->Put(RequestWith(4, "ward " + std::to_string(i))));
    }
    return 0;
  };
  std::mt19937 random(20010118);
  std::size_t held = 0;
  for (int round = 0; round < 20; ++round) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(import_all());
    ::usleep(std::uniform_int_distribution<unsigned>(0, 60'000)(random));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    const auto store =
        Store::Open(folder.path(), OpenMode::kRead, FixedClock());
    if (!store) continue;
    EXPECT_THAT(Must((*store)->Check(true)), IsEmpty()) << "round " << round;
    const std::size_t now = Must((*store)->Recommendations()).size();
    EXPECT_GE(now, held) << "round " << round;
    EXPECT_EQ(now % 4, 0u) << "half a report, round " << round;
    held = now;
  }
  import_all();
  const auto store = OpenStore(folder, OpenMode::kRead);
  EXPECT_THAT(Must(store->Recommendations()), SizeIs(kReports * 4));
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
}

}  // namespace
}  // namespace concord::store
