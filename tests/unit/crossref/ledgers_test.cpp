// Counts, conflicts, relations and missing parts.

#include <gtest/gtest.h>

#include <map>

#include "concord/crossref/crossref.h"
#include "concord/crossref/speaker.h"
#include "crossref/conflicts.h"
#include "report_builder.h"

namespace concord::crossref {
namespace {

using extraction::DocumentKind;

// The paper that scopes three reports it does not hold: 20 + 6 + 8.
ReportBuilder ScopingPaper() {
  ReportBuilder paper("r9");
  paper.Line(
      "1. Safe Moorings: First Light (1997) contained 20 "
      "recommendations.");
  paper.Line(
      "2. Safe Moorings: A Second Look added 6 further "
      "recommendations and re-affirmed the validity of the 20 in the "
      "original report.");
  paper.Line(
      "3. Safe Moorings: Last Lamp contained eight recommendations, "
      "four of which were national. The remaining four were carried "
      "out.");
  paper.Line(
      "4. The eight recommendations of Safe Moorings: Last Lamp are "
      "monitored.");
  paper.Cites("Safe Moorings: First Light (1997)", "Safe Moorings: First Light",
              "1997");
  paper.Cites("Safe Moorings: A Second Look");
  paper.Cites("Safe Moorings: Last Lamp");
  paper.Counts("contained 20 recommendations", 20,
               "Safe Moorings: First Light");
  auto& six = paper.Counts("added 6 further recommendations", 6,
                           "Safe Moorings: A Second Look");
  six.addition = true;
  six.what = "further recommendations";
  // Read as if of the sentence's subject: the relation says whose they are.
  paper.Counts("validity of the 20", 20, "Safe Moorings: A Second Look");
  auto& eight = paper.Counts("contained eight recommendations", 8,
                             "Safe Moorings: Last Lamp");
  extraction::CountPart national;
  national.count = 4;
  national.what = "national";
  extraction::CountPart ours = national;
  ours.what = "ours";
  eight.partition = {national, ours};
  paper.Counts("The eight recommendations", 8, "Safe Moorings: Last Lamp");
  paper
      .Relates("re-affirmed the validity of the 20 in the original report",
               "re-affirms", "Safe Moorings: A Second Look",
               "the 20 in the original report")
      .object_count = 20;
  return paper;
}

TEST(Counts, StatedAndNotHeldEachOnceWithEveryQuote) {
  const CrossReference crossref = Build({ScopingPaper().Done()});
  ASSERT_EQ(crossref.counts.size(), 3u);
  std::int32_t total = 0;
  for (const CountEntry& entry : crossref.counts) {
    total += entry.stated;
    EXPECT_EQ(entry.held, 0);
    EXPECT_EQ(entry.verdict, "not held");
    EXPECT_EQ(entry.what, "recommendations");
    EXPECT_NE(entry.expected_in.find("does not hold"), std::string::npos);
    EXPECT_TRUE(entry.partition_adds_up);
    EXPECT_FALSE(entry.work.empty());
  }
  EXPECT_EQ(total, 34);
  EXPECT_TRUE(crossref.conflicts.empty());
}

const CountEntry* EntryOf(const CrossReference& crossref, int stated) {
  for (const CountEntry& entry : crossref.counts) {
    if (entry.stated == stated) return &entry;
  }
  return nullptr;
}

TEST(Counts, AReaffirmedSetBelongsToTheWorkThatMadeIt) {
  const CrossReference crossref = Build({ScopingPaper().Done()});
  const CountEntry* twenty = EntryOf(crossref, 20);
  ASSERT_NE(twenty, nullptr);
  EXPECT_EQ(twenty->work.value, "w-safe-moorings-first-light");
  EXPECT_EQ(twenty->quotes.size(), 2u);
  EXPECT_EQ(twenty->quotes[0].locator, "para 1");
  ASSERT_EQ(crossref.relations.size(), 1u);
  EXPECT_EQ(crossref.relations[0].subject_work.value,
            "w-safe-moorings-a-second-look");
  EXPECT_EQ(crossref.relations[0].object_works,
            (std::vector<WorkId>{{"w-safe-moorings-first-light"}}));
  EXPECT_EQ(crossref.relations[0].object_count, 20);
  EXPECT_TRUE(EntryOf(crossref, 6)->addition);
}

TEST(Counts, APartitionMustAddUp) {
  const CrossReference good = Build({ScopingPaper().Done()});
  EXPECT_EQ(EntryOf(good, 8)->partition.size(), 2u);
  EXPECT_EQ(EntryOf(good, 8)->quotes.size(), 2u);
  ReportBuilder paper("r1");
  paper.Line("1. Last Lamp made nine, of which four were national.");
  paper.Cites("Last Lamp");
  extraction::CountPart four;
  four.count = 4;
  paper.Counts("Last Lamp made nine", 9, "Last Lamp").partition = {four, four};
  const CrossReference bad = Build({paper.Done()});
  ASSERT_EQ(bad.counts.size(), 1u);
  EXPECT_FALSE(bad.counts[0].partition_adds_up);
}

ReportBuilder Inspection(const std::string& id, int recommendations) {
  ReportBuilder report(id);
  report.Title("Safe Moorings: First Light", DocumentKind::kInspection);
  report.Line("Published 21 October 1997")
      .Date("21 October 1997", "1997-10-21");
  for (int i = 1; i <= recommendations; ++i) {
    report.Recommends(std::to_string(i),
                      "Inspect mooring " + std::to_string(i) + ".");
  }
  return report;
}

TEST(Counts, ReconcileWithWhatIsHeld) {
  const auto whole =
      Build({ScopingPaper().Done(), Inspection("r1", 20).Done()});
  EXPECT_EQ(EntryOf(whole, 20)->held, 20);
  EXPECT_EQ(EntryOf(whole, 20)->verdict, "reconciled");
  EXPECT_TRUE(EntryOf(whole, 20)->expected_in.empty());
  const auto part = Build({ScopingPaper().Done(), Inspection("r1", 18).Done()});
  EXPECT_EQ(EntryOf(part, 20)->held, 18);
  EXPECT_EQ(EntryOf(part, 20)->verdict, "differs");
  EXPECT_NE(EntryOf(part, 20)->expected_in.find("r1"), std::string::npos);
}

TEST(Counts, DoNotCountTwiceWhatIsHeldAndQuotedAgain) {
  ReportBuilder progress("r2");
  progress.Line("1. Progress on Safe Moorings: First Light.");
  progress.Cites("Safe Moorings: First Light");
  // Quoted in other words under its number, and one that is not in the report.
  auto& quoted = progress.Recommends("Recommendation 3", "Mooring 3 inspected");
  quoted.made_by = "Safe Moorings: First Light";
  auto& extra = progress.Recommends("19", "Inspect mooring 19.");
  extra.made_by = "Safe Moorings: First Light";
  // Its own decision is nobody else's recommendation.
  progress.Recommends("", "Members are asked to note the report.").kind =
      extraction::RecommendationKind::kDecision;
  const auto crossref = Build(
      {ScopingPaper().Done(), progress.Done(), Inspection("r1", 18).Done()});
  EXPECT_EQ(EntryOf(crossref, 20)->held, 19);
}

TEST(Counts, ASeriesHoldsWhatItsMembersHold) {
  ReportBuilder paper("r8");
  paper.Line(
      "1. Safe Moorings: First Light and Safe Moorings: Last Lamp. The "
      "Safe Moorings series made 2 recommendations.");
  paper.Cites("Safe Moorings: First Light");
  paper.Cites("Safe Moorings: Last Lamp");
  paper.Cites("Safe Moorings series").series = true;
  paper.Counts("made 2 recommendations", 2, "Safe Moorings");
  const auto whole = Build({paper.Done(), Inspection("r1", 2).Done()});
  EXPECT_EQ(EntryOf(whole, 2)->work.value, "w-safe-moorings");
  EXPECT_EQ(EntryOf(whole, 2)->held, 2);
  EXPECT_EQ(EntryOf(whole, 2)->verdict, "reconciled");
  const auto part = Build({paper.Done(), Inspection("r1", 1).Done()});
  EXPECT_EQ(EntryOf(part, 2)->verdict, "differs");
  EXPECT_NE(EntryOf(part, 2)->expected_in.find("Last Lamp"), std::string::npos);
}

TEST(Counts, AReportThatCountsItsOwnNeedsNoTitle) {
  ReportBuilder report = Inspection("r1", 2);
  report.Line("The report makes two recommendations.");
  report.Counts("makes two recommendations", 2, "");
  const CrossReference crossref = Build({report.Done()});
  ASSERT_EQ(crossref.counts.size(), 1u);
  EXPECT_EQ(crossref.counts[0].work.value, "w-safe-moorings-first-light");
  EXPECT_EQ(crossref.counts[0].verdict, "reconciled");
}

TEST(Counts, TheInquirysAreThoseOfTheOneInquiryThatIsCited) {
  ReportBuilder paper("r1");
  paper.Line("1. The Tenter Row Inquiry reported. All went well.");
  paper.Line("2. The Inquiry’s 71 recommendations are met.");
  paper.Cites("Tenter Row Inquiry");
  paper.Counts("71 recommendations", 71, "");
  CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.counts.size(), 1u);
  EXPECT_EQ(crossref.counts[0].work.value, "w-tenter-row-inquiry");
  paper.Line("3. The Ferry Inquiry too.");
  paper.Cites("Ferry Inquiry");
  crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.counts.size(), 1u);
  EXPECT_TRUE(crossref.counts[0].work.empty()) << "two inquiries";
}

