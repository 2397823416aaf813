// What stands like a title and is none, or no part of one.

#include <gtest/gtest.h>

#include "concord/crossref/crossref.h"
#include "find_work.h"
#include "report_builder.h"

namespace concord::crossref {
namespace {

using extraction::DocumentKind;
using extraction::WorkKind;

TEST(NoWorks, APlaceInAWorkIsNoWordOfItsTitle) {
  ReportBuilder paper("r1");
  paper.Line(
      "1. Open Doors, recommendations 16 and 18; Open Doors, chapter 3;");
  paper.Line("2. Open Doors (Minute 42); Open Doors, version 1.2; Open Doors");
  paper.Line("3. Open Doors, chapters in stone");
  for (const char* title :
       {"Open Doors, recommendations 16 and 18", "Open Doors, chapter 3",
        "Open Doors (Minute 42)", "Open Doors, version 1.2", "Open Doors",
        "Open Doors, chapters in stone"}) {
    paper.Cites(title);
  }
  EXPECT_EQ(Ids(Build({paper.Done()})),
            (std::vector<std::string>{"w-open-doors",
                                      "w-open-doors-chapters-in-stone"}));
}

TEST(NoWorks, AChapterIsNoWork) {
  std::vector<store::ReportRecord> reports;
  for (const char* title : {"CHAPTER 1 DOORS", "CHAPTER 2 KEYS",
                            "Part L Summary", "Open Doors: a study"}) {
    ReportBuilder page("r" + std::to_string(reports.size()));
    page.Title(title, DocumentKind::kInspection);
    reports.push_back(page.Done());
  }
  EXPECT_EQ(Ids(Build(reports)),
            (std::vector<std::string>{"w-open-doors-a-study"}));
  reports.erase(reports.begin());
  EXPECT_EQ(Build(reports).works.size(), 3u) << "two may be two reports";
}

TEST(NoWorks, NoPhraseNoHeadlineAndNoPostIsAWork) {
  ReportBuilder paper("r1");
  paper.Line("1. review of the same name; Questions may be put to the chair;");
  paper.Line("2. THE BOARD BEING ASKED TO DO; Harbour Master (Support), KEYS");
  paper.Names("Harbour Master (Support)", extraction::OwnerKind::kPost);
  for (const char* title :
       {"review of the same name", "Questions may be put to the chair",
        "THE BOARD BEING ASKED TO DO", "Harbour Master (Support)"}) {
    paper.Cites(title).rule = "citation.background";
  }
  EXPECT_TRUE(Build({paper.Done()}).works.empty());
}

TEST(NoWorks, TheNameOfAFieldIsNoWordOfATitle) {
  ReportBuilder paper("r1");
  paper.Line("Subject: Plan for Boats and Moorings");
  paper.Line("1. The Plan for Boats and Moorings is late.");
  paper.Cites("Subject: Plan for Boats and Moorings");
  paper.Cites("Plan for Boats and Moorings");
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.works.size(), 1u);
  EXPECT_EQ(crossref.works[0].title, "Plan for Boats and Moorings");
}

TEST(NoWorks, WhatAPaperDoesWithAPlanIsNoPartOfItsName) {
  ReportBuilder paper("r1");
  paper.Line("Subject: Adoption of the Harbour Boats and Moorings Plan");
  paper.Line("1. The Harbour Boats and Moorings Plan is late.");
  paper.Cites("Subject: Adoption of the Harbour Boats and Moorings Plan");
  paper.Cites("Harbour Boats and Moorings Plan");
  const CrossReference crossref = Build({paper.Done()});
  EXPECT_EQ(crossref.works.size(), 2u);
}

TEST(NoWorks, WhatStandsAroundAListOfBackgroundPapersIsNoWork) {
  ReportBuilder paper("r1");
  paper.Line("Papers consulted");
  paper.Line("Plan for Boats. Note by A. B. Ash. not on this site)");
  paper.Line("A. B. Ash");
  paper.Line("Clerk of Moorings");
  paper.Line("Ada Birch");
  paper.Line("Questions to Mr Ash, 01632 960233.");
  paper.header().by.printed = "Clerk of Moorings";
  extraction::OwnerMention author;
  author.name = "Ada Birch";
  paper.header().authors.push_back(author);
  for (const char* words :
       {"Papers consulted", "Plan for Boats", "not on this site)", "A. B. Ash",
        "Clerk of Moorings", "Ada Birch",
        "Questions to Mr Ash, 01632 960233."}) {
    extraction::Citation& citation = paper.Cites(words);
    citation.role = extraction::CitationRole::kBackground;
    citation.rule = "citation.background";
  }
  paper.Heading("Papers consulted");
  const CrossReference crossref = Build({paper.Done()});
  EXPECT_EQ(Ids(crossref), std::vector<std::string>{"w-plan-for-boats"});
}

TEST(NoWorks, TheYearsAPlanIsForAreNoDateOfIt) {
  ReportBuilder plan("r1");
  plan.Title("Harbour Scheme", DocumentKind::kStrategy);
  plan.Line("23 May 2002");
  plan.Date("23 May 2002", "2002-05-23");
  ReportBuilder paper("r2");
  paper.Line("1. The Harbour Scheme 2005 – 2008 is ready.");
  paper.Cites("Harbour Scheme 2005 – 2008", "Harbour Scheme", "2005");
  EXPECT_TRUE(Build({plan.Done(), paper.Done()}).conflicts.empty());
}

TEST(NoWorks, NamesAreNoTitles) {
  ReportBuilder paper("r1");
  paper.Line("1. Mr Ash met. Ned Ash, Daily Post, The Post’s Ned Ash, The");
  paper.Line("Third Lamp, Harbour Trust, Harbour Trust and Harbour Trust.");
  paper.Names("Mr Ash", extraction::OwnerKind::kPerson);
  for (int i = 0; i < 3; ++i) paper.Names("Harbour Trust");
  for (const char* title : {"Ned Ash", "Daily Post", "The Post’s Ned Ash",
                            "Third Lamp", "Harbour Trust"}) {
    paper.Cites(title).kind = extraction::WorkKind::kOther;
  }
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.works.size(), 1u);
  EXPECT_EQ(crossref.works[0].title, "Third Lamp");
}

}  // namespace
}  // namespace concord::crossref
