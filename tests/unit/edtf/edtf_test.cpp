// EDTF: what is read, what is refused, and the days a value allows.
#include "concord/edtf/edtf.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace concord::edtf {
namespace {

std::string BoundsText(std::string_view text) {
  const Result<Value> value = Parse(text);
  if (!value) return "error";
  const DayRange range = Bounds(*value);
  const std::string from = range.earliest ? FormatDay(*range.earliest) : "..";
  const std::string to = range.latest ? FormatDay(*range.latest) : "..";
  return from + " " + to;
}

struct BoundsCase {
  const char* text;
  const char* bounds;
};

TEST(EdtfBounds, OfEveryKindOfValue) {
  const std::vector<BoundsCase> cases = {
      // Level 0.
      {"1985-04-12", "1985-04-12 1985-04-12"},
      {"1985-04", "1985-04-01 1985-04-30"},
      {"1985", "1985-01-01 1985-12-31"},
      {"2000-02", "2000-02-01 2000-02-29"},
      {"1900-02", "1900-02-01 1900-02-28"},
      {"0000", "0000-01-01 0000-12-31"},
      {"1964/2008", "1964-01-01 2008-12-31"},
      {"2004-06/2006-08", "2004-06-01 2006-08-31"},
      {"2004-02-01/2005", "2004-02-01 2005-12-31"},
      // Level 1.
      {"Y170000002", "Y170000002-01-01 Y170000002-12-31"},
      {"Y-17000", "Y-17000-01-01 Y-17000-12-31"},
      {"-1985", "-1985-01-01 -1985-12-31"},
      {"2001-21", "2001-03-01 2001-05-31"},
      {"2001-24", "2001-12-01 2002-02-28"},
      {"1984?", "1984-01-01 1984-12-31"},
      {"2004-06~", "2004-06-01 2004-06-30"},
      {"2004-06-11%", "2004-06-11 2004-06-11"},
      {"201X", "2010-01-01 2019-12-31"},
      {"20XX", "2000-01-01 2099-12-31"},
      {"-199X", "-1999-01-01 -1990-12-31"},
      {"2004-XX", "2004-01-01 2004-12-31"},
      {"1985-04-XX", "1985-04-01 1985-04-30"},
      {"1985-XX-XX", "1985-01-01 1985-12-31"},
      {"1985-04-12/..", "1985-04-12 .."},
      {"../1985-04", ".. 1985-04-30"},
      {"1985/", "1985-01-01 .."},
      {"/1985", ".. 1985-12-31"},
      {"1984~/2004-06", "1984-01-01 2004-06-30"},
      // Level 2.
      {"2001-28", "2001-12-01 2002-02-28"},
      {"2001-29", "2001-09-01 2001-11-30"},
      {"2001-30", "2001-12-01 2002-02-28"},
      {"2001-31", "2001-03-01 2001-05-31"},
      {"2001-34", "2001-04-01 2001-06-30"},
      {"2005-36~", "2005-10-01 2005-12-31"},
      {"2001-38", "2001-05-01 2001-08-31"},
      {"2001-41", "2001-07-01 2001-12-31"},
      {"2005-34/2005-35~", "2005-04-01 2005-09-30"},
      {"[2005-10,2005-11]", "2005-10-01 2005-11-30"},
      {"{2004-03-03,2004-03-05}", "2004-03-03 2004-03-05"},
      {"[1672,1667-12,1668]", "1667-12-01 1672-12-31"},
  };
  for (const BoundsCase& c : cases) {
    EXPECT_EQ(BoundsText(c.text), c.bounds) << c.text;
    const Result<Value> value = Parse(c.text);
    ASSERT_TRUE(value.has_value()) << c.text;
    EXPECT_EQ(Format(*value), c.text);
  }
}

// A parliamentary session printed "2019-21" is, read as EDTF, a spring.
TEST(EdtfParse, ASessionLooksLikeASpring) {
  EXPECT_EQ(BoundsText("2019-21"), "2019-03-01 2019-05-31");
}

TEST(EdtfParse, RefusesWhatTheSpecificationDoesNotHave) {
  const std::vector<const char*> cases = {
      "",          "85",         "198",         "19855",       "1985-",
      "1985-4",    "1985-13",    "1985-20",     "1985-42",     "1985-00",
      "1985-04-",  "1985-04-1",  "1985-04-31",  "1985-02-29",  "1985-04-00",
      "1985-21-1", "1985-21-01", "1985-XX-12",  "1985-X1",     "1985-1X",
      "1XXX",      "XXXX",       "19X5",        "199X-04",     "1985 ",
      " 1985",     "1985??",     "?1985",       "1985?-04",    "/",
      "..",        "../..",      "/..",         "../",         "1985/1984",
      "1985//",    "1985/..x",   "[1985",       "[]",          "[1985,]",
      "[1985]x",   "[1985..]",   "{1985]",      "Y1985",       "Y01985",
      "Y",         "-0000",      "Y1700000020", "1985/1986/",  "2005/06",
      "2004-W05",  "-",          "[1984/1985]", "1985-04-XX-", "198x",
  };
  for (const char* text : cases) {
    const Result<Value> value = Parse(text);
    ASSERT_FALSE(value.has_value()) << text << " = " << Format(*value);
    EXPECT_EQ(value.error().code(), ErrorCode::kInvalidArgument);
    EXPECT_NE(value.error().message().find("position"), std::string::npos);
  }
}

TEST(EdtfParse, RefusesAnEndlessText) {
  std::string text = "[1985";
  for (int i = 0; i < 1000; ++i) text += ",1985";
  text += "]";
  EXPECT_FALSE(Parse(text).has_value());
}

// Steps through every text of `length` letters of `alphabet`.
class Odometer {
 public:
  Odometer(std::string_view alphabet, std::size_t length)
      : alphabet_(alphabet),
        wheels_(length, 0),
        text_(length, alphabet.front()) {}

