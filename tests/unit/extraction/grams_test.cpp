// Looking letters up before an expression is tried changes nothing of what is
// found. The oracle is the same expression on a copy of the text, which nobody
// looks up.

#include "extraction/grams.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "extraction/needed_letters.h"
#include "extraction/needed_strings.h"
#include "extraction/rules.h"

namespace concord::extraction {
namespace {

// Expressions of the kinds that rules use: cases folded and not, choices,
// classes, optional parts, letters beyond ASCII, nothing that is needed.
constexpr std::array kExpressions = {
    R"(\brecommend(?:s|ed|ation)?\b)",
    R"((?i)\bthe (?:committee|board) should\b)",
    R"((?i)\b(?:by|before|not later than) (\d{1,2}) (march|april)\b)",
    R"((?i)skills and kits)",
    R"(^\s*(\d+)[.)]\s+)",
    R"([A-Z]{3,})",
    R"((?i)résumé|café)",
    R"((?i)(?:that|which) (?:.*) be noted)",
    R"((?:Head|Chief) of (?:Training|the Unit))",
    R"((?i)sh(?:all|ould)? not)",
    R"(\p{Lu}\p{L}+ Plan)",
    R"((?i)agree[ds]?\s*$)",
    R"(x*)",
    R"((?i)the(?:\s+\p{L}+){0,2}\s+board|(?:hea|chie)[df] of)",
    R"((?:not? )?(?:later|before|by)[ ,]+(?:1[0-9]|[3-9]) (?i:mar|apr))",
    R"((?i)(?:s[hk]ould|shall) (?:not)?|ki[t-z]s)",
    R"((?:that|which)[^.]{0,9}be not[ei]d?)",
};

constexpr std::array kPieces = {
    "recommended",
    "Recommends ",
    "the Committee",
    "THE BOARD",
    " should ",
    "not later than",
    " by ",
    "before",
    "12 March",
    "3 april",
    "\n",
    "SKILLS and KITS",
    "\xC5\xBFkills and \xE2\x84\xAAits",
    "7. ",
    "4) ",
    "CAFÉ",
    "résumé",
    "Résumé",
    "that it",
    " be noted",
    "Head of Training",
    "Chief of the Unit",
    "Shall not",
    "should not",
    "Local Plan",
    "agreed",
    " ",
    ", ",
    "é",
    "ABC",
    "ab",
};

std::string RandomText(std::mt19937* random) {
  std::string text;
  const std::size_t pieces = (*random)() % 24;
  for (std::size_t i = 0; i < pieces; ++i) {
    text += kPieces[(*random)() % kPieces.size()];
    if ((*random)() % 2 == 0) text += ' ';
  }
  return text;
}

TEST(Grams, ChangeNothingOfWhatIsFound) {
  std::mt19937 random(5);
  std::vector<std::unique_ptr<Pattern>> patterns;
  for (const char* expression : kExpressions) {
    patterns.push_back(std::make_unique<Pattern>(expression));
  }
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = RandomText(&random);
    const std::string copy = text;
    const GramsInUse grams(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::uint32_t begin = size == 0 ? 0 : random() % size;
    const TextSpan within{begin, begin + static_cast<std::uint32_t>(
                                             random() % (size - begin + 1))};
    for (const auto& pattern : patterns) {
      const auto looked_up = pattern->Search(text, within);
      ASSERT_EQ(looked_up, pattern->Search(copy, within)) << text;
      ASSERT_EQ(pattern->SearchAll(text, within),
                pattern->SearchAll(copy, within))
          << text;
      ASSERT_EQ(pattern->Matches(Slice(text, within)),
                pattern->Matches(Slice(copy, within)))
          << text;
      found += looked_up.has_value();
    }
  }
  EXPECT_GT(found, 3000u);  // the texts are such that there is much to find
}

struct Needed {
  const char* expression;
  const char* text;
  bool may_match;
};

TEST(NeededLetters, SayWhereAnExpressionCannotMatch) {
  constexpr std::array<Needed, 13> kCases = {{
      {"recommend", "we RECOMMEND it", true},  // case is not looked at
      {"recommend", "we commend it", false},
      {"(?i)skills", "his Skills", true},
      {"(?i)skills", "his kills", false},
      {"the (?:board|committee)", "the committee", true},
      {"the (?:board|committee)", "the cabinet", false},
      {"the (?:board|committee)", "a board", false},
      {"a|committee", "nothing of it", true},  // one letter is too short
      {"(?:board|committee)?", "", true},
      {"[0-9]+", "none", true},
      {"naïve plan", "a naive plan", true},  // ï is not looked up
      {"naïve plan", "a naive pan", false},
      {"(?i)ÉTUDES", "des études", true},
  }};
  for (const Needed& one : kCases) {
    const NeededLetters needed(one.expression);
    const std::string text = one.text;
    const Grams grams(text);
    EXPECT_EQ(needed.In(grams).MayMatch(WholeOf(text)), one.may_match)
        << one.expression << " in " << one.text;
  }
}

TEST(NeededLetters, AreLookedUpWithinTheSpanOnly) {
  const std::string text = "agreed, then Noted";
  const Grams grams(text);
  const NeededPlaces places = NeededLetters("(?i)noted").In(grams);
  EXPECT_TRUE(places.MayMatch({0, 18}));
  EXPECT_TRUE(places.MayMatch({13, 18}));
  EXPECT_FALSE(places.MayMatch({14, 18}));
  EXPECT_FALSE(places.MayMatch({0, 13}));
  EXPECT_FALSE(places.MayMatch({3, 3}));
}

TEST(Grams, FindTheirStringsWhateverTheirCase) {
  const std::string text = "No, not now. NOT HERE, nor there; a knot";
  const Grams grams(text);
  const auto places_of = [&](std::string_view letters, std::size_t most) {
    std::vector<std::uint32_t> places;
    grams.AddPlacesOf(letters, most, &places);
    return places;
  };
  EXPECT_EQ(places_of("not", 9), (std::vector<std::uint32_t>{4, 13, 37}));
  EXPECT_EQ(places_of("not here", 9), (std::vector<std::uint32_t>{13}));
  EXPECT_EQ(places_of("knots", 9), (std::vector<std::uint32_t>{}));
  EXPECT_EQ(places_of("not", 1).size(), 2u);
}

struct Strings {
  const char* expression;
  std::vector<std::vector<std::string>> sets;
};

TEST(NeededStrings, AreThoseThatEveryMatchHolds) {
  const std::vector<Strings> kCases = {
      {"Recommends?", {{"recommend"}}},
      {"(?i:the (board|committee)) shall",
       {{"the board shall", "the committee shall"}}},
      {"\\bthe\\s+board\\b", {{"board"}, {"the"}}},
      {"(?:agreed|noted) (?:to )?x",
       {{"agreed to x", "agreed x", "noted to x", "noted x"}}},
      {"(?:\\d+ days|a week)", {{" days", "a week"}}},
      {"(?:\\d+|a week)", {}},
      {"to[nm]ight", {{"tomight", "tonight"}}},
      {"to[a-z]ight", {{"ight"}}},
      {"to[^m]ight", {{"ight"}}},
      {"(?:ask)*ed for", {{"ed for"}}},
      {"(?:ask){0,2}ed for", {{"ed for"}}},
      {"(?:asked){2} for", {{"asked"}, {" for"}}},
      {"caf\u00e9s (?P<name>open)", {{"s open"}}},
      {"colou?r", {{"color", "colour"}}},
      {"a{b}c", {{"a{b}c"}}},
      {"\\(s\\) [.]net", {{"(s) .net"}}},
      {"\\Qthe board\\E", {}},  // syntax that is not known
      {"\u017Fhall", {}},
      {"", {}},
  };
  for (const Strings& one : kCases) {
    EXPECT_EQ(NeededStrings(one.expression), one.sets) << one.expression;
  }
}

TEST(Grams, KnowPiecesOfTheTextAndNoCopies) {
  const std::string text = "That the report be noted.";
  const std::string copy = text;
  EXPECT_EQ(GramsInUse::For(text), nullptr);
  const GramsInUse grams(text);
  const std::string_view piece = std::string_view(text).substr(5, 3);
  ASSERT_NE(GramsInUse::For(piece), nullptr);
  EXPECT_EQ(GramsInUse::For(piece)->grams().OffsetOf(piece), 5u);
  EXPECT_EQ(GramsInUse::For(copy), nullptr);
  {
    const GramsInUse inner(copy);
    EXPECT_NE(GramsInUse::For(copy), nullptr);
    EXPECT_NE(GramsInUse::For(copy), GramsInUse::For(text));
    const GramsInUse again(text);
    EXPECT_NE(GramsInUse::For(text), &again);
  }
  EXPECT_EQ(GramsInUse::For(copy), nullptr);
  EXPECT_NE(GramsInUse::For(text), nullptr);
}

TEST(Grams, LeaveTextsWithTheLongSAlone) {
  const std::string text = "the Committee \xC5\xBFhould";
  const GramsInUse grams(text);
  EXPECT_EQ(GramsInUse::For(text), nullptr);
}

}  // namespace
}  // namespace concord::extraction
