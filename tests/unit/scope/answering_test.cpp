#include "scope/answering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scope/comparable.h"
#include "tests/support/small_holdings.h"

namespace concord::scope {
namespace {

using extraction::OwnerKind;
using extraction::OwnerMention;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::SmallHoldings;

TEST(SortOf, AcceptsAndRefusesAsItsRowsSay) {
  for (const SortRule& rule : SortRules()) {
    ASSERT_FALSE(rule.accepts.empty() || rule.refuses.empty());
    for (const std::string_view name : rule.accepts) {
      EXPECT_EQ(SortOf(Comparable(name)), rule.sort) << name;
    }
    for (const std::string_view name : rule.refuses) {
      EXPECT_NE(SortOf(Comparable(name)), rule.sort) << name;
    }
  }
}

// A constabulary with a name, an acronym and a paper that its head presents.
struct Town {
  Town() {
    crossref::Body force{.id = {"b-saltmere"}, .name = "Saltmere Constabulary"};
    force.aliases.push_back({.printed = "SC"});
    holdings.crossref.bodies.push_back(force);
    paper = holdings.AddReport("Bells", "Bells should be hung.");
    holdings.Report(paper).extraction.header.by.printed =
        "Director of Bells on behalf of the Chief Constable";
    OwnerMention author;
    author.unit = "Bell Office";
    holdings.Report(paper).extraction.header.authors = {author};
    bells = holdings.AddRecommendation(paper, "Bells should be hung.");
  }

  Answerer Judge(const std::string& addressee, OwnerKind kind,
                 const std::string& body = "SC") {
    auto& item = holdings.recommendations.back().item;
    item.addressee = addressee;
    item.owners = {{{}, addressee, kind}};
    return AnsweringBody::Named(body, holdings.View())
        .Judge(holdings.recommendations.back());
  }
  Answerer JudgeOwner(const std::string& owner, OwnerKind kind) {
    auto& item = holdings.recommendations.back().item;
    item.addressee.clear();
    item.owners = {{{}, owner, kind}};
    item.owners.back().role = "owner";
    return AnsweringBody::Named("SC", holdings.View())
        .Judge(holdings.recommendations.back());
  }

