// Numbers in brackets by which a paper counts its own requests cite nothing.

#include <gtest/gtest.h>

#include <string>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/sample_page.h"

namespace concord::extraction {
namespace {

// The single recommendations cited, with the work each is of.
std::string SinglesOf(std::string_view page) {
  std::string lines;
  for (const Citation& citation :
       FindCitations(testing::PageOf(page), Header{})) {
    if (citation.recommendation.empty()) continue;
    lines += lines.empty() ? "" : "; ";
    lines += citation.recommendation + " of " + citation.title;
  }
  return lines;
}

TEST(OwnNumbers, OfAPaperThatCountsItsRequestsCiteNothing) {
  EXPECT_EQ(SinglesOf("1. The report Safe on the Shore (1999) is old.\n\n"
                      "2. The pilots should keep a log (recommendation 1).\n\n"
                      "3. The Board must read it (recommendation 2). I would "
                      "have the Clerk publish it (recommendation 3).\n\n"
                      "4. If recommendations 1 and 2 are carried out, "
                      "recommendation 12 of the report may lapse."),
            "12 of Safe on the Shore");
}

TEST(OwnNumbers, OfWhatWasDoneAreAnotherReports) {
  EXPECT_EQ(SinglesOf("1. The report Safe on the Shore (1999) is old.\n\n"
                      "2. The pilots keep a log (recommendation 1).\n\n"
                      "3. The Board has read it (recommendation 2). The Clerk "
                      "has published it (recommendation 3)."),
            "1 of Safe on the Shore; 2 of Safe on the Shore; 3 of Safe on the "
            "Shore");
}

TEST(OwnNumbers, ThatDoNotCountFromOneAreAnotherReports) {
  EXPECT_EQ(SinglesOf("1. The report Safe on the Shore (1999) is old.\n\n"
                      "2. The pilots should keep a log (recommendation 4). The "
                      "Board must read it (recommendation 5)."),
            "4 of Safe on the Shore; 5 of Safe on the Shore");
}

TEST(OwnNumbers, OfAWorkNamedBehindAreNotOfTheOneBefore) {
  const std::string singles = SinglesOf(
      "1. The report Safe on the Shore (1999) is old.\n\n"
      "2. Recommendation 3 of Neither Rope nor Sail is to adopt rules.\n\n"
      "3. Recommendation 4 of Safe on the Shore stands.");
  EXPECT_EQ(singles.find("3 of Safe"), std::string::npos) << singles;
  EXPECT_NE(singles.find("4 of Safe on the Shore"), std::string::npos)
      << singles;
}

}  // namespace
}  // namespace concord::extraction
