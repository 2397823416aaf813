#include <gtest/gtest.h>

#include <algorithm>

#include "concord/scope/scope.h"
#include "tests/support/small_holdings.h"

namespace concord::scope {
namespace {

using extraction::RecommendationKind;
using testing::SmallHoldings;

// A first report with two recommendations, a second that is only cited, and
// the paper that says one response will cover both.
struct Story {
  Story() {
    first = holdings.AddReport(
        "A First Look",
        "The Chief Constable should publish a plan. The Home Office should "
        "fund it. All forces should report yearly.");
    plan = holdings.AddRecommendation(
        first, "The Chief Constable should publish a plan.",
        "The Chief Constable");
    fund = holdings.AddRecommendation(first, "The Home Office should fund it.",
                                      "The Home Office");
    all = holdings.AddRecommendation(first, "All forces should report yearly.",
                                     "All forces");
    holdings.recommendations.back().item.owners.push_back(
        {{}, "All forces", extraction::OwnerKind::kClass});
    paper = holdings.AddReport(
        "Response to inspection",
        "One response will cover the two reports. A First Look contained "
        "three recommendations, one of which was national and was noted. A "
        "Second Look contained six recommendations. Members note this.");
    holdings.Report(paper).extraction.header.by.printed = "Chief Constable";
    holdings.AddRecommendation(paper, "Members note this.", "Members",
                               RecommendationKind::kDecision);
    holdings.Hold("w-first-look", "A First Look", first);
    holdings.Hold("w-second-look", "A Second Look", {});
    holdings.State("w-first-look", 3, 3, paper,
                   "A First Look contained three recommendations");
    holdings.State("w-second-look", 6, 0, paper,
                   "A Second Look contained six recommendations");
    crossref::RelationEntry relation;
    relation.type = "responds-to";
    relation.object_works = {{"w-first-look"}, {"w-second-look"}};
    relation.object_count = 2;
    relation.quote =
        holdings.Quote(paper, "One response will cover the two reports.");
    holdings.crossref.relations.push_back(relation);
  }

  Scope AsStated() {
    return Select({.name = "looks", .as_stated_in = paper}, holdings.View());
  }

