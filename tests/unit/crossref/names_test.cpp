// Acronyms, bodies and people.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/crossref/crossref.h"
#include "crossref/acronyms.h"
#include "crossref/bodies.h"
#include "crossref/person_names.h"
#include "report_builder.h"

namespace concord::crossref {
namespace {

using extraction::OwnerKind;

const AcronymEntry* Entry(const CrossReference& crossref,
                          const std::string& short_form,
                          const std::string& long_form) {
  for (const AcronymEntry& entry : crossref.acronyms) {
    if (entry.short_form == short_form && entry.long_form == long_form) {
      return &entry;
    }
  }
  return nullptr;
}

TEST(FindAcronymUses, FindsWhatLooksLikeAnAcronym) {
  const std::string text =
      "The HPU, DCC4 and (B)OCUs met R&D under Part IV; A. Smith’s HPU-led "
      "work, CÉ and HMIs";
  std::vector<std::string> found;
  for (const AcronymUse& use :
       FindAcronymUses(text, {0, static_cast<std::uint32_t>(text.size())})) {
    found.push_back(use.short_form);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"HPU", "DCC4", "(B)OCU", "R&D",
                                             "HPU", "HMI"}));
  const std::string shouting = "NORTHMARCH POLICE AUTHORITY AND OTHERS";
  EXPECT_TRUE(FindAcronymUses(shouting,
                              {0, static_cast<std::uint32_t>(shouting.size())})
                  .empty());
}

TEST(Acronyms, HaveOneMeaningInAnyNumber) {
  EXPECT_TRUE(IsSameMeaning("Basic Command Unit", "the basic command units"));
  EXPECT_TRUE(IsSameMeaning("Valley Training Unit", "Training Units"));
  EXPECT_FALSE(IsSameMeaning("press office", "pres office"));
  EXPECT_FALSE(IsSameMeaning("Training Unit", "Training Union"));
  EXPECT_FALSE(IsSameMeaning("unit", "community"));
}

TEST(Acronyms, TwoMeaningsAreTwoEntriesAndAnUnsettledUseIsSaid) {
  ReportBuilder a("r1");
  a.Line("1. The Pilotage Unit (PU) met. PU.");
  a.Defines("Pilotage Unit (PU)", "PU", "Pilotage Unit");
  ReportBuilder b("r2");
  b.Line("1. The Poultry Union (PU) met.");
  b.Defines("Poultry Union (PU)", "PU", "Poultry Union");
  ReportBuilder c("r3");
  c.Line("1. The PU met.");
  const CrossReference crossref = Build({a.Done(), b.Done(), c.Done()});
  ASSERT_NE(Entry(crossref, "PU", "Pilotage Unit"), nullptr);
  ASSERT_NE(Entry(crossref, "PU", "Poultry Union"), nullptr);
  const AcronymEntry* unsettled = Entry(crossref, "PU", "");
  ASSERT_NE(unsettled, nullptr);
  EXPECT_EQ(unsettled->used_in, (std::vector<ReportId>{{"r3"}}));
  EXPECT_TRUE(Entry(crossref, "PU", "Pilotage Unit")->used_in.empty());
  EXPECT_NE(Entry(crossref, "PU", "Pilotage Unit")->id,
            Entry(crossref, "PU", "Poultry Union")->id);
}

TEST(Acronyms, OneMeaningServesTheWholeArchive) {
  ReportBuilder a("r1");
  a.Line("1. NHP (Northmarch Harbour Police) met.");
  a.Defines("NHP (Northmarch Harbour Police)", "NHP",
            "Northmarch Harbour Police");
  ReportBuilder b("r2");
  b.Line("1. The NHP met.").Line("2. The NHP met again.");
  const CrossReference crossref = Build({b.Done(), a.Done()});
  const AcronymEntry* entry =
      Entry(crossref, "NHP", "Northmarch Harbour Police");
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->definitions.size(), 1u);
  EXPECT_EQ(entry->used_in, (std::vector<ReportId>{{"r2"}}));
  ASSERT_EQ(entry->uses.size(), 1u);
  EXPECT_EQ(entry->uses[0].locator, "para 1");
}

