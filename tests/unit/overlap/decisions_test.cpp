// What people decided against what would be proposed.

#include "concord/overlap/decisions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "overlap_fixture.h"

namespace concord::overlap {
namespace {

PairDecision Decided(const char* a, const char* b, Verdict verdict,
                     std::int64_t act = 1) {
  PairDecision decision;
  decision.a.value = a;
  decision.b.value = b;
  decision.verdict = verdict;
  decision.by = {act, "J. Fenwick", "2006-03-01T09:00:00Z", "read both"};
  return decision;
}

Decisions Of(std::vector<PairDecision> pairs) {
  Decisions decisions;
  decisions.pairs = std::move(pairs);
  return decisions;
}

Link LinkOf(const char* a, const char* b, double weight,
            Relation relation = Relation::kRestates) {
  Link link;
  link.a.value = a;
  link.b.value = b;
  link.comparison.weight = weight;
  link.comparison.relation = relation;
  return link;
}

std::vector<store::StoredRecommendation> Named(
    std::initializer_list<const char*> ids) {
  std::vector<store::StoredRecommendation> archive;
  for (const char* id : ids) archive.push_back(Make(id, id, ""));
  return archive;
}

// "a b | c d": the groups' members, a star before the representative.
std::string Told(const std::vector<Group>& groups) {
  std::string told;
  for (const Group& group : groups) {
    if (!told.empty()) told += " | ";
    for (const RecommendationId& member : group.members) {
      if (member != group.members.front()) told += " ";
      told += (member == group.representative ? "*" : "") + member.value;
    }
  }
  return told;
}

TEST(Decisions, OfTwoOnOnePairTheLaterCountsInEitherOrder) {
  const auto standing = Standing(Of({Decided("b", "a", Verdict::kSame, 1),
                                     Decided("c", "d", Verdict::kUnsure, 2),
                                     Decided("a", "b", Verdict::kDifferent, 3),
                                     Decided("e", "e", Verdict::kSame, 4)}));
  ASSERT_EQ(standing.size(), 2u);
  EXPECT_EQ(standing[0].a.value, "a");
  EXPECT_EQ(standing[0].verdict, Verdict::kDifferent);
  EXPECT_EQ(standing[1].verdict, Verdict::kUnsure);
}

TEST(Decisions, OfFieldsHoldForTheGroupThatTheMemberStandsIn) {
  const auto chosen = [](Field field, const char* id, std::int64_t act) {
    return WordingDecision{field, RecommendationId{id}, {act, "J. F.", "", ""}};
  };
  Decisions decisions;
  decisions.wordings = {
      chosen(Field::kDue, "a", 1), chosen(Field::kText, "b", 2),
      chosen(Field::kDue, "b", 3), chosen(Field::kOwner, "z", 4)};
  const auto told = [&](const std::vector<RecommendationId>& members) {
    std::string words;
    for (const WordingDecision& one : WordingOf(decisions, members)) {
      words += std::string(Name(one.field)) + "=" + one.id.value + " ";
    }
    return words;
  };
  EXPECT_EQ(told({{"a"}, {"b"}}), "text=b due=b ") << "the later counts";
  EXPECT_EQ(told({{"a"}, {"c"}}), "due=a ");
  EXPECT_EQ(told({{"a"}}), "") << "it stands for nobody else";
  for (const char* name : {"text", "addressee", "owner", "due"}) {
    EXPECT_EQ(Name(ReadField(name).value()), name);
  }
  EXPECT_FALSE(ReadField("heading"));
}

TEST(Decisions, GroupWhatWouldNotBeGrouped) {
  const auto archive = Named({"a", "b", "c", "d"});
  const std::vector<Link> links = {LinkOf("c", "d", 5)};
  struct Case {
    std::vector<PairDecision> pairs;
    const char* groups;
  };
  const Case cases[] = {
      {{}, "*c d"},
      {{Decided("a", "b", Verdict::kSame)}, "*a b | *c d"},
      {{Decided("c", "d", Verdict::kDifferent)}, ""},
      {{Decided("c", "d", Verdict::kUnsure)}, ""},
      // What is the same as one member is of its group.
      {{Decided("b", "d", Verdict::kSame)}, "*b c d"},
      {{Decided("a", "b", Verdict::kSame), Decided("b", "c", Verdict::kSame)},
       "*a b c d"},
      // A refusal of one holds for all it is the same as.
      {{Decided("a", "c", Verdict::kSame),
        Decided("a", "d", Verdict::kDifferent)},
       "*a c"},
      {{Decided("a", "z", Verdict::kSame)}, "*c d"},
  };
  for (const Case& one : cases) {
    const Decisions decisions = Of(one.pairs);
    const Comparer comparer(archive, {});
    auto decided = WithDecisions(links, archive, comparer, decisions);
    EXPECT_EQ(Told(GroupLinks(archive, decided, decisions)), one.groups);
  }
}

TEST(Decisions, KeepARefusedPairApartThroughAThird) {
  const auto archive = Named({"a", "b", "c"});
  const std::vector<Link> links = {LinkOf("a", "b", 9), LinkOf("b", "c", 8),
                                   LinkOf("a", "c", 2)};
  const Comparer comparer(archive, {});
  EXPECT_EQ(Told(GroupLinks(archive, links, {})), "a *b c");
  const Decisions decisions = Of({Decided("a", "c", Verdict::kDifferent)});
  const auto decided = WithDecisions(links, archive, comparer, decisions);
  EXPECT_EQ(decided.size(), 2u);
  EXPECT_EQ(Told(GroupLinks(archive, decided, decisions)), "a *b");
}

TEST(Decisions, ChooseWhoSpeaksForAGroup) {
  const auto archive = Named({"a", "b", "c"});
  const std::vector<Link> links = {LinkOf("a", "b", 9), LinkOf("b", "c", 8)};
  Decisions decisions;
  decisions.representatives.push_back(
      {{"c"}, {4, "J. Fenwick", "2006-03-01T09:00:00Z", "the full wording"}});
  decisions.representatives.push_back({{"z"}, {}});
  const auto groups = GroupLinks(archive, links, decisions);
  EXPECT_EQ(Told(groups), "a b *c");
  EXPECT_EQ(groups[0].why_representative,
            "chosen by J. Fenwick, 2006-03-01T09:00:00Z: the full wording");
  EXPECT_EQ(groups[0].id, GroupIdOf({{"c"}, {"a"}, {"b"}}));
}

TEST(Decisions, MarkLinksAndAddThoseNobodyProposed) {
  const std::vector<store::StoredRecommendation> archive = {
      Make("r1.1", "r1", "Inspect every mooring chain before the gales."),
      Make("r2.1", "r2", "Every mooring chain should be inspected."),
      Make("r3.1", "r3", "Kennels should be heated from October."),
      Make("r3.2", "r3", "Publish the ferry timetable."),
  };
  const Comparer comparer(archive, {});
  const auto links = FindLinks(archive, comparer, {});
  ASSERT_EQ(links.size(), 1u);
  const auto decided =
      WithDecisions(links, archive, comparer,
                    Of({Decided("r2.1", "r1.1", Verdict::kUnsure),
                        Decided("r1.1", "r3.1", Verdict::kSame),
                        Decided("r1.1", "r3.2", Verdict::kDifferent)}));
  ASSERT_EQ(decided.size(), 2u);
  EXPECT_EQ(decided[0].comparison.relation, links[0].comparison.relation);
  EXPECT_EQ(decided[0].comparison.parts.back().name, "decision");
  EXPECT_EQ(decided[0].comparison.parts.back().level,
            "unsure: J. Fenwick, 2006-03-01T09:00:00Z: read both");
  EXPECT_EQ(decided[1].comparison.relation, Relation::kRestates);
  for (const Link& link : decided) {
    double sum = 0;
    for (const Part& part : link.comparison.parts) sum += part.weight;
    EXPECT_DOUBLE_EQ(sum, link.comparison.weight);
  }
}

TEST(Decisions, SayWhatStandsAgainstThem) {
  const Decisions decisions = Of({Decided("a", "b", Verdict::kSame, 1),
                                  Decided("b", "c", Verdict::kSame, 2),
                                  Decided("c", "d", Verdict::kDifferent, 3)});
  struct Case {
    PairDecision wanted;
    std::int64_t act;  // 0: nothing is in the way
  };
  const Case cases[] = {
      {Decided("a", "d", Verdict::kSame), 3},
      {Decided("a", "c", Verdict::kDifferent), 1},
      {Decided("a", "e", Verdict::kSame), 0},
      {Decided("a", "d", Verdict::kDifferent), 0},
      {Decided("a", "d", Verdict::kUnsure), 0},
      {Decided("c", "d", Verdict::kSame), 0},  // instead of act 3
      {Decided("a", "b", Verdict::kDifferent), 0},
  };
  for (const Case& one : cases) {
    const auto against = Against(decisions, {one.wanted});
    EXPECT_EQ(against ? against->by.act : 0, one.act)
        << one.wanted.a.value << one.wanted.b.value;
  }
  EXPECT_TRUE(Against(
      {}, {Decided("x", "y", Verdict::kSame), Decided("y", "z", Verdict::kSame),
           Decided("x", "z", Verdict::kDifferent)}));
}

TEST(Decisions, GroupTheSameInAnyOrderOfLinksAndRecommendations) {
  std::mt19937 random(17);
  std::vector<store::StoredRecommendation> archive;
  for (int i = 0; i < 24; ++i) {
    const std::string id = "n" + std::to_string(100 + i);
    archive.push_back(Make(id, id, ""));
  }
  std::vector<Link> links;
  Decisions decisions;
  for (std::size_t i = 0; i < archive.size(); ++i) {
    for (std::size_t j = i + 1; j < archive.size(); ++j) {
      const char* a = archive[i].id.value.c_str();
      const char* b = archive[j].id.value.c_str();
      if (random() % 4 == 0) {
        links.push_back(LinkOf(a, b, 1 + static_cast<double>(random() % 9)));
      }
      if (random() % 40 == 0) {
        const PairDecision wanted = Decided(
            a, b, random() % 2 == 0 ? Verdict::kSame : Verdict::kDifferent);
        if (!Against(decisions, {wanted})) decisions.pairs.push_back(wanted);
      }
    }
  }
  const auto group = [&] {
    return GroupLinks(archive, WithDecisions(links, {}, Comparer(), decisions),
                      decisions);
  };
  const std::string told = Told(group());
  for (int round = 0; round < 8; ++round) {
    std::shuffle(links.begin(), links.end(), random);
    std::shuffle(archive.begin(), archive.end(), random);
    EXPECT_EQ(Told(group()), told);
  }
  for (const PairDecision& decision : Standing(decisions)) {
    const auto groups = group();
    const bool together =
        std::any_of(groups.begin(), groups.end(), [&](const Group& one) {
          const auto holds = [&](const RecommendationId& id) {
            return std::binary_search(one.members.begin(), one.members.end(),
                                      id);
          };
          return holds(decision.a) && holds(decision.b);
        });
    EXPECT_EQ(together, decision.verdict == Verdict::kSame);
  }
}

}  // namespace
}  // namespace concord::overlap
