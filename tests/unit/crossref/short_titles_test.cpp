// Half of a title, a place or an author's name for the whole of a work.

#include <gtest/gtest.h>

#include "concord/crossref/crossref.h"
#include "find_work.h"
#include "report_builder.h"

namespace concord::crossref {
namespace {

using extraction::DocumentKind;

TEST(ShortTitles, AQuestionOpensASubtitle) {
  ReportBuilder held("r1");
  held.Title("Whose Keys Now? A study of doors", DocumentKind::kInspection);
  ReportBuilder paper("r2");
  paper.Line("1. Whose Keys Now? was read.");
  paper.Cites("Whose Keys Now?", "Whose Keys Now");
  const CrossReference crossref = Build({held.Done(), paper.Done()});
  ASSERT_EQ(crossref.works.size(), 1u);
  EXPECT_EQ(crossref.works[0].held.size(), 1u);
}

TEST(ShortTitles, AReportGoesByTheNameOfTheOneWhoWroteIt) {
  ReportBuilder held("r1");
  held.Title("Open Doors", DocumentKind::kInspection);
  held.Line("By: Dame Ada Quill");
  held.header().by.printed = "Dame Ada Quill";
  held.header().by.span = held.Find("Dame Ada Quill");
  ReportBuilder paper("r2");
  paper.Line("1. Dame Ada Quill’s inquiry; the Report of Dame Ada Quill;");
  paper.Line("2. Dame Una Quill’s inquiry and Mr Garth’s review");
  for (const char* title :
       {"Dame Ada Quill’s inquiry", "Report of Dame Ada Quill",
        "Dame Una Quill’s inquiry", "Mr Garth’s review"}) {
    paper.Cites(title);
  }
  const CrossReference crossref = Build({held.Done(), paper.Done()});
  EXPECT_EQ(Find(crossref, "w-open-doors")->cited_by.size(), 2u);
  EXPECT_EQ(crossref.wanted.size(), 2u);
}

TEST(ShortTitles, AnInquiryGoesByItsPlaceWhereOneOfItsNumbersIsCited) {
  ReportBuilder held("r1");
  held.Title("Tenter Row Inquiry", DocumentKind::kInspection);
  ReportBuilder paper("r2");
  paper.Line("1. Tenter Row, recommendation 12, and Ferry Row, 3.");
  paper.Cites("Tenter Row, recommendation 12", "Tenter Row").rule =
      "citation.single";
  paper.Cites("Ferry Row").rule = "citation.single";
  const CrossReference crossref = Build({held.Done(), paper.Done()});
  EXPECT_EQ(Find(crossref, "w-tenter-row-inquiry")->cited_by.size(), 1u);
  EXPECT_EQ(Find(crossref, "w-tenter-row-inquiry")->title,
            "Tenter Row Inquiry");
  EXPECT_EQ(crossref.wanted.size(), 1u);
}

TEST(ShortTitles, TheFirstOfTwoIsMeantByTheShortTitleWhereNoTextSaysSeries) {
  ReportBuilder first("r1");
  first.Title("Open Doors: a study of keys", DocumentKind::kInspection);
  ReportBuilder second("r2");
  second.Title("Open Doors: The Second Visit", DocumentKind::kInspection);
  second.Line("1. Open Doors made eleven recommendations.");
  second.Counts("made eleven recommendations", 11, "Open Doors");
  const CrossReference crossref = Build({first.Done(), second.Done()});
  ASSERT_EQ(crossref.counts.size(), 1u);
  EXPECT_EQ(crossref.counts[0].work.value, "w-open-doors-a-study-of-keys");
}

TEST(ShortTitles, ASubtitleMeansItsWorkOnlyWhereTheFullTitleStands) {
  ReportBuilder full("r1");
  full.Line(
      "1. Safe Moorings: The Ferryman’s Road. Later, The Ferryman’s "
      "Road.");
  full.Cites("Safe Moorings: The Ferryman’s Road");
  full.Cites("The Ferryman’s Road");
  ReportBuilder alone("r2");
  alone.Line("1. The Ferryman’s Road is a novel.");
  alone.Cites("The Ferryman’s Road");
  const CrossReference crossref = Build({full.Done(), alone.Done()});
  EXPECT_EQ(Ids(crossref),
            (std::vector<std::string>{"w-ferrymans-road",
                                      "w-safe-moorings-the-ferrymans-road"}));
  const Work* work = Find(crossref, "w-safe-moorings-the-ferrymans-road");
  EXPECT_EQ(work->cited_by.size(), 2u);
  EXPECT_EQ(work->title, "Safe Moorings: The Ferryman’s Road");
  EXPECT_EQ(work->aliases.back().rule, "subtitle in the same report");
}

TEST(ShortTitles, ASubtitleWithItsYearNeedsNoFullTitle) {
  ReportBuilder full("r1");
  full.Line("1. Safe Moorings: A Second Look (1998).");
  full.Cites("Safe Moorings: A Second Look (1998)",
             "Safe Moorings: A Second Look", "1998");
  ReportBuilder bare("r2");
  bare.Line("1. A Second Look (1998). Then A Second Look (2003).");
  bare.Cites("A Second Look (1998)", "A Second Look", "1998");
  bare.Cites("A Second Look (2003)", "A Second Look", "2003");
  const CrossReference crossref = Build({full.Done(), bare.Done()});
  EXPECT_EQ(Ids(crossref),
            (std::vector<std::string>{"w-safe-moorings-a-second-look",
                                      "w-second-look"}));
  EXPECT_EQ(Find(crossref, "w-safe-moorings-a-second-look")->cited_by.size(),
            2u);
}

TEST(ShortTitles, ShortTitlesFindTheHeldWorkAndNoSequel) {
  ReportBuilder held("r1");
  held.Title("Small Boats: the harbour inspection", DocumentKind::kInspection);
  ReportBuilder sequel("r2");
  sequel.Title("Fair Tides: the second year", DocumentKind::kInspection);
  ReportBuilder paper("r3");
  paper.Line(
      "1. Small Boats was read, the harbour inspection too, and Fair "
      "Tides.");
  paper.Cites("Small Boats");
  paper.Cites("the harbour inspection");
  paper.Cites("Fair Tides");
  const CrossReference crossref =
      Build({held.Done(), sequel.Done(), paper.Done()});
  const Work* boats = Find(crossref, "w-small-boats-the-harbour-inspection");
  ASSERT_NE(boats, nullptr);
  EXPECT_EQ(boats->cited_by.size(), 2u);
  const Work* tides = Find(crossref, "w-fair-tides");
  ASSERT_NE(tides, nullptr);
  EXPECT_EQ(tides->cited_by.size(), 1u);
}

TEST(ShortTitles, AShortTitleIsTheReportsAndNotAPapersAboutIt) {
  ReportBuilder report("r1");
  report.Title("Keys in Boxes: the keeping of property",
               extraction::DocumentKind::kInspection);
  ReportBuilder agenda("r2");
  agenda.Line("1. Keys in Boxes: the auditor and the locks is on the list.");
  agenda.Cites("Keys in Boxes: the auditor and the locks");
  ReportBuilder sequel("r3");
  sequel.Title("Keys in Boxes: a second visit",
               extraction::DocumentKind::kInspection);
  ReportBuilder paper("r4");
  paper.Line("1. Keys in Boxes made nine recommendations.");
  paper.Cites("Keys in Boxes");
  const CrossReference crossref =
      Build({report.Done(), agenda.Done(), sequel.Done(), paper.Done()});
  int found = 0;
  for (const Work& work : crossref.works) {
    for (const Alias& alias : work.aliases) {
      if (alias.printed != "Keys in Boxes") continue;
      ++found;
      EXPECT_EQ(work.title, "Keys in Boxes: the keeping of property");
      EXPECT_EQ(alias.rule, "the only work of that name");
    }
  }
  EXPECT_EQ(found, 1);
}

TEST(ShortTitles, AShortTitleOfTwoReportsIsNeithers) {
  std::vector<store::ReportRecord> reports;
  for (const char* title : {"Keys in Boxes: the keeping of property",
                            "Keys in Boxes: the theft of boats"}) {
    ReportBuilder report("r" + std::to_string(reports.size()));
    report.Title(title, extraction::DocumentKind::kInspection);
    reports.push_back(report.Done());
  }
  ReportBuilder paper("r4");
  paper.Line("1. Keys in Boxes made nine recommendations.");
  paper.Cites("Keys in Boxes");
  reports.push_back(paper.Done());
  const CrossReference crossref = Build(reports);
  ASSERT_EQ(crossref.works.size(), 3u);
}

TEST(ShortTitles, AQuestionCutShortIsTheWholeOne) {
  ReportBuilder paper("r1");
  paper.Line("1. What Price Paid Now? and later Price Paid Now? again.");
  paper.Cites("What Price Paid Now?");
  paper.Cites("Price Paid Now?");
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.works.size(), 1u);
  EXPECT_EQ(crossref.works[0].title, "What Price Paid Now?");
}

}  // namespace
}  // namespace concord::crossref
