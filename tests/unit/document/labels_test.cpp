#include "document/structure/labels.h"

#include <gtest/gtest.h>

#include <string>

namespace concord::document {
namespace {

struct Case {
  const char* text;
  LabelStyle style;
  const char* label;
  const char* body;
  int value;
};

class ReadLabelTest : public ::testing::TestWithParam<Case> {};

TEST_P(ReadLabelTest, SplitsLabelAndWords) {
  const Case& c = GetParam();
  const Label label = ReadLabel(c.text);
  EXPECT_EQ(label.style, c.style);
  EXPECT_EQ(Slice(c.text, label.span), c.label);
  EXPECT_EQ(std::string(c.text).substr(label.body), c.body);
  EXPECT_EQ(label.value, c.value);
}

INSTANTIATE_TEST_SUITE_P(
    Labels, ReadLabelTest,
    ::testing::Values(
        Case{"12. The Panel", LabelStyle::kNumber, "12.", "The Panel", 12},
        Case{"4.5 The Panel", LabelStyle::kNumber, "4.5", "The Panel", 5},
        Case{"4.5. The Panel", LabelStyle::kNumber, "4.5.", "The Panel", 5},
        Case{"12a. The Panel", LabelStyle::kNumber, "12a.", "The Panel", 12},
        Case{"(3) note", LabelStyle::kNumber, "(3)", "note", 3},
        Case{"3) note", LabelStyle::kNumber, "3)", "note", 3},
        Case{"1.The Panel", LabelStyle::kNumber, "1.", "The Panel", 1},
        Case{"20 May is late", LabelStyle::kNumber, "20", "May is late", 20},
        Case{"#. The Panel", LabelStyle::kBullet, "#.", "The Panel", 0},
        Case{"(a) note", LabelStyle::kLower, "(a)", "note", 1},
        Case{"b. note", LabelStyle::kLower, "b.", "note", 2},
        Case{"(iv) note", LabelStyle::kRomanLower, "(iv)", "note", 4},
        Case{"B. Costs", LabelStyle::kUpper, "B.", "Costs", 2},
        Case{"II. Costs", LabelStyle::kRomanUpper, "II.", "Costs", 2},
        Case{"[1] See page 4", LabelStyle::kNote, "[1]", "See page 4", 1},
        Case{"\xE2\x80\xA2 note", LabelStyle::kBullet, "\xE2\x80\xA2", "note",
             0},
        Case{"\xE2\x80\xA2note", LabelStyle::kBullet, "\xE2\x80\xA2", "note",
             0},
        Case{"- note", LabelStyle::kBullet, "-", "note", 0}));

INSTANTIATE_TEST_SUITE_P(
    NoLabels, ReadLabelTest,
    ::testing::Values(
        Case{"A report on costs", LabelStyle::kNone, "", "A report on costs",
             0},
        Case{"2005 was the year", LabelStyle::kNone, "", "2005 was the year",
             0},
        Case{"10.30am start", LabelStyle::kNone, "", "10.30am start", 0},
        Case{"1,200 officers", LabelStyle::kNone, "", "1,200 officers", 0},
        Case{"-5 degrees", LabelStyle::kNone, "", "-5 degrees", 0},
        Case{"(Agenda item 1)", LabelStyle::kNone, "", "(Agenda item 1)", 0},
        Case{"mix. of words", LabelStyle::kNone, "", "mix. of words", 0},
        Case{"", LabelStyle::kNone, "", "", 0}));

TEST(ReadLabelTest, KnowsALabelAloneOnItsLine) {
  EXPECT_TRUE(ReadLabel("5.").alone);
  EXPECT_TRUE(ReadLabel("(a)").alone);
  EXPECT_FALSE(ReadLabel("5. x").alone);
}

TEST(LabelRun, GoesPastThreeDigitsOnlyWhereTheNumbersHave) {
  LabelRun run;
  EXPECT_EQ(run.Read("1000. The lock").style, LabelStyle::kNone);
  EXPECT_EQ(run.Read("998. The door").value, 998);
  EXPECT_EQ(run.Read("1000. The lock").style, LabelStyle::kNone);
  EXPECT_EQ(run.Read("999. The key").value, 999);
  EXPECT_EQ(run.Read("2005. Nobody").style, LabelStyle::kNone);
  const Label high = run.Read("1000. The lock");
  EXPECT_EQ(high.value, 1000);
  EXPECT_EQ(high.body, 6u);
  EXPECT_TRUE(high.marked);
  EXPECT_EQ(run.Read("1001 locks").style, LabelStyle::kNone);
  EXPECT_EQ(run.Read("(1001) The box").value, 1001);
  EXPECT_EQ(run.Read("3. The key").value, 3);
  EXPECT_EQ(run.Read("1002. The lock").style, LabelStyle::kNone);
}

TEST(ReadLabelTest, ReadsAllComponents) {
  EXPECT_EQ(ReadLabel("4.5.12 x").components, (std::vector<int>{4, 5, 12}));
}

TEST(ReadLabelTest, OffersTheRomanReadingOfALetter) {
  const Label label = ReadLabel("(i) x");
  EXPECT_EQ(label.value, 9);
  EXPECT_EQ(label.roman, 1);
}

}  // namespace
}  // namespace concord::document
