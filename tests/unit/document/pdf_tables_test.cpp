// Tables that run over the end of a page: every row is there whole, and once.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode_support.h"
#include "pdf_builder.h"

namespace concord::document {
namespace {

using ::testing::Contains;
using testing::DecodeOrDie;
using ::testing::ElementsAre;
using testing::Lines;
using ::testing::Not;
using testing::PdfBuilder;
using ::testing::StartsWith;

constexpr double kLeft = 60;
constexpr double kAct = 100;
constexpr double kOwner = 400;
constexpr double kRight = 540;

// Borders between columns from `top` to `bottom`, and lines across at `ys`.
void Borders(double top, double bottom, const std::vector<double>& ys,
             PdfBuilder* pdf) {
  for (const double x : {kLeft, kAct, kOwner, kRight}) {
    pdf->Line(x, top, x, bottom);
  }
  for (const double y : ys) pdf->Line(kLeft, y, kRight, y);
}

void Row(double y, std::string_view number, std::string_view act,
         std::string_view owner, PdfBuilder* pdf) {
  if (!number.empty()) pdf->Text(kLeft + 4, y, number);
  if (!act.empty()) pdf->Text(kAct + 4, y, act);
  if (!owner.empty()) pdf->Text(kOwner + 4, y, owner);
}

// The rows, and what interrupts them.
std::vector<std::string> RowsOf(const PdfBuilder& pdf) {
  std::vector<std::string> rows;
  for (const std::string& line :
       Lines(DecodeOrDie(pdf.Bytes(), "application/pdf"))) {
    if (!line.starts_with("table_cell")) rows.push_back(line);
  }
  return rows;
}

// A page whose last row is cut: its borders run on and nothing closes it.
void CutPage(PdfBuilder* pdf) {
  pdf->NewPage().Bold(60, 60, "Plan for the orchards", 18);
  Borders(560, 810, {560, 590, 640}, pdf);
  Row(580, "No.", "Recommendation", "Owner", pdf);
  Row(610, "1", "Prune every tree.", "Warden", pdf);
  Row(660, "2", "Sell the apples of the old", "Bailiff", pdf);
  Row(800, "", "orchard at the gate, and", "", pdf);
}

TEST(PdfTablesTest, ARowThatThePageCutsIsOne) {
  PdfBuilder pdf;
  CutPage(&pdf);
  pdf.NewPage();
  Borders(30, 200, {80, 120, 200}, &pdf);
  Row(45, "", "Those of the new one in town.", "", &pdf);
  Row(95, "3", "Count the ladders.", "Carter", &pdf);
  Row(140, "4", "Mend the wall.", "Mason", &pdf);
  EXPECT_THAT(
      RowsOf(pdf),
      ElementsAre("title|Plan for the orchards",
                  "table_row|No.\tRecommendation\tOwner",
                  "table_row|1\tPrune every tree.\tWarden",
                  "table_row|2\tSell the apples of the old orchard at "
                  "the gate, and Those of the new one in town.\tBailiff",
                  "table_row|3\tCount the ladders.\tCarter",
                  "table_row|4\tMend the wall.\tMason"));
}

TEST(PdfTablesTest, WordsBetweenBeginAnotherTable) {
  PdfBuilder pdf;
  CutPage(&pdf);
  pdf.NewPage().Text(60, 20, "Orchards");
  Borders(30, 260, {30, 60, 100, 260}, &pdf);
  Row(50, "No.", "Recommendation", "Owner", &pdf);
  Row(80, "", "those of the new one in town.", "", &pdf);
  Row(120, "3", "Count the ladders.", "Carter", &pdf);
  pdf.Text(60, 300, "The panel will look again in the spring of next year.");
  EXPECT_THAT(
      RowsOf(pdf),
      ElementsAre("title|Plan for the orchards",
                  "table_row|No.\tRecommendation\tOwner",
                  "table_row|1\tPrune every tree.\tWarden",
                  "table_row|2\tSell the apples of the old orchard at the "
                  "gate, and\tBailiff",
                  "paragraph|Orchards", "table_row|No.\tRecommendation\tOwner",
                  "table_row|those of the new one in town.",
                  "table_row|3\tCount the ladders.\tCarter",
                  "paragraph|The panel will look again in the spring of next "
                  "year."));
}

TEST(PdfTablesTest, AHeadThatIsPrintedAgainIsFurniture) {
  PdfBuilder pdf;
  CutPage(&pdf);
  pdf.NewPage();
  Borders(30, 260, {30, 60, 100, 260}, &pdf);
  Row(50, "No.", "Recommendation", "Owner", &pdf);
  Row(80, "", "those of the new one in town.", "", &pdf);
  Row(120, "3", "Count the ladders.", "Carter", &pdf);
  EXPECT_THAT(
      RowsOf(pdf),
      ElementsAre("title|Plan for the orchards",
                  "table_row|No.\tRecommendation\tOwner",
                  "table_row|1\tPrune every tree.\tWarden",
                  "table_row|2\tSell the apples of the old orchard at the "
                  "gate, and those of the new one in town.\tBailiff",
                  "chrome|No. Recommendation Owner",
                  "table_row|3\tCount the ladders.\tCarter"));
}

TEST(PdfTablesTest, ARowThatFillsAPageIsOne) {
  PdfBuilder pdf;
  CutPage(&pdf);
  pdf.NewPage();
  Borders(30, 810, {}, &pdf);
  Row(50, "", "those of the new one,", "", &pdf);
  Row(790, "", "and of the one", "", &pdf);
  pdf.NewPage();
  Borders(30, 120, {60, 120}, &pdf);
  Row(45, "", "by the mill.", "", &pdf);
  Row(90, "3", "Count the ladders.", "Carter", &pdf);
  const auto rows = RowsOf(pdf);
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[3],
            "table_row|2\tSell the apples of the old orchard at the gate, and "
            "those of the new one, and of the one by the mill.\tBailiff");
  EXPECT_EQ(rows[4], "table_row|3\tCount the ladders.\tCarter");
}

// Two pages of whole boxes, as word processors print them.
PdfBuilder Closed(std::string_view end, std::string_view begin,
                  std::string_view owner) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(60, 60, "Plan for the orchards", 18);
  Borders(700, 800, {700, 730, 760, 800}, &pdf);
  Row(720, "No.", "Recommendation", "Owner", &pdf);
  Row(750, "1", "Prune every tree.", "Warden", &pdf);
  Row(780, "2", end, "Bailiff", &pdf);
  pdf.NewPage();
  Borders(40, 120, {40, 80, 120}, &pdf);
  Row(60, "", begin, owner, &pdf);
  Row(100, "3", "Count the ladders.", "Carter", &pdf);
  return pdf;
}

