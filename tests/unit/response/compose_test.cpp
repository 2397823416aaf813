#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/response/reach.h"
#include "concord/response/response.h"
#include "tests/support/small_holdings.h"

namespace concord::response {
namespace {

using overlap::Relation;
using testing::SmallHoldings;

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
    first = holdings.AddReport("First", "Publish a plan. Train the staff.");
    second = holdings.AddReport("Second", "The plan should be published. Pay.");
    publish = holdings.AddRecommendation(first, "Publish a plan.", "The force");
    train = holdings.AddRecommendation(first, "Train the staff.");
    again = holdings.AddRecommendation(second, "The plan should be published.",
                                       "The Authority");
    pay = holdings.AddRecommendation(second, "Pay.");
    for (const auto& item : holdings.recommendations) {
      scope.included.push_back(
          {item.id, "include.of-source", "because", "", {}});
    }
  }

  ConsolidatedResponse Compose(const std::vector<overlap::Link>& links) {
    return response::Compose(scope, holdings.View(), links);
  }

  SmallHoldings holdings;
  scope::Scope scope;
  ReportId first, second;
  RecommendationId publish, train, again, pay;
};

TEST(Compose, TellsOfAnEntryWhatATextSaysBecameOfIt) {
  Story story;
  crossref::OutcomeEntry outcome;
  outcome.stated.implementation = "implemented";
  outcome.stated.printed = "Pay.";
  outcome.stated.recommendation = "2";
  outcome.recommendations = {story.train};
  outcome.quote = {story.second, "", "para 2", {30, 34}, "Pay."};
  outcome.date.edtf = "2004-05";
  const auto response =
      response::Compose(story.scope, story.holdings.View(), {}, {}, {outcome});
  ASSERT_EQ(response.entries.size(), 4u);
  for (const Entry& entry : response.entries) {
    const bool told = entry.members.front().id == story.train.value;
    ASSERT_EQ(entry.reported.size(), told ? 1u : 0u);
    if (!told) continue;
    EXPECT_EQ(entry.reported[0].implementation, "implemented");
    EXPECT_EQ(entry.reported[0].date, "2004-05");
    EXPECT_EQ(entry.reported[0].quote.quote, "Pay.");
  }
}

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
  EXPECT_TRUE(Verify(response, story.holdings.View()));
}

TEST(Compose, SaysADayThatSeveralMembersNameOnce) {
  Story story;
  const auto due = [](const std::string& printed, const std::string& edtf) {
    extraction::DateMention date;
    date.printed = printed;
    date.edtf = edtf;
    return date;
  };
  for (auto& stored : story.holdings.recommendations) {
    if (stored.id == story.publish) {
      stored.item.due = {due("May 2004", "2004-05")};
    }
    if (stored.id == story.again) {
      stored.item.due = {due("May 2004", "2004-05"), due("June", "2004-06")};
    }
  }
  const auto response =
      story.Compose({LinkOf(story.publish, story.again, Relation::kRestates)});
  ASSERT_EQ(response.entries[0].due.size(), 2u);
  EXPECT_EQ(response.entries[0].due[0].printed, "May 2004");
  EXPECT_EQ(response.entries[0].due[1].printed, "June");
}

