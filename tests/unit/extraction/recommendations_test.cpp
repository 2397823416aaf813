#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "extraction/recommendations/parts.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;
using concord::testing::OneLine;
using concord::testing::WithFrontMatter;

std::string Show(const std::vector<Recommendation>& items) {
  std::string shown;
  for (const Recommendation& item : items) {
    if (!shown.empty()) shown += "\n";
    if (!item.label.empty()) shown += item.label + " ";
    shown += "[" + item.addressee + "] " + OneLine(item.text);
  }
  return shown;
}

Extraction ExtractedFrom(const document::Document& document) {
  return Extract(document);
}

TEST(RecommendationRules, EveryRuleFindsWhatItsExamplesSay) {
  for (const RecommendationRule* rule : AllRecommendationRules()) {
    ASSERT_FALSE(rule->examples.empty()) << rule->name;
    for (const Example& example : rule->examples) {
      const auto document = DecodedPage(WithFrontMatter(example.page));
      const Reading reading = Read(document, example.kind, std::nullopt);
      EXPECT_EQ(Show(rule->find(reading)), example.yields)
          << rule->name << "\n"
          << document::Dump(document);
    }
  }
}

TEST(RecommendationRules, HaveNamesOfTheirOwnAndAConfidence) {
  std::vector<std::string_view> names;
  for (const RecommendationRule* rule : AllRecommendationRules()) {
    EXPECT_EQ(std::count(names.begin(), names.end(), rule->name), 0);
    names.push_back(rule->name);
    EXPECT_GT(rule->confidence, 0.5) << rule->name;
    EXPECT_LT(rule->confidence, 1.0) << rule->name;
  }
}

constexpr std::string_view kHead =
    "The plan\n\nReport: 05\nDate: 20 May 2004\nBy: Clerk\n\n";

// Each as "kind text", one a line.
std::string Kinds(const std::string& page) {
  std::string shown;
  for (const Recommendation& item :
       ExtractedFrom(DecodedPage(page)).recommendations) {
    shown += item.kind == RecommendationKind::kDecision     ? "decision "
             : item.kind == RecommendationKind::kCommitment ? "commitment "
                                                            : "asks ";
    shown += item.text + "\n";
  }
  return shown;
}

TEST(FindRecommendations, LeavesOutWhatBecameOfThem) {
  EXPECT_EQ(
      Kinds(std::string(kHead) +
            "B. Supporting information\n\n1. Rec 5 - The Clerk should "
            "count the keys. It was agreed at once. Nothing has been "
            "done.\n\n2. Rec 6 - Locks should be changed. The Board might "
            "begin with the gate.\n"),
      "asks The Clerk should count the keys.\n"
      "asks Locks should be changed. The Board might begin with the "
      "gate.\n");
}

TEST(FindRecommendations, LeavesOutWhatTheAuthorsBelieve) {
  const auto asked = [](const std::string& behind) {
    return Kinds(
        "The Ostley Inquiry\n\nKeys were lost.\n\nRecommendations\n\n"
        "1. It is recommended that keys be counted. " +
        behind + "\n\n2. It is recommended that locks be changed.\n");
  };
  const std::string cut =
      "asks It is recommended that keys be counted.\n"
      "asks It is recommended that locks be changed.\n";
  EXPECT_EQ(asked("We believe that this would cost little."), cut);
  EXPECT_EQ(asked("In our view this would be the end of the matter."), cut);
  EXPECT_EQ(asked("We believe that the Clerk should do so. He should begin in "
                  "May."),
            "asks It is recommended that keys be counted. We believe that the "
            "Clerk should do so. He should begin in May.\n"
            "asks It is recommended that locks be changed.\n");
}

TEST(FindRecommendations, HearsThePromisesInAnswersBesideThem) {
  EXPECT_EQ(
      Kinds("<h1>The keys</h1><p>Report: 05</p><p>Date: 20 May 2004</p><p>By: "
            "Clerk</p><p>What we would answer.</p><table><tr><th>Dr Ash "
            "recommends</th><th>Our answer</th></tr><tr><td>(A) that keys be "
            "counted</td><td>Agreed: the Clerk will count them by May 2005."
            "</td></tr><tr><td>(B) that locks be changed</td><td>No.</td></tr>"
            "</table>"),
      "asks that keys be counted\n"
      "commitment the Clerk will count them by May 2005.\n"
      "asks that locks be changed\n");
}

TEST(FindRecommendations, TellsWhatAPanelAsksOfOthersFromDecisions) {
  const std::string front = "\n\nReport: 05\nDate: 20 May 2004\nBy: ";
  const std::string section =
      "A. Recommendations\n\n1. That the Keys Trust change its locks.\n\n"
      "2. That members note the cost.\n\nB. Supporting information\n\n1. "
      "Keys.\n";
  EXPECT_EQ(Kinds("The plan" + front + "Keys Scrutiny Panel\n\n" + section),
            "asks That the Keys Trust change its locks.\n"
            "decision That members note the cost.\n");
  EXPECT_EQ(Kinds("The plan" + front + "Clerk\n\n" + section),
            "decision That the Keys Trust change its locks.\n"
            "decision That members note the cost.\n");
  EXPECT_EQ(Kinds("The plan" + front +
                  "Clerk\n\nA. Recommendations\n\n1. The Keys Trust should "
                  "change its locks.\n\n2. Every store must have a box.\n\n"
                  "B. Supporting information\n\n1. Keys.\n"),
            "asks The Keys Trust should change its locks.\n"
            "asks Every store must have a box.\n");
}

