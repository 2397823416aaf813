// Links of an archive, and the groups they make.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "concord/overlap/overlap.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

std::vector<store::StoredRecommendation> Moorings() {
  return {
      Make("r1.1", "r1",
           "Forces should inspect every mooring chain before the "
           "winter gales."),
      Make("r1.2", "r1", "Kennels should be heated from October."),
      Make("r2.1", "r2",
           "Every mooring chain should be inspected before the "
           "winter gales."),
      Make("r3.1", "r3",
           "The Northmarch Constabulary should inspect each "
           "mooring chain before the gales of winter."),
      Make("r3.2", "r3",
           "Mooring chains should not be inspected before the "
           "winter gales."),
      Make("r4.1", "r4", "That members note the report."),
      Make("r5.1", "r5", "That members note the report."),
  };
}

TEST(FindLinks, LinksDifferentReportsHeaviestFirst) {
  const auto archive = Moorings();
  const Comparer comparer(archive, {});
  const auto links = FindLinks(archive, comparer, {});
  ASSERT_FALSE(links.empty());
  for (std::size_t i = 0; i < links.size(); ++i) {
    EXPECT_LT(links[i].a, links[i].b);
    EXPECT_NE(links[i].a.value.substr(0, 2), links[i].b.value.substr(0, 2));
    EXPECT_NE(links[i].comparison.relation, Relation::kDistinct);
    EXPECT_NE(links[i].a.value, "r4.1") << "routine decisions are no overlap";
    if (i > 0) {
      EXPECT_LE(links[i].comparison.weight, links[i - 1].comparison.weight);
    }
  }
}

// An archive whose records are somewhere else and are made when they are read.
class ReadFromElsewhere : public Archive {
 public:
  explicit ReadFromElsewhere(
      const std::vector<store::StoredRecommendation>& all)
      : all_(all) {}
  std::size_t size() const override { return all_.size(); }
  std::string_view IdOf(std::size_t i) const override {
    return all_[i].id.value;
  }
  std::string_view ReportOf(std::size_t i) const override {
    return all_[i].report.value;
  }
  const store::StoredRecommendation& Read(
      std::size_t i, store::StoredRecommendation* room) const override {
    return *room = all_[i];
  }

 private:
  const std::vector<store::StoredRecommendation>& all_;
};

TEST(FindLinks, IsTheSameOfRecordsThatAreReadWhenTheyAreWanted) {
  const auto records = Moorings();
  const Comparer comparer(records, {});
  const auto links = FindLinks(records, comparer, {});
  const auto groups = GroupLinks(records, links);
  const ReadFromElsewhere archive(records);
  const Comparer reading(archive, {});
  const auto read = FindLinks(archive, reading, {});
  ASSERT_EQ(read.size(), links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    EXPECT_EQ(read[i].a, links[i].a);
    EXPECT_EQ(read[i].b, links[i].b);
    EXPECT_EQ(read[i].comparison.weight, links[i].comparison.weight);
    EXPECT_EQ(read[i].comparison.parts, links[i].comparison.parts);
  }
  const auto grouped = GroupLinks(archive, read);
  ASSERT_EQ(grouped.size(), groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    EXPECT_EQ(grouped[i].id, groups[i].id);
    EXPECT_EQ(grouped[i].representative, groups[i].representative);
  }
}

TEST(FindLinks, LeavesOutWhatIsBelowTheWeightAskedFor) {
  const auto archive = Moorings();
  const Comparer comparer(archive, {});
  const auto all = FindLinks(archive, comparer, {});
  OverlapOptions options;
  options.min_weight = all.front().comparison.weight;
  EXPECT_LT(FindLinks(archive, comparer, options).size(), all.size());
  for (const Link& link : FindLinks(archive, comparer, options)) {
    EXPECT_GE(link.comparison.weight, options.min_weight);
  }
}

TEST(FindLinks, DoesNotDependOnTheOrderOfTheArchive) {
  auto archive = Moorings();
  const Comparer comparer(archive, {});
  const auto links = FindLinks(archive, comparer, {});
  std::mt19937 random(3);
  for (int round = 0; round < 6; ++round) {
    std::shuffle(archive.begin(), archive.end(), random);
    const Comparer other(archive, {});
    const auto again = FindLinks(archive, other, {});
    ASSERT_EQ(again.size(), links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
      EXPECT_EQ(again[i].a, links[i].a);
      EXPECT_EQ(again[i].b, links[i].b);
      EXPECT_EQ(again[i].comparison.weight, links[i].comparison.weight);
      EXPECT_EQ(again[i].comparison.parts, links[i].comparison.parts);
    }
  }
}

TEST(FindLinks, IsTheSameWithAnyNumberOfThreadsAndWithoutParts) {
  // Twelve requests in fourteen reports each.
  auto archive = Moorings();
  for (int i = 0; i < 168; ++i) {
    const std::string report = "s" + std::to_string(i);
    const std::string mark(2, static_cast<char>('b' + i % 12));
    archive.push_back(Make(report + ".1", report,
                           "Inspect the quay" + mark + " and the pier" + mark +
                               " behind lock" + mark + ", tow" + mark +
                               " and buoy" + mark + "."));
  }
  const Comparer comparer(archive, {});
  OverlapOptions options;
  options.threads = 1;
  const auto links = FindLinks(archive, comparer, options);
  ASSERT_GT(links.size(), 1024u) << "more than one run";
  options.threads = 3;
  options.with_parts = false;
  const auto again = FindLinks(archive, comparer, options);
  ASSERT_EQ(again.size(), links.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    EXPECT_EQ(again[i].a, links[i].a);
    EXPECT_EQ(again[i].b, links[i].b);
    EXPECT_EQ(again[i].comparison.weight, links[i].comparison.weight);
    EXPECT_EQ(again[i].comparison.relation, links[i].comparison.relation);
    EXPECT_TRUE(again[i].comparison.parts.empty());
    EXPECT_FALSE(links[i].comparison.parts.empty());
  }
}

