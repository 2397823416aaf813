// The whole stage from recommendations to groups: preparing, candidates,
// comparing, grouping. `Stage` has the records in memory, as the store gives
// them; `StagePacked` their words alone, and reads each when it is wanted.
//
//   build/bench/tests/bench/stage_bench --benchmark_filter=Stage/.*:200000/
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
#include "tests/bench/packed_archive.h"

namespace concord::overlap {
namespace {

constexpr std::size_t kInReport = 10;

store::StoredRecommendation RecordOf(const GeneratedRecommendations& generated,
                                     std::size_t i) {
  store::StoredRecommendation one;
  one.report = ReportId{"r" + std::to_string(i / kInReport)};
  one.id = RecommendationId{one.report.value + "." +
                            std::to_string(i % kInReport + 1)};
  one.item.text =
      "The Chief Constable should publish " + generated.TextOf(i) + ".";
  one.item.addressee = "The Chief Constable";
  return one;
}

std::vector<store::StoredRecommendation> ArchiveOf(std::size_t count) {
  const GeneratedRecommendations generated(
      {.count = count, .with_terms = false});
  std::vector<store::StoredRecommendation> archive(count);
  for (std::size_t i = 0; i < count; ++i) archive[i] = RecordOf(generated, i);
  return archive;
}

PackedArchive PackedArchiveOf(std::size_t count) {
  constexpr std::size_t kLettersEach = 260;
  const GeneratedRecommendations generated(
      {.count = count, .with_terms = false});
  PackedArchive archive;
  archive.Reserve(count, kLettersEach * count);
  for (std::size_t i = 0; i < count; ++i) archive.Add(RecordOf(generated, i));
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

template <class Records>
void Run(benchmark::State& state, const Records& archive) {
  for (auto _ : state) {
    const double before = BytesInUse();
    Lap lap;
    const Comparer comparer(archive, {});
    state.counters["prepare_s"] = lap.Take();
    state.counters["bytes_each"] =
        (BytesInUse() - before) / static_cast<double>(archive.size());
    // As the engine asks for them: the parts of what is shown are made again.
    OverlapOptions options;
    options.with_parts = false;
    const std::vector<Link> links = FindLinks(archive, comparer, options);
    state.counters["links_s"] = lap.Take();
    state.counters["links"] = static_cast<double>(links.size());
    const std::vector<Group> groups = GroupLinks(archive, links);
    state.counters["groups_s"] = lap.Take();
    state.counters["groups"] = static_cast<double>(groups.size());
  }
  state.counters["peak_mb"] = PeakMegabytes();
}

void Stage(benchmark::State& state) {
  const double before = BytesInUse();
  const auto archive = ArchiveOf(static_cast<std::size_t>(state.range(0)));
  state.counters["input_mb"] = (BytesInUse() - before) / (1 << 20);
  Run(state, archive);
}

void StagePacked(benchmark::State& state) {
  const double before = BytesInUse();
  const auto archive =
      PackedArchiveOf(static_cast<std::size_t>(state.range(0)));
  state.counters["input_mb"] = (BytesInUse() - before) / (1 << 20);
  Run(state, archive);
}

void Sizes(benchmark::internal::Benchmark* stage) {
  for (const std::int64_t count : {2'000, 20'000, 200'000, 1'000'000}) {
    stage->Arg(count);
  }
  stage->ArgName("recommendations")
      ->MeasureProcessCPUTime()
      ->UseRealTime()
      ->Unit(benchmark::kSecond)
      ->Iterations(1);
}

BENCHMARK(Stage)->Apply(Sizes);
BENCHMARK(StagePacked)->Apply(Sizes);

}  // namespace
}  // namespace concord::overlap

BENCHMARK_MAIN();
