// How fast the index is written and searched, on generated text.
//
// The text has no meaning: words are drawn from a vocabulary whose frequencies
// fall off as those of real text do (Zipf) and carry common English endings, so
// that look-ups of word forms have something to find. Good for speed, useless
// for judging what is found.
//
//   cmake --preset release -DCONCORD_BENCH=ON -DBUILD_TESTING=ON
//   ninja -C build/release index_bench && build/release/tests/bench/index_bench
//
// Search times are given as p50 and p95 of single searches, in microseconds.

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <random>

#include "concord/index/index.h"

namespace concord::index {
namespace {

constexpr std::size_t kVocabulary = 60'000;
constexpr int kReports = 1'000;
constexpr int kParagraphs = 15;
constexpr int kParagraphWords = 65;

class Generator {
 public:
  Generator() : random_(20011115) {
    static constexpr const char* kEndings[] = {"",   "s",   "ed", "ing",
                                               "er", "ion", "al", "ly"};
    std::vector<double> weights;
    for (std::size_t i = 0; i < kVocabulary; ++i) {
      std::string word;
      for (std::size_t root = i / 8 + 30; root > 0; root /= 20) {
        word += "bdfghklmnprstvwzcjqx"[root % 20];
        word += "aeiou"[(root / 3 + i / 8) % 5];
      }
      words_.push_back(word + kEndings[i % 8]);
      weights.push_back(1.0 /
                        (static_cast<double>((i * 7919) % kVocabulary) + 2.7));
    }
    pick_ =
        std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
  }

  const std::string& Word() { return words_[pick_(random_)]; }

  store::ReportRecord Report(int number) {
    store::ReportRecord report;
    report.id.value = "r" + std::to_string(number);
    report.extraction.header.title.printed = Word() + " " + Word();
    report.extraction.header.committee.printed = Word() + " committee";
    report.extraction.header.date.edtf = std::to_string(1990 + number % 30);
    std::string& text = report.document.text;
    for (int i = 0; i < kParagraphs; ++i) {
      document::Block block;
      block.span.begin = static_cast<std::uint32_t>(text.size());
      text += std::to_string(i + 1) + ".";
      block.label = {block.span.begin, static_cast<std::uint32_t>(text.size())};
      for (int j = 0; j < kParagraphWords; ++j) {
        text += ' ';
        text += Word();
      }
      text += '.';
      block.span.end = static_cast<std::uint32_t>(text.size());
      text += '\n';
      report.document.blocks.push_back(block);
    }
    return report;
  }

 private:
  std::mt19937 random_;
  std::vector<std::string> words_;
  std::discrete_distribution<std::size_t> pick_;
};

std::filesystem::path Folder() {
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("concord_index_bench_" + std::to_string(::getpid()));
  return folder;
}

std::uint64_t FolderBytes() {
  std::uint64_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(Folder())) {
    bytes += file.file_size();
  }
  return bytes;
}

const std::vector<store::ReportRecord>& Reports() {
  static const std::vector<store::ReportRecord> reports = [] {
    Generator generator;
    std::vector<store::ReportRecord> made;
    for (int i = 0; i < kReports; ++i) made.push_back(generator.Report(i));
    return made;
  }();
  return reports;
}

bool WriteAll() {
  std::filesystem::remove_all(Folder());
  auto writer = IndexWriter::Open(Folder(), "bench");
  if (!writer) return false;
  for (const store::ReportRecord& report : Reports()) {
    if (!(*writer)->Put(report, {})) return false;
  }
  return (*writer)->Commit(1).has_value();
}

void Writing(benchmark::State& state) {
  for (auto _ : state) {
    if (!WriteAll()) state.SkipWithError("the index could not be written");
  }
  std::uint64_t bytes = 0;
  for (const store::ReportRecord& report : Reports()) {
    bytes += report.text().size();
  }
  state.SetItemsProcessed(state.iterations() * kReports);
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(bytes));
  state.counters["index_bytes_per_byte"] =
      static_cast<double>(FolderBytes()) / static_cast<double>(bytes);
}
BENCHMARK(Writing)->Unit(benchmark::kMillisecond)->Iterations(3);

enum QuerySort { kOneWord, kThreeWords, kEither, kPhrase, kNear, kBeginning };

std::string MakeQuery(int sort, Generator* generator) {
  const auto word = [&] {
    std::string chosen;
    while (chosen.size() < 4) chosen = generator->Word();
    return chosen;
  };
  // Two neighbours of a real passage, so that phrases are found.
  const auto neighbours = [&] {
    static std::size_t next = 0;
    const std::string& text = Reports()[next++ % Reports().size()].text();
    const std::size_t begin = text.find(' ', (next * 977) % 3000) + 1;
    const std::size_t middle = text.find(' ', begin);
    return text.substr(begin, text.find_first_of(" .\n", middle + 1) - begin);
  };
  switch (sort) {
    case kOneWord:
      return word();
    case kThreeWords:
      return word() + " " + word() + " " + word();
    case kEither:
      return word() + " OR " + word() + " OR " + word();
    case kPhrase:
      return "\"" + neighbours() + "\"";
    case kNear: {
      std::string pair = neighbours();
      return pair.replace(pair.find(' '), 1, " NEAR ");
    }
    default:
      return word().substr(0, 4) + "*";
  }
}

void Searching(benchmark::State& state) {
  static const bool written = WriteAll();
  const auto searcher = Searcher::Open(Folder(), {});
  if (!written || !searcher) {
    state.SkipWithError("there is no index");
    return;
  }
  Generator generator;
  std::vector<double> times;
  std::uint64_t hits = 0;
  for (auto _ : state) {
    const SearchRequest request{
        .query = MakeQuery(static_cast<int>(state.range(0)), &generator),
        .in = static_cast<EntryKind>(state.range(1))};
    const auto start = std::chrono::steady_clock::now();
    const Result<HitPage> page = (*searcher)->Search(request);
    const std::chrono::duration<double, std::micro> took =
        std::chrono::steady_clock::now() - start;
    if (page) hits += page->hits.size();
    times.push_back(took.count());
    state.SetIterationTime(took.count() / 1e6);
  }
  std::sort(times.begin(), times.end());
  state.counters["p50_us"] = times[times.size() / 2];
  state.counters["p95_us"] = times[times.size() * 95 / 100];
  state.counters["hits"] =
      static_cast<double>(hits) / static_cast<double>(times.size());
}

void Sorts(benchmark::internal::Benchmark* bench) {
  for (const EntryKind in : {EntryKind::kPassage, EntryKind::kReport}) {
    for (int sort = kOneWord; sort <= kBeginning; ++sort) {
      bench->Args({sort, static_cast<int>(in)});
    }
  }
}
BENCHMARK(Searching)
    ->Apply(Sorts)
    ->ArgNames({"sort", "in"})
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond)
    ->Iterations(1000);

}  // namespace
}  // namespace concord::index

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  std::filesystem::remove_all(concord::index::Folder());
  return 0;
}
