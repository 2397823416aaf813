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

using Reports = std::vector<store::ReportRecord>;

const char* const kIntro =
    "The harbour unit inspects every mooring chain in the estuary before the "
    "winter gales and reports to the Northmarch Police Authority on what it "
    "found, what was mended at once and what had to wait for the yard.";
const char* const kMoney =
    "The cost of the divers was met from the reserve which members set aside "
    "for the purpose when the lightship was sold to the museum across the bay, "
    "and nothing more is asked for.";

TEST(Versions, ADraftAndItsFinalAreVersions) {
  const auto versions = FindVersions(Reports{
      Report("r2", {kIntro, kMoney, "In 2004 it found 17 broken chains."}),
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
          Reports{
              Report("r1",
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
      FindVersions(Reports{Report("r1", pack), Report("r2", {kIntro, kMoney})});
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].a.value, "r2");
  EXPECT_EQ(Name(versions[0].kind), "within");
}

TEST(Versions, EmptyReportsAndShortOnesHaveNone) {
  EXPECT_TRUE(FindVersions(Reports{}).empty());
  EXPECT_TRUE(
      FindVersions(Reports{Report("r1", {}), Report("r2", {})}).empty());
  EXPECT_TRUE(FindVersions(Reports{Report("r1", {"Apologies were received."}),
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
  EXPECT_EQ(FindVersions(Reports{draft, final_one}).size(), 1u);
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

store::StoredRecommendation Asked(const std::string& id,
                                  const std::string& text,
                                  const std::string& label = "") {
  store::StoredRecommendation one;
  one.id.value = id;
  one.report.value = id.substr(0, id.find('.'));
  one.item.text = text;
  one.item.label = label;
  return one;
}

TEST(Versions, OfAnEarlierOneWhatTheLaterAsksAgainIsRepeated) {
  std::vector<store::ReportRecord> reports = {
      Report("r1", {kIntro, kMoney, "In 2004 it found 17 broken chains."}),
      Report("r2", {kIntro, kMoney, "In 2004 it found 17 broken chains."}),
      Report("r3", {kIntro, "In 2009 it found 99 whole ones, and 4 anchors."})};
  reports[0].extraction.header.date.edtf = "2004-06";
  reports[1].extraction.header.date.edtf = "2004-05";
  const std::vector<store::StoredRecommendation> asked = {
      Asked("r1.1", "Mend the chains."),
      Asked("r1.2", "Buy oak."),
      Asked("r1.3", "Sell the boat now.", "3"),
      Asked("r2.1", "Mend  the chains"),
      Asked("r2.2", "Ask the divers."),
      Asked("r2.3", "Sell the boat.", "3"),
      Asked("r3.1", "Mend the chains.")};
  const auto repeated = FindRepeated(reports, asked);
  ASSERT_EQ(repeated.size(), 2u);
  EXPECT_EQ(repeated[0].id.value, "r2.1");
  EXPECT_EQ(repeated[0].by.value, "r1.1");
  EXPECT_TRUE(repeated[0].same_words);
  EXPECT_EQ(repeated[1].id.value, "r2.3");
  EXPECT_EQ(repeated[1].by.value, "r1.3");
  EXPECT_FALSE(repeated[1].same_words);
  EXPECT_EQ(FindIn(repeated, {"r2.2"}), nullptr);
  EXPECT_EQ(FindIn(repeated, {"r2.1"}), &repeated[0]);
  // Without dates the one that asks less is left out, whatever the order.
  reports[0].extraction.header.date.edtf.clear();
  std::swap(reports[0], reports[1]);
  EXPECT_EQ(FindRepeated(reports, asked).size(), 2u);
}

store::ReportRecord FoundAt(store::ReportRecord report, const std::string& uri,
                            std::int64_t number) {
  report.captures.push_back({.uri = uri, .number = number});
  return report;
}

TEST(Versions, WhatAnAddressHeldLaterIsTheLaterVersion) {
  Reports reports = {
      FoundAt(Report("r1", {"Mend one bell."}), "file:///bells.html", 7),
      FoundAt(Report("r2", {"Mend two bells."}), "file:///bells.html", 5)};
  for (auto& report : reports) {
    report.extraction.header.title.printed = "Bells";
  }
  const std::vector<store::StoredRecommendation> asked = {
      Asked("r1.1", "Mend the great bell by May."),
      Asked("r2.1", "Mend the great bell by June."),
      Asked("r2.2", "Sell the boat.")};
  const auto versions = FindVersions(reports);
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].later.value, "r1");
  const auto repeated = FindRepeated(reports, asked);
  ASSERT_EQ(repeated.size(), 1u) << "a request that was dropped counts";
  EXPECT_EQ(repeated[0].id.value, "r2.1");
  EXPECT_EQ(repeated[0].by.value, "r1.1");
  // The order of their captures tells, whatever asks more.
  std::swap(reports[0].captures, reports[1].captures);
  EXPECT_EQ(FindVersions(reports)[0].later.value, "r2");
  EXPECT_EQ(FindRepeated(reports, asked)[0].id.value, "r1.1");
  // So does the time of the capture, where one is known.
  reports[0].captures[0].captured_at = "2004-01-01T00:00:00Z";
  reports[1].captures[0].captured_at = "2003-01-01T00:00:00Z";
  EXPECT_EQ(FindVersions(reports)[0].later.value, "r1");
}

TEST(Versions, AnotherPaperAtTheSameAddressIsNone) {
  Reports reports = {
      FoundAt(Report("r1", {"Mend one bell."}), "file:///latest.html", 1),
      FoundAt(Report("r2", {"Trim two lamps."}), "file:///latest.html", 2)};
  EXPECT_TRUE(FindVersions(reports).empty()) << "they have no title";
  for (auto& report : reports) {
    report.extraction.header.title.printed = "Minutes";
  }
  reports[0].extraction.header.date.edtf = "2004-05";
  reports[1].extraction.header.date.edtf = "2004-06";
  EXPECT_TRUE(FindVersions(reports).empty()) << "of two months";
  for (auto& report : reports) {
    report.extraction.header.date.edtf = "2004-06";
    report.captures[0].uri = "stdin:";
  }
  EXPECT_TRUE(FindVersions(reports).empty()) << "standard input is no place";
}

}  // namespace
}  // namespace concord::overlap
