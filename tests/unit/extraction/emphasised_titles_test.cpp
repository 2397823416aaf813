// What italics change in the citations of a whole document; what they accept
// and refuse stands beside the rule.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/sample_page.h"

namespace concord::extraction {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "rule: title" of each citation.
std::vector<std::string> CitationsOf(const document::Document& document) {
  std::vector<std::string> lines;
  for (const Citation& citation : FindCitations(document, Header())) {
    lines.push_back(citation.rule + ": " + citation.title);
  }
  return lines;
}

std::vector<std::string> CitationsOn(std::string_view page) {
  return CitationsOf(testing::PageOf(page));
}

TEST(EmphasisedTitles, EndWhereTheItalicsEnd) {
  EXPECT_THAT(CitationsOn("1. The Board published Keys in Boxes: Locks of the "
                          "Northmarch Stores on Monday."),
              ElementsAre("citation.subtitled: Keys in Boxes: Locks of the "
                          "Northmarch Stores"));
  EXPECT_THAT(CitationsOn("1. The Board published *Keys in Boxes: Locks* of "
                          "the Northmarch Stores on Monday."),
              ElementsAre("citation.emphasised: Keys in Boxes: Locks"));
}

TEST(EmphasisedTitles, LeaveWhatIsFoundAsItIs) {
  EXPECT_THAT(CitationsOn("1. See the report ‘*Keys in Boxes*’ again."),
              ElementsAre("citation.quoted: Keys in Boxes"));
  EXPECT_THAT(CitationsOn("1. See the *Keys and Boxes Act 1984* again."),
              ElementsAre("citation.act: Keys and Boxes Act 1984"));
  EXPECT_THAT(CitationsOn("1. *Keys in Boxes* made nine recommendations."),
              ElementsAre("citation.said-of: Keys in Boxes"));
}

TEST(EmphasisedTitles, AreLookedForInTheirOwnCaseOnly) {
  EXPECT_THAT(CitationsOn("1. Ash, B, *The Use of Keys*, p4.\n"
                          "2. It is about the use of keys.\n"
                          "3. We read The Use of Keys."),
              ElementsAre("citation.emphasised: The Use of Keys",
                          "citation.known: The Use of Keys"));
}

TEST(EmphasisedTitles, OfASubtitleAreTheWholeTitles) {
  EXPECT_THAT(CitationsOn("1. The Board published Keeping Keys: The Long Road "
                          "in May.\n2. Nobody had heard of *The Long Road*, "
                          "p4."),
              ElementsAre("citation.subtitled: Keeping Keys: The Long Road",
                          "citation.emphasised: Keeping Keys: The Long Road"));
}

TEST(EmphasisedTitles, TakeTheQuestionMarkBehindThem) {
  EXPECT_THAT(CitationsOn("1. Ash, B, *Who Kept the Keys* ?, p4."),
              ElementsAre("citation.emphasised: Who Kept the Keys ?"));
  EXPECT_THAT(CitationsOn("1. Ash, B, *Keys in Boxes*, p4. Has he read *Oars "
                          "in the Boats*? Nobody knows."),
              ElementsAre("citation.emphasised: Keys in Boxes",
                          "citation.emphasised: Oars in the Boats"));
}

TEST(EmphasisedTitles, AreCutAtTheLabelOfTheirParagraph) {
  document::Document document =
      testing::PageOf("1. Boats at Rest tells of the winter.");
  document.emphases = {{0, 16}};
  EXPECT_THAT(CitationsOf(document),
              ElementsAre("citation.emphasised: Boats at Rest"));
  document.emphases = {{0, 2}, {3, 5}, {13, 20}};  // parts of words
  EXPECT_THAT(CitationsOf(document), IsEmpty());
}

TEST(EmphasisedTitles, OfTheNoteBeforeAreWhatIbidemMeans) {
  document::Document document = testing::PageOf(
      "1. Ash, B, *Keys in Boxes*, p4.\n2. p5, ibid.\n3. p6, ibid.\n"
      "4. A letter of the Clerk.\n5. p7, ibid.");
  for (document::Block& block : document.blocks) {
    block.kind = document::BlockKind::kFootnote;
  }
  EXPECT_THAT(CitationsOf(document),
              ElementsAre("citation.emphasised: Keys in Boxes",
                          "citation.back-reference: Keys in Boxes",
                          "citation.back-reference: Keys in Boxes",
                          "citation.back-reference: "));
}

}  // namespace
}  // namespace concord::extraction
