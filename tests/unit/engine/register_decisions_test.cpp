// Works and bodies merged, split and given aliases through the engine: shown,
// refused where it makes no sense, undone, carried to another archive; and
// proposals that people refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concord/engine/engine.h"
#include "tests/support/small_archive.h"
#include "tests/support/two_names.h"
#include "tests/unit/store/archive_fixture.h"

namespace concord::engine {
namespace {

using store::ArchiveFolder;
using store::MakeDocument;
using store::MakeRequest;
using store::Must;
using store::OpenMode;
using store::OpenStore;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

store::PutRequest Citing(const std::string& title,
                         const std::vector<std::string>& works) {
  std::vector<std::string> lines = {title};
  lines.insert(lines.end(), works.begin(), works.end());
  store::PutRequest request = MakeRequest(MakeDocument(lines), title);
  for (const std::string& work : works) {
    extraction::Citation citation;
    citation = store::Placed(citation, request.document, work);
    citation.printed = work;
    citation.title = work;
    request.extraction.citations.push_back(citation);
  }
  return request;
}

class Registers : public ::testing::Test {
 protected:
  void SetUp() override { Fill(folder_); }

  static void Fill(const ArchiveFolder& folder) {
    const auto store = OpenStore(folder, OpenMode::kWrite);
    Must(
        store->Put(Citing("Paper one", {"Safe on the Shore", "Harbour Book"})));
    Must(store->Put(Citing("Paper two", {"Harbour Book", "Yellow One"})));
  }

  static std::unique_ptr<Engine> Open(const ArchiveFolder& folder) {
    return Must(Engine::Open({.archive = folder.path()}, Access::kWrite));
  }

  static RegisterChangeRequest Wanted(const std::string& change,
                                      const std::string& id,
                                      const std::string& other) {
    return {.change = change,
            .id = id,
            .others = {other},
            .who = "J. Fenwick",
            .why = "its cover"};
  }

  static std::vector<std::string> Works(Engine& engine) {
    std::vector<std::string> ids;
    for (const auto& row : Must(engine.List({.what = "works"})).rows) {
      ids.push_back(row.cells.front());
    }
    return ids;
  }

