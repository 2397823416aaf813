// Pairs of invented recommendations and what one is to the other.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "concord/overlap/overlap.h"
#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

struct PairCase {
  const char* why;
  const char* a;
  const char* b;
  Relation relation;
};

const PairCase kPairs[] = {
    {"the same words", "The harbour unit should inspect every mooring chain.",
     "The harbour unit should inspect every mooring chain.",
     Relation::kIdentical},
    {"the same words behind another lead-in",
     "Recommendation 7: The harbour unit should inspect every mooring chain.",
     "It is recommended that the harbour unit should inspect every mooring "
     "chain",
     Relation::kIdentical},
    {"the passive of it",
     "Forces should inspect every mooring chain before the winter gales.",
     "Every mooring chain should be inspected before the winter gales.",
     Relation::kRestates},
    {"a shortened repetition",
     "The unit should issue waterproof notebooks to all dog handlers and "
     "marine patrols without charge.",
     "Waterproof notebooks should be issued to dog handlers and marine "
     "patrols.",
     Relation::kRestates},
    {"one force of many",
     "The Northmarch Constabulary should issue waterproof notebooks to all dog "
     "handlers.",
     "Forces should issue waterproof notebooks to all dog handlers.",
     Relation::kNarrower},
    {"many forces, of which one",
     "Every chief constable should issue waterproof notebooks to dog handlers.",
     "The Chief Constable should issue waterproof notebooks to dog handlers.",
     Relation::kWider},
    {"half of what the other asks",
     "Vet the contractors who hold keys to the boathouse",
     "Cleaners, caterers, volunteers and contractors who hold keys to the "
     "boathouse, the magazine or the lantern room, and drivers of hired "
     "lorries, should be vetted to the standard of permanent staff.",
     Relation::kNarrower},
    {"the same matter, another request",
     "The unit should publish an annual survey of anglers and yachtsmen by "
     "parish.",
     "The unit should extend its annual survey of anglers to ferry passengers "
     "whether or not they landed.",
     Relation::kOverlaps},
    {"the same but for the number",
     "The unit should increase the number of harbour pilots to sixty.",
     "The unit should increase the number of harbour pilots to forty.",
     Relation::kOverlaps},
    {"ruled out of a part of it",
     "The lantern for smugglers at sea should be lit by trained volunteers, "
     "and no longer by constables.",
     "The lantern should be lit by constables and by no one else.",
     Relation::kContradicts},
    {"negated",
     "The register of salvage divers should be published on the quay.",
     "The register of salvage divers should no longer be published on the "
     "quay.",
     Relation::kContradicts},
    {"cease",
     "The unit should cease to publish the register of salvage divers.",
     "The unit should publish the register of salvage divers.",
     Relation::kContradicts},
    {"opposite verbs over one object",
     "The Authority should establish a lighthouse liaison panel.",
     "The Authority should abolish the lighthouse liaison panel.",
     Relation::kContradicts},
    {"a grant made and discontinued",
     "The Authority should make a grant to the lighthouse liaison panel.",
     "The Authority should discontinue the grant to the lighthouse liaison "
     "panel.",
     Relation::kContradicts},
    {"a grant made and, with words between, discontinued",
     "Make a grant of 9,000 to the lighthouse liaison panel.",
     "Discontinue, with effect from the same day, the grant to the lighthouse "
     "liaison panel.",
     Relation::kContradicts},
    {"a limit of time is no negation",
     "A board naming the harbour pilot to be put up outside every harbour "
     "office not later than 31 May 2002.",
     "A board naming the harbour pilot will be put up outside each of the "
     "harbour offices which still have none.",
     Relation::kRestates},
    {"provided and withdrawn",
     "The unit should provide a helpline for salvage divers.",
     "The unit should withdraw the helpline for salvage divers.",
     Relation::kContradicts},
    {"opposite verbs over two objects",
     "The Authority should abolish the mooring fee.",
     "The Authority should establish a timetable for abolishing the mooring "
     "fee.",
     Relation::kOverlaps},
    {"both say what must not be",
     "Divers should not be named in the register of salvage claims.",
     "No diver should be named in the register of salvage claims.",
     Relation::kRestates},
    {"the same words to another body",
     "The Court Service should commission an annual survey of anglers and "
     "publish it by parish.",
     "Forces should commission an annual survey of anglers and publish it by "
     "parish.",
     Relation::kDistinct},
    {"a routine act, word for word", "Members are asked to note the report.",
     "Members are asked to note the report.", Relation::kDistinct},
    {"noting two papers of one series",
     "That the Committee note the harbour dues monitoring report for October.",
     "That the Committee note the harbour dues monitoring report for "
     "November.",
     Relation::kDistinct},
    {"the same lead words only",
     "The Home Secretary should consider whether pilots should carry lamps.",
     "The Home Secretary should consider whether kennels should be heated.",
     Relation::kDistinct},
    {"nothing in common", "The unit should inspect every mooring chain.",
     "Kennels should be heated from October.", Relation::kDistinct},
    {"no words at all", "", "Kennels should be heated.", Relation::kDistinct},
};

