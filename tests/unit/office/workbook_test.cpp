#include "concord/office/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/base/unicode.h"
#include "tests/support/office_files.h"

namespace concord::office {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::PartsOf;

using Row = std::vector<Cell>;

std::string BookOf(const std::vector<Row>& rows,
                   const Workbook::Options& options = {.title = "A & B"}) {
  auto book = Workbook::Create(options);
  EXPECT_TRUE(book.has_value());
  EXPECT_TRUE((*book)
                  ->AddSheet({.name = "Entries",
                              .columns = {{.name = "No.", .width = 5},
                                          {.name = "Words", .width = 40},
                                          {.name = "Position",
                                           .width = 12,
                                           .choices = {"noted", "accepted"}}},
                              .frozen_columns = 1})
                  .has_value());
  for (const Row& row : rows) EXPECT_TRUE((*book)->AddRow(row).has_value());
  auto bytes = (*book)->Finish();
  EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.error().message());
  return bytes.value_or("");
}

std::string TextOf(const std::string& bytes) {
  return testing::Decoded(bytes, testing::kWorkbookType).text;
}

TEST(Workbook, HoldsWhatWasWritten) {
  const std::string text = TextOf(
      BookOf({{Number(1), "Publish a plan.", "noted"}, {Number("2"), "Pay."}}));
  EXPECT_THAT(text, HasSubstr("Entries"));
  EXPECT_THAT(text, HasSubstr("Publish a plan."));
  EXPECT_THAT(text, HasSubstr("Pay."));
}

