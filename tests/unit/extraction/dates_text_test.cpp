// Dates in running text: what is found, what it means, and what is no date.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "concord/extraction/extract.h"

namespace concord::extraction {
namespace {

const edtf::Day kBase{2005, 10, 6};  // a Thursday

// "printed = edtf; printed = edtf", with "?" after an inferred value.
std::string Found(std::string_view text,
                  std::optional<edtf::Day> base = kBase) {
  std::string list;
  for (const DateMention& mention : FindDatesInText(text, base)) {
    EXPECT_EQ(mention.printed, Slice(text, mention.span));
    if (!list.empty()) list += "; ";
    list += mention.printed + " = " + mention.edtf;
    if (mention.inferred) list += "?";
  }
  return list;
}

struct Case {
  const char* text;
  const char* found;
};

void ExpectAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Found(c.text), c.found) << c.text;
}

TEST(DatesInText, AreNotTheNumbersOfThings) {
  const auto base = std::nullopt;
  EXPECT_TRUE(
      FindDatesInText("Bridges numbered 1950 to 1998 are shut.", base).empty());
  EXPECT_TRUE(FindDatesInText("Its number: 1998.", base).empty());
  EXPECT_EQ(FindDatesInText("Boats by number: in 1998 nine.", base).size(), 1u);
  EXPECT_TRUE(FindDatesInText("Bridge number 1950 is shut.", base).empty());
  EXPECT_TRUE(
      FindDatesInText("Bridge numbers 1950, 1951 and 1952 are shut.", base)
          .empty());
  EXPECT_EQ(FindDatesInText("It was shut in 1950, 1951 and 1952.", base).size(),
            3u);
}

TEST(DatesInText, AreFoundWithDayMonthAndYearInEveryOrder) {
  ExpectAll({
      {"It met on 6 October 2005.", "6 October 2005 = 2005-10-06"},
      {"on the 22 July 2004 again", "22 July 2004 = 2004-07-22"},
      {"It met on October 6th 2005.", "October 6th 2005 = 2005-10-06"},
      {"On April 1 2002 it began.", "April 1 2002 = 2002-04-01"},
      {"seen 24 Jan 03 by all", "24 Jan 03 = 2003-01-24"},
      {"Date: 09 Jun 05", "09 Jun 05 = 2005-06-09"},
      {"the 11TH October 2001 meeting", "11TH October 2001 = 2001-10-11"},
      {"Friday, 7 December 2007, 10.00am",
       "Friday, 7 December 2007 = 2007-12-07"},
      {"dated 24.1.2002 and signed", "24.1.2002 = 2002-01-24"},
      {"dated 24/01/2002 and signed", "24/01/2002 = 2002-01-24"},
      {"opened 31/Oct/1974.", "31/Oct/1974 = 1974-10-31"},
      {"version of 2004-02-29", "2004-02-29 = 2004-02-29"},
      {"on 6\nOctober 2005", "6\nOctober 2005 = 2005-10-06"},
      {"on 6\u00a0October 2005", "6\u00a0October 2005 = 2005-10-06"},
      {"the twenty-first of March 2004",
       "twenty-first of March 2004 = 2004-03-21"},
  });
}

TEST(DatesInText, HaveTheMonthFirstWhereNothingElseIsPossible) {
  ExpectAll({
      {"approved on 4/25/2017 by all", "4/25/2017 = 2017-04-25"},
      {"minutes of 04-16-18 (draft)", "04-16-18 = 2018-04-16"},
      {"approved on 4/5/2017 by all", "4/5/2017 = 2017-05-04"},
      {"as amended 8.9.03 and kept", "8.9.03 = 2003-09-08"},
      {"as paragraph 8.9.03 says", ""},
      {"in 2.3.02 and 4.5.03", ""},
      {"paragraph 4.25.17 of it", ""},
      {"ratio of 4/32/2017", ""},
      {"filed 2014 September 22 by hand", "2014 September 22 = 2014-09-22"},
      {"in 2014 September 22 keys were cut",
       "2014 = 2014; September = 2005-09?"},
  });
}

