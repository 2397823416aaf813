// Stages put off from the day asked for, or from that of an earlier timetable.

#include <gtest/gtest.h>

#include <array>

#include "read_page.h"

namespace concord::crossref {
namespace {

std::string Timetable(const std::vector<std::array<std::string, 3>>& rows) {
  std::string table =
      "<table><tr><th>Stage</th><th>Date</th><th>Position</th></tr>";
  for (const auto& [stage, date, position] : rows) {
    table += "<tr><td>" + stage + "</td><td>" + date + "</td><td>" + position +
             "</td></tr>";
  }
  return table + "</table>";
}

std::string Rest(const std::string& rule, const CrossReference& crossref) {
  std::vector<Conflict> of;
  for (const Conflict& one : crossref.conflicts) {
    if (one.rule == rule) of.push_back(one);
  }
  return Told(of);
}

TEST(TimetableConflicts, PutOffFromTheDayThatOneRecommendationAsksFor) {
  for (const bool same_day : {true, false}) {
    const auto report = ReadPage(
        "r1", "Salt and Rope: An Inspection of Moorings", "3 July 2003",
        std::string(
            "<p>Recommendation 1. Every crew should splice its ropes by ") +
            (same_day ? "31 March 2006" : "30 April 2006") +
            ".</p><p>Recommendation 2. Every crew should keep a log in the "
            "year "
            "2005/06.</p>");
    const auto paper = ReadPage(
        "r2", "Moorings: where we are", "15 February 2005",
        "<p>1. This paper follows up Salt and Rope: An Inspection of Moorings. "
        "Recommendation 1 of Salt and Rope: An Inspection of Moorings is "
        "late.</p>" +
            Timetable({{"Ropes chosen", "June 2004", "Done"},
                       {"Crews trained", "January 2005", "Begun"},
                       {"Last rope spliced", "31 March 2006",
                        "Put back to October 2006"}}));
    EXPECT_EQ(Rest("put off from the day asked for", Build({report, paper})),
              same_day ? "put off from the day asked for: ../2006-03-31 <> "
                         "2006-10\n"
                       : "");
  }
}

TEST(TimetableConflicts, TwoTimetablesOfOneProject) {
  const auto told = [](const std::string& title, const std::string& day,
                       const std::string& stage, const std::string& date,
                       const std::string& state) {
    return Rest(
        "two timetables",
        Build(
            {ReadPage(
                 "r1", "Draft Harbour and Ferry Strategy", "15 July 2003",
                 "<p>1. The timetable is this.</p>" +
                     Timetable({{"First draft", "May 2003", "Done"},
                                {"Consultation", "August 2003", ""},
                                {"Printing and launch", "October 2003", ""}})),
             ReadPage("r2", title, day,
                      "<p>1. The timetable is this.</p>" +
                          Timetable({{"Second draft", "August 2003", "Done"},
                                     {"Hearing", "20 January 2004", ""},
                                     {stage, date, state}}))}));
  };
  const std::string title = "Harbour and Ferry Strategy: new timetable";
  EXPECT_EQ(told(title, "20 October 2003", "Launch", "March 2004", ""),
            "two timetables: 2003-10 <> 2004-03\n");
  EXPECT_EQ(told(title, "20 October 2003", "Launch", "October 2003", ""), "");
  EXPECT_EQ(told(title, "20 October 2003", "Opening", "March 2004", ""), "");
  EXPECT_EQ(told(title, "20 October 2004", "Launch", "March 2005", ""), "")
      << "another year's round";
  EXPECT_EQ(told("Lighthouse and Buoy Strategy: new timetable",
                 "20 October 2003", "Launch", "March 2004", ""),
            "");
}

}  // namespace
}  // namespace concord::crossref
