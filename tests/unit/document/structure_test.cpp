// The structure pass over plain text, by example.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode_support.h"

namespace concord::document {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using testing::Lines;
using testing::Text;

const char kPaper[] =
    "You are in:\n"
    "\n"
    "Contents\n"
    "\n"
    "Report 7 of the 4 May 2004 meeting of the Standards Committee and asks "
    "what became of the custody review.\n"
    "\n"
    "Warning: This is archived material and may be out of date.\n"
    "\n"
    "Custody review: progress\n"
    "\n"
    "Report: 7\n"
    "Date: 4 May 2004\n"
    "By: Clerk\n"
    "\n"
    "Summary\n"
    "\n"
    "What became of the review is told here.\n"
    "\n"
    "A. Recommendations\n"
    "\n"
    "That the Authority\n"
    "\n"
    "  1. Notes the report; and\n"
    "  2. Agrees that\n"
    "    1. a plan be made, and\n"
    "    2. it be sent to members.\n"
    "\n"
    "B. Supporting information\n"
    "\n"
    "Background\n"
    "\n"
    "1. The review ended on 3 March 2004.\n"
    "\n"
    "2. Three things were asked for:\n"
    "\n"
    "  \xE2\x80\xA2 more cells,\n"
    "  \xE2\x80\xA2 fewer delays.\n"
    "\n"
    "3 The Panel saw this in April.\n"
    "\n"
    "C. Contact details\n"
    "\n"
    "Report author: Ann Other, Northmarch Police Authority.\n"
    "\n"
    "For more information contact:\n"
    "\n"
    "NPA general: 020 7946 0000\n"
    "\n"
    "Appendix 1\n"
    "\n"
    "Timetable\n"
    "\n"
    "First draft\n"
    "\n"
    "Completed May 2004\n"
    "\n"
    "Send an e-mail linking to this page\n"
    "\n"
    "Feedback";

const std::vector<std::string> kPaperLines = {
    "chrome|You are in:",
    "chrome|Contents",
    "header_line|Report 7 of the 4 May 2004 meeting of the Standards Committee "
    "and asks what became of the custody review.",
    "chrome|Warning: This is archived material and may be out of date.",
    "title|Custody review: progress",
    "header_line|Report: 7",
    "header_line|Date: 4 May 2004",
    "header_line|By: Clerk",
    "heading|Summary",
    "paragraph|What became of the review is told here.",
    "heading A.|Recommendations",
    "paragraph|That the Authority",
    "list_item 1. ^11|Notes the report; and",
    "list_item 2. ^11|Agrees that",
    "list_item 1. ^13|a plan be made, and",
    "list_item 2. ^13|it be sent to members.",
    "heading B.|Supporting information",
    "heading|Background",
    "paragraph 1.|The review ended on 3 March 2004.",
    "paragraph 2.|Three things were asked for:",
    "list_item \xE2\x80\xA2 ^19|more cells,",
    "list_item \xE2\x80\xA2 ^19|fewer delays.",
    "paragraph 3|The Panel saw this in April.",
    "heading C.|Contact details",
    "contact|Report author: Ann Other, Northmarch Police Authority.",
    "chrome|For more information contact:",
    "chrome|NPA general: 020 7946 0000",
    "appendix|Appendix 1",
    "heading|Timetable",
    "paragraph|First draft",
    "paragraph|Completed May 2004",
    "chrome|Send an e-mail linking to this page",
    "chrome|Feedback",
};

TEST(StructureTest, NamesThePiecesOfAPaper) {
  const Document document = Text(kPaper);
  EXPECT_EQ(document.title, "Custody review: progress");
  EXPECT_THAT(Lines(document), ElementsAreArray(kPaperLines));
}

TEST(StructureTest, IsTheSameWithoutBlankLines) {
  std::string compact;
  for (const char* c = kPaper; *c != '\0'; ++c) {
    if (*c != '\n' || c[1] != '\n') compact.push_back(*c);
  }
  EXPECT_THAT(Lines(Text(compact)), ElementsAreArray(kPaperLines));
}

TEST(StructureTest, IsTheSameWithMoreBlankLines) {
  std::string airy;
  for (const char* c = kPaper; *c != '\0'; ++c) {
    airy.push_back(*c);
    if (*c == '\n') airy += "\n \t\n";
  }
  EXPECT_THAT(Lines(Text(airy)), ElementsAreArray(kPaperLines));
}

TEST(StructureTest, TakesFlushLeftNumbersAsItemsOnlyUnderRecommendations) {
  EXPECT_THAT(
      Lines(Text("Paper\nReport: 1\nDate: 1 May 2004\n"
                 "A. Recommendation\n"
                 "1. Members note the paper;\n"
                 "2. the Board to meet again.\n"
                 "B. Supporting information\n"
                 "1. The Board met.\n"
                 "2. It noted the paper.")),
      ElementsAre("title|Paper", "header_line|Report: 1",
                  "header_line|Date: 1 May 2004", "heading A.|Recommendation",
                  "list_item 1.|Members note the paper;",
                  "list_item 2.|the Board to meet again.",
                  "heading B.|Supporting information",
                  "paragraph 1.|The Board met.",
                  "paragraph 2.|It noted the paper."));
}

TEST(StructureTest, RestartsNumbersAfterAColon) {
  EXPECT_THAT(Lines(Text("Paper\nReport: 1\nBy: Clerk\n"
                         "B. Supporting information\n"
                         "7. The Board asked:\n"
                         "1. for a plan;\n"
                         "2. for money.\n"
                         "8. It got neither.")),
              Contains("list_item 2. ^4|for money."));
}

TEST(StructureTest, ContinuesAListPastTheParagraphNumber) {
  // Items 1 to 4 under paragraph 3: "4." is an item while clauses go on.
  const auto lines =
      Lines(Text("Paper\nReport: 1\nBy: Clerk\n"
                 "II. Conclusions and recommendations\n"
                 "3. These were made:\n"
                 "1. Ratify it (A);\n2. Keep it (B);\n"
                 "3. Pay it (C);\n4. End it (D).\n"
                 "4. All were accepted."));
  EXPECT_THAT(lines, Contains("list_item 4. ^4|End it (D)."));
  EXPECT_THAT(lines, Contains("paragraph 4.|All were accepted."));
}

TEST(StructureTest, JoinsANumberAloneOnItsLine) {
  EXPECT_THAT(Lines(Text("Paper of the Board\nReport: 1\nBy: Clerk\n"
                         "5.\n\nThe delegation spoke at length.\n"
                         "(a)\nA first matter;\nDate:\n4 May 2004")),
              ElementsAre("title|Paper of the Board", "header_line|Report: 1",
                          "header_line|By: Clerk",
                          "paragraph 5.|The delegation spoke at length.",
                          "list_item (a) ^3|A first matter;",
                          "paragraph|Date: 4 May 2004"));
}

TEST(StructureTest, ReadsMinutes) {
  EXPECT_THAT(
      Lines(Text("Minutes of the Standards Committee held on 4 May 2004.\n"
                 "Present\n\n  \xE2\x80\xA2 Ann Other (Chair)\n\n"
                 "11. Apologies for absence\n\n(Agenda item 1)\n\n"
                 "11.1 None was received.\n\n"
                 "12. Custody review\n\n(Agenda item 2)\n\n"
                 "Resolved - that\n\n  1. it be noted; and\n"
                 "  2. it be sent on.\n")),
      ElementsAre(
          "title|Minutes of the Standards Committee held on 4 May "
          "2004.",
          "heading|Present", "list_item \xE2\x80\xA2|Ann Other (Chair)",
          "heading 11.|Apologies for absence", "paragraph|(Agenda item 1)",
          "paragraph 11.1|None was received.", "heading 12.|Custody review",
          "paragraph|(Agenda item 2)", "paragraph|Resolved - that",
          "list_item 1. ^8|it be noted; and",
          "list_item 2. ^8|it be sent on."));
}

TEST(StructureTest, ReadsAPressRelease) {
  EXPECT_THAT(Lines(Text("This page contains press release 07/04.\n\n"
                         "Scrutiny of gun crime ends\n\n07/04\n"
                         "6 February 2004\n\nThe Panel reported today.")),
              ElementsAre("header_line|This page contains press release 07/04.",
                          "title|Scrutiny of gun crime ends",
                          "header_line|07/04", "header_line|6 February 2004",
                          "paragraph|The Panel reported today."));
}

TEST(StructureTest, PutsLinesBrokenAtAWidthTogether) {
  const Document document = Text(
      "Custody review\nReport: 1\nBy: Clerk\n\n"
      "1. The review of custody that the Panel began in the autumn of the\n"
      "year before last has now come to its end and what it found is set\n"
      "out below for members, who may wish to bear in mind that some of\n"
      "it was known before and that more is still to come when the force\n"
      "has answered in full.\n\n"
      "2. Next, the Panel will look at delays in the courts and at what\n"
      "might be done about them.\n");
  EXPECT_EQ(document.blocks.size(), 5u);
  EXPECT_EQ(Lines(document)[4],
            "paragraph 2.|Next, the Panel will look at delays in the courts "
            "and at what might be done about them.");
}

TEST(StructureTest, KeepsLinesOfACompactPageApart) {
  const std::string first(150, 'x');
  const auto lines =
      Lines(Text("Paper\nReport: 1\nBy: Clerk\n" + first +
                 "\nand more text.\n" + first + "\nand more text again.\n"));
  EXPECT_EQ(lines.size(), 7u);
}

TEST(StructureTest, ReadsRowsOfCells) {
  const Document document = Text(
      "Plan\nReport: 1\nBy: Clerk\n1. The table:\n"
      "Action\tOwner\tBy when\n"
      "Buy cells\tForce\tMay 2004\n"
      "Done     Ann Other     June 2004\n"
      "Late     Ben Sample    July 2004\n");
  EXPECT_THAT(Lines(document), Contains("table_cell ^8|Force"));
  EXPECT_THAT(Lines(document), Contains("table_cell ^12|June 2004"));
  EXPECT_EQ(document.blocks[4].kind, BlockKind::kTableRow);
}

TEST(StructureTest, TakesATabAfterALabelForASpace) {
  EXPECT_THAT(Lines(Text("Plan\nReport: 1\nBy: Clerk\n1.\tFirst words here.\n"
                         "2.\tSecond words here.\n")),
              Contains("paragraph 2.|Second words here."));
}

TEST(StructureTest, TakesAContentsTableForFurniture) {
  EXPECT_THAT(
      Lines(Text("Report of the Working Group\n\nContents\n\n"
                 "Introduction ........... 3\n"
                 "A. Costs ............... 4\n\n"
                 "Introduction\n\n1. The Group met in May.")),
      ElementsAre("title|Report of the Working Group", "chrome|Contents",
                  "chrome|Introduction ........... 3",
                  "chrome|A. Costs ............... 4", "heading|Introduction",
                  "paragraph 1.|The Group met in May."));
}

TEST(StructureTest, ReadsFootnotes) {
  const auto lines =
      Lines(Text("Report of the Panel*\n\n"
                 "* The annex is not printed.\n\n"
                 "The Panel met [1] in May.\n\n"
                 "[1] At Northmarch."));
  EXPECT_THAT(lines, Contains("footnote *|The annex is not printed."));
  EXPECT_THAT(lines, Contains("footnote [1]|At Northmarch."));
}

TEST(StructureTest, CountsPagesByFormFeeds) {
  const Document document = Text("Report of the Panel\fThe Panel met.\f\fEnd.");
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(document.blocks[0].page, 1);
  EXPECT_EQ(document.blocks[1].page, 2);
  EXPECT_EQ(document.blocks[2].page, 4);
}

TEST(StructureTest, MarksHeadingsOnlyOverWordsTheyCanHead) {
  const auto lines =
      Lines(Text("Paper\nReport: 1\nBy: Clerk\n"
                 "A. Background papers\nNone\n"
                 "B. Costs\nFirst Phase\nEnded May\nSecond "
                 "Phase\nEnded June\nThe cost was \xC2\xA3\x33.\n"
                 "Next Steps\nMore will come."));
  EXPECT_THAT(lines, Contains("paragraph|None"));
  EXPECT_THAT(lines, Contains("paragraph|First Phase"));
  EXPECT_THAT(lines, Contains("heading|Next Steps"));
}

std::string TitleOf(std::string_view page) {
  const auto document = Text(std::string(page));
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kTitle) {
      return document.text.substr(block.span.begin,
                                  block.span.end - block.span.begin);
    }
  }
  return "";
}