TEST(Compose, TakesTheFieldsThatPeopleChoseAndListsWhatTheOthersSay) {
  Story story;
  for (auto& stored : story.holdings.recommendations) {
    if (stored.id != story.publish && stored.id != story.again) continue;
    extraction::DateMention date;
    date.printed = stored.id == story.publish ? "May 2004" : "June 2004";
    stored.item.due = {date};
  }
  overlap::Decisions decisions;
  const overlap::Authorship by{7, "J. Fenwick", "2006-03-01T09:00:00Z",
                               "the later letter"};
  decisions.wordings = {{overlap::Field::kText, story.again, by},
                        {overlap::Field::kAddressee, story.publish, by},
                        {overlap::Field::kDue, story.again, by},
                        {overlap::Field::kDue, story.train, by}};
  const auto response = response::Compose(
      story.scope, story.holdings.View(),
      {LinkOf(story.publish, story.again, Relation::kRestates)}, decisions);
  ASSERT_EQ(response.entries.size(), 3u);
  const Entry& entry = response.entries[0];
  EXPECT_EQ(entry.text, "The plan should be published.");
  ASSERT_EQ(entry.members.size(), 2u) << "nothing is lost";
  EXPECT_EQ(entry.members[0].id, story.again.value);
  EXPECT_EQ(entry.members[1].quote, "Publish a plan.");
  EXPECT_THAT(entry.addressees, ::testing::ElementsAre("The force"));
  ASSERT_EQ(entry.due.size(), 1u);
  EXPECT_EQ(entry.due[0].printed, "June 2004");
  ASSERT_EQ(entry.chosen.size(), 3u);
  EXPECT_EQ(entry.chosen[0].field, "text");
  EXPECT_TRUE(entry.chosen[0].set_aside.empty());
  ASSERT_EQ(entry.chosen[1].set_aside.size(), 1u);
  EXPECT_EQ(entry.chosen[1].set_aside[0].value, "The Authority");
  ASSERT_EQ(entry.chosen[2].set_aside.size(), 1u);
  EXPECT_EQ(entry.chosen[2].set_aside[0].value, "May 2004");
  EXPECT_TRUE(response.entries[1].chosen.empty()) << "it stands alone";
  EXPECT_TRUE(Verify(response, story.holdings.View()));
  for (const std::string& text :
       {RenderMarkdown(response), RenderHtml(response)}) {
    EXPECT_THAT(text, ::testing::HasSubstr(
                          "chosen by J. Fenwick, 2006-03-01: the later letter; "
                          "set aside: “May 2004” "));
  }
  EXPECT_THAT(RenderJson(response, 0),
              ::testing::HasSubstr(R"("field":"due")"));
}

TEST(Compose, CoversEveryIncludedRecommendationExactlyOnce) {
  Story story;
  const auto response =
      story.Compose({LinkOf(story.publish, story.again, Relation::kIdentical)});
  EXPECT_EQ(response.coverage.size(), 4u);
  EXPECT_TRUE(Verify(response, story.holdings.View()));
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
  const std::string json = RenderJson(response, 0);
  EXPECT_THAT(json, ::testing::HasSubstr("\"response\":null"));
  // Nobody said that it is open.
  EXPECT_THAT(json, ::testing::HasSubstr("\"implementation\":\"open\","
                                         "\"implementation_recorded\":false"));
  EXPECT_THAT(RenderMarkdown(response),
              ::testing::HasSubstr("Implementation: not recorded"));
}

// Of a report within the scope and one outside, whose dates are `inside` and
// `outside`: how the entry tells of the other.
std::string NoteOfTheOther(const std::string& inside,
                           const std::string& outside) {
  Story story;
  for (auto& stored : story.holdings.recommendations) {
    stored.report_date.edtf = stored.report == story.first ? inside : outside;
  }
  std::erase_if(story.scope.included, [&](const scope::Disposition& one) {
    return one.id == story.again || one.id == story.pay;
  });
  const auto response =
      story.Compose({LinkOf(story.publish, story.again, Relation::kRestates)});
  return response.entries.at(0).evidence.at(0).note;
}

TEST(Compose, TellsWhichOfTwoReportsRestatesTheOtherByTheirDates) {
  EXPECT_EQ(NoteOfTheOther("2001-05-02", "2003"), "restated in");
  EXPECT_EQ(NoteOfTheOther("2001-05-02", "1999-11"), "asked for before in");
  EXPECT_EQ(NoteOfTheOther("2001-05-02", "2001"), "also asked for in");
  EXPECT_EQ(NoteOfTheOther("", "2001"), "also asked for in");
  Story story;
  for (auto& stored : story.holdings.recommendations) {
    stored.report_date.edtf = stored.report == story.first ? "2002" : "2000";
  }
  const Entry entry =
      story.Compose({LinkOf(story.publish, story.again, Relation::kRestates)})
          .entries[0];
  EXPECT_THAT(entry.relations, ::testing::Contains("restates"));
  const bool later_speaks = entry.members[0].id == story.publish.value;
  EXPECT_EQ(entry.relations_read[1], later_speaks ? "restated in" : "restates");
}

TEST(Compose, NumbersSourcesInTheOrderTheyAreQuoted) {
  Story story;
  const auto response = story.Compose({});
  ASSERT_EQ(response.sources.size(), 2u);
  EXPECT_EQ(response.sources[0].report, story.first);
  EXPECT_EQ(response.entries[2].members[0].source, 2);
}

