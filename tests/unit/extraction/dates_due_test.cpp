// Due expressions: by when something is asked.
#include "concord/extraction/due.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace concord::extraction {
namespace {

const edtf::Day kBase{1999, 6, 24};

std::string Due(std::string_view text, std::optional<edtf::Day> base = kBase) {
  std::string list;
  for (const DateMention& mention : FindDueInText(text, base)) {
    EXPECT_EQ(mention.printed, Slice(text, mention.span));
    EXPECT_GT(mention.confidence, 0.0) << text;
    EXPECT_LE(mention.confidence, 1.0) << text;
    if (!list.empty()) list += "; ";
    list += mention.printed + " = " + mention.edtf;
  }
  return list;
}

struct Case {
  const char* text;
  const char* due;
};

void ExpectAll(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Due(c.text), c.due) << c.text;
}

TEST(Due, LastDaysCloseTheValue) {
  ExpectAll({
      {"report back by 31 March 2000", "31 March 2000 = ../2000-03-31"},
      {"be complete by the end of March 2000",
       "end of March 2000 = ../2000-03"},
      {"no later than May 2000", "May 2000 = ../2000-05"},
      {"by the end of 2000", "end of 2000 = ../2000"},
      {"by the end of the year", "end of the year = ../1999"},
      {"by the end of 2000/01", "end of 2000/01 = ../2001-03"},
      {"by the spring of 2000", "spring of 2000 = ../2000-21"},
      {"by Christmas", "Christmas = ../1999-12-25"},
      {"ready before Christmas", "before Christmas = ../1999-12-25"},
      {"in the words most used by Lady Day", "Lady Day = ../2000-03-25"},
      {"by St George’s Day", "St George’s Day = ../2000-04-23"},
      {"by Candlemas", "Candlemas = ../2000-02-02"},
      {"keep the post until June 2000", "until June 2000 = ../2000-06"},
      {"before 30 September 2000", "before 30 September 2000 = ../2000-09-29"},
      {"before June 2000", "before June 2000 = ../2000-05"},
  });
}

TEST(Due, IsADayAtWhichOrFromWhichItIsAsked) {
  ExpectAll({
      {"meet stakeholders in early 2000", "early 2000 = 2000-33~"},
      {"publish it on 31 May 2000", "31 May 2000 = 2000-05-31"},
      {"in the New Year", "in the New Year = 2000-01~"},
      {"from September 1999", "from September 1999 = 1999-09/.."},
      {"with effect from the financial year 2000/01",
       "with effect from the financial year 2000/01 = 2000-04/.."},
      {"unchanged after January 2000", "after January 2000 = 2000-02/.."},
      {"between 1 August and 12 September 1999",
       "between 1 August and 12 September 1999 = 1999-08-01/1999-09-12"},
      {"consult for three months from 1 November 1999",
       "for three months from 1 November 1999 = 1999-11-01/2000-01-31"},
      {"lend it for ten weeks from 1 November 1999",
       "for ten weeks from 1 November 1999 = 1999-11-01/2000-01-09"},
      {"one letter a day, starting next week",
       "starting next week = 1999-06-28/.."},
      {"make a grant for 2000/01", "2000/01 = 2000-04/2001-03"},
      {"it must be sent by the 28th; and", "the 28th = ../1999-06-28"},
      {"come on the 17th, if it rains", "the 17th = 1999-07-17"},
      {"come to the 17th, or by the 17th meeting", ""},
      {"changes as part of preparations for 2000/01 budget", ""},
      {"raise it for the year 2000/01", "the year 2000/01 = 2000-04/2001-03"},
      {"in the training year 2000/01",
       "the training year 2000/01 = 2000-04/2001-03"},
      {"the report for 1998/99 and that for 2000", ""},
      {"report every May and November", "every May and November = "},
      {"look again every third year", "every third year = "},
      {"one call in each half-year", "in each half-year = "},
      {"a report in Autumn of 2000", "Autumn of 2000 = 2000-23"},
  });
}