TEST(CompareTexts, NamesTheRelation) {
  const Comparer comparer;
  for (const PairCase& c : kPairs) {
    const Comparison comparison = comparer.CompareTexts(c.a, c.b);
    EXPECT_EQ(Name(comparison.relation), Name(c.relation))
        << c.why << ", weight " << comparison.weight;
  }
}

TEST(CompareTexts, IsSymmetricPartByPart) {
  const Comparer comparer;
  for (const PairCase& c : kPairs) {
    const Comparison ab = comparer.CompareTexts(c.a, c.b);
    const Comparison ba = comparer.CompareTexts(c.b, c.a);
    EXPECT_EQ(ab.relation, Reverse(ba.relation)) << c.why;
    EXPECT_EQ(ab.weight, ba.weight) << c.why;
    ASSERT_EQ(ab.parts.size(), ba.parts.size());
    for (std::size_t i = 0; i < ab.parts.size(); ++i) {
      EXPECT_EQ(ab.parts[i].name, ba.parts[i].name);
      EXPECT_EQ(ab.parts[i].level, ba.parts[i].level) << c.why;
      EXPECT_EQ(ab.parts[i].quote_a, ba.parts[i].quote_b) << c.why;
      EXPECT_EQ(ab.parts[i].quote_b, ba.parts[i].quote_a) << c.why;
    }
  }
}

TEST(CompareTexts, WeightIsTheSumOfItsPartsAndSimilarityRisesWithIt) {
  const Comparer comparer;
  std::vector<std::pair<double, double>> seen;
  for (const PairCase& c : kPairs) {
    const Comparison comparison = comparer.CompareTexts(c.a, c.b);
    double sum = 0;
    for (const Part& part : comparison.parts) sum += part.weight;
    EXPECT_DOUBLE_EQ(comparison.weight, sum);
    EXPECT_DOUBLE_EQ(comparison.similarity, SimilarityOf(comparison.weight));
    seen.emplace_back(comparison.weight, comparison.similarity);
  }
  std::sort(seen.begin(), seen.end());
  EXPECT_TRUE(std::is_sorted(
      seen.begin(), seen.end(),
      [](const auto& x, const auto& y) { return x.second < y.second; }));
}

TEST(CompareTexts, EveryQuoteStandsInItsText) {
  const Comparer comparer;
  for (const PairCase& c : kPairs) {
    for (const Part& part : comparer.CompareTexts(c.a, c.b).parts) {
      EXPECT_NE(std::string(c.a).find(part.quote_a), std::string::npos);
      EXPECT_NE(std::string(c.b).find(part.quote_b), std::string::npos);
    }
  }
}

const Part& PartNamed(const Comparison& comparison, std::string_view name) {
  for (const Part& part : comparison.parts) {
    if (part.name == name) return part;
  }
  static const Part kNone;
  return kNone;
}

