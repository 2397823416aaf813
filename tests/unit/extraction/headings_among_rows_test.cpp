// A line of one cell among the rows of a table: a heading over those below it.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;

constexpr char kPlan[] =
    "<html><body><h1>Orchards of the county of Northmarch</h1><table>"
    "<tr><th>Recommendation</th><th>Owner</th><th>Target date</th></tr>"
    "<tr><td colspan=3>Walls and their gates</td></tr>"
    "<tr><td>The Board should mend the wall</td><td>Mason</td><td>May "
    "2006</td></tr>"
    "<tr><td colspan=3>The Board should say so in its report</td></tr>"
    "<tr><td>Ladders in the Old Mill</td></tr>"
    "<tr><td>Ladders in the Old Mill</td><td>Bailiff</td><td>June "
    "2006</td></tr>"
    "</table></body></html>";

TEST(HeadingsAmongRows, AreNoRecommendationsUnlessTheyAsk) {
  std::vector<std::string> texts;
  for (const auto& item : Extract(DecodedPage(kPlan)).recommendations) {
    texts.push_back(item.text);
  }
  EXPECT_EQ(texts,
            (std::vector<std::string>{"The Board should mend the wall",
                                      "The Board should say so in its report",
                                      "Ladders in the Old Mill"}));
}

TEST(HeadingsAmongRows, AreNoAcronymsOfTheRowThatRepeatsThem) {
  EXPECT_TRUE(Extract(DecodedPage(kPlan)).acronyms.empty());
}

}  // namespace
}  // namespace concord::extraction
