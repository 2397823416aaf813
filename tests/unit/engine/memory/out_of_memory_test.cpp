// One allocation of an import fails, here and there between the first and the
// last. The import says so or leaves that document out; the archive is whole,
// and the same import completes it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <new>
#include <string>

#include "tests/support/failing_allocation.h"
#include "tests/support/small_archive.h"

namespace concord::engine {
namespace {

using concord::testing::AllocationsMade;
using concord::testing::FailAllocation;
using concord::testing::SmallArchive;

constexpr int kPages = 3;

void WritePages(const SmallArchive& archive) {
  for (int i = 0; i < kPages; ++i) {
    const std::string number = std::to_string(i + 1);
    archive.Write("page" + number + ".html",
                  "<h1>Keys of ward " + number +
                      "</h1><p>1. The keys are counted.</p><h2>"
                      "Recommendations</h2><p>Recommendation " +
                      number + ": The Clerk should count the keys of ward " +
                      number + " by 1 May 2003.</p>");
  }
}

// What an import in this process comes to. 0: done; 1: it failed and said why;
// 2: not enough memory, as the program would say it.
int Import(const SmallArchive& archive, engine::ImportObserver& observer) {
  try {
    auto writer = Engine::Open(archive.Options(), Access::kWrite);
    if (!writer) return 1;
    const auto summary =
        (*writer)->Import({.paths = {archive.Pages().string()}}, observer);
    return summary ? 0 : 1;
  } catch (const std::bad_alloc&) {
    return 2;
  }
}

// The same in a child, where allocation `at` fails; its exit code, or minus the
// signal that ended it.
int ImportInChild(SmallArchive& archive, std::uint64_t at) {
  const pid_t child = ::fork();
  if (child == 0) {
    FailAllocation(at);
    const int code = Import(archive, archive);
    FailAllocation(0);
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// Of an import whose expressions are compiled, as they are in a child of a
// process that has imported.
std::uint64_t CountAllocations() {
  for (int run = 0; run < 2; ++run) {
    SmallArchive archive;
    WritePages(archive);
    FailAllocation(0);
    EXPECT_EQ(Import(archive, archive), 0);
  }
  return AllocationsMade();
}

TEST(OutOfMemory, AtAnyAllocationLeavesAWholeArchiveThatAnImportCompletes) {
  const std::uint64_t all = CountAllocations();
  ASSERT_GT(all, 10'000u);
  constexpr std::uint64_t kTries = 24;
  int told = 0;
  for (std::uint64_t i = 0; i < kTries && !HasFailure(); ++i) {
    const std::uint64_t at = 1 + i * all / kTries + i;
    SCOPED_TRACE("allocation " + std::to_string(at) + " of " +
                 std::to_string(all));
    SmallArchive archive;
    WritePages(archive);
    const int code = ImportInChild(archive, at);
    EXPECT_THAT(code, ::testing::AllOf(::testing::Ge(0), ::testing::Le(2)));
    told += code != 0;
    // What was left out is tried again where it is asked for.
    auto writer = Engine::Open(archive.Options(), Access::kWrite);
    ASSERT_TRUE(writer.has_value()) << writer.error().message();
    const auto summary = (*writer)->Import(
        {.paths = {archive.Pages().string()}, .retry_failed = true}, archive);
    ASSERT_TRUE(summary.has_value()) << summary.error().message();
    const auto faults = (*writer)->Check(true);
    ASSERT_TRUE(faults.has_value()) << faults.error().message();
    EXPECT_THAT(*faults, ::testing::IsEmpty());
    EXPECT_EQ(archive.Open()->List({.what = "recommendations"})->rows.size(),
              static_cast<std::size_t>(kPages));
  }
  EXPECT_GT(told, 0);
}

}  // namespace
}  // namespace concord::engine