TEST(Workbook, RunsNothingThatADocumentSays) {
  const std::string bytes = BookOf({{Number(1), "=HYPERLINK(\"x\")", "+44"},
                                    {"-2h", "@sum(A1)", "\t=cmd|x"},
                                    {"'quoted", "<b>&amp;</b>", "{=1}"}});
  const auto parts = PartsOf(bytes);
  const std::string& sheet = parts.at("xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
  EXPECT_THAT(sheet, Not(HasSubstr("<b>")));
  const std::string text = TextOf(bytes);
  for (const char* words : {"=HYPERLINK(\"x\")", "+44", "-2h", "@sum(A1)",
                            "=cmd|x", "'quoted", "<b>&amp;</b>", "{=1}"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(Workbook, LinksOnlyWhatABrowserShouldFollow) {
  const auto parts = PartsOf(
      BookOf({{Cell("there", "https://northmarch.example/7#para-2"),
               Cell("run", "javascript:alert(1)"),
               Cell("long", "http://x.example/" + std::string(3000, 'y'))}}));
  const std::string& links = parts.at("xl/worksheets/_rels/sheet1.xml.rels");
  EXPECT_THAT(links, HasSubstr("https://northmarch.example/7"));
  EXPECT_THAT(links, Not(HasSubstr("javascript")));
  EXPECT_THAT(links, Not(HasSubstr("yyy")));
}

TEST(Workbook, KeepsItsHeaderInSightAndOnEveryPrintedPage) {
  const auto parts = PartsOf(BookOf({{Number(1), "Pay.", "noted"}}));
  const std::string& sheet = parts.at("xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("<pane xSplit=\"1\" ySplit=\"1\""));
  EXPECT_THAT(sheet, HasSubstr("<autoFilter ref=\"A1:C2\""));
  EXPECT_THAT(sheet, HasSubstr("orientation=\"landscape\""));
  EXPECT_THAT(sheet, HasSubstr("fitToPage=\"1\""));
  EXPECT_THAT(sheet, HasSubstr("\"noted,accepted\""));
  EXPECT_THAT(sheet, HasSubstr("&amp;LA &amp;&amp; B"));
  EXPECT_THAT(parts.at("xl/workbook.xml"), HasSubstr("_xlnm.Print_Titles"));
}

TEST(Workbook, PrintsAWideSheetOnSeveralPagesInsteadOfTooSmall) {
  const auto book = Workbook::Create({.title = "T"});
  Sheet sheet{.name = "Wide", .frozen_columns = 1};
  for (int i = 0; i < 30; ++i) sheet.columns.push_back({"column", 20});
  ASSERT_TRUE((*book)->AddSheet(sheet).has_value());
  const auto bytes = (*book)->Finish();
  ASSERT_TRUE(bytes.has_value());
  const auto parts = PartsOf(*bytes);
  const std::string& page = parts.at("xl/worksheets/sheet1.xml");
  EXPECT_THAT(page, Not(HasSubstr("fitToPage")));
  EXPECT_THAT(page, HasSubstr("scale=\"70\""));
  EXPECT_THAT(parts.at("xl/workbook.xml"), HasSubstr("Wide!$A:$A,Wide!$1:$1"));
}

TEST(Workbook, GoesOnInAnotherSheetWhereOneIsFull) {
  const std::string text =
      TextOf(BookOf({{Number(1), "One."}, {Number(2), "Two."}, {"3", "Three."}},
                    {.title = "T", .most_rows = 2}));
  EXPECT_THAT(text, HasSubstr("Entries (2)"));
  EXPECT_LT(text.find("Two."), text.find("Entries (2)"));
  EXPECT_GT(text.find("Three."), text.find("Entries (2)"));
}

TEST(Workbook, IsTheSameTwice) {
  const std::vector<Row> rows = {{Number(1), "Publish a plan.", "noted"}};
  const std::string once = BookOf(rows, {.title = "T", .made_at = 1000000000});
  EXPECT_EQ(once, BookOf(rows, {.title = "T", .made_at = 1000000000}));
  EXPECT_THAT(PartsOf(once).at("docProps/core.xml"),
              HasSubstr("2001-09-09T01:46:40Z"));
}

TEST(Workbook, MakesARowAsHighAsItsLongestCell) {
  const auto parts = PartsOf(BookOf({{Number(1), "Pay."},
                                     {Number(2), std::string(200, 'x')},
                                     {Number(3), "one\ntwo\nthree"},
                                     {Number(4), std::string(32000, 'x')}}));
  const std::string& sheet = parts.at("xl/worksheets/sheet1.xml");
  // 200 letters at 50 a line are four, of 13 points; no row is over 409.
  for (const char* row :
       {"<row r=\"2\" ht=\"16\"", "<row r=\"3\" ht=\"55\"",
        "<row r=\"4\" ht=\"42\"", "<row r=\"5\" ht=\"409\""}) {
    EXPECT_THAT(sheet, HasSubstr(row));
  }
}

TEST(Workbook, HoldsNoRowsToo) {
  EXPECT_THAT(TextOf(BookOf({})), HasSubstr("Position"));
}

TEST(CellText, TakesOutWhatXmlForbids) {
  EXPECT_EQ(CellText(std::string("a\0b\x01\x0B\x1F", 6) + "c\r\nd\re\tf"),
            "abc\nd\ne\tf");
  EXPECT_EQ(CellText("x\xEF\xBF\xBEy\xEF\xBF\xBF"), "xy");
  EXPECT_EQ(CellText("turned \xE2\x80\xAE round"), "turned \xEF\xBF\xBD round");
  EXPECT_EQ(CellText("half \xC3"), "half \xEF\xBF\xBD");
}

TEST(CellText, KeepsWhatLooksLikeAnEscapeOfTheFormat) {
  const auto parts = PartsOf(BookOf({{"_x0041_ is no A"}}));
  EXPECT_THAT(parts.at("xl/worksheets/sheet1.xml"),
              HasSubstr("<t>_x005F_x0041_ is no A</t>"));
  EXPECT_EQ(CellText("_x004_ _x004g_ _x0041 __x0041_"),
            "_x004_ _x004g_ _x0041 __x005F_x0041_");
  std::string many;
  for (int i = 0; i < 4000; ++i) many += "_x0041_";
  EXPECT_EQ(CodePointCount(CellText(many)), 32000u);
}

TEST(CellText, CutsALongTextWithAMark) {
  std::string longest(32000, 'x');
  EXPECT_EQ(CellText(longest), longest);
  const std::string cut = CellText(std::string(40000, 'x'));
  EXPECT_EQ(CodePointCount(cut), 32000u);
  EXPECT_THAT(cut, ::testing::EndsWith("all 40000 letters"));
  // Each is two letters to Excel, four bytes here.
  std::string pictures;
  for (int i = 0; i < 20000; ++i) pictures += "\xF0\x9F\x98\x80";
  const std::string fewer = CellText(pictures);
  EXPECT_TRUE(IsValidUtf8(fewer));
  EXPECT_LT(CodePointCount(fewer), 16100u);
  const std::string read = TextOf(BookOf({{Number(1), fewer, ""}}));
  EXPECT_THAT(read, HasSubstr("all 40000 letters"));
}

TEST(CellText, LeavesADamagedNumberAText) {
  EXPECT_FALSE(Number("12(b)").is_number);
  EXPECT_FALSE(Number("").is_number);
  EXPECT_FALSE(Number("nan").is_number);
  EXPECT_EQ(Number("-2.5").number, -2.5);
}

}  // namespace
}  // namespace concord::office
