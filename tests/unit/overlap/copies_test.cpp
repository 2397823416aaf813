// Many copies of one text, and other texts of bad size.

#include <gtest/gtest.h>

#include "concord/overlap/overlap.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

std::vector<store::StoredRecommendation> CopiesOf(const std::string& text,
                                                  std::size_t count) {
  std::vector<store::StoredRecommendation> archive;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string report = "r" + std::to_string(100000 + i);
    archive.push_back(Make(report + ".1", report, text));
  }
  return archive;
}

TEST(Copies, OfOneSentenceMakeOneGroupAndAListNoLongerThanThey) {
  constexpr std::size_t kCopies = 5000;
  const auto archive =
      CopiesOf("The harbour unit should inspect every mooring chain.", kCopies);
  const Comparer comparer(archive, {});
  const auto links = FindLinks(archive, comparer, {});
  EXPECT_EQ(links.size(), kCopies - 1);
  for (const Link& link : links) {
    EXPECT_EQ(link.comparison.relation, Relation::kIdentical);
  }
  const auto groups = GroupLinks(archive, links);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].members.size(), kCopies);
}

TEST(Copies, AreStillLinkedWithARestatement) {
  auto archive =
      CopiesOf("The harbour unit should inspect every mooring chain.", 40);
  archive.push_back(
      Make("x1.1", "x1", "Every mooring chain should be inspected."));
  const Comparer comparer(archive, {});
  const auto groups = GroupLinks(archive, FindLinks(archive, comparer, {}));
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].members.size(), archive.size());
}

TEST(Copies, OfOneReportAreLinkedAndItsOtherTextsAreNot) {
  const std::vector<store::StoredRecommendation> archive = {
      Make("r1.1", "r1",
           "The harbour unit should inspect every mooring chain."),
      Make("r1.2", "r1", "The harbour unit should inspect every mooring chain"),
      Make("r1.3", "r1",
           "The harbour unit should inspect the mooring chains.")};
  const Comparer comparer(archive, {});
  const auto links = FindLinks(archive, comparer, {});
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].b.value, "r1.2");
}

TEST(Copies, EmptyAndOneWordTextsLinkWithNothingElse) {
  auto archive = CopiesOf("", 3);
  archive.push_back(Make("x1.1", "x1", "Chains"));
  archive.push_back(Make("x2.1", "x2", "Inspect the mooring chains"));
  archive.push_back(Make("x3.1", "x3", "Inspect the mooring chains"));
  const Comparer comparer(archive, {});
  const auto links = FindLinks(archive, comparer, {});
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].a.value, "x2.1");
  EXPECT_EQ(links[0].b.value, "x3.1");
}

TEST(Copies, AChapterTakenForARequestIsComparedInTime) {
  std::string chapter;
  for (int i = 0; i < 20000; ++i) {
    chapter += "word" + std::to_string(i % 7000) + " ";
  }
  const Comparer comparer;
  const Comparison comparison = comparer.CompareTexts(chapter, chapter);
  EXPECT_EQ(comparison.relation, Relation::kIdentical);
}

}  // namespace
}  // namespace concord::overlap
