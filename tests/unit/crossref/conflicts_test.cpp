// Two statements that cannot both be true, each kept with its place.

#include "crossref/conflicts.h"

#include <gtest/gtest.h>

#include "concord/crossref/crossref.h"
#include "report_builder.h"
#include "scoping_paper.h"

namespace concord::crossref {
namespace {

TEST(Conflicts, TwoTotalsUnlessTheDifferenceIsAReaffirmedSet) {
  ReportBuilder other("r2");
  other.Line(
      "1. Safe Moorings: A Second Look made 26 recommendations, Safe Moorings: "
      "First Light made 19. The 5 recommendations of it are done.");
  other.Cites("Safe Moorings: A Second Look");
  other.Cites("Safe Moorings: First Light");
  other.Counts("made 26 recommendations", 26, "Safe Moorings: A Second Look");
  other.Counts("made 19", 19, "Safe Moorings: First Light");
  other.Counts("The 5 recommendations", 5, "Safe Moorings: First Light");
  const auto crossref = Build({ScopingPaper().Done(), other.Done()});
  ASSERT_EQ(crossref.conflicts.size(), 1u);
  EXPECT_EQ(crossref.conflicts[0].rule, "two counts for one work");
  EXPECT_EQ(EntryOf(crossref, 5)->verdict, "part");
  EXPECT_EQ(crossref.conflicts[0].value_a, "19");
  EXPECT_EQ(crossref.conflicts[0].value_b, "20");
}

TEST(Conflicts, WhatAWorkSaysOfItselfIsQuotedBeforeWhatOthersSay) {
  ReportBuilder others("r1");
  others.Line("1. Safe Moorings: First Light made 20 recommendations.");
  others.Line("2. Safe Moorings: First Light made 21 recommendations.");
  others.Cites("Safe Moorings: First Light");
  others.Counts("made 20 recommendations", 20, "Safe Moorings: First Light");
  others.Counts("made 21 recommendations", 21, "Safe Moorings: First Light");
  ReportBuilder own("r2");
  own.Title("Safe Moorings: First Light", DocumentKind::kInspection);
  own.Line("1. This report makes 20 recommendations.");
  own.Counts("makes 20 recommendations", 20, "Safe Moorings: First Light");
  const auto crossref = Build({others.Done(), own.Done()});
  ASSERT_EQ(crossref.conflicts.size(), 1u);
  EXPECT_EQ(crossref.conflicts[0].a.report.value, "r2");
  EXPECT_EQ(crossref.conflicts[0].b.report.value, "r1");
}

TEST(Conflicts, NoneBetweenAWholeAndAPartThatTheSentenceBeforeNames) {
  const auto conflicts_of = [](const std::string& before) {
    ReportBuilder paper("r1");
    paper.Line("1. The Quay Inquiry made 70 recommendations.");
    paper.Line("2. " + before + " It contains six recommendations.");
    paper.Cites("Quay Inquiry");
    paper.Counts("made 70 recommendations", 70, "Quay Inquiry");
    paper.Counts("contains six recommendations", 6, "Quay Inquiry");
    return Build({paper.Done()}).conflicts.size();
  };
  EXPECT_EQ(conflicts_of("The Quay Inquiry has a part, its eighth, on keys."),
            0u);
  EXPECT_EQ(conflicts_of("The Quay Inquiry is old."), 1u);
}

struct DatePair {
  const char* a;
  const char* b;
  bool conflict;
};

TEST(Conflicts, PartsGivenAsTheWholeThatDoNotAddUp) {
  for (const bool unbalanced : {true, false}) {
    ReportBuilder paper("r1");
    paper.Line("1. Last Lamp made 20 recommendations: twelve and nine.");
    paper.Cites("Last Lamp");
    auto& count = paper.Counts("made 20 recommendations", 20, "Last Lamp");
    count.partition = {PartOf(12), PartOf(9)};
    count.partition[0].span = paper.Find("twelve");
    count.partition[1].span = paper.Find("nine");
    count.unbalanced = unbalanced;
    const CrossReference crossref = Build({paper.Done()});
    ASSERT_EQ(crossref.conflicts.size(), unbalanced ? 1u : 0u);
    if (!unbalanced) continue;
    const Conflict& conflict = crossref.conflicts[0];
    EXPECT_EQ(conflict.rule, "parts that do not add up");
    EXPECT_EQ(conflict.subject, "Last Lamp: recommendations");
    EXPECT_EQ(conflict.printed_a, "stated 20");
    EXPECT_EQ(conflict.printed_b, "12 + 9 = 21");
    EXPECT_EQ(conflict.a.text, "made 20 recommendations");
    EXPECT_EQ(conflict.b.text, "twelve and nine");
  }
}

// A paper of that day which says that `done` of 20 are carried out.
ReportBuilder Progressed(const std::string& id, const std::string& day,
                         const std::string& sentence,
                         const std::string& printed) {
  ReportBuilder paper(id);
  paper.Title("Progress " + id, DocumentKind::kReport);
  paper.Line("Date: " + day).Date(day, day);
  paper.Line("1. Of Last Lamp this is said.").Line("2. " + sentence);
  paper.Cites("Last Lamp");
  paper.Counts(printed, 20, "Last Lamp");
  return paper;
}

TEST(Conflicts, FewerCarriedOutThanAnEarlierPaperSays) {
  const struct {
    const char* sentence;
    const char* printed;
    std::size_t conflicts;
  } kLater[] = {
      {"Seventeen of the 20 recommendations have been carried out.",
       "Seventeen of the 20 recommendations", 1},
      {"All 20 recommendations have been carried out.",
       "All 20 recommendations", 0},
      {"In May seventeen of the 20 recommendations had been carried out.",
       "seventeen of the 20 recommendations", 0},
      {"Seventeen of the 20 recommendations would not be carried out.",
       "Seventeen of the 20 recommendations", 0},
  };
  for (const auto& later : kLater) {
    const CrossReference crossref = Build(
        {Progressed("r1", "2003-06-10",
                    "All 20 recommendations have now been carried out.",
                    "All 20 recommendations")
             .Done(),
         Progressed("r2", "2003-09-16", later.sentence, later.printed).Done()});
    ASSERT_EQ(crossref.conflicts.size(), later.conflicts) << later.sentence;
    if (later.conflicts == 0) continue;
    EXPECT_EQ(crossref.conflicts[0].rule, "fewer carried out later");
    EXPECT_EQ(crossref.conflicts[0].value_a, "20 of 20");
    EXPECT_EQ(crossref.conflicts[0].value_b, "17 of 20");
  }
}

TEST(Conflicts, MoreCarriedOutLaterIsProgress) {
  const CrossReference crossref = Build(
      {Progressed("r1", "2003-06-10",
                  "Twelve of the 20 recommendations have been carried out.",
                  "Twelve of the 20 recommendations")
           .Done(),
       Progressed("r2", "2003-09-16",
                  "Seventeen of the 20 recommendations are now complete.",
                  "Seventeen of the 20 recommendations")
           .Done()});
  EXPECT_TRUE(crossref.conflicts.empty());
}

TEST(Conflicts, ANumberPossessedIsATotal) {
  for (const bool all : {true, false}) {
    ReportBuilder paper("r1");
    paper.Line("1. The Quay Inquiry made 70 recommendations.");
    paper.Line(all ? "2. The Inquiry’s 71 recommendations are listed."
                   : "2. The Inquiry’s 71 recommendations to the force.");
    paper.Cites("Quay Inquiry");
    paper.Counts("made 70 recommendations", 70, "Quay Inquiry");
    paper.Counts("71 recommendations", 71, "Quay Inquiry");
    const CrossReference crossref = Build({paper.Done()});
    EXPECT_EQ(crossref.conflicts.size(), all ? 1u : 0u);
  }
}

TEST(CannotBothBeTrue, ComparesByTheDaysTheValuesAllow) {
  const DatePair cases[] = {
      {"2001-01-18", "2000", true},       {"2001-01-18", "2001", false},
      {"2001-01-18", "2001-01", false},   {"2001-01-18", "2001-01-18", false},
      {"2001-01-18", "2001-01-19", true}, {"2001-01-18", "2000~", false},
      {"2005-01", "../2004", true},       {"2003", "2002-04/2003-03", false},
      {"2004-02", "2003-02", true},       {"", "2000", false},
      {"2001", "../..", false},
  };
  for (const DatePair& c : cases) {
    EXPECT_EQ(CannotBothBeTrue(c.a, c.b), c.conflict) << c.a << " " << c.b;
    EXPECT_EQ(CannotBothBeTrue(c.b, c.a), c.conflict) << c.b << " " << c.a;
  }
}

TEST(Conflicts, BothDatesAreKeptEachWithItsPlace) {
  ReportBuilder paper("r1");
  paper.Line("1. The Inspectorate published Last Lamp on 18 January 2001.");
  paper.Line("2. Last Lamp (2000)");
  paper.Cites("Last Lamp");
  paper.Cites("Last Lamp (2000)", "Last Lamp", "2000");
  paper.Claims("published Last Lamp on 18 January 2001", "Last Lamp",
               "published", "2001-01-18");
  paper.Dates("18 January 2001", "2001-01-18");
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.conflicts.size(), 1u);
  const Conflict& conflict = crossref.conflicts[0];
  EXPECT_EQ(conflict.rule, "two dates for one work");
  EXPECT_EQ(conflict.value_a, "2000");
  EXPECT_EQ(conflict.value_b, "2001-01-18");
  EXPECT_EQ(conflict.printed_a, "2000");
  EXPECT_EQ(conflict.printed_b, "18 January 2001");
  EXPECT_EQ(conflict.a.locator, "para 2");
  EXPECT_EQ(conflict.b.locator, "para 1");
}

TEST(Conflicts, TheMoreExactOfTwoClaimsSpeaksForBoth) {
  ReportBuilder paper("r1");
  paper.Line(
      "1. Last Lamp (2000). Last Lamp (2001). Published 18 January "
      "2001.");
  paper.Cites("Last Lamp (2000)", "Last Lamp", "2000");
  paper.Cites("Last Lamp (2001)", "Last Lamp", "2001");
  paper.Claims("Published 18 January 2001", "Last Lamp", "published",
               "2001-01-18");
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.conflicts.size(), 1u);
  EXPECT_EQ(crossref.conflicts[0].value_b, "2001-01-18");
}

