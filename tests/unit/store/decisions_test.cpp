// Acts of people: added, read back, never changed.

#include "concord/store/decisions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive_fixture.h"

namespace concord::store {
namespace {

using ::testing::HasSubstr;

Act MakeAct(const std::string& verb, std::int64_t undoes = 0) {
  Act act{.verb = verb, .who = "J. Fenwick", .why = "read “both”"};
  act.undoes = undoes;
  return act;
}

DecisionItem Pair(const std::string& a, const std::string& b,
                  const std::string& value) {
  return {"pair",
          value,
          {a, "r1", "http://a.example/1", {3, 14}, "Do it."},
          {b, "r2", "", {7, 9}, "Do “that”."}};
}

TEST(Acts, AreReadBackAsTheyWereAdded) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  EXPECT_TRUE(Must(store->Acts()).empty());
  Act first = MakeAct("decide");
  first.items = {Pair("r1.1", "r2.1", "same")};
  Act second = MakeAct("split");
  second.at = "2001-02-03T04:05:06Z";
  second.weights = "1-3fa9c1d2";
  second.items = {Pair("r1.1", "r2.2", "different"),
                  {"represents", "g-1", {"r1.2", "r1", "", {}, "Do."}, {}},
                  {"wording", "due", {"r1.2", "r1", "", {}, "Do."}, {}}};
  EXPECT_EQ(Must(store->AddAct(first, 0)), 1);
  EXPECT_EQ(Must(store->AddAct(second, 1)), 2);
  EXPECT_EQ(Must(store->AddAct(MakeAct("undo", 1), 2)), 3);
  const auto acts = Must(OpenStore(folder, OpenMode::kRead)->Acts());
  ASSERT_EQ(acts.size(), 3u);
  first.id = 1;
  first.at = acts[0].at;
  EXPECT_EQ(acts[0], first);
  EXPECT_THAT(acts[0].at, HasSubstr("2024-05-01T"));  // the clock of the test
  second.id = 2;
  EXPECT_EQ(acts[1], second);
  EXPECT_EQ(acts[2].undoes, 1);
}

TEST(Acts, AreRefusedWhereTheirDoerHasNotSeenTheLast) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Must(store->AddAct(MakeAct("decide"), 0));
  const auto late = store->AddAct(MakeAct("decide"), 0);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code(), ErrorCode::kConflict);
  EXPECT_THAT(late.error().message(), HasSubstr("act 1"));
  EXPECT_EQ(Must(store->Acts()).size(), 1u);
}

TEST(Acts, NeedADoerAndSomethingToUndo) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  EXPECT_EQ(store->AddAct({.verb = "decide"}, 0).error().code(),
            ErrorCode::kInvalidArgument);
  EXPECT_EQ(store->AddAct(MakeAct("undo", 5), 0).error().code(),
            ErrorCode::kNotFound);
  Act unknown = MakeAct("decide");
  unknown.items = {{"rumour", "", {"a", "", "", {}, ""}, {}}};
  EXPECT_FALSE(store->AddAct(unknown, 0));
  EXPECT_TRUE(Must(store->Acts()).empty()) << "half an act was kept";
  const auto reader = OpenStore(folder, OpenMode::kRead);
  EXPECT_FALSE(reader->AddAct(MakeAct("decide"), 0));
}

TEST(Acts, CannotBeChangedWithAnySqliteClient) {
  const ArchiveFolder folder;
  {
    const auto store = OpenStore(folder, OpenMode::kWrite);
    Act act = MakeAct("decide");
    act.items = {Pair("r1.1", "r2.1", "same")};
    Must(store->AddAct(act, 0));
  }
  for (const char* sql :
       {"UPDATE acts SET who = 'somebody else'", "DELETE FROM acts",
        "UPDATE decisions SET value = 'different'", "DELETE FROM decisions"}) {
    EXPECT_ANY_THROW(Execute(folder, sql)) << sql;
  }
  const auto acts = Must(OpenStore(folder, OpenMode::kRead)->Acts());
  EXPECT_EQ(acts[0].who, "J. Fenwick");
  EXPECT_EQ(acts[0].items[0].value, "same");
}

TEST(InForce, LeavesOutWhatWasUndoneAndBringsBackWhatWasRedone) {
  struct Case {
    std::vector<std::int64_t> undoes;  // of act 1, 2, ...; 0: it decides
    std::vector<std::int64_t> in_force;
  };
  const Case cases[] = {
      {{}, {}},
      {{0, 0}, {1, 2}},
      {{0, 0, 1}, {2}},
      {{0, 0, 1, 3}, {1, 2}},  // the undo was undone
      {{0, 0, 1, 3, 1}, {2}},  // and done again
      {{0, 0, 1, 3, 4}, {2}},  // the redo was undone
      {{0, 0, 1, 1}, {2}},
  };
  for (const Case& one : cases) {
    std::vector<Act> acts;
    for (const std::int64_t undone : one.undoes) {
      acts.push_back(MakeAct(undone == 0 ? "decide" : "undo", undone));
      acts.back().id = static_cast<std::int64_t>(acts.size());
    }
    std::vector<std::int64_t> in_force;
    for (const Act& act : InForce(acts)) in_force.push_back(act.id);
    EXPECT_EQ(in_force, one.in_force);
  }
}

TEST(Acts, KeepWhatIsDecidedOfWorksAndBodies) {
  const ArchiveFolder folder;
  const auto store = OpenStore(folder, OpenMode::kWrite);
  Act act = MakeAct("merge");
  act.items = {{"work",
                "merge",
                {"w-safe", "", "", {}, "Safe on the Shore"},
                {"w-keys", "", "", {}, "Keys of the Quay"}},
               {"body",
                "alias",
                {"b-quay", "", "", {}, "Quay Board"},
                {"the Board at Marl", "", "", {}, ""}}};
  Must(store->AddAct(act, 0));
  const std::vector<Act> acts = Must(store->Acts());
  ASSERT_EQ(acts.size(), 1u);
  EXPECT_EQ(acts.front().items, act.items);
  Act undo = MakeAct("undo", 1);
  Must(store->AddAct(undo, 1));
  EXPECT_TRUE(InForce(Must(store->Acts())).empty());
}

}  // namespace
}  // namespace concord::store
