// Decisions through the engine: made, in the way of each other, undone, carried
// to another archive, and standing after a report is read otherwise.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "concord/engine/engine.h"
#include "tests/unit/store/archive_fixture.h"

namespace concord::engine {
namespace {

using store::ArchiveFolder;
using store::MakeDocument;
using store::MakeRequest;
using store::Must;
using store::OpenMode;
using store::OpenStore;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// A report with one recommendation a line.
store::PutRequest ReportOf(const std::string& title,
                           const std::vector<std::string>& asks) {
  std::vector<std::string> lines = {title};
  lines.insert(lines.end(), asks.begin(), asks.end());
  store::PutRequest request = MakeRequest(MakeDocument(lines), title);
  for (const std::string& ask : asks) {
    extraction::Recommendation item;
    item = store::Placed(item, request.document, ask);
    item.text = ask;
    item.kind = extraction::RecommendationKind::kRecommendation;
    request.extraction.recommendations.push_back(item);
  }
  return request;
}

constexpr const char* kChains =
    "Forces should inspect every mooring chain before the winter gales.";
constexpr const char* kChainsAgain =
    "Every mooring chain should be inspected before the winter gales.";
constexpr const char* kChainsToo =
    "The mooring chains should each be inspected before the winter gales.";
constexpr const char* kKennels = "Kennels should be heated from October.";

class Deciding : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto store = OpenStore(folder_, OpenMode::kWrite);
    chains_ = Put(*store, ReportOf("Harbour one", {kChains, kKennels})) + ".1";
    again_ = Put(*store, ReportOf("Harbour two", {kChainsAgain})) + ".1";
    too_ = Put(*store, ReportOf("Harbour three", {kChainsToo})) + ".1";
    kennels_ = chains_.substr(0, chains_.size() - 1) + "2";
  }

  static std::string Put(store::Store& store,
                         const store::PutRequest& request) {
    return Must(store.Put(request)).report.value;
  }

  std::unique_ptr<Engine> Open(Access access = Access::kWrite) {
    return Must(Engine::Open({.archive = folder_.path()}, access));
  }

  DecideRequest Wanted(const std::string& a, const std::string& b,
                       const std::string& verdict) {
    return {.a = a,
            .b = b,
            .verdict = verdict,
            .who = "J. Fenwick",
            .why = "read both"};
  }

  ArchiveFolder folder_;
  std::string chains_;
  std::string again_;
  std::string too_;
  std::string kennels_;
};

TEST_F(Deciding, ARefusalKeepsPairsOutOfLinksAndGroups) {
  const auto engine = Open();
  ASSERT_THAT(Must(engine->Groups({})), SizeIs(1));
  ASSERT_THAT(Must(engine->Groups({}))[0].members, SizeIs(3));
  const auto before = Must(engine->Overlaps({})).size();
  const ActView act =
      Must(engine->Decide(Wanted(chains_, again_, "different")));
  EXPECT_EQ(act.act, 1);
  EXPECT_THAT(act.lines, SizeIs(1));
  EXPECT_EQ(Must(engine->Overlaps({})).size(), before - 1);
  for (const GroupView& group : Must(engine->Groups({}))) {
    EXPECT_LT(group.members.size(), 3u);
  }
  // Another process sees the same; undone, all is as it was.
  EXPECT_EQ(Must(Open(Access::kRead)->Overlaps({})).size(), before - 1);
  Must(engine->Undo({.who = "J. Fenwick"}));
  EXPECT_EQ(Must(engine->Overlaps({})).size(), before);
}

TEST_F(Deciding, TheSecondToDecideIsToldOfTheFirst) {
  const auto engine = Open();
  Must(engine->Decide(Wanted(chains_, kennels_, "same")));
  const ActView again = Must(engine->Decide(Wanted(kennels_, chains_, "same")));
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(again.act, 1);
  auto other = Wanted(kennels_, chains_, "different");
  const auto refused = engine->Decide(other);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code(), ErrorCode::kConflict);
  EXPECT_THAT(refused.error().message(), HasSubstr("J. Fenwick"));
  EXPECT_THAT(refused.error().message(), HasSubstr("act 1"));
  other.instead = true;
  EXPECT_EQ(Must(engine->Decide(other)).act, 2);
  Must(engine->Decide(Wanted(kennels_, again_, "same")));
  const auto against = engine->Decide(Wanted(again_, chains_, "same"));
  ASSERT_FALSE(against);
  EXPECT_THAT(against.error().message(), HasSubstr("act 2"));
  EXPECT_THAT(Must(engine->Acts()), SizeIs(3));
}

TEST_F(Deciding, TwoProcessesAtOnceAreToldApartByTheLock) {
  const auto first = Open();
  const auto second = Engine::Open({.archive = folder_.path()}, Access::kWrite);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code(), ErrorCode::kConflict);
}

