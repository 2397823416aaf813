// Expressions by themselves, as `concord dates` reads them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "concord/extraction/extract.h"

namespace concord::extraction {
namespace {

const edtf::Day kBase{2006, 2, 16};  // a Thursday

std::string Whole(std::string_view text,
                  std::optional<edtf::Day> base = kBase) {
  const auto mention = ReadDateExpression(text, base);
  return mention ? mention->edtf : "none";
}

struct Case {
  const char* text;
  const char* edtf;
};

void ExpectAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Whole(c.text), c.edtf) << c.text;
}

TEST(DateExpression, TakesItsBaseYearUnlessANeighbourIsNear) {
  ExpectAll({
      {"December", "2005-12"},  // two months ago
      {"October", "2006-10"},   // not four months ago
      {"may", "2006-05"},
      {"first tuesday of october", "2006-10-03"},
      {"31 August", "2006-08-31"},
  });
}

TEST(DateExpression, PrepositionsShapeTheValue) {
  ExpectAll({
      {"in October 2005", "2005-10"},
      {"by the end of March 2004", "../2004-03"},
      {"by 31 March 1999", "../1999-03-31"},
      {"not later than 5 May 2003", "../2003-05-05"},
      {"until June 2011", "../2011-06"},
      {"before 2004", "../2003"},
      {"before March 2004", "../2004-02"},
      {"after January 2011", "2011-02/.."},
      {"from 1 April 2002", "2002-04-01/.."},
      {"since 1997", "1997/.."},
      {"from 13th to the 15th of July 2005", "2005-07-13/2005-07-15"},
      {"circa 1997", "1997~"},
      {"around June 2004", "2004-06~"},
      {"1 April 2002 onwards", "2002-04-01/.."},
      {"in 1998 AD", "1998"},
      {"within six months", "../2006-08-16"},
      {"quarterly", ""},
      {"as soon as possible", ""},
  });
}

TEST(DateExpression, IsReadGenerously) {
  ExpectAll({
      {"18q4", "2018-10/2018-12"},
      {"2/2013", "2013-02"},
      {"2014-10", "2014-10"},
      {"march third 2015", "2015-03-03"},
      {"14april 2015", "2015-04-14"},
      {"the following week", "2006-02-20/2006-02-26"},
      {"a fortnight ago", "2006-02-02"},
      {"third last week of 2018", "2018-12-10/2018-12-16"},
      {"Q3 2024", "2024-07/2024-09"},
      {"Aug 8 - Aug 12", "2006-08-08/2006-08-12"},
      {"in the New Year", "2006-01~"},
  });
}

// The base is Thursday 16 February 2006.
TEST(DateExpression, NamesYearsByTheirKind) {
  ExpectAll({
      {"financial year 2003/04", "2003-04/2004-03"},
      {"FY 2003-04", "2003-04/2004-03"},
      {"FY05/06", "2005-04/2006-03"},
      {"the 2004/05 academic year", "2004-09/2005-08"},
      {"the end of the financial year 2003/04", "2004-03-31~"},
      {"calendar year 2004", "2004"},
      {"the year 2000", "2000"},
      {"year end 2004", "2004-12-31"},
      {"Q3", "2006-07/2006-09"},
      {"2004 March 3", "2004-03-03"},
      {"20040303", "2004-03-03"},
      {"20041303", "none"},
      {"FY ABC", "none"},
  });
}

TEST(DateExpression, MeasuresTimeToAndFromADate) {
  ExpectAll({
      {"the year ended 31 March 2004", "2003-04-01/2004-03-31"},
      {"three years to March 2004", "2001-04/2004-03"},
      {"six months from 1 April 2004", "2004-04-01/2004-09-30"},
      {"two weeks before 20 May 2004", "2004-05-06"},
      {"the Monday after Easter 2004", "2004-04-12"},
      {"the week before Christmas 2004", "2004-12-18/2004-12-24"},
      {"the year ended it", "none"},
  });
}

