#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/engine/views.h"
#include "tests/support/office_files.h"

namespace concord::engine {
namespace {

const std::string kMark = "\xEF\xBB\xBF";

std::string CsvOf(const std::vector<std::string>& rows) {
  Listing listing;
  for (const std::string& json : rows) listing.rows.push_back({{}, json});
  return ListingCsv(listing);
}

TEST(ListingCsv, SpreadsWhatIsInsideOverColumnsOfItsOwn) {
  EXPECT_EQ(
      CsvOf({R"({"id":"r1.1","due":[],"owners":[{"name":"Clerk"}],"n":2})",
             R"({"id":"r1.2","due":[{"printed":"May 2004","edtf":"2004-05"},)"
             R"({"printed":"June","edtf":null}],)"
             R"("owners":[{"name":"Clerk"},{"name":"Board"}],"n":null})"}),
      kMark +
          "id,due.printed,due.edtf,owners.name,n\r\n"
          "r1.1,,,Clerk,2\r\n"
          "r1.2,May 2004; June,2004-05,Clerk; Board,\r\n");
}

TEST(ListingCsv, WritesAPlaceInOneCellAndKeepsAFieldThatIsEmptyThroughout) {
  EXPECT_EQ(
      CsvOf({R"({"span":{"begin":3,"end":9},"cites":[],"parts":["a","b"]})"}),
      kMark + "span,cites,parts\r\n3-9,,a; b\r\n");
}

TEST(ListingCsv, QuotesWhatCsvWouldRead) {
  EXPECT_EQ(CsvOf({R"({"text":"one, \"two\"\nthree"})"}),
            kMark + "text\r\n\"one, \"\"two\"\"\nthree\"\r\n");
}

TEST(ListingCsv, LetsNoCellRunAsAFormula) {
  EXPECT_EQ(
      CsvOf({R"({"a":"=1+1","b":"@sum","c":"-cmd","d":"-3.5","e":"+44"})"}),
      kMark + "a,b,c,d,e\r\n'=1+1,'@sum,'-cmd,-3.5,'+44\r\n");
}

TEST(ListingCsv, IsOnlyAHeadOfNothingWithoutRows) {
  EXPECT_EQ(CsvOf({}), kMark + "\r\n");
}

std::string SheetOf(const Listing& listing) {
  const auto bytes = ListingWorkbook(listing, "ledger");
  EXPECT_TRUE(bytes.has_value()) << (bytes ? "" : bytes.error().message());
  const auto parts = testing::PartsOf(bytes.value_or(""));
  return parts.empty() ? "" : parts.at("xl/worksheets/sheet1.xml");
}

TEST(ListingWorkbook, HoldsNumbersAsNumbersAndFormulasAsText) {
  Listing listing;
  listing.rows.push_back(
      {{}, R"({"id":"12","n":20,"due":[{"printed":"May"}],"yes":true})"});
  listing.rows.push_back({{}, R"({"id":"=1+1","n":[1,2],"yes":false})"});
  const std::string sheet = SheetOf(listing);
  EXPECT_THAT(sheet, ::testing::HasSubstr("<v>20</v>"));
  EXPECT_THAT(sheet, ::testing::Not(::testing::HasSubstr("<v>12</v>")));
  EXPECT_THAT(sheet, ::testing::Not(::testing::HasSubstr("<f>")));
  EXPECT_THAT(sheet, ::testing::HasSubstr("=1+1"));
  EXPECT_THAT(sheet, ::testing::HasSubstr("1; 2"));
  EXPECT_THAT(sheet, ::testing::HasSubstr("due.printed"));
  EXPECT_THAT(sheet, ::testing::HasSubstr("<autoFilter ref=\"A1:D3\""));
}

TEST(ListingWorkbook, PutsWhatAPersonReadsInFrontAndHidesTheRest) {
  Listing listing;
  listing.rows.push_back(
      {{},
       R"({"type":"recommendation","id":"r1.2","title":"A Plan","label":"2",)"
       R"("text":"Light the lamps.","due":[],"locator":"",)"
       R"("address":"https://harbour.example/plan#p2"})"});
  const auto bytes = ListingWorkbook(listing, "recommendations");
  ASSERT_TRUE(bytes.has_value());
  const auto parts = testing::PartsOf(*bytes);
  const std::string& sheet = parts.at("xl/worksheets/sheet1.xml");
  const auto at = [&](const std::string& words) { return sheet.find(words); };
  EXPECT_LT(at(">No.<"), at(">What is asked<"));
  EXPECT_LT(at(">What is asked<"), at(">Report<"));
  EXPECT_LT(at(">Position<"), at(">type<"));
  EXPECT_LT(at(">Light the lamps.<"), at(">r1.2<"));
  // A place without a number is a link all the same.
  EXPECT_THAT(sheet, ::testing::HasSubstr("<hyperlink ref=\"G2\""));
  EXPECT_THAT(sheet, ::testing::HasSubstr(">open<"));
  EXPECT_THAT(sheet, ::testing::HasSubstr("min=\"12\" max=\"12\""));
  EXPECT_THAT(sheet, ::testing::HasSubstr("hidden=\"1\""));
}

TEST(ListingWorkbook, HeadsAListOfNothingWithItsColumns) {
  Listing listing;
  listing.columns = {"stated", "held"};
  EXPECT_THAT(SheetOf(listing), ::testing::HasSubstr("stated"));
}

TEST(ResponseFormats, AreNamedInWordsAndFound) {
  EXPECT_EQ(ResponseFormatsInWords(), "html, docx, xlsx, md or json");
  ASSERT_NE(FindResponseFormat("docx"), nullptr);
  EXPECT_FALSE(FindResponseFormat("docx")->is_text);
  EXPECT_EQ(FindResponseFormat("exe"), nullptr);
}

}  // namespace
}  // namespace concord::engine
