// Counts, relations and missing parts.

#include <gtest/gtest.h>

#include <map>

#include "concord/crossref/crossref.h"
#include "concord/crossref/speaker.h"
#include "report_builder.h"
#include "scoping_paper.h"

namespace concord::crossref {
namespace {

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

TEST(Counts, ARecommendingReportCountsItsOwnWithoutAWordOfMaking) {
  struct Case {
    std::string line;
    std::string counted;
  };
  for (const Case& one : std::vector<Case>{
           {"12. There are two recommendations. One is for the Clerk.",
            "two recommendations"},
           {"The reader will find two recommendations in these pages.",
            "two recommendations"},
           {"Two recommendations are made in this report.",
            "Two recommendations"},
           {"Our recommendations number two.", "recommendations number two"},
           {"Our recommendations are two in number.", "two"},
           {"We offer two.", "two"}}) {
    ReportBuilder report = Inspection("r1", 2);
    report.Line(one.line);
    report.Counts(one.counted, 2, "");
    const CrossReference crossref = Build({report.Done()});
    ASSERT_EQ(crossref.counts.size(), 1u) << one.line;
    EXPECT_EQ(crossref.counts[0].work.value, "w-safe-moorings-first-light")
        << one.line;
    EXPECT_EQ(crossref.counts[0].verdict, "reconciled") << one.line;
  }
  for (const std::string line :
       {"The Clerk thinks two recommendations enough.",
        "We were shown two recommendations of the Harbour Trust."}) {
    ReportBuilder report = Inspection("r1", 2);
    report.Line(line);
    report.Counts("two recommendations", 2, "");
    EXPECT_EQ(Build({report.Done()}).counts.at(0).verdict, "stated") << line;
  }
  // Who recommends nothing has none to count.
  ReportBuilder agenda("r1");
  agenda.Title("Agenda", extraction::DocumentKind::kAgenda);
  agenda.Line("There are two recommendations for decision.");
  agenda.Counts("two recommendations", 2, "");
  EXPECT_EQ(Build({agenda.Done()}).counts.at(0).verdict, "stated");
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