TEST(Compare, AnAcronymIsItsWords) {
  crossref::AcronymEntry pilots;
  pilots.short_form = "NHPU";
  pilots.long_form = "Northmarch Harbour Pilotage Unit";
  const std::vector<store::StoredRecommendation> archive = {
      Make("r1.1", "r1", "The NHPU should inspect every mooring chain."),
      Make("r2.1", "r2",
           "The Northmarch Harbour Pilotage Unit should inspect every mooring "
           "chain.")};
  const Comparer with(archive, {pilots});
  const Comparer without(archive, {});
  EXPECT_EQ(PartNamed(with.Compare(archive[0], archive[1]), "addressee").level,
            "same body");
  EXPECT_NE(
      PartNamed(without.Compare(archive[0], archive[1]), "addressee").level,
      "same body");
}

TEST(Compare, AnAcronymWithTwoMeaningsMeansWhatItsReportSays) {
  crossref::AcronymEntry first;
  first.short_form = "PU";
  first.long_form = "Pilotage Unit";
  first.definitions.push_back({ReportId{"r1"}, "", "", {}, ""});
  crossref::AcronymEntry second;
  second.short_form = "PU";
  second.long_form = "Poultry Union";
  second.definitions.push_back({ReportId{"r2"}, "", "", {}, ""});
  const std::vector<store::StoredRecommendation> archive = {
      Make("r1.1", "r1", "Inspect the chains which the PU owns"),
      Make("r2.1", "r2", "Inspect the chains which the PU owns"),
      Make("r3.1", "r3", "Inspect the chains which the Pilotage Unit owns")};
  const Comparer comparer(archive, {first, second});
  EXPECT_GT(comparer.Compare(archive[0], archive[2]).weight,
            comparer.Compare(archive[1], archive[2]).weight);
}

TEST(Compare, DueDatesSupportAndHardlyOppose) {
  auto a = Make("r1.1", "r1", "Inspect every mooring chain in the harbour");
  auto b = Make("r2.1", "r2", "Inspect every mooring chain in the harbour");
  const std::vector archive = {a, b};
  const Comparer comparer(archive, {});
  const auto weigh = [&](const char* x, const char* y) {
    a.item.due = {DueOn("x", x)};
    b.item.due = {DueOn("y", y)};
    return PartNamed(comparer.Compare(a, b), "due").weight;
  };
  EXPECT_GE(weigh("../2002-03", "../2002-03"), weigh("../2002-03", "2002-02"));
  EXPECT_GT(weigh("../2002-03", "2002-02"), 0);
  EXPECT_LE(weigh("2002-03", "2003-03"), 0);
  EXPECT_GT(weigh("2002-03", "2003-03"), -1);
  EXPECT_EQ(weigh("", "2003-03"), 0);
}

TEST(Compare, TheSameRecommendationOfTheSameWorkIsKnownByItsNumber) {
  auto a = Make("r1.1", "r1", "Inspect every mooring chain");
  auto b = Make("r2.1", "r2", "Chains to be looked at");
  const std::vector archive = {a, b};
  const Comparer comparer(archive, {});
  a.item.made_by = b.item.made_by = "Safe Moorings";
  a.item.label = "12";
  b.item.label = "13";
  const double apart = comparer.Compare(a, b).weight;
  b.item.label = "12";
  EXPECT_GT(comparer.Compare(a, b).weight, apart + 5);
}

TEST(Compare, TellsRatifyingOneThingFromRatifyingAnother) {
  const Comparer comparer;
  const Comparison comparison = comparer.CompareTexts(
      "Ratify the Skerry Convention", "Ratify the Fathom Convention");
  EXPECT_EQ(Name(comparison.relation), "distinct") << comparison.weight;
}

TEST(Compare, TheSameWordsToTwoStatesAreTwoRequests) {
  auto a = Make("r1.1", "r1", "Publish the register of salvage divers");
  auto b = Make("r2.1", "r2", "Publish the register of salvage divers");
  a.item.addressee = "Norway";
  b.item.addressee = "Panama";
  const auto relation = [&] {
    const std::vector archive = {a, b};
    return Comparer(archive, {}).Compare(a, b).relation;
  };
  EXPECT_EQ(relation(), Relation::kDistinct);
  b.item.addressee = "the Kingdom of Norway";
  EXPECT_EQ(relation(), Relation::kIdentical);
}

