// Titles become works by named rules and by nothing else.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "concord/crossref/crossref.h"
#include "concord/crossref/of_work.h"
#include "find_work.h"
#include "report_builder.h"

namespace concord::crossref {
namespace {

using extraction::DocumentKind;
using extraction::WorkKind;

TEST(Works, PunctuationVariantsAreOneWorkAndAPartIsPartOfIt) {
  ReportBuilder paper("r1");
  paper.Line(
      "1. Policing the Valley: Fair Hearing was published. Policing the "
      "Valley – Fair Hearing – Part One dealt with ferries. Policing "
      "the Valley - Fair Hearing followed.");
  paper.Cites("Policing the Valley: Fair Hearing");
  paper
      .Cites("Policing the Valley – Fair Hearing – Part One",
             "Policing the Valley – Fair Hearing")
      .part = "Part One";
  paper.Cites("Policing the Valley - Fair Hearing");
  const CrossReference crossref = Build({paper.Done()});
  EXPECT_EQ(Ids(crossref), (std::vector<std::string>{
                               "w-policing-the-valley-fair-hearing",
                               "w-policing-the-valley-fair-hearing-part-1"}));
  const Work* whole = Find(crossref, "w-policing-the-valley-fair-hearing");
  EXPECT_EQ(whole->title, "Policing the Valley: Fair Hearing");
  EXPECT_EQ(whole->aliases.size(), 2u);
  EXPECT_EQ(whole->cited_by.size(), 2u);
  EXPECT_TRUE(whole->series.empty());
  const Work* part =
      Find(crossref, "w-policing-the-valley-fair-hearing-part-1");
  EXPECT_EQ(part->part_of, whole->id);
  EXPECT_EQ(part->part, "Part One");
}

TEST(Works, APartAloneStillHasAWhole) {
  ReportBuilder paper("r1");
  paper.Line("1. See Fair Hearing, Volume 2.");
  paper.Cites("Fair Hearing, Volume 2", "Fair Hearing").part = "Volume 2";
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.works.size(), 2u);
  EXPECT_EQ(crossref.wanted.size(), 1u) << "one document is wanted, not two";
  EXPECT_EQ(crossref.wanted[0].work.value, "w-fair-hearing");
  EXPECT_EQ(crossref.wanted[0].asked_for, 1u);
}

TEST(Works, OneActWithAndWithoutBracketsAndYear) {
  ReportBuilder a("r1");
  a.Line("1. The Harbour Dues Relief Act applies.");
  a.Cites("Harbour Dues Relief Act").kind = WorkKind::kAct;
  ReportBuilder b("r2");
  b.Line("1. The Harbour Dues (Relief) Act 1997 applies.");
  b.Cites("Harbour Dues (Relief) Act 1997", "Harbour Dues (Relief) Act", "1997")
      .kind = WorkKind::kAct;
  const CrossReference crossref = Build({a.Done(), b.Done()});
  ASSERT_EQ(crossref.works.size(), 1u);
  EXPECT_EQ(crossref.works[0].title, "Harbour Dues (Relief) Act 1997");
  EXPECT_EQ(crossref.works[0].cited_by.size(), 2u);
  EXPECT_TRUE(crossref.conflicts.empty());
}

TEST(Works, TwoActsOfOneNameStayTwoAndAnUndatedOneIsNotGuessed) {
  ReportBuilder a("r1");
  a.Line("1. The Harbours Act 1964 was replaced by the Harbours Act 1996.");
  a.Cites("Harbours Act 1964", "Harbours Act", "1964").kind = WorkKind::kAct;
  a.Cites("Harbours Act 1996", "Harbours Act", "1996").kind = WorkKind::kAct;
  ReportBuilder b("r2");
  b.Line("1. The Harbours Act applies.");
  b.Cites("Harbours Act").kind = WorkKind::kAct;
  ReportBuilder c("r3");
  c.Line("1. The Harbours Act 1996 applies; the Harbours Act is clear.");
  c.Cites("Harbours Act 1996", "Harbours Act", "1996").kind = WorkKind::kAct;
  c.Cites("Harbours Act").kind = WorkKind::kAct;
  const CrossReference crossref = Build({a.Done(), b.Done(), c.Done()});
  EXPECT_EQ(Ids(crossref),
            (std::vector<std::string>{"w-harbours-act", "w-harbours-act-1964",
                                      "w-harbours-act-1996"}));
  EXPECT_EQ(Find(crossref, "w-harbours-act")->cited_by.size(), 1u);
  EXPECT_EQ(Find(crossref, "w-harbours-act-1996")->cited_by.size(), 3u);
  EXPECT_EQ(ResolveTitle(crossref, "Harbours Act 1964"),
            (std::vector<WorkId>{{"w-harbours-act-1964"}}));
  EXPECT_EQ(ResolveTitle(crossref, "Harbours Act").size(), 3u);
}

TEST(Works, AContainedTitleIsAnotherWork) {
  ReportBuilder paper("r1");
  paper.Line("1. Fair Hearing, and Fair Hearing: the second year.");
  paper.Cites("Fair Hearing");
  paper.Cites("Fair Hearing: the second year");
  const CrossReference crossref = Build({paper.Done()});
  EXPECT_EQ(Ids(crossref),
            (std::vector<std::string>{"w-fair-hearing",
                                      "w-fair-hearing-the-second-year"}));
  EXPECT_TRUE(Find(crossref, "w-fair-hearing-the-second-year")->series.empty())
      << "one member is no series";
}

TEST(OfWork, ASeriesIsThereWhenAllOfItIs) {
  ReportBuilder first("r1");
  first.Title("Open Doors: a study of keys", DocumentKind::kInspection);
  ReportBuilder second("r2");
  second.Title("Open Doors: The Second Visit", DocumentKind::kInspection);
  ReportBuilder paper("r3");
  paper.Line("1. the two Open Doors reports");
  paper.Cites("the two Open Doors reports", "Open Doors").series = true;
  CrossReference crossref = Build({first.Done(), second.Done(), paper.Done()});
  ASSERT_NE(Find(crossref, "w-open-doors"), nullptr);
  EXPECT_TRUE(Find(crossref, "w-open-doors")->members_held);
  EXPECT_FALSE(Find(crossref, "w-open-doors-the-second-visit")->members_held)
      << "no series";
  paper.Line("2. Open Doors: The Third Visit");
  paper.Cites("Open Doors: The Third Visit");
  crossref = Build({first.Done(), second.Done(), paper.Done()});
  EXPECT_FALSE(Find(crossref, "w-open-doors")->members_held);
}

TEST(OfWork, TheConflictsOfAWorkAreThoseWithItsTitle) {
  ReportBuilder paper("r1");
  paper.Line("1. Open Doors (1999); Open Doors was published in March 2001;");
  paper.Line("2. Open Doors: The Second Visit (2004).");
  paper.Cites("Open Doors (1999)", "Open Doors", "1999");
  paper.Cites("Open Doors: The Second Visit (2004)",
              "Open Doors: The Second Visit", "2004");
  paper.Claims("Open Doors was published in March 2001", "Open Doors",
               "published", "2001-03");
  const CrossReference crossref = Build({paper.Done()});
  const Work* doors = Find(crossref, "w-open-doors");
  ASSERT_NE(doors, nullptr);
  ASSERT_EQ(crossref.conflicts.size(), 1u);
  EXPECT_EQ(crossref.conflicts[0].value_a, "1999");
  EXPECT_TRUE(IsOf(crossref.conflicts[0], *doors));
  EXPECT_FALSE(IsOf(crossref.conflicts[0],
                    *Find(crossref, "w-open-doors-the-second-visit")));
}

TEST(Works, OneTitleWithinTheOtherIsProposed) {
  ReportBuilder paper("r1");
  paper.Line("1. HPU Harbour Ward Strategy, Harbour and Ward (Care) Strategy,");
  paper.Line("2. Harbour Ward Plan, Harbour Strategy, Harbour Ward Act 1999,");
  paper.Line("3. HPU Ferry Dues Scheme, TKB Ferry Dues Scheme");
  paper.Cites("HPU Ferry Dues Scheme");
  paper.Cites("TKB Ferry Dues Scheme");
  paper.Cites("HPU Harbour Ward Strategy");
  paper.Cites("Harbour and Ward (Care) Strategy");
  paper.Cites("Harbour Ward Plan");
  paper.Cites("Harbour Strategy");
  paper.Cites("Harbour Ward Act 1999", "Harbour Ward Act", "1999").kind =
      WorkKind::kAct;
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.proposals.size(), 1u);
  EXPECT_EQ(crossref.proposals[0].quote_a.text, "HPU Harbour Ward Strategy");
  EXPECT_EQ(crossref.proposals[0].quote_b.text,
            "Harbour and Ward (Care) Strategy");
}

