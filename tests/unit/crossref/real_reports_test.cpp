// The acceptance cases of the cross-reference on two real reports, where the
// shared test data is present. Asserts counts, values, spans and digests; no
// words of the reports stand here.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "concord/base/digest.h"
#include "concord/base/files.h"
#include "concord/crossref/crossref.h"
#include "concord/document/decode.h"
#include "concord/extraction/extract.h"
#include "tests/support/test_data.h"

namespace concord::crossref {
namespace {

store::ReportRecord Read(const std::filesystem::path& path) {
  store::ReportRecord record;
  const auto bytes = ReadFile(path, 1 << 24);
  EXPECT_TRUE(bytes.has_value());
  if (!bytes) return record;
  source::Capture capture;
  capture.uri = path.filename().string();
  capture.bytes = *bytes;
  capture.digest = Sha256Hex(*bytes);
  capture.media_type = "text/plain";
  auto document = document::Decode(capture, {});
  EXPECT_TRUE(document.has_value());
  if (!document) return record;
  record.uri = capture.uri;
  record.id.value = "r" + document::TextDigest(*document).substr(0, 12);
  record.extraction = extraction::Extract(*document);
  record.document = std::move(*document);
  return record;
}

class RealReports : public ::testing::Test {
 protected:
  // Read once: extraction takes longer than everything asserted here.
  static void SetUpTestSuite() {
    reports_.clear();
    const auto folder = testing::TestDataRoot() / "corpora/mpa";
    if (!std::filesystem::exists(folder)) return;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) reports_.push_back(Read(path));
    crossref_ = Build(reports_);
  }

  void SetUp() override {
    CONCORD_REQUIRE_TEST_DATA("corpora/mpa");
    ASSERT_EQ(reports_.size(), 2u);
  }

  // The later report is B of the case table.
  const ReportId& A() const { return reports_[1].id; }
  const ReportId& B() const { return reports_[0].id; }

  const Work* FindWork(const WorkId& id) const {
    for (const Work& work : crossref_.works) {
      if (work.id == id) return &work;
    }
    return nullptr;
  }