TEST(Acronyms, WhatNobodyDefinesIsListedUnlessItIsAWord) {
  ReportBuilder a("r1");
  a.Line("1. DCC4 will NOT pay.").Line("2. It will not be paid.");
  const CrossReference crossref = Build({a.Done()});
  ASSERT_EQ(crossref.acronyms.size(), 1u);
  EXPECT_EQ(crossref.acronyms[0].short_form, "DCC4");
  EXPECT_TRUE(crossref.acronyms[0].long_form.empty());
}

TEST(Acronyms, WhatNobodyDefinesNeedsTheUsesOfAnAcronym) {
  const std::pair<const char*, const char*> kCases[] = {
      {"1. The NPA met.", "NPA"},
      {"1. Written to NPA. 2. A copy is held by NPA.", "NPA"},
      {"1. Sent to NPA.", "NPA"},
      {"1. Sent to NP.", ""},
      {"1. Written by JKO Oakley.", ""},
      {"1. The log is exhibit AB3. The AB3 was read.", ""},
      {"1. The AB3 and the AB4 were read.", ""},
      {"1. See the [2004] QB 12 and the [2005] QB 14.", ""},
      {"1. Written by JK Oakley. 2. Read by JK Oakley.", ""},
      {"1. The BIRCH case. 2. Mr Birch came.", ""},
      {"1. SO13 was told.", "SO13"},
      {"1. Told by XY13. 2. Then by XY13.", ""},
  };
  for (const auto& [line, listed] : kCases) {
    ReportBuilder paper("r1");
    paper.Line(line);
    const CrossReference crossref = Build({paper.Done()});
    std::string found;
    for (const AcronymEntry& entry : crossref.acronyms) {
      found += entry.short_form;
    }
    EXPECT_EQ(found, listed) << line;
  }
}

TEST(BodyKey, FoldsArticlesDeterminersAndPossessives) {
  EXPECT_EQ(BodyKey("the Harbour Unit"), "harbour unit");
  EXPECT_EQ(BodyKey("Harbour Unit’s"), "harbour unit");
  EXPECT_EQ(BodyKey("each of the harbour units"), "harbour units");
  EXPECT_EQ(BodyKey("Harbour Unit (HU)"), "harbour unit");
  EXPECT_EQ(BodyKey("Ferries & Moorings Board"), "ferries and moorings board");
  EXPECT_EQ(BodyKey("Her Majesty's Wardens"), "her majestys wardens");
  EXPECT_EQ(BodyKey(""), "");
}

const Body* BodyNamed(const CrossReference& crossref, const std::string& id) {
  for (const Body& body : crossref.bodies) {
    if (body.id.value == id) return &body;
  }
  return nullptr;
}

TEST(Bodies, AnAcronymAndItsWordsAreOneBody) {
  ReportBuilder a("r1");
  a.Line("1. The Harbour Pilotage Unit (HPU) met. The HPU, and NHP HPU.");
  a.Defines("Harbour Pilotage Unit (HPU)", "HPU", "Harbour Pilotage Unit");
  a.Names("Harbour Pilotage Unit");
  a.Names("HPU");
  a.Names("NHP HPU");
  ReportBuilder b("r2");
  b.Line("1. The HPU and the NHP (Northmarch Harbour Police).");
  b.Defines("NHP (Northmarch Harbour Police)", "NHP",
            "Northmarch Harbour Police");
  b.Names("HPU");
  b.Names("NHP");
  const CrossReference crossref = Build({a.Done(), b.Done()});
  ASSERT_EQ(crossref.bodies.size(), 2u);
  const Body* unit = BodyNamed(crossref, "b-harbour-pilotage-unit");
  ASSERT_NE(unit, nullptr);
  EXPECT_EQ(unit->name, "Harbour Pilotage Unit");
  EXPECT_EQ(unit->mentions.size(), 4u);
  const Body* police = BodyNamed(crossref, "b-northmarch-harbour-police");
  ASSERT_NE(police, nullptr);
  EXPECT_EQ(police->name, "Northmarch Harbour Police");
  EXPECT_EQ(police->aliases[0].rule, "acronym");
}

