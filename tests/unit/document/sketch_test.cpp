// One text in two formats has numbers in common; two texts have none.

#include "concord/document/sketch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>

namespace concord::document {
namespace {

std::string Words(unsigned seed, int count) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < count; ++i) {
    for (int j = 0; j < 6; ++j) {
      text.push_back(static_cast<char>('a' + random() % 26));
    }
    text.push_back(' ');
  }
  return text;
}

Document DocumentOf(const std::string& text,
                    BlockKind kind = BlockKind::kParagraph) {
  Document document;
  document.text = text;
  Block block;
  block.kind = kind;
  block.span.end = static_cast<std::uint32_t>(text.size());
  document.blocks.push_back(block);
  return document;
}

std::size_t Shared(const Document& a, const Document& b) {
  const auto of_a = Sketch(a);
  const auto of_b = Sketch(b);
  std::vector<std::uint64_t> both;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                        std::back_inserter(both));
  return both.size();
}

TEST(Sketch, IsAscendingAndShort) {
  const auto sketch = Sketch(DocumentOf(Words(1, 300)));
  EXPECT_EQ(sketch.size(), 4u);
  EXPECT_TRUE(std::is_sorted(sketch.begin(), sketch.end()));
}

TEST(Sketch, SpaceSignsDigitsAndCaseDoNotMatter) {
  const std::string text = Words(1, 300);
  std::string other = "12\n";
  for (const char c : text) {
    other += c == ' ' ? "-\n" : std::string(1, static_cast<char>(c & ~0x20));
  }
  EXPECT_EQ(Sketch(DocumentOf(text)), Sketch(DocumentOf(other)));
}

TEST(Sketch, NearlyTheSameSharesNumbersAndAnotherTextNone) {
  int found = 0;
  int confused = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::string text = Words(seed, 400);
    std::string mended = text;
    for (std::size_t i = 0; i < 4; ++i) {  // 192 of 2,353 runs change
      mended.replace(600 * i + 40, 6, "edited");
    }
    found += Shared(DocumentOf(text), DocumentOf(mended)) > 0;
    confused +=
        Shared(DocumentOf(text), DocumentOf(Words(seed + 1000, 400))) > 0;
  }
  EXPECT_EQ(found, 200);
  EXPECT_EQ(confused, 0);
}

TEST(Sketch, LittleTextAndChromeAloneHaveNone) {
  EXPECT_TRUE(Sketch(DocumentOf(Words(1, 60))).empty());
  EXPECT_TRUE(Sketch(DocumentOf(Words(1, 300), BlockKind::kChrome)).empty());
  EXPECT_TRUE(Sketch(Document()).empty());
}

}  // namespace
}  // namespace concord::document
