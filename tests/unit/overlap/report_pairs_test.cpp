// What two reports have to do with each other.

#include "overlap/report_pairs.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

#include "concord/overlap/overlap.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

Outlines OutlinesOf(const std::vector<std::vector<Term>>& texts) {
  Outlines outlines;
  for (const std::vector<Term>& terms : texts) outlines.Add({}, terms);
  return outlines;
}

TEST(ReportPairs, AreAlikeByTheWordsOfAllTheyAsk) {
  const Outlines outlines =
      OutlinesOf({{{1, 4.0}, {2, 3.0}}, {{1, 4.0}}, {{7, 5.0}}, {{2, 3.0}}});
  const ReportPairs pairs(outlines, {{0}, {1, 3}, {2}}, {});
  EXPECT_NEAR(pairs.Likeness(0, 1), 1, 1e-9);
  EXPECT_EQ(pairs.Likeness(0, 2), 0);
  EXPECT_EQ(pairs.Likeness(1, 0), pairs.Likeness(0, 1));
  EXPECT_NEAR(pairs.UsualLikeness(), 1.0 / 3, 1e-6);
}

TEST(ReportPairs, KeepTheHeaviestWordsOnly) {
  std::vector<Term> many;
  for (std::uint64_t key = 0; key < 2 * ReportPairs::kWords; ++key) {
    many.push_back({key, 1.0 + static_cast<double>(key)});
  }
  const std::vector<Term> light = {{0, 1.0}};
  const std::vector<Term> heavy = {many.back()};
  const Outlines outlines = OutlinesOf({many, light, heavy});
  const ReportPairs pairs(outlines, {{0}, {1}, {2}}, {});
  EXPECT_EQ(pairs.Likeness(0, 1), 0);
  EXPECT_GT(pairs.Likeness(0, 2), 0);
}

TEST(ReportPairs, NameEachOtherWhicheverDoesIt) {
  const Outlines outlines = OutlinesOf({{}, {}, {}});
  const ReportPairs pairs(outlines, {{0}, {1}, {2}}, {{2}, {}, {}});
  EXPECT_TRUE(pairs.OneNamesTheOther(0, 2));
  EXPECT_TRUE(pairs.OneNamesTheOther(2, 0));
  EXPECT_FALSE(pairs.OneNamesTheOther(0, 1));
}

// The word 1 is in all three items of the first report, 5 in all of the second,
// 9 in all of both.
TEST(ReportPairs, KnowTheSubjectThatOnlyOneHas) {
  const Outlines outlines = OutlinesOf({{{1, 4.0}, {9, 2.0}},
                                        {{1, 4.0}, {9, 2.0}},
                                        {{1, 4.0}, {2, 3.0}, {9, 2.0}},
                                        {{5, 4.0}, {9, 2.0}},
                                        {{5, 4.0}, {9, 2.0}},
                                        {{5, 4.0}, {9, 2.0}},
                                        {{1, 4.0}, {9, 2.0}}});
  const ReportPairs pairs(outlines, {{0, 1, 2}, {3, 4, 5}, {6}}, {});
  const auto own = [&](std::uint32_t item, std::uint32_t report,
                       std::uint32_t other, std::uint32_t other_report) {
    return pairs.HasSubjectOfItsOwn(outlines.TermsOf(item), report,
                                    outlines.TermsOf(other), other_report);
  };
  EXPECT_TRUE(own(0, 0, 3, 1));
  EXPECT_TRUE(own(3, 1, 0, 0));
  EXPECT_FALSE(own(0, 0, 6, 2)) << "the other speaks of it";
  EXPECT_FALSE(own(6, 2, 3, 1)) << "one recommendation makes no subject";
}

Part PartOf(const Comparison& comparison, const std::string& name) {
  for (const Part& part : comparison.parts) {
    if (part.name == name) return part;
  }
  return {};
}

Part ReportsPart(const Comparison& comparison) {
  return PartOf(comparison, "reports");
}