TEST(Counts, WhatWasMadeAYearAgoIsTheEarlierReports) {
  ReportBuilder first("r1");
  first.Title("Open Doors: a scrutiny of keys",
              extraction::DocumentKind::kInspection);
  ReportBuilder second("r2");
  second.Title("Open Doors: One Year On",
               extraction::DocumentKind::kInspection);
  second.Line("1. We made twelve recommendations a year ago.");
  second.Line("2. We made three recommendations today.");
  second.Counts("made twelve recommendations", 12, "");
  second.Counts("made three recommendations", 3, "");
  const CrossReference crossref = Build({first.Done(), second.Done()});
  ASSERT_EQ(crossref.counts.size(), 2u);
  std::map<int, std::string> works;
  for (const CountEntry& count : crossref.counts) {
    works[count.stated] = count.work.value;
  }
  EXPECT_EQ(works[12], "w-open-doors-a-scrutiny-of-keys");
  EXPECT_EQ(works[3], "w-open-doors-one-year-on");
}

TEST(Counts, OneOfAReportIsSomeSpeakersAndNotItsWhole) {
  ReportBuilder report = Inspection("r1", 2);
  report.Line("The Harbour Watch spoke. It made one recommendation.");
  report.Counts("made one recommendation", 1, "");
  const CrossReference crossref = Build({report.Done()});
  ASSERT_EQ(crossref.counts.size(), 1u);
  EXPECT_EQ(crossref.counts[0].work.value, "");
  EXPECT_EQ(crossref.counts[0].verdict, "stated");
}

