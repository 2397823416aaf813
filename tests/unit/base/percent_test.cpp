#include "concord/base/percent.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

TEST(PercentDecoded, BytesOfCodesAndNothingElse) {
  EXPECT_EQ(PercentDecoded("a%20b%2Fc"), "a b/c");
  EXPECT_EQ(PercentDecoded("a+b"), "a+b");
  EXPECT_EQ(PercentDecoded("%ff"), "\xff");
  EXPECT_EQ(PercentDecoded("100%"), std::nullopt);
  EXPECT_EQ(PercentDecoded("%2"), std::nullopt);
  EXPECT_EQ(PercentDecoded("%zz"), std::nullopt);
  EXPECT_EQ(PercentDecoded("%-1"), std::nullopt);
}

TEST(LastStep, AsAPersonWroteIt) {
  EXPECT_EQ(LastStep("file:///a/Appendix%20I%20Risks.pdf"),
            "Appendix I Risks.pdf");
  EXPECT_EQ(LastStep("file:///a/100%.txt"), "100%.txt");
  EXPECT_EQ(LastStep("file:///a/%ff.txt"), "%ff.txt") << "no UTF-8";
  EXPECT_EQ(LastStep("http://a.test/"), "http://a.test/");
  EXPECT_EQ(LastStep("paper.txt"), "paper.txt");
}

}  // namespace
}  // namespace concord