TEST(CompareSubjects, TellsTheSameSentenceAboutTwoThingsApart) {
  std::vector<store::StoredRecommendation> archive;
  for (const char* what :
       {"Count the anchors each week", "Paint the anchors in spring",
        "Weigh the anchors at the quay"}) {
    archive.push_back(Make("r1." + std::to_string(archive.size()), "r1", what));
  }
  for (const char* what :
       {"Count the lanterns each week", "Paint the lanterns in spring",
        "Light the lanterns at dusk"}) {
    archive.push_back(Make("r2." + std::to_string(archive.size()), "r2", what));
  }
  const Comparer comparer(archive, {},
                          std::vector<Surroundings>(archive.size()));
  const Part apart =
      PartOf(comparer.Compare(archive[0], archive[3]), "subject");
  EXPECT_EQ(apart.level, "each of its own report's subject");
  EXPECT_LT(apart.weight, 0);
}

TEST(CompareSubjects, LetNoTwoSubjectsBeOneRestated) {
  std::vector<store::StoredRecommendation> archive;
  for (const char* of : {"anchors", "lanterns"}) {
    const std::string report = "r-" + std::string(of);
    for (const std::string& what :
         {"Every harbour should send the owners of " + std::string(of) +
              " within two days the name, the telephone number and the "
              "address of the storekeeper who keeps the register",
          "Paint the " + std::string(of) + " in spring",
          "Weigh the " + std::string(of) + " at the quay"}) {
      archive.push_back(
          Make(report + std::to_string(archive.size()), report, what));
    }
  }
  const Comparer comparer(archive, {},
                          std::vector<Surroundings>(archive.size()));
  const Comparison same = comparer.Compare(archive[0], archive[3]);
  ASSERT_EQ(PartOf(same, "subject").level, "each of its own report's subject");
  ASSERT_GT(same.weight, 0);
  EXPECT_EQ(same.relation, Relation::kOverlaps);
}

// Ten of each report ask the same body; in the third two others are asked too.
TEST(CompareParties, SaysLittleOfTheBodyThatBothReportsAskThroughout) {
  std::vector<store::StoredRecommendation> archive;
  for (const char* report : {"r1", "r2", "r3"}) {
    for (int i = 0; i < 10; ++i) {
      const bool other = report == std::string("r3") && i > 7;
      archive.push_back(Make(report + std::string(".") + std::to_string(i),
                             report,
                             "Paint the lantern at pier " + std::to_string(i),
                             other ? "Canal Agency" : "Harbour Trust"));
    }
  }
  const Comparer comparer(archive, {},
                          std::vector<Surroundings>(archive.size()));
  const Part throughout =
      PartOf(comparer.Compare(archive[0], archive[10]), "addressee");
  const Part same =
      PartOf(comparer.Compare(archive[0], archive[20]), "addressee");
  EXPECT_EQ(throughout.level, "the body that both reports ask throughout");
  EXPECT_EQ(same.level, "same body");
  EXPECT_GT(same.weight, throughout.weight);
  EXPECT_GT(throughout.weight, 0);
}

TEST(CompareReports, WeighsThatTheOneNamesTheOther) {
  const std::vector archive = {
      Make("r1.1", "r1", "Inspect every mooring chain in the harbour"),
      Make("r2.1", "r2", "Inspect the mooring chains twice a year"),
      Make("r3.1", "r3", "Inspect the mooring chains twice a year")};
  std::vector<Surroundings> around(archive.size());
  around[1].named = std::make_shared<const std::set<ReportId>>(
      std::set<ReportId>{archive[0].report});
  const Comparer comparer(archive, {}, around);
  const Part named = ReportsPart(comparer.Compare(archive[0], archive[1]));
  const Part not_named = ReportsPart(comparer.Compare(archive[0], archive[2]));
  EXPECT_EQ(named.level, "one names the other");
  EXPECT_EQ(not_named.level, "neither names the other");
  EXPECT_EQ(named.measures, not_named.measures);
  EXPECT_GT(named.weight, not_named.weight);
}

}  // namespace
}  // namespace concord::overlap
