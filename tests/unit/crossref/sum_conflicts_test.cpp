// Totals against what stands beside them.

#include <gtest/gtest.h>

#include "read_page.h"

namespace concord::crossref {
namespace {

std::string ToldOf(const std::string& body) {
  return Told(Build({ReadPage("r1", "Ropes: the cost", "12 May 2003", body)})
                  .conflicts);
}

std::string Table(
    const std::string& name,
    const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string table =
      "<p>1. The figures are these.</p><table><tr><th>Item</th><th>" + name +
      "</th></tr>";
  for (const auto& [label, value] : rows) {
    table += "<tr><td>" + label + "</td><td>" + value + "</td></tr>";
  }
  return table + "</table>";
}

TEST(SumConflicts, ATotalThatItsRowsDoNotAddUpTo) {
  EXPECT_EQ(ToldOf(Table("Number", {{"Ropes", "612"},
                                    {"Anchors", "1,083"},
                                    {"Lamps", "41"},
                                    {"Total", "1,746"}})),
            "a sum that does not add up: total 1746 <> sum 1736\n");
  EXPECT_EQ(ToldOf(Table("Number", {{"Ropes", "612"},
                                    {"Anchors", "1,083"},
                                    {"Lamps", "41"},
                                    {"Total", "1,736"}})),
            "");
}

TEST(SumConflicts, RoundingAndRowsThatArePartsExplainIt) {
  EXPECT_EQ(ToldOf(Table("£000", {{"Ropes", "612"},
                                  {"Anchors", "83"},
                                  {"Lamps", "41"},
                                  {"Total", "737"}})),
            "");
  EXPECT_EQ(ToldOf(Table("Number", {{"Ropes", "612"},
                                    {"of which hemp", "83"},
                                    {"Lamps", "41"},
                                    {"Total", "653"}})),
            "");
  EXPECT_EQ(ToldOf(Table("Per cent", {{"Ropes", "61"},
                                      {"Anchors", "83"},
                                      {"Lamps", "41"},
                                      {"Total", "62"}})),
            "");
  EXPECT_EQ(ToldOf(Table("12", {{"Ropes", "61"},
                                {"Anchors", "83"},
                                {"Lamps", "41"},
                                {"Total", "300"}})),
            "")
      << "rows before these stand elsewhere";
  EXPECT_EQ(ToldOf(Table("Number", {{"Ropes", "61"},
                                    {"Anchors", "not known"},
                                    {"Lamps", "41"},
                                    {"Total", "300"}})),
            "");
}

TEST(SumConflicts, TwoAmountsAndTheirTotal) {
  EXPECT_EQ(ToldOf("<p>1. The harbour gave £4,000 for ropes and £2,500 for "
                   "lamps, a total of £6,000.</p>"),
            "a sum that does not add up: total £6,000 <> sum £6500\n");
  EXPECT_EQ(ToldOf("<p>1. The harbour gave £4,000 for ropes and £2,500 for "
                   "lamps, a total of £6,500.</p>"),
            "");
  EXPECT_EQ(
      ToldOf("<p>1. It gave £500 for oil, £4,000 for ropes and £2,500 for "
             "lamps, a total of £7,000.</p>"),
      "");
  EXPECT_EQ(ToldOf("<p>1. The harbour gave £4,000 for ropes and £2,500 for "
                   "lamps, a total of £6.5 million since 1990.</p>"),
            "");
}

}  // namespace
}  // namespace concord::crossref
