#include <gmock/gmock.h>
#include <xapian.h>

#include <fstream>

#include "index/fields.h"
#include "tests/unit/index/index_fixture.h"

namespace concord::index {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class WriterTest : public IndexTest {
 protected:
  store::ReportRecord Report(const std::string& id, std::string_view text) {
    return ReportBuilder(id).Title("Plan").Paragraph("1.", text).Build();
  }
};

TEST_F(WriterTest, PuttingAReportAgainReplacesAllOfIt) {
  const auto writer = OpenWriter();
  store::ReportRecord first = ReportBuilder("r1")
                                  .Paragraph("alpha")
                                  .Paragraph("beta")
                                  .Recommends("alpha", "")
                                  .Build();
  Put(writer.get(), first);
  Put(writer.get(), Report("r2", "alpha"));
  ASSERT_TRUE(writer->Commit(1).has_value());
  EXPECT_EQ(ReadIndexState(folder_)->entries, 6u);
  Put(writer.get(), Report("r1", "gamma"));
  ASSERT_TRUE(writer->Commit(2).has_value());
  EXPECT_EQ(ReadIndexState(folder_)->entries, 4u);
  EXPECT_EQ(Found("alpha"), (Set{"r2#1"}));
  EXPECT_EQ(Found("alpha", EntryKind::kRecommendation), Set{});
  EXPECT_EQ(Found("gamma"), (Set{"r1#1"}));
}

TEST_F(WriterTest, RemovingAReportRemovesAllItsEntries) {
  const auto writer = OpenWriter();
  Put(writer.get(), Report("r1", "alpha"));
  Put(writer.get(), Report("r2", "alpha"));
  ASSERT_TRUE(writer->Remove({"r1"}).has_value());
  ASSERT_TRUE(writer->Remove({"never"}).has_value());
  ASSERT_TRUE(writer->Commit(1).has_value());
  EXPECT_EQ(Found("alpha"), (Set{"r2#1"}));
  EXPECT_EQ(Found("plan", EntryKind::kReport), (Set{"r2"}));
}

TEST_F(WriterTest, OneReportsIdIsNotTheBeginningOfAnothers) {
  const auto writer = OpenWriter();
  Put(writer.get(), Report("r1", "alpha"));
  Put(writer.get(), Report("r12", "alpha"));
  ASSERT_TRUE(writer->Remove({"r1"}).has_value());
  ASSERT_TRUE(writer->Commit(1).has_value());
  EXPECT_EQ(Found("alpha"), (Set{"r12#1"}));
}

TEST_F(WriterTest, WhatIsNotCommittedIsNotThere) {
  {
    const auto writer = OpenWriter();
    Put(writer.get(), Report("r1", "alpha"));
    ASSERT_TRUE(writer->Commit(7).has_value());
    Put(writer.get(), Report("r2", "alpha"));
    EXPECT_EQ(Found("alpha"), (Set{"r1#1"}));
  }
  EXPECT_EQ(Found("alpha"), (Set{"r1#1"}));
  EXPECT_EQ(ReadIndexState(folder_)->sequence, 7);
}

// Ended while the index was made: tables, and nothing yet that names them.
TEST_F(WriterTest, AnIndexThatWasNeverFinishedIsMadeAnew) {
  Write({Report("r1", "alpha")});
  std::filesystem::rename(folder_ / "iamglass", folder_ / "v.tmp");
  EXPECT_EQ(ReadIndexState(folder_).error().code(), ErrorCode::kNotFound);
  const auto writer = OpenWriter();
  ASSERT_NE(writer, nullptr);
  EXPECT_EQ(writer->State().sequence, 0);
  Put(writer.get(), Report("r2", "alpha"));
  ASSERT_TRUE(writer->Commit(1).has_value());
  EXPECT_EQ(Found("alpha"), (Set{"r2#1"}));
}

TEST_F(WriterTest, RemembersTheRecordAndItsSequence) {
  {
    const auto writer = OpenWriter("first");
    EXPECT_EQ(writer->State().sequence, 0);
    Put(writer.get(), Report("r1", "alpha"));
    ASSERT_TRUE(writer->Commit(41).has_value());
    EXPECT_EQ(writer->State().sequence, 41);
    EXPECT_EQ(writer->State().entries, 2u);
  }
  EXPECT_EQ(ReadIndexState(folder_)->archive_uuid, "first");
  EXPECT_EQ(OpenWriter("first")->State().sequence, 41);
}

TEST_F(WriterTest, AnIndexOfAnotherRecordIsEmptied) {
  Write({Report("r1", "alpha")});
  const auto writer = OpenWriter("another");
  EXPECT_EQ(writer->State().sequence, 0);
  EXPECT_EQ(writer->State().entries, 0u);
  EXPECT_EQ(ReadIndexState(folder_)->archive_uuid, "another");
  EXPECT_EQ(Found("alpha"), Set{});
}

TEST_F(WriterTest, AnIndexOfAnotherFormatIsNotReadAndIsEmptiedForWriting) {
  Write({Report("r1", "alpha")});
  {
    Xapian::WritableDatabase database(folder_.string());
    database.set_metadata(std::string(kFormatKey), "0");
    database.commit();
  }
  EXPECT_EQ(ReadIndexState(folder_).error().code(), ErrorCode::kCorrupt);
  EXPECT_EQ(Search({.query = "alpha"}).error().code(), ErrorCode::kCorrupt);
  EXPECT_EQ(OpenWriter()->State().entries, 0u);
  EXPECT_EQ(Found("alpha"), Set{});
}

TEST_F(WriterTest, ASecondWriterIsRefusedAtOnce) {
  const auto writer = OpenWriter();
  const auto second = IndexWriter::Open(folder_, "u1");
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().code(), ErrorCode::kConflict);
}

