// Who a field names as responsible, and that the one asked stays the addressee.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;

// "addressee / kind name, post, unit; ..." of the one recommendation.
std::string Who(const std::string& words) {
  const auto document = DecodedPage(
      "The Ostley Inquiry\n\nKeys were lost.\n\nRecommendations\n\n"
      "Recommendation 1\n\n" +
      words + "\n");
  const Extraction extraction = Extract(document);
  const auto verified = Verify(extraction, document);
  EXPECT_TRUE(verified) << verified.error().message();
  if (extraction.recommendations.size() != 1) return "not one";
  const Recommendation& item = extraction.recommendations[0];
  std::string shown = item.addressee + " /";
  for (const OwnerMention& owner : item.owners) {
    shown += " " + std::string(Name(owner.kind)) + " " + owner.name;
    if (!owner.post.empty()) shown += ", " + owner.post;
    if (!owner.unit.empty()) shown += ", " + owner.unit;
    shown += ";";
  }
  return shown;
}

TEST(OwnerFields, NameAPersonWithPostAndUnit) {
  const std::string reed =
      "The Clerk / person Ada Reed, Head of Training Unit, Training Unit;";
  EXPECT_EQ(Who("The Clerk should count the keys. Responsible officer: Ada "
                "Reed, Head of Training Unit"),
            reed);
  EXPECT_EQ(Who("The Clerk should count the keys.\n\nResponsible officer: Ada "
                "Reed, Head of Training Unit"),
            reed);
}

TEST(OwnerFields, OfACellNameAPersonToo) {
  const auto document = DecodedPage(
      "<h1>Keys</h1><p>The plan.</p><table><tr><th>No.</th><th>Action</th><th>"
      "Who</th></tr><tr><td>1</td><td>Count the keys</td><td>Ada Reed, Head of "
      "Estates</td></tr><tr><td>2</td><td>Change the locks</td><td>Clerk, Head "
      "of Estates</td></tr></table>");
  const auto items = Extract(document).recommendations;
  ASSERT_EQ(items.size(), 2u);
  ASSERT_EQ(items[0].owners.size(), 1u);
  EXPECT_EQ(items[0].owners[0].name, "Ada Reed");
  EXPECT_EQ(items[0].owners[0].post, "Head of Estates");
  EXPECT_EQ(items[1].owners.size(), 2u);
}

TEST(OwnerFields, MayStandInBrackets) {
  EXPECT_EQ(Who("The Board should change the locks (lead: Head of Estates)."),
            "The Board / post Head of Estates;");
  EXPECT_EQ(Who("The Board should change the locks (lead pipes: see below)."),
            "The Board / body Board;");
  EXPECT_EQ(Who("The Board should change the locks (owner: to be settled)."),
            "The Board / body Board;");
}

TEST(OwnerFields, AskTheOneWhomTheyAreAddressedTo) {
  EXPECT_EQ(Who("All locks should be changed. For: the Clerk."),
            "the Clerk / post Clerk;");
  EXPECT_EQ(Who("All locks should be changed. Owner: Estates Unit; target: "
                "summer 2003"),
            " / body Estates Unit;");
}

TEST(OwnerFields, NameBothWhereOneActsForAnother) {
  EXPECT_EQ(Who("The Clerk, on behalf of the Treasurer, should count the "
                "keys."),
            "The Clerk / post Clerk; post Treasurer;");
  EXPECT_EQ(Who("Keys should be counted. Owner: Clerk, on behalf of the "
                "Treasurer"),
            " / post Clerk; post Treasurer;");
  EXPECT_EQ(Who("The Clerk should count the keys on behalf of the poor."),
            "The Clerk / post Clerk;");
}

}  // namespace
}  // namespace concord::extraction