TEST(Bodies, AGenericWordMeansItsPapersBodyOrNobody) {
  ReportBuilder a("r1");
  a.Line("Pilotage Committee").Committee("Pilotage Committee");
  a.Line(
      "1. The Committee and the Board met the Kennels Board. Members of "
      "the unit.");
  a.Names("Committee");
  a.Names("Kennels Board");
  a.Names("Board");
  a.Names("Members");
  a.Names("unit");
  const CrossReference crossref = Build({a.Done()});
  ASSERT_EQ(crossref.bodies.size(), 2u);
  EXPECT_EQ(BodyNamed(crossref, "b-pilotage-committee")->mentions.size(), 3u);
  EXPECT_EQ(BodyNamed(crossref, "b-kennels-board")->mentions.size(), 2u);
}

TEST(Bodies, ANameWithinANameIsAnotherBody) {
  ReportBuilder a("r1");
  a.Line("1. Northmarch Police, Northmarch Police Authority.");
  a.Names("Northmarch Police Authority");
  a.Names("Northmarch Police");
  EXPECT_EQ(Build({a.Done()}).bodies.size(), 2u);
}

TEST(People, AreKnownByNameWithoutTheirTitles) {
  EXPECT_EQ(PersonKey("Dr Ada Quill"), "ada quill");
  EXPECT_EQ(PersonKey("Sir"), "sir");
  ReportBuilder a("r1");
  a.Line("1. Ada Quill, Head of Moorings. Dr Ada Quill.");
  a.Names("Ada Quill", OwnerKind::kPerson).post = "Head of Moorings";
  a.Names("Dr Ada Quill", OwnerKind::kPerson).post = "01632 960731";
  const CrossReference crossref = Build({a.Done()});
  ASSERT_EQ(crossref.people.size(), 1u);
  EXPECT_EQ(crossref.people[0].id, "p-ada-quill");
  EXPECT_EQ(crossref.people[0].post, "Head of Moorings");
  EXPECT_EQ(crossref.people[0].mentions.size(), 2u);
  EXPECT_TRUE(crossref.bodies.empty());
}

TEST(People, AreTakenOutOfCompany) {
  struct {
    const char* printed;
    std::vector<std::string> people;
  } const kCases[] = {
      {"Mr Ash’s", {"Mr Ash"}},
      {"Neither Mrs Birch", {"Mrs Birch"}},
      {"Mr and Mrs Ash", {"Mr Ash", "Mrs Ash"}},
      {"Sir Ned and Mr Oakley", {"Sir Ned", "Mr Oakley"}},
      {"Mr Ash, Mr Elm and Lord Birch", {"Mr Ash", "Mr Elm", "Lord Birch"}},
      {"Harbour Party and Mr Ash", {"Mr Ash"}},
      {"Ada Birch and Mr Ash", {"Ada Birch", "Mr Ash"}},
      {"Ada Larch and Mr Ash", {"Mr Ash"}},
      {"DCS Holt and Mr Ash", {"DCS Holt", "Mr Ash"}},
      {"Ada Larch", {"Ada Larch"}},
      {"Mr Ash’s deputy", {"Mr Ash"}},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(PeopleIn(c.printed, {"birch"}), c.people) << c.printed;
  }
}

TEST(People, OfOneMentionHaveTheirOwnPlaces) {
  ReportBuilder paper("r1");
  paper.Line("1. Sir Ned and Mr Oakley met.");
  paper.Names("Sir Ned and Mr Oakley", extraction::OwnerKind::kPerson);
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.people.size(), 2u);
  for (const Person& person : crossref.people) {
    ASSERT_EQ(person.mentions.size(), 1u);
    EXPECT_EQ(person.mentions[0].text, person.name);
  }
}