TEST_F(WriterTest, ReplacedTwiceOverTheIndexAnswersAsANewOne) {
  std::vector<store::ReportRecord> reports;
  const char* texts[] = {"alpha beta", "beta gamma re-affirm", "alpha alpha",
                         "gamma reaffirm delta", "delta alpha beta"};
  for (int i = 0; i < 40; ++i) {
    ReportBuilder builder("r" + std::to_string(i));
    builder.Title(texts[i % 3]).Date("200" + std::to_string(i % 7));
    for (int j = 0; j <= i % 4; ++j) builder.Paragraph(texts[(i + j) % 5]);
    reports.push_back(builder.Build());
  }
  Write(reports);
  const std::filesystem::path rebuilt = folder_;
  const std::string queries[] = {"alpha",        "beta gamma", "\"alpha beta\"",
                                 "reaffirm",     "re-affirm",  "alp* OR delta",
                                 "-alpha gamma", "title:beta"};
  std::vector<List> expected;
  for (const std::string& query : queries) {
    expected.push_back(Ids({.query = query, .limit = 500}));
    expected.push_back(
        Ids({.query = query, .in = EntryKind::kReport, .limit = 500}));
  }
  const auto writer = OpenWriter();
  for (int i = 39; i >= 0; --i) {
    Put(writer.get(), Report("r" + std::to_string(i), "epsilon re-affirm"));
    ASSERT_TRUE(writer->Commit(2).has_value());
  }
  for (int i = 0; i < 40; ++i) {
    Put(writer.get(), reports[static_cast<std::size_t>(i * 7 % 40)]);
    ASSERT_TRUE(writer->Commit(3 + i).has_value());
  }
  std::size_t at = 0;
  for (const std::string& query : queries) {
    EXPECT_EQ(Ids({.query = query, .limit = 500}), expected[at++]) << query;
    EXPECT_EQ(Ids({.query = query, .in = EntryKind::kReport, .limit = 500}),
              expected[at++])
        << query;
  }
}

