// Versions of one paper, and papers that only look like it.

#include "concord/overlap/versions.h"

#include <gtest/gtest.h>

namespace concord::overlap {
namespace {

store::ReportRecord Report(const std::string& id,
                           const std::vector<std::string>& paragraphs) {
  store::ReportRecord report;
  report.id.value = id;
  for (const std::string& words : paragraphs) {
    document::Block block;
    block.span.begin = static_cast<std::uint32_t>(report.document.text.size());
    report.document.text += words;
    block.span.end = static_cast<std::uint32_t>(report.document.text.size());
    report.document.text += "\n";
    report.document.blocks.push_back(block);
  }
  return report;
}

const char* const kIntro =
    "The harbour unit inspects every mooring chain in the estuary before the "
    "winter gales and reports to the Northmarch Police Authority on what it "
    "found, what was mended at once and what had to wait for the yard.";
const char* const kMoney =
    "The cost of the divers was met from the reserve which members set aside "
    "for the purpose when the lightship was sold to the museum across the bay, "
    "and nothing more is asked for.";

TEST(Versions, ADraftAndItsFinalAreVersions) {
  const auto versions = FindVersions(
      {Report("r2", {kIntro, kMoney, "In 2004 it found 17 broken chains."}),
       Report("r1", {kIntro, kMoney, "In 2004 it found 17 broken chains.",
                     "Members asked for a map, which is attached."})});
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].a.value, "r1");
  EXPECT_EQ(Name(versions[0].kind), "version");
  EXPECT_DOUBLE_EQ(versions[0].numbers, 1);
}

TEST(Versions, ThePaperOfTheNextMonthIsAnotherPaper) {
  EXPECT_TRUE(
      FindVersions(
          {Report("r1",
                  {kIntro, kMoney,
                   "On 9 May 2004 it found 17 broken chains and 3 lost."}),
           Report("r2",
                  {kIntro, kMoney,
                   "On 12 June 2005 it found 21 broken chains, 4 lost."})})
          .empty());
}

TEST(Versions, MinutesWithinAPackAreWithinIt) {
  std::vector<std::string> pack = {kIntro, kMoney};
  for (int i = 0; i < 12; ++i) {
    std::string words;
    for (int j = 0; j < 20; ++j) {
      words += "item" + std::to_string(i) + "x" + std::to_string(j) + " ";
    }
    pack.push_back(words);
  }
  const auto versions =
      FindVersions({Report("r1", pack), Report("r2", {kIntro, kMoney})});
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].a.value, "r2");
  EXPECT_EQ(Name(versions[0].kind), "within");
}

TEST(Versions, EmptyReportsAndShortOnesHaveNone) {
  EXPECT_TRUE(FindVersions({}).empty());
  EXPECT_TRUE(FindVersions({Report("r1", {}), Report("r2", {})}).empty());
  EXPECT_TRUE(FindVersions({Report("r1", {"Apologies were received."}),
                            Report("r2", {"Apologies were received."})})
                  .empty());
}

TEST(Versions, TheDifferenceNamesTheBlocksOfOneSide) {
  const auto draft = Report("r1", {kIntro, kMoney, "It found 17 chains."});
  const auto final_one = Report("r2", {kIntro, "It found 18 chains.", kMoney});
  const auto only = OnlyIn(draft, final_one);
  ASSERT_EQ(only.size(), 1u);
  EXPECT_EQ(Slice(draft.text(), only[0]), "It found 17 chains.");
  EXPECT_TRUE(OnlyIn(draft, draft).empty());
}

// Twelve paragraphs and what they ask for.
store::ReportRecord LongReport(const std::string& id,
                               const std::vector<std::string>& asks) {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    std::string words = "Quay " + n + " has " + n + "7 rings";
    for (int j = 0; j < 20; ++j) {
      words += " and a chain at berth" + n + std::string(1, char('a' + j));
    }
    paragraphs.push_back(words + ".");
  }
  paragraphs.insert(paragraphs.end(), asks.begin(), asks.end());
  store::ReportRecord report = Report(id, paragraphs);
  for (const std::string& ask : asks) {
    extraction::Recommendation item;
    item.kind = extraction::RecommendationKind::kRecommendation;
    item.text = ask;
    report.extraction.recommendations.push_back(item);
  }
  return report;
}

TEST(Versions, HyphensOfAnotherFormatLeaveItTheSameReport) {
  const auto text = LongReport("r1", {"Renew the mooring chains.",
                                      "Publish the survey of the estuary."});
  const auto pdf = LongReport("r2", {"Renew the moor- ing chains.",
                                     "Publish the survey of the estuary."});
  EXPECT_TRUE(IsSameReport(text, pdf));
  EXPECT_TRUE(IsSameReport(pdf, text));
}

TEST(Versions, ADraftThatAsksOtherwiseIsNotTheSameReport) {
  const auto draft = LongReport("r1", {"Renew the mooring chains.",
                                       "Publish the survey of the estuary."});
  const auto final_one = LongReport(
      "r2", {"Renew the mooring chains.", "Publish no survey of the estuary."});
  EXPECT_FALSE(IsSameReport(draft, final_one));
  EXPECT_EQ(FindVersions({draft, final_one}).size(), 1u);
}

TEST(Versions, OtherFiguresOrALongerTextAreNotTheSameReport) {
  const auto report = LongReport("r1", {"Renew the mooring chains."});
  auto later = report;
  for (char& c : later.document.text) {
    if (c == '7') c = '8';
  }
  EXPECT_FALSE(IsSameReport(report, later));
  std::string more = kMoney;
  for (char c = 'a'; c <= 'z'; ++c) more += std::string(" and a map of ") + c;
  auto longer = Report("r3", {report.text(), more});
  longer.extraction = report.extraction;
  EXPECT_FALSE(IsSameReport(report, longer));
  EXPECT_FALSE(IsSameReport(Report("r4", {}), Report("r5", {})));
}

}  // namespace
}  // namespace concord::overlap