// Two reports that are works; the second says things of the first.
struct Said : Story {
  Said() {
    holdings.Hold("w-first", "First", first);
    holdings.Hold("w-second", "Second", second);
  }

  void Say(const std::string& type, const std::string& subject,
           const std::string& object, int count = 0) {
    const std::string words =
        type + " " + subject + " " + object + " " + std::to_string(count) + ".";
    std::string& text = holdings.Report(second).document.text;
    text += " " + words;
    crossref::RelationEntry relation;
    relation.type = type;
    relation.subject = subject;
    relation.subject_work = {"w-second"};
    relation.object = object;
    relation.object_works = {{"w-first"}};
    relation.object_count = count;
    relation.quote = holdings.Quote(second, words);
    scope.relations.push_back(relation);
  }
};

TEST(Compose, PutsWhatIsSaidOfOneRecommendationToThatOneAlone) {
  Said story;
  story.Say("supersedes", "recommendation 2 of the second report",
            "recommendation 1 of the first report");
  const auto response = story.Compose({});
  ASSERT_EQ(response.entries.size(), 4u);
  const Entry& entry = response.entries[0];
  ASSERT_EQ(entry.evidence.size(), 1u);
  EXPECT_FALSE(entry.evidence[0].whole_set);
  EXPECT_EQ(entry.implementation, store::Implementation::kSuperseded);
  EXPECT_EQ(entry.implementation_by, "recommendation 2 of the second report");
  EXPECT_THAT(entry.implementation_by_entries, ::testing::ElementsAre(4));
  for (std::size_t other = 1; other < 4; ++other) {
    EXPECT_TRUE(response.entries[other].evidence.empty()) << other;
    EXPECT_EQ(response.entries[other].implementation,
              store::Implementation::kNotRecorded);
  }
  EXPECT_TRUE(Verify(response, story.holdings.View()));
}

// The first report has its own two recommendations in its extraction too; the
// second names numbers of theirs.
struct Named : Said {
  Named() {
    auto& items = holdings.Report(first).extraction.recommendations;
    for (const auto& stored : holdings.recommendations) {
      if (stored.report == first) items.push_back(stored.item);
    }
  }

  void Name(const std::string& sentence, const std::string& words,
            const std::string& numbers) {
    std::string& text = holdings.Report(second).document.text;
    document::Block block;
    block.span.begin = static_cast<std::uint32_t>(text.size() + 1);
    text += " " + sentence;
    block.span.end = static_cast<std::uint32_t>(text.size());
    holdings.Report(second).document.blocks.push_back(block);
    crossref::WorkMention mention;
    mention.quote = holdings.Quote(second, words);
    mention.recommendation = numbers;
    for (crossref::Work& work : holdings.crossref.works) {
      if (work.id.value == "w-first") work.cited_by.push_back(mention);
    }
  }
};

TEST(Compose, QuotesTheSentenceThatNamesOneOfSeveralNumbers) {
  Named story;
  story.Name("Keys were lost. Not done are recommendations 1 and 2 of First.",
             "recommendations 1 and 2 of First", "1 and 2");
  const auto response = story.Compose({});
  for (const std::size_t entry : {0U, 1U}) {
    ASSERT_EQ(response.entries[entry].evidence.size(), 1U);
    EXPECT_EQ(response.entries[entry].evidence[0].quote,
              "Not done are recommendations 1 and 2 of First.");
  }
  EXPECT_TRUE(response.entries[2].evidence.empty());
  EXPECT_TRUE(Verify(response, story.holdings.View()));
  // From the side of the entry it is named; it does not name.
  EXPECT_NE(RenderMarkdown(response).find("- named · "), std::string::npos);
}

TEST(Compose, DoesNotQuoteASentenceTwiceThatStatesARelation) {
  Named story;
  story.Say("supersedes", "recommendation 2 of the second report",
            "recommendation 1 of the first report");
  const std::string sentence = story.scope.relations[0].quote.text;
  crossref::WorkMention mention;
  mention.quote = story.holdings.Quote(story.second, sentence);
  mention.recommendation = "1";
  for (crossref::Work& work : story.holdings.crossref.works) {
    if (work.id.value == "w-first") work.cited_by.push_back(mention);
  }
  const auto response = story.Compose({});
  ASSERT_EQ(response.entries[0].evidence.size(), 1U);
  EXPECT_EQ(response.entries[0].evidence[0].note, "supersedes");
  EXPECT_NE(RenderMarkdown(response).find("- superseded · "),
            std::string::npos);
}

