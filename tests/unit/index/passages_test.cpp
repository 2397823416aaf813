#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/index/index.h"
#include "tests/unit/index/report_builder.h"

namespace concord::index {
namespace {

using document::BlockKind;
using ::testing::ElementsAre;

std::vector<std::string> Texts(const store::ReportRecord& report) {
  std::vector<std::string> texts;
  for (const store::Passage& passage : Passages(report)) {
    EXPECT_EQ(passage.text, Slice(report.text(), passage.span));
    texts.push_back(passage.text);
  }
  return texts;
}

TEST(Passages, LeaveOutChromeContactHeaderLinesAndHeadings) {
  const store::ReportRecord report =
      ReportBuilder("r1")
          .Block(BlockKind::kChrome, "You are in:")
          .Title("Plan")
          .Block(BlockKind::kHeaderLine, "Report: 5")
          .Heading("B. Supporting information")
          .Paragraph("The plan is ready.")
          .Block(BlockKind::kContact, "Telephone 555 0100")
          .Block(BlockKind::kChrome, "Send an e-mail")
          .Build();
  EXPECT_THAT(Texts(report), ElementsAre("The plan is ready."));
}

TEST(Passages, JoinANumberedParagraphWithTheListThatContinuesIt) {
  const store::ReportRecord report = ReportBuilder("r1")
                                         .Paragraph("7.", "Units will:")
                                         .Item("(a)", "report;")
                                         .Item("(b)", "plan.")
                                         .Paragraph("8.", "All is well.")
                                         .Build();
  EXPECT_THAT(Texts(report), ElementsAre("Units will:\n(a) report;\n(b) plan.",
                                         "All is well."));
}

TEST(Passages, KeepTheItemsUnderAnUnnumberedLineApart) {
  const store::ReportRecord report = ReportBuilder("r1")
                                         .Paragraph("Members are asked to:")
                                         .Item("1.", "note the plan;")
                                         .Item("2.", "agree to it.")
                                         .Build();
  EXPECT_THAT(
      Texts(report),
      ElementsAre("Members are asked to:", "note the plan;", "agree to it."));
}

TEST(Passages, AListAfterAnotherBlockContinuesNothing) {
  const store::ReportRecord report = ReportBuilder("r1")
                                         .Paragraph("7.", "Units report.")
                                         .Heading("Next")
                                         .Item("•", "first")
                                         .Build();
  EXPECT_THAT(Texts(report), ElementsAre("Units report.", "first"));
}

TEST(Passages, ATableRowIsOnePieceWithItsCells) {
  const store::ReportRecord report = ReportBuilder("r1")
                                         .Row({"Publish", "May 2002"})
                                         .Row({"Review", "June 2002"})
                                         .Build();
  EXPECT_THAT(Texts(report),
              ElementsAre("Publish\tMay 2002", "Review\tJune 2002"));
}

TEST(Passages, WhatStandsInsideChromeIsChrome) {
  store::ReportRecord report = ReportBuilder("r1")
                                   .Block(BlockKind::kChrome, "Menu")
                                   .Item("", "Home")
                                   .Paragraph("Real words.")
                                   .Build();
  report.document.blocks[1].parent = 0;
  EXPECT_THAT(Texts(report), ElementsAre("Real words."));
}

TEST(Passages, CarryIdPlaceAndHeading) {
  const store::ReportRecord report = ReportBuilder("r9")
                                         .Heading("B. Background")
                                         .Paragraph("7.", "Units report.")
                                         .Build();
  const std::vector<store::Passage> passages = Passages(report);
  ASSERT_EQ(passages.size(), 1u);
  EXPECT_EQ(passages[0].id, "r9#1");
  EXPECT_EQ(passages[0].report.value, "r9");
  EXPECT_EQ(passages[0].locator, "para 7");
  EXPECT_EQ(passages[0].heading, "B. Background");
}

TEST(Passages, AVeryLongListIsNotJoined) {
  ReportBuilder builder("r1");
  builder.Paragraph("7.", "All:");
  for (int i = 0; i < 200; ++i) builder.Item("•", std::string(100, 'x'));
  EXPECT_GT(Passages(builder.Build()).size(), 100u);
}

}  // namespace
}  // namespace concord::index