TEST(Works, ASeriesIsItsOwnWorkAndNamesItsMembers) {
  ReportBuilder paper("r1");
  paper.Line(
      "1. Safe Moorings: First Light, Safe Moorings: A Second Look and "
      "Safe Moorings: Last Lamp. The Safe Moorings series ended.");
  paper.Cites("Safe Moorings: First Light");
  paper.Cites("Safe Moorings: A Second Look");
  paper.Cites("Safe Moorings: Last Lamp");
  paper.Cites("Safe Moorings series").series = true;
  paper
      .Relates("The Safe Moorings series ended", "responds-to",
               "the single response", "the three Safe Moorings reports")
      .object_count = 3;
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.works.size(), 4u);
  const Work* series = Find(crossref, "w-safe-moorings");
  ASSERT_NE(series, nullptr);
  int members = 0;
  for (const Work& work : crossref.works) members += work.series == series->id;
  EXPECT_EQ(members, 3);
  ASSERT_EQ(crossref.relations.size(), 1u);
  EXPECT_EQ(crossref.relations[0].object_works.size(), 3u);
  EXPECT_EQ(crossref.wanted.size(), 3u) << "the series itself is not wanted";
}

TEST(Works, EditionsAreOtherWorksAndBracketedYearsAreNot) {
  ReportBuilder paper("r1");
  paper.Line(
      "1. Harbour Report 2001, Harbour Report 2002, Fair Hearing (2000) "
      "and Fair Hearing (2001).");
  paper.Cites("Harbour Report 2001", "Harbour Report", "2001");
  paper.Cites("Harbour Report 2002", "Harbour Report", "2002");
  paper.Cites("Fair Hearing (2000)", "Fair Hearing", "2000");
  paper.Cites("Fair Hearing (2001)", "Fair Hearing", "2001");
  const CrossReference crossref = Build({paper.Done()});
  EXPECT_EQ(Ids(crossref),
            (std::vector<std::string>{"w-fair-hearing", "w-harbour-report-2001",
                                      "w-harbour-report-2002"}));
  ASSERT_EQ(crossref.conflicts.size(), 1u);
  EXPECT_EQ(crossref.conflicts[0].rule, "two dates for one work");
}

