// Passages that say the same, pieces under one number, and places cited.

#include "concord/overlap/passages.h"

#include <gtest/gtest.h>

#include <utility>

#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

using document::BlockKind;

store::Passage Piece(std::string report, std::string text,
                     std::string heading = "") {
  store::Passage passage;
  passage.report.value = std::move(report);
  passage.text = std::move(text);
  passage.heading = std::move(heading);
  return passage;
}

// A block of `report`, and the passage that it is.
store::Passage AddBlock(store::ReportRecord* report, const std::string& label,
                        const std::string& words,
                        BlockKind kind = BlockKind::kParagraph) {
  document::Block block;
  block.kind = kind;
  std::string& text = report->document.text;
  block.span.begin = static_cast<std::uint32_t>(text.size());
  text += label + words;
  block.span.end = static_cast<std::uint32_t>(text.size());
  if (!label.empty()) {
    block.label = {block.span.begin,
                   block.span.begin + static_cast<std::uint32_t>(label.size())};
  }
  text += '\n';
  report->document.blocks.push_back(block);
  store::Passage passage = Piece("r1", words);
  passage.span = {block.span.begin + static_cast<std::uint32_t>(label.size()),
                  block.span.end};
  return passage;
}

TEST(Passages, FindsTheChapterThatAListAtTheEndRepeats) {
  const std::vector<store::Passage> passages = {
      Piece("r1", "Mooring chains should be inspected by divers every spring."),
      Piece("r2",
            "The ferry was late on four days in March and on two in May."),
      Piece("r2",
            "We think that divers ought to inspect each mooring chain in "
            "spring, and that the results ought to be kept."),
      Piece("r3", "Chains of shops were not among those that answered us."),
  };
  const PassageFinder finder(passages);
  const auto found = finder.Like(
      Make("r1.1", "r1",
           "Mooring chains should be inspected by divers every spring."),
      5);
  ASSERT_GE(found.size(), 1u);
  EXPECT_EQ(found[0].passage, 2u);
  for (const PassageMatch& match : found) {
    EXPECT_NE(match.passage, 0u) << "its own report";
    EXPECT_NE(match.passage, 1u) << "no word in common";
  }
}

TEST(Passages, PutsPagesOfItsOwnWorkFirstAmongEquals) {
  const std::vector<store::Passage> passages = {
      Piece("r2", "Divers should inspect mooring chains in spring."),
      Piece("r3", "Divers should inspect mooring chains in spring."),
  };
  const PassageFinder finder(passages);
  const auto one = Make("r1.1", "r1", "Divers inspect mooring chains");
  EXPECT_EQ(finder.Like(one, 1)[0].passage, 0u);
  EXPECT_EQ(finder.Like(one, 1, {ReportId{"r3"}})[0].passage, 1u);
}

TEST(Passages, PutsWhatItsWriterConcludesBeforeWhatIsTold) {
  const std::vector<store::Passage> passages = {
      Piece("r2", "They suggest that divers inspect mooring chains in spring."),
      Piece("r3", "I suggest that divers inspect mooring chains in spring."),
  };
  const PassageFinder finder(passages);
  const auto one =
      Make("r1.1", "r1", "Divers inspect mooring chains in spring");
  EXPECT_EQ(finder.Like(one, 1)[0].passage, 1u);
}

TEST(Passages, PutsWhatStandsBesideANearPieceBeforeOthers) {
  const std::vector<store::Passage> passages = {
      Piece("r2", "Chains that nobody has seen for years were spoken of."),
      Piece("r3", "Chains that nobody has seen for years were spoken of."),
      Piece("r3", "Divers should inspect mooring chains in spring."),
  };
  const PassageFinder finder(passages);
  const auto found = finder.Like(
      Make("r1.1", "r1", "Divers inspect mooring chains in spring"), 3);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].passage, 2u);
  EXPECT_EQ(found[1].passage, 1u);
}

TEST(Passages, ReadsAcronymsAsTheirWords) {
  crossref::AcronymEntry acronym;
  acronym.short_form = "HDC";
  acronym.long_form = "Harbour Divers Corps";
  const std::vector<store::Passage> passages = {
      Piece("r2", "The HDC ought to be asked about old ropes and nets."),
      Piece("r3", "The ferry ought to be asked about old ropes and nets."),
  };
  const auto one =
      Make("r1.1", "r1", "The Harbour Divers Corps inspects ropes");
  EXPECT_EQ(PassageFinder(passages, {acronym}).Like(one, 1)[0].passage, 0u);
  const auto unread = PassageFinder(passages).Like(one, 2);
  EXPECT_DOUBLE_EQ(unread[0].nearness, unread[1].nearness);
}

TEST(Passages, AnswersNothingToNoWords) {
  const PassageFinder finder({Piece("r2", "Divers inspect chains in spring.")});
  EXPECT_TRUE(finder.Like(Make("r1.1", "r1", ""), 5).empty());
  EXPECT_TRUE(PassageFinder({}).Like(Make("r1.1", "r1", "Divers"), 5).empty());
}

TEST(Passages, JoinsWhatFollowsANumberUpToTheNext) {
  store::ReportRecord report;
  report.id.value = "r1";
  std::vector<store::Passage> passages;
  passages.push_back(AddBlock(&report, "4.5 ", "Chains rust."));
  passages.push_back(AddBlock(&report, "", "Divers should look at them:"));
  passages.push_back(
      AddBlock(&report, "a. ", "in spring;", BlockKind::kListItem));
  passages.push_back(AddBlock(&report, "4.6 ", "Ropes rot."));
  const auto joined = JoinByNumber(report, passages);
  ASSERT_EQ(joined.size(), 2u);
  EXPECT_EQ(joined[0].text,
            "Chains rust.\nDivers should look at them:\na. in spring;");
  EXPECT_EQ(joined[1].text, "Ropes rot.");
}

TEST(Passages, LeavesUnnumberedParagraphsApart) {
  store::ReportRecord report;
  std::vector<store::Passage> passages;
  passages.push_back(AddBlock(&report, "", "Chains rust."));
  passages.push_back(AddBlock(&report, "", "Ropes rot."));
  EXPECT_EQ(JoinByNumber(report, passages).size(), 2u);
}

TEST(Passages, FollowsAMarkToTheNoteAndItsReference) {
  store::ReportRecord report;
  report.id.value = "r1";
  AddBlock(&report, "", "Divers should inspect the chains.");
  AddBlock(&report, "", "Ropes should be dry.");
  AddBlock(&report, "1 ", "Part B, para 7", BlockKind::kFootnote);
  const auto& blocks = report.document.blocks;
  report.document.links = {{{blocks[0].span.end, blocks[0].span.end}, "#n1"}};
  report.document.anchors = {{"n1", blocks[2].span.begin}};
  crossref::ReferenceEntry reference;
  reference.printed = "Part B, para 7";
  reference.quote.report = report.id;
  reference.quote.span = {blocks[2].span.begin + 2, blocks[2].span.end};
  auto first = Make("r1.1", "r1", "Divers should inspect the chains.");
  first.item.span = blocks[0].span;
  auto second = Make("r1.2", "r1", "Ropes should be dry.");
  second.item.span = blocks[1].span;
  EXPECT_EQ(PlacesCited(first, report, {reference}).size(), 1u);
  EXPECT_TRUE(PlacesCited(second, report, {reference}).empty());
}

}  // namespace
}  // namespace concord::overlap
