// What is filled in around a recommendation: parts, cites, position, and lists
// told by their labels.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "concord/extraction/forms.h"
#include "extraction/recommendations/list_items.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;
using concord::testing::OneLine;

std::vector<Recommendation> Found(std::string_view page) {
  const auto document = DecodedPage(page);
  const Extraction extraction = Extract(document);
  const auto verified = Verify(extraction, document);
  EXPECT_TRUE(verified) << verified.error().message();
  return extraction.recommendations;
}

std::string Labels(const Recommendation& item) {
  std::string labels;
  for (const RecommendationPart& part : item.parts) {
    labels += part.label + "=" + OneLine(part.printed) + "|";
  }
  return labels;
}

constexpr std::string_view kFront =
    "Keeping Keys\n\nReport of the inspection of keys by the panel\n\n"
    "Published: 4 May 2001\n\n";

TEST(Own, RecommendationsAreNotCitedByTheirOwnLabels) {
  const auto document =
      DecodedPage(std::string(kFront) +
                  "Keys were lost (see Recommendation 2).\n\nRecommendation 1 "
                  "[2.3]. The Clerk should count the keys.\n\n"
                  "Recommendation 2 [2.4]. The Board should name a keeper.\n\n"
                  "Recommendation 3 [2.5]. Locks must be changed.\n");
  const Extraction extraction = Extract(document);
  ASSERT_EQ(extraction.recommendations.size(), 3u);
  for (const Citation& one : extraction.citations) {
    EXPECT_EQ(one.recommendation, "") << one.printed;
  }
}

TEST(Plan, CellsOfDatesAreReadWhole) {
  const auto items = Found(
      "<h1>Keys</h1><p>The plan.</p><table><tr><th>No.</th><th>Action</th><th>"
      "Who</th><th>Time</th></tr><tr><td>1</td><td>Count the keys</td><td>Clerk"
      "</td><td>At each visit</td></tr><tr><td>2</td><td>Change the locks</td>"
      "<td>Clerk</td><td>2 May 2003 (was 1 July 2002)</td></tr><tr><td>3</td>"
      "<td>Buy a box</td><td>Clerk</td><td>tba</td></tr></table>");
  ASSERT_EQ(items.size(), 3u);
  ASSERT_EQ(items[0].due.size(), 1u);
  EXPECT_EQ(items[0].due[0].printed, "At each visit");
  EXPECT_EQ(items[0].due[0].edtf, "");
  ASSERT_EQ(items[1].due.size(), 1u);
  EXPECT_EQ(items[1].due[0].edtf, "2003-05-02");
  EXPECT_TRUE(items[2].due.empty());
}

TEST(Plan, AColumnMaySayForWhenItIsPlanned) {
  const auto items = Found(
      "<h1>Keys</h1><p>25 September 2001</p><table><tr><th>No</th><th>"
      "Recommendation</th><th>Planned for</th></tr><tr><td>1</td><td>Count the "
      "keys</td><td>2002/03</td></tr><tr><td>2</td><td>Change the locks</td>"
      "<td>-</td></tr></table>");
  ASSERT_EQ(items.size(), 2u);
  ASSERT_EQ(items[0].due.size(), 1u);
  EXPECT_EQ(items[0].due[0].edtf, "2002-04/2003-03");
  EXPECT_TRUE(items[1].due.empty());
}

TEST(Plan, OwnersOfARowMayBeThoseAbove) {
  const auto items = Found(
      "<h1>Keys</h1><p>The plan.</p><table><tr><th>No.</th><th>Action</th><th>"
      "Who</th></tr><tr><td>1</td><td>Count the keys</td><td>Ostley Keys Board "
      "and Harrow Keys Board</td></tr><tr><td>2</td><td>Change the locks</td>"
      "<td>The same</td></tr><tr><td>3</td><td>Buy a box</td><td>Fleet "
      "Manager, "
      "OES</td></tr></table>");
  ASSERT_EQ(items.size(), 3u);
  ASSERT_EQ(items[0].owners.size(), 2u);
  EXPECT_EQ(items[0].owners[1].name, "Harrow Keys Board");
  ASSERT_EQ(items[1].owners.size(), 2u);
  EXPECT_EQ(items[1].owners[0].name, "Ostley Keys Board");
  ASSERT_EQ(items[2].owners.size(), 1u);
  EXPECT_EQ(items[2].owners[0].name, "Fleet Manager, OES");
}

