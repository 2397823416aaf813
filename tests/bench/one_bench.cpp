// One new recommendation against an archive: by the join's own index, and by a
// Xapian query of its most telling words whose answers are then compared.
//
//   build/bench/tests/bench/one_bench
//
// Counters: median and 99th percentile in milliseconds of one look-up; recall,
// the share of the pairs at cosine 0.6 that are found (by the index: against
// comparing with every row; by Xapian: against the index). Making the index or
// the database is not counted: both serve many look-ups.

#include <benchmark/benchmark.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>

#include "overlap/join/pair_index.h"
#include "tests/bench/generated_recommendations.h"

namespace concord::overlap {
namespace {

constexpr double kThreshold = 0.6;
constexpr std::size_t kQueries = 300;
constexpr std::size_t kBruteForced = 20;

struct Archive {
  explicit Archive(std::size_t count)
      : all({.count = count + kQueries}), rows(all.Rows()) {
    // The last ones are the new recommendations.
    queries.assign(rows.end() - kQueries, rows.end());
    rows.resize(count);
  }
  GeneratedRecommendations all;
  std::vector<Row> rows;
  std::vector<Row> queries;
};

class Clock {
 public:
  template <class Work>
  void Time(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - start;
    times_.push_back(took.count());
  }
  void Report(benchmark::State& state) {
    std::sort(times_.begin(), times_.end());
    state.counters["median_ms"] = times_[times_.size() / 2];
    state.counters["p99_ms"] = times_[times_.size() * 99 / 100];
  }

 private:
  std::vector<double> times_;
};

double Share(std::size_t found, std::size_t wanted) {
  return wanted == 0 ? 1
                     : static_cast<double>(found) / static_cast<double>(wanted);
}

void ByIndex(benchmark::State& state) {
  const Archive archive(static_cast<std::size_t>(state.range(0)));
  const PairIndex index(archive.rows, kThreshold);
  PairIndex::Search search(index);
  Clock clock;
  std::vector<RowPair> found;
  for (auto _ : state) {
    for (const Row& query : archive.queries) {
      clock.Time([&] { search.Like(query.terms, query.group, &found); });
    }
  }
  found.clear();
  std::size_t wanted = 0;
  for (std::size_t i = 0; i < kBruteForced; ++i) {
    const Row& query = archive.queries[i];
    search.Like(query.terms, query.group, &found);
    for (const Row& row : archive.rows) {
      wanted += CosineOf(row.terms, query.terms) >= kThreshold ? 1 : 0;
    }
  }
  clock.Report(state);
  state.counters["recall"] = Share(found.size(), wanted);
}

Xapian::WritableDatabase MakeDatabase(const std::vector<Row>& rows) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const Row& row : rows) {
    Xapian::Document document;
    for (const Term& term : row.terms) {
      document.add_term(std::to_string(term.key));
    }
    database.add_document(document);
  }
  return database;
}

// The rarest words of the query, any of them; the best hundred are compared.
void ByXapian(benchmark::State& state) {
  const Archive archive(static_cast<std::size_t>(state.range(0)));
  const auto elite = static_cast<std::size_t>(state.range(1));
  const Xapian::Database database = MakeDatabase(archive.rows);
  const PairIndex index(archive.rows, kThreshold);
  PairIndex::Search exact(index);
  std::size_t found = 0;
  std::size_t wanted = 0;
  Clock clock;
  for (auto _ : state) {
    for (const Row& query : archive.queries) {
      std::vector<RowPair> pairs;
      exact.Like(query.terms, query.group, &pairs);
      wanted += pairs.size();
      clock.Time([&] {
        std::vector<Term> terms(query.terms.begin(), query.terms.end());
        std::sort(terms.begin(), terms.end(),
                  [](const Term& a, const Term& b) { return a.bits > b.bits; });
        terms.resize(std::min(terms.size(), elite));
        std::vector<std::string> words;
        for (const Term& term : terms)
          words.push_back(std::to_string(term.key));
        Xapian::Enquire enquire(database);
        enquire.set_query(
            Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end()));
        const Xapian::MSet hits = enquire.get_mset(0, 100);
        for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
          const Row& row = archive.rows[*hit - 1];
          found += CosineOf(row.terms, query.terms) >= kThreshold ? 1 : 0;
        }
      });
    }
  }
  clock.Report(state);
  state.counters["recall"] = Share(found, wanted);
}

BENCHMARK(ByIndex)
    ->Arg(200'000)
    ->Arg(1'000'000)
    ->ArgName("rows")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);
BENCHMARK(ByXapian)
    ->Args({200'000, 6})
    ->Args({200'000, 10})
    ->Args({200'000, 16})
    ->ArgNames({"rows", "words"})
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace concord::overlap

BENCHMARK_MAIN();