  ArchiveFolder folder_;
};

TEST_F(Registers, AMergedWorkIsListedOnceAndShownUnderItsOldId) {
  const auto engine = Open(folder_);
  ASSERT_THAT(Works(*engine), SizeIs(3));
  const ActView act =
      Must(engine->ChangeRegister(Wanted("merge", "w-safe", "Harbour Book")));
  EXPECT_EQ(act.verb, "merge");
  EXPECT_THAT(act.lines.front(), HasSubstr("Harbour Book"));
  EXPECT_THAT(Works(*engine), SizeIs(2));
  const Shown shown = Must(engine->Show("w-harbour-book"));
  EXPECT_EQ(shown.title, "Safe on the Shore");
  EXPECT_THAT(shown.json, HasSubstr("decided by J. Fenwick"));
  Must(engine->Undo({.who = "J. Fenwick"}));
  EXPECT_THAT(Works(*engine), SizeIs(3));
}

// The ids of the wanted list.
std::vector<std::string> WantedWorks(Engine& engine) {
  std::vector<std::string> ids;
  for (const auto& row : Must(engine.List({.what = "wanted"})).rows) {
    ids.push_back(row.cells[1]);
  }
  return ids;
}

TEST_F(Registers, AWantedWorkMayBeAReportThatIsHeldUnderAnotherTitle) {
  const auto engine = Open(folder_);
  const std::string report =
      Must(engine->List({.what = "reports"})).rows.at(0).cells.at(0);
  const auto wanted = WantedWorks(*engine);
  ASSERT_THAT(wanted, ::testing::Contains("w-safe-on-the-shore"));
  // In either order, and by the beginning of its id.
  for (const auto& [id, other] :
       {std::pair(std::string("w-safe"), report),
        std::pair(report.substr(0, 6), std::string("w-safe"))}) {
    const ActView act =
        Must(engine->ChangeRegister(Wanted("merge", id, other)));
    EXPECT_THAT(act.lines.front(), HasSubstr("hold"));
    EXPECT_THAT(WantedWorks(*engine),
                ::testing::Not(::testing::Contains("w-safe-on-the-shore")));
    EXPECT_THAT(Must(engine->Show("w-safe-on-the-shore")).json,
                HasSubstr("\"held\":[\"" + report + "\"]"));
    EXPECT_THAT(Must(engine->UnfitDecisions()), IsEmpty());
    Must(engine->Undo({.who = "J. Fenwick"}));
    EXPECT_EQ(WantedWorks(*engine), wanted);
  }
  // Held already as another work: the two works are one.
  Must(engine->ChangeRegister(Wanted("merge", "w-safe", report)));
  Must(engine->ChangeRegister(Wanted("merge", "w-yellow-one", report)));
  EXPECT_THAT(Must(engine->Show("w-safe-on-the-shore")).json,
              HasSubstr(R"("id":"w-yellow-one")"));
  EXPECT_THAT(WantedWorks(*engine),
              ::testing::Not(::testing::Contains("w-yellow-one")));
  EXPECT_THAT(Must(engine->UnfitDecisions()), IsEmpty());
}

// A whole of which nothing but parts is cited has no title of its own, and is
// merged with its parts, or they would bring it back.
TEST_F(Registers, AWholeIsMergedWithItsParts) {
  {
    const auto store = OpenStore(folder_, OpenMode::kWrite);
    Must(store->Put(Citing("Paper three", {"The Quay Inquiry, Part 1",
                                           "The Quay Inquiry, Part 2"})));
  }
  const auto engine = Open(folder_);
  const auto before = Works(*engine);
  ASSERT_THAT(before, ::testing::IsSupersetOf(
                          {"w-quay-inquiry", "w-quay-inquiry-part-1"}));
  Must(engine->ChangeRegister(
      Wanted("merge", "w-harbour-book", "w-quay-inquiry")));
  const auto after = Works(*engine);
  EXPECT_THAT(after, ::testing::Not(::testing::Contains("w-quay-inquiry")));
  EXPECT_THAT(after, SizeIs(before.size() - 1));
  EXPECT_THAT(Must(engine->Show("w-quay-inquiry")).json,
              HasSubstr(R"("id":"w-harbour-book")"));
  EXPECT_THAT(Must(engine->UnfitDecisions()), IsEmpty());
  // Again, and the other way round: refused with the reason.
  for (const auto& [id, other] :
       {std::pair("w-harbour-book", "w-quay-inquiry"),
        std::pair("w-quay-inquiry", "w-harbour-book")}) {
    const auto again = engine->ChangeRegister(Wanted("merge", id, other));
    ASSERT_FALSE(again) << id;
    EXPECT_EQ(again.error().code(), ErrorCode::kInvalidArgument) << id;
  }
  Must(engine->Undo({.who = "J. Fenwick"}));
  EXPECT_EQ(Works(*engine), before);
}

TEST_F(Registers, RefusesWhatMakesNoSense) {
  const auto engine = Open(folder_);
  struct Case {
    RegisterChangeRequest request;
    std::string says;
  };
  Must(engine->ChangeRegister(Wanted("merge", "w-safe", "w-harbour-book")));
  const Case kCases[] = {
      {Wanted("merge", "w-safe", "w-safe-on-the-shore"), "into itself"},
      {Wanted("merge", "w-harbour-book", "w-safe-on-the-shore"),
       "merged into itself"},
      {Wanted("merge", "w-safe", "w-lost"), "there is no work"},
      {Wanted("alias", "w-safe", "Yellow One"), "names w-yellow-one already"},
      {Wanted("alias", "w-safe", "Harbour Book"), "already"},
      {Wanted("split", "w-safe", "Safe on the Shore"), "is called"},
      {Wanted("split", "w-safe", "Yellow One"), "is not written"},
      {Wanted("refuse", "w-safe", "w-safe-on-the-shore"), "takes apart"},
      {Wanted("refuse", "w-safe", "w-harbour-book"), "takes apart"},
      {Wanted("refuse", "w-safe", "w-lost"), "there is no work"},
  };
  for (const Case& one : kCases) {
    const auto refused = engine->ChangeRegister(one.request);
    ASSERT_FALSE(refused) << one.says;
    EXPECT_THAT(refused.error().message(), HasSubstr(one.says));
  }
  EXPECT_THAT(Must(engine->Acts()), SizeIs(1));
}

TEST_F(Registers, OfBodiesNothingIsProposedSoNothingIsRefused) {
  const auto engine = Open(folder_);
  RegisterChangeRequest request = Wanted("refuse", "w-safe", "w-yellow");
  request.bodies = true;
  EXPECT_FALSE(engine->ChangeRegister(request));
  EXPECT_THAT(Must(engine->Acts()), IsEmpty());
}

TEST_F(Registers, WhatWasRefusedIsNotMergedUntilThatIsUndone) {
  const auto engine = Open(folder_);
  const ActView act = Must(
      engine->ChangeRegister(Wanted("refuse", "w-safe", "w-harbour-book")));
  EXPECT_EQ(act.verb, "refuse");
  EXPECT_EQ(act.why, "its cover");
  EXPECT_TRUE(act.is_new);
  // The other way round it is the same decision.
  const ActView again =
      Must(engine->ChangeRegister(Wanted("refuse", "Harbour Book", "w-safe")));
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(again.act, act.act);
  EXPECT_THAT(Must(engine->Acts()), SizeIs(1));

  const auto merged =
      engine->ChangeRegister(Wanted("merge", "w-harbour-book", "w-safe"));
  ASSERT_FALSE(merged);
  EXPECT_EQ(merged.error().code(), ErrorCode::kConflict);
  EXPECT_THAT(merged.error().message(), HasSubstr("J. Fenwick"));
  EXPECT_THAT(merged.error().message(), HasSubstr("its cover"));
  // Not through a third either.
  RegisterChangeRequest both = Wanted("merge", "w-yellow", "w-safe");
  both.others.push_back("w-harbour-book");
  EXPECT_FALSE(engine->ChangeRegister(both));
  EXPECT_THAT(Works(*engine), SizeIs(3));

  Must(engine->Undo({.act = act.act, .who = "J. Fenwick"}));
  Must(engine->ChangeRegister(Wanted("merge", "w-harbour-book", "w-safe")));
  EXPECT_THAT(Works(*engine), SizeIs(2));
}

TEST_F(Registers, ARefusalGoesWithTheHistoryIntoAnotherArchive) {
  std::string lines;
  {
    const auto engine = Open(folder_);
    Must(engine->ChangeRegister(Wanted("refuse", "w-safe", "w-harbour-book")));
    for (const ActView& act : Must(engine->Acts())) lines += act.json + "\n";
  }
  ArchiveFolder other;
  Fill(other);
  const auto engine = Open(other);
  EXPECT_THAT(Must(engine->ImportDecisions(lines)).unfit, IsEmpty());
  EXPECT_EQ(Must(engine->ImportDecisions(lines)).known, 1u);
  EXPECT_THAT(Must(engine->Show("w-safe")).json, HasSubstr("J. Fenwick"));
  EXPECT_FALSE(
      engine->ChangeRegister(Wanted("merge", "w-safe", "w-harbour-book")));
  // A value of a later version is refused, not dropped in silence.
  std::string unknown = lines;
  unknown.replace(unknown.find("\"value\":\"refuse\""), 16,
                  "\"value\":\"doubt\"");
  EXPECT_FALSE(engine->ImportDecisions(unknown));
}

std::vector<std::string> Proposed(const testing::SmallArchive& archive) {
  std::vector<std::string> ids;
  for (const auto& row :
       Must(archive.Open()->List({.what = "proposals"})).rows) {
    ids.push_back(row.cells.front());
  }
  return ids;
}

TEST(Refusals, SurviveImportsAndAreShownAndUndone) {
  concord::testing::SmallArchive archive;
  testing::WriteTwoNamesOfOneStrategy(archive);
  archive.Import();
  const std::vector<std::string> proposed = Proposed(archive);
  ASSERT_THAT(proposed, SizeIs(1));
  {
    const auto engine = Must(Engine::Open(archive.Options(), Access::kWrite));
    Must(engine->ChangeRegister({.change = "refuse",
                                 .id = "w-open-water-2",
                                 .others = {"w-open-water-every"},
                                 .who = "J. Fenwick",
                                 .why = "another strategy"}));
  }
  EXPECT_THAT(Proposed(archive), IsEmpty());
  // Another paper says the same again, as a paper of the archive is read anew.
  archive.Write("b.txt",
                "NORTH RIVER AUTHORITY\n\nReport: 5\nDate: 3 June 2005\n\n"
                "Moorings, corrected\n\n1. Two strategies came before, Open "
                "Water I and II. The latter was printed by the Clerk.\n");
  archive.Import();
  EXPECT_THAT(Proposed(archive), IsEmpty());
  const Shown shown = Must(archive.Open()->Show("w-open-water-2"));
  ASSERT_FALSE(shown.groups.empty());
  EXPECT_EQ(shown.groups.back().heading, "Not the same work");
  EXPECT_THAT(shown.groups.back().lines.front(), HasSubstr("Every Boat"));
  EXPECT_THAT(shown.groups.back().lines.front(),
              HasSubstr("decided by J. Fenwick"));
  EXPECT_THAT(shown.groups.back().lines.front(), HasSubstr("another strategy"));
  {
    const auto engine = Must(Engine::Open(archive.Options(), Access::kWrite));
    Must(engine->Undo({.who = "J. Fenwick"}));
  }
  EXPECT_EQ(Proposed(archive), proposed);
}

TEST_F(Registers, GoWithTheHistoryIntoAnotherArchive) {
  std::string lines;
  {
    const auto engine = Open(folder_);
    Must(engine->ChangeRegister(Wanted("merge", "w-safe", "w-harbour-book")));
    Must(engine->ChangeRegister(Wanted("alias", "w-yellow", "the lemon one")));
    for (const ActView& act : Must(engine->Acts())) lines += act.json + "\n";
  }
  ArchiveFolder other;
  Fill(other);
  const auto engine = Open(other);
  const DecisionsImported imported = Must(engine->ImportDecisions(lines));
  EXPECT_EQ(imported.added, 2u);
  EXPECT_THAT(imported.unfit, IsEmpty());
  EXPECT_THAT(Works(*engine), SizeIs(2));
  EXPECT_EQ(Must(engine->ImportDecisions(lines)).known, 2u);
  ArchiveFolder empty;
  OpenStore(empty, OpenMode::kWrite);
  const auto nothing = Open(empty);
  EXPECT_THAT(Must(nothing->ImportDecisions(lines)).unfit, SizeIs(2));
}

}  // namespace
}  // namespace concord::engine
