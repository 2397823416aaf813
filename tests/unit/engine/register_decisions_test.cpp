// Works and bodies merged, split and given aliases through the engine: shown,
// refused where it makes no sense, undone, carried to another archive.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
  };
  for (const Case& one : kCases) {
    const auto refused = engine->ChangeRegister(one.request);
    ASSERT_FALSE(refused) << one.says;
    EXPECT_THAT(refused.error().message(), HasSubstr(one.says));
  }
  EXPECT_THAT(Must(engine->Acts()), SizeIs(1));
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
