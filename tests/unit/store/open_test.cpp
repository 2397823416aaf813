// Who may open an archive, and what an archive is.

#include <gmock/gmock.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <chrono>

#include "archive_fixture.h"
#include "store/schema.h"

namespace concord::store {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Error OpenError(const ArchiveFolder& folder, OpenMode mode) {
  auto opened = Store::Open(folder.path(), mode, FixedClock());
  if (opened) return Error(ErrorCode::kInternal, "it opened");
  return opened.error();
}

TEST(OpenTest, AWriterMakesTheArchiveAndAReaderFindsIt) {
  const ArchiveFolder folder;
  EXPECT_EQ(OpenError(folder, OpenMode::kRead).code(), ErrorCode::kNotFound);
  const std::string uuid =
      Must(OpenStore(folder, OpenMode::kWrite)->ArchiveUuid());
  EXPECT_THAT(uuid, SizeIs(36));
  EXPECT_EQ(Must(OpenStore(folder, OpenMode::kRead)->ArchiveUuid()), uuid);
  EXPECT_EQ(Must(OpenStore(folder, OpenMode::kWrite)->ArchiveUuid()), uuid);
  const ArchiveFolder other;
  EXPECT_NE(Must(OpenStore(other, OpenMode::kWrite)->ArchiveUuid()), uuid);
}

TEST(OpenTest, AnArchiveMayLieUnderAnyName) {
  const ArchiveFolder folder;
  const auto archive = folder.root() / "a#b%20c?mode=ro" / "caf\xc3\xa9 d";
  const auto store = Must(Store::Open(archive, OpenMode::kWrite, FixedClock()));
  Must(store->Put(RichRequest()));
  EXPECT_TRUE(std::filesystem::exists(archive / "record.sqlite"));
  EXPECT_THAT(Must(Must(Store::Open(archive, OpenMode::kRead, FixedClock()))
                       ->Recommendations()),
              SizeIs(2));
}

TEST(OpenTest, AFileIsNotAnArchive) {
  const ArchiveFolder folder;
  std::ofstream(folder.path()) << "words";
  EXPECT_EQ(OpenError(folder, OpenMode::kWrite).code(),
            ErrorCode::kInvalidArgument);
  EXPECT_EQ(OpenError(folder, OpenMode::kRead).code(), ErrorCode::kNotFound);
}

TEST(OpenTest, ASecondWriterIsRefusedAtOnceAndToldByWhom) {
  const ArchiveFolder folder;
  const auto holder = OpenStore(folder, OpenMode::kWrite);
  const std::string pid = "pid " + std::to_string(::getpid()) + " ";
  EXPECT_EQ(InChild([&] {
              const auto begin = std::chrono::steady_clock::now();
              const Error error = OpenError(folder, OpenMode::kWrite);
              const auto took = std::chrono::steady_clock::now() - begin;
              EXPECT_EQ(error.code(), ErrorCode::kConflict);
              EXPECT_THAT(error.message(),
                          AllOf(HasSubstr(pid), HasSubstr("on host "),
                                HasSubstr("since 2024-05-01T09:50:00Z")));
              EXPECT_LT(took, std::chrono::seconds(1));
              return ::testing::Test::HasFailure() ? 1 : 0;
            }),
            0);
  // The same process is refused too, and the holder keeps its lock.
  EXPECT_EQ(OpenError(folder, OpenMode::kWrite).code(), ErrorCode::kConflict);
  EXPECT_EQ(OpenError(folder, OpenMode::kWrite).code(), ErrorCode::kConflict);
  Must(holder->Put(RichRequest()));
}

TEST(OpenTest, AReaderNeedsNoLockAndSeesWhatWasCommitted) {
  const ArchiveFolder folder;
  const auto writer = OpenStore(folder, OpenMode::kWrite);
  const auto reader = OpenStore(folder, OpenMode::kRead);
  EXPECT_THAT(Must(reader->Recommendations()), IsEmpty());
  Must(writer->Put(RichRequest()));
  EXPECT_THAT(Must(reader->Recommendations()), SizeIs(2));
}

TEST(OpenTest, TheLockOfADeadProcessIsNoLock) {
  const ArchiveFolder folder;
  EXPECT_EQ(InChild([&] {
              const auto store = OpenStore(folder, OpenMode::kWrite);
              Must(store->Put(RichRequest()));
              ::raise(SIGKILL);
              return 0;
            }),
            -SIGKILL);
  EXPECT_GT(std::filesystem::file_size(folder.path() / "lock"), 0u);
  const auto store = OpenStore(folder, OpenMode::kWrite);
  EXPECT_THAT(Must(store->Recommendations()), SizeIs(2));
}

TEST(OpenTest, TemporariesOfADeadWriterAreSweptAndNothingElse) {
  const ArchiveFolder folder;
  const PutRequest request = RichRequest();
  Must(OpenStore(folder, OpenMode::kWrite)->Put(request));
  const auto original = folder.original(request.capture.digest);
  const auto temporary =
      original.parent_path() / (".new-1-" + original.filename().string());
  std::ofstream(temporary) << "half";
  OpenStore(folder, OpenMode::kWrite).reset();
  EXPECT_TRUE(std::filesystem::exists(temporary)) << "no writer had died";
  std::ofstream(folder.path() / "lock") << "pid 1 on host gone since 1999\n";
  OpenStore(folder, OpenMode::kWrite).reset();
  EXPECT_FALSE(std::filesystem::exists(temporary));
  EXPECT_TRUE(std::filesystem::exists(original));
  EXPECT_EQ(std::filesystem::file_size(folder.path() / "lock"), 0u);
}

TEST(OpenTest, AnotherProgramThatHoldsTheFileIsAConflict) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  int ready[2];
  int done[2];
  ASSERT_EQ(::pipe(ready), 0);
  ASSERT_EQ(::pipe(done), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    char byte = 0;
    std::string uri = "file:" + folder.record().string();
    Poco::Data::Session session("SQLite", uri, 1);
    store::Run(session, "BEGIN IMMEDIATE");
    if (::write(ready[1], "r", 1) != 1) ::_exit(1);
    ::_exit(::read(done[0], &byte, 1) == 1 ? 0 : 1);
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  const auto put = store->Put(RichRequest());
  ASSERT_EQ(::write(done[1], "d", 1), 1);
  ::waitpid(child, nullptr, 0);
  ASSERT_FALSE(put.has_value());
  EXPECT_EQ(put.error().code(), ErrorCode::kConflict);
  EXPECT_THAT(put.error().message(), HasSubstr("record.sqlite"));
  EXPECT_TRUE(Must(store->Put(RichRequest())).is_new);
}

// Runs `work` as a user to whom the archive is a read-only medium.
int WithoutWriting(const ArchiveFolder& folder,
                   const std::function<int()>& work) {
  namespace fs = std::filesystem;
  ::chmod(folder.root().c_str(), 0755);
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    ::chmod(entry.path().c_str(), entry.is_directory() ? 0555 : 0444);
  }
  ::chmod(folder.path().c_str(), 0555);
  const int status = InChild([&] {
    constexpr unsigned kNobody = 65534;
    if (::getuid() == 0 && (::setgroups(0, nullptr) != 0 ||
                            ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) {
      return 98;
    }
    return work();
  });
  ::chmod(folder.path().c_str(), 0755);
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    ::chmod(entry.path().c_str(), entry.is_directory() ? 0755 : 0644);
  }
  return status;
}

