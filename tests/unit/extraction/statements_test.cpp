// What a text says one work does to another, and how many it counts: the
// families of the language, a sentence each.

#include <gtest/gtest.h>

#include <string>

#include "concord/extraction/extract.h"
#include "tests/unit/extraction/sample_page.h"

namespace concord::extraction {
namespace {

struct Case {
  std::string_view page;
  std::string_view said;
  DocumentKind kind = DocumentKind::kReport;
};

// "type: subject -> object (work)" a relation; what names only parts of a work
// or its other names is left out.
std::string RelationsOf(const Case& one) {
  const document::Document document = testing::PageOf(one.page);
  Header header;
  header.kind = one.kind;
  const auto citations = FindCitations(document, header);
  std::string lines;
  for (const StatedRelation& relation :
       FindRelations(document, header, citations)) {
    if (!lines.empty()) lines += '\n';
    lines += relation.type + ": " + relation.subject + " -> " + relation.object;
    if (!relation.object_work.empty()) {
      lines += " (" + relation.object_work + ")";
    }
  }
  return lines;
}

TEST(Relations, AreReadFromActivePassiveAndNominalForms) {
  const Case kCases[] = {
      {"1. The report Safe on the Shore (1999) is old. We repeat "
       "recommendation 4 without changing a word of it.",
       "re-affirms:  -> recommendation 4 (Safe on the Shore)"},
      {"1. Safe on the Shore (1999) was a report. Recommendation 5 is "
       "accordingly varied.",
       "amends:  -> Recommendation 5 (Safe on the Shore)"},
      {"1. Safe on the Shore (1999) was a report. Recommendation 7, about "
       "blankets, is withdrawn.",
       "amends:  -> Recommendation 7 (Safe on the Shore)"},
      {"1. Safe on the Shore (1999) was a report. Recommendation 6: we repeat "
       "it.",
       "re-affirms:  -> Recommendation 6 (Safe on the Shore)"},
      {"1. Safe on the Shore (1999) was a report. R2.4 stands as it is, and "
       "for R2.5 we have no praise.",
       "re-affirms:  -> R2.4 (Safe on the Shore)"},
      {"1. Safe on the Shore (1999) was a report. In place of R2.4, we ask for "
       "a boat.",
       "supersedes:  -> R2.4 (Safe on the Shore)"},
      {"1. Safe on the Shore (1999) was a report. This plan gives effect to "
       "the recommendations which are for the Board.",
       "implements:  -> Safe on the Shore (1999) (Safe on the Shore)"},
      {"1. Circular 9, which we sent in May, is wrong, and is cancelled.",
       "supersedes:  -> Circular 9"},
      {"1. It was resolved to rescind Minute 7 of 4 May 1999.",
       "supersedes:  -> Minute 7 of 4 May 1999"},
      {"1. This replaces paragraph 7 of our circular of 1999.",
       "supersedes:  -> paragraph 7 of our circular of 1999"},
      {"1. It replaces the old \"Notes for keepers\".",
       "supersedes:  -> the old \"Notes for keepers\""},
      {"1. That the decision which the Board took on 4 May 1999 be varied.",
       "amends:  -> the decision which the Board took on 4 May 1999"},
      {"1. The case stands as it was. Nothing stands in place of keys.", ""},
      {"1. This report takes the place of our interim note of January 2000.",
       "supersedes:  -> our interim note of January 2000"},
      {"1. The scheme agreed in May 2004 replaces the interim arrangements of "
       "2003.",
       "supersedes: The scheme agreed in May 2004 -> the interim arrangements "
       "of 2003"},
      {"1. The interim guidance of 2001 was superseded by the national code in "
       "March.",
       "supersedes: the national code -> The interim guidance of 2001"},
      {"1. The recommendation that the gate be shut at night was reaffirmed by "
       "the Board in May.",
       "re-affirms: the Board -> The recommendation that the gate be shut at "
       "night"},
      {"1. The plan is the successor to the 2001 strategy.",
       "supersedes: The plan -> the 2001 strategy"},
  };
  for (const Case& one : kCases) EXPECT_EQ(RelationsOf(one), one.said);
}

TEST(Relations, AreReadFromPhrasesWithoutAVerbBetweenWorks) {
  const Case cases[] = {
      {"1. The report Safe on the Shore (1999) is old. Recommendation 4 was "
       "that boats be counted weekly. We affirm it again, with one change: the "
       "panel would now count them daily.",
       "re-affirms:  -> Recommendation 4 (Safe on the Shore)\n"
       "amends:  -> Recommendation 4 (Safe on the Shore)"},
      {"1. The report Safe on the Shore (1999) is old. My second "
       "recommendation "
       "was that boats be counted. I put it forward again in a narrower form.",
       "amends:  -> My second recommendation (Safe on the Shore)"},
      {"1. Safe on the Shore (1999) is a report of the Inspectorate. Boats are "
       "to be counted daily, which is no more than was asked in 1999.",
       "re-affirms:  -> Safe on the Shore (1999) (Safe on the Shore)"},
      {"1. The Inspectorate made nine recommendations in the report Safe on "
       "the "
       "Shore. This plan is concerned with the four which are for the harbour.",
       "implements:  -> Safe on the Shore (Safe on the Shore)"},
      {"1. This review was set up at the request of the Board in the months "
       "after the Marsh Lane Inquiry reported.",
       "follows-up:  -> Marsh Lane Inquiry (Marsh Lane Inquiry)"},
      {"1. The report Safe on the Shore (1999) is old. I should be content to "
       "see recommendation 4 of the report treated as superseded.",
       "supersedes:  -> recommendation 4 of the report (Safe on the Shore)"},
      {"1. The report Safe on the Shore (1999) was published. This paper "
       "proposes an answer to each of its recommendations.",
       "responds-to:  -> Safe on the Shore (1999) (Safe on the Shore)"},
      // Near misses.
      {"1. The report Safe on the Shore (1999) is old. Recommendation 4 was "
       "that boats be counted. We spoke of it with one voice.",
       ""},
      {"1. The report Safe on the Shore (1999) is old. It is no more than was "
       "spent in 1999.",
       ""},
      {"1. The report Safe on the Shore (1999) is old. This plan is in eleven "
       "parts.",
       ""},
  };
  for (const Case& one : cases)
    EXPECT_EQ(RelationsOf(one), one.said) << one.page;
}

TEST(Relations, MayBeOfASetOfRecommendations) {
  const Case kCases[] = {
      {"1. The report Safe on the Shore made nine recommendations. We reaffirm "
       "seven of them without alteration.",
       "re-affirms:  -> seven of them (Safe on the Shore)"},
      {"1. Safe on the Shore (1999) was a report. Recommendation 7 is "
       "withdrawn. In its place we make recommendation 12 below.",
       "supersedes:  -> Recommendation 7 (Safe on the Shore)"},
  };
  for (const Case& one : kCases) EXPECT_EQ(RelationsOf(one), one.said);
}

TEST(Relations, RefusesWhatStatesNone) {
  const Case kCases[] = {
      {"1. This report does not replace the guidance of 1998.", ""},
      {"1. The force should replace the seventeen station books.", ""},
      {"1. Two officers returned to the same desk.", "",
       DocumentKind::kMinutes},
      {"1. Members are asked to endorse recommendation 4.", ""},
      {"1. He moved, and she seconded, an amendment to recommendation 2.", "",
       DocumentKind::kMinutes},
      {"1. The new radios replace those of 1998.", ""},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(RelationsOf(one), one.said) << one.page;
  }
}

// "count [parts] of work" a count.
std::string CountsOf(const Case& one) {
  const document::Document document = testing::PageOf(one.page);
  Header header;
  header.kind = one.kind;
  std::string lines;
  for (const StatedCount& count :
       FindCounts(document, FindCitations(document, header), one.kind)) {
    if (!lines.empty()) lines += '\n';
    lines += std::to_string(count.count);
    std::string parts;
    for (const CountPart& part : count.partition) {
      parts += (parts.empty() ? "" : "+") + std::to_string(part.count);
      if (part.approximate) parts += "~";
    }
    if (!parts.empty()) lines += " [" + parts + "]";
    if (count.unbalanced) lines += " unbalanced";
    if (count.approximate) lines += " about";
    if (!count.work.empty()) lines += " of " + count.work;
  }
  return lines;
}

TEST(Counts, MayBeOfAPartThatIsToldAlone) {
  const Case kCases[] = {
      {"1. Of the 59 recommendations followed up here, 32 (54%) had been met.",
       "59\n32"},
      {"1. The Auditor made 1,739 recommendations, of which 1,433 have been "
       "met.",
       "1739\n1433"},
      {"1. Of the 59 recommendations, 32 boxes were full of keys.", "59"},
      {"1. By May, 25 of the 57 recommendations (44%) had been met.", "57"},
      {"1. The Board finds nine of the fourteen recommendations complete.",
       "14"},
      {"1. The Board made nine of its own recommendations public.", "9"},
      {"1. See the 57 recommendations, and 25 keys were lost.", "57"},
      {"1. Of the thirteen, eight are complete, three are in train and two are "
       "refused.",
       "13 [8+3+2]"},
      {"1. Of the thirteen, eight are red, three are green and two are blue.",
       ""},
      {"1. Of the thirteen, eight are complete and four are in hand.", ""},
      {"1. Six of my ten are complete, three are in train and one is refused.",
       "10 [6+3+1]"},
  };
  for (const Case& one : kCases) EXPECT_EQ(CountsOf(one), one.said) << one.page;
}

TEST(Counts, AMakerInTheSentenceIsNoWorkNamedBefore) {
  const Case kCases[] = {
      {"1. The review ‘Lost Doors’ made nine recommendations. A members' "
       "scrutiny adds 12 recommendations.",
       "9 of Lost Doors\n12"},
      {"1. The review ‘Lost Doors’ is out. It made nine recommendations.",
       "9 of Lost Doors"},
      {"1. The review ‘Lost Doors’ is out. Mrs Ash moved Every Third Key, "
       "which made nine recommendations.",
       "9"},
      {"1. The Quay Inquiry sat long. The Clerk read the report of the "
       "Inquiry, which made nine recommendations.",
       "9 of Quay Inquiry"},
  };
  for (const Case& one : kCases) EXPECT_EQ(CountsOf(one), one.said) << one.page;
}

TEST(Counts, WhichOneAPartIsStandsInBracketsAndIsNotWhatBecameOfIt) {
  const document::Document document = testing::PageOf(
      "1. It contained 18 recommendations. Seventeen were accepted in May and "
      "one (4, on dogs) was declined.");
  const auto counts = FindCounts(document, FindCitations(document, Header()),
                                 DocumentKind::kReport);
  ASSERT_EQ(counts.size(), 1u);
  ASSERT_EQ(counts[0].partition.size(), 2u);
  EXPECT_EQ(counts[0].partition[1].what, "declined");
}

TEST(Counts, AreDividedAmongThoseWhoHaveAsManyEach) {
  const document::Document document = testing::PageOf(
      "1. There are nine recommendations. Four are for the Keeper of Lamps, "
      "two for the Board, and one each for the Clerk, the Treasurer (Keys) and "
      "store keepers. I have shown every one of them to whoever must act.");
  const auto counts = FindCounts(document, FindCitations(document, Header()),
                                 DocumentKind::kInspection);
  ASSERT_EQ(counts.size(), 1u);
  ASSERT_EQ(counts[0].partition.size(), 5u);
  EXPECT_EQ(counts[0].partition[2].what, "for the Clerk");
  EXPECT_EQ(counts[0].partition[3].what, "the Treasurer (Keys)");
  EXPECT_EQ(counts[0].partition[4].what, "store keepers");
}

TEST(Counts, SayWhoseTheyAre) {
  const Case kCases[] = {
      {"1. Safe on the Shore (1999) and Keys of the Quay (2001) are reports. "
       "The 20 recommendations made in 1999 stand.",
       "20 of Safe on the Shore"},
      {"1. The Carrow Lane Inquiry reported. Four of the Inquiry’s "
       "recommendations are open.",
       "4 of Carrow Lane Inquiry"},
      {"1. The report Safe on the Shore is old. See the four recommendations "
       "listed in paragraph 8.",
       "4"},
      {"1. The report Safe on the Shore is old.\n2. The report makes eight "
       "recommendations.",
       "8", DocumentKind::kInspection},
      // Of the one work that the document names, wherever it does.
      {"1. Seven of its eight recommendations are met.\n2. The report Safe on "
       "the Shore is old.",
       "8 of Safe on the Shore"},
      {"1. The nine recommendations of the crew are met.\n2. The report Safe "
       "on the Shore is old.",
       "9"},
      {"1. Nine recommendations are met.\n2. The report Safe on the Shore is "
       "old.",
       "9"},
      {"1. The nine recommendations are met.\n2. The reports Safe on the Shore "
       "and Keys of the Quay are old.",
       "9"},
      {"1. Eight of the eleven recommendations in the Board’s Safe on the "
       "Shore "
       "(1999) are met.",
       "11 of Safe on the Shore"},
  };
  for (const Case& one : kCases) EXPECT_EQ(CountsOf(one), one.said) << one.page;
}

TEST(Counts, AreTakenWithTheirPartitions) {
  const Case kCases[] = {
      {"1. It contained twelve recommendations. The Authority accepted nine, "
       "is still talking about two and rejected one.",
       "12 [9+2+1]"},
      {"1. The review made nine recommendations, of which the Cabinet accepted "
       "six and declined three.",
       "9 [6+3]"},
      {"1. All but three of the 20 recommendations have been met.",
       "20 [17+3]"},
      {"1. Seventeen of the 20 recommendations have been met. Those which have "
       "not are about keys.",
       "20 [17+3]"},
      {"1. The first report made 20 recommendations, the second made six "
       "recommendations, making 26.",
       "20\n6\n26 [20+6]"},
      {"1. We made eight recommendations. The first four are for the county; "
       "the remaining four are for the force.",
       "8 [4+4]"},
      {"1. There are sixteen recommendations. Seven of them would cost "
       "nothing.",
       "16\n7"},
  };
  for (const Case& one : kCases) EXPECT_EQ(CountsOf(one), one.said) << one.page;
}

TEST(Counts, KeepPartsThatShouldAddUpAndDoNot) {
  const Case kCases[] = {
      {"1. It made 20 recommendations, of which twelve are for the force and "
       "the remaining nine are for the county.",
       "20 [12+9] unbalanced"},
      {"1. It made 20 recommendations, of which twelve are for the force and "
       "the remaining seven are for the county.",
       "20 [12+7] unbalanced"},
      {"1. It contained 20 recommendations. Twelve are for the force. The "
       "remaining nine are for the county.",
       "20 [12+9] unbalanced"},
      {"1. It made 20 recommendations: twelve for the force and nine for the "
       "county.",
       "20 [12+9] unbalanced"},
      {"1. Of the 20 recommendations, twelve are complete, nine in hand and "
       "one not begun.",
       "20 [12+9+1] unbalanced"},
  };
  for (const Case& one : kCases) EXPECT_EQ(CountsOf(one), one.said) << one.page;
}

TEST(Counts, NeedNotAddUpWhereTheTextDoesNotSayThatTheyAreAll) {
  const Case kCases[] = {
      {"1. It contained 20 recommendations. Twelve are for the force. The "
       "remaining eight are for the county.",
       "20 [12+8]"},
      {"1. It made 20 recommendations: twelve for the force and eight for the "
       "county.",
       "20 [12+8]"},
      {"1. It made 20 recommendations, of which four are for the county.",
       "20\n4"},
      {"1. Of the 20 recommendations, seventeen are accepted and twelve are "
       "implemented.",
       "20\n17"},
      // Three of them were taken by somebody in between.
      {"1. It made 20 recommendations. Twelve are for the force; the county "
       "has taken three; the remaining five are for the Board.",
       "20 [12+3+5]"},
      {"1. It made 20 recommendations. Twelve are for the force; the county "
       "has taken some; the remaining five are for the Board.",
       "20 [12+5]"},
      // Nine of other things.
      {"1. It made 20 recommendations. Twelve are for the force. The remaining "
       "nine officers are for the county.",
       "20"},
      {"1. It made 20 recommendations: see recommendations 12 and 9.", "20"},
  };
  for (const Case& one : kCases) EXPECT_EQ(CountsOf(one), one.said) << one.page;
}

TEST(Counts, TakeSharesOfTheWhole) {
  const Case kCases[] = {
      {"1. It made 20 recommendations, 60% of which have been met. The other "
       "eight are in hand.",
       "20 [12+8]"},
      {"1. It made 20 recommendations, 60% of which have been met. The other "
       "nine are in hand.",
       "20 [12+9] unbalanced"},
      {"1. Sixty per cent of the 20 recommendations have been met.", "12\n20"},
      // A third of 57 is 19 and a bit less at 33%: no contradiction.
      {"1. It made 57 recommendations, 33% of which are met and the remaining "
       "39 are in hand.",
       "57 [19~+39]"},
      {"1. It made 20 recommendations. Half of the 20 have been met and the "
       "remaining eleven are in hand.",
       "20 [10+11] unbalanced"},
      {"1. It made 57 recommendations. 33 per cent of them have been met.",
       "57\n19 about"},
      {"1. It made 20 recommendations, and 60% of the officers were seen.",
       "20"},
  };
  for (const Case& one : kCases) EXPECT_EQ(CountsOf(one), one.said) << one.page;
}

TEST(Counts, DoNotDivideAWholeByThePartsOfAnother) {
  const Case kCases[] = {
      {"1. Eight of the eleven recommendations were for this force. Five of "
       "the eight are complete, two are in hand and one has slipped.",
       "11\n8 [5+2+1]"},
  };
  for (const Case& one : kCases) EXPECT_EQ(CountsOf(one), one.said) << one.page;
}

}  // namespace
}  // namespace concord::extraction
