#include "engine/import/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concord::engine {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(LogOfAttempts, HasALineForEachAndWhatWasPrintedUnderIt) {
  EXPECT_EQ(LogOf(3, {"it died\n  of this\n", "it died"}),
            "run 3: it died\n  of this\nrun 3: it died\n");
}

TEST(LogOfAttempts, LosesTheEarliestWhereItIsTooLong) {
  std::string log;
  for (int run = 1; run <= 100; ++run) {
    log += LogOf(run, {"it died\n  " + std::string(1000, 'x')});
  }
  const std::string bounded = Bounded(log);
  EXPECT_LE(bounded.size(), 17000u);
  EXPECT_THAT(bounded, StartsWith("(what earlier attempts said is left out)\n"
                                  "run "));
  EXPECT_THAT(bounded, HasSubstr("run 100: "));
  EXPECT_THAT(bounded, Not(HasSubstr("run 1: ")));
  EXPECT_EQ(Bounded("run 1: it died\n"), "run 1: it died\n");
}

}  // namespace
}  // namespace concord::engine
