// Expressions of committee prose with the value that a careful reader gives
// them, written down before they were read by the program (docs/dates.md).
#include <gtest/gtest.h>

#include <vector>

#include "concord/extraction/extract.h"

namespace concord::extraction {
namespace {

struct Case {
  const char* text;
  const char* edtf;
};

// All on Tuesday 9 November 2004.
void ExpectAll(const std::vector<Case>& cases) {
  constexpr edtf::Day kBase{2004, 11, 9};
  for (const Case& c : cases) {
    const auto mention = ReadDateExpression(c.text, kBase);
    EXPECT_EQ(mention ? mention->edtf : "none", c.edtf) << c.text;
  }
}

TEST(CommitteeDates, YearsQuartersAndTermsAreTheirMonths) {
  ExpectAll({
      {"the 2004-2005 financial year", "2004-04/2005-03"},
      {"2004/2005", "2004-04/2005-03"},
      {"financial year ending 31 March 2005", "2004-04-01/2005-03-31"},
      {"the year to 31 March 2005", "2004-04-01/2005-03-31"},
      {"the twelve months to 30 September 2004", "2003-10-01/2004-09-30"},
      {"the 12 months ended 31 December 2003", "2003-01-01/2003-12-31"},
      {"the half-year to 30 September 2004", "2004-04-01/2004-09-30"},
      {"the six months ended 30 September 2004", "2004-04-01/2004-09-30"},
      {"the quarter ending 30 June 2004", "2004-04-01/2004-06-30"},
      {"the quarter to June 2004", "2004-04/2004-06"},
      {"the first quarter of 2004/05", "2004-04/2004-06"},
      {"Quarter 2 of 2004/05", "2004-07/2004-09"},
      {"2nd quarter 2004-05", "2004-07/2004-09"},
      {"the final quarter of 2004/05", "2005-01/2005-03"},
      {"the first half of 2004/05", "2004-04/2004-09"},
      {"the second half of the financial year", "2004-10/2005-03"},
      {"the current financial year", "2004-04/2005-03"},
      {"the coming financial year", "2005-04/2006-03"},
      {"the financial years 2004/05 to 2006/07", "2004-04/2007-03"},
      {"year-end 2004/05", "2005-03-31"},
      {"the end of the 2004/05 financial year", "2005-03-31~"},
      {"by the end of the current financial year", "../2005-03"},
      {"the 2004/2005 school year", "2004-09/2005-08"},
      {"the autumn term 2004", "2004-23"},
      {"the summer term of 2005", "2005-22"},
      {"Michaelmas term 2004", "2004-23"},
      {"Trinity term 2005", "2005-22"},
      {"1/4/04 to 31/3/05", "2004-04-01/2005-03-31"},
      {"01/04/2004-31/03/2005", "2004-04-01/2005-03-31"},
      {"2004/11/09", "2004-11-09"},
      {"w/c 15/11/04", "2004-11-15/2004-11-21"},
      {"late last year", "2003-36~"},
      {"early this year", "2004-33~"},
      {"early next year", "2005-33~"},
      {"early in the new year", "2005-01~"},
      {"within two calendar months", "../2005-01-09"},
      {"within the next six months", "../2005-05-09"},
      {"over the past 18 months", "2003-05/2004-11"},
      {"the preceding financial year", "2003-04/2004-03"},
      {"1998/9", "1998-04/1999-03"},
      {"2004/05-2006/07", "2004-04/2007-03"},
      {"the three years to 2006/07", "2004-04/2007-03"},
      {"three years from April 2005", "2005-04/2008-03"},
      {"from 2005/06 onwards", "2005-04/.."},
      {"pre-2001", "../2000"},
      {"post-2004", "2005/.."},
      {"the first three months of 2005", "2005-01/2005-03"},
      {"the last three months of 2003/04", "2004-01/2004-03"},
      {"18:00 hrs 18/11/04", "2004-11-18"},
  });
}

TEST(CommitteeDates, SpansRunOverTheEndsOfMonthsAndYears) {
  ExpectAll({
      {"28 October to 3 November 2004", "2004-10-28/2004-11-03"},
      {"29 December 2003 - 4 January 2004", "2003-12-29/2004-01-04"},
      {"28 December to 3 January 2005", "2004-12-28/2005-01-03"},
      {"Mon 29 Nov – Fri 3 Dec 2004", "2004-11-29/2004-12-03"},
      {"1st-3rd June 2004", "2004-06-01/2004-06-03"},
      {"1st – 3rd June", "2004-06-01/2004-06-03"},
      {"between the 4th and the 9th of May 2004", "2004-05-04/2004-05-09"},
      {"6th to 10th December inclusive", "2004-12-06/2004-12-10"},
      {"from Monday 1 to Friday 5 November 2004", "2004-11-01/2004-11-05"},
      {"November to January", "2004-11/2005-01"},
      {"Sept-Dec 2004", "2004-09/2004-12"},
      {"Apr 04 - Mar 05", "2004-04/2005-03"},
      {"April 04 to March 05", "2004-04/2005-03"},
      {"prior to 1 April 2005", "../2005-03-31"},
  });
}

TEST(CommitteeDates, WeeksAndPrepositionsShapeTheValue) {
  ExpectAll({
      {"wc 15 November", "2004-11-15/2004-11-21"},
      {"w/c 15th Nov", "2004-11-15/2004-11-21"},
      {"w.c. 15 November 2004", "2004-11-15/2004-11-21"},
      {"w/b 15 November", "2004-11-15/2004-11-21"},
      {"week beginning Monday 15 November 2004", "2004-11-15/2004-11-21"},
      {"week commencing 15.11.04", "2004-11-15/2004-11-21"},
      {"w/e 19 November 2004", "2004-11-13/2004-11-19"},
      {"wef 1 April 2005", "2005-04-01/.."},
      {"w.e.f. 1.4.05", "2005-04-01/.."},
      {"with effect from 1st April 2005", "2005-04-01/.."},
      {"as from 1 January", "2005-01-01/.."},
      {"effective 1 January 2005", "2005-01-01/.."},
      {"effective from 1 January 2005", "2005-01-01/.."},
      {"on and after 1 January 2005", "2005-01-01/.."},
      {"on or before 31 December 2004", "../2004-12-31"},
      {"on or after 1 December 2004", "2004-12-01/.."},
      {"no earlier than March 2005", "2005-03/.."},
      {"up until the end of January 2005", "../2005-01"},
      {"by close of play on 12 November", "../2004-11-12"},
      {"by close of business on Friday 12 November 2004", "../2004-11-12"},
      {"COP Friday 12 November", "2004-11-12"},
      {"by noon on 1 December 2004", "../2004-12-01"},
      {"by 5pm on 1st December", "../2004-12-01"},
      {"12 noon on Wednesday 1 December 2004", "2004-12-01"},
      {"not later than noon on Friday 10th December, 2004", "../2004-12-10"},
      {"before the end of November", "../2004-11"},
      {"by early December", "../2004-12~"},
      {"by mid-January", "../2005-01~"},
      {"by late spring 2005", "../2005-21~"},
      {"Wednesday week", "2004-11-17"},
      {"a week today", "2004-11-16"},
      {"a fortnight from 12 November 2004", "2004-11-12/2004-11-25"},
      {"within a fortnight", "../2004-11-23"},
      {"within 28 days", "../2004-12-07"},
      {"in a month's time", "2004-12-09~"},
      {"in six weeks' time", "2004-12-21"},
      {"six weeks hence", "2004-12-21"},
      {"by St David's Day 2005", "../2005-03-01"},
      {"the weekend of 6/7 November 2004", "2004-11-06/2004-11-07"},
  });
}

TEST(CommitteeDates, FeastsAndHolidaysAreTheirDay) {
  ExpectAll({
      {"Easter Monday 2005", "2005-03-28"},
      {"Whit Monday 2005", "2005-05-16"},
      {"Whit Sunday 2005", "2005-05-15"},
      {"Whitsun 2005", "2005-05-15"},
      {"Shrove Tuesday 2005", "2005-02-08"},
      {"Ash Wednesday 2005", "2005-02-09"},
      {"Maundy Thursday 2005", "2005-03-24"},
      {"Palm Sunday 2005", "2005-03-20"},
      {"Ascension Day 2005", "2005-05-05"},
      {"St Andrew's Day 2004", "2004-11-30"},
      {"Burns Night 2005", "2005-01-25"},
      {"Hogmanay 2004", "2004-12-31"},
      {"Remembrance Sunday 2004", "2004-11-14"},
      {"Armistice Day 2004", "2004-11-11"},
      {"the August bank holiday 2004", "2004-08-30"},
      {"the May Day bank holiday 2005", "2005-05-02"},
      {"Lammas 2004", "2004-08-01"},
      {"Martinmas 2004", "2004-11-11"},
      {"Midsummer Day 2004", "2004-06-24"},
      {"Mothering Sunday 2005", "2005-03-06"},
      {"Guy Fawkes Night 2003", "2003-11-05"},
      {"Hallowe'en 2004", "2004-10-31"},
      {"St Patrick's Day 2005", "2005-03-17"},
      {"Advent Sunday 2004", "2004-11-28"},
  });
}

TEST(CommitteeDates, DaysAreReadInEverySpelling) {
  ExpectAll({
      {"30-6-2004", "2004-06-30"},
      {"2004-11-09 14:30", "2004-11-09"},
      {"9-Nov-04", "2004-11-09"},
      {"9-Nov-2004", "2004-11-09"},
      {"09Nov2004", "2004-11-09"},
      {"Nov-04", "2004-11"},
      {"Nov 04", "2004-11"},
      {"Nov. '04", "2004-11"},
      {"November, 2004", "2004-11"},
      {"mid-2005", "2005-34/2005-35~"},
      {"end-March 2005", "2005-03-31~"},
      {"end Mar 05", "2005-03-31"},
      {"the end of March next", "2005-03-31~"},
      {"the beginning of April 2005", "2005-04-01~"},
      {"the start of 2005", "2005-01-01~"},
      {"the middle of May 2005", "2005-05~"},
      {"towards the end of 2004", "2004-12-31~"},
      {"this autumn", "2004-23"},
      {"last summer", "2004-22"},
      {"the coming winter", "2004-24"},
      {"winter 2004-05", "2004-24"},
      {"Autumn/Winter 2004", "[2004-23,2004-24]"},
      {"Spring/Summer 2005", "[2005-21,2005-22]"},
      {"last November", "2003-11"},
      {"November last", "2003-11"},
      {"November next", "2005-11"},
      {"this November", "2004-11"},
      {"the 14th instant", "2004-11-14"},
      {"the 3rd prox.", "2004-12-03"},
      {"the 30th ultimo", "2004-10-30"},
      {"Friday fortnight", "2004-11-26"},
      {"a fortnight tomorrow", "2004-11-24"},
      {"a fortnight on Friday", "2004-11-26"},
      {"the Spring Bank Holiday 2005", "2005-05-30"},
      {"l9 May 2004", "2004-05-19"},
      {"1O June 2004", "2004-06-10"},
      {"3O September 2004", "2004-09-30"},
      {"I5 July 2004", "2004-07-15"},
      {"2l March 2004", "2004-03-21"},
      {"3 Febuary 2004", "2004-02-03"},
      {"Feburary 2004", "2004-02"},
      {"14 Septmber 2004", "2004-09-14"},
      {"31st Decmber 2003", "2003-12-31"},
      {"Novemeber 2004", "2004-11"},
      {"Wenesday 10 November 2004", "2004-11-10"},
      {"19 May 20O4", "2004-05-19"},
      {"19May2004", "2004-05-19"},
      {"19  May   2004", "2004-05-19"},
      {"19\u00a0May\u00a02004", "2004-05-19"},
      {"19\u202fMay\u20092004", "2004-05-19"},
      {"19 th May 2004", "2004-05-19"},
      {"19 May, 2004", "2004-05-19"},
      {"the 19th day of May 2004", "2004-05-19"},
      {"Weds 10 Nov", "2004-11-10"},
      {"Thurs. 11th Nov. 2004", "2004-11-11"},
      {"the first of April 2005", "2005-04-01"},
      {"the last day of February 2005", "2005-02-28"},
      {"the first Monday in May 2005", "2005-05-02"},
      {"the last Friday in November", "2004-11-26"},
      {"2004-5 and 2005-6", "2004-04/2006-03"},
      {"as of 1 April 2004", "2004-04-01"},
      {"Friday 12th", "2004-11-12"},
      {"Friday the 12th", "2004-11-12"},
      {"12th November at 6.30pm", "2004-11-12"},
      {"6.30 p.m. on Thursday, 18th November, 2004", "2004-11-18"},
      {"Thursday 18 November 2004 (10.00am)", "2004-11-18"},
      {"the night of 4/5 November 2004", "2004-11-04/2004-11-05"},
      {"6, 13 and 20 December 2004", "{2004-12-06,2004-12-13,2004-12-20}"},
      {"January, April, July and October 2005",
       "{2005-01,2005-04,2005-07,2005-10}"},
      {"June and December 2005", "{2005-06,2005-12}"},
      {"Nov/Dec", "[2004-11,2004-12]"},
      {"Dec/Jan", "[2004-12,2005-01]"},
      {"March 2004 and March 2005", "{2004-03,2005-03}"},
  });
}

TEST(CommitteeDates, NumbersAndNamesAreNone) {
  ExpectAll({
      {"24/7", "none"},
      {"50/50", "none"},
      {"9 to 5", "none"},
      {"14-19", "none"},
      {"2004 officers", "none"},
      {"1998 Act", "none"},
      {"Rule 43", "none"},
      {"Form 2003/04", "none"},
      {"3 to 5 years", "none"},
      {"round 2", "none"},
      {"Mrs May", "none"},
      {"second", "none"},
      {"12.30", "none"},
      {"1,998", "none"},
      {"page 31", "none"},
      {"TBC", "none"},
  });
}

}  // namespace
}  // namespace concord::extraction
