// Lists whose items name their makers: cutting, makers, position, addressee.

#include <gtest/gtest.h>

#include "concord/extraction/extract.h"
#include "concord/extraction/forms.h"
#include "extraction/recommendations/positions.h"
#include "extraction/recommendations/recommenders.h"
#include "tests/unit/extraction/decoded_page.h"

namespace concord::extraction {
namespace {

using concord::testing::DecodedPage;
using concord::testing::OneLine;

std::string Makers(const Recommendation& item) {
  std::string makers;
  for (const OwnerMention& maker : item.recommenders) {
    if (!makers.empty()) makers += "+";
    makers += maker.name;
  }
  return makers;
}

// "label [addressee] text (makers) position", an item a line.
std::string Show(const std::vector<Recommendation>& items) {
  std::string shown;
  for (const Recommendation& item : items) {
    shown += item.label + " [" + item.addressee + "] " + OneLine(item.text) +
             " (" + Makers(item) + ") " + item.position.value + "\n";
  }
  return shown;
}

constexpr std::string_view kFront =
    "Council of the Isles\n\nReport of the Working Group on the Review\n\n"
    "Northland\n\nIntroduction\n\n1. The review took place in May 2011.\n\n"
    "II. Conclusions and recommendations\n\n";

std::string Found(std::string_view page) {
  const auto document = DecodedPage(std::string(kFront) + std::string(page));
  const Extraction extraction = Extract(document);
  const auto verified = Verify(extraction, document);
  EXPECT_TRUE(verified) << verified.error().message();
  return Show(extraction.recommendations);
}

TEST(ByRecommender, ReadsGroupsWithTheirPosition) {
  EXPECT_EQ(Found("20. The recommendations listed below have been examined by "
                  "Northland and enjoy its support:\n\n"
                  "20.1. Count the keys (Ostley);\n\n"
                  "20.2. Name a keeper (Ostley).\n\n"
                  "21. The following recommendations will be examined by "
                  "Northland, which will respond in due course:\n\n"
                  "21.1. Count the locks (Marlhaven);\n\n"
                  "22. The recommendations below did not enjoy the support of "
                  "Northland:\n\n"
                  "22.1. Count the doors (Ostley).\n\n"
                  "23. These conclusions are those of their makers.\n"),
            "20.1 [Northland] Count the keys (Ostley) accepted\n"
            "20.2 [Northland] Name a keeper (Ostley) accepted\n"
            "21.1 [Northland] Count the locks (Marlhaven) awaited\n"
            "22.1 [Northland] Count the doors (Ostley) noted\n");
}

TEST(ByRecommender, CutsAParagraphAtItsMakers) {
  EXPECT_EQ(Found("20. The following recommendations enjoy the support of "
                  "Northland:\n\n"
                  "20.1. Sign the Keys Convention (KC) (Ostley) (Tarn Isles); "
                  "count the keys (Iran (Islamic Republic of))/ (Marlhaven); "
                  "and lock the doors (Bosnia and Herzegovina, Ostley);\n\n"
                  "20.2. Lock the doors (Ostley).\n"),
            "20.1 [Northland] Sign the Keys Convention (KC) (Ostley+Tarn "
            "Isles) accepted\n"
            "20.1 [Northland] count the keys (Iran (Islamic Republic of)+"
            "Marlhaven) accepted\n"
            "20.1 [Northland] lock the doors (Bosnia and Herzegovina+Ostley) "
            "accepted\n"
            "20.2 [Northland] Lock the doors (Ostley) accepted\n");
}

TEST(ByRecommender, KeepsTheSameWordsOfTwoMakersApart) {
  EXPECT_EQ(Found("20. The following recommendations enjoy the support of "
                  "Northland:\n\n20.1. Count the keys (Ostley);\n\n"
                  "20.2. Count the keys (Marlhaven).\n"),
            "20.1 [Northland] Count the keys (Ostley) accepted\n"
            "20.2 [Northland] Count the keys (Marlhaven) accepted\n");
}

TEST(ByRecommender, SkipsFootnotesAndTheRemarksAfterItems) {
  EXPECT_EQ(Found("20. The following recommendations enjoy the support of "
                  "Northland:\n\n20.1. Count the keys (Ostley)1;\n\n"
                  "1 The recommendation originally made was: Count all keys "
                  "(Ostley).\n\n"
                  "20.2. Lock the doors (Ostley);\n\n"
                  "Northland explains that it has no doors.\n\n"
                  "20.3. Paint the doors (Marlhaven).\n"),
            "20.1 [Northland] Count the keys (Ostley) accepted\n"
            "20.2 [Northland] Lock the doors (Ostley) accepted\n"
            "20.3 [Northland] Paint the doors (Marlhaven) accepted\n");
}

TEST(RecommenderMarks, TellNamesFromOtherBrackets) {
  const struct {
    std::string_view text;
    std::size_t names;
  } kCases[] = {
      {"Count the keys (Ostley);", 1},
      {"Count the keys (Ostley, Tarn Isles and Marlhaven).", 3},
      {"Count the keys (the former Republic of Tarn)", 1},
      {"Count the keys (CRPD);", 0},
      {"Count the keys (UK);", 1},
      {"Count the keys (see paragraph 4);", 0},
      {"Count the keys (1998);", 0},
      {"Sign the treaty (the Keys Protocol);", 0},
      {"Count the keys (Ostley), which are many", 0},
  };
  for (const auto& one : kCases) {
    std::size_t names = 0;
    for (const auto& mark :
         RecommenderMarks(one.text, WholeOf(one.text), KnownNames())) {
      names += mark.names.size();
    }
    EXPECT_EQ(names, one.names) << one.text;
  }
  const std::string_view text = "Count the keys (Ostley), and the locks (Tarn)";
  EXPECT_EQ(RecommenderMarks(text, WholeOf(text), {"ostley"}).size(), 2u);
}

TEST(PositionIn, ReadsWhatASentenceSaysOfRecommendations) {
  const struct {
    std::string_view sentence;
    std::string_view value;
  } kCases[] = {
      {"The recommendations below enjoy the support of Northland:", "accepted"},
      {"The following recommendations were accepted:", "accepted"},
      {"The recommendations below did not enjoy its support:", "noted"},
      {"The recommendations below have been noted by Northland:", "noted"},
      {"The recommendations below could not be accepted:", "rejected"},
      {"These recommendations were partially accepted:", "accepted in part"},
      {"The recommendations will be examined by Northland:", "awaited"},
      {"The response of Northland to the following recommendations will be "
       "included in the outcome report:",
       "awaited"},
      {"The recommendations listed below were made to Northland:", ""},
      {"The minutes were accepted.", ""},
  };
  for (const auto& one : kCases) {
    const auto position = PositionIn(one.sentence, WholeOf(one.sentence));
    EXPECT_EQ(position ? position->value : "", one.value) << one.sentence;
  }
}

TEST(PositionOfAnswer, ReadsTheFirstWordsOfACell) {
  const struct {
    std::string_view cell;
    std::string_view value;
  } kCases[] = {
      {"Accepted", "accepted"},
      {"Agreed. Work will start in May.", "accepted"},
      {"Accepted in principle", "accepted in part"},
      {"Partially accepted", "accepted in part"},
      {"Not accepted", "rejected"},
      {"Noted", "noted"},
      {"Under consideration", "awaited"},
      {"Completed in May", ""},
      {"The Board accepted it", ""},
  };
  for (const auto& one : kCases) {
    const auto position = PositionOfAnswer(one.cell, WholeOf(one.cell));
    EXPECT_EQ(position ? position->value : "", one.value) << one.cell;
  }
}

}  // namespace
}  // namespace concord::extraction
