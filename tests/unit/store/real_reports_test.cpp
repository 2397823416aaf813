// Real pages through decoding, extraction and the store, as an import does it:
// every one that can be read is kept, comes back equal, and passes Check().

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>

#include "archive_fixture.h"
#include "concord/base/files.h"
#include "concord/document/decode.h"
#include "concord/source/source.h"
#include "tests/support/test_data.h"

namespace concord::store {
namespace {

using ::testing::IsEmpty;

class RealReportsTest : public ::testing::TestWithParam<const char*> {};

TEST_P(RealReportsTest, AreKeptWholeAndFoundAgain) {
  const std::string corpus = std::string("corpora/") + GetParam();
  CONCORD_REQUIRE_TEST_DATA(corpus);
  const ArchiveFolder folder;
  auto store = OpenStore(folder, OpenMode::kWrite);
  source::SourceWalk walk(
      {(concord::testing::TestDataRoot() / corpus).string()}, {});
  std::map<std::string, std::string> stored;  // report id -> extraction
  std::size_t recommendations = 0;
  while (auto item = walk.Next()) {
    if (!item->capture || !document::CanDecode(item->capture->media_type)) {
      continue;
    }
    auto document = document::Decode(*item->capture, {});
    if (!document || document::TextDigest(*document).empty()) continue;
    PutRequest request;
    request.capture.digest = item->capture->digest;
    request.capture.uri = item->capture->uri;
    request.capture.media_type = item->capture->media_type;
    request.bytes = item->capture->bytes;
    request.extraction = extraction::Extract(*document);
    request.document = std::move(*document);
    const auto put = store->Put(request);
    ASSERT_TRUE(put.has_value()) << item->path << ": " << put.error().message();
    if (!put->is_new) continue;
    recommendations += request.extraction.recommendations.size();
    stored[put->report.value] = extraction::ToStoredJson(request.extraction);
  }
  store.reset();
  store = OpenStore(folder, OpenMode::kRead);
  ASSERT_FALSE(stored.empty());
  for (const auto& [id, json] : stored) {
    EXPECT_EQ(extraction::ToStoredJson(Must(store->GetReport({id})).extraction),
              json);
  }
  EXPECT_EQ(Must(store->Recommendations()).size(), recommendations);
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
  std::printf(
      "%s: %zu reports, %zu recommendations, %ju bytes of record\n", GetParam(),
      stored.size(), recommendations,
      static_cast<std::uintmax_t>(std::filesystem::file_size(folder.record())));
}

INSTANTIATE_TEST_SUITE_P(Corpora, RealReportsTest,
                         ::testing::Values("mpa", "mpa-layouts"));

}  // namespace
}  // namespace concord::store
