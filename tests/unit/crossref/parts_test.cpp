#include "concord/crossref/parts.h"

#include <gtest/gtest.h>

#include "concord/crossref/crossref.h"
#include "report_builder.h"

namespace concord::crossref {
namespace {

TEST(PartKey, KindsAndNumeralsAreOne) {
  const std::pair<const char*, const char*> kCases[] = {
      {"Appendix 2", "appendix 2"},
      {"APPENDIX II", "appendix 2"},
      {"Annexe A", "annex a"},
      {"Exempt Appendix 3", "appendix 3"},
      {"Appendices 4", "appendix 4"},
      {"It is attached", ""},
      {"Appendix", ""}};
  for (const auto& [printed, key] : kCases) {
    EXPECT_EQ(PartKey(printed), key) << printed;
  }
}

struct Case {
  const char* what;
  std::vector<store::ReportName> reports;  // the first one announces
  const char* printed;
  const char* held;  // "" = by nobody
};

TEST(PartsHeld, FollowsTheWork) {
  const std::string kRoot = "https://northmarch.test/inquiry/";
  const std::vector<Case> cases = {
      {"a chapter and the page of an appendix",
       {{{"r1"}, kRoot + "J/chapter1/index.html", "CHAPTER 1 COSTS"},
        {{"r2"}, kRoot + "appendices/4/index.html", "APPENDIX 4 LAW"},
        {{"r3"}, kRoot + "appendices/5/index.html", "APPENDIX 5 MAPS"}},
       "Appendix 4",
       "r2"},
      {"roman and arabic are one",
       {{{"r1"}, kRoot + "K/index.html", "Contents"},
        {{"r2"}, kRoot + "appendix2/index.html", "Witnesses"}},
       "Appendix II",
       "r2"},
      {"a file named after the paper",
       {{{"r1"}, kRoot + "051006/10.htm", "Report 10: boats"},
        {{"r2"}, kRoot + "051006/10-appendix01.htm", "Costs of boats"},
        {{"r3"}, kRoot + "051006/11.htm", "Report 11: moorings"}},
       "Appendix 1",
       "r2"},
      {"a file named after another paper",
       {{{"r1"}, kRoot + "051006/11.htm", "Report 11: moorings"},
        {{"r2"}, kRoot + "051006/10-appendix01.htm", "Costs of boats"},
        {{"r3"}, kRoot + "051006/10.htm", "Report 10: boats"}},
       "Appendix 1",
       ""},
      {"several papers, and no word whose appendix it is",
       {{{"r1"}, kRoot + "boats.htm", "Boats"},
        {{"r2"}, kRoot + "moorings.htm", "Moorings"},
        {{"r3"}, kRoot + "appendix1.htm", "Appendix 1"}},
       "Appendix 1",
       ""},
      {"one paper and its appendix",
       {{{"r1"}, kRoot + "boats.htm", "Boats"},
        {{"r3"}, kRoot + "appendix1.htm", "Appendix 1: costs"}},
       "Appendix 1",
       "r3"},
      {"an annex is no appendix",
       {{{"r1"}, kRoot + "boats.htm", "Boats"},
        {{"r3"}, kRoot + "appendix1.htm", "Appendix 1: costs"}},
       "Annex 1",
       ""},
      {"another folder",
       {{{"r1"}, "https://northmarch.test/other/boats.htm", "Boats"},
        {{"r3"}, kRoot + "appendix1.htm", "Appendix 1: costs"}},
       "Appendix 1",
       ""},
      {"two pages that both are it",
       {{{"r1"}, kRoot + "index.html", "Contents"},
        {{"r2"}, kRoot + "a/appendix1.htm", "Appendix 1: costs"},
        {{"r3"}, kRoot + "appendix1.htm", "Appendix 1: law"},
        {{"r4"}, kRoot + "appendix/1.htm", "Appendix 1: maps"}},
       "Appendix 1",
       ""},
      {"itself",
       {{{"r1"}, kRoot + "appendix1.htm", "Appendix 1: costs"}},
       "Appendix 1",
       "r1"},
      {"the title after the part in the name of a file, for another part",
       {{{"r1"}, kRoot + "Appendix%20N%20-%20Moorings.pdf", "MOORINGS"},
        {{"r2"}, kRoot + "Appendix%20M%20-%20Costs.pdf", "COSTS"},
        {{"r3"}, kRoot + "Budget.pdf", "Budget"},
        {{"r4"}, kRoot + "Agenda.pdf", "Agenda"}},
       "Appendix M",
       "r2"},
      {"... and not for one of several papers",
       {{{"r1"}, kRoot + "Budget.pdf", "Budget"},
        {{"r2"}, kRoot + "Appendix%20M%20-%20Costs.pdf", "COSTS"},
        {{"r3"}, kRoot + "Agenda.pdf", "Agenda"}},
       "Appendix M",
       ""},
      {"the paper whose title shares the page's words",
       {{{"r1"}, kRoot + "Cabinet%20Report.pdf", "Late changes to the budget"},
        {{"r2"},
         kRoot + "Appendix%201%20Cabinet.pdf",
         "APPENDIX 1 - High Level Budget and Financing"},
        {{"r3"}, kRoot + "Boats.pdf", "Cabinet report on boats"}},
       "Appendix 1",
       "r2"},
      {"... and not the other paper",
       {{{"r3"}, kRoot + "Boats.pdf", "Cabinet report on boats"},
        {{"r2"},
         kRoot + "Appendix%201%20Cabinet.pdf",
         "APPENDIX 1 - High Level Budget and Financing"},
        {{"r1"}, kRoot + "Report.pdf", "Late changes to the budget"}},
       "Appendix 1",
       ""},
      {"... nor either of two that share as many",
       {{{"r1"}, kRoot + "Report.pdf", "Late changes to the budget"},
        {{"r2"},
         kRoot + "Appendix%201%20Cabinet.pdf",
         "APPENDIX 1 - High Level Budget and Financing"},
        {{"r3"}, kRoot + "Boats.pdf", "The budget for boats"}},
       "Appendix 1",
       ""},
      {"filed under one number",
       {{{"r1"}, kRoot + "04-00109%20-%20Boats%20-%20Report.pdf", "Boats"},
        {{"r2"}, kRoot + "04-00109%20-%20Appendix%20C%20-%20Map.pdf", "Map"},
        {{"r3"}, kRoot + "04-00110%20-%20Appendix%20C%20-%20Oar.pdf", "Oar"}},
       "Appendix C",
       "r2"},
      {"no label, only a word that begins with its letter",
       {{{"r1"}, kRoot + "boats.pdf", "Boats"},
        {{"r2"}, kRoot + "appendix%20costs.pdf", "Costs"}},
       "Appendix C",
       ""},
  };
  for (const Case& c : cases) {
    const PartsHeld held(c.reports);
    const auto found = held.Find(c.reports.front(), c.printed);
    EXPECT_EQ(found ? found->value : "", c.held) << c.what;
  }
}

TEST(Missing, NotWhatAnotherPageIs) {
  ReportBuilder chapter("inquiry/chapter1/index.html");
  chapter.Title("CHAPTER 1 BOATS", extraction::DocumentKind::kOther);
  chapter.Line("1. See Appendix 1 and Appendix 2.");
  chapter.Lacks("Appendix 1").Lacks("Appendix 2");
  ReportBuilder appendix("inquiry/appendix1/index.html");
  appendix.Title("APPENDIX 1 COSTS", extraction::DocumentKind::kOther);
  const CrossReference crossref = Build({chapter.Done(), appendix.Done()});
  ASSERT_EQ(crossref.missing.size(), 1u);
  EXPECT_EQ(crossref.missing[0].printed, "Appendix 2");
}

}  // namespace
}  // namespace concord::crossref
