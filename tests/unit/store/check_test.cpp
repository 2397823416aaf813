// Check() names every kind of damage, and nothing else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive_fixture.h"

namespace concord::store {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// An archive with one rich report and one balanced run.
class CheckTest : public ::testing::Test {
 protected:
  CheckTest() {
    const auto store = OpenStore(folder_, OpenMode::kWrite);
    RunRecord run;
    run.id = Must(store->BeginRun("import"));
    LedgerRow row;
    row.run = run.id;
    row.outcome = Outcome::kIndexed;
    row.report = Must(store->Put(RichRequest())).report;
    Must(store->AddLedgerRow(row));
    run.seen = 1;
    run.indexed = 1;
    Must(store->EndRun(run));
    id_ = row.report.value;
  }

  std::vector<std::string> Faults(bool read_originals) {
    return Must(OpenStore(folder_, OpenMode::kRead)->Check(read_originals));
  }

  const ArchiveFolder folder_;
  const std::filesystem::path original_ =
      folder_.original(RichRequest().capture.digest);
  std::string id_;
};

TEST_F(CheckTest, AWholeArchiveHasNoFault) {
  EXPECT_THAT(Faults(false), IsEmpty());
  EXPECT_THAT(Faults(true), IsEmpty());
}

TEST_F(CheckTest, AnOriginalNobodyPointsAtIsNoFault) {
  std::ofstream(original_.parent_path() / "orphan") << "bytes";
  EXPECT_THAT(Faults(true), IsEmpty());
}

TEST_F(CheckTest, AMissingOriginal) {
  std::filesystem::remove(original_);
  EXPECT_THAT(Faults(false), ElementsAre(HasSubstr("is missing")));
  EXPECT_EQ(OpenStore(folder_, OpenMode::kRead)
                ->ReadOriginal(RichRequest().capture.digest)
                .error()
                .code(),
            ErrorCode::kNotFound);
}

TEST_F(CheckTest, AnOriginalOfAnotherLength) {
  std::ofstream(original_, std::ios::app) << "x";
  EXPECT_THAT(Faults(false), ElementsAre(HasSubstr("bytes, not 19")));
}

TEST_F(CheckTest, AnOriginalWithOneByteChangedIsSeenOnlyByReadingIt) {
  std::fstream file(original_, std::ios::in | std::ios::out);
  file.seekp(3);
  file.put('X');
  file.close();
  EXPECT_THAT(Faults(false), IsEmpty());
  EXPECT_THAT(Faults(true), ElementsAre(HasSubstr("has changed on disk")));
  EXPECT_EQ(OpenStore(folder_, OpenMode::kRead)
                ->ReadOriginal(RichRequest().capture.digest)
                .error()
                .code(),
            ErrorCode::kCorrupt);
}

struct DamageCase {
  const char* name;
  const char* sql;
  const char* fault;
};

class DamagedRecordTest : public CheckTest,
                          public ::testing::WithParamInterface<DamageCase> {};

TEST_P(DamagedRecordTest, IsNamed) {
  Execute(folder_, GetParam().sql);
  const auto faults = Faults(true);
  EXPECT_THAT(faults, Contains(HasSubstr(GetParam().fault)));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, DamagedRecordTest,
    ::testing::Values(
        DamageCase{"AWordOfTheTextChanged",
                   "UPDATE reports SET text = replace(text, 'every lock', "
                   "'every door')",
                   "a recommendation is not what stands at its place"},
        DamageCase{"AWordNoItemQuotesChanged",
                   "UPDATE reports SET text = replace(text, 'national', "
                   "'local xx')",
                   "its words are not those it was stored with"},
        DamageCase{"ATableRowEdited",
                   "UPDATE recommendations SET text = 'replace no lock'",
                   "the table and the stored form differ"},
        DamageCase{"ADueDateDeleted",
                   "DELETE FROM date_mentions WHERE use = 'due'",
                   "the table and the stored form differ"},
        DamageCase{"ATableRowDeleted", "DELETE FROM citations",
                   "the table citations has 0 rows, the stored form 1"},
        DamageCase{"AnExtractionThatIsNotJson",
                   "UPDATE reports SET extraction_json = '{'",
                   "a stored extraction cannot be read"},
        DamageCase{"ADocumentThatIsNotJson",
                   "UPDATE reports SET document_json = '['",
                   "not a stored document"},
        DamageCase{"AReferenceToNothing", "UPDATE outbox SET report = 'rgone'",
                   "1 rows of outbox point at rows of reports"},
        DamageCase{"NoCapture", "DELETE FROM captures", "it has no capture"},
        DamageCase{"ALedgerRowLost", "DELETE FROM ledger",
                   "run 1: the ledger does not balance: 1 seen, 1 accounted "
                   "for, 0 rows"},
        DamageCase{"AnOutcomeChanged", "UPDATE ledger SET outcome = 'skipped'",
                   "outcomes differ"},
        DamageCase{"ASumThatDoesNotAddUp", "UPDATE runs SET skipped = 3",
                   "1 seen, 4 accounted for, 1 rows"},
        DamageCase{"NoUuid", "DELETE FROM meta", "the record has no uuid"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(CheckTest, ARunThatWasKilledNeedNotBalance) {
  Execute(folder_, "UPDATE runs SET ended_at = '', seen = 9");
  EXPECT_THAT(Faults(false), IsEmpty());
}

// --- Damage to the file itself ----------------------------------------------

TEST_F(CheckTest, AFileThatIsNoDatabaseIsCorrupt) {
  std::ofstream(folder_.record()) << std::string(8192, 'x');
  for (const OpenMode mode : {OpenMode::kRead, OpenMode::kWrite}) {
    const auto opened = Store::Open(folder_.path(), mode, FixedClock());
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code(), ErrorCode::kCorrupt);
    EXPECT_THAT(opened.error().message(), HasSubstr("restore it"));
  }
}

// Every page in turn overwritten: opening refuses, or Check() has something to
// say. Pages that hold nothing yet may be silent.
TEST_F(CheckTest, AnyPageOverwrittenIsCorruptAndNeverACrash) {
  constexpr std::size_t kPage = 4096;
  std::ifstream in(folder_.record(), std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  ASSERT_GT(whole.size(), 20 * kPage);
  std::size_t seen = 0;
  for (std::size_t at = 0; at + kPage <= whole.size(); at += kPage) {
    std::string damaged = whole;
    damaged.replace(at, kPage, std::string(kPage, '\xa5'));
    std::ofstream(folder_.record(), std::ios::binary) << damaged;
    const auto store = Store::Open(folder_.path(), OpenMode::kRead);
    if (!store) {
      EXPECT_THAT(store.error().code(), ErrorCode::kCorrupt)
          << store.error().message();
      ++seen;
      continue;
    }
    const auto faults = (*store)->Check(false);
    ASSERT_TRUE(faults.has_value()) << faults.error().message();
    if (!faults->empty()) ++seen;
    const auto report = (*store)->GetReport({id_});
    EXPECT_TRUE(report || report.error().code() == ErrorCode::kCorrupt);
  }
  EXPECT_EQ(seen, whole.size() / kPage);
}

TEST_F(CheckTest, ATruncatedFileIsCorruptAtAnyLength) {
  const auto size = std::filesystem::file_size(folder_.record());
  const auto copy = folder_.root() / "copy";
  std::filesystem::copy_file(folder_.record(), copy);
  for (auto length = size - 4096; length > 4096 * 3; length -= 4096 * 3) {
    std::filesystem::remove(folder_.record());
    std::filesystem::copy_file(copy, folder_.record());
    std::filesystem::resize_file(folder_.record(), length);
    const auto store = Store::Open(folder_.path(), OpenMode::kRead);
    if (!store) {
      EXPECT_EQ(store.error().code(), ErrorCode::kCorrupt);
      continue;
    }
    EXPECT_THAT(Must((*store)->Check(false)), Not(IsEmpty())) << length;
  }
}

}  // namespace
}  // namespace concord::store