  static inline std::vector<store::ReportRecord> reports_;
  static inline CrossReference crossref_;
};

std::string DigestOf(const std::string& id) {
  return Sha256Hex(id).substr(0, 8);
}

TEST_F(RealReports, S1TwentySixAndEightAreStatedAndNoneIsHeld) {
  std::vector<std::int32_t> stated;
  std::vector<std::string> places;
  for (const CountEntry& entry : crossref_.counts) {
    if (entry.what != "recommendations") continue;
    stated.push_back(entry.stated);
    places.push_back(entry.quotes.back().locator);
    EXPECT_TRUE(entry.total);
    EXPECT_EQ(entry.held, 0);
    EXPECT_EQ(entry.verdict, "not held");
    EXPECT_FALSE(entry.expected_in.empty());
    for (const Quote& quote : entry.quotes) EXPECT_EQ(quote.report, A());
  }
  std::sort(stated.begin(), stated.end());
  std::sort(places.begin(), places.end());
  EXPECT_EQ(stated, (std::vector<std::int32_t>{6, 8, 20}));
  // The twenty are stated in 1 and bound again in 2.
  EXPECT_EQ(places, (std::vector<std::string>{"para 2", "para 2", "para 4"}));
}

TEST_F(RealReports, S3TheReaffirmedTwentyAreBoundAndNotCountedAgain) {
  int reaffirms = 0;
  for (const RelationEntry& relation : crossref_.relations) {
    if (relation.type != "re-affirms") continue;
    ++reaffirms;
    EXPECT_EQ(relation.object_count, 20);
    EXPECT_EQ(relation.quote.locator, "para 2");
    ASSERT_EQ(relation.object_works.size(), 1u);
    EXPECT_NE(relation.subject_work, relation.object_works[0]);
    for (const CountEntry& entry : crossref_.counts) {
      if (entry.work == relation.object_works[0]) {
        EXPECT_EQ(entry.stated, 20);
        EXPECT_EQ(entry.quotes.size(), 2u);
      }
      if (entry.work == relation.subject_work) {
        EXPECT_EQ(entry.stated, 6);
      }
    }
  }
  EXPECT_EQ(reaffirms, 1);
}

TEST_F(RealReports, S4EightAreFourAndFour) {
  for (const CountEntry& entry : crossref_.counts) {
    if (entry.stated != 8) continue;
    ASSERT_EQ(entry.partition.size(), 2u);
    EXPECT_EQ(entry.partition[0].count, 4);
    EXPECT_EQ(entry.partition[1].count, 4);
    EXPECT_TRUE(entry.partition_adds_up);
    return;
  }
  FAIL() << "no entry of eight";
}

TEST_F(RealReports, S5BothDatesAreKeptAndSetAgainstEachOther) {
  int conflicts = 0;
  for (const Conflict& conflict : crossref_.conflicts) {
    if (conflict.rule != "two dates for one work") continue;
    ++conflicts;
    EXPECT_EQ(conflict.value_a, "2000");
    EXPECT_EQ(conflict.value_b, "2001-01-18");
    EXPECT_NE(conflict.a.span, conflict.b.span);
    EXPECT_EQ(conflict.a.report, A());
  }
  EXPECT_EQ(conflicts, 1);
}

TEST_F(RealReports, S6ThreeSpellingsAreOneWorkAndItsPartIsPartOfIt) {
  int parts = 0;
  for (const Work& part : crossref_.works) {
    if (part.part_of.empty()) continue;
    ++parts;
    const Work* whole = FindWork(part.part_of);
    ASSERT_NE(whole, nullptr);
    EXPECT_EQ(whole->aliases.size(), 3u);
    EXPECT_EQ(DigestOf(whole->id.value), "7a4de43d");
    EXPECT_TRUE(whole->series.empty());
  }
  EXPECT_EQ(parts, 1);
}

TEST_F(RealReports, S7TheThreeOfTheResponseAreTheMembersOfOneSeries) {
  for (const RelationEntry& relation : crossref_.relations) {
    if (relation.type != "responds-to") continue;
    EXPECT_EQ(relation.object_count, 3);
    ASSERT_EQ(relation.object_works.size(), 3u);
    const WorkId series = FindWork(relation.object_works[0])->series;
    EXPECT_FALSE(series.empty());
    for (const WorkId& work : relation.object_works) {
      EXPECT_EQ(FindWork(work)->series, series);
    }
    return;
  }
  FAIL() << "no response is stated";
}

TEST_F(RealReports, S9AcronymsServeBothReportsAndTheUndefinedAreNamed) {
  int defined = 0;
  std::vector<std::string> undefined;
  for (const AcronymEntry& entry : crossref_.acronyms) {
    if (!entry.long_form.empty()) {
      ++defined;
    } else if (entry.short_form.size() == 4) {
      undefined.push_back(DigestOf(entry.short_form));
    }
  }
  EXPECT_GE(defined, 6);
  EXPECT_EQ(undefined.size(), 3u);
  // One that B defines is used in A without a definition.
  EXPECT_TRUE(std::any_of(crossref_.acronyms.begin(), crossref_.acronyms.end(),
                          [&](const AcronymEntry& entry) {
                            return !entry.definitions.empty() &&
                                   entry.definitions[0].report == B() &&
                                   entry.used_in == std::vector<ReportId>{A()};
                          }));
}

TEST_F(RealReports, S11TheSecondOfTwoIsProposedWithBothQuotes) {
  const auto second = std::find_if(
      crossref_.proposals.begin(), crossref_.proposals.end(),
      [](const Proposal& one) { return one.rule == "numbered phase"; });
  ASSERT_NE(second, crossref_.proposals.end());
  const Proposal& proposal = *second;
  EXPECT_EQ(proposal.quote_a.report, B());
  EXPECT_EQ(proposal.quote_b.report, A());
  EXPECT_EQ(proposal.quote_a.locator, "para 2");
  EXPECT_EQ(proposal.quote_b.locator, "para 5");
}

TEST_F(RealReports, OneStrategyUnderTwoTitlesIsProposed) {
  EXPECT_EQ(
      std::count_if(crossref_.proposals.begin(), crossref_.proposals.end(),
                    [](const Proposal& one) {
                      return one.rule == "one title within the other";
                    }),
      1);
}

TEST_F(RealReports, S13TheAbsentAppendixIsMissing) {
  ASSERT_EQ(crossref_.missing.size(), 1u);
  EXPECT_EQ(crossref_.missing[0].quote.report, B());
  EXPECT_EQ(crossref_.missing[0].quote.locator, "para 1");
}

TEST_F(RealReports, S15PlannedInOneParagraphAndRemovedInAnother) {
  int conflicts = 0;
  for (const Conflict& conflict : crossref_.conflicts) {
    if (conflict.rule != "planned and removed") continue;
    ++conflicts;
    EXPECT_EQ(conflict.value_a, "planned");
    EXPECT_EQ(conflict.a.locator, "para 10");
    EXPECT_EQ(conflict.b.locator, "para 14");
  }
  EXPECT_EQ(conflicts, 1);
  EXPECT_TRUE(
      std::any_of(crossref_.counts.begin(), crossref_.counts.end(),
                  [](const CountEntry& entry) { return entry.stated == 96; }));
}

TEST_F(RealReports, S16TwoSpellingsOfOneActAreOneAct) {
  int acts_of_both = 0;
  for (const Work& work : crossref_.works) {
    if (work.kind != extraction::WorkKind::kAct) continue;
    std::vector<ReportId> reports;
    for (const WorkMention& mention : work.cited_by) {
      reports.push_back(mention.quote.report);
    }
    std::sort(reports.begin(), reports.end());
    if (reports.size() == 2 && reports[0] != reports[1]) {
      ++acts_of_both;
      EXPECT_EQ(work.edition, "2000");
      EXPECT_EQ(work.aliases.size(), 2u);
    }
  }
  EXPECT_EQ(acts_of_both, 1);
}

TEST_F(RealReports, EveryQuotationIsItsReportsWordsAtItsPlace) {
  const auto check = [&](const Quote& quote) {
    for (const store::ReportRecord& report : reports_) {
      if (report.id != quote.report) continue;
      EXPECT_EQ(quote.text, Slice(report.text(), quote.span));
      EXPECT_EQ(quote.locator, document::Locator(report.document, quote.span));
      return;
    }
    ADD_FAILURE() << "a quotation of no report";
  };
  for (const Work& work : crossref_.works) {
    for (const Alias& alias : work.aliases) check(alias.quote);
    for (const WorkMention& mention : work.cited_by) check(mention.quote);
  }
  for (const Body& body : crossref_.bodies) {
    for (const Quote& quote : body.mentions) check(quote);
  }
  for (const CountEntry& entry : crossref_.counts) {
    for (const Quote& quote : entry.quotes) check(quote);
  }
  for (const Conflict& conflict : crossref_.conflicts) {
    check(conflict.a);
    check(conflict.b);
  }
  for (const RelationEntry& relation : crossref_.relations) {
    check(relation.quote);
  }
}

}  // namespace
}  // namespace concord::crossref