TEST(Counts, OtherThingsAreStatedOnly) {
  ReportBuilder paper("r1");
  paper.Line("1. Each of our 96 harbour patrols needs a plan.");
  paper.Counts("96 harbour patrols", 96, "").what = "harbour patrols";
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.counts.size(), 1u);
  EXPECT_TRUE(crossref.counts[0].work.empty());
  EXPECT_EQ(crossref.counts[0].what, "harbour patrols");
  EXPECT_EQ(crossref.counts[0].verdict, "stated");
}

TEST(Counts, WhatSeveralOthersMadeIsNotThisReportsOwn) {
  ReportBuilder report("r1");
  report.Title("Safe Moorings", DocumentKind::kInspection);
  report.Line(
      "1. Three earlier reports looked at ropes. They made 34 "
      "recommendations about them.");
  report.Line("2. This report made 9 recommendations.");
  report.Counts("made 34 recommendations", 34, "");
  report.Counts("made 9 recommendations", 9, "");
  const CrossReference crossref = Build({report.Done()});
  EXPECT_TRUE(EntryOf(crossref, 34)->work.empty());
  EXPECT_FALSE(EntryOf(crossref, 9)->work.empty());
  EXPECT_TRUE(crossref.conflicts.empty());
}

TEST(Counts, APartIsNotLargerThanTheWhole) {
  // Twenty are held of the inquiry; "the 25" and "the 5" are no totals of it.
  ReportBuilder inspection("r1");
  inspection.Title("Safe Moorings", DocumentKind::kInspection);
  for (int i = 1; i <= 20; ++i) {
    inspection.Recommends(std::to_string(i),
                          "Tar rope " + std::to_string(i) + ".");
  }
  inspection.Line("This report makes 20 recommendations.");
  inspection.Counts("makes 20 recommendations", 20, "");
  ReportBuilder letter("r2");
  letter.Line(
      "1. It was the tenth of the 25 recommendations of Safe Moorings, "
      "and one of the 5 recommendations on tar.");
  letter.Cites("Safe Moorings");
  letter.Counts("the 25 recommendations", 25, "Safe Moorings");
  letter.Counts("the 5 recommendations", 5, "Safe Moorings");
  const CrossReference crossref = Build({inspection.Done(), letter.Done()});
  EXPECT_EQ(EntryOf(crossref, 20)->verdict, "reconciled");
  EXPECT_EQ(EntryOf(crossref, 25)->verdict, "differs");
  EXPECT_EQ(EntryOf(crossref, 5)->verdict, "part");
}

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

