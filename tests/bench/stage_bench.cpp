// The whole stage from recommendations as the store gives them to groups:
// preparing, candidates, comparing, grouping.
//
//   build/bench/tests/bench/stage_bench --benchmark_filter=:200000/
//
// Ten recommendations a report. Counters: seconds of each step by the clock,
// links, groups, what is kept of a recommendation once it is read (bytes_each),
// what the recommendations themselves take (input_mb) and the peak of the
// process with both, in which what was measured before is counted too: run one
// size at a time.

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <sys/resource.h>

#include <chrono>

#include "concord/overlap/overlap.h"
#include "tests/bench/generated_recommendations.h"

namespace concord::overlap {
namespace {

constexpr std::size_t kInReport = 10;

std::vector<store::StoredRecommendation> ArchiveOf(std::size_t count) {
  const GeneratedRecommendations generated({.count = count});
  std::vector<store::StoredRecommendation> archive(count);
  for (std::size_t i = 0; i < count; ++i) {
    archive[i].report = ReportId{"r" + std::to_string(i / kInReport)};
    archive[i].id = RecommendationId{archive[i].report.value + "." +
                                     std::to_string(i % kInReport + 1)};
    archive[i].item.text =
        "The Chief Constable should publish " + generated.TextOf(i) + ".";
    archive[i].item.addressee = "The Chief Constable";
  }
  return archive;
}

// Large tables lie in pages of their own.
double BytesInUse() {
  const auto info = ::mallinfo2();
  return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
}

double PeakMegabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// Seconds since it was asked last.
class Lap {
 public:
  double Take() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> took = now - last_;
    last_ = now;
    return took.count();
  }

 private:
  std::chrono::steady_clock::time_point last_ =
      std::chrono::steady_clock::now();
};

void Stage(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  const double at_first = BytesInUse();
  const auto archive = ArchiveOf(count);
  state.counters["input_mb"] = (BytesInUse() - at_first) / (1 << 20);
  for (auto _ : state) {
    const double before = BytesInUse();
    Lap lap;
    const Comparer comparer(archive, {});
    state.counters["prepare_s"] = lap.Take();
    state.counters["bytes_each"] =
        (BytesInUse() - before) / static_cast<double>(count);
    const std::vector<Link> links = FindLinks(archive, comparer, {});
    state.counters["links_s"] = lap.Take();
    state.counters["links"] = static_cast<double>(links.size());
    const std::vector<Group> groups = GroupLinks(archive, links);
    state.counters["groups_s"] = lap.Take();
    state.counters["groups"] = static_cast<double>(groups.size());
  }
  state.counters["peak_mb"] = PeakMegabytes();
}

BENCHMARK(Stage)
    ->Arg(2'000)
    ->Arg(20'000)
    ->Arg(200'000)
    ->Arg(1'000'000)
    ->ArgName("recommendations")
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kSecond)
    ->Iterations(1);

}  // namespace
}  // namespace concord::overlap

BENCHMARK_MAIN();
