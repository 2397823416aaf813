// The missing year: the nearest one that the tense of the sentence allows.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "concord/extraction/extract.h"

namespace concord::extraction {
namespace {

struct Case {
  const char* base;
  const char* text;
  const char* edtf;
};

TEST(MissingYear, FollowsTheTense) {
  const std::vector<Case> cases = {
      // Past.
      {"2010-09-16", "In July the Committee chose a topic.", "2010-07"},
      {"2004-10-28", "The scrutiny came out on 20 May.", "2004-05-20"},
      {"2006-03-02", "The plan was agreed in April.", "2005-04"},
      {"2006-03-02", "A plan which had been promised for May.", "2005-05"},
      {"2004-01-20", "The date given in July could not be kept.", "2003-07"},
      // Future.
      {"2005-06-16", "A second paper will come in September.", "2005-09"},
      {"2006-11-02", "It is to be completed in May.", "2007-05"},
      {"1999-12-07", "They will have it by the last week of January.",
       "2000-01-24/2000-01-30"},
      {"2006-11-02", "The work must be finished in April.", "2007-04"},
      {"2000-09-19", "It will be brought by the Clerk in August.", "2001-08"},
      {"2003-01-21", "a plan to be approved by December", "2003-12"},
      {"2002-05-21", "The review would be brought back in October.", "2002-10"},
      {"2006-11-02", "Members are asked to meet again in March.", "2007-03"},
      {"2005-02-17", "Consideration was deferred to 28 April.", "2005-04-28"},
      {"2001-03-08", "Members were reminded of the open day on 9 June.",
       "2001-06-09"},
      {"1998-02-10", "Kew has promised a licence by May.", "1998-05"},
      {"2001-03-08",
       "It was resolved, nobody dissenting, that the Board "
       "consider it at its meeting in September.",
       "2001-09"},
      {"2005-02-08", "From 1 July, if the grant is not renewed, Aid will stop.",
       "2005-07-01"},
      {"2005-07-08", "He asked whether it could be had sooner than November.",
       "2005-11"},
      // Past although what is resolved is to come.
      {"2004-11-16",
       "That the record of the Estates Board for 13 July be "
       "corrected.",
       "2004-07-13"},
      {"2004-09-14",
       "In February a woman rang to say that she had been "
       "followed.",
       "2004-02"},
      {"2004-09-14", "It was agreed that a fire in May was the cause.",
       "2004-05"},
      // No tense: the nearest.
      {"2006-02-16", "Capital spending at Period 9 (December)", "2005-12"},
      {"2005-10-06", "Sign off\n\nNovember\n\nLaunch", "2005-11"},
      {"2007-12-06", "work starts in January", "2008-01"},
      {"2008-06-26", "so it comes back in June", "2008-06"},
      // A verb does not carry a day ten months away from one last week.
      {"2005-03-10", "The meeting of 3 March will be minuted.", "2005-03-03"},
  };
  for (const Case& c : cases) {
    const auto mentions = FindDatesInText(c.text, edtf::ParseDay(c.base));
    ASSERT_EQ(mentions.size(), 1u) << c.text;
    EXPECT_EQ(mentions[0].edtf, c.edtf) << c.text;
    EXPECT_TRUE(mentions[0].inferred) << c.text;
    EXPECT_EQ(mentions[0].base, c.base) << c.text;
  }
}

// Words that look like verbs in the past and are none of the date's.
TEST(MissingYear, IsNotToldByParticiplesThatOnlyDescribe) {
  const std::vector<Case> cases = {
      {"2003-05-08", "It should stand in the language most spoken by Lady Day.",
       "2004-03-25"},
      {"2002-06-20", "Keep one trained clerk on the desk before Christmas.",
       "2002-12-25"},
      {"2006-03-07", "The boats concerned will sail in May.", "2006-05"},
      {"2004-09-14", "Members should bring the forms posted in April.",
       "2004-04"},
      {"1999-12-07", "so that the last guard is replaced by 30 June",
       "2000-06-30"},
      {"2005-11-10", "In the quarter to September it happened twice.",
       "2005-09"},
      {"2005-09-29", "The rent that fell due on 1 April was paid.",
       "2005-04-01"},
      {"2004-12-06", "Two more are to sail, I am told, on 10 January.",
       "2005-01-10"},
      // What they do tell when they stand by themselves.
      {"2003-05-08", "The language was spoken by Easter.", "2003-04-20"},
  };
  for (const Case& c : cases) {
    const auto mentions = FindDatesInText(c.text, edtf::ParseDay(c.base));
    ASSERT_EQ(mentions.size(), 1u) << c.text;
    EXPECT_EQ(mentions[0].edtf, c.edtf) << c.text;
  }
}

TEST(MissingYear, IsToldByTheClauseOfTheDate) {
  const std::vector<Case> cases = {
      {"2004-03-16",
       "She is to say at the meeting in May, why nobody has begun.", "2004-05"},
      {"2003-11-12",
       "From then to 30 September the book, which I shall call B, was read.",
       "2003-09-30"},
      {"2002-06-24",
       "I asked to be let in, and between February and May I read it and saw "
       "more.",
       "2002-02/2002-05"},
      {"2003-06-10", "The clerk undertook in January to vet them all.",
       "2003-01"},
      {"2003-03-18",
       "It was resolved, on the vote of the Chair, that it be seen again on "
       "18 November.",
       "2003-11-18"},
      {"2006-02-09",
       "It was agreed that the time be left as it was until the dinner in "
       "June.",
       "2006-06"},
      {"2005-06-21",
       "The lists have been joined so that the wardens can be told in the "
       "autumn.",
       "2005-23"},
      {"2003-07-15", "The count was to have begun in April.", "2003-04"},
      {"2001-05-10", "Its successor was to have been printed in June.",
       "2001-06"},
      {"2001-05-10", "It is to have been printed by February.", "2002-02"},
      {"2005-02-17", "First half of the grants paid: 1 April", "2005-04-01"},
      {"2005-05-24", "To take a paper promised for March", "2005-03"},
      {"2004-10-04", "Minutes: to correct those of 11 May.", "2004-05-11"},
  };
  for (const Case& c : cases) {
    const auto mentions = FindDatesInText(c.text, edtf::ParseDay(c.base));
    ASSERT_EQ(mentions.size(), 1u) << c.text;
    EXPECT_EQ(mentions[0].edtf, c.edtf) << c.text;
  }
}

TEST(MissingYear, IsTheOneInWhichTheWeekdayFits) {
  const edtf::Day base{2001, 11, 29};
  const auto monday =
      FindDatesInText("He undertook to try it from Monday 7 January.", base);
  ASSERT_EQ(monday.size(), 1u);
  EXPECT_EQ(monday[0].edtf, "2002-01-07");
  // In no year beside it: the tense decides.
  const auto none =
      FindDatesInText("It was tried on Wednesday 7 January.", base);
  ASSERT_EQ(none.size(), 1u);
  EXPECT_EQ(none[0].edtf, "2001-01-07");
}

TEST(MissingYear, WhatWasToComeIsCountedFromTheTelling) {
  const edtf::Day base{2003, 3, 18};
  const auto told = FindDatesInText(
      "Members were told in July 2001 that it would be there by the New Year.",
      base);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[1].edtf, "2002-01~");
  EXPECT_EQ(told[1].base, "");
  const auto not_told = FindDatesInText(
      "The desk of July 2001 is old. It will be there by the New Year.", base);
  ASSERT_EQ(not_told.size(), 2u);
  EXPECT_EQ(not_told[1].edtf, "2004-01~");
}

TEST(MissingYear, OfThatYearIsTheYearNamedBefore) {
  const auto mentions = FindDatesInText(
      "It came out on 3 July 2003; the plan came on 31 October of that year.",
      edtf::Day{2005, 2, 15});
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[1].printed, "31 October of that year");
  EXPECT_EQ(mentions[1].edtf, "2003-10-31");
}

