// Every pair of an archive, for those who fit weights; links for the others.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "concord/engine/engine.h"
#include "tests/unit/store/archive_fixture.h"

namespace concord::engine {
namespace {

using store::ArchiveFolder;
using store::Must;
using ::testing::HasSubstr;

void PutReport(store::Store& store, const std::string& title, int asks) {
  std::vector<std::string> lines = {title};
  for (int i = 0; i < asks; ++i) {
    lines.push_back("Lamp " + std::to_string(i) + " should be lit.");
  }
  store::PutRequest request =
      store::MakeRequest(store::MakeDocument(lines), title);
  for (int i = 0; i < asks; ++i) {
    extraction::Recommendation item;
    item = store::Placed(item, request.document, lines[i + 1]);
    item.text = lines[i + 1];
    item.kind = extraction::RecommendationKind::kRecommendation;
    request.extraction.recommendations.push_back(item);
  }
  Must(store.Put(request));
}

TEST(Overlaps, OfEveryPairAreRefusedForALargeArchive) {
  const ArchiveFolder folder;
  {
    const auto store = store::OpenStore(folder, store::OpenMode::kWrite);
    PutReport(*store, "One", 2);
    PutReport(*store, "Two", 2);
  }
  const auto open = [&] {
    return Must(Engine::Open({.archive = folder.path()}, Access::kRead));
  };
  EXPECT_EQ(Must(open()->Overlaps({.all = true})).size(), 4u);
  {
    const auto store = store::OpenStore(folder, store::OpenMode::kWrite);
    PutReport(*store, "Three", 1500);
  }
  const auto refused = open()->Overlaps({.all = true});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code(), ErrorCode::kLimitExceeded);
  EXPECT_THAT(refused.error().message(), HasSubstr("holds 1504"));
}

TEST(Lists, MarkWhatALaterVersionOfThePaperMakesAgain) {
  const ArchiveFolder folder;
  const std::string long_line =
      "The wardens of the nine parks met in March and walked the river path "
      "from the weir to the old mill, where they found the lamps broken in 14 "
      "places and the railings gone in 6, and heard nobody for the anglers, "
      "whose huts stand where the path is to be.";
  const auto put = [&](const std::string& title, const std::string& day,
                       const std::vector<std::string>& asks) {
    std::vector<std::string> lines = {title, long_line};
    lines.insert(lines.end(), asks.begin(), asks.end());
    store::PutRequest request =
        store::MakeRequest(store::MakeDocument(lines), title);
    request.extraction.header.date.edtf = day;
    for (const std::string& ask : asks) {
      extraction::Recommendation item;
      item = store::Placed(item, request.document, ask);
      item.text = ask;
      item.kind = extraction::RecommendationKind::kRecommendation;
      request.extraction.recommendations.push_back(item);
    }
    return Must(store::OpenStore(folder, store::OpenMode::kWrite)->Put(request))
        .report.value;
  };
  const std::string draft =
      put("A draft", "2004-03-01", {"Lamps should be mended.", "Ask anglers."});
  const std::string final =
      put("The final", "2004-05-01", {"Lamps should be mended."});
  for (const char* time : {"computed", "kept"}) {
    SCOPED_TRACE(time);
    const auto engine =
        Must(Engine::Open({.archive = folder.path()}, Access::kRead));
    const Listing items = Must(engine->List({.what = "recommendations"}));
    EXPECT_EQ(items.rows.size(), 3u) << "all are listed";
    EXPECT_EQ(items.counted_elsewhere, 1u);
    for (const ListRow& row : items.rows) {
      const bool repeated = row.cells.front() == draft + ".1";
      EXPECT_THAT(row.json,
                  HasSubstr(repeated ? R"("version_of":")" + final + ".1"
                                     : std::string(R"("version_of":null)")));
    }
    for (const ListRow& row : Must(engine->List({.what = "reports"})).rows) {
      const bool earlier = row.cells.front() == draft;
      EXPECT_THAT(row.json,
                  HasSubstr(earlier ? R"("version_of":")" + final
                                    : std::string(R"("version_of":null)")));
    }
    EXPECT_EQ(Must(engine->List({.what = "versions"})).rows.size(), 1u);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "kept" / "listed"));
  }
}

}  // namespace
}  // namespace concord::engine