TEST(Compose, QuotesAStatedPositionAndLeavesTheAnswersOwnAwaited) {
  Story story;
  auto& item = story.holdings.recommendations[0].item;
  item.position.value = "rejected";
  item.position.printed = "Publish";
  item.position.span = story.holdings.Find(story.first, "Publish");
  const auto response = story.Compose({});
  const Entry& entry = response.entries[0];
  EXPECT_EQ(entry.position, store::Position::kAwaited);
  ASSERT_EQ(entry.reported.size(), 1U);
  EXPECT_EQ(entry.reported[0].position, "rejected");
  EXPECT_TRUE(entry.reported[0].latest);
  EXPECT_EQ(entry.reported[0].quote.quote, "Publish");
  EXPECT_TRUE(Verify(response, story.holdings.View()));
}

TEST(RenderMarkdown, NamesThoseBesideTheAddresseeOnly) {
  Story story;
  auto& owners = story.holdings.recommendations[0].item.owners;
  owners.resize(2);
  owners[0].name = "Force";  // "The force" is whom it is addressed to
  owners[1].name = "Coroner";
  const std::string text = RenderMarkdown(story.Compose({}));
  EXPECT_NE(
      text.find("Addressed to: The force  \nNamed: Coroner  \nPosition: "),
      std::string::npos)
      << text;
  const std::size_t begin = text.find("### Entry 1");
  const std::size_t end = text.find("### Entry 2");
  EXPECT_EQ(text.substr(begin, end - begin).find("\n\n\n"), std::string::npos)
      << "holes between the facts of an entry:\n"
      << text.substr(begin, end - begin);
}

TEST(RenderMarkdown, SetsApartWhatNothingSaysIsTheirs) {
  Story story;
  auto& included = story.scope.included;
  included.back().rule = std::string(scope::kNamesNobody);
  included.back().reason = "it names nobody";
  const auto response = story.Compose({});
  const std::string text = RenderMarkdown(response);
  const std::size_t heading =
      text.find("## Nothing says that these are theirs to answer");
  ASSERT_NE(heading, std::string::npos);
  EXPECT_LT(text.find("### Entry 3"), heading);
  EXPECT_LT(heading, text.find("### Entry 4"));
  EXPECT_THAT(text.substr(heading),
              ::testing::HasSubstr("Whose: it names nobody  \n"));
  EXPECT_THAT(RenderJson(response, 0),
              ::testing::HasSubstr("\"unassigned\":\"it names nobody\""));
  // Answered together with one that is theirs, it is theirs.
  const auto together =
      story.Compose({LinkOf(story.again, story.pay, Relation::kIdentical)});
  for (const Entry& entry : together.entries) EXPECT_EQ(entry.unassigned, "");
}

TEST(RenderMarkdown, CallsThoseWhoHaveToActOwnersWhereNobodyIsAsked) {
  Story story;
  auto& owners = story.holdings.recommendations[1].item.owners;
  owners.resize(1);
  owners[0].name = "Harbour Master";
  EXPECT_THAT(RenderMarkdown(story.Compose({})),
              ::testing::HasSubstr("\nOwners: Harbour Master  \nPosition: "));
}

TEST(Compose, SaysOfTheWholeSetOnceWhatIsSaidOfAll) {
  Said story;
  story.Say("re-affirms", "", "the 2 recommendations of the first report", 2);
  const auto response = story.Compose({});
  ASSERT_EQ(response.relations.size(), 1u);
  EXPECT_EQ(response.relations[0].reach, Reach::kWholeSet);
  EXPECT_THAT(response.relations[0].entries, ::testing::ElementsAre(1, 2));
  EXPECT_TRUE(response.entries[0].evidence[0].whole_set);
  EXPECT_TRUE(response.entries[2].evidence.empty());
  const std::string text = RenderMarkdown(response);
  const std::string words = response.relations[0].quote.quote;
  EXPECT_EQ(text.find(words), text.rfind(words)) << "quoted once";
  EXPECT_NE(text.find("entries 1, 2"), std::string::npos) << text;
}