TEST_F(WriterTest, AnOpenSearcherSeesWhatWasCommittedSince) {
  const auto writer = OpenWriter();
  Put(writer.get(), Report("r0", "alpha"));
  ASSERT_TRUE(writer->Commit(1).has_value());
  const auto searcher = Searcher::Open(folder_, {});
  ASSERT_TRUE(searcher.has_value());
  for (int i = 1; i <= 30; ++i) {
    // Two commits and more: the blocks the searcher last read are given away.
    Put(writer.get(), Report("r" + std::to_string(i), "alpha"));
    ASSERT_TRUE(writer->Commit(2 * i).has_value());
    Put(writer.get(), Report("r0", "alpha again"));
    ASSERT_TRUE(writer->Commit(2 * i + 1).has_value());
    const Result<HitPage> page = (*searcher)->Search({.query = "alpha"});
    ASSERT_TRUE(page.has_value()) << page.error().message();
    EXPECT_EQ(page->matches, static_cast<std::uint64_t>(i + 1));
  }
}

TEST_F(WriterTest, AnOpenSearcherSurvivesTheIndexBeingMadeAnew) {
  Write({Report("r1", "alpha")});
  const auto searcher = Searcher::Open(folder_, {});
  ASSERT_TRUE(searcher.has_value());
  ASSERT_TRUE((*searcher)->Search({.query = "alpha"}).has_value());
  const auto writer = OpenWriter("another");
  Put(writer.get(), Report("r2", "alpha"));
  ASSERT_TRUE(writer->Commit(1).has_value());
  const Result<HitPage> page = (*searcher)->Search({.query = "alpha"});
  ASSERT_TRUE(page.has_value()) << page.error().message();
  EXPECT_EQ(page->hits.at(0).id, "r2#1");
}

// --- Damage -----------------------------------------------------------------

TEST_F(WriterTest, AMissingIndexIsNotFound) {
  EXPECT_EQ(ReadIndexState(folder_).error().code(), ErrorCode::kNotFound);
  EXPECT_EQ(Search({.query = "a"}).error().code(), ErrorCode::kNotFound);
  std::filesystem::create_directories(folder_);
  EXPECT_EQ(ReadIndexState(folder_).error().code(), ErrorCode::kNotFound);
}

void Overwrite(const std::filesystem::path& file, std::string_view bytes,
               std::streamoff at) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(at);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TEST_F(WriterTest, ADamagedIndexIsCorruptAndNotACrash) {
  ReportBuilder builder("r1");
  for (int i = 0; i < 300; ++i) {
    builder.Paragraph("alpha beta word" + std::to_string(i));
  }
  Write({builder.Build()});
  std::vector<std::filesystem::path> tables;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.path().filename() != "flintlock") tables.push_back(entry.path());
  }
  ASSERT_GE(tables.size(), 4u);
  int corrupt = 0;
  for (const std::filesystem::path& table : tables) {
    for (const bool truncated : {true, false}) {
      const auto kept = folder_.string() + ".kept";
      std::filesystem::copy_file(
          table, kept, std::filesystem::copy_options::overwrite_existing);
      const auto size = std::filesystem::file_size(table);
      if (truncated) {
        std::filesystem::resize_file(table, size / 3);
      } else {
        Overwrite(table, std::string(size, '\xA5'), 0);
      }
      const Result<HitPage> page = Search({.query = "alpha \"beta word7\""});
      if (!page.has_value()) {
        EXPECT_EQ(page.error().code(), ErrorCode::kCorrupt) << table;
        EXPECT_THAT(page.error().message(), HasSubstr("search index"));
        ++corrupt;
      }
      std::filesystem::rename(kept, table);
    }
  }
  // Some tables are not read by this query; most are.
  EXPECT_GE(corrupt, 6);
  EXPECT_EQ(Found("\"beta word7\""), (Set{"r1#7"}));
}

TEST_F(WriterTest, AFileInPlaceOfTheFolderIsAnErrorThatNamesIt) {
  std::ofstream(folder_) << "not an index";
  const auto writer = IndexWriter::Open(folder_, "u1");
  ASSERT_FALSE(writer.has_value());
  EXPECT_FALSE(Search({.query = "a"}).has_value());
}

TEST_F(WriterTest, AFolderThatCannotBeMadeIsUnavailable) {
  const auto writer = IndexWriter::Open("/proc/no/such/place", "u1");
  ASSERT_FALSE(writer.has_value());
  EXPECT_EQ(writer.error().code(), ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace concord::index
