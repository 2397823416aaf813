// One recommendation that asks several, and items that leave whom they ask to
// the item before.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;

std::vector<Recommendation> Found(const std::string& list) {
  const auto document = DecodedPage(
      "The Ostley Inquiry\n\nReport of the Inspectorate of Keys\n\n3 May "
      "2002\n\nKeys were lost.\n\nRecommendations\n\n" +
      list + "\n");
  const Extraction extraction = Extract(document);
  const auto verified = Verify(extraction, document);
  EXPECT_TRUE(verified) << verified.error().message();
  return extraction.recommendations;
}

const std::string kAnother = "\n\n2. All doors should be painted.";

// "addressee / owners / due / parts" of the first recommendation.
std::string Acts(const std::string& words) {
  const auto items = Found("1. " + words + kAnother);
  if (items.size() != 2) return "not two";
  std::string shown = items[0].addressee + " /";
  for (const OwnerMention& owner : items[0].owners) {
    shown += " " + owner.name + ";";
  }
  shown += " /";
  for (const DateMention& due : items[0].due) shown += " " + due.printed + ";";
  for (const RecommendationPart& part : items[0].parts) {
    EXPECT_EQ(part.label, "");
    shown += " | " + part.printed;
  }
  return shown;
}

TEST(FurtherActs, KeepEveryOwnerAndTime) {
  EXPECT_EQ(Acts("The Clerk should count the keys by June 2002 and the Estates "
                 "Unit should change the locks within three months."),
            "The Clerk / Clerk; Estates Unit; / June 2002; within three "
            "months; | The Clerk should count the keys by June 2002 | the "
            "Estates Unit should change the locks within three months.");
  EXPECT_EQ(Acts("The Clerk to count the keys, the Treasurer to pay for the "
                 "locks."),
            "The Clerk / Clerk; Treasurer; / | The Clerk to count the keys | "
            "the Treasurer to pay for the locks.");
  EXPECT_EQ(Acts("Keys should be counted; the Clerk should say how many."),
            "the Clerk / Clerk; / | Keys should be counted | the Clerk should "
            "say how many.");
  EXPECT_EQ(Acts("Keys should be counted. The Clerk must see to it."),
            "The Clerk / Clerk; / | Keys should be counted. | The Clerk must "
            "see to it.");
}

TEST(FurtherActs, OwnersAndTimesStandWithinTheirParts) {
  const auto items = Found(
      "1. The Clerk should count the keys by June 2002 and the Estates "
      "Unit should change the locks within three months.");
  ASSERT_EQ(items.size(), 1u);
  ASSERT_EQ(items[0].parts.size(), 2u);
  ASSERT_EQ(items[0].owners.size(), 2u);
  ASSERT_EQ(items[0].due.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    const TextSpan part = items[0].parts[i].span;
    EXPECT_TRUE(Contains(part, items[0].owners[i].span)) << i;
    EXPECT_TRUE(Contains(part, items[0].due[i].span)) << i;
  }
}

TEST(FurtherActs, AreNoneWhereNobodyElseIsAsked) {
  EXPECT_EQ(Acts("The Clerk should count the keys and should change the "
                 "locks."),
            "The Clerk / Clerk; /");
  EXPECT_EQ(Acts("The Clerk should say when the Board and the Unit should "
                 "meet."),
            "The Clerk / Clerk; /");
  EXPECT_EQ(Acts("The Clerk should count the keys and the locks should be "
                 "changed."),
            "The Clerk / Clerk; /");
  EXPECT_EQ(Acts("The Code should provide that the Clerk must count the keys "
                 "and the Board must pay."),
            "The Code / The Code; /");
  EXPECT_EQ(Acts("The Clerk of the Board should count the keys. The Clerk "
                 "should begin at the gate."),
            "The Clerk of the Board / Clerk of the Board; /");
}

// "[addressee] confidence of its owner", an item a line.
std::string Asked(const std::string& list) {
  std::string shown;
  for (const Recommendation& item : Found(list)) {
    shown += item.label + " [" + item.addressee + "]";
    for (const OwnerMention& owner : item.owners) shown += " " + owner.rule;
    shown += "\n";
  }
  return shown;
}

TEST(Asked, AreToldWithTheClauseThatSaysWhich) {
  EXPECT_EQ(Acts("The officer who first attends should count the keys."),
            "The officer who first attends / officer who first attends; /");
  EXPECT_EQ(Acts("The Clerk, who holds the keys, should count them."),
            "The Clerk / Clerk; /");
  // What must not be done to somebody asks somebody else.
  EXPECT_EQ(
      Acts("A keeper's officer should not be taken away for other duties, "
           "and divisional commanders must stop doing it."),
      "divisional commanders / divisional commanders; / | A keeper's "
      "officer should not be taken away for other duties | divisional "
      "commanders must stop doing it.");
}

TEST(Inherited, AddresseesComeFromTheItemBefore) {
  EXPECT_EQ(Asked("1. The Clerk should count the keys.\n\n2. It should also "
                  "publish the count.\n\n3. Publish the names of the "
                  "keepers.\n\n4. The Board should name a keeper.\n\n5. They "
                  "should train them."),
            "1 [The Clerk] owner.addressee\n2 [The Clerk] owner.inherited\n"
            "3 [The Clerk] owner.inherited\n4 [The Board] owner.addressee\n"
            "5 [The Board] owner.inherited\n");
}

TEST(Inherited, AddresseesAreThoseThatAreMeant) {
  EXPECT_EQ(Asked("1. The Clerk should count the keys and the Board should pay "
                  "for it.\n\n2. He should begin in May.\n\n3. The locks "
                  "should be changed."),
            "1 [The Clerk] owner.addressee owner.further-act\n"
            "2 [The Clerk] owner.inherited\n3 []\n");
  EXPECT_EQ(Asked("1. The Clerk should count the keys and the Board should pay "
                  "for it.\n\n2. It should begin in May."),
            "1 [The Clerk] owner.addressee owner.further-act\n"
            "2 [the Board] owner.inherited\n");
}

TEST(Inherited, AddresseesStayWithTheirList) {
  EXPECT_EQ(Asked("1. The Clerk should count the keys.\n\n2. They should be "
                  "counted each May.\n\n3. It should be noted that all should "
                  "be counted.\n\n4. It should remain so."),
            "1 [The Clerk] owner.addressee\n2 []\n3 []\n4 []\n");
  EXPECT_EQ(Asked("1. The Clerk should count the keys.\n\nOn locks:\n\n2. "
                  "They should also name a keeper.\n\n3. Doors should be "
                  "painted.\n\n4. Paint the gate."),
            "1 [The Clerk] owner.addressee\n2 []\n3 []\n4 []\n");
}

}  // namespace
}  // namespace concord::extraction