struct FirmnessCase {
  const char* a;
  const char* b;
  const char* level;
  const char* quote_a;
};

constexpr FirmnessCase kFirmness[] = {
    {"The unit should publish the register of divers.",
     "The unit should publish its register of divers.", "same verb",
     "should publish"},
    {"The unit must publish the register of divers.",
     "The unit should publish its register of divers.",
     "same verb, one is binding", "must publish"},
    {"The unit may publish the register of divers.",
     "The unit should publish its register of divers.",
     "same verb, asked less firmly", "may publish"},
    {"The unit should consider publishing the register of divers.",
     "The unit must publish its register of divers.",
     "same verb, asked less firmly", "should consider publishing"},
    {"The unit should consider whether to publish the register of divers.",
     "The unit should publish its register of divers.",
     "same verb, asked less firmly", "should consider whether to publish"},
    {"The unit may publish the register of divers.",
     "The unit should consider publishing its register of divers.", "same verb",
     "may publish"},
    // What may not be done is forbidden as firmly as what must not.
    {"The unit may not publish the register of divers.",
     "The unit must not publish its register of divers.", "same verb",
     "may not publish"},
    {"The unit may sell the register of divers.",
     "The unit should publish its register of divers.",
     "verbs that cannot be compared", "may sell"},
};

TEST(Compare, TellsHowFirmlyAnActIsAskedFor) {
  const Comparer comparer;
  for (const FirmnessCase& c : kFirmness) {
    const Part action = PartNamed(comparer.CompareTexts(c.a, c.b), "action");
    EXPECT_EQ(action.level, c.level) << c.a << " / " << c.b;
    EXPECT_EQ(action.quote_a, c.quote_a);
  }
  const auto weight = [](const char* text) {
    const std::vector archive = {
        Make("r1.1", "r1", "The unit should publish the register of divers."),
        Make("r2.1", "r2", text)};
    return PartNamed(Comparer(archive, {}).Compare(archive[0], archive[1]),
                     "action")
        .weight;
  };
  EXPECT_LT(weight("The unit may publish the register of divers."),
            weight("The unit must publish the register of divers."));
}

struct PostCase {
  const char* a;
  const char* b;
  const char* level;
};

constexpr PostCase kPosts[] = {
    {"Delegate authority to the Director of Harbours, in consultation with the "
     "Leader, to sign the leases.",
     "To DELEGATE authority to the Director of Adult Lighthouses in "
     "consultation with the Leader to sign the leases.",
     "another post"},
    {"Delegate authority to the Director of Harbours, in consultation with the "
     "Head of Leases, to sign the leases.",
     "Authority was delegated to the Corporate Director of Harbours to sign "
     "the leases.",
     "same body"},
    {"The Head of Training should order lamps.",
     "The Head of Stores should order lamps.", "another post"},
    // A plan names the officer of the unit that a recommendation names.
    {"The Head of Training should order lamps.",
     "The Pilotage Unit should order lamps.", "may be within the body"},
    {"Heads of Training should order lamps.",
     "The Head of Stores should order lamps.", "may be within the body"},
};

TEST(Compare, TellsTwoPostsOfOneRankApart) {
  for (const PostCase& c : kPosts) {
    const std::vector archive = {Make("r1.1", "r1", c.a),
                                 Make("r2.1", "r2", c.b)};
    const Comparison comparison =
        Comparer(archive, {}).Compare(archive[0], archive[1]);
    EXPECT_EQ(PartNamed(comparison, "addressee").level, c.level) << c.b;
    if (std::string_view(c.level) == "another post") {
      EXPECT_EQ(comparison.relation, Relation::kDistinct);
    }
  }
}

// In two small files no word is rare by its count.
TEST(Compare, SeesOppositesInAnArchiveOfTwoSmallFiles) {
  const std::vector archive = {
      Make("r1.1", "r1", "The unit should publish the register of divers."),
      Make("r1.2", "r1", "Kennels should be heated from October."),
      Make("r2.1", "r2", "The unit should not publish the register of divers."),
      Make("r2.2", "r2", "Lamps should be painted white each spring.")};
  const Comparer comparer(archive, {});
  const auto links = FindLinks(archive, comparer, {});
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(Name(links[0].comparison.relation), "contradicts");
  EXPECT_EQ(PartNamed(links[0].comparison, "action").level, "opposite act");
}