TEST(Conflicts, AHeldReportAlsoSaysItsDate) {
  ReportBuilder paper("r2");
  paper.Line("1. Safe Moorings: First Light (1996).");
  paper.Cites("Safe Moorings: First Light (1996)", "Safe Moorings: First Light",
              "1996");
  const auto crossref = Build({paper.Done(), Inspection("r1", 1).Done()});
  ASSERT_EQ(crossref.conflicts.size(), 1u);
  EXPECT_EQ(crossref.conflicts[0].value_b, "1997-10-21");
}

TEST(Conflicts, OneThingPlannedAndRemovedInOneReport) {
  ReportBuilder paper("r1");
  paper.Line("10. A mooring ledger will name every owner.");
  paper.Line("14. The ‘Mooring Ledger’ has now been removed.");
  paper.Claims("A mooring ledger will name", "A mooring ledger", "state",
               "planned");
  paper.Claims("has now been removed", "The ‘Mooring Ledger’", "state",
               "removed");
  paper.Claims("has now been removed", "The tide table", "state", "removed");
  ReportBuilder later("r2");
  later.Line("1. The tide table is planned.");
  later.Claims("is planned", "tide table", "state", "planned");
  const CrossReference crossref = Build({paper.Done(), later.Done()});
  ASSERT_EQ(crossref.conflicts.size(), 1u)
      << "what one year plans another may remove";
  EXPECT_EQ(crossref.conflicts[0].rule, "planned and removed");
  EXPECT_EQ(crossref.conflicts[0].a.locator, "para 10");
  EXPECT_EQ(crossref.conflicts[0].b.locator, "para 14");
}

