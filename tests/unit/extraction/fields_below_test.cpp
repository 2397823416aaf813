// What lines below a recommendation say of it: its owner, its time, its title.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;

// "label text / owners / due", an item a line.
std::string Found(const std::string& page) {
  const auto document = DecodedPage(page);
  const Extraction extraction = Extract(document);
  const auto verified = Verify(extraction, document);
  EXPECT_TRUE(verified) << verified.error().message();
  std::string shown;
  for (const Recommendation& item : extraction.recommendations) {
    shown += item.label + " " + item.text + " /";
    for (const OwnerMention& owner : item.owners) shown += " " + owner.name;
    shown += " /";
    for (const DateMention& due : item.due) shown += " " + due.printed;
    shown += "\n";
  }
  return shown;
}

TEST(FieldsBelow, GiveOwnerAndTime) {
  EXPECT_EQ(
      Found("The Ostley Inquiry\n\nRecommendations\n\n"
            "Recommendation 1: Registers\n\nThe Constabulary should "
            "keep one register of keys.\n\nTimescale: within three "
            "months\n\nRecommendation 2: Locks\n\nAll locks should be "
            "changed.\n\nTimescale: by May 2006\n\nResponsibility: "
            "Director of Estates\n"),
      "1 The Constabulary should keep one register of keys. / "
      "Constabulary / within three months\n"
      "2 All locks should be changed. / Director of Estates / May 2006\n");
}

TEST(FieldsBelow, OfAnAuditBelongToItsRecommendation) {
  EXPECT_EQ(
      Found("Internal audit of keys\n\nFinding 1\n\nBoxes were not "
            "locked.\n\nRecommendation: Boxes should be locked at all "
            "times.\n\nPriority: Medium\n\nManagement response: Agreed "
            "in principle.\n\nResponsible officer: Stores Manager\n\n"
            "Target date: September 2010\n"),
      " Boxes should be locked at all times. / Stores Manager / September "
      "2010\n");
}

TEST(FieldsBelow, OfThePageAreNotTheirs) {
  EXPECT_EQ(Found("The Ostley Inquiry\n\nRecommendations\n\n"
                  "Recommendation 1: The Constabulary should count keys.\n\n"
                  "Date: 4 May 2004\n"),
            "1 The Constabulary should count keys. / Constabulary /\n");
}

TEST(FieldsBelow, ATimeBehindTheLastSentenceIsNoneOfItsWords) {
  EXPECT_EQ(Found("The Ostley Inquiry\n\nRecommendations\n\n"
                  "Recommendation 1 Each authority should appoint a keeper "
                  "(paragraph 6.6). Within three months\n\nRecommendation 2 "
                  "The Clerk should live near the store. By the sea\n"),
            "1 Each authority should appoint a keeper (paragraph 6.6). / Each "
            "authority / Within three months\n"
            "2 The Clerk should live near the store. By the sea / Clerk "
            "/\n");
}

TEST(FieldsBelow, ASentenceUnderItsListSaysByWhen) {
  EXPECT_EQ(Found("<h1>The Ostley Inquiry</h1><h2>Recommendation 1: "
                  "Registers</h2><p>The Board should:</p><ul><li>buy a box; "
                  "and</li><li>count the keys.</li></ul><p>This should be "
                  "completed within 12 months of this report.</p>"),
            "1 The Board should:\nbuy a box; and\ncount the keys. / Board / "
            "within 12 months of this report\n");
}

TEST(FieldsBelow, EvidenceHasNoDueDate) {
  EXPECT_EQ(Found("The Ostley Inquiry\n\nRecommendations\n\n"
                  "1. The Constabulary should count keys. We found that none "
                  "was kept in 2003.\n\n2. Locks should be changed by May "
                  "2006.\n"),
            "1 The Constabulary should count keys. / Constabulary /\n"
            "2 Locks should be changed by May 2006. / / May 2006\n");
}

}  // namespace
}  // namespace concord::extraction