TEST(ReadOnlyMediumTest, AnArchiveClosedCleanlyCanBeRead) {
  const ArchiveFolder folder;
  const PutRequest request = RichRequest();
  Must(OpenStore(folder, OpenMode::kWrite)->Put(request));
  ASSERT_FALSE(std::filesystem::exists(folder.record().string() + "-wal"));
  EXPECT_EQ(
      WithoutWriting(folder,
                     [&] {
                       const auto store = OpenStore(folder, OpenMode::kRead);
                       EXPECT_THAT(Must(store->Recommendations()), SizeIs(2));
                       EXPECT_THAT(Must(store->Check(true)), IsEmpty());
                       return ::testing::Test::HasFailure() ? 1 : 0;
                     }),
      0);
}

TEST(ReadOnlyMediumTest, AWriterIsToldThatItCannotWrite) {
  const ArchiveFolder folder;
  Must(OpenStore(folder, OpenMode::kWrite)->Put(RichRequest()));
  EXPECT_EQ(WithoutWriting(
                folder,
                [&] {
                  const Error error = OpenError(folder, OpenMode::kWrite);
                  EXPECT_EQ(error.code(), ErrorCode::kUnavailable);
                  EXPECT_THAT(error.message(), HasSubstr("Permission denied"));
                  return ::testing::Test::HasFailure() ? 1 : 0;
                }),
            0);
}

TEST(ReadOnlyMediumTest, CommittedRowsAreNeverHidden) {
  const ArchiveFolder folder;
  OpenStore(folder, OpenMode::kWrite).reset();
  InChild([&] {
    const auto store = OpenStore(folder, OpenMode::kWrite);
    Must(store->Put(RichRequest()));
    ::raise(SIGKILL);
    return 0;
  });
  ASSERT_TRUE(std::filesystem::exists(folder.record().string() + "-wal"));
  // With the shared index of the dead writer the log can still be read ...
  EXPECT_EQ(WithoutWriting(folder,
                           [&] {
                             const auto store =
                                 OpenStore(folder, OpenMode::kRead);
                             return static_cast<int>(
                                 Must(store->Recommendations()).size());
                           }),
            2);
  // ... without it, it cannot, and that is said instead of an old state shown.
  std::filesystem::remove(folder.record().string() + "-shm");
  EXPECT_EQ(WithoutWriting(
                folder,
                [&] {
                  const Error error = OpenError(folder, OpenMode::kRead);
                  EXPECT_EQ(error.code(), ErrorCode::kUnavailable);
                  EXPECT_THAT(error.message(), HasSubstr("not closed cleanly"));
                  return ::testing::Test::HasFailure() ? 1 : 0;
                }),
            0);
  EXPECT_THAT(Must(OpenStore(folder, OpenMode::kRead)->Recommendations()),
              SizeIs(2));
}

}  // namespace
}  // namespace concord::store
