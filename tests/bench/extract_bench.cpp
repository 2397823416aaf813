// How fast a document is extracted, and how that grows with its size.
//
//   cmake --preset bench && ninja -C build/bench extract_bench
//   build/bench/tests/bench/extract_bench
//   build/bench/tests/bench/extract_bench --benchmark_filter=Stage
//
// The text is that of the specimen corpus, page after page until the size is
// reached: real layout, real density of dates and recommendations. Beside it
// stands what any reader of such text must at least do: one pass of RE2 with a
// pattern that finds a few words, and one of ICU's sentence boundaries, over
// the same text in the same run. MB/s are of canonical text, of one core.
// `ReadAll` over `Floor` says how much of the cost is ours.

#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "concord/document/decode.h"
#include "concord/extraction/extract.h"
#include "extraction/grams.h"

namespace concord::extraction {
namespace {

using document::Document;

std::vector<Document> Specimens() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(CONCORD_SPECIMENS)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Document> pages;
  for (const auto& path : paths) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    source::Capture capture;
    capture.uri = "file://" + path.string();
    capture.bytes = bytes.str();
    const bool plain = path.extension() == ".txt";
    capture.media_type = plain ? "text/plain" : "text/html";
    auto page = document::Decode(capture, {});
    if (page) pages.push_back(std::move(*page));
  }
  // The kind of the first page is that of all of them together: out of an
  // agenda no recommendation is read.
  const auto report =
      std::find_if(pages.begin(), pages.end(), [](const Document& page) {
        return ReadHeader(page).kind == DocumentKind::kReport;
      });
  if (report != pages.end()) std::rotate(pages.begin(), report, pages.end());
  return pages;
}

void Append(const Document& page, Document* document) {
  const auto shift = static_cast<std::uint32_t>(document->text.size());
  const auto first = static_cast<std::int32_t>(document->blocks.size());
  const auto moved = [&](TextSpan span) {
    return TextSpan{span.begin + shift, span.end + shift};
  };
  for (document::Block block : page.blocks) {
    block.span = moved(block.span);
    block.label = moved(block.label);
    if (block.parent >= 0) block.parent += first;
    document->blocks.push_back(block);
  }
  document->text += page.text;
  document->text += '\n';
}

const Document& OfSize(std::size_t bytes) {
  static const std::vector<Document> pages = Specimens();
  static std::map<std::size_t, Document> made;
  Document& document = made[bytes];
  for (std::size_t i = 0; document.text.size() < bytes && !pages.empty(); ++i) {
    Append(pages[i % pages.size()], &document);
  }
  FileUnderHeadings(&document);
  return document;
}

void Report(const Document& document, benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(document.text.size()));
}

void ReadAll(benchmark::State& state) {
  const Document& document = OfSize(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(Extract(document));
  Report(document, state);
}
BENCHMARK(ReadAll)
    ->RangeMultiplier(10)
    ->Range(10'000, 10'000'000)
    ->Unit(benchmark::kMillisecond);

int MatchWords(const std::string& text) {
  static const RE2 words("(?i)\\b(recommend|resolved|should|will|by|of)\\b");
  re2::StringPiece rest(text);
  int found = 0;
  while (RE2::FindAndConsume(&rest, words)) ++found;
  return found;
}

int BreakSentences(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getUK(), status));
  if (breaks == nullptr) return 0;
  UText utf8 = UTEXT_INITIALIZER;
  utext_openUTF8(&utf8, text.data(), static_cast<std::int64_t>(text.size()),
                 &status);
  breaks->setText(&utf8, status);
  int sentences = 0;
  while (breaks->next() != icu::BreakIterator::DONE) ++sentences;
  utext_close(&utf8);
  return sentences;
}

void Floor(benchmark::State& state) {
  const Document& document = OfSize(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(MatchWords(document.text));
    benchmark::DoNotOptimize(BreakSentences(document.text));
  }
  Report(document, state);
}
BENCHMARK(Floor)
    ->RangeMultiplier(10)
    ->Range(10'000, 10'000'000)
    ->Unit(benchmark::kMillisecond);

// One stage alone, over a megabyte.
template <typename Stage>
void RunStage(benchmark::State& state, Stage stage) {
  const Document& document = OfSize(1'000'000);
  const GramsInUse grams(document.text);  // as Extract() has them
  for (auto _ : state) benchmark::DoNotOptimize(stage(document));
  Report(document, state);
}

void StageHeader(benchmark::State& state) {
  RunStage(state, [](const Document& d) { return ReadHeader(d); });
}
void StageDates(benchmark::State& state) {
  RunStage(state, [](const Document& d) { return FindDates(d, {}); });
}
void StageRecommendations(benchmark::State& state) {
  RunStage(state,
           [](const Document& d) { return FindRecommendations(d, Header{}); });
}
void StageResolutions(benchmark::State& state) {
  RunStage(state,
           [](const Document& d) { return FindResolutions(d, Header{}); });
}
void StageOwners(benchmark::State& state) {
  RunStage(state, [](const Document& d) { return FindOwners(d, Header{}); });
}
void StageAcronyms(benchmark::State& state) {
  RunStage(state, [](const Document& d) { return FindAcronyms(d); });
}
void StageCitations(benchmark::State& state) {
  RunStage(state, [](const Document& d) { return FindCitations(d, Header{}); });
}
void StageCounts(benchmark::State& state) {
  const auto citations = FindCitations(OfSize(1'000'000), Header{});
  RunStage(state, [&](const Document& d) { return FindCounts(d, citations); });
}
void StageRelations(benchmark::State& state) {
  const auto citations = FindCitations(OfSize(1'000'000), Header{});
  RunStage(state, [&](const Document& d) {
    return FindRelations(d, Header{}, citations);
  });
}

BENCHMARK(StageHeader)->Unit(benchmark::kMillisecond);
BENCHMARK(StageDates)->Unit(benchmark::kMillisecond);
BENCHMARK(StageRecommendations)->Unit(benchmark::kMillisecond);
BENCHMARK(StageResolutions)->Unit(benchmark::kMillisecond);
BENCHMARK(StageOwners)->Unit(benchmark::kMillisecond);
BENCHMARK(StageAcronyms)->Unit(benchmark::kMillisecond);
BENCHMARK(StageCitations)->Unit(benchmark::kMillisecond);
BENCHMARK(StageCounts)->Unit(benchmark::kMillisecond);
BENCHMARK(StageRelations)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace concord::extraction

BENCHMARK_MAIN();
