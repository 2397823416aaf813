// The candidate join, beside comparing every pair and beside MinHash.
//
//   cmake --preset bench && ninja -C build/bench join_bench
//   build/bench/tests/bench/join_bench
//   build/bench/tests/bench/join_bench --benchmark_filter='/1000000'
//
// "CPU" is the processor time of all threads. Counters: pairs found; recall,
// the share of the pairs that comparing 200 rows with all others finds (of all
// pairs where every pair was compared); peak_mb, the largest resident size the
// process has had, generated rows included.

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "overlap/join/all_pairs.h"
#include "tests/bench/generated_recommendations.h"
#include "tests/bench/min_hash.h"

namespace concord::overlap {
namespace {

constexpr std::size_t kSampled = 200;

const std::vector<Row>& RowsOf(std::size_t count, bool hard) {
  static std::map<std::pair<std::size_t, bool>,
                  std::pair<GeneratedRecommendations, std::vector<Row>>>
      made;
  const auto found = made.find({count, hard});
  if (found != made.end()) return found->second.second;
  made.clear();  // one at a time: a million rows are large
  GeneratedRecommendations all(hard ? Hard(count)
                                    : GeneratorOptions{.count = count});
  std::vector<Row> rows = all.Rows();
  return made
      .emplace(std::pair(count, hard),
               std::pair(std::move(all), std::move(rows)))
      .first->second.second;
}

// Pairs of every `step`-th row, by comparing it with all others.
std::vector<RowPair> BruteForce(const std::vector<Row>& rows, double threshold,
                                std::size_t step) {
  std::vector<RowPair> pairs;
  for (std::size_t a = 0; a < rows.size(); a += step) {
    for (std::size_t b = 0; b < rows.size(); ++b) {
      if (b % step == 0 && b <= a) continue;
      const double cosine = CosineOf(rows[a].terms, rows[b].terms);
      if (cosine >= threshold) {
        pairs.push_back({std::min(a, b), std::max(a, b), cosine});
      }
    }
  }
  return pairs;
}

bool Before(const RowPair& a, const RowPair& b) {
  return a.a != b.a ? a.a < b.a : a.b < b.b;
}

double RecallOf(const std::vector<RowPair>& found,
                const std::vector<RowPair>& wanted) {
  const auto hits =
      std::count_if(wanted.begin(), wanted.end(), [&](const RowPair& pair) {
        return std::binary_search(found.begin(), found.end(), pair, Before);
      });
  return wanted.empty()
             ? 1
             : static_cast<double>(hits) / static_cast<double>(wanted.size());
}

void Report(benchmark::State& state, const std::vector<RowPair>& found,
            const std::vector<RowPair>& wanted) {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  state.counters["pairs"] = static_cast<double>(found.size());
  state.counters["recall"] = RecallOf(found, wanted);
  state.counters["peak_mb"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

// Args: rows, threshold in hundredths, threads, 1 for the hard variant.
void Join(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  const double threshold = static_cast<double>(state.range(1)) / 100;
  const auto& rows = RowsOf(count, state.range(3) != 0);
  std::vector<RowPair> found;
  for (auto _ : state) {
    found = AllPairs(rows, threshold, static_cast<unsigned>(state.range(2)));
  }
  Report(
      state, found,
      BruteForce(rows, threshold, std::max<std::size_t>(count / kSampled, 1)));
}

void EveryPair(benchmark::State& state) {
  const auto& rows = RowsOf(static_cast<std::size_t>(state.range(0)), false);
  const double threshold = static_cast<double>(state.range(1)) / 100;
  std::vector<RowPair> found;
  for (auto _ : state) found = BruteForce(rows, threshold, 1);
  std::sort(found.begin(), found.end(), Before);
  Report(state, found, AllPairs(rows, threshold, 1));
  if (found != AllPairs(rows, threshold, 2)) {
    state.SkipWithError("the join gives other pairs");
  }
}

void MinHash(benchmark::State& state) {
  const auto& rows =
      RowsOf(static_cast<std::size_t>(state.range(0)), state.range(2) != 0);
  const double threshold = static_cast<double>(state.range(1)) / 100;
  std::vector<RowPair> found;
  for (auto _ : state) found = MinHashPairs(rows, threshold);
  Report(state, found, AllPairs(rows, threshold));
}

BENCHMARK(EveryPair)
    ->Args({10'000, 60})
    ->ArgNames({"rows", "cosine"})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(Join)
    ->Args({10'000, 60, 1, 0})
    ->Args({200'000, 60, 1, 0})
    ->Args({200'000, 60, 2, 0})
    ->Args({200'000, 50, 1, 0})
    ->Args({200'000, 60, 1, 1})
    ->Args({1'000'000, 60, 1, 0})
    ->Args({1'000'000, 60, 2, 0})
    ->ArgNames({"rows", "cosine", "threads", "hard"})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(MinHash)
    ->Args({10'000, 60, 0})
    ->Args({200'000, 60, 0})
    ->Args({200'000, 60, 1})
    ->ArgNames({"rows", "cosine", "hard"})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace concord::overlap

BENCHMARK_MAIN();
