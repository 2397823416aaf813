#include "engine/due.h"

#include <gtest/gtest.h>

#include "engine/kind_tally.h"
#include "engine/search/name_remarks.h"

namespace concord::engine {
namespace {

extraction::DateMention Dated(const std::string& edtf) {
  extraction::DateMention date;
  date.printed = edtf;
  date.edtf = edtf;
  return date;
}

extraction::Recommendation Due(const std::vector<std::string>& dates) {
  extraction::Recommendation item;
  for (const std::string& edtf : dates) item.due.push_back(Dated(edtf));
  return item;
}

TEST(Due, WhatIsDueByADayFallsOnThatDay) {
  const auto by = DueDays(Dated("../2003-01-07"));
  ASSERT_TRUE(by.has_value());
  EXPECT_EQ(by->earliest, (edtf::Day{2003, 1, 7}));
  EXPECT_EQ(by->latest, (edtf::Day{2003, 1, 7}));
  const auto month = DueDays(Dated("2003-01"));
  EXPECT_EQ(month->earliest, (edtf::Day{2003, 1, 1}));
  EXPECT_EQ(month->latest, (edtf::Day{2003, 1, 31}));
  EXPECT_FALSE(DueDays(Dated("2003-01/.."))->latest.has_value());
  EXPECT_FALSE(DueDays(Dated("")).has_value());
  EXPECT_FALSE(DueDays(Dated("soon")).has_value());
}

TEST(Due, APeriodFindsWhatMayFallIntoIt) {
  const auto by_2003 = Due({"../2003-01-07"});
  EXPECT_TRUE(IsDueWithin(by_2003, "2003", "2003"));
  EXPECT_TRUE(IsDueWithin(by_2003, "", "2003-01-07"));
  EXPECT_TRUE(IsDueWithin(by_2003, "2003-01-07", ""));
  EXPECT_FALSE(IsDueWithin(by_2003, "", "2003-01-06"));
  EXPECT_FALSE(IsDueWithin(by_2003, "2003-01-08", ""));
  // A partial date falls wherever it may.
  EXPECT_TRUE(IsDueWithin(Due({"2003"}), "2003-06-01", "2003-06-30"));
  EXPECT_TRUE(IsDueWithin(Due({"1999", "2003-05"}), "2003", "2003"));
  EXPECT_TRUE(IsDueWithin(Due({"2003-01/.."}), "2009", ""));
  EXPECT_FALSE(IsDueWithin(Due({}), "", "2003"));
  EXPECT_FALSE(IsDueWithin(Due({""}), "", "2003"));
  EXPECT_TRUE(IsDueWithin(Due({}), "", ""));
}

TEST(Due, TheFirstDeadlineOrders) {
  EXPECT_LT(DueOrder(Due({"../1999-09-24"})), DueOrder(Due({"1999-12"})));
  EXPECT_EQ(DueOrder(Due({"2004", "../1999-09-24"})), (edtf::Day{1999, 9, 24}));
  EXPECT_LT(DueOrder(Due({"2004/.."})), DueOrder(Due({})));
}

TEST(Due, IsToldWithItsDays) {
  EXPECT_EQ(DueInWords(Due({"2004-05"})), "2004-05 (2004-05)");
  EXPECT_EQ(DueInWords(Due({})), "");
}

TEST(KindTally, CountsEachSortApart) {
  using Kind = extraction::RecommendationKind;
  KindTally tally;
  EXPECT_EQ(tally.InWords(), "0 recommendations");
  tally.Add(Kind::kDecision);
  EXPECT_EQ(tally.InWords(), "1 decision sought");
  tally.Add(Kind::kDecision);
  tally.Add(Kind::kCommitment);
  tally.Add(Kind::kRecommendation);
  EXPECT_EQ(tally.InWords(),
            "1 recommendation, 2 decisions sought, 1 commitment");
}

TEST(NameRemarks, ANameThatNobodyHasIsToldWithTheNearest) {
  const std::vector<std::string> names = {"Chief Constable", "Home Office",
                                          "Chief Constable", "Clerk"};
  EXPECT_EQ(NobodyIsCalled("owner", "cheif constable", names),
            "no owner here has the words 'cheif constable'; nearest: Chief "
            "Constable");
  EXPECT_EQ(NobodyIsCalled("owner", "Zebra", names),
            "no owner here has the words 'Zebra'");
  EXPECT_EQ(NobodyIsCalled("owner", "HOME office", names), "");
  EXPECT_EQ(NobodyIsCalled("owner", "", names), "");
}

}  // namespace
}  // namespace concord::engine