TEST(DatesInText, MayListDaysAfterTheirMonth) {
  ExpectAll({
      {"the April 9 and 16, 2018 meetings",
       "April 9 = 2018-04-09?; 16, 2018 = 2018-04-16?"},
      {"met June 3, 10 and 17, 2017 in full",
       "June 3 = 2017-06-03?; 10 = 2017-06-10?; 17, 2017 = 2017-06-17?"},
      {"On April 9 and 16 others came", "April 9 = 2005-04-09?"},
  });
}

TEST(DatesInText, MayNameQuartersAfterTheirYear) {
  ExpectAll({
      {"the 2016/17 Q2 return", "2016/17 Q2 = 2016-07/2016-09"},
      {"Plan 2019/20 - Quarter 3 figures",
       "2019/20 - Quarter 3 = 2019-10/2019-12"},
      {"returns of 2017/18 (Q1) came", "2017/18 (Q1) = 2017-04/2017-06"},
      {"the 2016/17 Q7 return", "2016/17 = 2016-04/2017-03"},
  });
}

TEST(DatesInText, YearsInNamesOfStatutesAndResolutionsAreNoDates) {
  ExpectAll({
      {"under the 1998 Act and the 1999 Regulations", ""},
      {"the 1998 acts of kindness", "1998 = 1998"},
      {"By its resolution 2066 (2012) it asked", ""},
      {"resolutions 1325 (2000), 1820 (2008) and 1888 (2009)", ""},
      {"It rose to 1,250 (2003) at once", "2003 = 2003"},
      {"the priorities of the Vision 2020 Strategy", ""},
  });
}

TEST(DatesInText, MayBeMonthsAndYears) {
  ExpectAll({
      {"by October 2005", "October 2005 = 2005-10"},
      {"as at end Aug 06", "end Aug 06 = 2006-08-31"},
      {"in Nov. 2004", "Nov. 2004 = 2004-11"},
      {"in November of 2004", "November of 2004 = 2004-11"},
      {"since November ’04", "November ’04 = 2004-11"},
      {"published in 1997", "1997 = 1997"},
      {"The 2004 scrutiny was short.", "2004 = 2004"},
      {"Plain Speaking (2000)", "2000 = 2000"},
      {"in 2001, 2002 and 2003", "2001 = 2001; 2002 = 2002; 2003 = 2003"},
      {"in May 2006.541 With", "May 2006 = 2006-05"},
      {"on 11 July 2004:32 she wrote", "11 July 2004 = 2004-07-11"},
      {"the 1990s were worse", "1990s = 199X"},
      {"February this year", "February this year = 2005-02?"},
  });
}

TEST(DatesInText, AreMonthsAloneOnlyWhereTheyAreMonths) {
  ExpectAll({
      {"It reported in May.", "May = 2005-05?"},
      {"Officers may march in step.", ""},
      {"May I ask the Board?", ""},
      {"The March against knives was orderly.", ""},
      {"the May meeting", "May = 2005-05?"},
      {"Final sign off\n\nNovember\n\nLaunch", "November = 2005-11?"},
      {"Apr May Jun Jul Aug", ""},
      {"Ms June Carter spoke with April Hill.", ""},
      {"as shown for June Carter", ""},
      {"paragraph 12 may be deleted", ""},
      {"in May 20 officers left", "May = 2005-05?"},
      {"on May 20 the Board met", "May 20 = 2005-05-20?"},
  });
}

