#include "document/chrome.h"

#include <gtest/gtest.h>

namespace concord::document {
namespace {

class FurnitureTest : public ::testing::TestWithParam<const char*> {};
class ReportWordsTest : public ::testing::TestWithParam<const char*> {};

TEST_P(FurnitureTest, IsToldFromTheReport) {
  const std::string_view text = GetParam();
  EXPECT_TRUE(IsChromeLine(text) || IsContactBoilerplate(text)) << text;
}

TEST_P(ReportWordsTest, AreNotFurniture) {
  const std::string_view text = GetParam();
  EXPECT_FALSE(IsChromeLine(text)) << text;
  EXPECT_FALSE(IsContactBoilerplate(text)) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Page, FurnitureTest,
    ::testing::Values(
        "You are in:", "You are here: Home > Committees",
        "Skip to main content", "Home > Committees > Audit > 2004",
        "Home | Search | Contact us",
        "Warning: This is archived material and may be out of date. The "
        "Northmarch Police Authority has been replaced.",
        "This page has been archived and is no longer updated.",
        "See the Northmarch website for further information.",
        "Send an e-mail linking to this page", "Print this page",
        "Printer-friendly version", "Back to top", "Was this page helpful?",
        "\xC2\xA9 Northmarch Police Authority 2004", "Page 3 of 12",
        "This page was last updated on 4 May 2011", "Supporting material",
        "Related links"));

INSTANTIATE_TEST_SUITE_P(
    Contact, FurnitureTest,
    ::testing::Values("For more information contact:",
                      "For information contact:", "NPA general: 020 7946 0000",
                      "Media enquiries: 020 7946 0017/18",
                      "Telephone: (01632) 960 001", "Fax 01632 960 002"));

INSTANTIATE_TEST_SUITE_P(
    Report, ReportWordsTest,
    ::testing::Values(
        "Supporting information", "B. Supporting information",
        "(c) A summary prepared by the Clerk.",
        "The public sent feedback on 4 May 2004.",
        "Feedback from members was weighed.",
        "This report has been archived by the Clerk; members should note it, "
        "and should in time consider whether the strategy of the Authority "
        "needs another look.",
        "Home visits fell by 4%.", "1. Search powers > 2004 were used often.",
        "Officers dealt with 999 calls in 2004.",
        "The Panel met on 3 May and 020 7946 0000 was its number.",
        "Contact with the public is good."));

TEST(MenuWordTest, IsALoneMenuEntry) {
  EXPECT_TRUE(IsMenuWord("Contents"));
  EXPECT_TRUE(IsMenuWord("Feedback"));
  EXPECT_FALSE(IsMenuWord("Contents of the plan"));
}

TEST(ContentsEntryTest, EndsInLeadersAndAPage) {
  EXPECT_TRUE(IsContentsEntry("Introduction ............. 3"));
  EXPECT_TRUE(
      IsContentsEntry("II. Conclusions.......................67-72 13"));
  EXPECT_FALSE(IsContentsEntry("And so on... 3 more came."));
  EXPECT_FALSE(IsContentsEntry("Introduction"));
}

}  // namespace
}  // namespace concord::document