TEST(PdfTablesTest, TwoBoxesAreOneRowWhereTheSentenceGoesOn) {
  const auto rows = RowsOf(Closed("Sell the apples,", "and the pears.", ""));
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[3], "table_row|2\tSell the apples, and the pears.\tBailiff");
}

TEST(PdfTablesTest, TwoBoxesAreTwoRowsElsewhere) {
  EXPECT_EQ(RowsOf(Closed("Sell the apples.", "and the pears.", "")).size(),
            6u);
  EXPECT_EQ(RowsOf(Closed("Sell the apples", "Buy the pears", "")).size(), 6u);
  EXPECT_EQ(RowsOf(Closed("", "and the pears.", "")).size(), 6u);
}

TEST(PdfTablesTest, RowsThatDifferInNumbersOnlyAreNoFurniture) {
  PdfBuilder pdf;
  int number = 0;
  for (int page = 0; page < 3; ++page) {
    pdf.NewPage();
    std::vector<double> ys;
    for (double y = 30; y <= 810; y += 30) ys.push_back(y);
    Borders(30, 810, ys, &pdf);
    for (double y = 50; y < 810; y += 30) {
      const std::string n = std::to_string(++number);
      Row(y, n, "Look at tree " + n + ".", "Warden", &pdf);
    }
  }
  std::size_t rows = 0;
  for (const std::string& line : RowsOf(pdf)) {
    rows += line.starts_with("table_row");
  }
  EXPECT_EQ(rows, 78u);
}

TEST(PdfTablesTest, RuledPaperIsNoTable) {
  PdfBuilder pdf;
  pdf.NewPage();
  Borders(30, 810, {}, &pdf);
  pdf.Text(kAct + 4, 100, "The panel met in the hall.");
  EXPECT_THAT(RowsOf(pdf), ElementsAre("paragraph|The panel met in the hall."));
}

// --- Sides that are not drawn -----------------------------------------------

TEST(PdfTablesTest, SidesThatAreNotDrawn) {
  PdfBuilder pdf;
  pdf.NewPage().Line(180, 100, 180, 220);
  for (const double y : {100.0, 120.0, 170.0, 220.0}) pdf.Line(60, y, 500, y);
  pdf.Text(64, 114, "Orchard").Text(184, 114, "What we found");
  pdf.Text(64, 134, "The old one")
      .Text(184, 134, "Its trees are to be pruned,");
  pdf.Text(64, 147, "by the mill").Text(184, 147, "Ellmoor wardens say.");
  pdf.Text(64, 184, "The new one").Text(184, 184, "Nothing yet.");
  EXPECT_THAT(RowsOf(pdf),
              ElementsAre("table_row|Orchard\tWhat we found",
                          "table_row|The old one by the mill\tIts trees are to "
                          "be pruned, Ellmoor wardens say.",
                          "table_row|The new one\tNothing yet."));
}

TEST(PdfTablesTest, ARuleBetweenColumnsOfProseIsNoTable) {
  PdfBuilder pdf;
  pdf.NewPage().Line(198, 90, 198, 400).Line(60, 90, 350, 90);
  pdf.Line(60, 400, 350, 400);
  for (int i = 0; i < 20; ++i) {
    const double y = 110 + 13.0 * i;
    pdf.Text(60, y, "and spoke of trees and all walls", 9);
    pdf.Text(205, y, "that nobody had mended since a", 9);
  }
  EXPECT_THAT(RowsOf(pdf), Not(Contains(StartsWith("table_row"))));
}

}  // namespace
}  // namespace concord::document