  SmallHoldings holdings;
  ReportId paper;
  RecommendationId bells;
};

TEST(AnsweringBody, HasThePostsOfItsSort) {
  Town town;
  for (const char* post :
       {"the Chief Constable", "the Chief Constable of Saltmere",
        "the officer in charge of the case", "Superintendent (Crime)"}) {
    EXPECT_EQ(town.Judge(post, OwnerKind::kPost), Answerer::kOurs) << post;
  }
  for (const char* post :
       {"the Chief Constable of Eastmere", "the Chief Fire Officer",
        "the Home Secretary", "HM Inspector", "the Clerk to the Authority",
        "the Coroner"}) {
    EXPECT_EQ(town.Judge(post, OwnerKind::kPost), Answerer::kOthers) << post;
  }
}

TEST(AnsweringBody, HasThePostsThatItsPapersSayAreIts) {
  Town town;
  EXPECT_EQ(town.Judge("the Director of Bells", OwnerKind::kPost),
            Answerer::kOurs);
  EXPECT_EQ(town.Judge("the Bell Office", OwnerKind::kBody), Answerer::kOurs);
  EXPECT_EQ(town.Judge("the Director of Drums", OwnerKind::kPost),
            Answerer::kOthers);
  crossref::Body post{.id = {"b-drums"},
                      .name = "Director of Drums of the Constabulary",
                      .kind = OwnerKind::kPost};
  town.holdings.crossref.bodies.push_back(post);
  EXPECT_EQ(town.Judge("the Director of Drums", OwnerKind::kPost, "SC"),
            Answerer::kOurs)
      << "“the Constabulary” is how everybody calls it";
  town.holdings.crossref.bodies.back().name = "Director of Drums, SC";
  EXPECT_EQ(town.Judge("the Director of Drums", OwnerKind::kPost),
            Answerer::kOurs);
  // A paper of two presenters does not say whose its author is.
  town.holdings.Report(town.paper).extraction.header.by.printed =
      "Treasurer and Chief Constable";
  EXPECT_EQ(town.Judge("the Bell Office", OwnerKind::kBody), Answerer::kOthers);
}

TEST(AnsweringBody, BelongsToAClassOfItsSortOnly) {
  Town town;
  for (const char* name : {"all forces", "officers", "each department"}) {
    EXPECT_EQ(town.Judge(name, OwnerKind::kClass), Answerer::kOurs) << name;
  }
  for (const char* name : {"courts", "every council", "police authorities"}) {
    EXPECT_EQ(town.Judge(name, OwnerKind::kClass), Answerer::kOthers) << name;
  }
}

TEST(AnsweringBody, TakesTheOwnerOfATableForTheAddressee) {
  Town town;
  EXPECT_EQ(town.JudgeOwner("Police Authority", OwnerKind::kBody),
            Answerer::kOthers);
  EXPECT_EQ(town.JudgeOwner("Chief Constable", OwnerKind::kPost),
            Answerer::kOurs);
  EXPECT_EQ(town.JudgeOwner("Home Secretary", OwnerKind::kPost),
            Answerer::kOthers);
  EXPECT_EQ(town.JudgeOwner("Head of Drums", OwnerKind::kPost),
            Answerer::kNotSaid)
      << "nothing says whose post it is";
  EXPECT_EQ(town.JudgeOwner("DCC (Bells)", OwnerKind::kBody), Answerer::kOurs);
  EXPECT_EQ(town.JudgeOwner("J. Tarn", OwnerKind::kPerson), Answerer::kNotSaid);
  EXPECT_EQ(town.JudgeOwner("Sergeant J. Tarn", OwnerKind::kPerson),
            Answerer::kOurs);
  EXPECT_EQ(town.JudgeOwner("ferry crews", OwnerKind::kClass),
            Answerer::kNotSaid);
}

TEST(AnsweringBody, KnowsThePostsOfBodiesOfAnotherSort) {
  Town town;
  const std::string authority = "Saltmere Police Authority";
  crossref::Body body{.id = {"b-authority"}, .name = authority};
  body.aliases.push_back({.printed = "Police Authority"});
  town.holdings.crossref.bodies.push_back(body);
  const auto judge = [&](const std::vector<std::string>& owners) {
    auto& item = town.holdings.recommendations.back().item;
    item.addressee.clear();
    item.owners.clear();
    for (const std::string& name : owners) {
      item.owners.push_back({{}, name, OwnerKind::kPost});
      item.owners.back().role = "owner";
    }
    return AnsweringBody::Named(authority, town.holdings.View())
        .Judge(town.holdings.recommendations.back());
  };
  // The paper is the Chief Constable's, and so is its author's office.
  EXPECT_EQ(judge({"Bell Office"}), Answerer::kOthers);
  EXPECT_EQ(judge({"Director of Bells"}), Answerer::kOthers);
  EXPECT_EQ(judge({"Director of Drums"}), Answerer::kNotSaid);
  // One of ours is enough, wherever it stands; one unknown leaves it open.
  EXPECT_EQ(judge({"Bell Office", "Director of Drums"}), Answerer::kNotSaid);
  EXPECT_EQ(judge({"Director of Drums", "Clerk to the Police Authority"}),
            Answerer::kOurs);
  EXPECT_EQ(judge({"Bell Office", "Chief Constable"}), Answerer::kOthers);
}

TEST(AnsweringBody, OfAMinistryHasItsOwnMinisterOnly) {
  Town town;
  for (const char* name : {"Ministry of Bells", "Home Office"}) {
    crossref::Body body{.id = {std::string("b-") + name}, .name = name};
    town.holdings.crossref.bodies.push_back(body);
  }
  const std::string bells = "Ministry of Bells";
  for (const char* post :
       {"the Secretary of State for Bells", "the Minister for Bells",
        "the Secretary of State"}) {
    EXPECT_EQ(town.Judge(post, OwnerKind::kPost, bells), Answerer::kOurs)
        << post;
  }
  EXPECT_EQ(town.Judge("the Home Secretary", OwnerKind::kPost, bells),
            Answerer::kOthers);
  EXPECT_EQ(town.Judge("the Home Secretary", OwnerKind::kPost, "Home Office"),
            Answerer::kOurs);
}

TEST(AnsweringBody, OfOversightHasNoPostOfAnother) {
  Town town;
  crossref::Body authority{.id = {"b-authority"},
                           .name = "Saltmere Police Authority"};
  town.holdings.crossref.bodies.push_back(authority);
  EXPECT_EQ(town.Judge("the District Auditor", OwnerKind::kPost,
                       "Saltmere Police Authority"),
            Answerer::kOthers);
}

TEST(AnsweringBody, IsAskedWithAnother) {
  Town town;
  EXPECT_EQ(town.Judge("the Prosecution Service and the Constabulary",
                       OwnerKind::kBody),
            Answerer::kOurs);
  EXPECT_EQ(
      town.Judge("the Prosecution Service and the Coroner", OwnerKind::kBody),
      Answerer::kOthers);
}

TEST(AnsweringBody, IsNotNamedByTheLastWordOfAnother) {
  Town town;
  crossref::Body authority{.id = {"b-authority"},
                           .name = "Saltmere Police Authority"};
  authority.aliases.push_back({.printed = "the Authority"});
  town.holdings.crossref.bodies.push_back(authority);
  const std::string name = "Saltmere Police Authority";
  EXPECT_EQ(town.Judge("the Authority", OwnerKind::kBody, name),
            Answerer::kOurs);
  EXPECT_EQ(town.Judge("the housing authorities", OwnerKind::kBody, name),
            Answerer::kOthers);
  EXPECT_EQ(town.Judge("the Chief Constable", OwnerKind::kPost, name),
            Answerer::kOthers);
}

// --- Against what a text states

struct Split {
  Split() {
    report = holdings.AddReport(
        "Gates", "The force should mend gates. The Authority should pay.");
    gates = holdings.AddRecommendation(report, "The force should mend gates.",
                                       "the Constabulary");
    pay = holdings.AddRecommendation(report, "The Authority should pay.",
                                     "the Authority");
    holdings.Hold("w-gates", "Gates", report);
    holdings.State("w-gates", 2, 2, report, "The force should mend gates.");
    crossref::Body force{.id = {"b-saltmere"}, .name = "Saltmere Constabulary"};
    holdings.crossref.bodies.push_back(force);
  }
  Scope For(std::int32_t ours, std::int32_t others) {
    holdings.crossref.counts[0].partition = {
        {{}, ours, "for the Constabulary", ""},
        {{}, others, "for the Authority", ""}};
    return Select({.name = "gates",
                   .works = {{"w-gates"}},
                   .answering_body = "Saltmere Constabulary"},
                  holdings.View());
  }
  SmallHoldings holdings;
  ReportId report;
  RecommendationId gates, pay;
};

TEST(Select, HoldsTheStatedSplitAgainstItsOwn) {
  Split split;
  Scope scope = split.For(1, 1);
  EXPECT_THAT(scope.notes, IsEmpty());
  EXPECT_EQ(scope.reconciliation[0].verdict, "reconciled");
  scope = split.For(2, 0);
  EXPECT_EQ(scope.reconciliation[0].verdict,
            "reconciled; the stated split differs");
  EXPECT_THAT(scope.notes,
              ElementsAre(HasSubstr("2 for the Constabulary + 0 for the "
                                    "Authority; here 1 are for")));
}

TEST(Select, SaysWhichAreAskedOfSeveralWhereTheSplitDiffers) {
  Split split;
  const RecommendationId both = split.holdings.AddRecommendation(
      split.report, "The force should mend gates.",
      "the Authority and the Constabulary");
  split.holdings.crossref.counts[0].stated = 3;
  split.holdings.crossref.counts[0].held = 3;
  const Scope scope = split.For(3, 0);
  EXPECT_THAT(
      scope.notes,
      ElementsAre(HasSubstr(
          "(asked of it together with another body: " + both.value + ")")));
}

TEST(Select, SaysWhoseOtherRecommendationsAreLeftOut) {
  Split split;
  // In a source of which the paper states that some are for others, the
  // Authority is left out; of another source nothing is stated.
  const ReportId other =
      split.holdings.AddReport("Fences", "The Authority should mend fences.");
  const RecommendationId fences = split.holdings.AddRecommendation(
      other, "The Authority should mend fences.", "the Authority");
  split.holdings.Hold("w-fences", "Fences", other);
  split.holdings.crossref.counts[0].partition = {
      {{}, 1, "for the Constabulary", ""}, {{}, 1, "for other bodies", ""}};
  const ReportId paper =
      split.holdings.AddReport("Answer", "One response will cover both.");
  split.holdings.Report(paper).extraction.header.by.printed =
      "the Constabulary";
  crossref::RelationEntry relation;
  relation.type = "responds-to";
  relation.object_works = {{"w-gates"}, {"w-fences"}};
  relation.quote = split.holdings.Quote(paper, "One response will cover both.");
  split.holdings.crossref.relations.push_back(relation);
  const Scope scope =
      Select({.name = "both", .as_stated_in = paper}, split.holdings.View());
  ASSERT_THAT(scope.notes, ::testing::SizeIs(1));
  EXPECT_THAT(scope.notes[0],
              HasSubstr("1 included recommendation is addressed to bodies "
                        "whose other recommendations are left out (the "
                        "Authority: " +
                        fences.value + ")"));
}

}  // namespace
}  // namespace concord::scope
