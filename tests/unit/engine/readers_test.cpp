// Many readers at once, and an import while they read.

#include "concord/engine/readers.h"

#include <thread>

#include "tests/support/small_archive.h"

namespace concord::engine {
namespace {

using namespace std::chrono_literals;

std::string Page(const std::string& title, const std::string& words) {
  return "<html><head><title>" + title + "</title></head><body><h1>" + title +
         "</h1><p>Report: 4</p><p>Date: 3 May 2004</p><h2>A. "
         "Recommendations</h2><p>That " +
         words + ".</p></body></html>";
}

std::unique_ptr<Readers> Open(const concord::testing::SmallArchive& archive,
                              const ReadersOptions& options) {
  auto readers = Readers::Open(archive.Options(), options);
  EXPECT_TRUE(readers.has_value()) << readers.error().message();
  return std::move(*readers);
}

std::size_t Reports(Readers* readers) {
  auto engine = readers->Borrow();
  EXPECT_TRUE(engine.has_value()) << engine.error().message();
  return (*engine)->List({.what = "reports"})->rows.size();
}

TEST(Readers, NeedAnArchive) {
  const concord::testing::SmallArchive none;
  EXPECT_EQ(Readers::Open(none.Options(), {}).error().code(),
            ErrorCode::kNoArchive);
}

TEST(Readers, SeeAnImportThatEndsWhileTheyRead) {
  concord::testing::SmallArchive archive;
  archive.Write("one.html", Page("Patrols", "the Board note the patrol plan"));
  archive.Import();
  const auto readers = Open(archive, {.interval = 20ms});
  EXPECT_EQ(Reports(readers.get()), 1u);
  archive.Write("two.html", Page("Custody", "the Board note the cells"));
  archive.Import();
  for (int tries = 0; tries < 500 && Reports(readers.get()) == 1; ++tries) {
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_EQ(Reports(readers.get()), 2u);
  // And the words of the new report are found.
  auto engine = readers->Borrow();
  EXPECT_EQ((*engine)->Search({.query = "custody", .in = "reports"})->matches,
            1u);
}

TEST(Readers, KeepWhatALeaseSeesWhileItIsHeld) {
  concord::testing::SmallArchive archive;
  archive.Write("one.html", Page("Patrols", "the Board note the patrol plan"));
  archive.Import();
  const auto readers = Open(archive, {.engines = 2, .interval = 20ms});
  auto held = readers->Borrow();
  ASSERT_TRUE(held.has_value());
  archive.Write("two.html", Page("Custody", "the Board note the cells"));
  archive.Import();
  for (int tries = 0; tries < 500 && Reports(readers.get()) == 1; ++tries) {
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_EQ((*held)->List({.what = "reports"})->rows.size(), 1u);
}

TEST(Readers, RefuseInTimeWhereAllEnginesAreBusy) {
  concord::testing::SmallArchive archive;
  archive.Write("one.html", Page("Patrols", "the Board note the patrol plan"));
  archive.Import();
  const auto readers = Open(archive, {.engines = 1, .patience = 300ms});
  // The first engine may take longer than that to read its archive.
  for (int tries = 0; tries < 100 && !readers->Borrow(); ++tries) continue;
  auto held = readers->Borrow();
  ASSERT_TRUE(held.has_value()) << held.error().message();
  const auto refused = readers->Borrow();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code(), ErrorCode::kUnavailable);
}

TEST(Readers, AnswerManyThreadsAlike) {
  concord::testing::SmallArchive archive;
  for (int i = 0; i < 6; ++i) {
    archive.Write(std::to_string(i) + ".html",
                  Page("Paper " + std::to_string(i),
                       "the Board publish plan " + std::to_string(i)));
  }
  archive.Import();
  const auto readers = Open(archive, {.engines = 3});
  ASSERT_TRUE(readers->AwaitOverlaps().has_value());
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 6; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        auto engine = readers->Borrow();
        if (!engine) continue;
        right += (*engine)->List({.what = "reports"})->rows.size() == 6 &&
                 (*engine)->Search({.query = "publish"})->matches >= 6;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 120);
}

}  // namespace
}  // namespace concord::engine