extraction::CountPart PartOf(int count) {
  extraction::CountPart part;
  part.count = count;
  return part;
}

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

TEST(Counts, APartitionThatAddsUpSpeaksForOneThatDoesNot) {
  ReportBuilder paper("r1");
  paper.Line("1. Last Lamp made nine.").Line("2. The nine of Last Lamp.");
  paper.Cites("Last Lamp");
  paper.Counts("made nine", 9, "Last Lamp").partition = {PartOf(5), PartOf(2),
                                                         PartOf(3)};
  paper.Counts("The nine", 9, "Last Lamp").partition = {PartOf(5), PartOf(4)};
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.counts.size(), 1u);
  EXPECT_TRUE(crossref.counts[0].partition_adds_up);
  EXPECT_EQ(crossref.counts[0].partition.size(), 2u);
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
      {"Seventeen of the 20 recommendations have not been carried out.",
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

TEST(CountParts, AreSaidOnce) {
  extraction::CountPart part;
  EXPECT_EQ(InWords(part), "");
  part.what = "accepted in May";
  EXPECT_EQ(InWords(part), "accepted in May");
  part.disposition = "accepted in May";
  EXPECT_EQ(InWords(part), "accepted in May");
  part.disposition = "noted";
  EXPECT_EQ(InWords(part), "accepted in May – noted");
  part.what.clear();
  EXPECT_EQ(InWords(part), "noted");
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

TEST(Missing, EachAbsentPartOnce) {
  ReportBuilder paper("r1");
  paper.Line("1. A map is attached at Appendix 1. See Appendix 1.");
  paper.Lacks("Appendix 1").Lacks("Appendix 1");
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.missing.size(), 1u);
  EXPECT_EQ(crossref.missing[0].id, "m-r1-appendix-1");
  EXPECT_EQ(crossref.missing[0].quote.text, "Appendix 1");
}

TEST(Relations, ThisDocumentIsTheWorkItIs) {
  ReportBuilder report("r1");
  report.Title("Safe Moorings: A Second Look", DocumentKind::kInspection)
      .Line(
          "2. The 20 recommendations of Safe Moorings: First Light are "
          "re-affirmed in full.");
  report.Cites("Safe Moorings: First Light");
  report.Relates("are re-affirmed in full", "re-affirms", "",
                 "The 20 recommendations of Safe Moorings: First Light");
  const CrossReference crossref = Build({report.Done()});
  ASSERT_EQ(crossref.relations.size(), 1u);
  EXPECT_EQ(crossref.relations[0].subject_work.value,
            "w-safe-moorings-a-second-look");
  EXPECT_EQ(crossref.relations[0].object_works,
            (std::vector<WorkId>{{"w-safe-moorings-first-light"}}));
}

TEST(Relations, OfThePaperOnlyWhereTheSentenceSaysSo) {
  struct Case {
    const char* sentence;
    bool itself;
    const char* type = "amends";
  };
  const Case kCases[] = {
      {"This report amends the Harbour Code.", true},
      {"We repeat recommendation 4.", true},
      {"Recommendation 7 is withdrawn.", true},
      {"Recommendation 7 is accordingly varied.", true},
      {"Amendments to the Harbour Act were passed in July.", false},
      {"The 2009 report was withdrawn on 6 July 2011.", false},
      {"The amendment of the Harbour Code was a step.", false},
      {"The code is amended by the Board.", false},
      {"In May inspection teams returned to six ports.", true, "revisits"},
      {"In May the Minister returned to six ports.", false, "revisits"},
  };
  for (const auto& [sentence, itself, type] : kCases) {
    ReportBuilder report("r1");
    report.Title("Safe Moorings: A Second Look", DocumentKind::kInspection)
        .Line(sentence);
    report.Relates(sentence, type, "", "Harbour Code");
    const CrossReference crossref = Build({report.Done()});
    ASSERT_EQ(crossref.relations.size(), 1u);
    EXPECT_EQ(IsOfThePaper(crossref.relations[0]), itself) << sentence;
    EXPECT_EQ(crossref.relations[0].subject_work.empty(), !itself) << sentence;
  }
}

store::StoredRecommendation Stored(const std::string& report, int number,
                                   const extraction::Recommendation& item) {
  store::StoredRecommendation one;
  one.id.value = report + "." + std::to_string(number);
  one.report.value = report;
  one.item = item;
  return one;
}

TEST(RecommendationsOf, AWorkItsPartsItsSeriesAndWhatIsQuotedElsewhere) {
  ReportBuilder held = Inspection("r1", 2);
  ReportBuilder progress("r2");
  progress.Line("1. Safe Moorings: First Light and Safe Moorings: Last Lamp.");
  progress.Cites("Safe Moorings: First Light");
  progress.Cites("Safe Moorings: Last Lamp");
  auto& quoted = progress.Recommends("5", "Hang a lamp.");
  quoted.made_by = "Safe Moorings – Last Lamp";
  progress.Recommends("", "Note the report.").kind =
      extraction::RecommendationKind::kDecision;
  const auto held_record = held.Done();
  const auto progress_record = progress.Done();
  std::vector<store::StoredRecommendation> all;
  for (const auto* record : {&held_record, &progress_record}) {
    int number = 0;
    for (const auto& item : record->extraction.recommendations) {
      all.push_back(Stored(record->id.value, ++number, item));
    }
  }
  const CrossReference crossref = Build({held_record, progress_record});
  const auto of = [&](const char* work) {
    std::vector<std::string> ids;
    for (const auto& id : RecommendationsOf(crossref, WorkId{work}, all)) {
      ids.push_back(id.value);
    }
    return ids;
  };
  EXPECT_EQ(of("w-safe-moorings-first-light"),
            (std::vector<std::string>{"r1.1", "r1.2"}));
  EXPECT_EQ(of("w-safe-moorings-last-lamp"),
            (std::vector<std::string>{"r2.1"}));
  EXPECT_EQ(of("w-safe-moorings"),
            (std::vector<std::string>{"r1.1", "r1.2", "r2.1"}));
  EXPECT_TRUE(of("w-none").empty());
}

}  // namespace
}  // namespace concord::crossref