TEST(Timetable, TakesTheNewTimeOfWhatSlipped) {
  const auto document = DecodedPage(
      "<h1>Keys</h1><p>3 May 2004</p><p>How it stands.</p><table><tr><td>Stage"
      "</td><td>Date in plan</td><td>Position</td></tr><tr><td>Box chosen by "
      "all</td><td>June 2003</td><td>Done</td></tr><tr><td>Box bought for all"
      "</td><td>31 March 2004</td><td>Put back to November 2004</td></tr>"
      "</table>");
  const Extraction extraction = Extract(document);
  ASSERT_EQ(extraction.timetable.size(), 2u);
  EXPECT_EQ(extraction.timetable[0].edtf, "2003-06");
  EXPECT_EQ(extraction.timetable[1].edtf, "2004-11");
  EXPECT_EQ(extraction.timetable[1].state, "slipped");
}

// "time = description (state)" of each row.
std::string Rows(const std::string& body) {
  const auto document =
      DecodedPage("<h1>Keys</h1><p>3 May 2004</p>" + body + "<p>It ends.</p>");
  const Extraction extraction = Extract(document);
  std::string rows;
  for (const TimetableEntry& entry : extraction.timetable) {
    if (!rows.empty()) rows += "; ";
    rows += entry.edtf + " = " + entry.description + " (" + entry.state + ")";
  }
  return rows;
}

TEST(Timetable, IsAListOfStagesWithDashesOrColons) {
  EXPECT_EQ(Rows("<p>They stand so.</p><ul><li>Keys counted – January 2004 – "
                 "done</li><li>Locks tried – February and March 2004 – done"
                 "</li><li>Boxes bought – 15 May 2004 (was 3 March 2004)</li>"
                 "</ul>"),
            "2004-01 = Keys counted (completed); 2004-02/2004-03 = Locks tried "
            "(completed); 2004-05-15 = Boxes bought (slipped)");
  const std::string fields =
      "<ul><li>Keys counted: 4 June</li><li>Locks tried: July 2004</li>"
      "<li>Boxes bought: autumn 2004</li></ul>";
  EXPECT_EQ(Rows("<p>The steps that are left:</p>" + fields),
            "2004-06-04 = Keys counted (planned); 2004-07 = Locks tried "
            "(planned); 2004-23 = Boxes bought (planned)");
  EXPECT_EQ(Rows("<p>The answers are these:</p>" + fields), "");
}

TEST(Timetable, MayHaveTheTimeFirst) {
  const std::string lines =
      "<ul><li>By 4 June 2004 – keys are counted</li><li>July 2004 – locks are "
      "tried</li><li>Autumn 2004 – boxes are bought</li></ul>";
  EXPECT_EQ(
      Rows("<p>The timetable is short:</p>" + lines),
      "2004-06-04 = keys are counted (planned); 2004-07 = locks are tried "
      "(planned); 2004-23 = boxes are bought (planned)");
  EXPECT_EQ(Rows("<p>What the diary says:</p>" + lines), "");
  const std::string terms =
      "<dl><dt>4 June 2004</dt><dd>Keys counted</dd><dt>July 2004 (not May)"
      "</dt><dd>Locks tried</dd><dt>Autumn 2004</dt><dd>Boxes bought</dd></dl>";
  EXPECT_EQ(Rows("<h2>Next steps</h2>" + terms),
            "2004-06-04 = Keys counted (planned); 2004-07 = Locks tried "
            "(planned); 2004-23 = Boxes bought (planned)");
  EXPECT_EQ(Rows("<h2>From the diary</h2>" + terms), "");
}

TEST(Timetable, KeepsTheTimeOfWhatWasDueBefore) {
  EXPECT_EQ(
      Rows("<table><tr><td>Stage</td><td>Due</td><td>Status</td></tr>"
           "<tr><td>Keys counted</td><td>July 2004</td><td>Was March 2004"
           "</td></tr><tr><td>Locks tried</td><td>June 2004</td><td>Under "
           "way</td></tr></table>"),
      "2004-07 = Keys counted (slipped); 2004-06 = Locks tried "
      "(commenced)");
}

TEST(Timetable, IsNoPlanOfWorkWithItsAuthors) {
  const auto table = [](const std::string& head) {
    return "<table><tr><td>Meeting</td><td>Subject</td><td>" + head +
           "</td></tr><tr><td>4 June 2004</td><td>A count of the keys</td>"
           "<td>Clerk</td></tr><tr><td>8 July 2004</td><td>The new locks</td>"
           "<td>Clerk</td></tr></table>";
  };
  EXPECT_EQ(Rows(table("Author")), "");
  EXPECT_NE(Rows(table("Paper")), "");
}