TEST(Compose, PutsNothingToEntriesWhereTheTextDoesNotSayWhichAreMeant) {
  Said story;
  story.Say("re-affirms", "", "one of them", 1);
  story.holdings.Hold("w-third", "Third", {});
  story.scope.relations[0].object_works.push_back({"w-third"});
  story.Say("supersedes", "", "The recommendation that staff be trained");
  story.Say("supersedes", "", "recommendation 9 of the first report");
  const auto response = story.Compose({});
  ASSERT_EQ(response.relations.size(), 3u);
  for (const StatedRelation& relation : response.relations) {
    EXPECT_TRUE(relation.entries.empty()) << relation.object;
    EXPECT_NE(relation.reach, Reach::kWholeSet) << relation.object;
  }
}

TEST(Compose, LeadsEveryQuotationToItsPlace) {
  Story story;
  document::Document& page = story.holdings.Report(story.first).document;
  page.media_type = "text/html";
  page.blocks = {{.kind = document::BlockKind::kParagraph,
                  .span = {0, 15},
                  .fragment = "para-1"},
                 {.kind = document::BlockKind::kParagraph, .span = {16, 32}}};
  story.holdings.recommendations[1].item.locator = "";
  const auto response = story.Compose({});
  const SourceQuote& train = response.entries[1].members[0];
  EXPECT_EQ(train.locator, "opening, paragraph 2, rec 2");
  EXPECT_EQ(train.address,
            "http://www.northmarch-pa.example/First#para-1:~:text="
            "Train%20the%20staff");
  EXPECT_NE(RenderHtml(response).find("href=\"" + train.address + "\""),
            std::string::npos);
  EXPECT_NE(RenderMarkdown(response).find("<" + train.address + ">"),
            std::string::npos);
  const std::string body = RenderHtmlBody(response, "/recs/", "/reports/");
  EXPECT_NE(body.find("/reports/" + story.first.value + "?at=16-32#hit"),
            std::string::npos);
}

TEST(Compose, MarksADateThatTheArchiveContradicts) {
  Story story;
  story.holdings.Hold("w-first", "First", story.first);
  story.holdings.Report(story.first).extraction.header.date.printed =
      "1 May 1998";
  story.holdings.crossref.conflicts.push_back(
      {"c-1", "two dates for one work", "First", "1998-05-01", "1999",
       story.holdings.Quote(story.first, "Publish a plan."),
       story.holdings.Quote(story.second, "The plan should be published."),
       "1 May 1998", "1999"});
  const auto response = story.Compose({});
  ASSERT_EQ(response.sources[0].other_dates.size(), 2u);
  EXPECT_EQ(response.sources[0].other_dates[1].value, "1999");
  EXPECT_EQ(response.sources[0].other_dates[1].quote.source, 2);
  EXPECT_TRUE(response.sources[1].other_dates.empty());
  const std::string text = RenderMarkdown(response);
  EXPECT_NE(text.find("its date is in conflict"), std::string::npos) << text;
}

TEST(Compose, TellsTheConflictsOfTheWorksAndEntriesItAnswers) {
  Story story;
  story.holdings.Hold("w-first", "First", story.first);
  const auto quote = story.holdings.Quote(story.first, "Publish a plan.");
  const auto other =
      story.holdings.Quote(story.second, "The plan should be published.");
  const auto conflict = [&](const std::string& rule, const std::string& subject,
                            const crossref::Quote& a) {
    return crossref::Conflict{"c-1", rule,  subject,  "5 of 8", "3 of 8",
                              a,     other, "5 of 8", "3 of 8"};
  };
  const crossref::Quote elsewhere{{"r9"}, "", "para 1", {0, 5}, "Pay it."};
  story.holdings.crossref.conflicts = {
      conflict("fewer carried out later", "First: recommendations carried out",
               elsewhere),
      conflict("fewer carried out later",
               "Firstly Said: recommendations carried out", elsewhere),
      conflict("two dates for one work", "First", elsewhere)};
  story.holdings.crossref.conflicts[1].b = elsewhere;
  const auto response = response::Compose(
      story.scope, story.holdings.View(), {}, {}, {}, {},
      {conflict("two due dates for one thing", "Publish a plan.", quote)});
  ASSERT_EQ(response.conflicts.size(), 2u);
  EXPECT_EQ(response.conflicts[0].subject,
            "First: recommendations carried out");
  EXPECT_EQ(response.conflicts[0].says_b, "3 of 8");
  EXPECT_EQ(response.conflicts[1].rule, "two due dates for one thing");
  EXPECT_FALSE(response.conflicts[1].entries.empty());
  const std::string text = RenderMarkdown(response);
  EXPECT_NE(text.find("## Told in two ways"), std::string::npos) << text;
}

