// One new recommendation against an archive that does not hold it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "concord/overlap/overlap.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

std::vector<store::StoredRecommendation> Harbour() {
  return {
      Make("r1.1", "r1",
           "Forces should inspect every mooring chain before the winter "
           "gales."),
      Make("r1.2", "r1", "Kennels should be heated from October."),
      Make("r2.1", "r2",
           "The mooring chains should each be inspected before the winter "
           "gales."),
      Make("r2.2", "r2",
           "The pilot boat should carry a second radio on every voyage."),
      Make("r3.1", "r3",
           "Lamps on the quay should be painted white each spring."),
  };
}

store::StoredRecommendation NewOne(const char* text) {
  store::StoredRecommendation one = FromText(text);
  one.id.value = "text-1";
  return one;
}

TEST(Newcomer, FindsWhatIsHeldThatAsksForTheSameHeaviestFirst) {
  const auto archive = Harbour();
  const Comparer comparer(archive, {});
  const auto links = comparer.LinksOfNew(
      NewOne("Every mooring chain should be inspected before winter gales."),
      {});
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(links[0].a.value, "text-1");
  EXPECT_THAT((std::vector{links[0].b.value, links[1].b.value}),
              ::testing::UnorderedElementsAre("r1.1", "r2.1"));
  EXPECT_GE(links[0].comparison.weight, links[1].comparison.weight);
  for (const Link& link : links) {
    double sum = 0;
    for (const Part& part : link.comparison.parts) sum += part.weight;
    EXPECT_DOUBLE_EQ(sum, link.comparison.weight);
  }
}

TEST(Newcomer, FindsNothingForWordsThatAreNotHeldAndForNone) {
  const auto archive = Harbour();
  const Comparer comparer(archive, {});
  for (const char* text :
       {"", "Publish", "…", "Gooseberries should be pruned after harvest."}) {
    EXPECT_TRUE(comparer.LinksOfNew(NewOne(text), {}).empty()) << text;
  }
  EXPECT_TRUE(Comparer().LinksOfNew(NewOne("Publish a plan."), {}).empty());
}

// What the index proposes is what comparing with every one would link.
TEST(Newcomer, MissesNothingThatComparingWithEveryOneLinks) {
  std::vector<store::StoredRecommendation> archive;
  const char* kActs[] = {"inspect", "paint", "repair", "light", "survey"};
  const char* kThings[] = {"mooring chains", "harbour lamps", "slipway gates",
                           "pilot boats"};
  for (int i = 0; i < 60; ++i) {
    archive.push_back(
        Make("r" + std::to_string(i) + ".1", "r" + std::to_string(i),
             std::string("The harbour unit should ") + kActs[i % 5] + " the " +
                 kThings[i % 4] + " of berth " + std::to_string(i % 7) +
                 " before the winter gales"));
  }
  const Comparer comparer(archive, {});
  OverlapOptions all;
  all.distinct_too = true;
  const auto one = NewOne(
      "The harbour unit should inspect the mooring chains of berth 3 before "
      "the winter gales");
  const auto found = comparer.LinksOfNew(one, {});
  const auto every = comparer.LinksOfNew(one, all);
  EXPECT_FALSE(found.empty());
  EXPECT_GE(every.size(), found.size());
  for (const Link& link : every) {
    const bool is_link = link.comparison.relation != Relation::kDistinct &&
                         link.comparison.weight >= 0;
    const bool told =
        std::any_of(found.begin(), found.end(),
                    [&](const Link& other) { return other.b == link.b; });
    EXPECT_EQ(told, is_link) << link.b.value;
  }
}

}  // namespace
}  // namespace concord::overlap
