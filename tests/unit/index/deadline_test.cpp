#include <gmock/gmock.h>

#include <chrono>

#include "tests/unit/index/index_fixture.h"

namespace concord::index {
namespace {

using ::testing::HasSubstr;
using Clock = std::chrono::steady_clock;

class DeadlineTest : public IndexTest {
 protected:
  // Many entries of few words: phrases have to be looked for in each.
  void SetUp() override {
    IndexTest::SetUp();
    const auto writer = OpenWriter();
    std::string text;
    for (int i = 0; i < 300; ++i) text += i % 2 == 0 ? "alpha " : "beta ";
    for (int i = 0; i < 5; ++i) {
      ReportBuilder builder("r" + std::to_string(i));
      for (int j = 0; j < 30; ++j) builder.Paragraph(text);
      Put(writer.get(), builder.Build());
    }
    ASSERT_TRUE(writer->Commit(1).has_value());
  }

  static QueryLimits NoLimits() {
    QueryLimits limits;
    limits.max_characters = limits.max_terms = limits.max_phrase_words =
        limits.max_near = limits.max_nesting = 10'000'000;
    return limits;
  }
};

std::string Repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST_F(DeadlineTest, StopsHostileQueriesThatNoLimitCaught) {
  const struct {
    const char* what;
    std::string query;
  } cases[] = {
      {"100,000 times the same word", Repeat("alpha ", 100'000)},
      {"a phrase of 5,000 words", "\"" + Repeat("alpha beta ", 2'500) + "\""},
      {"2,000 NEAR", "alpha" + Repeat(" NEAR alpha", 2'000)},
  };
  QueryLimits limits = NoLimits();
  limits.deadline_ms = 200;
  for (const auto& one : cases) {
    const Clock::time_point start = Clock::now();
    const Result<HitPage> page = Search({.query = one.query}, limits);
    const auto took = Clock::now() - start;
    // Reading the query and building it come on top; a machine may be busy.
    EXPECT_LT(took, std::chrono::seconds(20)) << one.what;
    if (!page.has_value()) {
      EXPECT_EQ(page.error().code(), ErrorCode::kLimitExceeded) << one.what;
      EXPECT_THAT(page.error().message(), HasSubstr("took too long"));
    }
  }
}

TEST_F(DeadlineTest, EveryHostileQueryIsRefusedAtOnceByTheLimits) {
  const std::string cases[] = {Repeat("alpha ", 100'000),
                               "\"" + Repeat("alpha beta ", 12'500) + "\"",
                               "alpha" + Repeat(" NEAR alpha", 10'000),
                               Repeat("(", 100'000), Repeat("abc* ", 3'000)};
  for (const std::string& query : cases) {
    const Clock::time_point start = Clock::now();
    const Result<HitPage> page = Search({.query = query});
    ASSERT_FALSE(page.has_value());
    EXPECT_EQ(page.error().code(), ErrorCode::kLimitExceeded);
    EXPECT_LT(Clock::now() - start, std::chrono::seconds(1));
  }
}

TEST_F(DeadlineTest, AMatchIsStoppedWhileItRuns) {
  QueryLimits limits = NoLimits();
  limits.deadline_ms = 0;
  for (const EntryKind in : {EntryKind::kPassage, EntryKind::kReport}) {
    const Result<HitPage> page = Search({.query = "alpha", .in = in}, limits);
    ASSERT_FALSE(page.has_value());
    EXPECT_EQ(page.error().code(), ErrorCode::kLimitExceeded);
  }
  limits.deadline_ms = 60'000;
  EXPECT_EQ(Search({.query = "alpha"}, limits)->matches, 150u);
}

TEST_F(DeadlineTest, ListingByFilterIsStoppedToo) {
  QueryLimits limits;
  limits.deadline_ms = 0;
  const Result<HitPage> page = Search({.query = "", .kind = "other"}, limits);
  ASSERT_FALSE(page.has_value());
  EXPECT_EQ(page.error().code(), ErrorCode::kLimitExceeded);
}

}  // namespace
}  // namespace concord::index