TEST(Due, DurationsCountFromPublication) {
  ExpectAll({
      {"within three months", "within three months = ../1999-09-24"},
      {"within six months of publication",
       "within six months of publication = ../1999-12-24"},
      {"within six months of the date of this report",
       "within six months of the date of this report = ../1999-12-24"},
      {"within three months of the launch",
       "within three months of the launch = "},
      {"within six weeks of receiving it",
       "within six weeks of receiving it = "},
      {"in twelve months’ time", "in twelve months’ time = 2000-06-24~"},
      {"review it after one year", "after one year = 2000-06-24/.."},
      {"answer letters within five working days", ""},
  });
  EXPECT_EQ(Due("within three months", std::nullopt), "within three months = ");
  // One event of many has no known day; a rule for each of them is no due date.
  EXPECT_EQ(Due("within six months of an inspection", kBase),
            "within six months of an inspection = ");
  EXPECT_EQ(Due("write within two months of every inspection", kBase), "");
  EXPECT_EQ(Due("meet the pilots once in three months", kBase), "");
  EXPECT_EQ(Due("remove a lamp which has lit nobody in two years", kBase), "");
  EXPECT_EQ(Due("the lamp should have been moved in two years", kBase),
            "in two years = 2001-06-24~");
}

TEST(Due, SaysHowOftenInItsOwnWords) {
  ExpectAll({
      {"report every six months", "every six months = "},
      {"publish it quarterly", "quarterly = "},
      {"quarterly, commencing early 2000",
       "quarterly, commencing early 2000 = 2000-33~/.."},
      {"annually from 2001", "annually from 2001 = 2001/.."},
      {"at least twice a year", "twice a year = "},
      {"test it on a monthly basis", "on a monthly basis = "},
      {"report six-monthly to the Board", "six-monthly = "},
      {"in each financial year", "in each financial year = "},
      {"note the quarterly paper", ""},
      {"at every hour of every day", ""},
  });
}

TEST(Due, SaysHowSoonInItsOwnWords) {
  ExpectAll({
      {"stop the practice at once", "at once = "},
      {"forthwith require an assessment", "forthwith = "},
      {"as soon as possible", "as soon as possible = "},
      {"so that a caller is answered at once", ""},
      {"immediately after the meeting", ""},
      {"ongoing", "ongoing = "},
  });
}

TEST(Due, IsTheMeetingThatIsNamed) {
  ExpectAll({
      {"bring a paper to the next meeting of EODB",
       "the next meeting of EODB = "},
      {"report to its next meeting", "its next meeting = "},
      {"before the next meeting of the Board",
       "before the next meeting of the Board = "},
      {"to tell the 30 October 2000 Full Authority meeting how it goes",
       "the 30 October 2000 Full Authority meeting = 2000-10-30"},
      {"report to each meeting of the Committee",
       "each meeting of the Committee = "},
      {"hold a meeting with the forum", ""},
  });
}

TEST(Due, IsAnEventOfBusinessThatIsNamed) {
  ExpectAll({
      {"be told before the response is sent", "before the response is sent = "},
      {"chair the group until the plan has been completed",
       "until the plan has been completed = "},
      {"apply the brake before the train is moved", ""},
  });
}

TEST(Due, ACellIsItsDate) {
  ExpectAll({
      {"31 October 2000", "31 October 2000 = 2000-10-31"},
      {"Q3 2000/01", "Q3 2000/01 = 2000-10/2000-12"},
      {"September 2000", "September 2000 = 2000-09"},
      {"Spring 2000", "Spring 2000 = 2000-21"},
      {"Quarterly", "Quarterly = "},
  });
}

TEST(Due, WithoutABaseTheVerbTells) {
  EXPECT_EQ(Due("note the plan published in May 1998", std::nullopt), "");
  EXPECT_EQ(Due("that it be published in May 1998", std::nullopt),
            "May 1998 = 1998-05");
}

TEST(Due, PastDatesAreNotDue) {
  ExpectAll({
      {"note the report of 5 May 1998", ""},
      {"note the plan published in May 1998", ""},
      {"On 24 June 1999 the Inspectorate recommended that", ""},
      {"as agreed in March 1999", ""},
      {"over the past ten years", ""},
  });
}

}  // namespace
}  // namespace concord::extraction
