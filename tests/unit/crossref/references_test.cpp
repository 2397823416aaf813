// References from one place of a work to another, followed over its documents.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "concord/crossref/references.h"
#include "tests/unit/extraction/sample_page.h"

namespace concord::crossref {
namespace {

store::ReportRecord Page(const std::string& id, const std::string& uri,
                         std::string_view page) {
  store::ReportRecord record;
  record.id.value = id;
  record.uri = "http://northmarch.example/report/" + uri;
  record.document = testing::PageOf(page);
  return record;
}

std::vector<store::ReportRecord> Chapters() {
  return {
      Page("r1", "A/chapter1/index.html",
           "> The Report\n> Part A\n> Chapter 1\n# CHAPTER 1 EVENTS\n"
           "1. Words.\nPart A, Chapter 2, para 2.1 says so.\n"
           "Part A, Chapter 2, para 9.9 does not.\n"
           "Part A, Chapter 3 was never written.\n"
           "Part B, Chapter 1 is not here.\n"),
      Page("r2", "A/chapter2/index.html",
           "> The Report\n> Part A\n> Chapter 2\n# CHAPTER 2 CAUSES\n"
           "2.1. Words.\n2.2. More words.\n"),
      Page("r3", "index.html", "# The Report\nBegin with Part A, Chapter 1.\n"),
  };
}

std::string Told(const std::vector<ReferenceEntry>& entries) {
  std::string told;
  for (const ReferenceEntry& entry : entries) {
    told +=
        entry.quote.report.value + " " + entry.target + ": " + entry.verdict;
    if (!entry.report.empty()) told += " in " + entry.report.value;
    told += "\n";
  }
  return told;
}

TEST(References, AreFollowedOverThePagesOfOneWork) {
  EXPECT_EQ(Told(FollowReferences(Chapters())),
            "r1 part A chapter 2 para 2.1: resolved in r2\n"
            "r1 part A chapter 2 para 9.9: broken\n"
            "r1 part A chapter 3: broken\n"
            "r1 part B chapter 1: not held\n"
            "r3 part A chapter 1: resolved in r1\n");
}

TEST(References, AnAppendixIsAnotherFileOfTheMeeting) {
  std::vector<store::ReportRecord> records = {
      Page("r1", "Appendix%20N%20-%20Boats.pdf",
           "# BOATS\n1. Costs are in Appendix M.\n2. Maps are in Appendix "
           "L.\n"),
      Page("r2", "Appendix%20M%20-%20Costs.pdf", "# COSTS\n1. Words.\n"),
      Page("r3", "Budget.pdf", "# Budget\n1. Words.\n"),
      Page("r4", "Agenda.pdf", "# Agenda\n1. Words.\n")};
  EXPECT_EQ(Told(FollowReferences(records)),
            "r1 appendix M: resolved in r2\nr1 appendix L: not held\n");
}

TEST(References, LeadToTheWordsTheyName) {
  const auto records = Chapters();
  const auto entries = FollowReferences(records);
  ASSERT_FALSE(entries.empty());
  const ReferenceEntry& first = entries.front();
  EXPECT_EQ(Slice(records[1].text(), first.span), "2.1. Words.");
  EXPECT_EQ(first.uri, records[1].uri);
  EXPECT_EQ(first.quote.text, "Part A, Chapter 2, para 2.1");
}

TEST(References, StayInTheirOwnWork) {
  auto records = Chapters();
  records[1].uri = "http://northmarch.example/other/A/chapter2/index.html";
  EXPECT_EQ(Told(FollowReferences(records)).find("resolved in r2"),
            std::string::npos);
}

}  // namespace
}  // namespace concord::crossref
