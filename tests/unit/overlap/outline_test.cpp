// What is kept of an archive, and what is made again from it.

#include "overlap/outline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <vector>

#include "concord/base/in_runs.h"
#include "overlap/join/runs.h"
#include "overlap/shelf.h"
#include "overlap/vocabulary.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

std::vector<Term> Listed(TermRun run) { return {run.begin(), run.end()}; }

TEST(TermRun, ShowsTermsOfARowAndOfATableAlike) {
  const std::vector<Term> table = {{9, 1.5}, {2, 4.0}, {5, 0.5}};
  const std::vector<std::uint32_t> numbers = {1, 2, 0};
  const std::vector<Term> row = {{2, 4.0}, {5, 0.5}, {9, 1.5}};
  EXPECT_EQ(Listed(TermRun(table, numbers)), row);
  EXPECT_EQ(Listed(row), row);
  EXPECT_TRUE(TermRun().empty());
  EXPECT_EQ(NormOf(TermRun(table, numbers)), NormOf(row));
}

TEST(Outlines, GiveTheTermsBackAsTheyWere) {
  const std::vector<std::vector<Term>> texts = {
      {{3, 2.5}, {8, 1.25}}, {}, {{1, 7.0}, {3, 2.5}}, {{8, 1.25}}};
  Outlines outlines;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Outline outline;
    outline.report = static_cast<std::uint32_t>(i / 2);
    outlines.Add(outline, texts[i]);
  }
  ASSERT_EQ(outlines.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(Listed(outlines.TermsOf(i)), texts[i]);
    EXPECT_EQ(outlines[i].report, i / 2);
  }
}

TEST(Runs, StayWhereTheyAreWhateverIsAdded) {
  // Shorter, longer and much longer than what is set aside at once.
  const std::vector<std::size_t> sizes = {3, 0, 40'000, 40'000, 200'000, 1};
  Runs<std::uint32_t> runs;
  std::vector<const std::uint32_t*> begins;
  for (std::uint32_t i = 0; i < sizes.size(); ++i) {
    runs.Add(std::vector<std::uint32_t>(sizes[i], i));
    begins.push_back(runs[i].data());
  }
  ASSERT_EQ(runs.size(), sizes.size());
  for (std::uint32_t i = 0; i < sizes.size(); ++i) {
    const std::span<const std::uint32_t> run = runs[i];
    EXPECT_EQ(run.data(), begins[i]);
    EXPECT_EQ(run.size(), sizes[i]);
    EXPECT_EQ(std::count(run.begin(), run.end(), i),
              static_cast<std::ptrdiff_t>(sizes[i]));
  }
}

TEST(Outlines, HoldWhatIsReadInFull) {
  const std::vector archive = {
      Make("r2.1", "r2", "Publish the register of salvage divers"),
      Make("r1.1", "r1", "Inspect every mooring chain in the harbour"),
      Make("r1.2", "r1", "As recommendation 7 asks, repair the lamps")};
  Vocabulary vocabulary;
  const HeldArchive held(archive);
  ReadArchive(held, {}, &vocabulary);
  ASSERT_EQ(vocabulary.outlines.size(), archive.size());
  for (std::size_t i = 0; i < archive.size(); ++i) {
    const Prepared whole = Prepare(archive[i], vocabulary.MakeLexicon());
    EXPECT_EQ(Listed(vocabulary.outlines.TermsOf(i)), whole.terms);
    EXPECT_EQ(vocabulary.outlines[i].bits, whole.bits);
    EXPECT_EQ(vocabulary.outlines[i].norm, NormOf(whole.terms));
    EXPECT_EQ(vocabulary.outlines[i].cites, !whole.cited.empty());
    EXPECT_EQ(vocabulary.outlines[i].fingerprint, Fingerprint(archive[i]));
    EXPECT_EQ(vocabulary.Find(archive[i].id), i);
  }
  EXPECT_TRUE(vocabulary.outlines[2].cites);
  EXPECT_EQ(vocabulary.outlines[1].report, vocabulary.outlines[2].report);
  EXPECT_FALSE(vocabulary.Find(RecommendationId{"r9.1"}));
}

TEST(Shelf, MakesEachOnceWhileThereIsRoomAndAgainWhereThereIsNot) {
  std::atomic<int> made = 0;
  const auto make = [&](std::size_t number) {
    ++made;
    Prepared prepared;
    prepared.text = std::to_string(number);
    return prepared;
  };
  Shelf shelf(Shelf::kPlaces + 1, make);
  EXPECT_EQ(shelf.Get(7)->text, "7");
  EXPECT_EQ(shelf.Get(7)->text, "7");
  EXPECT_EQ(made, 1);
  const Shelf::Made first = shelf.Get(0);
  EXPECT_EQ(shelf.Get(Shelf::kPlaces)->text, std::to_string(Shelf::kPlaces));
  EXPECT_EQ(first->text, "0") << "held though its place was given away";
  EXPECT_EQ(shelf.Get(0)->text, "0");
  EXPECT_EQ(made, 4);
}

TEST(InRuns, VisitsEveryItemOnce) {
  for (const std::size_t count : {0u, 1u, 10u, 1'001u}) {
    std::vector<std::atomic<int>> visits(count);
    InRuns(count, 10, 3, [&](std::size_t thread, std::size_t b, std::size_t e) {
      EXPECT_LT(thread, 3u);
      for (std::size_t i = b; i < e; ++i) ++visits[i];
    });
    for (const std::atomic<int>& visit : visits) EXPECT_EQ(visit, 1);
  }
  EXPECT_EQ(ThreadsFor(0, 10, 4), 1u);
  EXPECT_EQ(ThreadsFor(25, 10, 8), 3u);
}

}  // namespace
}  // namespace concord::overlap