  SmallHoldings holdings;
  ReportId first, paper;
  RecommendationId plan, fund, all;
};

const Disposition* Find(const std::vector<Disposition>& list,
                        const RecommendationId& id) {
  const auto found = std::find_if(
      list.begin(), list.end(),
      [&](const Disposition& disposition) { return disposition.id == id; });
  return found == list.end() ? nullptr : &*found;
}

TEST(Select, TakesTheWorksThatThePaperSaysOneResponseWillCover) {
  Story story;
  const Scope scope = story.AsStated();
  ASSERT_EQ(scope.sources.size(), 2u);
  EXPECT_EQ(scope.sources[0].title, "A First Look");
  EXPECT_TRUE(scope.notes.empty());
  EXPECT_EQ(scope.included.size(), 3u);
  EXPECT_TRUE(Verify(scope, story.holdings.View()));
}

TEST(Select, ListsWhatIsStatedButNotHeldWithTheWordsThatStateIt) {
  Story story;
  const Scope scope = story.AsStated();
  ASSERT_EQ(scope.not_held.size(), 1u);
  EXPECT_EQ(scope.not_held[0].stated, 6);
  EXPECT_EQ(scope.not_held[0].held, 0);
  ASSERT_EQ(scope.not_held[0].quotes.size(), 1u);
  EXPECT_EQ(scope.not_held[0].quotes[0].text,
            "A Second Look contained six recommendations");
  EXPECT_EQ(scope.totals.stated, 9);
  EXPECT_EQ(scope.totals.held, 3);
  EXPECT_EQ(scope.totals.not_held, 6);
}

TEST(Select, LeavesOutAStatedPartOnlyWhenTheAddresseesAddUpToIt) {
  Story story;
  story.holdings.crossref.counts[0].partition.push_back(
      {{}, 1, "national", "was noted"});
  const Scope scope = story.AsStated();
  const Disposition* fund = Find(scope.excluded, story.fund);
  ASSERT_NE(fund, nullptr);
  EXPECT_EQ(fund->rule, "exclude.partition-stated");
  EXPECT_NE(Find(scope.included, story.plan), nullptr);
  EXPECT_NE(Find(scope.included, story.all), nullptr) << "all forces are ours";

  story.holdings.crossref.counts[0].partition[0].count = 2;
  EXPECT_TRUE(story.AsStated().excluded.empty())
      << "two stated, one found: nothing is left out on a guess";
}

TEST(Select, LeavesOutWhatIsAddressedToOthersWhenToldWhoAnswers) {
  Story story;
  const Scope scope = Select({.name = "looks",
                              .works = {{"w-first-look"}},
                              .answering_body = "the Chief Constable"},
                             story.holdings.View());
  ASSERT_EQ(scope.excluded.size(), 1u);
  EXPECT_EQ(scope.excluded[0].id, story.fund);
  EXPECT_EQ(scope.excluded[0].rule, "exclude.addressed-to-others");
  EXPECT_EQ(scope.excluded[0].would_change,
            "it is answered where 'The Home Office' responds");
}

TEST(Select, PutsLastWhatNamesNobodyAndSaysSo) {
  SmallHoldings holdings;
  const ReportId report = holdings.AddReport(
      "Nets",
      "Mend the nets. Count the corks. All forces should fish. (a) By "
      "night.");
  const auto mend = holdings.AddRecommendation(report, "Mend the nets.");
  const auto count = holdings.AddRecommendation(report, "Count the corks.");
  auto& owners = holdings.recommendations.back().item.owners;
  owners.push_back({{}, "Head of Corks", extraction::OwnerKind::kPost});
  owners.back().role = "owner";
  const auto fish = holdings.AddRecommendation(
      report, "All forces should fish.", "All forces");
  const auto night = holdings.AddRecommendation(report, "(a) By night.");
  holdings.recommendations.back().item.parent = 2;  // of fish
  const Scope scope = Select({.name = "nets",
                              .reports = {report},
                              .answering_body = "the Chief Constable"},
                             holdings.View());
  ASSERT_EQ(scope.included.size(), 4u);
  EXPECT_EQ(scope.included[0].id, fish);
  EXPECT_EQ(scope.included[1].id, night) << "its whole is theirs";
  EXPECT_EQ(scope.included[2].id, mend);
  EXPECT_EQ(scope.included[2].rule, kNamesNobody);
  EXPECT_EQ(scope.included[3].id, count);
  EXPECT_EQ(scope.included[3].rule, kOwnerNotKnown);
  EXPECT_NE(scope.included[3].reason.find("'Head of Corks'"),
            std::string::npos);
  ASSERT_EQ(scope.notes.size(), 1u);
  EXPECT_TRUE(scope.notes[0].starts_with("2 included recommendations name"));
  EXPECT_NE(RenderSummary(scope).find("nothing says that it is theirs:\n\n- " +
                                      mend.value),
            std::string::npos);
  EXPECT_TRUE(Verify(scope, holdings.View()));
  // Where nobody was named as answering, all of it is theirs.
  for (const Disposition& one :
       Select({.name = "nets", .reports = {report}}, holdings.View())
           .included) {
    EXPECT_FALSE(IsUnassigned(one)) << one.rule;
  }
}

TEST(Select, LeavesOutWhatAPaperAsksOfItsOwnCommitteeUnlessAsked) {
  Story story;
  ScopeRequest request{.name = "paper", .reports = {story.paper}};
  Scope scope = Select(request, story.holdings.View());
  ASSERT_EQ(scope.excluded.size(), 1u);
  EXPECT_EQ(scope.excluded[0].rule, "exclude.decision");
  request.include_decisions = true;
  scope = Select(request, story.holdings.View());
  EXPECT_TRUE(scope.excluded.empty());
  EXPECT_EQ(scope.included.size(), 1u);
}

TEST(Select, DecidesOnceOnARecommendationThatTwoSourcesReach) {
  Story story;
  const Scope scope = Select(
      {.name = "both", .reports = {story.first}, .works = {{"w-first-look"}}},
      story.holdings.View());
  EXPECT_EQ(scope.included.size(), 3u);
  EXPECT_TRUE(Verify(scope, story.holdings.View()));
}

TEST(Select, TakesASourceThatIsNamedTwiceOnce) {
  Story story;
  const Scope scope = Select({.name = "twice",
                              .reports = {story.first, story.first},
                              .works = {{"w-first-look"}}},
                             story.holdings.View());
  EXPECT_EQ(scope.sources.size(), 1u);
  EXPECT_EQ(scope.reconciliation.size(), 1u);
  EXPECT_EQ(scope.totals.stated, 3);
  EXPECT_EQ(scope.totals.not_held, 0);
}

TEST(Select, SaysSoWhenOneSourceRepeatsAnother) {
  SmallHoldings holdings;
  const std::string paper =
      "The wardens of the nine parks met in March and walked the river path "
      "from the weir to the old mill. They found the lamps broken in 14 places "
      "and the railings gone in 6. The Clerk should mend the lamps by June. "
      "Nobody spoke for the anglers, whose huts stand where the path is to be.";
  const ReportId draft = holdings.AddReport("Draft", paper);
  const ReportId final = holdings.AddReport("Final", paper + " It was agreed.");
  const ReportId other = holdings.AddReport(
      "Other",
      "The trustees of the covered market wish for another roof, a second "
      "door on the square and 3 more stalls, and have asked the architect to "
      "draw all of them before the summer fair. The fishmongers would rather "
      "have ice, and a drain that does not run towards the cheese.");
  for (store::ReportRecord& report : holdings.reports) {
    const auto end = static_cast<std::uint32_t>(report.document.text.size());
    report.document.blocks.push_back({.span = {0, end}});
  }
  const Scope both =
      Select({.name = "both", .reports = {draft, final}}, holdings.View());
  ASSERT_EQ(both.notes.size(), 1u);
  EXPECT_NE(both.notes[0].find("are versions of one paper"), std::string::npos)
      << both.notes[0];
  const Scope apart =
      Select({.name = "apart", .reports = {draft, other}}, holdings.View());
  EXPECT_TRUE(apart.notes.empty());
}

// A draft and the final: what both ask is one request, what the draft alone
// asks is its own.
TEST(Select, LeavesOutOfAnEarlierVersionWhatTheLaterOneAsksAgain) {
  SmallHoldings holdings;
  const std::string paper =
      "The wardens of the nine parks met in March and walked the river path "
      "from the weir to the old mill. They found the lamps broken in 14 places "
      "and the railings gone in 6. The Clerk should mend the lamps by June. "
      "Nobody spoke for the anglers, whose huts stand where the path is to be.";
  const ReportId final = holdings.AddReport(
      "Final", paper + " The railings should be painted green.");
  const ReportId draft = holdings.AddReport(
      "Draft", paper + " The railings should be painted. Ask the anglers.");
  holdings.Report(draft).extraction.header.date.edtf = "2004-03-01";
  holdings.Report(final).extraction.header.date.edtf = "2004-05-01";
  for (store::ReportRecord& report : holdings.reports) {
    const auto end = static_cast<std::uint32_t>(report.document.text.size());
    report.document.blocks.push_back({.span = {0, end}});
  }
  const std::string kLamps = "The Clerk should mend the lamps by June.";
  const auto lamps = holdings.AddRecommendation(draft, kLamps);
  const auto railings =
      holdings.AddRecommendation(draft, "The railings should be painted.");
  const auto anglers = holdings.AddRecommendation(draft, "Ask the anglers.");
  const auto again = holdings.AddRecommendation(final, kLamps);
  holdings.AddRecommendation(final, "The railings should be painted green.");
  ScopeRequest request{.name = "both", .reports = {final, draft}};
  const Scope once = Select(request, holdings.View());
  EXPECT_TRUE(Verify(once, holdings.View()));
  ASSERT_EQ(once.excluded.size(), 2u);
  const Disposition* lamp = Find(once.excluded, lamps);
  ASSERT_NE(lamp, nullptr);
  EXPECT_EQ(lamp->rule, "exclude.earlier-version");
  EXPECT_NE(lamp->reason.find(again.value), std::string::npos) << lamp->reason;
  EXPECT_NE(lamp->would_change.find("--all-versions"), std::string::npos);
  const Disposition* railing = Find(once.excluded, railings);
  ASSERT_NE(railing, nullptr) << "under the same number, in other words";
  EXPECT_NE(railing->reason.find("other words"), std::string::npos);
  EXPECT_NE(Find(once.included, anglers), nullptr) << "nobody else asks it";
  EXPECT_EQ(once.included.size(), 3u);
  EXPECT_EQ(once.totals.held, 3);
  EXPECT_EQ(once.totals.held_included, 3);
  EXPECT_EQ(once.reconciliation[0].repeated, 2);
  EXPECT_NE(InWords(once.totals).find("2 repetitions left out"),
            std::string::npos)
      << InWords(once.totals);
  request.all_versions = true;
  const Scope twice = Select(request, holdings.View());
  EXPECT_EQ(twice.included.size(), 5u);
  EXPECT_EQ(twice.totals.held, 5);
  request.all_versions = false;
  request.reports = {draft};
  EXPECT_EQ(Select(request, holdings.View()).included.size(), 3u);
}

TEST(Select, SaysSoWhenThePaperCountsMoreReportsThanAreKnown) {
  Story story;
  story.holdings.crossref.relations[0].object_count = 3;
  const Scope scope = story.AsStated();
  ASSERT_EQ(scope.notes.size(), 1u);
  EXPECT_NE(scope.notes[0].find("3 reports"), std::string::npos);
}

TEST(Select, CountsSoThatHeldIsIncludedAndLeftOut) {
  Story story;
  story.holdings.Report(story.first).document.text += " We will come again.";
  story.holdings.AddRecommendation(story.first, "We will come again.", "",
                                   RecommendationKind::kCommitment);
  const Scope scope = Select({.name = "looks",
                              .works = {{"w-first-look"}},
                              .answering_body = "the Chief Constable"},
                             story.holdings.View());
  EXPECT_EQ(scope.totals.excluded, 2);
  EXPECT_EQ(scope.totals.held_included, 2);
  EXPECT_EQ(scope.totals.held_excluded, 1);
  EXPECT_EQ(scope.totals.held,
            scope.totals.held_included + scope.totals.held_excluded);
  ASSERT_EQ(scope.totals.beside.size(), 1u);
  EXPECT_EQ(scope.totals.beside[0], (Beside{"commitment", 1, false}));
  EXPECT_EQ(InWords(scope.totals.beside), "1 commitment left out");
  EXPECT_EQ(scope.reconciliation[0].beside, scope.totals.beside);
}

TEST(Select, KeepsWhatAnybodySaysOfASingleRecommendation) {
  Story story;
  crossref::RelationEntry relation;
  relation.type = "implements";
  relation.object = "the second recommendation of A First Look";
  relation.object_works = {{"w-first-look"}};
  relation.quote = story.holdings.Quote(story.paper, "Members note this.");
  story.holdings.crossref.relations.push_back(relation);
  relation.object = "A First Look";  // and not what others say of a work
  story.holdings.crossref.relations.push_back(relation);
  EXPECT_EQ(story.AsStated().relations.size(), 1u);
}

TEST(Select, TakesItsTitleFromTheWorks) {
  Story story;
  EXPECT_EQ(story.AsStated().title, "A First Look; A Second Look");
  story.holdings.crossref.works[0].title = "Safe Streets: A First Look";
  story.holdings.crossref.works[1].title = "Safe Streets: A Second Look";
  EXPECT_EQ(story.AsStated().title,
            "Safe Streets: A First Look; A Second Look");
}

TEST(RenderSummary, SaysWhatAddsUpAndWhatIsLeftOut) {
  Story story;
  const Scope scope = Select({.name = "looks",
                              .works = {{"w-first-look"}},
                              .answering_body = "the Chief Constable"},
                             story.holdings.View());
  const std::string text = RenderSummary(scope);
  EXPECT_NE(text.find("3 stated = 3 held = 2 included + 1 left out"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(story.fund.value), std::string::npos);
  EXPECT_EQ(text.find("publish a plan"), std::string::npos) << "no response";
}

TEST(RenderSummary, SaysSoWhereNothingIsIncluded) {
  Story story;
  const std::string nothing = "Nothing is included";
  EXPECT_EQ(RenderSummary(story.AsStated()).find(nothing), std::string::npos);
  const Scope scope = Select({.name = "paper", .reports = {story.paper}},
                             story.holdings.View());
  EXPECT_NE(RenderSummary(scope).find(nothing), std::string::npos);
}

TEST(Verify, RefusesAQuotationThatDoesNotStandInItsReport) {
  Story story;
  Scope scope = story.AsStated();
  scope.included[0].quotes[0].span.begin += 1;
  EXPECT_FALSE(Verify(scope, story.holdings.View()));
}

TEST(Verify, RefusesADecisionTakenTwice) {
  Story story;
  Scope scope = story.AsStated();
  scope.excluded.push_back(scope.included[0]);
  EXPECT_FALSE(Verify(scope, story.holdings.View()));
}

TEST(ToJson, HasNullForANumberThatIsNotStated) {
  Story story;
  story.holdings.crossref.counts.clear();
  const std::string json = ToJson(story.AsStated(), 0);
  EXPECT_NE(json.find("\"stated\":null"), std::string::npos) << json;
}

}  // namespace
}  // namespace concord::scope