TEST(People, AShortNameJoinsTheFullOneWhereNothingSpeaksAgainst) {
  ReportBuilder a("r1");
  a.Line("1. Ned Garth and Mr Garth; Councillor Ada Quill (Chair), Mrs Elm.");
  a.Line("2. Una Reed-Hale and Mrs Reed-Hale; Revd Odo Pask and Mr Pask.");
  for (const char* name :
       {"Una Reed-Hale", "Mrs Reed-Hale", "Revd Odo Pask", "Mr Pask"}) {
    a.Names(name, OwnerKind::kPerson);
  }
  for (const char* name :
       {"Ned Garth", "Mr Garth", "Mrs Elm", "Councillor Ada Quill (Chair)"}) {
    a.Names(name, OwnerKind::kPerson);
  }
  ReportBuilder b("r2");
  b.Line(
      "1. Councillor Quill, Mrs Garth, Mr Ned Elm, Chief Inspector Odo Birch");
  b.Line("2. Sergeant Odo Birch, Odo Larch, Una Larch, Mr Larch, N Garth");
  for (const char* name : {"Councillor Quill", "Mrs Garth", "Mr Ned Elm",
                           "Chief Inspector Odo Birch", "Sergeant Odo Birch",
                           "Odo Larch", "Una Larch", "Mr Larch"}) {
    b.Names(name, OwnerKind::kPerson);
  }
  const CrossReference crossref = Build({a.Done(), b.Done()});
  std::vector<std::string> names;
  for (const Person& person : crossref.people) {
    names.push_back(person.name + " " + std::to_string(person.mentions.size()));
  }
  EXPECT_THAT(names, ::testing::UnorderedElementsAre(
                         "Una Reed-Hale 2", "Revd Odo Pask 2", "Ned Garth 2",
                         "Councillor Ada Quill 2", "Mrs Elm 1", "Mrs Garth 1",
                         "Mr Ned Elm 1", "Chief Inspector Odo Birch 2",
                         "Odo Larch 1", "Una Larch 1", "Mr Larch 1"));
}

TEST(People, AMissAndAMrsOfOneNameAreTwo) {
  ReportBuilder a("r1");
  a.Line("1. Miss Elm, Miss Elm, Mrs Elm, Ms Elm; Mr Ash, Miss Ash, Mrs Ash.");
  for (const char* name :
       {"Miss Elm", "Mrs Elm", "Ms Elm", "Mr Ash", "Miss Ash", "Mrs Ash"}) {
    a.Names(name, OwnerKind::kPerson);
  }
  ReportBuilder b("r2");
  b.Line("1. Miss Elm, Ada Quill, Miss Quill, Mrs Quill.");
  for (const char* name :
       {"Miss Elm", "Ada Quill", "Miss Quill", "Mrs Quill"}) {
    b.Names(name, OwnerKind::kPerson);
  }
  const CrossReference crossref = Build({a.Done(), b.Done()});
  std::vector<std::string> names;
  for (const Person& person : crossref.people) {
    names.push_back(person.name + " " + std::to_string(person.mentions.size()));
  }
  EXPECT_THAT(names,
              ::testing::UnorderedElementsAre(
                  "Miss Elm 3", "Mrs Elm 1", "Mr Ash 1", "Miss Ash 1",
                  "Mrs Ash 1", "Ada Quill 1", "Miss Quill 1", "Mrs Quill 1"));
}

TEST(People, AreNoCouncilsAndNoCampaigns) {
  ReportBuilder paper("r1");
  paper.Line("1. The Harbour Council, Road Campaigns, Ada Quill, KBX");
  for (const char* name :
       {"The Harbour Council", "Road Campaigns", "Ada Quill", "KBX"}) {
    paper.Names(name, OwnerKind::kPerson);
  }
  const CrossReference crossref = Build({paper.Done()});
  ASSERT_EQ(crossref.people.size(), 1u);
  EXPECT_EQ(crossref.people[0].name, "Ada Quill");
}

