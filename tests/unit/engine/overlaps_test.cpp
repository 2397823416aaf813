// Every pair of an archive, for those who fit weights; links for the others.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace concord::engine
