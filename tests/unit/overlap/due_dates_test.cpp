// Two due dates for one thing: by link, by number, by the row that answers.

#include "concord/overlap/due_dates.h"

#include <gtest/gtest.h>

#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

using extraction::RecommendationKind;
using store::StoredRecommendation;

struct One {
  std::string words = "Buy one register of ropes for every harbour store";
  std::string printed;
  std::string edtf;
  std::string written;  // day of its report
  std::string title = "Ropes";
  RecommendationKind kind = RecommendationKind::kCommitment;
  std::string owner = "Harbour Master";
  extraction::OwnerKind owner_kind = extraction::OwnerKind::kPost;
};

class DueDatesTest : public ::testing::Test {
 protected:
  StoredRecommendation& Add(const std::string& id, const One& one) {
    store::ReportRecord report;
    report.id.value = id;
    report.document.text = one.words + " " + one.printed;
    report.extraction.header.title.printed = one.title;
    report.extraction.header.date.edtf = one.written;
    StoredRecommendation item = Make(id + ".1", id, one.words, one.owner);
    item.item.kind = one.kind;
    item.item.span = {0, static_cast<std::uint32_t>(one.words.size())};
    extraction::OwnerMention owner;
    owner.name = one.owner;
    owner.kind = one.owner_kind;
    item.item.owners = {owner};
    item.item.due = {DueOn(one.printed, one.edtf)};
    item.item.due[0].span = {
        item.item.span.end + 1,
        static_cast<std::uint32_t>(report.document.text.size())};
    reports_.push_back(report);
    items_.push_back(item);
    return items_.back();
  }

  std::vector<crossref::Conflict> Find(
      Relation relation = Relation::kIdentical) {
    // Words tell something only in an archive that has others.
    for (const char* words :
         {"Paint the lighthouse white", "Count the gulls on the mole",
          "Train two pilots a year", "Publish the tide tables in winter",
          "Move the fog bell to the north pier", "Audit the dues of yachts",
          "Give each lodger a key", "Dredge the inner basin"}) {
      items_.push_back(
          Make("r9." + std::to_string(items_.size()), "r9", words));
    }
    const Comparer comparer(items_, {});
    Link link{items_[0].id, items_[1].id, {}};
    link.comparison.relation = relation;
    return DueDateConflicts({link}, {reports_, items_, outcomes_}, comparer);
  }

  std::vector<store::ReportRecord> reports_;
  std::vector<StoredRecommendation> items_;
  std::vector<crossref::OutcomeEntry> outcomes_;
};

One Asked() {
  One one;
  one.printed = "31 March 2004";
  one.edtf = "../2004-03-31";
  one.written = "2003-06-03";
  return one;
}

One Given(const std::string& printed, const std::string& edtf) {
  One one = Asked();
  one.printed = printed;
  one.edtf = edtf;
  one.written = "2003-09-22";
  return one;
}

TEST_F(DueDatesTest, ALaterPageGivesALaterDay) {
  Add("r1", Asked());
  Add("r2", Given("30 April 2004", "2004-04-30"));
  const auto found = Find();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].rule, "two due dates for one thing");
  EXPECT_EQ(found[0].printed_a, "31 March 2004");
  EXPECT_EQ(found[0].printed_b, "30 April 2004");
  EXPECT_EQ(found[0].a.text,
            "Buy one register of ropes for every harbour store 31 March 2004");
}

TEST_F(DueDatesTest, TheLaterPageIsTheSecondInEitherOrder) {
  Add("r1", Given("30 April 2004", "2004-04-30"));
  Add("r2", Asked());
  const auto found = Find();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].a.report.value, "r2");
}

TEST_F(DueDatesTest, NoneWhereBothDaysMayBeKept) {
  const std::pair<const char*, const char*> kDays[] = {
      {"February 2004", "2004-02"},         // earlier
      {"March 2004", "2004-03"},            // the same
      {"Spring 2004", "2004-21"},           // may lie before
      {"early April 2004", "2004-04-10~"},  // about then
      {"from May 2004", "2004-05/.."},      // only a beginning
      {"quarterly", ""},
      {"31 march 2004", "../2005-03-31"},  // the same words
  };
  for (const auto& [printed, edtf] : kDays) {
    reports_.clear();
    items_.clear();
    Add("r1", Asked());
    Add("r2", Given(printed, edtf));
    EXPECT_TRUE(Find().empty()) << printed;
  }
}

TEST_F(DueDatesTest, NoneWhereTheDayHadPassedWhenThePlanWasWritten) {
  Add("r1", Asked());
  One late = Given("30 November 2004", "2004-11-30");
  late.written = "2004-06-01";
  Add("r2", late);
  EXPECT_TRUE(Find().empty());
}

TEST_F(DueDatesTest, NoneOfLinksThatSayLess) {
  Add("r1", Asked());
  Add("r2", Given("30 April 2004", "2004-04-30"));
  EXPECT_TRUE(Find(Relation::kOverlaps).empty());
  EXPECT_TRUE(Find(Relation::kDistinct).empty());
  EXPECT_FALSE(Find(Relation::kRestates).empty());
}

TEST_F(DueDatesTest, WhatTwoUnitsPromiseOfTheirOwnPeopleIsNotOneThing) {
  for (const bool one_series : {true, false}) {
    reports_.clear();
    items_.clear();
    One first = Asked();
    first.owner = "Store keepers";
    first.owner_kind = extraction::OwnerKind::kClass;
    One second = Given("30 April 2004", "2004-04-30");
    second.owner = first.owner;
    second.owner_kind = first.owner_kind;
    if (!one_series) second.title = "Ropes at the other harbour";
    Add("r1", first);
    Add("r2", second);
    EXPECT_EQ(Find().size(), one_series ? 1u : 0u);
  }
}

TEST_F(DueDatesTest, ARowAnswersByItsNumber) {
  Add("r1", Asked());
  One row = Given("1 May 2004", "2004-05-01");
  row.words = "Starts in the summer";
  Add("r2", row);
  crossref::OutcomeEntry outcome;
  outcome.stated.rule = "outcome.row";
  outcome.recommendations = {items_[0].id};
  outcome.quote.report = items_[1].report;
  outcome.quote.span = {
      0, static_cast<std::uint32_t>(reports_[1].document.text.size())};
  outcomes_ = {outcome, outcome};
  EXPECT_EQ(Find(Relation::kDistinct).size(), 1u) << "told once";
  outcomes_[0].stated.rule = outcomes_[1].stated.rule = "outcome.sentence";
  EXPECT_TRUE(Find(Relation::kDistinct).empty());
}

}  // namespace
}  // namespace concord::overlap
