#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/response/response.h"
#include "tests/support/small_world.h"

namespace concord::response {
namespace {

using overlap::Relation;
using testing::SmallWorld;

overlap::Link LinkOf(const RecommendationId& a, const RecommendationId& b,
                     Relation relation) {
  overlap::Link link{a, b, {}};
  link.comparison.relation = relation;
  link.comparison.weight = 8;
  link.comparison.similarity = 0.99;
  return link;
}

// Two reports; the second says the first's recommendation again and adds one.
struct Story {
  Story() {
    first = world.AddReport("First", "Publish a plan. Train the staff.");
    second = world.AddReport("Second", "The plan should be published. Pay.");
    publish = world.AddRecommendation(first, "Publish a plan.", "The force");
    train = world.AddRecommendation(first, "Train the staff.");
    again = world.AddRecommendation(second, "The plan should be published.",
                                    "The Authority");
    pay = world.AddRecommendation(second, "Pay.");
    for (const auto& item : world.recommendations) {
      scope.included.push_back(
          {item.id, "include.of-source", "because", "", {}});
    }
  }

  ConsolidatedResponse Compose(const std::vector<overlap::Link>& links) {
    return response::Compose(scope, world.View(), links);
  }

  SmallWorld world;
  scope::Scope scope;
  ReportId first, second;
  RecommendationId publish, train, again, pay;
};

TEST(Compose, AnswersTheSameAskOnceAndKeepsEveryMembersWords) {
  Story story;
  const auto response =
      story.Compose({LinkOf(story.publish, story.again, Relation::kRestates)});
  ASSERT_EQ(response.entries.size(), 3u);
  const Entry& entry = response.entries[0];
  ASSERT_EQ(entry.members.size(), 2u);
  EXPECT_EQ(entry.text, entry.members[0].quote);
  EXPECT_THAT(entry.addressees,
              ::testing::UnorderedElementsAre("The force", "The Authority"));
  EXPECT_TRUE(Verify(response, story.world.View()));
}

TEST(Compose, CoversEveryIncludedRecommendationExactlyOnce) {
  Story story;
  const auto response =
      story.Compose({LinkOf(story.publish, story.again, Relation::kIdentical)});
  EXPECT_EQ(response.coverage.size(), 4u);
  EXPECT_TRUE(Verify(response, story.world.View()));
}

TEST(Compose, PointsAtNarrowerAsksInsteadOfMergingThem) {
  Story story;
  const auto response =
      story.Compose({LinkOf(story.train, story.pay, Relation::kNarrower)});
  ASSERT_EQ(response.entries.size(), 4u);
  ASSERT_EQ(response.entries[1].related.size(), 1u);
  EXPECT_EQ(response.entries[1].related[0].relation, "narrower");
  EXPECT_EQ(response.entries[3].related[0].relation, "wider");
  EXPECT_EQ(response.entries[3].related[0].entry, 2);
}

TEST(Compose, LeavesTheAnswerToPeople) {
  Story story;
  const auto response = story.Compose({});
  for (const Entry& entry : response.entries) {
    EXPECT_FALSE(entry.response.has_value());
    EXPECT_EQ(entry.position, store::Position::kAwaited);
  }
  EXPECT_NE(RenderJson(response, 0).find("\"response\":null"),
            std::string::npos);
}

TEST(Compose, NumbersSourcesInTheOrderTheyAreQuoted) {
  Story story;
  const auto response = story.Compose({});
  ASSERT_EQ(response.sources.size(), 2u);
  EXPECT_EQ(response.sources[0].report, story.first);
  EXPECT_EQ(response.entries[2].members[0].source, 2);
}

TEST(Verify, RefusesAnEntryWhoseQuotationIsNotInItsSource) {
  Story story;
  auto response = story.Compose({});
  response.entries[0].members[0].quote = "Publish two plans.";
  EXPECT_FALSE(Verify(response, story.world.View()));
}

TEST(Verify, RefusesAnIncludedRecommendationThatNoEntryCovers) {
  Story story;
  auto response = story.Compose({});
  response.coverage.pop_back();
  EXPECT_FALSE(Verify(response, story.world.View()));
}

TEST(RenderHtml, ShowsHostileWordsAsWords) {
  Story story;
  const ReportId hostile = story.world.AddReport(
      "<script>alert(1)</script>", "Do <img src=x onerror=alert(2)> it.");
  story.world.Report(hostile).uri = "javascript:alert(3)";
  const RecommendationId id = story.world.AddRecommendation(
      hostile, "Do <img src=x onerror=alert(2)> it.", "\"><b>Clerk");
  story.scope.included.push_back({id, "include.of-source", "x", "", {}});
  const std::string html = RenderHtml(story.Compose({}));
  EXPECT_EQ(html.find("<script>"), std::string::npos);
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("<b>Clerk"), std::string::npos);
  EXPECT_EQ(html.find("href=\"javascript:"), std::string::npos);
  EXPECT_NE(html.find("&lt;img src=x"), std::string::npos);
}

TEST(RenderHtml, LoadsNothingFromOutside) {
  Story story;
  const std::string html = RenderHtml(story.Compose({}));
  for (const char* outside : {"<script", "src=", "@import", "url("}) {
    EXPECT_EQ(html.find(outside), std::string::npos) << outside;
  }
}

TEST(RenderMarkdown, KeepsMarkupOfDocumentsFromBeingRead) {
  Story story;
  const ReportId report =
      story.world.AddReport("*Bold* | title", "Use [this](x) `now`.");
  const RecommendationId id =
      story.world.AddRecommendation(report, "Use [this](x) `now`.");
  story.scope.included.push_back({id, "include.of-source", "x", "", {}});
  const std::string text = RenderMarkdown(story.Compose({}));
  EXPECT_NE(text.find("\\*Bold\\* \\| title"), std::string::npos) << text;
  EXPECT_NE(text.find("\\[this\\](x) \\`now\\`"), std::string::npos);
}

TEST(RenderMarkdown, SaysWhenNothingIsHeld) {
  Story story;
  story.scope.included.clear();
  const std::string text = RenderMarkdown(story.Compose({}));
  EXPECT_NE(text.find("No recommendation is held"), std::string::npos);
}

}  // namespace
}  // namespace concord::response
