// Titles and their comparable forms.

#include "crossref/title_key.h"

#include <gtest/gtest.h>

#include "concord/crossref/crossref.h"

namespace concord::crossref {
namespace {

struct KeyCase {
  const char* title;
  const char* key;
};

TEST(TitleKey, FoldsWhatIsSpellingAndKeepsWhatIsTheTitle) {
  const KeyCase cases[] = {
      {"Policing the Valley: Fair Hearing", "policing the valley fair hearing"},
      {"Policing the Valley – Fair Hearing",
       "policing the valley fair hearing"},
      {"‘Policing the Valley - Fair Hearing’ (1999)",
       "policing the valley fair hearing"},
      {"The Ferryman’s Road", "ferrymans road"},
      {"The Ferryman's Road", "ferrymans road"},
      {"The Ferrymans Road", "ferrymans road"},
      {"Rods & Lines", "rods and lines"},
      {"Fair Hearing – Part One", "fair hearing part 1"},
      {"Fair Hearing: Part I", "fair hearing part 1"},
      {"Part One of Fair Hearing", "fair hearing part 1"},
      {"Fair Hearing II", "fair hearing 2"},
      {"Fair Hearing 2", "fair hearing 2"},
      {"Harbour Dues (Relief) Act 1997", "harbour dues relief act"},
      {"Harbour Dues Relief Act", "harbour dues relief act"},
      {"Policing Plan 2002/03", "policing plan 2002 03"},
      {"What I saw", "what i saw"},
      {"", ""},
      {"1999", "1999"},
      {"The", "the"},
  };
  for (const KeyCase& c : cases) EXPECT_EQ(TitleKey(c.title), c.key) << c.title;
}

TEST(TitleKey, DoesNotMakeATitleAndItsSequelOne) {
  const std::pair<const char*, const char*> different[] = {
      {"Fair Hearing", "Fair Hearing: the second year"},
      {"Fair Hearing", "Fair Hearing Revisited"},
      {"Fair Hearing Part One", "Fair Hearing Part Two"},
      {"Fair Hearing I", "Fair Hearing II"},
      {"Policing Plan 2002/03", "Policing Plan 2003/04"},
  };
  for (const auto& [a, b] : different) EXPECT_NE(TitleKey(a), TitleKey(b));
}

TEST(TitleKey, IsAFixedPoint) {
  for (const char* title :
       {"Policing the Valley – Fair Hearing", "Fair Hearing: Part I",
        "Harbour Dues (Relief) Act 1997", "The Ferryman’s Road"}) {
    EXPECT_EQ(TitleKey(TitleKey(title)), TitleKey(title)) << title;
  }
}

TEST(ReadTitle, TakesATitleApart) {
  const TitleForms forms =
      ReadTitle("Policing the Valley: Fair Hearing – Part One (1999)");
  EXPECT_EQ(forms.match, "policing valley fair hearing");
  EXPECT_EQ(forms.main, "policing valley");
  EXPECT_EQ(forms.subtitle, "fair hearing");
  EXPECT_EQ(forms.part, "part 1");
  EXPECT_EQ(forms.year, "1999");
  EXPECT_TRUE(forms.year_in_brackets);
  EXPECT_FALSE(ReadTitle("Annual Report 1999").year_in_brackets);
  EXPECT_TRUE(ReadTitle("Harbour Dues Act 1997").statute);
  EXPECT_TRUE(ReadTitle("Harbour Dues Order 1997").statute);
  EXPECT_FALSE(ReadTitle("Law and Order").statute);
}

TEST(ReadTitle, KnowsASeriesAndItsNumbers) {
  for (const char* phrase :
       {"the Fair Hearing series", "the three Fair Hearing reports",
        "all three Fair Hearing reports"}) {
    EXPECT_TRUE(ReadTitle(phrase).series) << phrase;
    EXPECT_EQ(ReadTitle(phrase).match, "fair hearing") << phrase;
  }
  const TitleForms both = ReadTitle("Fair Hearing I and II");
  EXPECT_EQ(both.numbered, (std::vector<int>{1, 2}));
  EXPECT_EQ(both.main, "fair hearing");
  EXPECT_TRUE(ReadTitle("Annual Report 1999").numbered.empty());
}

TEST(ReadTitle, AnInquiryStandsForItsReport) {
  EXPECT_EQ(ReadTitle("Carrow Lane Inquiry Report").match,
            ReadTitle("the Carrow Lane Inquiry").match);
  EXPECT_EQ(ReadTitle("Report of the Carrow Lane Inquiry").match,
            ReadTitle("Carrow Lane Inquiry").match);
  EXPECT_NE(ReadTitle("Carrow Lane Inquiry: Interim Report").match,
            ReadTitle("Carrow Lane Inquiry").match);
}

TEST(Slug, IsReadableAndNeverSharedByTwoKeys) {
  EXPECT_EQ(Slug("w-", "policing the valley"), "w-policing-the-valley");
  const std::string long_key(200, 'x');
  EXPECT_NE(Slug("w-", long_key), Slug("w-", long_key + "y"));
  EXPECT_NE(Slug("w-", "caf\xC3\xA9"), Slug("w-", "caf\xC3\xA8"));
  EXPECT_NE(Slug("w-", "caf"), Slug("w-", "caf\xC3\xA8"));
  EXPECT_NE(Slug("w-", ""), "w-");
}

}  // namespace
}  // namespace concord::crossref