TEST(Comparer, NoPairWeighsMoreThanItMay) {
  const auto archive = Moorings();
  const Comparer comparer(archive, {});
  const auto pairs = comparer.Candidates(0.01);
  ASSERT_FALSE(pairs.empty());
  for (const auto& pair : pairs) {
    EXPECT_GE(comparer.WeightAtMost(pair), comparer.Compare(pair).weight)
        << archive[pair.a].id.value << " " << archive[pair.b].id.value;
  }
}

Link MakeLink(const char* a, const char* b, double weight,
              Relation relation = Relation::kRestates) {
  Link link;
  link.a.value = a;
  link.b.value = b;
  link.comparison.weight = weight;
  link.comparison.relation = relation;
  return link;
}

std::vector<store::StoredRecommendation> Named(
    std::initializer_list<const char*> ids) {
  std::vector<store::StoredRecommendation> archive;
  for (const char* id : ids) archive.push_back(Make(id, id, ""));
  return archive;
}

std::vector<std::string> MembersOf(const Group& group) {
  std::vector<std::string> members;
  for (const auto& member : group.members) members.push_back(member.value);
  return members;
}

TEST(GroupLinks, BindsWhatIsRatherTheSameThanNot) {
  const auto archive = Named({"a", "b"});
  EXPECT_TRUE(GroupLinks(archive, {MakeLink("a", "b", -0.1)}).empty());
  EXPECT_EQ(GroupLinks(archive, {MakeLink("a", "b", 0.1)}).size(), 1u);
}

TEST(GroupLinks, AMemberIsLinkedToHalfOfTheOthers) {
  // All are bound to a. Of the rest b and c are linked, and d to nobody.
  const auto archive = Named({"a", "b", "c", "d"});
  std::vector<Link> links = {MakeLink("a", "b", 9), MakeLink("a", "c", 8),
                             MakeLink("a", "d", 7), MakeLink("b", "c", 5)};
  auto groups = GroupLinks(archive, links);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(MembersOf(groups[0]), (std::vector<std::string>{"a", "b", "c"}));
  links.push_back(MakeLink("c", "d", 0.5));
  groups = GroupLinks(archive, links);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].members.size(), 4u);
}

TEST(GroupLinks, MakesNoChains) {
  // a-b-c-d: linked in a row, nobody to all.
  const auto archive = Named({"a", "b", "c", "d"});
  const auto groups = GroupLinks(
      archive,
      {MakeLink("a", "b", 5), MakeLink("b", "c", 6), MakeLink("c", "d", 4)});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].representative.value, "b");
  EXPECT_EQ(MembersOf(groups[0]), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_FALSE(groups[0].why_representative.empty());
}

TEST(GroupLinks, KeepsContradictionsApart) {
  const auto archive = Named({"a", "b", "c"});
  const auto groups =
      GroupLinks(archive, {MakeLink("a", "b", 9), MakeLink("b", "c", 8),
                           MakeLink("a", "c", 7, Relation::kContradicts)});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(MembersOf(groups[0]), (std::vector<std::string>{"a", "b"}));
}

TEST(GroupLinks, BindsNothingBelowEvenOdds) {
  const auto archive = Named({"a", "b"});
  EXPECT_TRUE(
      GroupLinks(archive, {MakeLink("a", "b", -0.25, Relation::kOverlaps)})
          .empty());
  EXPECT_EQ(
      GroupLinks(archive, {MakeLink("a", "b", 6, Relation::kOverlaps)}).size(),
      1u);
}

TEST(GroupLinks, IgnoresLinksToWhatTheArchiveDoesNotHold) {
  EXPECT_TRUE(GroupLinks(Named({"a"}), {MakeLink("a", "z", 9)}).empty());
}

TEST(GroupLinks, DoesNotDependOnTheOrderOfLinks) {
  std::mt19937 random(11);
  std::vector<store::StoredRecommendation> archive;
  for (int i = 0; i < 30; ++i) {
    archive.push_back(Make("n" + std::to_string(i), "n", ""));
  }
  std::vector<Link> links;
  for (int i = 0; i < 30; ++i) {
    for (int j = i + 1; j < 30; ++j) {
      if (random() % 5 != 0) continue;
      links.push_back(MakeLink(
          ("n" + std::to_string(i)).c_str(), ("n" + std::to_string(j)).c_str(),
          1 + static_cast<double>(random() % 8),
          random() % 9 == 0 ? Relation::kContradicts : Relation::kRestates));
    }
  }
  const auto groups = GroupLinks(archive, links);
  std::vector<RecommendationId> members;
  for (int round = 0; round < 10; ++round) {
    std::shuffle(links.begin(), links.end(), random);
    std::shuffle(archive.begin(), archive.end(), random);
    const auto again = GroupLinks(archive, links);
    ASSERT_EQ(again.size(), groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
      EXPECT_EQ(again[i].id, groups[i].id);
      EXPECT_EQ(again[i].members, groups[i].members);
      EXPECT_EQ(again[i].representative, groups[i].representative);
    }
  }
  for (const Group& group : groups) {
    for (const auto& member : group.members) members.push_back(member);
  }
  std::sort(members.begin(), members.end());
  EXPECT_EQ(std::adjacent_find(members.begin(), members.end()), members.end())
      << "a recommendation stands in one group";
}

}  // namespace
}  // namespace concord::overlap
