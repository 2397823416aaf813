// How fast, printed and not asserted: machines differ. What is asserted is
// that everything arrives.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

#include "archive_fixture.h"

namespace concord::store {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

template <class Work>
void Time(const char* what, int items, Work work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> took =
      std::chrono::steady_clock::now() - begin;
  std::printf("%-44s %8.3f s  %10.0f a second\n", what, took.count(),
              items / took.count());
}

TEST(SpeedTest, TenThousandRecommendationsInTwoHundredReports) {
  constexpr int kReports = 200;
  constexpr int kItems = 50;
  const ArchiveFolder folder;
  std::vector<PutRequest> requests;
  for (int i = 0; i < kReports; ++i) {
    requests.push_back(RequestWith(kItems, "ward " + std::to_string(i)));
  }
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Time("Put, recommendations", kReports * kItems, [&] {
    for (const PutRequest& request : requests) Must(store->Put(request));
  });
  std::vector<StoredRecommendation> all;
  Time("Recommendations()", kReports * kItems,
       [&] { all = Must(store->Recommendations()); });
  EXPECT_THAT(all, SizeIs(kReports * kItems));
  int reports = 0;
  Time("ForEachReport, reports", kReports, [&] {
    Must(store->ForEachReport([&](const ReportRecord&) -> Result<> {
      ++reports;
      return {};
    }));
  });
  EXPECT_EQ(reports, kReports);
  Time("Check with originals, reports", kReports,
       [&] { EXPECT_THAT(Must(store->Check(true)), IsEmpty()); });
}

TEST(SpeedTest, TenThousandRecommendationsInOneReport) {
  constexpr int kItems = 10'000;
  const ArchiveFolder folder;
  const PutRequest request = RequestWith(kItems, "Northmarch");
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Time("Put of one report, recommendations", kItems,
       [&] { Must(store->Put(request)); });
  EXPECT_THAT(Must(store->Recommendations()), SizeIs(kItems));
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
}

}  // namespace
}  // namespace concord::store