TEST(Works, AReportIsHeldAsTheWorkItIsButNotAsTheOneItPresents) {
  ReportBuilder inspection("r1");
  inspection.Title("Safe Moorings: First Light", DocumentKind::kInspection);
  ReportBuilder paper("r2");
  paper.Title("Harbour Strategy", DocumentKind::kReport)
      .Line("Pilotage Committee")
      .Line(
          "1. The Harbour Strategy is attached, after Safe Moorings: First "
          "Light and the paper Tide Tables.")
      .Committee("Pilotage Committee");
  paper.Cites("Harbour Strategy");
  paper.Cites("Safe Moorings: First Light");
  paper.Cites("Tide Tables");
  ReportBuilder tides("r3");
  tides.Title("Tide Tables", DocumentKind::kReport);
  ReportBuilder press("r4");
  press.Title("Tide Tables", DocumentKind::kPress);
  const CrossReference crossref =
      Build({press.Done(), tides.Done(), paper.Done(), inspection.Done()});
  EXPECT_EQ(Find(crossref, "w-safe-moorings-first-light")->held,
            (std::vector<ReportId>{{"r1"}}));
  EXPECT_TRUE(Find(crossref, "w-harbour-strategy")->held.empty());
  EXPECT_EQ(Find(crossref, "w-tide-tables")->held,
            (std::vector<ReportId>{{"r3"}}));
  ASSERT_EQ(crossref.wanted.size(), 1u);
  EXPECT_EQ(crossref.wanted[0].work.value, "w-harbour-strategy");
}