TEST(DateExpression, CountsDaysFromTheBase) {
  ExpectAll({
      {"Friday", "2006-02-17"},
      {"Monday", "2006-02-13"},
      {"by Monday", "../2006-02-20"},
      {"Friday next", "2006-02-17"},
      {"Thursday week", "2006-03-02"},
      {"a week on Tuesday", "2006-02-28"},
      {"a fortnight from today", "2006-03-02"},
      {"the weekend of 3 March 2004", "2004-03-06/2004-03-07"},
      {"the 5th inst", "2006-02-05"},
      {"the 20th ult.", "2006-01-20"},
      {"the week after next", "2006-02-27/2006-03-05"},
      {"second half of March 2004", "2004-03-16/2004-03-31"},
  });
}

TEST(DateExpression, JoinsSeveralDates) {
  ExpectAll({
      {"3, 4 and 5 March 2004", "{2004-03-03,2004-03-04,2004-03-05}"},
      {"2004 or 2005", "[2004,2005]"},
      {"2003/04 and 2004/05", "2003-04/2005-03"},
      {"late 2003 to early 2004", "2003-36~/2004-33~"},
      {"mid to late 2004", "2004-34/2004-36~"},
      {"3 and 4 officers", "none"},
  });
}

TEST(DateExpression, PassesOverTimesOfDay) {
  ExpectAll({
      {"3 March 2004 at 2pm", "2004-03-03"},
      {"10.30 am on 3 March 2004", "2004-03-03"},
      {"the evening of 3 March 2004", "2004-03-03"},
      {"Monday 1 March 2004, 14:00 to 16:30", "2004-03-01"},
      {"2pm", "none"},
  });
}

TEST(DateExpression, KnowsDecadesCenturiesAndFeasts) {
  ExpectAll({
      {"the nineties", "199X"},
      {"late nineties", "199X~"},
      {"the ’90s", "199X"},
      {"mid-1980s", "198X~"},
      {"19th century", "18XX"},
      {"the late nineteenth century", "18XX~"},
      {"Good Friday 2004", "2004-04-09"},
      {"New Year’s Eve 2004", "2004-12-31"},
      {"Michaelmas 2004", "2004-09-29"},
  });
}

TEST(DateExpression, LooksWhereItsPrepositionPoints) {
  ExpectAll({
      {"December", "2005-12"},
      {"by December", "../2006-12"},
      {"since March", "2005-03/.."},
      {"until Easter", "../2006-04-16"},
      {"possibly 1997", "1997?"},
      {"up to and including 3 March 2004", "../2004-03-03"},
      {"not before 3 March 2004", "2004-03-03/.."},
      {"2004-36~", "2004-36~"},
  });
}

TEST(DateExpression, IsNoDateIfAWordIsLeft) {
  for (const char* text :
       {"", " ", "25", "3 30", "4a", "A4 A5", "this one", "at 650.650.6500",
        "Pay ABC 2000", "6 October 2005 and more", "May I", "the", "by", "/",
        "2005/06/07/08", "32 October 2005", "32/31/1974"}) {
    EXPECT_EQ(Whole(text), "none") << text;
  }
  EXPECT_EQ(Whole(std::string(10000, '1')), "none");
}

TEST(DateExpression, WithoutABaseOnlyPrintedDatesHaveAValue) {
  EXPECT_EQ(Whole("6 October 2005", std::nullopt), "2005-10-06");
  EXPECT_EQ(Whole("6 October", std::nullopt), "");
  EXPECT_EQ(Whole("next week", std::nullopt), "");
}

TEST(DateExpression, KeepsTheWholeExpressionAsPrinted) {
  const auto mention = ReadDateExpression(" by 31 March 1999 ", kBase);
  ASSERT_TRUE(mention.has_value());
  EXPECT_EQ(mention->printed, "by 31 March 1999");
  EXPECT_EQ(mention->span, (TextSpan{1, 17}));
}

}  // namespace
}  // namespace concord::extraction