TEST(Parts, AreTheLabelledLinesOfAnItem) {
  const auto items =
      Found(std::string(kFront) +
            "Summary of recommendations\n\n1. The Board should keep keys.\n\n"
            "2. The code should say:\n\n(a) who holds them; and\n\n(b) why.\n\n"
            "3. Keys must be counted.\n");
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(Labels(items[0]), "");
  EXPECT_EQ(Labels(items[1]), "a=who holds them; and|b=why.|");
}

TEST(Parts, MayRunOnInOneSentence) {
  const auto items = Found(
      std::string(kFront) +
      "Conclusions\n\n4.5 We recommend that the Board should (a) count the "
      "keys; (b) count the locks; and (c) publish both (see 4.1).\n");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(Labels(items[0]),
            "a=count the keys|b=count the locks|c=publish both (see 4.1).|");
}

TEST(Parts, HoldSubRecommendationsToo) {
  const auto items = Found(
      "The plan\n\nReport: 05\nDate: 20 May 2004\nBy: Clerk\n\n"
      "A. Recommendation\n\nThat\n\n  1. The NPA note what is said on:\n"
      "    1. Counting keys\n    2. Marking keys\n\n"
      "B. Supporting information\n");
  ASSERT_EQ(items.size(), 3u);
  ASSERT_EQ(items[0].parts.size(), 2u);
  EXPECT_EQ(items[0].parts[1].span, items[2].span);
  EXPECT_EQ(items[0].parts[1].printed, items[2].text);
}

TEST(Cites, FollowAFootnoteToThePlacesItNames) {
  const auto items = Found(
      "<html><body><h1>Keeping Keys</h1><p>Report of the inspection of keys by "
      "the panel</p><h2>Summary of recommendations</h2>"
      "<p>1. The Board should keep keys.<sup><a href=\"#n1\">1</a></sup></p>"
      "<p>2. The Board should count keys.<sup><a href=\"#n2\">2</a></sup></p>"
      "<h2>Notes</h2><p><a name=\"n1\">1</a>. Part B, Chapter 2, para 4.5</p>"
      "<p><a name=\"n2\">2</a>. Part B, Chapter 3, para 1.2</p></body></html>");
  ASSERT_EQ(items.size(), 2u);
  ASSERT_EQ(items[0].cites.size(), 1u);
  EXPECT_EQ(items[0].cites[0].printed, "Part B, Chapter 2, para 4.5");
  ASSERT_EQ(items[1].cites.size(), 1u);
  EXPECT_EQ(items[1].cites[0].printed, "Part B, Chapter 3, para 1.2");
}

std::string LabelsOf(const std::vector<Recommendation>& items) {
  std::string labels;
  for (const Recommendation& item : items) labels += item.label + " ";
  return labels;
}

TEST(SameWords, UnderTwoLabelsOfOneListAreTwo) {
  std::string list;
  for (int i = 1; i <= 3; ++i) {
    list += "Recommendation " + std::to_string(i) +
            ": The Board should count the keys.\n\n";
  }
  EXPECT_EQ(LabelsOf(Found(std::string(kFront) + list)), "1 2 3 ");
  EXPECT_EQ(LabelsOf(Found(std::string(kFront) +
                           "Recommendations\n\nOn stores:\n\n1. The Board "
                           "should count the keys.\n\n2. Locks must be oiled."
                           "\n\nOn cars:\n\n1. The Board should count the "
                           "keys.\n\n2. Cars must be washed.\n")),
            "1 2 1 2 ");
}

TEST(SameWords, OfAListRepeatedUnderAnotherHeadingAreOne) {
  const std::string list =
      "1. The Board should count the keys.\n\n2. Locks must be oiled.\n\n";
  EXPECT_EQ(LabelsOf(Found(std::string(kFront) + "Recommendations\n\n" + list +
                           "Keys were lost all the same.\n\nSummary of "
                           "recommendations\n\n" +
                           list)),
            "1 2 ");
}

TEST(Numbers, BeginWithAnyOnAPageCutOutOfAReport) {
  EXPECT_EQ(LabelsOf(Found("RECOMMENDATIONS\n\n12. The Board should keep keys."
                           "\n\n13. The Clerk should, in consultation with the "
                           "Board, count them.\n")),
            "12 13 ");
  EXPECT_EQ(LabelsOf(Found("RECOMMENDATIONS\n\n12. The Board kept its keys in "
                           "a box.\n\n13. The Clerk had counted them.\n")),
            "");
}

