// Plain text as programs write it that turn pages into text: broken lines,
// numbers on lines of their own, heads and feet of pages.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode_support.h"

namespace concord::document {
namespace {

using ::testing::Contains;
using testing::DecodeOrDie;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Lines;

std::vector<std::string> Read(const std::string& text) {
  return Lines(DecodeOrDie(text, "text/plain"));
}

// Broken lines enough to see how the text was broken.
std::string Wrapped(const std::string& quay) {
  return "The harbour unit looks at every chain of the " + quay +
         " quay and of its\n"
         "estuary before the gales, and tells members what it found there\n"
         "and what was mended at once by the yard, and what had to wait for "
         "money\n"
         "that was not yet voted for the year; it also names who has to "
         "answer\n"
         "for what is left undone at the " +
         quay + " quay.\n";
}
const std::string kWrapped = Wrapped("northern");
const std::string kQuays[] = {"Amber", "Ferrin", "Lower", "Salt"};

TEST(TextLines, ANumberAboveItsWordsIsTheirLabel) {
  EXPECT_THAT(
      Read(kWrapped +
           "\n107.16.\nRenew the chains of the northern quay and say who "
           "answers for\nthe work (Ferrin);\n107.17.\nPublish the survey;\n"),
      ElementsAre(::testing::_,
                  "paragraph 107.16.|Renew the chains of the northern quay and "
                  "say who answers for the work (Ferrin);",
                  "paragraph 107.17.|Publish the survey;"));
}

TEST(TextLines, APagesLoneNumberInterruptsNoSentence) {
  EXPECT_THAT(
      Read("Yard review\n\nThe yard was seen in May.\n\nRECOMMENDATIONS\n\n"
           "12. The yard should look at its chains and tell\n\f\n12\nmembers "
           "before any quay is closed.\n\n13. Quays should be lit.\n"),
      ::testing::IsSupersetOf(
          {"paragraph 12.|The yard should look at its chains and tell members "
           "before any quay is closed."}));
}

TEST(TextLines, ShortLinesOfANumberedItemAreOne) {
  const auto lines = Read(
      "Yard review\n\nRecommendations\n\n1. The Constabu-\nlary should "
      "en-\nsure that every\nchain is clean by\nMay 2004.\n2. The yard "
      "should reply by June\n2005.\nNobody objected\nto this\n");
  EXPECT_THAT(lines, Contains(HasSubstr("|The Constabulary should ensure that "
                                        "every chain is clean by May 2004.")));
  EXPECT_THAT(lines, Contains(HasSubstr("|The yard should reply by June "
                                        "2005.")));
}

TEST(TextLines, WhatReturnsOnEveryPageInterruptsNoParagraph) {
  std::string text;
  for (int page = 1; page <= 4; ++page) {
    const std::string n = std::to_string(page);
    text += "NPA/7/" + n + "\n\n";
    if (page > 1) text += "of the yard at " + kQuays[page - 2] + ".\n";
    const std::string& quay = kQuays[page - 1];
    text += Wrapped(quay) + "\n" + n + "0. The records of " + quay +
            " quay are with the clerk, not in the hands\n\n" + n + "\n\f";
  }
  const auto lines = Read(text);
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(),
                          [](const std::string& line) {
                            return line.starts_with("chrome|");
                          }),
            8);
  EXPECT_THAT(lines,
              Contains("paragraph 20.|The records of Ferrin quay are with the "
                       "clerk, not in the hands of the yard at Ferrin."));
}

TEST(TextLines, ALineThatStopsInMidPhraseRunsOn) {
  const auto lines = Read(
      kWrapped +
      "\n1. Ask the yard for the plan of the northern quay of the\n"
      "Ferrin Trust, and read it.\n2. Ask the treasurer of the harbour (Old\n"
      "Quay) for the cost.\n");
  EXPECT_THAT(lines, Contains(HasSubstr("of the Ferrin Trust, and read it.")));
  EXPECT_THAT(lines, Contains(HasSubstr("harbour (Old Quay) for the cost.")));
}

TEST(TextLines, NumbersToldOneByOneGoOnBehindAColon) {
  EXPECT_THAT(
      Read(kWrapped + "\n4. They said that five moorings were sound. We found "
                      "three:\n2, 5 and 10. The others were not.\n"),
      Contains(HasSubstr("We found three: 2, 5 and 10. The others")));
}

TEST(TextLines, AHyphenAtALinesEndIsMended) {
  EXPECT_THAT(Read(kWrapped +
                   "\n1. The survey of the moorings was done by hand and the "
                   "moor-\nings were found sound.\n"),
              Contains(HasSubstr("and the moorings were found sound.")));
}

// Every line of a compact page is a paragraph of its own.
TEST(TextLines, LinesThatWereNotBrokenStayApart) {
  const std::string page =
      "The chains are sound.\nThe quay is open.\nThe yard is shut for the "
      "winter.\nMembers were told.\n";
  EXPECT_EQ(Read(page).size(), 4u);
}

TEST(TextLines, ANumberThatIsNoPagesOwnIsText) {
  std::string text;
  const char* const counts[] = {"31", "12", "7", "19"};
  for (int page = 0; page < 4; ++page) {
    text += Wrapped(kQuays[page]) + "\n" + counts[page] + "\n\f";
  }
  const auto lines = Read(text);
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(),
                          [](const std::string& line) {
                            return line.starts_with("chrome|");
                          }),
            0);
}

}  // namespace
}  // namespace concord::document
