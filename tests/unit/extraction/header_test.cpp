#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "extraction/header/pieces.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;

std::string_view FieldName(HeaderField field) {
  switch (field) {
    case HeaderField::kTitle:
      return "title";
    case HeaderField::kCommittee:
      return "committee";
    case HeaderField::kNumber:
      return "number";
    case HeaderField::kDate:
      return "date";
    case HeaderField::kBy:
      return "by";
    case HeaderField::kSubject:
      return "subject";
  }
  return "";
}

std::string Show(const std::vector<HeaderClaim>& claims) {
  std::string shown;
  for (const HeaderClaim& claim : claims) {
    if (!shown.empty()) shown += "\n";
    shown += std::string(FieldName(claim.field)) + ": " + claim.item.printed;
  }
  return shown;
}

std::string Show(const std::vector<OwnerMention>& people) {
  std::string shown;
  for (const OwnerMention& person : people) {
    if (!shown.empty()) shown += "\n";
    shown += person.name + " | " + person.post +
             (person.post.empty() ? "| " : " | ") + person.unit;
  }
  return shown;
}

TEST(DecideKind, ReadsWhatNoLineOfFrontMatterSays) {
  struct Case {
    std::string_view page;
    std::string_view rule;
  };
  const Case cases[] = {
      {"Estates Board\n\nHandbook\n\nPresent: Ada Reed, Odo Hart\n\nApologies: "
       "Gwen Tarn\n\nThe keys were counted by all of them.\n",
       "kind.roll"},
      {"Keys of the county\n\nThe Clerk spoke of the keys for an hour.\n\n"
       "RESOLVED that the keys be kept.\n",
       "kind.resolutions"},
      {"Keys of the county\n\nThe Committee considered the count of keys.\n\n"
       "That the report and its counts be approved.\n",
       "kind.resolutions"},
      {"180 Keys of the county Progress Update\nPDF 7 KB\nCouncil is asked to "
       "approve the Keys Progress Report for the Clerk.\nAdditional "
       "documents:\nMinutes:\nCouncil spoke of the keys for an hour or "
       "more.\nCouncil resolved to approve the Keys Progress Report for the "
       "Clerk.\n",
       "kind.resolutions"},
      {"Inspection report on keys\n\nThe Panel considered a report.\n\n"
       "Resolved: That the Panel notes\n\n(i) the keys;\n\n(ii) the locks.\n",
       "kind.resolutions"},
      {"Keys of the county\n\nThe Committee considered the count of keys.\n\n"
       "That the keys should be kept was plain.\n",
       ""},
      {"Keys of the county\n\nThe Clerk spoke of the keys for an hour.\n\nThe "
       "meeting ended at 9.25 pm.\n",
       "kind.meeting-ended"},
      {"Keys of the county\n\nKeys are many and old, and they are lost.\n\nThe "
       "Board is recommended to confirm that:\n\n(i) keys are kept;\n\n(ii) "
       "keys are counted.\n",
       "kind.asks-committee"},
      {"Northmarch\n\n1. Apologies for absence\n\n2. Declarations of "
       "interest\n\n3. Keys of the county\n\n4. Any other business\n",
       "kind.business"},
      {"Keys of the county\n\nKeys were lost. I recommend that the Clerk "
       "count them.\n\nI make four recommendations. Nobody asked for more.\n",
       "kind.own-voice"},
      {"Keys of the county\n\nYour recommendations were four. The Board "
       "recommends that keys be counted, and we have counted them.\n",
       ""},
      {"Keys Board\n\n3 May 2016\n\n01 Apologies for Absence\n\n02 Minutes"
       "\n\nMembers are asked to agree the minutes, marked 2.\n\n03 Public "
       "Questions\n\n04 Keys of the county\n\nMembers are asked to note the "
       "count.\n",
       "kind.business"},
      {"The Cabinet considered keys.\n\nThe Cabinet then:-\n\n(1) Noted that "
       "keys were lost.\n",
       "kind.resolutions"},
      {"Keys of the county\n\nDecision Maker: Cabinet\n\nIs Key decision?: "
       "No\n\nIs subject to call in?: Yes\n\n1. That keys are counted.\n",
       "kind.resolutions"},
      // What is told of a meeting in running text is no roll and no business.
      {"Keys of the county\n\nApologies for absence were received in May from "
       "the Board, and the declarations of interest were many.\n",
       ""}};
  for (const Case& one : cases) {
    EXPECT_EQ(DecideKind(DecodedPage(std::string(one.page))).rule, one.rule)
        << one.page;
  }
}

