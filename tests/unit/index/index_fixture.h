#pragma once
// An index in a folder of its own, with small verbs for writing and searching.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "concord/index/index.h"
#include "tests/unit/index/report_builder.h"

namespace concord::index {

class IndexTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const ::testing::TestInfo* test =
        ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("concord_index_" + std::to_string(::getpid()) + "_" +
               test->test_suite_name() + "_" + test->name());
    std::filesystem::remove_all(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::unique_ptr<IndexWriter> OpenWriter(const std::string& uuid = "u1") {
    Result<std::unique_ptr<IndexWriter>> writer =
        IndexWriter::Open(folder_, uuid);
    EXPECT_TRUE(writer.has_value()) << writer.error().message();
    return writer ? *std::move(writer) : nullptr;
  }

  static void Put(IndexWriter* writer, const store::ReportRecord& report) {
    const Result<> put = writer->Put(report, StoredRecommendations(report));
    ASSERT_TRUE(put.has_value()) << put.error().message();
  }

  void Write(const std::vector<store::ReportRecord>& reports) {
    const std::unique_ptr<IndexWriter> writer = OpenWriter();
    for (const store::ReportRecord& report : reports) Put(writer.get(), report);
    ASSERT_TRUE(writer->Commit(1).has_value());
  }

  Result<HitPage> Search(const SearchRequest& request,
                         const QueryLimits& limits = {}) {
    TRY_ASSIGN(const std::unique_ptr<Searcher> searcher,
               Searcher::Open(folder_, limits));
    return searcher->Search(request);
  }

  HitPage PageOf(const SearchRequest& request) {
    Result<HitPage> page = Search(request);
    EXPECT_TRUE(page.has_value()) << page.error().message();
    return page ? *std::move(page) : HitPage{};
  }

  HitPage Page(const std::string& query, EntryKind in = EntryKind::kPassage) {
    return PageOf(SearchRequest{.query = query, .in = in, .limit = 1000});
  }

  // Ids of the hits, best first.
  std::vector<std::string> Ids(const SearchRequest& request) {
    std::vector<std::string> ids;
    for (const Hit& hit : PageOf(request).hits) ids.push_back(hit.id);
    return ids;
  }

  std::set<std::string> Found(const std::string& query,
                              EntryKind in = EntryKind::kPassage) {
    std::set<std::string> ids;
    for (const Hit& hit : Page(query, in).hits) ids.insert(hit.id);
    return ids;
  }

  std::filesystem::path folder_;
};

using Set = std::set<std::string>;
using List = std::vector<std::string>;

}  // namespace concord::index
