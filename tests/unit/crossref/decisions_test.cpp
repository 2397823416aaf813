// What people decided about works and bodies, carried out on the registers.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/crossref/crossref.h"
#include "report_builder.h"

namespace concord::crossref {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<store::ReportRecord> Papers() {
  ReportBuilder one("r1");
  one.Line(
      "1. Safe on the Shore was read. The Harbour Book was read. "
      "So said the Quay Board.");
  one.Cites("Safe on the Shore");
  one.Cites("The Harbour Book");
  one.Names("Quay Board");
  ReportBuilder two("r2");
  two.Line(
      "1. The Harbour Book is old, and so is the yellow one. Ask the "
      "Board of the Quay.");
  two.Cites("The Harbour Book");
  two.Cites("the yellow one", "Yellow One");
  two.Names("Board of the Quay");
  return {one.Done(), two.Done()};
}

std::vector<std::string> Titles(const CrossReference& crossref) {
  std::vector<std::string> titles;
  for (const Work& work : crossref.works) titles.push_back(work.title);
  return titles;
}

std::vector<std::string> Names(const CrossReference& crossref) {
  std::vector<std::string> names;
  for (const Body& body : crossref.bodies) names.push_back(body.name);
  return names;
}

RegisterDecision Work1(const std::string& change, const std::string& id,
                       const std::string& name, const std::string& other_id,
                       const std::string& other) {
  return {false, change, id, name, other_id, other, 1, "jf, 2006 (act 1)"};
}

TEST(Decided, OneWorkOfTwoUnderTheTitleOfTheFirst) {
  const CrossReference crossref = Build(
      Papers(), {Work1("merge", "w-safe-on-the-shore", "Safe on the Shore",
                       "w-harbour-book", "The Harbour Book")});
  EXPECT_THAT(Titles(crossref), ElementsAre("Safe on the Shore", "Yellow One"));
  const Work& work = crossref.works.front();
  EXPECT_EQ(work.cited_by.size(), 3u);
  EXPECT_THAT(work.merged, ElementsAre(WorkId{"w-harbour-book"}));
  ASSERT_EQ(work.aliases.size(), 2u);
  EXPECT_THAT(work.aliases.back().rule, StartsWith(kDecidedRule));
  EXPECT_THAT(ResolveTitle(crossref, "The Harbour Book"),
              ElementsAre(WorkId{"w-safe-on-the-shore"}));
  EXPECT_THAT(crossref.unfit, IsEmpty());
}

TEST(Decided, ChainsOfMergingEndInOneWork) {
  const CrossReference crossref = Build(
      Papers(), {Work1("merge", "w-harbour-book", "The Harbour Book",
                       "w-yellow-one", "Yellow One"),
                 Work1("merge", "w-safe-on-the-shore", "Safe on the Shore",
                       "w-harbour-book", "The Harbour Book")});
  EXPECT_THAT(Titles(crossref), ElementsAre("Safe on the Shore"));
  EXPECT_EQ(crossref.works.front().merged.size(), 2u);
}

TEST(Decided, WordsAreSplitOffAndBecomeAnAlias) {
  const std::vector<RegisterDecision> decisions = {
      Work1("merge", "w-safe-on-the-shore", "Safe on the Shore",
            "w-harbour-book", "The Harbour Book"),
      Work1("split", "w-safe-on-the-shore", "Safe on the Shore", "",
            "The Harbour Book"),
      Work1("alias", "w-safe-on-the-shore", "Safe on the Shore", "",
            "the Shore paper")};
  const CrossReference crossref = Build(Papers(), decisions);
  EXPECT_THAT(Titles(crossref), ElementsAre("The Harbour Book",
                                            "Safe on the Shore", "Yellow One"));
  EXPECT_THAT(ResolveTitle(crossref, "the Shore paper"),
              ElementsAre(WorkId{"w-safe-on-the-shore"}));
}

// An id of another archive: the title finds the work; what is not here at all
// is said.
TEST(Decided, TitlesFindTheWorkWhereIdsDiffer) {
  const CrossReference crossref =
      Build(Papers(), {Work1("merge", "w-other-1", "Safe on the Shore",
                             "w-other-2", "The Harbour Book"),
                       Work1("alias", "w-lost", "Lost Keys", "", "Keys")});
  EXPECT_THAT(Titles(crossref), ElementsAre("Safe on the Shore", "Yellow One"));
  EXPECT_THAT(crossref.unfit,
              ElementsAre(UnfitDecision{1, "w-lost", "Lost Keys"}));
}

// Two phases of one strategy, as BuildProposals joins them.
std::vector<store::ReportRecord> Phases() {
  ReportBuilder a("r1");
  a.Line(
      "1. The second phase of the strategy, Open Water: Every Boat Counts, "
      "was launched on 24 May 2001.");
  a.Cites("Open Water: Every Boat Counts");
  ReportBuilder b("r2");
  b.Line("2. Two strategies came before, Open Water I and II.");
  b.Cites("Open Water I and II");
  return {a.Done(), b.Done()};
}

const Work& WorkCalled(const CrossReference& crossref, const std::string& id) {
  static const Work kNone;
  for (const Work& work : crossref.works) {
    if (work.id.value == id) return work;
  }
  ADD_FAILURE() << "no work " << id;
  return kNone;
}

TEST(Decided, WhatWasRefusedIsNotProposedAgainAndBothWorksSayWhy) {
  ASSERT_EQ(Build(Phases()).proposals.size(), 1u);
  RegisterDecision refusal =
      Work1("refuse", "w-open-water-2", "Open Water II",
            "w-open-water-every-boat-counts", "Open Water: Every Boat Counts");
  refusal.why = "two strategies";
  const CrossReference crossref = Build(Phases(), {refusal});
  EXPECT_THAT(crossref.proposals, IsEmpty());
  EXPECT_THAT(crossref.unfit, IsEmpty());
  EXPECT_EQ(Titles(crossref), Titles(Build(Phases())));
  EXPECT_THAT(WorkCalled(crossref, "w-open-water-2").refused,
              ElementsAre(Refusal{{"w-open-water-every-boat-counts"},
                                  "Open Water: Every Boat Counts",
                                  1,
                                  "jf, 2006 (act 1)",
                                  "two strategies"}));
  EXPECT_THAT(WorkCalled(crossref, "w-open-water-every-boat-counts").refused,
              ElementsAre(Refusal{{"w-open-water-2"},
                                  WorkCalled(crossref, "w-open-water-2").title,
                                  1,
                                  "jf, 2006 (act 1)",
                                  "two strategies"}));
}

TEST(Decided, ARefusalFindsItsWorksByTitleWhereIdsDiffer) {
  const CrossReference crossref =
      Build(Papers(), {Work1("refuse", "w-other-1", "Safe on the Shore",
                             "w-other-2", "The Harbour Book"),
                       Work1("refuse", "w-safe-on-the-shore",
                             "Safe on the Shore", "w-lost", "Lost Keys")});
  EXPECT_EQ(WorkCalled(crossref, "w-harbour-book").refused.size(), 1u);
  EXPECT_EQ(WorkCalled(crossref, "w-safe-on-the-shore").refused.size(), 1u);
  EXPECT_THAT(crossref.unfit,
              ElementsAre(UnfitDecision{1, "w-lost", "Lost Keys"}));
}

// A later paper says that the two are one: what a person decided holds.
TEST(Decided, ARefusalKeepsTwoWorksApartThatARuleJoinsLater) {
  std::vector<store::ReportRecord> papers = Papers();
  ReportBuilder later("r3");
  later.Line("1. Safe on the Shore, better known as The Harbour Book.");
  later.Cites("Safe on the Shore");
  later.Cites("The Harbour Book");
  later.Relates("better known as", "alias-of", "The Harbour Book",
                "Safe on the Shore");
  papers.push_back(later.Done());
  ASSERT_EQ(Titles(Build(papers)).size(), 2u);
  const RegisterDecision refusal =
      Work1("refuse", "w-safe-on-the-shore", "Safe on the Shore",
            "w-harbour-book", "The Harbour Book");
  const RegisterDecision turned =
      Work1("refuse", "w-harbour-book", "The Harbour Book",
            "w-safe-on-the-shore", "Safe on the Shore");
  for (const RegisterDecision& one : {refusal, turned}) {
    const CrossReference crossref = Build(papers, {one});
    EXPECT_THAT(
        Titles(crossref),
        ElementsAre("The Harbour Book", "Safe on the Shore", "Yellow One"));
    EXPECT_EQ(WorkCalled(crossref, "w-harbour-book").cited_by.size(), 3u);
    EXPECT_EQ(WorkCalled(crossref, "w-harbour-book").refused.size(), 1u);
    EXPECT_EQ(WorkCalled(crossref, "w-safe-on-the-shore").refused.size(), 1u);
  }
}

// A history that is read from elsewhere may merge what it refused before.
TEST(Decided, TheLaterOfMergingAndRefusingCounts) {
  const RegisterDecision refusal =
      Work1("refuse", "w-safe-on-the-shore", "Safe on the Shore",
            "w-harbour-book", "The Harbour Book");
  const RegisterDecision merge =
      Work1("merge", "w-safe-on-the-shore", "Safe on the Shore",
            "w-harbour-book", "The Harbour Book");
  const CrossReference merged = Build(Papers(), {refusal, merge});
  EXPECT_THAT(Titles(merged), ElementsAre("Safe on the Shore", "Yellow One"));
  EXPECT_THAT(merged.works.front().refused, IsEmpty());
  const CrossReference refused = Build(Papers(), {merge, refusal});
  EXPECT_THAT(Titles(refused), ElementsAre("The Harbour Book",
                                           "Safe on the Shore", "Yellow One"));
  EXPECT_EQ(refused.works.front().refused.size(), 1u);
}

TEST(Decided, ARefusalFollowsTheWorkThatOneSideWasMergedInto) {
  const CrossReference crossref = Build(
      Papers(), {Work1("refuse", "w-safe-on-the-shore", "Safe on the Shore",
                       "w-harbour-book", "The Harbour Book"),
                 Work1("merge", "w-yellow-one", "Yellow One", "w-harbour-book",
                       "The Harbour Book")});
  ASSERT_EQ(WorkCalled(crossref, "w-safe-on-the-shore").refused.size(), 1u);
  EXPECT_EQ(WorkCalled(crossref, "w-safe-on-the-shore").refused[0].work.value,
            "w-yellow-one");
}

TEST(Decided, OneBodyOfTwo) {
  const RegisterDecision merge = {true,
                                  "merge",
                                  "b-quay-board",
                                  "Quay Board",
                                  "b-board-of-the-quay",
                                  "Board of the Quay",
                                  2,
                                  "jf, 2006 (act 2)"};
  const CrossReference crossref = Build(Papers(), {merge});
  EXPECT_THAT(Names(crossref), ElementsAre("Quay Board"));
  EXPECT_EQ(crossref.bodies.front().mentions.size(), 2u);
  EXPECT_THAT(crossref.bodies.front().merged,
              ElementsAre(BodyId{"b-board-of-the-quay"}));
  const RegisterDecision split = {
      true, "split", "b-quay-board", "Quay Board", "", "Board of the Quay",
      3,    "jf"};
  EXPECT_THAT(Names(Build(Papers(), {merge, split})),
              ElementsAre("Board of the Quay", "Quay Board"));
}

TEST(Successions, AreReadWithTheirDates) {
  ReportBuilder paper("r1");
  paper.Line(
      "The Quay Authority (QA) has been replaced by the Quay Board on 1 "
      "April 2004.");
  paper.Line("The tide replaced by habit what the Clerk became.");
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_THAT(Names(crossref), ElementsAre("Quay Authority", "Quay Board"));
  ASSERT_EQ(crossref.bodies[0].successors.size(), 1u);
  EXPECT_EQ(crossref.bodies[0].successors[0].name, "Quay Board");
  EXPECT_EQ(crossref.bodies[0].successors[0].date, "1 April 2004");
  ASSERT_EQ(crossref.bodies[1].predecessors.size(), 1u);
  EXPECT_EQ(crossref.bodies[1].predecessors[0].body, crossref.bodies[0].id);
}

}  // namespace
}  // namespace concord::crossref