struct HeaderCase {
  const char* rule;
  const char* claimed;
  bool conflict;
};

TEST(Conflicts, AnIntroductionThatNamesAnotherPaper) {
  const HeaderCase cases[] = {
      {"header.intro-line", "9", false},
      {"header.intro-line", "9A", true},
      {"header.intro-line", "10", true},
      {"header.intro-line", "15 Nov 01", false},
      {"header.intro-line", "15th November 2001", false},
      {"header.intro-line", "16 Nov 01", true},
      {"header.intro-line", "the Pilotage Committee", false},
      {"header.intro-line", "Kennels Committee", true},
      // The clerk's letter, a row of a plan, the minutes to be signed: other
      // days, and none of them said to be the meeting's.
      {"header.bare-date", "7 November 2001", false},
      {"header.held-line", "9 October 2001", false},
  };
  for (const HeaderCase& c : cases) {
    ReportBuilder paper("r1");
    paper.Title("Moorings", DocumentKind::kReport)
        .Line("Report: 09")
        .Line("Date: 15 November 2001")
        .Line("Pilotage Committee")
        .Line(std::string("Intro: ") + c.claimed)
        .Date("15 November 2001", "2001-11-15")
        .Committee("Pilotage Committee");
    paper.header().report_number.printed = "09";
    paper.header().report_number.span = paper.Find("09");
    extraction::TextItem claim;
    claim.rule = c.rule;
    claim.printed = c.claimed;
    claim.span = paper.Find(c.claimed, paper.Find("Intro: ").end);
    paper.header().other_claims.push_back(claim);
    EXPECT_EQ(Build({paper.Done()}).conflicts.size(), c.conflict ? 1u : 0u)
        << c.rule << " " << c.claimed;
  }
}

}  // namespace
}  // namespace concord::crossref