TEST(Numbers, GoOnPastThreeDigits) {
  std::string text = std::string(kFront) + "Recommendations\n\n";
  std::string html = "<html><body><h1>Keys</h1><h2>Recommendations</h2><ol>";
  for (int i = 1; i <= 1003; ++i) {
    const std::string words =
        "The Board should count key " + std::string(1, 'A' + i % 26) +
        std::string(1, 'a' + i / 26 % 26) + std::string(1, 'a' + i / 676) + ".";
    text += std::to_string(i) + ". " + words + "\n\n";
    html += "<li>" + words + "</li>";
  }
  const auto items = Found(text);
  ASSERT_EQ(items.size(), 1003u);
  EXPECT_EQ(items.back().label, "1003");
  const auto listed = Found(html + "</ol></body></html>");
  ASSERT_EQ(listed.size(), 1003u);
  EXPECT_EQ(listed.back().label, "1003");
}

TEST(Position, IsThatOfTheAnswerBelow) {
  const auto items = Found(
      std::string(kFront) +
      "Recommendation 1: The Board should count the keys.\n\nResponse: "
      "Accepted in part. Some are counted.\n\nRecommendation 2: The Board "
      "should count the locks.\n\nLocks matter.\n");
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].position.value, "accepted in part");
  EXPECT_EQ(items[0].position.printed, "Accepted in part");
  EXPECT_EQ(items[1].position.value, "");
}

TEST(Position, IsThatOfThePlainWordsBelow) {
  const auto items = Found(
      std::string(kFront) +
      "Recommendation 1: The Board should count the keys.\n\nThe Board does "
      "not accept this recommendation.\n\nRecommendation 2: The Board should "
      "count the locks.\nStatus: Rejected\n\nRecommendation 3: The Board "
      "should count the doors.\n\nWe accept this recommendation.\n\n"
      "Recommendation 4: The Board should count the boxes.\n\nThe Board "
      "should accept this recommendation.\n\nRecommendation 5: The Board "
      "should count the nails.\n\nThe Clerk cannot accept this "
      "recommendation.\n");
  ASSERT_EQ(items.size(), 5u);
  EXPECT_EQ(items[0].position.value, "rejected");
  EXPECT_EQ(items[1].position.value, "rejected");
  EXPECT_EQ(items[1].text, "The Board should count the locks.");
  EXPECT_EQ(items[2].position.value, "accepted");
  EXPECT_EQ(items[3].position.value, "");
  EXPECT_EQ(items[4].position.value, "rejected");
}

TEST(Position, IsThatOfItsColumn) {
  const auto items = Found(
      "<html><body><h1>Estates action plan</h1><table><tr><th>Ref</th>"
      "<th>Recommendation</th><th>Response</th></tr>"
      "<tr><td>1</td><td>Count the keys yearly</td><td>Agreed</td></tr>"
      "<tr><td>2</td><td>Paint the doors red</td><td>Not accepted: no paint"
      "</td></tr></table></body></html>");
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].position.value, "accepted");
  EXPECT_EQ(items[1].position.value, "rejected");
}

TEST(SequenceAfter, TellsAListByItsLabels) {
  const struct {
    std::string_view list;
    std::size_t items;
  } kCases[] = {
      {"a) count keys;\n\nb) count locks.\n\nReasons\n", 2},
      {"A) count keys;\n\nb) count locks;\n\nc) stop.\n", 3},
      {"(i) count keys;\n\n(ii) count locks.\n", 2},
      {"1. count keys;\n\n12\n\n2. count locks.\n", 2},
      {"b) count keys;\n\nc) count locks.\n", 0},
      {"Keys are counted.\n", 0},
  };
  for (const auto& one : kCases) {
    const auto document =
        DecodedPage(std::string(kFront) + "Cabinet is asked to:\n\n" +
                    std::string(one.list));
    const Reading reading = Read(document, DocumentKind::kReport, std::nullopt);
    std::size_t lead = 0;
    while (reading.Body(reading.lines[lead]) != "Cabinet is asked to:") ++lead;
    EXPECT_EQ(SequenceAfter(reading, lead).size(), one.items) << one.list;
  }
}

}  // namespace
}  // namespace concord::extraction