struct InstrumentCase {
  const char* why;
  const char* a;
  const char* b;
  bool another;
};

constexpr InstrumentCase kInstruments[] = {
    {"two conventions", "Ratify the Convention on Safe Moorings",
     "Ratify the Convention on the Rights of Divers", true},
    {"one with more of its name", "Ratify the Convention on Safe Moorings",
     "Accede to the International Convention on Safe Moorings and Quays",
     false},
    {"a convention and its protocol", "Ratify the Convention on Safe Moorings",
     "Ratify the Optional Protocol to the Convention on Safe Moorings", true},
    {"a short form", "Ratify the CSM", "Ratify the Convention on Safe Moorings",
     false},
    {"the short form of another", "Ratify the CPD",
     "Ratify the Convention on Safe Moorings", true},
    {"one of a list", "Ratify the CPD and the OP-CSM",
     "Ratify the Optional Protocol to the Convention on Safe Moorings", false},
    {"the second of two protocols",
     "Ratify the Second Optional Protocol to the Covenant on Tides",
     "Ratify the Optional Protocol to the Covenant on Tides", true},
    {"a number for the word",
     "Ratify the 2nd Optional Protocol to the Covenant on Tides",
     "Ratify the Second Optional Protocol to the Covenant on Tides", false},
    {"capitals that are no instruments", "The CSM should train the RNLI",
     "Ratify the Convention on Tides", false},
};

TEST(Compare, TellsInstrumentsApart) {
  const Comparer comparer;
  for (const InstrumentCase& c : kInstruments) {
    const Comparison comparison = comparer.CompareTexts(c.a, c.b);
    const auto work =
        std::find_if(comparison.parts.begin(), comparison.parts.end(),
                     [](const Part& part) { return part.name == "work"; });
    ASSERT_NE(work, comparison.parts.end());
    EXPECT_EQ(work->level == "another convention or protocol", c.another)
        << c.why << ": " << work->level;
  }
}

TEST(Relation, NamesAndReversesAreTheOnesTheContractLists) {
  const Relation all[] = {Relation::kIdentical, Relation::kRestates,
                          Relation::kNarrower,  Relation::kWider,
                          Relation::kOverlaps,  Relation::kContradicts,
                          Relation::kDistinct};
  std::string names;
  for (const Relation relation : all) {
    names += std::string(Name(relation)) + " ";
    EXPECT_EQ(Reverse(Reverse(relation)), relation);
  }
  EXPECT_EQ(names,
            "identical restates narrower wider overlaps contradicts distinct ");
  EXPECT_EQ(Reverse(Relation::kNarrower), Relation::kWider);
}

TEST(InWords, LetsOnlyALaterReportRestateAnEarlierOne) {
  const auto read = [](Relation relation, const char* a, const char* b) {
    extraction::DateMention date_a;
    extraction::DateMention date_b;
    date_a.edtf = a;
    date_b.edtf = b;
    return std::string(InWords(relation, date_a, date_b));
  };
  EXPECT_EQ(read(Relation::kRestates, "2004-03", "2003"), "restates");
  EXPECT_EQ(read(Relation::kRestates, "2003", "2004-03"), "restated in");
  // One may lie within the other, is the same day, or is not known.
  EXPECT_EQ(read(Relation::kRestates, "2004-03", "2004"), "asks the same as");
  EXPECT_EQ(read(Relation::kRestates, "2004-03-02", "2004-03-02"),
            "asks the same as");
  EXPECT_EQ(read(Relation::kRestates, "", "2004"), "asks the same as");
  EXPECT_EQ(read(Relation::kIdentical, "2003", "2004"), "identical");
  EXPECT_EQ(read(Relation::kNarrower, "2003", "2004"), "narrower");
}

}  // namespace
}  // namespace concord::overlap