TEST(Bodies, AreNoPronounsAndNoPeople) {
  ReportBuilder a("r1");
  a.Line("1. Ada Quill, We, Ada Quill Assistant Director, this Board, Keys");
  a.Line("2. “Keys and Wardens” 1993, the Keys Board, Keys and Wardens");
  a.Names("Ada Quill", OwnerKind::kPerson);
  a.Names("We");
  a.Names("Ada Quill Assistant Director", OwnerKind::kPost);
  a.Names("this Board");
  a.Names("Keys Board");
  a.Names("Keys and Wardens").rule = "owner.named";
  a.Cites("“Keys and Wardens” 1993", "Keys and Wardens", "1993").rule =
      "citation.quoted";
  ReportBuilder b("r2");
  b.Line("1. Ada Quill did it.");
  b.Names("Ada Quill");
  const CrossReference crossref = Build({a.Done(), b.Done()});
  ASSERT_EQ(crossref.bodies.size(), 1u);
  EXPECT_EQ(crossref.bodies[0].name, "Keys Board");
  EXPECT_EQ(crossref.bodies[0].mentions.size(), 2u) << "this Board is it";
  ASSERT_EQ(crossref.people.size(), 1u);
  EXPECT_EQ(crossref.people[0].mentions.size(), 2u);
}

TEST(IsPersonName, ByTitleOrLettersAfterTheName) {
  const std::pair<const char*, bool> kCases[] = {
      {"Sir Ned Ash", true},    {"Ada Birch MP", true},
      {"Mr Ned Ash QC", true},  {"Lord Chancellor", false},
      {"Lord Elm", true},       {"Lady Elm’s School", false},
      {"Harbour Trust", false}, {"Ministry of Boats MP", false},
      {"Harbour MP", false},    {"Dr Ash Foundation", false}};
  for (const auto& [name, person] : kCases) {
    EXPECT_EQ(IsPersonName(name), person) << name;
  }
}

TEST(Bodies, LeaveOutWhatNamesNone) {
  ReportBuilder paper("r1");
  paper.Line("1. Sir Ned Ash told See Harbour Log and HARBOUR SHAME; all of");
  paper.Line("these practices, all forces, NORTHMARCH TRUST, Northmarch Trust");
  paper.Names("Sir Ned Ash");
  paper.Names("See Harbour Log");
  paper.Names("HARBOUR SHAME");
  paper.Names("NORTHMARCH TRUST");
  paper.Names("Northmarch Trust");
  paper.Names("these practices", extraction::OwnerKind::kClass).name =
      "all of these practices";
  paper.Names("all forces", extraction::OwnerKind::kClass);
  const CrossReference crossref = Build({paper.Done()});
  std::vector<std::string> names;
  for (const Body& body : crossref.bodies) names.push_back(body.name);
  EXPECT_THAT(names, testing::UnorderedElementsAre(
                         "all forces", testing::AnyOf("Northmarch Trust",
                                                      "NORTHMARCH TRUST")));
  EXPECT_EQ(crossref.people.size(), 1u);
}

TEST(Quotes, AreTheWordsAtTheirPlace) {
  ReportBuilder a("r1");
  a.Line("1. The Harbour Unit met.").Line("2. See Fair Hearing.");
  a.Names("Harbour Unit");
  a.Cites("Fair Hearing");
  const store::ReportRecord record = a.Done();
  const CrossReference crossref = Build({record});
  const auto check = [&](const Quote& quote) {
    EXPECT_EQ(quote.text, Slice(record.text(), quote.span));
    EXPECT_EQ(quote.uri, record.uri);
    EXPECT_EQ(quote.locator, document::Locator(record.document, quote.span));
  };
  for (const Body& body : crossref.bodies) check(body.mentions[0]);
  for (const Work& work : crossref.works) check(work.cited_by[0].quote);
  EXPECT_EQ(crossref.works[0].cited_by[0].quote.locator, "para 2");
}

}  // namespace
}  // namespace concord::crossref
