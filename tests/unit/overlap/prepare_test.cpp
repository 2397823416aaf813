// What is read from one text: its core, its acts, who is asked.

#include <gtest/gtest.h>

#include "overlap/common_words.h"
#include "overlap/prepared.h"
#include "overlap/stemmer.h"
#include "overlap/verbs.h"
#include "overlap/vocabulary.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

Prepared Read(const std::string& text) {
  static const Vocabulary vocabulary;
  return Prepare(Make("r1.1", "r1", text), vocabulary.MakeLexicon());
}

TEST(Stemmer, JoinsTheFormsOfAWordAndKeepsOfficersFromOffices) {
  EXPECT_EQ(Stem("assessments"), Stem("assess"));
  EXPECT_EQ(Stem("told"), Stem("tell"));
  EXPECT_NE(Stem("officers"), Stem("offices"));
  EXPECT_NE(Stem("authority"), Stem("author"));
}

struct CoreCase {
  const char* text;
  const char* core;
};

TEST(CoreOf, TakesOffWhatEveryRecommendationIsDressedIn) {
  const CoreCase cases[] = {
      {"Recommendation 4: The Board should publish its accounts.",
       "The Board should publish its accounts"},
      {"(b) that stables be inspected; and", "stables be inspected"},
      {"I therefore recommend that a ferry be hired.", "a ferry be hired"},
      {"It is recommended that the kennels be moved.", "the kennels be moved"},
      {"Members are asked to note the report.", "note the report"},
      {"That members agree the lease.", "members agree the lease"},
      {"Thatched roofs should be insured.", "Thatched roofs should be insured"},
  };
  for (const CoreCase& c : cases) {
    const std::string text = c.text;
    EXPECT_EQ(Slice(text, CoreOf(text, nullptr)), c.core) << c.text;
  }
}

TEST(CoreOf, NamesWhoTheLeadInAsks) {
  std::string asked;
  CoreOf("The Board is invited to approve the lease.", &asked);
  EXPECT_EQ(asked, "The Board");
}

struct ActCase {
  const char* text;
  const char* verb;  // "" = no act
  bool negative;
  bool routine;
};

TEST(ReadActs, FindsVerbModalityAndRoutine) {
  const ActCase cases[] = {
      {"The harbour unit should publish tide tables.", "publish", false, false},
      {"The harbour unit should no longer publish tide tables.", "publish",
       true, false},
      {"The harbour unit must not publish tide tables.", "publish", true,
       false},
      {"The harbour unit should cease to publish tide tables.", "publish", true,
       false},
      {"The harbour unit should stop publishing tide tables.", "publish", true,
       false},
      {"No officer should carry a lamp.", "carry", true, false},
      {"Tide tables should be reviewed every year.", "review", false, false},
      {"That tide tables be reviewed.", "review", false, false},
      {"That the harbour unit publish tide tables.", "publish", false, false},
      {"Publish tide tables", "publish", false, false},
      {"To publish tide tables", "publish", false, false},
      {"Forces should, with the Coastguard and by 1 May, plan joint drills.",
       "plan", false, false},
      {"The unit should, not later than 1 May, publish tide tables.", "publish",
       false, false},
      {"Members are asked to note the report.", "note", false, true},
      {"That the Committee receive the report.", "receive", false, true},
      {"That the Authority receive every quarter a statement of the harbour "
       "dues.",
       "receive", false, false},
      {"Officers who will be on duty.", "", false, false},
  };
  for (const ActCase& c : cases) {
    const Prepared prepared = Read(c.text);
    if (*c.verb == '\0') {
      EXPECT_TRUE(prepared.acts.empty()) << c.text;
      continue;
    }
    ASSERT_FALSE(prepared.acts.empty()) << c.text;
    EXPECT_EQ(prepared.acts[0].verb, Stem(c.verb)) << c.text;
    EXPECT_EQ(prepared.acts[0].negative, c.negative) << c.text;
    EXPECT_EQ(prepared.acts[0].routine, c.routine) << c.text;
  }
}

struct PartyCase {
  const char* text;
  PartyKind kind;
  bool is_class;
};

TEST(ReadParties, KnowsWhoCanAct) {
  const PartyCase cases[] = {
      {"The Northmarch Constabulary should hire a ferry.", PartyKind::kForce,
       false},
      {"Every chief constable should hire a ferry.", PartyKind::kForce, true},
      {"Police authorities should hire a ferry.", PartyKind::kAuthority, true},
      {"The Court Service should hire a ferry.", PartyKind::kOutside, false},
      {"The Head of Training should hire a ferry.", PartyKind::kInner, false},
      {"A ferry should be hired by the Court Service.", PartyKind::kOutside,
       false},
  };
  for (const PartyCase& c : cases) {
    const Prepared prepared = Read(c.text);
    ASSERT_EQ(prepared.parties.size(), 1u) << c.text;
    EXPECT_EQ(prepared.parties[0].kind, c.kind) << c.text;
    EXPECT_EQ(prepared.parties[0].is_class, c.is_class) << c.text;
  }
  EXPECT_TRUE(Read("Money for the ferry should be found.").parties.empty());
}

TEST(ReadParties, SetsTheirWordsAside) {
  const Prepared prepared = Read("The Court Service should hire a ferry.");
  for (const Token& token : prepared.tokens) {
    const bool name = token.word == "court" || token.word == "service";
    EXPECT_EQ(token.set_aside, name || token.word == "the") << token.word;
  }
}

TEST(ReadDetails, KeepsNumbersRhythmsAndActsButNoDates) {
  const Prepared prepared = Read(
      "The unit should, by 31 March 2002, train twelve divers quarterly under "
      "the Harbour Pilots (Training) Act 1996 as recommendation 61 says.");
  EXPECT_EQ(prepared.numbers.count("12"), 1u);
  EXPECT_EQ(prepared.numbers.count("31"), 0u);
  EXPECT_EQ(prepared.rhythms.count("quarterly"), 1u);
  EXPECT_EQ(prepared.cited.count("61"), 1u);
  EXPECT_EQ(prepared.cited.count(
                crossref::TitleKey("Harbour Pilots Training Act 1996")),
            1u);
}

TEST(VerbTable, OppositesAreMutualAndNoVerbOpposesItself) {
  for (int a = 0; a < 60; ++a) {
    for (int b = 0; b < 60; ++b) {
      const auto x = static_cast<std::uint8_t>(a);
      const auto y = static_cast<std::uint8_t>(b);
      EXPECT_EQ(AreOpposite(x, y), AreOpposite(y, x));
      if (a == b) {
        EXPECT_FALSE(AreOpposite(x, y));
      }
    }
  }
  EXPECT_TRUE(
      AreOpposite(VerbClass(Stem("establish")), VerbClass(Stem("abolish"))));
  EXPECT_EQ(VerbClass(Stem("publish")), VerbClass(Stem("issue")));
}

TEST(PriorShare, IsSmallestForUnlistedWords) {
  EXPECT_LT(PriorShare(Stem("ferry")), PriorShare(Stem("strategy")));
  EXPECT_LT(PriorShare(Stem("strategy")), PriorShare(Stem("report")));
}

}  // namespace
}  // namespace concord::overlap
