#include "extraction/acronyms/letters.h"

#include <gtest/gtest.h>

#include "extraction/rules.h"

namespace concord::extraction {
namespace {

using Letters = std::vector<std::string>;

// What it costs to read the words as the short form, -1 where they do not
// spell it.
int Cost(std::string_view short_form, std::string_view words) {
  return SpellingCost(SpellingLetters(short_form), words,
                      SpellingWords(words, WholeOf(words)))
      .value_or(-1);
}

TEST(SpellingLetters, AreTheCapitalsOfAShortForm) {
  EXPECT_EQ(SpellingLetters("HRU"), (Letters{"h", "r", "u"}));
  EXPECT_EQ(SpellingLetters("QKPs"), (Letters{"q", "k", "p"}));
  EXPECT_EQ(SpellingLetters("QR(A) Act"), (Letters{"q", "r", "a", "act"}));
  for (const char* none :
       {"", "Q", "Quay", "quay", "QUAYKEEPERSPANEL", "Q-7!"}) {
    EXPECT_EQ(SpellingLetters(none), Letters()) << none;
  }
}

TEST(SpellingWords, LeaveHyphensOut) {
  const std::string_view text = "the Quay-master’s box & key";
  std::string words;
  for (const TextSpan word : SpellingWords(text, WholeOf(text))) {
    words += std::string(Slice(text, word)) + "|";
  }
  EXPECT_EQ(words, "the|Quay|master’s|box|&|key|");
}

TEST(SpellingCost, IsNothingForALetterAWord) {
  EXPECT_EQ(Cost("HRU", "Harbour Rescue Unit"), 0);
  EXPECT_EQ(Cost("HRU", "Harbour and Rescue Unit"), 0);
}

TEST(SpellingCost, RisesWithWhatIsPassedOrStandsWithinAWord) {
  const int within = Cost("HBRU", "Harbour Rescue Unit");
  EXPECT_GT(within, 0);
  EXPECT_LE(within, AffordableCost(4));
  // B stands in no word behind R's.
  EXPECT_GT(Cost("HRBU", "Harbour Rescue Unit"), within);
  EXPECT_GT(Cost("HRU", "Harbour Night Rescue Unit"), 0);
}

TEST(SpellingCost, HasNoneForWordsThatDoNotSpellIt) {
  EXPECT_EQ(Cost("HRU", "Unit of Rescue"), -1);
  EXPECT_EQ(Cost("HRU", "the Board"), -1);
  EXPECT_EQ(Cost("HRU", ""), -1);
}

}  // namespace
}  // namespace concord::extraction