TEST(FindRecommendations, TakesOneRequestPrintedTwiceOnce) {
  const auto document =
      DecodedPage(std::string(kHead) +
                  "Summary\n\nMembers are asked to note the plan.\n\n"
                  "A. Recommendation\n\nMembers are asked to note the plan.\n\n"
                  "B. Supporting information\n\n1. Keys.\n\n"
                  "C. Recommendation\n\nMembers are asked to note the plan.\n");
  EXPECT_EQ(ExtractedFrom(document).recommendations.size(), 1u);
}

TEST(FindRecommendations, GivesNumbersInsideANumberTheirParent) {
  const auto document = DecodedPage(
      std::string(kHead) +
      "A. Recommendation\n\nThat\n\n  1. The NPA note what is said on:\n"
      "    1. Counting keys\n    2. Marking keys\n\n"
      "B. Supporting information\n");
  const auto items = ExtractedFrom(document).recommendations;
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0].label, "1");
  EXPECT_EQ(items[1].label, "1.1");
  EXPECT_EQ(items[1].parent, 0);
  EXPECT_EQ(items[2].label, "1.2");
  EXPECT_EQ(items[2].addressee, "The NPA");
}

TEST(FindRecommendations, NamesPartnersAndTheClassWithItsCount) {
  const auto document = DecodedPage(
      std::string(kHead) +
      "A. Recommendation\n\nThat members note it.\n\n"
      "B. Supporting information\n\n1. Each of our 96 operational units will "
      "be required to draw up a plan in consultation with the Estates "
      "Department.\n");
  const auto items = ExtractedFrom(document).recommendations;
  ASSERT_EQ(items.size(), 2u);
  ASSERT_EQ(items[1].owners.size(), 2u);
  EXPECT_EQ(items[1].owners[0].kind, OwnerKind::kClass);
  EXPECT_EQ(items[1].owners[0].count, 96);
  EXPECT_EQ(items[1].owners[1].name, "Estates Department");
  EXPECT_EQ(items[1].owners[1].role, "consulted");
}

TEST(FindRecommendations, FindsNoneInMinutesAgendasAndPress) {
  for (const std::string_view page :
       {"Minutes\n\nMinutes of the Estates Board held on 2 May 2001.\n\n"
        "1. Keys\n\nResolved – That the Clerk should count keys.\n",
        "Agenda\n\n1. Keys\n\nTo resolve that the keys be counted.\n",
        "This page contains press release 23/03.\n\nNew keys\n\n23/03\n"
        "16 July 2003\n\nThe Clerk said: “We will make recommendations as we "
        "think fit.”\n"}) {
    const auto document = DecodedPage(page);
    EXPECT_TRUE(ExtractedFrom(document).recommendations.empty()) << page;
  }
}

// The heading alone does not make a paper of it: what a committee has to decide
// stands under it, or what others are to do.
TEST(FindRecommendations, TellsOwnRequestsFromDecisionsUnderOneHeading) {
  const struct {
    std::string_view items;
    RecommendationKind kind;
  } cases[] = {
      {"1. Count the keys.\n\n2. Change the locks by May.\n\n3. Publish a "
       "register of keys.\n",
       RecommendationKind::kRecommendation},
      {"R1 That the store count its keys.\n\nR2 That the wardens change the "
       "locks.\n\nR3 That a register of keys be kept.\n",
       RecommendationKind::kRecommendation},
      {"1. That the keys be counted.\n\n2. That the report be noted.\n\n3. "
       "That the Clerk publish a register.\n",
       RecommendationKind::kDecision},
      {"1. Note the loss.\n\n2. Agree that locks be changed.\n\n3. Publish "
       "a register.\n",
       RecommendationKind::kDecision},
  };
  for (const auto& one : cases) {
    const auto document = DecodedPage(
        "Keeping Keys\n\nIntroduction\n\nWe looked at forty stores and spoke "
        "to those who keep their keys, and some of them were kept "
        "badly.\n\nRecommendations\n\n" +
        std::string(one.items) + "\nThanks\n\nWe thank the keepers.\n");
    const auto items = ExtractedFrom(document).recommendations;
    EXPECT_EQ(items.size(), 3u) << one.items;
    for (const Recommendation& item : items) {
      EXPECT_EQ(item.kind, one.kind) << item.text;
    }
  }
}

TEST(AskedIn, TellsTheOneAskedFromTheThing) {
  const struct {
    std::string_view sentence;
    std::string_view asked;
  } kCases[] = {
      {"Forces should count keys.", "Forces"},
      {"For so long as it lasts, the chief constable should chair it.",
       "the chief constable"},
      {"The Association of Senior Police Officers (ASPO) should issue it.",
       "The Association of Senior Police Officers"},
      {"In its report to Parliament, the Keys Office should say so.",
       "the Keys Office"},
      {"There should be appointed in each basic command unit a keeper.",
       "each basic command unit"},
      {"Keys should be counted by the Head of Estates each year.",
       "the Head of Estates"},
      {"Ofcom and the Government should work on it.",
       "Ofcom and the Government"},
      {"Would the Treasurer please see to it that they are paid?",
       "the Treasurer"},
      {"It would be a kindness if the Estates Unit were to shut the doors.",
       "the Estates Unit"},
      {"Two locks are to be fitted: the Clerk to see to it by May.",
       "the Clerk"},
      {"Keys should be counted.", ""},
      {"Consideration should be given to keys.", ""},
      {"It should be open to any member to object.", ""},
      {"Membership of the body should be open to all.", ""},
  };
  for (const auto& one : kCases) {
    const auto asked = AskedIn(one.sentence, WholeOf(one.sentence));
    EXPECT_EQ(asked ? Slice(one.sentence, asked->span) : "", one.asked)
        << one.sentence;
  }
}

}  // namespace
}  // namespace concord::extraction
