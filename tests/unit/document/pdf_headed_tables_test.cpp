// Tables without borders under a row of names: what is one, where its rows
// begin, and what is none.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode_support.h"
#include "pdf_builder.h"

namespace concord::document {
namespace {

using ::testing::Contains;
using testing::DecodeOrDie;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using testing::Lines;
using testing::PdfBuilder;
using ::testing::StartsWith;

constexpr double kAct = 60;
constexpr double kOwner = 260;
constexpr double kDue = 345;
constexpr double kState = 425;
constexpr double kRight = 500;
constexpr double kLeading = 13;

// Lines of its cells, from the left.
using Row = std::vector<std::vector<std::string_view>>;

const Row kNames = {{"Recommendation"}, {"Owner"}, {"Target date"}, {"Status"}};
const std::vector<Row> kPlan = {{{"Prune every tree in the old orchard",
                                  "of the mill, and say who does it."},
                                 {"Warden"},
                                 {"May 2006"},
                                 {"Open"}},
                                {{"Count the ladders."},
                                 {"Bailiff and", "Carter"},
                                 {"June 2006"},
                                 {"Done"}},
                                {{"Mend the wall between the orchard",
                                  "and the Ellmoor road before the", "winter."},
                                 {"Head of Walls"},
                                 {"1 October", "2006"},
                                 {"On track"}}};

const std::vector<std::string> kRead = {
    "table_row|Recommendation\tOwner\tTarget date\tStatus",
    "table_row|Prune every tree in the old orchard of the mill, and say who "
    "does it.\tWarden\tMay 2006\tOpen",
    "table_row|Count the ladders.\tBailiff and Carter\tJune 2006\tDone",
    "table_row|Mend the wall between the orchard and the Ellmoor road before "
    "the winter.\tHead of Walls\t1 October 2006\tOn track"};

// The y under a row of cells that begin at `y`.
double Add(const Row& row, double y, bool bold, PdfBuilder* pdf) {
  const std::vector<double> at = {kAct, kOwner, kDue, kState};
  std::size_t lines = 1;
  for (std::size_t c = 0; c < row.size(); ++c) {
    lines = std::max(lines, row[c].size());
    for (std::size_t i = 0; i < row[c].size(); ++i) {
      const double line = y + kLeading * static_cast<double>(i);
      bold ? pdf->Bold(at[c], line, row[c][i])
           : pdf->Text(at[c], line, row[c][i]);
    }
  }
  return y + kLeading * static_cast<double>(lines);
}

double Prose(double y, PdfBuilder* pdf) {
  pdf->Bold(60, y - 40, "Plan for the orchards", 18);
  pdf->Text(60, y, "The wardens of the orchards met at the mill in the spring,")
      .Text(60, y + kLeading,
            "and asked the Northmarch Orchard Board to agree what follows and")
      .Text(60, y + 2 * kLeading, "to look at it again in the autumn.");
  return y + 3 * kLeading + 20;
}

std::vector<std::string> RowsOf(const PdfBuilder& pdf) {
  std::vector<std::string> rows;
  for (const std::string& line :
       Lines(DecodeOrDie(pdf.Bytes(), "application/pdf"))) {
    if (line.starts_with("table_row")) rows.push_back(line);
  }
  return rows;
}

// --- Where a row begins -----------------------------------------------------

TEST(PdfHeadedTablesTest, RowsWithoutAnythingBetween) {
  PdfBuilder pdf;
  double y = Add(kNames, Prose(100, &pdf.NewPage()), true, &pdf);
  for (const Row& row : kPlan) y = Add(row, y, false, &pdf);
  Prose(y + 60, &pdf);
  EXPECT_THAT(RowsOf(pdf), ElementsAreArray(kRead));
}

TEST(PdfHeadedTablesTest, RowsWithSpaceBetween) {
  PdfBuilder pdf;
  double y = Add(kNames, Prose(100, &pdf.NewPage()), true, &pdf);
  for (const Row& row : kPlan) y = Add(row, y + 6, false, &pdf);
  EXPECT_THAT(RowsOf(pdf), ElementsAreArray(kRead));
}

// Where only the lines tell that the second row is not the end of the first.
TEST(PdfHeadedTablesTest, RowsWithLinesAcrossBetween) {
  PdfBuilder pdf;
  double y = Add(kNames, Prose(100, &pdf.NewPage()), false, &pdf);
  pdf.Line(kAct - 4, y - 9, kRight, y - 9);
  const Row first = {{"Prune the trees of the"}, {"Clerk and"}, {"May 2006"}};
  const Row more = {{"old orchard"}, {"Warden"}, {}};
  const Row next = {{"orchard walls: mend them."}, {"Mason"}, {"June 2006"}};
  y = Add(first, y, false, &pdf);
  y = Add(more, y, false, &pdf);
  pdf.Line(kAct - 4, y - 9, kRight, y - 9);
  y = Add(next, y, false, &pdf);
  EXPECT_THAT(RowsOf(pdf),
              ElementsAre(kRead[0],
                          "table_row|Prune the trees of the old orchard\t"
                          "Clerk and Warden\tMay 2006",
                          "table_row|orchard walls: mend them.\tMason\tJune "
                          "2006"));
}

TEST(PdfHeadedTablesTest, RowsThatAreShadedByTurns) {
  PdfBuilder pdf;
  double y = Add(kNames, Prose(100, &pdf.NewPage()), true, &pdf);
  for (std::size_t i = 0; i < kPlan.size(); ++i) {
    PdfBuilder row;
    const double begin = y;
    y = Add(kPlan[i], y, false, &row.NewPage());
    if (i == 1) {
      char shade[80];
      std::snprintf(shade, sizeof shade,
                    "0.85 g %.1f %.1f %.1f %.1f re f 0 g\n", kAct - 4,
                    842 - (y - 9), kRight - kAct, y - begin);
      pdf.Raw(shade);
    }
    Add(kPlan[i], begin, false, &pdf);
  }
  EXPECT_THAT(RowsOf(pdf), ElementsAreArray(kRead));
}

// Cells that stand in the middle of their row, between the lines of others.
TEST(PdfHeadedTablesTest, CellsInTheMiddleOfTheirRow) {
  PdfBuilder pdf;
  double y = Add(kNames, Prose(100, &pdf.NewPage()), true, &pdf);
  for (const Row& row : kPlan) {
    std::size_t most = 1;
    for (const auto& cell : row) most = std::max(most, cell.size());
    for (std::size_t c = 0; c < row.size(); ++c) {
      Row one(row.size());
      one[c] = row[c];
      const auto less = static_cast<double>(most - row[c].size());
      Add(one, y + kLeading * less / 2, false, &pdf);
    }
    y += kLeading * static_cast<double>(most) + 7;
  }
  EXPECT_THAT(RowsOf(pdf), ElementsAreArray(kRead));
}

TEST(PdfHeadedTablesTest, NumbersBeginRows) {
  PdfBuilder pdf;
  double y = Prose(100, &pdf.NewPage());
  pdf.Bold(60, y, "No.").Bold(90, y, "Recommendation").Bold(300, y, "Owner");
  pdf.Text(60, y + 13, "1").Text(90, y + 13, "Prune the trees of the Ellmoor");
  pdf.Text(90, y + 26, "Orchard").Text(300, y + 13, "Warden");
  pdf.Text(60, y + 39, "2").Text(90, y + 39, "Ladders: count them.");
  pdf.Text(300, y + 39, "Bailiff");
  EXPECT_THAT(RowsOf(pdf),
              ElementsAre("table_row|No.\tRecommendation\tOwner",
                          "table_row|1\tPrune the trees of the Ellmoor "
                          "Orchard\tWarden",
                          "table_row|2\tLadders: count them.\tBailiff"));
}

TEST(PdfHeadedTablesTest, NamesOfTwoLinesStandOnTheLast) {
  PdfBuilder pdf;
  double y = Prose(100, &pdf.NewPage());
  pdf.Bold(kDue, y, "Target");
  const Row names = {{"Recommendation"}, {"Owner"}, {"date"}, {"Status"}};
  y = Add(names, y + kLeading, true, &pdf);
  for (const Row& row : kPlan) y = Add(row, y, false, &pdf);
  EXPECT_THAT(RowsOf(pdf), ElementsAreArray(kRead));
}

// In the first column, and over all of them.
TEST(PdfHeadedTablesTest, ABoldLineBetweenRowsIsARowOfItsOwn) {
  for (const std::string_view line :
       {"Walls and ladders",
        "Walls and ladders of the Northmarch Orchard Board and others"}) {
    PdfBuilder pdf;
    double y = Add(kNames, Prose(100, &pdf.NewPage()), true, &pdf);
    y = Add(kPlan[0], y, false, &pdf);
    y = Add({{line}}, y + 8, true, &pdf);
    y = Add(kPlan[1], y, false, &pdf);
    Add(kPlan[2], y, false, &pdf);
    EXPECT_THAT(RowsOf(pdf), ElementsAre(kRead[0], kRead[1],
                                         "table_row|" + std::string(line),
                                         kRead[2], kRead[3]));
  }
}

// --- Over the end of a page -------------------------------------------------

std::vector<std::string> TwoPages(bool names_again, bool cut) {
  PdfBuilder pdf;
  double y = Add(kNames, 720, true, &pdf.NewPage());
  y = Add(kPlan[0], y, false, &pdf);
  y = Add(kPlan[1], y, false, &pdf);
  const Row& last = kPlan[2];
  if (cut) Add({{last[0][0]}, last[1], last[2], last[3]}, y, false, &pdf);
  pdf.NewPage();
  y = 60;
  if (names_again) y = Add(kNames, y, true, &pdf);
  y = cut ? Add({{last[0][1], last[0][2]}}, y, false, &pdf)
          : Add(last, y, false, &pdf);
  Add({{"Sell the apples."}, {"Clerk"}, {"May 2007"}, {"Open"}}, y, false,
      &pdf);
  return RowsOf(pdf);
}

TEST(PdfHeadedTablesTest, GoesOnOnTheNextPage) {
  std::vector<std::string> read = kRead;
  read.push_back("table_row|Sell the apples.\tClerk\tMay 2007\tOpen");
  EXPECT_THAT(TwoPages(false, false), ElementsAreArray(read));
  EXPECT_THAT(TwoPages(false, true), ElementsAreArray(read));
  EXPECT_THAT(TwoPages(true, false), ElementsAreArray(read));
  EXPECT_THAT(TwoPages(true, true), ElementsAreArray(read));
}

// --- What is no table -------------------------------------------------------

// Lines of running text at `left`, about `words` wide.
void Column(double left, double y, std::size_t lines, PdfBuilder* pdf) {
  static const std::vector<std::string_view> kLines = {
      "The wardens of the orchard came",  "to the mill in the early springs",
      "and spoke of trees and all walls", "that nobody had mended since a",
      "last great storm upon the coasts", "of the county and of its islands."};
  for (std::size_t i = 0; i < lines; ++i) {
    pdf->Text(left, y + kLeading * static_cast<double>(i),
              kLines[(i + static_cast<std::size_t>(left)) % kLines.size()], 9);
  }
}

TEST(PdfHeadedTablesTest, ProseInColumnsUnderHeadings) {
  for (const std::size_t lines : {4u, 20u}) {
    PdfBuilder pdf;
    pdf.NewPage().Bold(60, 100, "Orchards").Bold(215, 100, "Walls");
    pdf.Bold(370, 100, "Ladders");
    for (const double left : {60.0, 215.0, 370.0}) {
      Column(left, 115, lines, &pdf);
    }
    const std::string text = DecodeOrDie(pdf.Bytes(), "application/pdf").text;
    if (lines > 4) {
      EXPECT_THAT(RowsOf(pdf), IsEmpty());
      EXPECT_THAT(text,
                  ::testing::HasSubstr("and of its islands. The wardens"));
    }
    EXPECT_THAT(RowsOf(pdf),
                ::testing::Not(Contains(::testing::HasSubstr("springs and"))));
  }
}

TEST(PdfHeadedTablesTest, TwoColumnsWithoutLinesStayProse) {
  PdfBuilder pdf;
  pdf.NewPage().Bold(60, 100, "What we heard").Bold(205, 100, "What we ask");
  Column(60, 115, 14, &pdf);
  Column(205, 115, 12, &pdf);
  Column(60, 320, 3, &pdf);
  EXPECT_THAT(RowsOf(pdf), IsEmpty());
}

TEST(PdfHeadedTablesTest, ContentsAndHangingItems) {
  PdfBuilder pdf;
  pdf.NewPage()
      .Bold(60, 80, "Part")
      .Bold(120, 80, "Title")
      .Bold(500, 80, "Page");
  for (int i = 1; i <= 5; ++i) {
    const double y = 80 + 14.0 * i;
    pdf.Text(60, y, std::to_string(i)).Text(120, y, "Of the orchards");
    pdf.Text(210, y, std::string(90, '.')).Text(500, y, std::to_string(3 * i));
  }
  for (int i = 1; i <= 5; ++i) {
    const double y = 300 + 28.0 * i;
    pdf.Text(60, y, std::to_string(i) + ".");
    pdf.Text(90, y, "The wardens of the orchards shall meet at the mill in");
    pdf.Text(90, y + 13,
             "the spring and count the ladders that are left there.");
  }
  EXPECT_THAT(RowsOf(pdf), IsEmpty());
}

// The labels have no name over them: the names are not those of the columns.
TEST(PdfHeadedTablesTest, AColumnWithoutANameIsNotLost) {
  PdfBuilder pdf;
  double y = Prose(100, &pdf.NewPage());
  pdf.Bold(220, y, "2004").Bold(300, y, "2005").Bold(380, y, "2006");
  for (const char* label : {"Apples", "Pears", "Plums", "Quinces"}) {
    y += kLeading;
    pdf.Text(60, y, label).Text(220, y, "14.5").Text(300, y, "15.5");
    pdf.Text(380, y, "16.5");
  }
  EXPECT_THAT(RowsOf(pdf), Contains("table_row|Pears\t14.5\t15.5\t16.5"));
}

TEST(PdfHeadedTablesTest, PlainNamesOverSingleLinesAreNotEnough) {
  PdfBuilder pdf;
  double y = Prose(100, &pdf.NewPage());
  for (const char* name : {"Anna Fellow", "Doris Penn", "Gregor Tull"}) {
    pdf.Text(60, y, name).Text(128, y, "Bertram Oakes");
    pdf.Text(212, y, "Clara Wint");
    y += kLeading;
  }
  EXPECT_THAT(RowsOf(pdf), IsEmpty());
}

TEST(PdfHeadedTablesTest, PlainNamesOverFiguresAre) {
  PdfBuilder pdf;
  double y = Prose(100, &pdf.NewPage());
  pdf.Text(60, y, "Year").Text(100, y, "Trees").Text(140, y, "%");
  for (const char* year : {"2004", "2005", "2006"}) {
    y += kLeading;
    pdf.Text(60, y, year).Text(100, y, "40").Text(140, y, "12.1%");
  }
  y += kLeading;
  pdf.Text(60, y, "Total").Text(100, y, "120");
  EXPECT_THAT(
      RowsOf(pdf),
      ElementsAre("table_row|Year\tTrees\t%", "table_row|2004\t40\t12.1%",
                  "table_row|2005\t40\t12.1%", "table_row|2006\t40\t12.1%",
                  "table_row|Total\t120"));
}

}  // namespace
}  // namespace concord::document