TEST(RenderMarkdown, NamesAPartThatIsOnlyANumber) {
  Story story;
  scope::NotHeld row{.title = "Third", .stated = 4, .reason = "said so"};
  row.partition.push_back({{}, 4, "", "addressed through others"});
  story.scope.not_held.push_back(row);
  const std::string text = RenderMarkdown(story.Compose({}));
  EXPECT_NE(text.find("4 addressed through others"), std::string::npos) << text;
}

TEST(LabelsNamed, ReadsTheNumbersOfSingleRecommendations) {
  struct Case {
    const char* words;
    std::vector<std::string> labels;
  };
  const Case kCases[] = {
      {"recommendation 16 of the first report", {"16"}},
      {"recommendations 3, 5 and 7 to 9", {"3", "5", "7", "8", "9"}},
      {"Recommendations 1-3 of 1998", {"1", "2", "3"}},
      {"recs 4 & 6", {"4", "6"}},
      {"Recommendation 12(b)", {"12(b)"}},
      {"Recommendation G", {"G"}},
      {"Recommendations B, C and D", {"B", "C", "D"}},
      {"the sixth recommendation of A First Look", {"6"}},
      {"its thirty-ninth recommendation", {"39"}},
      {"the 2nd recommendation", {"2"}},
      {"13", {"13"}},
      {"the 20 recommendations of the first report", {}},
      {"the recommendation that the line be answered", {}},
      {"Recommendation A new store", {}},
      {"the guidance of 1998", {}},
      {"A First Look", {}},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(LabelsNamed(one.words), one.labels) << one.words;
  }
}

TEST(Verify, RefusesAnEntryWhoseQuotationIsNotInItsSource) {
  Story story;
  auto response = story.Compose({});
  response.entries[0].members[0].quote = "Publish two plans.";
  EXPECT_FALSE(Verify(response, story.holdings.View()));
}

TEST(Verify, RefusesAnIncludedRecommendationThatNoEntryCovers) {
  Story story;
  auto response = story.Compose({});
  response.coverage.pop_back();
  EXPECT_FALSE(Verify(response, story.holdings.View()));
}

TEST(RenderHtml, ShowsHostileWordsAsWords) {
  Story story;
  const ReportId hostile = story.holdings.AddReport(
      "<script>alert(1)</script>", "Do <img src=x onerror=alert(2)> it.");
  story.holdings.Report(hostile).uri = "javascript:alert(3)";
  const RecommendationId id = story.holdings.AddRecommendation(
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
      story.holdings.AddReport("*Bold* | title", "Use [this](x) `now`.");
  const RecommendationId id =
      story.holdings.AddRecommendation(report, "Use [this](x) `now`.");
  story.scope.included.push_back({id, "include.of-source", "x", "", {}});
  const std::string text = RenderMarkdown(story.Compose({}));
  EXPECT_NE(text.find("\\*Bold\\* \\| title"), std::string::npos) << text;
  EXPECT_NE(text.find("\\[this\\](x) \\`now\\`"), std::string::npos);
}

TEST(RenderMarkdown, SaysWhenNothingIsHeld) {
  Story story;
  story.scope.included.clear();
  EXPECT_NE(
      RenderMarkdown(story.Compose({})).find("The sources recommend nothing."),
      std::string::npos);
  story.scope.excluded.push_back(
      {story.pay, "exclude.commitment", "a promise", "", {}});
  EXPECT_NE(
      RenderMarkdown(story.Compose({})).find("listed under what is left out"),
      std::string::npos);
  story.scope.not_held.push_back(
      {.title = "A Third Look", .stated = 4, .reason = "not held"});
  EXPECT_NE(RenderMarkdown(story.Compose({})).find("what is missing is listed"),
            std::string::npos);
}

}  // namespace
}  // namespace concord::response