  const std::string& text() const { return text_; }

  bool Advance() {
    for (std::size_t i = wheels_.size(); i-- > 0;) {
      wheels_[i] = (wheels_[i] + 1) % alphabet_.size();
      text_[i] = alphabet_[wheels_[i]];
      if (wheels_[i] != 0) return true;
    }
    return false;
  }

 private:
  std::string_view alphabet_;
  std::vector<std::size_t> wheels_;
  std::string text_;
};

void ExpectFixedPoint(const std::string& text, int& values) {
  const Result<Value> value = Parse(text);
  if (!value) return;
  ++values;
  const std::string printed = Format(*value);
  ASSERT_EQ(printed, text);
  const Result<Value> again = Parse(printed);
  ASSERT_TRUE(again.has_value()) << printed;
  ASSERT_TRUE(*again == *value) << printed;
}

TEST(EdtfParse, EveryTextOfUpToFiveLettersIsReadOrRefused) {
  constexpr std::string_view kAlphabet = "0124X-/.?~%Y[,]";
  int values = 0;
  for (std::size_t length = 1; length <= 5; ++length) {
    Odometer odometer(kAlphabet, length);
    do {
      ExpectFixedPoint(odometer.text(), values);
      if (HasFatalFailure()) return;
    } while (odometer.Advance());
  }
  // 4 digits: 16 * (16 + 4 + 1) plain years; each of them alone, negative
  // (but 0000, 000X and 00XX), with three qualifiers, and with an unknown end.
  const int years = 16 * (16 + 4 + 1);
  EXPECT_EQ(values, years + (years - 3) + years * 3 + years * 2);
}

TEST(EdtfParse, EveryTailOfAYearIsReadOrRefused) {
  constexpr std::string_view kAlphabet = "0123X-/.~";
  int values = 0;
  for (std::size_t length = 1; length <= 6; ++length) {
    Odometer odometer(kAlphabet, length);
    do {
      ExpectFixedPoint("2004" + odometer.text(), values);
      if (HasFatalFailure()) return;
    } while (odometer.Advance());
  }
  EXPECT_GT(values, 100);
}

TEST(EdtfBounds, AgreeWithCountingEveryDay) {
  // Every day of four years, asked of every month, season and group: the days
  // for which membership holds are exactly those between the bounds.
  const std::int64_t first = DayNumber({2003, 1, 1});
  const std::int64_t last = DayNumber({2006, 12, 31});
  struct Group {
    int code;
    std::vector<int> months;  // of 2004; above 12: of 2005
  };
  std::vector<Group> groups;
  for (int month = 1; month <= 12; ++month) groups.push_back({month, {month}});
  const std::vector<std::vector<int>> seasons = {
      {3, 4, 5}, {6, 7, 8}, {9, 10, 11}, {12, 13, 14}};
  for (int i = 0; i < 4; ++i) {
    const auto index = static_cast<std::size_t>(i);
    groups.push_back({21 + i, seasons[index]});
    groups.push_back({25 + i, seasons[index]});
    groups.push_back({29 + i, seasons[(index + 2) % 4]});
    groups.push_back({33 + i, {3 * i + 1, 3 * i + 2, 3 * i + 3}});
  }
  for (int i = 0; i < 3; ++i) {
    groups.push_back({37 + i, {4 * i + 1, 4 * i + 2, 4 * i + 3, 4 * i + 4}});
  }
  for (int i = 0; i < 2; ++i) {
    const int m = 6 * i;
    groups.push_back({40 + i, {m + 1, m + 2, m + 3, m + 4, m + 5, m + 6}});
  }
  for (const Group& group : groups) {
    Date date;
    date.year = 2004;
    date.month = static_cast<std::uint8_t>(group.code);
    const DayRange range = Bounds(date);
    for (std::int64_t number = first; number <= last; ++number) {
      const Day day = FromDayNumber(number);
      const int month = (day.year - 2004) * 12 + day.month;
      bool member = false;
      for (int m : group.months) member = member || m == month;
      const bool inside = *range.earliest <= day && day <= *range.latest;
      ASSERT_EQ(inside, member) << group.code << " " << FormatDay(day);
    }
  }
}

TEST(EdtfBounds, NarrowWhenPrecisionIsAdded) {
  for (int month = 1; month <= 12; ++month) {
    Date year;
    year.year = 2004;
    Date with_month = year;
    with_month.month = static_cast<std::uint8_t>(month);
    const DayRange outer = Bounds(year);
    const DayRange inner = Bounds(with_month);
    EXPECT_LE(*outer.earliest, *inner.earliest);
    EXPECT_GE(*outer.latest, *inner.latest);
    for (int day = 1; day <= DaysInMonth(2004, month); ++day) {
      Date with_day = with_month;
      with_day.day = static_cast<std::uint8_t>(day);
      const DayRange exact = Bounds(with_day);
      EXPECT_EQ(exact.earliest, exact.latest);
      EXPECT_LE(*inner.earliest, *exact.earliest);
      EXPECT_GE(*inner.latest, *exact.latest);
    }
  }
}

}  // namespace
}  // namespace concord::edtf