TEST(DatesInText, MayBeRangesListsAndChoices) {
  ExpectAll({
      {"12 February to 2 March 2001",
       "12 February to 2 March 2001 = 2001-02-12/2001-03-02"},
      {"12 November to 2 March 2001",
       "12 November to 2 March 2001 = 2000-11-12/2001-03-02"},
      {"on 4/5 October", "4/5 October = 2005-10-04/2005-10-05?"},
      {"from 13 to 15 July 2005", "13 to 15 July 2005 = 2005-07-13/2005-07-15"},
      {"between 1 August and 12 September 2003",
       "1 August and 12 September 2003 = 2003-08-01/2003-09-12"},
      {"of 9 June and 14 July 2005",
       "9 June = 2005-06-09?; 14 July 2005 = 2005-07-14"},
      {"of 9 June 2004 and 14 July",
       "9 June 2004 = 2004-06-09; 14 July = 2004-07-14?"},
      {"on 13, 14 and 21 July 2004",
       "13 = 2004-07-13?; 14 = 2004-07-14?; 21 July 2004 = 2004-07-21"},
      {"November/December 2011", "November/December 2011 = [2011-11,2011-12]"},
      {"in June or July 2004", "June or July 2004 = [2004-06,2004-07]"},
      {"December 2007 to February 2008",
       "December 2007 to February 2008 = 2007-12/2008-02"},
      {"April to June 2004", "April to June 2004 = 2004-04/2004-06"},
      {"on 5 or 6 October 2004",
       "5 or 6 October 2004 = [2004-10-05,2004-10-06]"},
      {"30th June/1st July 2004",
       "30th June/1st July 2004 = 2004-06-30/2004-07-01"},
      {"Monday 3rd to Friday 7th May 2004",
       "Monday 3rd to Friday 7th May 2004 = 2004-05-03/2004-05-07"},
      {"between 1 April and 31 December",
       "1 April and 31 December = 2005-04-01/2005-12-31?"},
      {"December 2003/January 2004",
       "December 2003/January 2004 = [2003-12,2004-01]"},
      {"April – June 2004", "April – June 2004 = 2004-04/2004-06"},
      {"during the summer and early autumn of 2000",
       "summer = 2000-22?; early autumn of 2000 = 2000-23~"},
  });
}

TEST(DatesInText, MayBeFinancialYearsAndSpansOfYears) {
  ExpectAll({
      {"the 2005/06 budget", "2005/06 = 2005-04/2006-03"},
      {"in 2006/7", "2006/7 = 2006-04/2007-03"},
      {"1999/00", "1999/00 = 1999-04/2000-03"},
      {"in 2008-09", "2008-09 = 2008-04/2009-03"},
      {"2002/03 - 2004/05", "2002/03 - 2004/05 = 2002-04/2005-03"},
      {"Scheme 2005 – 2008", "2005 – 2008 = 2005/2008"},
      {"from 1996 to 1998", "1996 to 1998 = 1996/1998"},
      {"between 2003 and 2005", "2003 and 2005 = 2003/2005"},
      {"a plan for 1996-98", "1996-98 = 1996/1998"},
      {"the academic year 2004/05", "2004/05 = 2004-09/2005-08"},
  });
}

TEST(DatesInText, MayBePartsOfPeriods) {
  ExpectAll({
      {"in early 2007", "early 2007 = 2007-33~"},
      {"Early in 2006 it met", "Early in 2006 = 2006-33~"},
      {"Mid 2004", "Mid 2004 = 2004-34/2004-35~"},
      {"launched late 2005", "late 2005 = 2005-36~"},
      {"in mid-November 2003", "mid-November 2003 = 2003-11~"},
      {"in early June", "early June = 2005-06~?"},
      {"late in 2005/06", "late in 2005/06 = 2006-01~/2006-03~"},
      {"loose end of November 2009", "end of November 2009 = 2009-11-30~"},
      {"as at the end of November 2006", "end of November 2006 = 2006-11-30"},
      {"spent to the end of December", "end of December = 2005-12-31?"},
      {"by the end of the year", "end of the year = 2005-12-31~?"},
      {"the first quarter of 2004", "first quarter of 2004 = 2004-01/2004-03"},
      {"in Q3 2024/25", "Q3 2024/25 = 2024-10/2024-12"},
      {"the last four months of 2004",
       "last four months of 2004 = 2004-09/2004-12"},
      {"the third quarter of the financial year",
       "third quarter of the financial year = 2005-10/2005-12?"},
      {"circa 1997", "1997 = 1997~"},
      {"the second half of 2004", "second half of 2004 = 2004-07/2004-12"},
      {"the early 1990s", "early 1990s = 199X~"},
      {"later this year", "later this year = 2005-10/2005-12?"},
      {"earlier this year", "earlier this year = 2005-01/2005-10?"},
      {"W/c 2 November", "W/c 2 November = 2005-11-02/2005-11-08?"},
      {"the week ending 5 June 2005",
       "week ending 5 June 2005 = 2005-05-30/2005-06-05"},
  });
}