TEST_F(Deciding, RefusesWhatIsNoPair) {
  const auto engine = Open();
  EXPECT_FALSE(engine->Decide(Wanted(chains_, chains_, "same")));
  EXPECT_FALSE(engine->Decide(Wanted(chains_, again_, "perhaps")));
  EXPECT_FALSE(engine->Decide(Wanted("r0000.1", again_, "same")));
  const std::string report = chains_.substr(0, chains_.find('.'));
  EXPECT_THAT(engine->Decide(Wanted(report, again_, "same")).error().message(),
              HasSubstr("is a report"));
  auto nobody = Wanted(chains_, again_, "same");
  nobody.who.clear();
  EXPECT_FALSE(engine->Decide(nobody));
  EXPECT_THAT(Must(engine->Acts()), SizeIs(0));
}

TEST_F(Deciding, GroupsAreSplitJoinedMovedAndGivenAVoice) {
  const auto engine = Open();
  const auto change = [&](const std::string& what, const std::string& group,
                          const std::vector<std::string>& members,
                          const std::string& to = "", bool instead = false) {
    return engine->ChangeGroup({.group = group,
                                .change = what,
                                .members = members,
                                .to = to,
                                .instead = instead,
                                .who = "J. Fenwick"});
  };
  const std::string group = Must(engine->Groups({}))[0].id;
  EXPECT_FALSE(change("split", group, {chains_, again_, too_}));
  EXPECT_FALSE(change("split", group, {kennels_}));
  EXPECT_FALSE(change("split", "g-none", {too_}));
  EXPECT_FALSE(change("join", group, {too_})) << "is in it already";
  Must(change("represent", group, {too_}));
  EXPECT_EQ(Must(engine->Groups({}))[0].representative, too_);
  const ActView split = Must(change("split", group, {too_}));
  EXPECT_THAT(split.lines, SizeIs(2));
  const GroupView left = Must(engine->Groups({}))[0];
  ASSERT_THAT(split.groups, SizeIs(1));
  EXPECT_EQ(split.groups[0].id, left.id);
  EXPECT_NE(left.id, group);
  EXPECT_THAT(split.alone, ElementsAre(too_));
  EXPECT_THAT(split.json, HasSubstr(R"("groups":[{"id":")" + left.id));
  EXPECT_THAT(split.json, HasSubstr(R"("alone":[")" + too_));
  EXPECT_THAT(left.members, SizeIs(2));
  const ActView join = Must(change("join", left.id, {kennels_}));
  const GroupView joined = Must(engine->Groups({}))[0];
  ASSERT_THAT(join.groups, SizeIs(1));
  EXPECT_EQ(join.groups[0].id, joined.id);
  EXPECT_THAT(join.groups[0].members, SizeIs(3));
  EXPECT_THAT(joined.members, SizeIs(3));
  Must(engine->Undo({.who = "J. Fenwick"}));
  EXPECT_EQ(Must(engine->Groups({}))[0].id, left.id);
  // The split said that these two differ.
  EXPECT_FALSE(change("move", left.id, {again_}, too_));
  const ActView move =
      Must(change("move", left.id, {again_}, too_, /*instead=*/true));
  const auto moved = Must(engine->Groups({}));
  ASSERT_THAT(moved, SizeIs(1));
  ASSERT_THAT(move.groups, SizeIs(1));
  EXPECT_EQ(move.groups[0].id, moved[0].id);
  EXPECT_THAT(move.alone, ElementsAre(chains_));
  // The history is of acts alone: what follows from them is not written down.
  EXPECT_THAT(Must(engine->Acts()).back().groups, IsEmpty());
  EXPECT_NE(moved[0].id, left.id);
}

TEST_F(Deciding, TheWordingOfAGroupIsChosenFieldByField) {
  const auto engine = Open();
  const std::string group = Must(engine->Groups({}))[0].id;
  const auto choose = [&](const std::vector<std::string>& fields) {
    return engine->ChangeGroup({.group = group,
                                .change = "wording",
                                .members = fields,
                                .who = "J. Fenwick",
                                .why = "the clearer one"});
  };
  for (const char* wrong : {"text", "colour=", "due="}) {
    EXPECT_FALSE(choose({wrong})) << wrong;
  }
  EXPECT_THAT(choose({"due=" + too_}).error().message(),
              HasSubstr("says nothing of the due"));
  EXPECT_FALSE(choose({"text=" + kennels_})) << "no member";
  EXPECT_FALSE(choose({"text=" + too_, "text=" + again_}));
  EXPECT_THAT(Must(engine->Acts()), IsEmpty());

  const ActView act = Must(choose({"text=" + too_}));
  EXPECT_THAT(act.lines, ElementsAre(HasSubstr("stands for its group")));
  ASSERT_THAT(act.groups, SizeIs(1));
  EXPECT_EQ(act.groups[0].id, group) << "no member came or went";
  const GroupView one = Must(engine->Groups({.group = group.substr(0, 5)}))[0];
  ASSERT_THAT(one.wording, SizeIs(1));
  EXPECT_EQ(one.wording[0].field, "text");
  EXPECT_EQ(one.wording[0].value, kChainsToo);
  EXPECT_EQ(one.wording[0].who, "J. Fenwick");
  EXPECT_THAT(one.json, HasSubstr(R"("wording":[{"field":"text")"));
  EXPECT_FALSE(Must(choose({"text=" + too_})).is_new);

  // Carried to another archive of the same reports, and taken back there.
  std::string lines;
  for (const ActView& known : Must(engine->Acts())) lines += known.json + "\n";
  const ArchiveFolder other;
  {
    const auto store = OpenStore(other, OpenMode::kWrite);
    Put(*store, ReportOf("Harbour three", {kChainsToo}));
    Put(*store, ReportOf("Harbour two", {kChainsAgain}));
  }
  const auto fresh =
      Must(Engine::Open({.archive = other.path()}, Access::kWrite));
  EXPECT_THAT(Must(fresh->ImportDecisions(lines)).unfit, IsEmpty());
  EXPECT_THAT(Must(fresh->Groups({}))[0].wording, SizeIs(1));
  Must(fresh->Undo({.who = "A. Rudd"}));
  EXPECT_THAT(Must(fresh->Groups({}))[0].wording, IsEmpty());
}

TEST_F(Deciding, WhatWasDecidedUnderOtherWeightsIsSaidInOneLine) {
  const auto engine = Open();
  const WeightsView before = Must(engine->Weights());
  EXPECT_EQ(before.note, "");
  Must(engine->Decide(Wanted(chains_, again_, "same")));
  const WeightsView after = Must(engine->Weights());
  EXPECT_EQ(after.kept, after.name);
  EXPECT_EQ(after.note, "");
  const std::string json = Must(engine->Acts())[0].json;
  EXPECT_THAT(json, HasSubstr(R"("weights":")" + after.name));
  EXPECT_THAT(Must(engine->Overlaps({}))[0].json,
              HasSubstr(R"("weights":")" + after.name));
  EXPECT_THAT(Must(engine->Show(chains_)).json,
              HasSubstr(R"("weights":")" + after.name));
  // An act of another program.
  std::string other = json;
  other.replace(other.find(after.name), after.name.size(), "0-00000000");
  other.replace(other.find("\"same\""), 6, "\"unsure\"");
  Must(engine->ImportDecisions(other));
  const WeightsView mixed = Must(engine->Weights());
  EXPECT_EQ(mixed.acts_under_others, 1u);
  EXPECT_THAT(mixed.note, HasSubstr("1 act in force was decided"));
}

TEST_F(Deciding, ANewTextIsComparedWithWhatIsHeld) {
  const auto engine = Open(Access::kRead);
  const OverlapPageView found = Must(engine->OverlapPage(
      {.texts = {"Gooseberries should be pruned.",
                 "Each mooring chain should be inspected before the winter "
                 "gales."}}));
  ASSERT_THAT(found.overlaps, SizeIs(3));
  EXPECT_EQ(found.total, 3u);
  EXPECT_EQ(found.overlaps[0].a.id, "text-2");
  EXPECT_THAT(found.overlaps[0].json, HasSubstr(R"("a":{"id":"text-2")"));
  const auto one = Must(engine->Overlaps(
      {.min_weight = 1000, .texts = {"Inspect every mooring chain."}}));
  EXPECT_THAT(one, IsEmpty());
}

TEST_F(Deciding, GroupsStayAsTheyAreWhenAReportArrives) {
  const auto put = [&](const std::string& title,
                       const std::vector<std::string>& asks) {
    return Put(*OpenStore(folder_, OpenMode::kWrite), ReportOf(title, asks));
  };
  const std::string heating =
      put("Harbour four", {"From October the kennels should be heated."});
  Must(Open()->Decide(Wanted(kennels_, heating + ".1", "same")));
  std::string chains;
  for (const GroupView& one : Must(Open()->Groups({}))) {
    if (one.members.size() == 3) chains = one.id;
  }
  Must(Open()->ChangeGroup({.group = chains,
                            .change = "split",
                            .members = {too_},
                            .who = "J. Fenwick"}));
  std::map<std::string, std::size_t> before;
  for (const GroupView& one : Must(Open()->Groups({}))) {
    before[one.id] = one.members.size();
  }
  ASSERT_THAT(before, SizeIs(2));

  // About something else: nothing moves.
  put("Harbour five", {"Lamps on the quay should be painted white each spring.",
                       "The pilot boat should carry a second radio."});
  std::map<std::string, std::size_t> after;
  for (const GroupView& one : Must(Open()->Groups({}))) {
    after[one.id] = one.members.size();
  }
  EXPECT_EQ(after, before);

  // About one of the groups: it grows, and the other is what it was.
  put("Harbour six",
      {"Each mooring chain should be inspected before the winter gales."});
  std::size_t same = 0;
  std::size_t grown = 0;
  for (const GroupView& one : Must(Open()->Groups({}))) {
    same += before.count(one.id);
    grown += one.members.size() == 3;
  }
  EXPECT_EQ(same, 1u);
  EXPECT_EQ(grown, 1u);
}

TEST_F(Deciding, AcceptingIsOneActAndSoIsUndoingIt) {
  const auto engine = Open();
  EXPECT_FALSE(engine->Accept({.min_weight = 1000, .who = "J. Fenwick"}));
  EXPECT_FALSE(engine->Accept({.min_weight = std::nan(""), .who = "J. F."}));
  const ActView accepted =
      Must(engine->Accept({.min_weight = 0, .who = "J. Fenwick"}));
  EXPECT_GE(accepted.lines.size(), 2u);
  EXPECT_FALSE(engine->Accept({.min_weight = 0, .who = "J. Fenwick"}));
  Must(engine->Undo({.act = 1, .who = "J. Fenwick"}));
  EXPECT_FALSE(engine->Undo({.act = 1, .who = "J. Fenwick"}));
  EXPECT_FALSE(engine->Undo({.act = 9, .who = "J. Fenwick"}));
  Must(engine->Undo({.act = 2, .who = "J. Fenwick"}));  // as accepted again
  const auto acts = Must(engine->Acts());
  ASSERT_THAT(acts, SizeIs(3));
  EXPECT_TRUE(acts[0].in_force);
  EXPECT_FALSE(acts[1].in_force);
}

TEST_F(Deciding, TheHistoryIsCarriedToAnotherArchiveOnce) {
  const auto engine = Open();
  Must(engine->Decide(Wanted(chains_, again_, "different")));
  Must(engine->Decide(Wanted(chains_, kennels_, "same")));
  Must(engine->Undo({.act = 2, .who = "A. Rudd", .why = "a slip"}));
  Must(engine->Decide(Wanted(chains_, too_, "unsure")));
  std::string lines;
  for (const ActView& act : Must(engine->Acts())) lines += act.json + "\n";

  const ArchiveFolder other;
  {
    // Fewer reports, and one of them numbers its recommendations otherwise.
    const auto store = OpenStore(other, OpenMode::kWrite);
    auto shifted = ReportOf("Harbour one", {kChains, kKennels});
    auto& items = shifted.extraction.recommendations;
    extraction::Recommendation title =
        store::Placed(items[0], shifted.document, "Harbour one");
    title.text = "Harbour one";
    items.insert(items.begin(), title);
    Put(*store, shifted);
    Put(*store, ReportOf("Harbour two", {kChainsAgain}));
  }
  const auto fresh =
      Must(Engine::Open({.archive = other.path()}, Access::kWrite));
  ASSERT_THAT(Must(fresh->Overlaps({})), SizeIs(1));
  const DecisionsImported imported = Must(fresh->ImportDecisions(lines));
  EXPECT_EQ(imported.added, 4u);
  ASSERT_THAT(imported.unfit, SizeIs(1));
  EXPECT_THAT(imported.unfit[0], HasSubstr("act 4"));
  EXPECT_THAT(Must(fresh->Overlaps({})), SizeIs(0)) << "the refusal held";
  EXPECT_EQ(Must(fresh->ImportDecisions(lines)).known, 4u);
  EXPECT_THAT(Must(fresh->Acts()), SizeIs(4));
  EXPECT_FALSE(Must(fresh->Acts())[1].in_force);
}

TEST_F(Deciding, AnImportSaysWhichLineIsNone) {
  const auto engine = Open();
  for (const char* line :
       {"nonsense", "[]", "{}", "{\"act\":1,\"verb\":\"decide\"}",
        R"({"act":1,"verb":"decide","who":"x","at":"y","items":[3]})",
        R"({"act":1,"verb":"undo","who":"x","at":"y","undoes":7})",
        R"({"act":1,"verb":"d","who":"x","at":"y","items":[{"kind":"pair",)"
        R"("value":"perhaps","a":{"id":"r1"},"b":null}]})"}) {
    const auto imported = engine->ImportDecisions("\n" + std::string(line));
    ASSERT_FALSE(imported) << line;
    EXPECT_EQ(imported.error().code(), ErrorCode::kInvalidArgument) << line;
  }
  EXPECT_THAT(Must(engine->Acts()), SizeIs(0));
}

}  // namespace
}  // namespace concord::engine
