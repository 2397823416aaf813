#include <gtest/gtest.h>

#include "concord/engine/views.h"

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

}  // namespace
}  // namespace concord::engine
