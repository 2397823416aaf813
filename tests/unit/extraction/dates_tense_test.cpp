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
      {"2006-11-02", "The work must be finished in April.", "2007-04"},
      {"2000-09-19", "It will be brought by the Clerk in August.", "2001-08"},
      {"2003-01-21", "a plan to be approved by December", "2003-12"},
      {"2002-05-21", "The review would be brought back in October.", "2002-10"},
      {"2006-11-02", "Members are asked to meet again in March.", "2007-03"},
      {"2005-02-17", "Consideration was deferred to 28 April.", "2005-04-28"},
      {"2001-03-08", "Members were reminded of the open day on 9 June.",
       "2001-06-09"},
      {"1998-02-10", "Kew has promised a licence by May.", "1998-05"},
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