TEST(StructureTest, PassesOverLinesThatAreAboutThePage) {
  struct Case {
    std::string_view page;
    std::string_view title;
  };
  const Case cases[] = {
      // What a system prints over each of its pages, and who made the paper.
      {"Agenda item\n\nKeys of the county\n\nReport of the Treasurer (copy "
       "attached).\n\nThe keys were counted twice.\n",
       "Keys of the county"},
      {"Issue - decisions\n\nKeys of the county\n\n04/02/2003 - Keys\n\n"
       "Cabinet agreed the plan that the report sets out, namely:\n",
       "Keys of the county"},
      {"Agenda item\n\nKeys of the county\n\nReport of the Commissioner of "
       "Works.\n\nThe keys were counted twice.\n",
       "Keys of the county"},
      // Fields of a catalogue.
      {"Ostley Borough Council (18 010)\n\nCategory : Works > "
       "Keys\n\nDecision : Upheld\n\nDecision date : 15 May 2019\n\nThe "
       "keys were counted twice, and nobody knows why.\n",
       "Ostley Borough Council (18 010)"},
      {"Recommendation Date\nRecipient Name\nOstley Rail\n\nThe keys were "
       "counted twice, and nobody knows why that was.\n",
       ""},
      {"· Recommendations of the review of keys and of locks in stores.\n\n"
       "The Board spoke of them for an hour and more in the Long Room.\n",
       ""},
      // A long piece that speaks of an inquiry is none of its titles.
      {"Keys and doors\n\nAt our request the Board gave us more time for an "
       "inquiry into the keys of the county, for which we thank it and all of "
       "those who came to see us (Paragraph 5)\n",
       "Keys and doors"},
      // Nor is what somebody should review, or what has a field below it.
      {"RECOMMENDATIONS\n\n12. The Clerk should review the keys of all the "
       "stores.\n\n13. Locks should be changed.\n",
       "RECOMMENDATIONS"},
      {"Keys of the county\n\nRecommendation 1: Keys should be counted.\n\n"
       "Status: Rejected\n",
       "Keys of the county"},
      // To whom, and when.
      {"Part 1 (Open to the public)\n\nREPORT OF THE LEAD MEMBER FOR "
       "HOUSING\n\n"
       "To the Cabinet Meeting\n\nTuesday,10th April, 2007\n\nKeys of the "
       "county\n\nDate: 10 April 2007\nBy: Clerk\n",
       "Keys of the county"},
      {"Agenda for the 2 May 2001 meeting of the Estates Committee and lists "
       "its papers.\n\nAgenda\n\nTuesday 2 May 2001\n\n1. Keys\n",
       "Agenda"},
      // Ruled lines part what they stand between; names in capitals alone.
      {"Part One open to the public\n_____________\nREPORT OF\nThe\nLead "
       "Member "
       "for Housing\n_____________\nTO\nCabinet\nON\n26 July 2011\n"
       "_____________\nKeys of the county\n_____________\nThe keys were "
       "counted "
       "twice, and nobody knows why.\n",
       "Keys of the county"},
      {"Agenda and minutes\n\nEstates Committee - Thursday 11th February 2021 "
       "7.00 pm\n\nThe keys were counted.\n",
       "Agenda and minutes"},
      {"Item Coversheet\n\nCategory: Works\nItem Title: Keys of the county\n"
       "Date: 17 July 2019\nPurpose: to count them\n",
       ""},
      {"Handbook of committees\n\nEstates Council\n\nEstates Council Agenda\n\n"
       "November 3, 2003\n\nThe keys were counted twice.\n",
       "Estates Council Agenda"},
      // What sort of paper it is stands under the title.
      {"LAMP INSPECTORATE\nReports > Follow-up\n\nLost Keys: The Second "
       "Winter\nA follow-up inspection\n\nPublished: 2 May 2004\nInspector: "
       "Ada Reed\n\nThe keys were counted twice.\n",
       "Lost Keys: The Second Winter"},
      {"Northmarch Lamp Authority\nA progress report\n\nDate: 2 May "
       "2004\nBy: Clerk\n\nThe keys were counted twice.\n",
       "A progress report"},
      // A report of something is a title.
      {"Report of the working group on keys\n\nThe keys were counted twice.\n",
       "Report of the working group on keys"}};
  for (const Case& one : cases) {
    EXPECT_EQ(TitleOf(one.page), one.title) << one.page;
  }
}

TEST(StructureTest, TakesANamedSectionWithAColonForAHeading) {
  const auto lines = Lines(Text(
      "Keys\n\nDate: 4 May 2004\nBy: Clerk\n\nRECOMMENDATIONS:\n\nCabinet to "
      "agree the plan.\n\nPlace:\n\nThe Long Room is where it is kept.\n"));
  EXPECT_THAT(lines, Contains(::testing::HasSubstr("heading")).Times(1));
}

}  // namespace
}  // namespace concord::document
