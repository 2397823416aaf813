// What a page states of its set, and what it shows of each.

#include <gtest/gtest.h>

#include "read_page.h"

namespace concord::crossref {
namespace {

constexpr const char* kLead =
    "<p>1. The report Salt and Rope (2001) made eight recommendations.</p>";

std::string ToldOf(const std::string& body) {
  return Told(Build({ReadPage("r1", "Ropes: where we are", "12 May 2003",
                              kLead + body)})
                  .conflicts);
}

std::string Table(const std::vector<std::string>& states) {
  std::string rows =
      "<table><tr><th>No</th><th>Action</th><th>Status</th></tr>";
  int number = 0;
  for (const std::string& state : states) {
    const std::string label = std::to_string(++number);
    rows += "<tr><td>" + label + "</td><td>Splice rope " + label + "</td><td>" +
            state + "</td></tr>";
  }
  return rows + "</table>";
}

TEST(PageConflicts, AListThatNamesThemAll) {
  const std::string stated =
      "<p>2. Five of the eight are done, two are under way and one is "
      "late.</p>";
  EXPECT_EQ(ToldOf(stated + "<p>3. Recommendations 1, 2, 4 and 8 are done; "
                            "3 and 5 are under way; 6 and 7 are late.</p>"),
            "not what the page itself shows: 5 complete, 2 in hand, 1 slipped "
            "<> 4 complete, 2 in hand, 2 slipped\n");
  EXPECT_EQ(
      ToldOf(stated + "<p>3. Recommendations 1, 2, 4, 7 and 8 are "
                      "complete; 3 and 5 are in hand; 6 has slipped.</p>"),
      "");
  EXPECT_EQ(ToldOf(stated + "<p>3. Recommendations 1 and 2 are complete; 3 is "
                            "in hand.</p>"),
            "")
      << "some of them";
}

TEST(PageConflicts, RowsOfATableAreCountedByTheirState) {
  const std::string stated =
      "<p>2. Of the five recommendations three are done, one is under way and "
      "one is late.</p>";
  EXPECT_EQ(ToldOf(stated + Table({"Complete", "Slipped", "Complete",
                                   "In hand: tried twice", "Slipped"})),
            "not what the page itself shows: 3 complete, 1 in hand, 1 slipped "
            "<> 2 complete, 1 in hand, 2 slipped\n");
  EXPECT_EQ(ToldOf(stated + Table({"Complete", "Complete, but see note",
                                   "Complete", "In hand", "Slipped"})),
            "");
  EXPECT_EQ(ToldOf(stated + Table({"Complete", "Slipped", "Slipped"})), "")
      << "not all of them";
}

TEST(PageConflicts, AnswersInATableAreStatesToo) {
  const auto told = [](const std::string& third) {
    return ToldOf(
        "<p>2. Of the five recommendations three were accepted, one was "
        "accepted in part and one was rejected.</p>" +
        Table({"Accepted", "Agreed in principle", third, "Accepted",
               "Rejected"}));
  };
  EXPECT_EQ(told("Rejected"),
            "not what the page itself shows: 1 accepted in part, 3 accepted, 1 "
            "rejected <> 1 accepted in part, 2 accepted, 2 rejected\n");
  EXPECT_EQ(told("Accepted"), "");
}

TEST(PageConflicts, WhatWasSoInThePastIsNoPromiseOfTheTable) {
  EXPECT_EQ(ToldOf("<p>2. In May three of the five recommendations were "
                   "complete, one was in hand and one was late.</p>" +
                   Table({"Complete", "Complete", "Complete", "Complete",
                          "In hand"})),
            "");
}

TEST(PageConflicts, TheRowTooManyIsQuoted) {
  const auto crossref =
      Build({ReadPage("r1", "Ropes: where we are", "12 May 2003",
                      std::string(kLead) +
                          "<p>2. Of the three recommendations two are green "
                          "and one is red.</p>" +
                          Table({"GREEN", "RED. No rope", "RED. No crew"}))});
  ASSERT_EQ(crossref.conflicts.size(), 1u);
  EXPECT_NE(crossref.conflicts[0].b.text.find("No crew"), std::string::npos);
}

TEST(PageConflicts, ANumberNamedByItsState) {
  const std::string stated =
      "<p>2. Of its eight recommendations four are complete, one is in hand "
      "and three are not begun.</p>";
  EXPECT_EQ(ToldOf(stated + "<p>3. A note on the five recommendations on which "
                            "nothing has been done will follow.</p>"),
            "not what the page itself shows: 3 not begun <> 5 not begun\n");
  EXPECT_EQ(
      ToldOf(stated + "<p>3. A note on the three recommendations on which "
                      "nothing has been done will follow.</p>"),
      "");
  EXPECT_EQ(ToldOf(stated + "<p>3. A note on the five recommendations which "
                            "cost money will follow.</p>"),
            "");
}

TEST(PageConflicts, TwoNumbersAnswered) {
  const auto answered = [](const std::string& number) {
    return ToldOf(
        "<p>2. The report Keys for All (2000) made sixteen recommendations. "
        "This plan answers seven of them.</p><p>3. A table of the " +
        number +
        " recommendations of Keys for All which are dealt with below may be "
        "had.</p>");
  };
  EXPECT_EQ(answered("eight"), "two numbers answered: 7 <> 8\n");
  EXPECT_EQ(answered("seven"), "");
}

}  // namespace
}  // namespace concord::crossref