// "the 17th" alone.
TEST(DayWithoutMonth, IsOfTheMonthMeant) {
  const std::vector<Case> cases = {
      {"2005-02-08", "I will come on the 17th, if I may.", "2005-02-17"},
      {"2000-06-13", "as it must be there by the 30th;", "2000-06-30"},
      {"2000-06-13", "It must be there by the 2nd.", "2000-07-02"},
      {"2000-06-13", "It was there on the 20th.", "2000-05-20"},
  };
  for (const Case& c : cases) {
    const auto mentions = FindDatesInText(c.text, edtf::ParseDay(c.base));
    ASSERT_EQ(mentions.size(), 1u) << c.text;
    EXPECT_EQ(mentions[0].edtf, c.edtf) << c.text;
  }
  const edtf::Day base{2005, 2, 8};
  const auto two = FindDatesInText(
      "He rang on 3 May 2004. On the 17th, I "
      "wrote; he came on the 2nd.",
      base);
  ASSERT_EQ(two.size(), 3u);
  EXPECT_EQ(two[1].edtf, "2004-05-17");
  EXPECT_EQ(two[2].edtf, "2004-06-02");
  for (const char* text :
       {"on the 3rd floor", "on the 2nd, 3rd and 4th tries", "by the 19th tee",
        "on the 2nd and 3rd decks", "of the 17th."}) {
    EXPECT_TRUE(FindDatesInText(text, base).empty()) << text;
  }
}

