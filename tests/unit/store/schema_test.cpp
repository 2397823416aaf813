// Versions of the record: made, brought up to date, refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive_fixture.h"
#include "store/schema.h"

namespace concord::store {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::unique_ptr<Connection> Connect(const ArchiveFolder& folder) {
  std::filesystem::create_directories(folder.path());
  return Must(
      Connection::Open(folder.record(), OpenMode::kWrite, FixedClock()));
}

std::int64_t Version(Connection& connection) {
  return ReadNumber(connection.session(), "PRAGMA user_version");
}

TEST(SchemaTest, AnEmptyFileOfVersionZeroBecomesARecord) {
  const ArchiveFolder folder;
  std::filesystem::create_directories(folder.path());
  std::ofstream(folder.record()).flush();
  ASSERT_EQ(std::filesystem::file_size(folder.record()), 0u);
  EXPECT_EQ(Store::Open(folder.path(), OpenMode::kRead).error().code(),
            ErrorCode::kNotFound);
  const auto store = OpenStore(folder, OpenMode::kWrite);
  EXPECT_TRUE(Must(store->Put(RichRequest())).is_new);
  EXPECT_THAT(Must(store->Check(true)), IsEmpty());
  EXPECT_EQ(Version(*Connect(folder)),
            static_cast<std::int64_t>(Migrations().size()));
}

TEST(SchemaTest, ANewerVersionIsRefusedByBothAndLeftAlone) {
  const ArchiveFolder folder;
  Must(OpenStore(folder, OpenMode::kWrite)->Put(RichRequest()));
  Execute(folder, "PRAGMA user_version = 99");
  for (const OpenMode mode : {OpenMode::kRead, OpenMode::kWrite}) {
    const auto opened = Store::Open(folder.path(), mode);
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code(), ErrorCode::kUnsupported);
    EXPECT_THAT(opened.error().message(),
                AllOf(HasSubstr("newer version"), HasSubstr("99")));
  }
  Execute(folder,
          "PRAGMA user_version = " + std::to_string(Migrations().size()));
  EXPECT_THAT(Must(OpenStore(folder, OpenMode::kRead)->Recommendations()),
              SizeIs(2));
}

TEST(SchemaTest, SomebodyElsesDatabaseIsRefused) {
  const ArchiveFolder folder;
  std::filesystem::create_directories(folder.path());
  Execute(folder, "CREATE TABLE bookmarks (address TEXT)");
  for (const OpenMode mode : {OpenMode::kRead, OpenMode::kWrite}) {
    const auto opened = Store::Open(folder.path(), mode);
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code(), ErrorCode::kUnsupported);
    EXPECT_THAT(opened.error().message(), HasSubstr("some other SQLite file"));
  }
}

TEST(SchemaTest, ALaterMigrationIsOneMoreEntry) {
  const ArchiveFolder folder;
  const auto connection = Connect(folder);
  std::vector<const char*> migrations = Migrations();
  Must(Migrate(*connection, migrations));
  migrations.push_back(
      "ALTER TABLE runs ADD COLUMN note TEXT NOT NULL DEFAULT 'none';"
      "CREATE TABLE later (id TEXT NOT NULL) STRICT;");
  const auto old_reader = RequireCurrent(*connection, migrations);
  ASSERT_FALSE(old_reader.has_value());
  EXPECT_EQ(old_reader.error().code(), ErrorCode::kUnsupported);
  EXPECT_THAT(old_reader.error().message(), HasSubstr("older version"));
  Must(Migrate(*connection, migrations));
  EXPECT_EQ(static_cast<std::size_t>(Version(*connection)), migrations.size());
  Must(RequireCurrent(*connection, migrations));
  EXPECT_EQ(ReadNumber(connection->session(), "SELECT count(*) FROM later"), 0);
  Must(Migrate(*connection, migrations));
  EXPECT_EQ(static_cast<std::size_t>(Version(*connection)), migrations.size());
}

