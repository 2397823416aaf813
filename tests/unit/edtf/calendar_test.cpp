// Calendar arithmetic, against counting day by day.
#include <gtest/gtest.h>

#include "concord/edtf/edtf.h"

namespace concord::edtf {
namespace {

TEST(Calendar, NumbersEveryDayOfEightCenturiesInTurn) {
  std::int64_t number = DayNumber({1600, 1, 1});
  int weekday = 6;  // 1 January 1600 was a Saturday
  for (std::int32_t year = 1600; year < 2400; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= DaysInMonth(year, month); ++day) {
        const Day value{year, static_cast<std::uint8_t>(month),
                        static_cast<std::uint8_t>(day)};
        ASSERT_EQ(DayNumber(value), number);
        ASSERT_EQ(FromDayNumber(number), value);
        ASSERT_EQ(Weekday(value), weekday);
        ++number;
        weekday = weekday % 7 + 1;
      }
    }
  }
  EXPECT_EQ(DayNumber({1970, 1, 1}), 0);
}

TEST(Calendar, CountsBackBeyondYearZero) {
  for (std::int64_t number = -800000; number < -700000; ++number) {
    const Day day = FromDayNumber(number);
    ASSERT_TRUE(IsValid(day));
    ASSERT_EQ(DayNumber(day), number);
  }
}

TEST(Calendar, AddsMonthsAndClipsToTheLastDay) {
  EXPECT_EQ(AddMonths({2004, 1, 31}, 1), (Day{2004, 2, 29}));
  EXPECT_EQ(AddMonths({2003, 1, 31}, 1), (Day{2003, 2, 28}));
  EXPECT_EQ(AddMonths({1999, 6, 24}, 6), (Day{1999, 12, 24}));
  EXPECT_EQ(AddMonths({1999, 6, 24}, 7), (Day{2000, 1, 24}));
  EXPECT_EQ(AddMonths({2000, 1, 15}, -1), (Day{1999, 12, 15}));
  EXPECT_EQ(AddMonths({2000, 3, 31}, -13), (Day{1999, 2, 28}));
}

TEST(Calendar, ReadsAndWritesDays) {
  EXPECT_EQ(ParseDay("2005-10-06"), (Day{2005, 10, 6}));
  EXPECT_EQ(FormatDay({2005, 10, 6}), "2005-10-06");
  for (const char* text :
       {"", "2005-10", "2005-02-30", "2005-10-6", "2005/10/06", "2005-1a-06",
        "2005-10-061", "-005-10-06"}) {
    EXPECT_FALSE(ParseDay(text).has_value()) << text;
  }
}

TEST(Calendar, KnowsWhatIsADay) {
  EXPECT_TRUE(IsValid({2000, 2, 29}));
  EXPECT_FALSE(IsValid({1900, 2, 29}));
  EXPECT_FALSE(IsValid({2001, 13, 1}));
  EXPECT_FALSE(IsValid({2001, 0, 1}));
  EXPECT_FALSE(IsValid({2001, 4, 31}));
  EXPECT_FALSE(IsValid({2001, 4, 0}));
  EXPECT_EQ(DaysInMonth(2001, 0), 0);
  EXPECT_EQ(DaysInMonth(2001, 13), 0);
}

}  // namespace
}  // namespace concord::edtf