TEST(MissingYear, AListInOrderIsOfOneYear) {
  const auto mentions = FindDatesInText(
      "The Board meets on 18 January, 15 March, 12 July and 11 October.",
      edtf::Day{2005, 1, 18});
  ASSERT_EQ(mentions.size(), 4u);
  EXPECT_EQ(mentions[3].edtf, "2005-10-11");
  // Out of order: each for itself.
  const auto two =
      FindDatesInText("It met on 3 November and 4 May.", edtf::Day{2005, 6, 1});
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].edtf, "2004-11-03");
  EXPECT_EQ(two[1].edtf, "2005-05-04");
}

TEST(NthWeekday, OfEveryMonthIsNoDay) {
  const edtf::Day base{2006, 8, 14};
  EXPECT_TRUE(
      FindDatesInText("on the first Tuesday of the month", base).empty());
  const auto one = FindDatesInText("on the first Tuesday of May 2007", base);
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one[0].edtf, "2007-05-01");
}

TEST(Terms, AreSeasonsWithAYearAndNothingWithout) {
  const edtf::Day base{2003, 2, 6};
  const auto term = FindDatesInText("From Easter term 2004.", base);
  ASSERT_EQ(term.size(), 1u);
  EXPECT_EQ(term[0].edtf, "2004-21");
  EXPECT_EQ(term[0].printed, "Easter term 2004");
  EXPECT_TRUE(FindDatesInText("before the Whitsun vacation", base).empty());
  EXPECT_TRUE(
      FindDatesInText("from the start of the summer term", base).empty());
  EXPECT_TRUE(FindDatesInText("by taxi in the winter months", base).empty());
  EXPECT_EQ(FindDatesInText("in the winter", base).size(), 1u);
}

TEST(MissingYear, TheTwentyNinthOfFebruaryHasALeapYear) {
  const auto mentions =
      FindDatesInText("It was signed on 29 February.", edtf::Day{2003, 3, 1});
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].edtf, "2000-02-29");
}

TEST(MissingYear, ASentenceEndsWhatItsVerbSays) {
  const auto mentions =
      FindDatesInText("The plan will be revised. It was agreed in November.",
                      edtf::Day{2006, 6, 1});
  ASSERT_EQ(mentions.size(), 1u);
  EXPECT_EQ(mentions[0].edtf, "2005-11");
}

}  // namespace
}  // namespace concord::extraction
