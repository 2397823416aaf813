// Opening, and what an import writes of its own run.

#include "store/sqlite_store.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <system_error>

#include "store/schema.h"

namespace concord::store {
namespace {

namespace fs = std::filesystem;

fs::path RecordFile(const fs::path& archive) {
  return archive / "record.sqlite";
}

}  // namespace

SqliteStore::SqliteStore(fs::path archive, OpenOptions options)
    : archive_(std::move(archive)),
      options_(std::move(options)),
      originals_(archive_ / "originals") {}

SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<Store>> Store::Open(const fs::path& archive,
                                           OpenMode mode,
                                           const OpenOptions& options) {
  return mode == OpenMode::kWrite ? SqliteStore::OpenWriter(archive, options)
                                  : SqliteStore::OpenReader(archive, options);
}

Result<std::unique_ptr<Store>> SqliteStore::OpenReader(
    const fs::path& archive, const OpenOptions& options) {
  std::error_code ignored;
  if (!fs::exists(RecordFile(archive), ignored)) {
    return Fail(ErrorCode::kNotFound,
                fmt::format("no archive in {}; 'concord import --archive {} "
                            "PATH' makes one",
                            archive.string(), archive.string()));
  }
  std::unique_ptr<SqliteStore> store(new SqliteStore(archive, options));
  TRY_ASSIGN(store->connection_,
             Connection::Open(RecordFile(archive), OpenMode::kRead, options));
  TRY_RETURN(RequireCurrent(*store->connection_, Migrations()));
  return store;
}

Result<std::unique_ptr<Store>> SqliteStore::OpenWriter(
    const fs::path& archive, const OpenOptions& options) {
  std::unique_ptr<SqliteStore> store(new SqliteStore(archive, options));
  TRY_RETURN(MakeFolder(archive));
  TRY_ASSIGN(ArchiveLock lock,
             ArchiveLock::Take(archive / "lock", store->Now()));
  store->lock_.emplace(std::move(lock));
  TRY_ASSIGN(store->connection_,
             Connection::Open(RecordFile(archive), OpenMode::kWrite, options));
  TRY_RETURN(Migrate(*store->connection_, Migrations()));
  TRY_RETURN(MakeFolder(archive / "originals"));
  if (store->lock_->after_crash()) store->originals_.Sweep();
  return store;
}

Result<> SqliteStore::RequireWriter() const {
  if (lock_) return {};
  return Fail(ErrorCode::kInvalidArgument,
              archive_.string() + ": was opened for reading only");
}

std::string SqliteStore::TimeBefore(std::chrono::seconds age) const {
  return fmt::format(
      "{:%Y-%m-%dT%H:%M:%SZ}",
      fmt::gmtime(std::chrono::system_clock::to_time_t(options_.now() - age)));
}

Result<std::string> SqliteStore::ArchiveUuid() const {
  return connection_->Guard([&]() -> Result<std::string> {
    std::string uuid;
    if (!ReadRow(session(), "SELECT value FROM meta WHERE key = 'uuid'",
                 std::tie(uuid))) {
      return Fail(ErrorCode::kCorrupt, archive_.string() +
                                           ": the record has no uuid; restore "
                                           "it from a backup");
    }
    return uuid;
  });
}

Result<std::int64_t> SqliteStore::ChangeNumber() const {
  return connection_->Guard([&]() -> Result<std::int64_t> {
    return ReadNumber(session(), "PRAGMA data_version");
  });
}

// The number of the last report is never used again, and the time of the last
// capture tells a record that was put back from a copy, and went on from there,
// from the one it was a copy of.
Result<std::string> SqliteStore::ReportsState() const {
  return connection_->Guard([&]() -> Result<std::string> {
    std::string state;
    ReadRow(session(),
            "SELECT (SELECT value FROM meta WHERE key = 'uuid') || ' ' || "
            "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), "
            "0) || ' ' || (SELECT count(*) FROM reports) || ' ' || "
            "coalesce((SELECT id || ' ' || imported_at FROM captures "
            "ORDER BY id DESC LIMIT 1), '')",
            std::tie(state));
    return state;
  });
}

Result<std::string> SqliteStore::ReadOriginal(std::string_view digest) const {
  return originals_.Read(digest);
}

}  // namespace concord::store