TEST(Works, APaperNamedByNumberAndDayIsFound) {
  const auto paper = [](const char* id, const char* committee,
                        const char* number, const char* edtf) {
    ReportBuilder report(id);
    report.Title("Moorings", DocumentKind::kReport)
        .Line(committee)
        .Line(std::string("Report: ") + number)
        .Line("Date: x")
        .Date("x", edtf)
        .Committee(committee);
    report.header().report_number.printed = number;
    return report;
  };
  ReportBuilder citing = paper("r1", "Pilotage Committee", "7", "2002-05-21");
  citing.Line("1. Report 4 to this Committee, 12 February 2002.")
      .Line("2. Report 9 to this Committee, 12 February 2002.")
      .Line("3. Minutes of the Kennels Committee, 3 March 2002.");
  citing.Cites("Report 4 to this Committee, 12 February 2002");
  citing.Cites("Report 9 to this Committee, 12 February 2002");
  citing.Cites("Minutes of the Kennels Committee, 3 March 2002");
  ReportBuilder minutes = paper("r4", "Kennels Committee", "", "2002-03-03");
  minutes.header().kind = DocumentKind::kMinutes;
  const CrossReference crossref =
      Build({citing.Done(),
             paper("r2", "Pilotage Committee", "04", "2002-02-12").Done(),
             paper("r3", "Kennels Committee", "4", "2002-02-12").Done(),
             paper("r5", "Kennels Committee", "9", "2002-02-12").Done(),
             minutes.Done()});
  std::vector<std::string> held;
  for (const Work& work : crossref.works) {
    held.push_back(work.held.empty() ? "" : work.held[0].value);
  }
  // Minutes, report 4, report 9: no paper 9 of that committee is held.
  EXPECT_EQ(held, (std::vector<std::string>{"r4", "r2", ""}));
  EXPECT_EQ(crossref.wanted.size(), 1u);
}

TEST(Works, ReviewsOfOneSubjectYearsApartAreTwo) {
  const auto review = [](const std::string& id, const std::string& place,
                         const std::string& date) {
    ReportBuilder report(id);
    report.Title("Review of Harbours", DocumentKind::kInspection)
        .Line(place)
        .Line("Of " + date + ".");
    report.Date(date, date);
    report.header().subject.printed = place;
    return report.Done();
  };
  const CrossReference crossref =
      Build({review("r1", "Ostley", "2010-01-04"),
             review("r2", "Ostley", "2014-07-09"),
             review("r3", "Wrayburn", "2010-01-04")});
  std::set<std::string> held;
  for (const Work& work : crossref.works) {
    if (work.held.empty()) continue;  // the row that they belong to
    ASSERT_EQ(work.held.size(), 1u) << work.id.value;
    held.insert(work.held[0].value + " " + work.title);
  }
  EXPECT_EQ(held, (std::set<std::string>{"r1 Review of Harbours: Ostley",
                                         "r2 Review of Harbours: Ostley",
                                         "r3 Review of Harbours: Wrayburn"}));
}

TEST(Works, WantedComesInOrderOfHowOftenItIsAskedFor) {
  ReportBuilder paper("r1");
  paper.Line("1. Alpha Light. Beta Light. Beta Light.");
  paper.Cites("Alpha Light");
  paper.Cites("Beta Light");
  paper.Cites("Beta Light");
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.wanted.size(), 2u);
  EXPECT_EQ(crossref.wanted[0].title, "Beta Light");
  EXPECT_EQ(crossref.wanted[0].asked_for, 2u);
  EXPECT_EQ(crossref.wanted[0].quotes.size(), 2u);
}

TEST(Works, NumberedPhasesAreProposedWithBothQuotesAndNotMerged) {
  ReportBuilder a("r1");
  a.Line(
      "1. The second phase of the strategy, Open Water: Every Boat Counts, "
      "was launched on 24 May 2001.");
  a.Cites("Open Water: Every Boat Counts");
  ReportBuilder b("r2");
  b.Line(
      "2. Two strategies came before, Open Water I and II. The latter was "
      "produced in 2001.");
  b.Cites("Open Water I and II");
  const CrossReference crossref = Build({a.Done(), b.Done()});
  EXPECT_EQ(Ids(crossref),
            (std::vector<std::string>{"w-open-water", "w-open-water-1",
                                      "w-open-water-2",
                                      "w-open-water-every-boat-counts"}));
  ASSERT_EQ(crossref.proposals.size(), 1u);
  const Proposal& proposal = crossref.proposals[0];
  EXPECT_EQ(proposal.a.value, "w-open-water-2");
  EXPECT_EQ(proposal.b.value, "w-open-water-every-boat-counts");
  EXPECT_NE(proposal.quote_a.text.find("I and II"), std::string::npos);
  EXPECT_NE(proposal.quote_b.text.find("second phase"), std::string::npos);
}

