#include "extraction/citations/title_company.h"

#include <gtest/gtest.h>

#include <string>

#include "extraction/rules.h"

namespace concord::extraction {
namespace {

std::vector<Token> Read(std::string_view text) {
  return Tokens(text, WholeOf(text));
}

std::string Words(std::size_t count) {
  std::string words;
  for (std::size_t i = 0; i < count; ++i) words += " key";
  return words;
}

TEST(SentenceOfTokens, ReachesFromFullStopToFullStop) {
  const auto tokens = Read("One. Two keys, lost? Three v1.2 keys");
  // One . Two keys , lost ? Three v1 . 2 keys
  EXPECT_EQ(SentenceOf(tokens, 3), (TokenRange{2, 6}));
  EXPECT_EQ(SentenceOf(tokens, 0), (TokenRange{0, 1}));
  // A stop inside a word ends nothing.
  EXPECT_EQ(SentenceOf(tokens, 8), (TokenRange{7, tokens.size()}));
}

// What goes on for ever without a stop is a list: it is looked at for 400
// tokens to either side, or a page of names would take the square of its
// length.
TEST(SentenceOfTokens, IsLookedForInFourHundredTokensToEitherSide) {
  constexpr std::size_t kBound = 400;
  const auto endless = Read(Words(3 * kBound));
  const std::size_t middle = 3 * kBound / 2;
  EXPECT_EQ(SentenceOf(endless, middle),
            (TokenRange{middle - kBound, middle + kBound}));
  EXPECT_EQ(SentenceOf(endless, 10), (TokenRange{0, 10 + kBound}));
  EXPECT_EQ(SentenceOf(endless, 3 * kBound - 10),
            (TokenRange{2 * kBound - 10, 3 * kBound}));
  // The longest that is still whole, and one word more.
  const auto whole = Read("." + Words(kBound) + " Small" + Words(kBound - 1));
  EXPECT_EQ(SentenceOf(whole, kBound + 1), (TokenRange{1, whole.size()}));
  const auto longer = Read("." + Words(kBound + 1) + " Small");
  EXPECT_EQ(SentenceOf(longer, kBound + 2), (TokenRange{2, longer.size()}));
}

// "published" makes a title of what it stands with, but not from afar.
TEST(SentenceOfTokens, BoundsHowFarAWordMayStandFromTheTitleItVouchesFor) {
  const auto speaks = [](std::size_t between) {
    const auto tokens =
        Read("They published" + Words(between) + " Small Boats");
    const TokenRange run{2 + between, 4 + between};
    return SpeaksOfWorks(tokens, SentenceOf(tokens, run.begin), run);
  };
  EXPECT_TRUE(speaks(5));
  EXPECT_TRUE(speaks(399));
  EXPECT_FALSE(speaks(400));
}

TEST(TitleCompany, TellsAWorkByWhatStandsBesideIt) {
  const auto dated = Read("Small Boats (IPS, 1998) came");
  EXPECT_TRUE(YearFollows(dated, 2));
  EXPECT_FALSE(YearFollows(Read("Small Boats (page 1998)"), 2));
  EXPECT_TRUE(KindFollows(Read("Small Boats, a report by us"), 2));
  EXPECT_TRUE(KindFollows(Read("Locked In, which we published in 1999"), 2));
  EXPECT_FALSE(KindFollows(Read("Small Boats, a harbour, sank"), 2));
  EXPECT_TRUE(KindBefore(Read("the report Small Boats"), 2));
  EXPECT_FALSE(KindBefore(Read("the inquiry Small Boats"), 2));
  EXPECT_TRUE(CueBefore(Read("known as Small Boats"), 2));
  EXPECT_FALSE(CueBefore(Read("as Small Boats"), 1));
  EXPECT_TRUE(StandsApposed(Read("report, Ready or Not, came"), {2, 5}));
  EXPECT_FALSE(StandsApposed(Read("harbour, Ready or Not, came"), {2, 5}));
}

}  // namespace
}  // namespace concord::extraction
