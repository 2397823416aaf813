// A command that names nobody asks the one whose people or papers it is about.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;

// "addressee (rule of the owner)" of the one recommendation of the text.
std::string Asked(const std::string& text) {
  const auto document = DecodedPage(text);
  const Extraction extraction = Extract(document);
  const auto verified = Verify(extraction, document);
  EXPECT_TRUE(verified) << verified.error().message();
  if (extraction.recommendations.size() != 1) return "not one";
  const Recommendation& item = extraction.recommendations.front();
  if (item.owners.empty()) return item.addressee;
  return item.addressee + " (" + item.owners.front().rule + ")";
}

TEST(OwnPeople, AreTheirsWhoIsAsked) {
  EXPECT_EQ(Asked("Remind all Ostley Rail staff of the keys.\n"),
            "Ostley Rail (owner.own-people)");
  EXPECT_EQ(Asked("Fit an alarm to each lock on all Harrowgate vessels.\n"),
            "Harrowgate (owner.own-people)");
  EXPECT_EQ(Asked("Produce an OVC Circular that warns of lost keys.\n"),
            "OVC (owner.own-people)");
  EXPECT_EQ(Asked("Publish the loss in the next issue of the Harrow Ferries "
                  "newsletter.\n"),
            "Harrow Ferries (owner.own-people)");
  EXPECT_EQ(Asked("As part of Harrow Ferries' count, count the masts.\n"), "");
}

TEST(OwnSystems, AreTheirsWhoIsAsked) {
  EXPECT_EQ(Asked("Revise the Ostley Rail fire drill plan to name a leader.\n"),
            "Ostley Rail (owner.own-people)");
  EXPECT_EQ(Asked("Examine the OVC fault recording process in full.\n"),
            "OVC (owner.own-people)");
  EXPECT_EQ(
      Asked("Improve the reach of Ostley Rail's fault recording system.\n"),
      "Ostley Rail (owner.own-people)");
  EXPECT_EQ(Asked("Review Ostley Rail's fault recording system each year.\n"),
            "");
  EXPECT_EQ(Asked("Revise the Safety Management fault recording system.\n"),
            "");
  EXPECT_EQ(Asked("Revise the International Maritime rescue plan.\n"), "");
}

TEST(OwnPeople, AreNotAKindOfPeopleOrAnothersDoings) {
  EXPECT_EQ(Asked("Train all Social Care staff to count keys.\n"), "");
  EXPECT_EQ(Asked("Change the locks of all SOLAS vessels.\n"), "");
  EXPECT_EQ(Asked("Change the locks of all New Zealand vessels.\n"), "");
  EXPECT_EQ(Asked("Review Ostley Rail's use of keys in every store.\n"), "");
  EXPECT_EQ(Asked("Produce a Marine Notice that warns of lost keys.\n"), "");
}

TEST(OwnPeople, YieldToWhoeverIsNamed) {
  EXPECT_EQ(Asked("The Clerk should brief all Ostley Rail staff on keys.\n"),
            "The Clerk (owner.addressee)");
}

TEST(DayOfMaking, IsNoDueDate) {
  const auto document = DecodedPage(
      "On 23 October the Commission recommended that Ostley Rail count its "
      "keys by May 2013.\n");
  const Extraction extraction = Extract(document);
  ASSERT_EQ(extraction.recommendations.size(), 1u);
  ASSERT_EQ(extraction.recommendations[0].due.size(), 1u);
  EXPECT_EQ(extraction.recommendations[0].due[0].printed, "May 2013");
}

}  // namespace
}  // namespace concord::extraction