TEST(Works, TwoTitlesThatATextCallsOneWorkAreOne) {
  ReportBuilder a("r1");
  a.Line("1. Open Water II, better known as Open Water: Every Boat Counts.");
  a.Cites("Open Water II");
  a.Cites("Open Water: Every Boat Counts");
  a.Relates("better known as", "alias-of", "Open Water: Every Boat Counts",
            "Open Water II");
  ReportBuilder b("r2");
  b.Line("1. Open Water II ended.");
  b.Cites("Open Water II");
  const CrossReference crossref = Build({a.Done(), b.Done()});
  ASSERT_EQ(crossref.works.size(), 1u);
  EXPECT_EQ(crossref.works[0].title, "Open Water: Every Boat Counts");
  EXPECT_EQ(crossref.works[0].cited_by.size(), 3u);
  EXPECT_TRUE(crossref.proposals.empty());
  EXPECT_EQ(ResolveTitle(crossref, "Open Water II").size(), 1u);
}

TEST(ResolveTitle, FindsByEveryFormAndListsWhatIsNotSettled) {
  ReportBuilder paper("r1");
  paper.Line("1. Safe Moorings: First Light; Open Water: First Light.");
  paper.Cites("Safe Moorings: First Light");
  paper.Cites("Open Water: First Light");
  const CrossReference crossref = Build({paper.Done()});
  EXPECT_EQ(ResolveTitle(crossref, "SAFE MOORINGS – first light").size(), 1u);
  EXPECT_EQ(ResolveTitle(crossref, "w-open-water-first-light").size(), 1u);
  EXPECT_EQ(ResolveTitle(crossref, "First Light").size(), 2u);
  EXPECT_TRUE(ResolveTitle(crossref, "First").empty());
  EXPECT_TRUE(ResolveTitle(crossref, "").empty());
}

TEST(Build, DoesNotDependOnTheOrderOfReports) {
  std::vector<store::ReportRecord> reports;
  for (int i = 0; i < 7; ++i) {
    ReportBuilder paper("r" + std::to_string(i));
    paper.Line("1. Fair Hearing (" + std::to_string(1995 + i % 3) +
               ") and Fair Hearing - Part One, by the Harbour Unit (HU). HU.");
    paper.Cites("Fair Hearing (" + std::to_string(1995 + i % 3) + ")",
                "Fair Hearing", std::to_string(1995 + i % 3));
    paper.Cites("Fair Hearing - Part One", "Fair Hearing").part = "Part One";
    if (i % 2 == 0) paper.Defines("Harbour Unit (HU)", "HU", "Harbour Unit");
    paper.Names("Harbour Unit");
    paper.Counts("1. Fair", 20 + i % 2, "Fair Hearing");
    reports.push_back(paper.Done());
  }
  const auto summary = [](const CrossReference& crossref) {
    std::string all;
    for (const Work& work : crossref.works) {
      all += work.id.value + work.title + work.year;
      for (const Alias& alias : work.aliases) {
        all += alias.printed + alias.rule + alias.quote.report.value;
      }
      for (const WorkMention& mention : work.cited_by) {
        all += mention.quote.report.value;
      }
    }
    for (const Conflict& conflict : crossref.conflicts) all += conflict.id;
    for (const AcronymEntry& entry : crossref.acronyms) {
      all += entry.id;
      for (const ReportId& id : entry.used_in) all += id.value;
    }
    for (const Body& body : crossref.bodies) {
      all += body.id.value + body.name;
      for (const Quote& quote : body.mentions) all += quote.report.value;
    }
    for (const CountEntry& count : crossref.counts) {
      all += std::to_string(count.stated) + count.quotes[0].report.value;
    }
    return all;
  };
  const std::string first = summary(Build(reports));
  std::mt19937 random(1);
  for (int round = 0; round < 8; ++round) {
    std::shuffle(reports.begin(), reports.end(), random);
    EXPECT_EQ(summary(Build(reports)), first);
  }
}

TEST(Build, OfNothingIsEmpty) {
  const CrossReference crossref = Build({});
  EXPECT_TRUE(crossref.works.empty());
  EXPECT_TRUE(crossref.counts.empty());
  EXPECT_TRUE(ResolveTitle(crossref, "Fair Hearing").empty());
}

}  // namespace
}  // namespace concord::crossref