TEST(DatesInText, MayBeSeasonsAndFeasts) {
  ExpectAll({
      {"autumn of 2008", "autumn of 2008 = 2008-23"},
      {"winter 2005/06", "winter 2005/06 = 2005-24"},
      {"It will come in the spring.", "spring = 2006-21?"},
      {"a spring cleaning of files", ""},
      {"ready by Christmas", "Christmas = 2005-12-25?"},
      {"by Easter 2004", "Easter 2004 = 2004-04-11"},
      {"to come in the New Year", "New Year = 2006-01~?"},
  });
}

TEST(DatesInText, AreReckonedFromTheBaseWhereTheyAreRelative) {
  ExpectAll({
      {"last year", "last year = 2004?"},
      {"this financial year", "this financial year = 2005-04/2006-03?"},
      {"next month", "next month = 2005-11?"},
      {"last week", "last week = 2005-09-26/2005-10-02?"},
      {"next Monday", "next Monday = 2005-10-10?"},
      {"three weeks ago", "three weeks ago = 2005-09-15?"},
      {"the last two years", "the last two years = 2003-10/2005-10?"},
      {"nearly 10 years ago", "nearly 10 years ago = 1995~?"},
      {"agreed today", "today = 2005-10-06?"},
      {"the first Monday of next month",
       "first Monday of next month = 2005-11-07?"},
  });
}

TEST(DatesInText, TheBaseIsKeptOnlyWhereItWasNeeded) {
  const auto mentions = FindDatesInText("On 20 May and on 3 June 2004.", kBase);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].base, "");  // the year stands in the same list
  EXPECT_TRUE(mentions[0].inferred);
  EXPECT_EQ(mentions[1].base, "");
  const auto alone = FindDatesInText("On 20 May it was published.", kBase);
  ASSERT_EQ(alone.size(), 1u);
  EXPECT_EQ(alone[0].base, "2005-10-06");
  EXPECT_EQ(alone[0].rule, "date.day-month");
}

TEST(DatesInText, WithoutABaseYearlessDatesHaveNoValue) {
  EXPECT_EQ(Found("on 20 May, and last year", std::nullopt),
            "20 May = ?; last year = ?");
}

TEST(DatesInText, AreNotEveryNumberThatLooksLikeOne) {
  for (const char* text : {
           "press release 07/04 and 64/07",
           "minute FPBV/02/25 was noted",
           "telephone 020 7202 0217/18 or 020 7202 1999",
           "the Race Relations (Amendment) Act 2000",
           "the Acts of 1976 and 2000 (Race Relations Act 1976 and 2000)",
           "the Police (Conduct) Regulations 1999",
           "PACE 1984 and the RR(A)A 2000",
           "in Session 2019-21 and the 2019-21 session",
           "young people of 16-24",
           "scores of 12-10 and 2-1",
           "a grant of £2000 or $1999",
           "over 2000 officers and more than 1998 cars",
           "2000 officers were trained",
           "see 4.5 and 10.11.12 of the manual",
           "recommendations 9 and 10",
           "Circular No. 2003",
           "Schedule 12A, paragraph 31",
           "Police Notice 01/2005",
           "at 1930 hours",
           "http://www.example.org/2004/041028/2004/index.html",
           "a 2004-seat hall",
           "postcode SW1H 0NY, ISO 2001",
       }) {
    EXPECT_EQ(Found(text), "") << text;
  }
}

TEST(DatesInText, ARecurrenceIsADateOnlyWithItsStart) {
  ExpectAll({
      {"to be published quarterly commencing early 2006",
       "quarterly = ; early 2006 = 2006-33~"},
      {"the quarterly paper", ""},
      {"every six months", ""},
  });
}

TEST(DatesInText, AreReadWhereAScannerTookFiguresForLetters) {
  ExpectAll({
      {"the order of l9 May 2004", "l9 May 2004 = 2004-05-19"},
      {"the order of 3O June 2O04", "3O June 2O04 = 2004-06-30"},
      {"on 3 Febuary 2004", "3 Febuary 2004 = 2004-02-03"},
      {"the IO committee of May", "May = 2005-05?"},
      {"bus l9 in Marchfield", ""},
  });
}

