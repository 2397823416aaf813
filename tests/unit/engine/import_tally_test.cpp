#include "engine/import/tally.h"

#include <gtest/gtest.h>

#include "engine/import/rows.h"

namespace concord::engine {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

store::LedgerRow Row(store::Outcome outcome) {
  store::LedgerRow row;
  row.outcome = outcome;
  row.bytes = 10;
  return row;
}

TEST(ImportTally, CallsOnlyRecommendationsSo) {
  using Kind = extraction::RecommendationKind;
  extraction::Extraction extraction;
  for (const Kind kind : {Kind::kRecommendation, Kind::kDecision,
                          Kind::kCommitment, Kind::kCommitment}) {
    extraction.recommendations.emplace_back().kind = kind;
  }
  extraction.resolutions.emplace_back();
  ImportTally tally;
  tally.AddReport(CountsOf(extraction));
  const ImportTotals& totals = tally.AtTheEnd();
  EXPECT_EQ(totals.recommendations, 1u);
  EXPECT_EQ(totals.decisions, 1u);
  EXPECT_EQ(totals.commitments, 2u);
  EXPECT_EQ(totals.resolutions, 1u);
}

TEST(ImportTally, EveryItemEndsOnce) {
  ImportTally tally;
  tally.Expect(4);
  for (const auto outcome :
       {store::Outcome::kIndexed, store::Outcome::kDuplicate,
        store::Outcome::kSkipped, store::Outcome::kQuarantined}) {
    tally.AddRow(Row(outcome));
  }
  const ImportTotals& totals = tally.AtTheEnd();
  EXPECT_EQ(totals.seen, 4u);
  EXPECT_EQ(totals.total, 4u);
  EXPECT_EQ(totals.indexed, 1u);
  EXPECT_EQ(totals.duplicate, 1u);
  EXPECT_EQ(totals.skipped, 1u);
  EXPECT_EQ(totals.quarantined, 1u);
  EXPECT_EQ(totals.bytes, 40u);
}

TEST(ImportTally, TheRateSinksToNothingWhileAFileHangs) {
  steady_clock::time_point now{};
  ImportTally tally([&] { return now; });
  EXPECT_LT(tally.SoFar().rate, 0) << "too early to say";
  now += seconds(2);
  for (int i = 0; i < 20; ++i) tally.AddRow(Row(store::Outcome::kIndexed));
  now += seconds(6);
  EXPECT_GT(tally.SoFar().rate, 0);
  now += seconds(6);
  EXPECT_EQ(tally.SoFar().rate, 0);
}

TEST(ReasonOf, HasNoCodeBeforeIt) {
  const Error locked(ErrorCode::kUnavailable,
                     "password_required: it opens with a password only");
  EXPECT_EQ(CodeOf(locked), "password_required");
  EXPECT_EQ(ReasonOf(locked), "it opens with a password only");
  const Error damaged(ErrorCode::kCorrupt, "its list of pages is empty");
  EXPECT_EQ(CodeOf(damaged), "corrupt");
  EXPECT_EQ(ReasonOf(damaged), "its list of pages is empty");
}

}  // namespace
}  // namespace concord::engine
