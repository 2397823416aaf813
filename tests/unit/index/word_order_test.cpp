#include "index/word_order.h"

#include <gmock/gmock.h>

namespace concord::index {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "re-affirm the plan" and, as a text of its own, "the plan".
std::string TwoTexts() {
  WordOrderWriter writer;
  writer.BeginText();
  for (const char* word : {"re", "affirm", "the", "plan"}) {
    writer.AddWord(word);
  }
  writer.AddJoined("XJreaffirm", 0);
  writer.BeginText();
  writer.AddWord("the");
  writer.AddWord("plan");
  return writer.Packed();
}

TEST(WordOrder, GivesThePlacesOfWordsWithTextsFarApart) {
  const std::string packed = TwoTexts();
  const WordOrder order(packed);
  EXPECT_THAT(order.PlacesOf(NumbersOf({"re"})), ElementsAre(0u));
  EXPECT_THAT(order.PlacesOf(NumbersOf({"XJreaffirm"})), ElementsAre(0u));
  EXPECT_THAT(order.PlacesOf(NumbersOf({"XJreaffirm", "re"})), ElementsAre(0u));
  EXPECT_THAT(order.PlacesOf(NumbersOf({"the"})), ElementsAre(2u, 205u));
  EXPECT_THAT(order.PlacesOf(NumbersOf({"plan", "affirm"})),
              ElementsAre(1u, 3u, 206u));
  EXPECT_THAT(order.PlacesOf(NumbersOf({"board"})), IsEmpty());
}

TEST(WordOrder, FindsWordsInARowWithinOneText) {
  const std::string packed = TwoTexts();
  const WordOrder order(packed);
  const auto in_a_row = [&](std::vector<std::vector<std::string>> words) {
    std::vector<WordNumbers> row;
    for (const auto& place : words) row.push_back(NumbersOf(place));
    return order.HasInARow(row);
  };
  EXPECT_TRUE(in_a_row({{"the"}, {"plan"}}));
  EXPECT_TRUE(in_a_row({{"re"}, {"affirm", "affirmed"}, {"a", "the"}}));
  EXPECT_FALSE(in_a_row({{"plan"}, {"the"}}));
  EXPECT_FALSE(in_a_row({{"affirm"}, {"re"}}));
  EXPECT_FALSE(in_a_row({{"the"}, {"plan"}, {"the"}}));
}

TEST(WordOrder, ADamagedValueHasNoWords) {
  const std::string packed = TwoTexts();
  for (std::size_t size = 0; size < packed.size(); ++size) {
    const std::string cut = packed.substr(0, size);
    EXPECT_FALSE(
        WordOrder(cut).HasInARow({NumbersOf({"the"}), NumbersOf({"board"})}));
  }
  const std::string wild(64, '\xFF');
  EXPECT_THAT(WordOrder(wild).PlacesOf(NumbersOf({"the"})), IsEmpty());
  EXPECT_EQ(WordOrderWriter().Packed(), "");
}

TEST(WordOrder, WordsHaveNumbersOfTheirOwnAndNeverThatOfABoundary) {
  EXPECT_NE(NumberOf("plan"), NumberOf("plans"));
  EXPECT_NE(NumberOf("plan"), NumberOf("Splan"));
  EXPECT_NE(NumberOf(""), 0u);
}

}  // namespace
}  // namespace concord::index
