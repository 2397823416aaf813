// How much has been carried out, told differently by two pages or by one.

#include <gtest/gtest.h>

#include "read_page.h"

namespace concord::crossref {
namespace {

// Two papers on "Salt and Rope", which made sixteen recommendations.
std::string TwoPapers(const std::string& earlier, const std::string& day,
                      const std::string& later) {
  const std::string about =
      "<p>1. This paper follows up the report Salt and Rope (2001), which made "
      "sixteen recommendations.</p><p>2. ";
  return Told(Build({ReadPage("r1", "Ropes: first paper", "12 May 2003",
                              about + earlier + "</p>"),
                     ReadPage("r2", "Ropes: second paper", day,
                              about + later + "</p>")})
                  .conflicts);
}

std::string OnePaper(const std::string& paragraph) {
  return Told(
      Build({ReadPage("r1", "Ropes: where we are", "12 May 2003",
                      "<p>1. The report Salt and Rope (2001) made eighteen "
                      "recommendations.</p><p>2. " +
                          paragraph + "</p>")})
          .conflicts);
}

TEST(ProgressConflicts, FewerLaterThanSomebodyFindsThemToBe) {
  EXPECT_EQ(TwoPapers("Twelve of the sixteen recommendations have been carried "
                      "out.",
                      "9 December 2004",
                      "The letter finds nine of the sixteen recommendations "
                      "complete, and thanks the crews."),
            "fewer carried out later: 12 of 16 <> 9 of 16\n");
}

TEST(ProgressConflicts, MoreFoundMonthsLaterIsProgress) {
  EXPECT_EQ(TwoPapers("The auditor finds nine of the sixteen recommendations "
                      "complete.",
                      "9 December 2004",
                      "The auditor finds that ten of the sixteen "
                      "recommendations are complete."),
            "");
}

TEST(ProgressConflicts, OneVisitFoundOneNumber) {
  EXPECT_EQ(TwoPapers("The auditor finds nine of the sixteen recommendations "
                      "complete.",
                      "10 June 2003",
                      "The auditor finds that ten of the sixteen "
                      "recommendations are complete."),
            "one finding, two numbers: 9 of 16 <> 10 of 16\n");
}

TEST(ProgressConflicts, WhatNobodyFoundMayGrowInAMonth) {
  EXPECT_EQ(TwoPapers("Nine of the sixteen recommendations are complete.",
                      "10 June 2003",
                      "Ten of the sixteen recommendations are complete."),
            "");
}

TEST(ProgressConflicts, TheTwoGreatestOfOneDayAreComparedInEitherOrder) {
  for (const bool first : {true, false}) {
    const std::string nine =
        "Nine of the sixteen recommendations have been carried out.";
    const std::string ten =
        "Ten of the sixteen recommendations have been carried out.";
    EXPECT_EQ(TwoPapers(first ? nine : ten, "12 May 2003", first ? ten : nine),
              "fewer carried out later: 10 of 16 <> 9 of 16\n");
  }
}

TEST(ProgressConflicts, WhatIsLeftTellsWhatIsDone) {
  EXPECT_EQ(
      TwoPapers("Twelve of the sixteen recommendations have been carried out.",
                "9 December 2003",
                "Five of the sixteen recommendations remain outstanding."),
      "fewer carried out later: 12 of 16 <> 11 of 16\n");
  EXPECT_EQ(
      TwoPapers("Twelve of the sixteen recommendations have been carried out.",
                "9 December 2003",
                "Two of the sixteen recommendations have not yet been carried "
                "out."),
      "");
  EXPECT_EQ(
      TwoPapers("Twelve of the sixteen recommendations have been carried out.",
                "9 December 2003",
                "It was said that five of the sixteen recommendations were "
                "outstanding when the audit began."),
      "");
}

TEST(ProgressConflicts, FoundOfThemCountsAgainstTheNumberBefore) {
  EXPECT_EQ(
      TwoPapers("Twelve of the sixteen recommendations have been carried out.",
                "10 June 2003",
                "Salt and Rope had made sixteen recommendations. She had found "
                "eleven of them complete."),
      "fewer carried out later: 12 of 16 <> 11 of 16\n");
}

TEST(ProgressConflicts, WhatTheTextItselfSetsAgainstWhatWasSaid) {
  const struct {
    const char* paragraph;
    const char* told;
  } kCases[] = {
      {"Of the eighteen, ten are done, six are under way and two are not "
       "begun. The paper of March said that eleven were complete.",
       "not as many as was said: 11 <> 10 of 18\n"},
      {"Of the eighteen, ten are done, six are under way and two are not "
       "begun. The paper of March claimed that twelve of the eighteen "
       "had been met.",
       "not as many as was said: 12 of 18 <> 10 of 18\n"},
      {"The crews’ own list claims nine recommendations out of its sixteen. I "
       "make it seven.",
       "not as many as was said: 9 of 16 <> 7 of 16\n"},
      {"Of the eighteen, ten are done, six are under way and two are not "
       "begun. In March twelve were reported as complete.",
       "not as many as was said: 12 <> 10 of 18\n"},
      {"Of the eighteen, ten are done, six are under way and two are not "
       "begun. The March paper counted eleven as done.",
       "not as many as was said: 11 <> 10 of 18\n"},
      {"Ten of the eighteen recommendations are complete, not twelve as "
       "members "
       "were told.",
       "not as many as was said: 12 of 18 <> 10 of 18\n"},
      {"The return claims nine recommendations out of its sixteen. Only six "
       "of "
       "them have been carried out.",
       "not as many as was said: 9 of 16 <> 6 of 16\n"},
      // Fewer then, and of others.
      {"Of the eighteen, ten are done, six are under way and two are not "
       "begun. The paper of March said that eight were complete.",
       ""},
      {"Of the eighteen, ten are done, six are under way and two are not "
       "begun. It was said that eleven boats were complete.",
       ""},
      {"The crews’ own list claims nine recommendations out of its sixteen. I "
       "make it nine.",
       ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(OnePaper(one.paragraph), one.told) << one.paragraph;
  }
}

TEST(ProgressConflicts, OnlySoManyIsSaidAgainstTheNumberOfThePage) {
  const std::string states =
      "Of the eighteen recommendations ten have been carried out, six are "
      "under way and two are not begun.</p><p>3. ";
  EXPECT_EQ(
      OnePaper(states + "The panel took the view that only eight could be "
                        "signed off."),
      "not as many as was said: 8 <> 10 of 18\n");
  EXPECT_EQ(OnePaper(states + "The panel took the view that eight could be "
                              "signed off."),
            "")
      << "eight of them may be, in another paragraph, whatever the others are";
}

TEST(ProgressConflicts, WhatWasToldIsQuotedFromTheOnePaperThatSaysIt) {
  const auto plan = ReadPage(
      "r1", "Ropes: action plan", "12 May 2003",
      "<p>1. This plan carries out the report Salt and Rope (2001).</p><p>2. "
      "Of the nine recommendations six are green, two are amber and one is "
      "red.</p>");
  const auto visit = ReadPage(
      "r2", "Ropes: the second visit", "9 December 2003",
      "<p>1. We looked again at the report Salt and Rope (2001).</p><p>2. The "
      "crews’ own plan "
      "claims six recommendations out of its nine. We make it four.</p>");
  const auto crossref = Build({plan, visit});
  ASSERT_EQ(crossref.conflicts.size(), 1u) << Told(crossref.conflicts);
  EXPECT_EQ(crossref.conflicts[0].a.report.value, "r1");
  EXPECT_EQ(crossref.conflicts[0].a.text, "six are green");
  EXPECT_EQ(crossref.conflicts[0].b.text, "We make it four");
}

}  // namespace
}  // namespace concord::crossref