TEST(DatesInText, WordsBesideAMonthAloneDecide) {
  ExpectAll({
      {"told in the June wage slips", "June = 2005-06?"},
      {"in the March against knives", ""},
      {"Target: April.", "April = 2006-04?"},
      {"calls at 14 and 15 March Street", ""},
      {"leaves next: 15 March", "15 March = 2006-03-15?"},
      {"until 31 March next.", "31 March next = 2006-03-31?"},
      {"in August last, by post", "August last = 2005-08?"},
      {"in May last orders were taken", "May = 2005-05?"},
      {"asked for by the new year.", "new year = 2006-01~?"},
      {"in the new year group", ""},
      {"missed over Christmas.", "Christmas = 2004-12-25?"},
      {"by the last Friday in January 2004",
       "last Friday in January 2004 = 2004-01-30"},
      {"For 2000 the figures are", "2000 = 2000"},
      {"for 2000 people, 1999 more than before", ""},
      {"Letter from the Board, 17.5.04.", "17.5.04 = 2004-05-17"},
  });
}

TEST(DatesInText, WhatIsOfEveryYearOrQuarterIsNoDate) {
  ExpectAll({
      {"The Board publishes each July the number of keys.", ""},
      {"an account every May and November, by number", ""},
      {"each May and in November 2004", "November 2004 = 2004-11"},
      {"It meets on the last Friday of each quarter.", ""},
      {"It met last Friday.", "last Friday = 2005-09-30?"},
  });
}

TEST(DatesInText, TheNumberOfAReportBeginsNoRange) {
  ExpectAll({
      {"Report 2 – Thurs. 30 March 2006 – the Clerk",
       "Thurs. 30 March 2006 = 2006-03-30"},
      {"from 2 – 30 March 2006", "2 – 30 March 2006 = 2006-03-02/2006-03-30"},
  });
}

TEST(DatesInText, ADayNameThatDoesNotFitLowersTheTrust) {
  const auto right = FindDatesInText("Thursday 6 October 2005", kBase);
  const auto wrong = FindDatesInText("Monday 6 October 2005", kBase);
  ASSERT_EQ(right.size(), 1u);
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_EQ(wrong[0].edtf, "2005-10-06");
  EXPECT_LT(wrong[0].confidence, right[0].confidence);
}

TEST(DatesInText, ImpossibleDaysAreNotDates) {
  EXPECT_EQ(Found("on 31 November 2004"), "November 2004 = 2004-11");
  EXPECT_EQ(Found("on 29 February 2003"), "February 2003 = 2003-02");
  EXPECT_EQ(Found("on 29 February 2004"), "29 February 2004 = 2004-02-29");
  EXPECT_EQ(Found("on 31/31/2004"), "");
}

// Any bytes at all: no crash, spans inside the text and in order.
TEST(DatesInText, AnyRunOfPiecesIsWalkedSafely) {
  const std::vector<std::string> pieces = {
      "6",    "October", "2005",  "/",  "-",    ".",    " ",
      "\n\n", "the",     "end",   "of", "next", "\xc2", "\xe2\x80",
      "w",    "c",       "Q",     "31", "th",   "and",  "to",
      ",",    "May",     "early", "(",  "’",    "year"};
  std::uint32_t state = 12345;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525u + 1013904223u;
      text += pieces[(state >> 16) % pieces.size()];
      if ((state >> 8) % 3 == 0) text += ' ';
    }
    std::uint32_t last = 0;
    for (const DateMention& mention : FindDatesInText(text, kBase)) {
      ASSERT_LE(last, mention.span.begin) << text;
      ASSERT_LT(mention.span.begin, mention.span.end) << text;
      ASSERT_LE(mention.span.end, text.size()) << text;
      last = mention.span.end;
      if (mention.edtf.empty()) continue;
      const auto value = edtf::Parse(mention.edtf);
      ASSERT_TRUE(value.has_value()) << text << " -> " << mention.edtf;
    }
    const auto whole = ReadDateExpression(text, kBase);
    if (whole && !whole->edtf.empty()) {
      ASSERT_TRUE(edtf::Parse(whole->edtf).has_value()) << text;
    }
  }
}

}  // namespace
}  // namespace concord::extraction
