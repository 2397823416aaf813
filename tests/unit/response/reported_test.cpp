// What texts say became of entries, and what cannot both be accepted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/response/reach.h"
#include "concord/response/reported.h"
#include "concord/response/response.h"

namespace concord::response {
namespace {

overlap::Comparison With(const std::string& level, const std::string& a,
                         const std::string& b) {
  overlap::Comparison comparison;
  comparison.relation = overlap::Relation::kContradicts;
  comparison.parts.push_back({.name = "wording", .level = "most words"});
  comparison.parts.push_back(
      {.name = "action", .level = level, .quote_a = a, .quote_b = b});
  return comparison;
}

TEST(ReasonOf, TellsTheWordsThatCannotBothBeDone) {
  EXPECT_EQ(ReasonOf(With("opposite act", "make", "discontinue")),
            "opposite act: “make” against “discontinue”");
  EXPECT_EQ(ReasonOf(With("one is negated", "not", "")),
            "one is negated: “not” against nothing of the kind");
}

TEST(SaidOfIt, AWithdrawalIsNoAmendment) {
  EXPECT_EQ(SaidOfIt("amends", "Recommendation 7 is withdrawn."), "withdrawn");
  EXPECT_EQ(SaidOfIt("amends", "3 is amended and 7 withdrawn."), "amended");
  EXPECT_EQ(SaidOfIt("supersedes", "It was withdrawn."), "superseded");
}

TEST(LabelsNamed, ANumberWithLettersNamesByItself) {
  // Labels are compared without their letters.
  EXPECT_EQ(LabelsNamed("R5.4"), std::vector<std::string>{"5.4"});
  EXPECT_EQ(LabelsNamed("12(b)"), std::vector<std::string>{"12(b)"});
  EXPECT_TRUE(LabelsNamed("the strategy of R5.4").empty());
  EXPECT_TRUE(LabelsNamed("2001 strategy").empty());
}

TEST(SaidOfIt, WhatIsProposedReadsSo) {
  EXPECT_EQ(SaidOfIt("supersedes (proposed)"), "superseded (proposed)");
  EXPECT_EQ(SaidOfIt("responds-to (proposed)"), "responds-to (proposed)");
}

Reported Said(const std::string& implementation, const std::string& date,
              const std::vector<std::string>& ids = {}) {
  Reported said{.implementation = implementation, .date = date};
  said.ids = ids;
  said.quote.quote = implementation + date;
  return said;
}

// "implemented 2003 latest"
std::string Ordered(const std::vector<std::string>& members,
                    std::vector<Reported> all) {
  PutInOrder(members, &all);
  std::string lines;
  for (const Reported& one : all) {
    lines += InWords(one) + " " + one.date + (one.latest ? " latest" : "") +
             (one.differs ? " differs" : "") +
             (one.withdrawn_by.empty() ? "" : " withdrawn");
    if (members.size() > 1 && one.latest) {
      for (const std::string& id : one.ids) lines += " " + id;
    }
    lines += "\n";
  }
  return lines;
}

TEST(PutInOrder, TheLatestCountsAndOthersAreMarked) {
  EXPECT_EQ(Ordered({}, {Said("open", "2002"), Said("implemented", "2004"),
                         Said("implemented", "2003")}),
            "implemented 2004 latest\nimplemented 2003\nopen 2002 differs\n");
}

TEST(PutInOrder, WhatIsTakenBackDecidesNothing) {
  Reported taken_back = Said("implemented", "2004");
  taken_back.withdrawn_by.push_back({.quote = "It was wrong."});
  EXPECT_EQ(Ordered({}, {taken_back, Said("open", "2003")}),
            "open 2003 latest\nimplemented 2004 withdrawn\n");
}

TEST(PutInOrder, EachMemberHasItsOwnLatest) {
  EXPECT_EQ(Ordered({"a", "b"}, {Said("implemented", "2004", {"a"}),
                                 Said("open", "2003", {"b"}),
                                 Said("in progress", "2002", {"a", "b"})}),
            "implemented 2004 latest a\nopen 2003 latest b\n"
            "in progress 2002 differs\n");
}

TEST(PutInOrder, WordsOfProgressLeadWhereNothingElseTells) {
  Reported progress = Said("", "2004");
  progress.progress = "Seven drafted";
  EXPECT_EQ(Ordered({}, {progress}), "progress 2004 latest\n");
  EXPECT_EQ(Ordered({}, {progress, Said("open", "2003")}),
            "open 2003 latest\nprogress 2004\n");
}

TEST(InWords, TellsOfAPlanWhoDoesWhatByWhen) {
  Reported plan = Said("in progress", "2004");
  plan.owner = "Jo Reed";
  plan.by_when = "May 2004";
  plan.progress = "612 of 900 vetted";
  EXPECT_EQ(
      InWords(plan),
      "in progress: Jo Reed; by when: May 2004; progress: 612 of 900 vetted");
  plan.implementation.clear();
  plan.only = {"R8 [2]"};
  EXPECT_EQ(
      InWords(plan),
      "planned: Jo Reed; by when: May 2004; progress: 612 of 900 vetted, of R8 "
      "[2]");
}

TEST(ReasonOf, SaysLittleWhereThePartsAreNotThere) {
  EXPECT_EQ(ReasonOf({}), "they ask for what cannot both be done");
  EXPECT_EQ(ReasonOf(With("same verb", "make", "make")),
            "they ask for what cannot both be done");
}

}  // namespace
}  // namespace concord::response
