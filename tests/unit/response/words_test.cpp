// What every form of a response says in the same words.
#include "response/words.h"

#include <gtest/gtest.h>

#include <string>

#include "concord/response/reported.h"

namespace concord::response {
namespace {

struct Due {
  const char* printed;
  const char* edtf;
  bool inferred;
  const char* says;
};

class DueWords : public ::testing::TestWithParam<Due> {};

TEST_P(DueWords, NameTheLastDayWhereThePrintedWordsDoNot) {
  Entry entry;
  extraction::DateMention due;
  due.printed = GetParam().printed;
  due.edtf = GetParam().edtf;
  due.inferred = GetParam().inferred;
  entry.due.push_back(due);
  EXPECT_EQ(DueInWords(entry), GetParam().says);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, DueWords,
    ::testing::Values(
        Due{"1 April 1998", "../1998-04-01", false, "1 April 1998"},
        Due{"01/04/1998", "../1998-04-01", false,
            "01/04/1998 (by 1 April 1998)"},
        Due{"end of 1999", "../1999", false,
            "end of 1999 (by 31 December 1999)"},
        Due{"May 2004", "2004-05", false, "May 2004 (by 31 May 2004)"},
        Due{"within six months", "../1998-04-21", true,
            "within six months (by 21 April 1998, reckoned)"},
        Due{"about Easter 2001", "2001-04~", false,
            "about Easter 2001 (by about 30 April 2001)"},
        Due{"from June 2002", "2002-06/..", false, "from June 2002"},
        Due{"soon", "", false, "soon"}));

TEST(DateInWords, PrintsDaysMonthsAndYearsAndLeavesOtherValues) {
  EXPECT_EQ(DateInWords("2003-09-16"), "16 September 2003");
  EXPECT_EQ(DateInWords("2003-09"), "September 2003");
  EXPECT_EQ(DateInWords("2003"), "2003");
  for (const char* other : {"2003-21", "2003-09~", "2003/2004", "", "soon"}) {
    EXPECT_EQ(DateInWords(other), other);
  }
}

TEST(Summary, SaysHowManyEntriesPeopleAnswered) {
  ConsolidatedResponse response;
  response.entries.resize(3);
  EXPECT_TRUE(SummaryInWords(response).ends_with(
      "in 3 entries, none of them answered."));
  response.entries[0].response = "Done.";
  response.entries[2].position = store::Position::kRejected;
  EXPECT_TRUE(
      SummaryInWords(response).ends_with("in 3 entries, 2 of them answered."));
  response.entries.clear();
  EXPECT_TRUE(SummaryInWords(response).ends_with("in 0 entries."));
}

}  // namespace
}  // namespace concord::response