TEST(SchemaTest, AMigrationThatFailsHalfwayLeavesTheOldVersionWhole) {
  const ArchiveFolder folder;
  const auto connection = Connect(folder);
  std::vector<const char*> migrations = Migrations();
  Must(Migrate(*connection, migrations));
  migrations.push_back(
      "CREATE TABLE later (id TEXT NOT NULL) STRICT;"
      "INSERT INTO no_such_table VALUES (1);");
  EXPECT_FALSE(Migrate(*connection, migrations).has_value());
  EXPECT_EQ(static_cast<std::size_t>(Version(*connection)),
            migrations.size() - 1);
  EXPECT_EQ(ReadNumber(connection->session(),
                       "SELECT count(*) FROM sqlite_schema "
                       "WHERE name = 'later'"),
            0);
}

// Acts of before wordings and weights were kept are read as they were, and are
// as unchangeable as they were.
TEST(SchemaTest, ActsOfAnOlderVersionAreKeptByTheMigration) {
  const ArchiveFolder folder;
  {
    const auto connection = Connect(folder);
    std::vector<const char*> before(Migrations().begin(),
                                    Migrations().begin() + 7);
    Must(Migrate(*connection, before));
    store::Run(
        connection->session(),
        "INSERT INTO acts VALUES (1, 'decide', 'jf', '2001-02-03T04:05:06Z', "
        "'read both', NULL)");
    store::Run(
        connection->session(),
        "INSERT INTO decisions VALUES (1, 0, 'pair', 'same', 'r1.1', 'r1', '', "
        "3, 9, 'Do it.', 'r2.1', 'r2', '', 1, 7, 'Do that.')");
  }
  const auto store = OpenStore(folder, OpenMode::kWrite);
  const auto acts = Must(store->Acts());
  ASSERT_THAT(acts, SizeIs(1));
  ASSERT_THAT(acts[0].items, SizeIs(1));
  EXPECT_EQ(acts[0].why, "read both");
  EXPECT_EQ(acts[0].weights, "");
  EXPECT_EQ(acts[0].items[0].b.quote, "Do that.");
  Act wording{.verb = "wording", .who = "jf"};
  wording.items = {{"wording", "due", {"r1.1", "r1", "", {}, "Do it."}, {}}};
  EXPECT_EQ(Must(store->AddAct(wording, 1)), 2);
  Act unknown = wording;
  unknown.items[0].kind = "colour";
  EXPECT_FALSE(store->AddAct(unknown, 2));
  const auto connection = Connect(folder);
  for (const char* change :
       {"UPDATE decisions SET value = 'different'", "DELETE FROM decisions"}) {
    EXPECT_ANY_THROW(store::Run(connection->session(), change)) << change;
  }
}

// What a person sees who asks the record with any SQLite client.
TEST(SchemaTest, TheListOfRecommendationsCanBeQueriedAsItStands) {
  const ArchiveFolder folder;
  Must(OpenStore(folder, OpenMode::kWrite)->Put(RichRequest()));
  const auto connection = Connect(folder);
  std::string owners;
  std::string due;
  std::string date;
  ASSERT_TRUE(ReadRow(connection->session(),
                      "SELECT owners, due, date FROM recommendation_list "
                      "WHERE label = '1'",
                      std::tie(owners, due, date)));
  EXPECT_EQ(owners, "Ana Bri\xc3\xa9; Estates Unit");
  EXPECT_EQ(due, "late 2005; November");
  EXPECT_EQ(date, "2005-10-06");
}

struct SettingCase {
  const char* pragma;
  std::int64_t value;
};

TEST(SchemaTest, TheSessionHasTheSettingsTheRecordNeeds) {
  const ArchiveFolder folder;
  const auto connection = Connect(folder);
  for (const SettingCase& one :
       {SettingCase{"foreign_keys", 1}, SettingCase{"synchronous", 2},
        SettingCase{"trusted_schema", 0}, SettingCase{"cell_size_check", 1},
        SettingCase{"busy_timeout", 100}}) {
    EXPECT_EQ(
        ReadNumber(connection->session(), "PRAGMA " + std::string(one.pragma)),
        one.value)
        << one.pragma;
  }
  std::string journal;
  ASSERT_TRUE(
      ReadRow(connection->session(), "PRAGMA journal_mode", std::tie(journal)));
  EXPECT_EQ(journal, "wal");
}

}  // namespace
}  // namespace concord::store