TEST(HeaderRules, EveryRuleFindsWhatItsExamplesSay) {
  for (const auto* rules :
       {&HeaderMastheadRules(), &HeaderSignedRules(), &HeaderRules(),
        &HeaderFieldRules(), &HeaderLineRules(), &HeaderPlainRules()}) {
    for (const HeaderRule& rule : *rules) {
      ASSERT_FALSE(rule.examples.empty()) << rule.name;
      for (const Example& example : rule.examples) {
        const auto document = DecodedPage(example.page);
        const Reading reading = Read(document, example.kind, std::nullopt);
        EXPECT_EQ(Show(rule.find(reading)), example.yields)
            << rule.name << "\n"
            << document::Dump(document);
      }
    }
  }
}

TEST(AuthorRules, EveryRuleFindsWhatItsExamplesSay) {
  for (const AuthorRule& rule : AuthorRules()) {
    for (const Example& example : rule.examples) {
      const auto document = DecodedPage(example.page);
      const Reading reading = Read(document, example.kind, std::nullopt);
      EXPECT_EQ(Show(rule.find(reading)), example.yields)
          << rule.name << "\n"
          << document::Dump(document);
    }
  }
}

TEST(KindRules, EveryRowTakesItsLineAndRefusesTheOther) {
  for (const KindRule& rule : KindRules()) {
    const Pattern pattern(rule.expression);
    EXPECT_TRUE(pattern.Matches(rule.accepts)) << rule.name;
    EXPECT_FALSE(pattern.Matches(rule.refuses)) << rule.name;
  }
}

TEST(DecideKind, TellsAPaperFromAnInspectionThatPrintsBy) {
  EXPECT_EQ(DecideKind(DecodedPage("Keys\n\nReport: 4\nBy: Clerk\n\n"
                                   "A. Recommendation\n\nThat members note "
                                   "it.\n"))
                .kind,
            DocumentKind::kReport);
  EXPECT_EQ(
      DecideKind(DecodedPage("Keeping Keys\n\nPublished: 2 May 1997\n"
                             "By: Ada Reed\n\n1.1 Keys are lost.\n\n"
                             "Recommendation 1: Forces should count keys.\n\n"
                             "Recommendation 2: Forces should mark keys.\n"))
          .kind,
      DocumentKind::kInspection);
  EXPECT_EQ(DecideKind(DecodedPage("Words about nothing much.\n")).kind,
            DocumentKind::kOther);
}

TEST(ReadHeader, KeepsTheLineAndTheIntroThatDiffersFromIt) {
  const Header header = ReadHeader(DecodedPage(
      "Report 3 of the 23 May 02 meeting of the Estates & Works Board and "
      "lays the plan before members.\n\nThe plan\n\nReport: 13\n"
      "Date: 24 May 2002\nBy: the Clerk\n\nSummary\n\nA plan.\n"));
  EXPECT_EQ(header.kind, DocumentKind::kReport);
  EXPECT_EQ(header.title.printed, "The plan");
  EXPECT_EQ(header.report_number.printed, "13");
  EXPECT_EQ(header.by.printed, "the Clerk");
  EXPECT_EQ(header.committee.printed, "Estates & Works Board");
  EXPECT_EQ(header.date.edtf, "2002-05-24");
  ASSERT_EQ(header.other_claims.size(), 2u);
  EXPECT_EQ(header.other_claims[0].printed, "3");
  EXPECT_EQ(header.other_claims[1].printed, "23 May 02");
}

TEST(ReadHeader, DoesNotCallALeadingZeroAnotherNumber) {
  const Header header = ReadHeader(DecodedPage(
      "Report 5 of the 20 May 04 meeting of the Estates Board and asks.\n\n"
      "The plan\n\nReport: 05\nDate: 20 May 2004\nBy: Clerk\n"));
  EXPECT_EQ(header.report_number.printed, "05");
  EXPECT_TRUE(header.other_claims.empty());
}

TEST(ReadHeader, NamesEachTextOfTheChromeOnce) {
  document::Document document;
  for (const char* const words : {"NPA/7", "It met.", "NPA/7", "Home"}) {
    document::Block block;
    block.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += words;
    block.span.end = static_cast<std::uint32_t>(document.text.size());
    document.text += "\n";
    if (words != std::string("It met.")) {
      block.kind = document::BlockKind::kChrome;
    }
    document.blocks.push_back(block);
  }
  const auto chrome = ReadHeader(document).chrome_removed;
  ASSERT_EQ(chrome.size(), 2u);
  EXPECT_EQ(chrome[0].printed, "NPA/7");
  EXPECT_EQ(chrome[0].span.begin, 0u);
  EXPECT_EQ(chrome[1].printed, "Home");
}

TEST(ReadHeader, TakesTheContactUnitFromTheAuthor) {
  const Header header = ReadHeader(DecodedPage(
      "The plan\n\nReport: 05\nDate: 20 May 2004\nBy: Clerk\n\n"
      "A. Recommendation\n\nThat members note it.\n\nB. Contact details\n\n"
      "Report author: Gwen Tarn, Estates Department, NPA.\n"));
  EXPECT_EQ(header.contact_unit.printed, "Estates Department");
}

}  // namespace
}  // namespace concord::extraction
