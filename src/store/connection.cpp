#include "store/connection.h"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/SQLiteException.h>
#include <Poco/Data/SQLite/Utility.h>
#include <Poco/URI.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "store/sqlite_error.h"

namespace concord::store {
namespace {

namespace fs = std::filesystem;

// Poco keeps trying to open for this long, sleeping in between; the caller
// has looked whether the file is there.
constexpr std::size_t kLoginSeconds = 1;

sqlite3* Handle(const Poco::Data::Session& session) {
  return Poco::Data::SQLite::Utility::dbHandle(session);
}

std::string FileUri(const fs::path& file, const std::string& query) {
  std::string encoded;
  Poco::URI::encode(fs::absolute(file).string(), "?#%", encoded);
  return "file:" + encoded + "?" + query;
}

// The file is made here and not by SQLite, which says only that it cannot,
// where the reason (no space, no permission) is what the reader needs. A file
// that is there is not touched: closing it would drop SQLite's locks on it.
Result<> MakeFile(const fs::path& file) {
  const int fd =
      ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd >= 0) {
    ::close(fd);
    return {};
  }
  const int number = errno;
  if (number == EEXIST) return {};
  const bool full = number == ENOSPC || number == EDQUOT;
  return Fail(full ? ErrorCode::kDiskFull : ErrorCode::kUnavailable,
              file.string() + ": " + std::strerror(number));
}

bool MayHoldFrames(const fs::path& file) {
  std::error_code ignored;
  const auto size = fs::file_size(file.string() + "-wal", ignored);
  return !ignored && size > 0;
}

}  // namespace

Connection::Connection(fs::path file, Poco::Data::Session session)
    : file_(std::move(file)),
      session_(std::move(session)),
      statements_(Handle(session_)) {}

Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::Open(
    const fs::path& file, OpenMode mode, const OpenOptions& options) {
  Poco::Data::SQLite::Connector::registerConnector();
  if (mode == OpenMode::kWrite) {
    TRY_RETURN(MakeFile(file));
    return OpenUri(file, "mode=rw", mode, options);
  }
  auto reader = OpenUri(file, "mode=ro", mode, options);
  if (reader || reader.error().code() != ErrorCode::kUnavailable) return reader;
  // SQLite reads a write-ahead-log database only through files it can make
  // beside it. On a read-only medium nothing can be made, and nothing can
  // change either: without a log the file by itself is whole, and
  // immutable=1 reads it so. With a log it would hide committed rows.
  if (MayHoldFrames(file)) {
    return tl::unexpected<Error>(
        Error(ErrorCode::kUnavailable,
              reader.error().message() +
                  "; it was not closed cleanly: open it once where it can be "
                  "written, or copy the archive there"));
  }
  return OpenUri(file, "mode=ro&immutable=1", mode, options);
}

Result<std::unique_ptr<Connection>> Connection::OpenUri(
    const fs::path& file, const std::string& query, OpenMode mode,
    const OpenOptions& options) {
  try {
    std::unique_ptr<Connection> connection(new Connection(
        file,
        Poco::Data::Session("SQLite", FileUri(file, query), kLoginSeconds)));
    auto configured = connection->Guard([&]() -> Result<> {
      connection->Configure(mode, options);
      return {};
    });
    TRY_RETURN(configured);
    return connection;
  } catch (...) {
    return tl::unexpected<Error>(TranslateException(file, 0));
  }
}

void Connection::Configure(OpenMode mode, const OpenOptions& options) {
  const auto pragma = [&](const std::string& text) {
    Run(session_, "PRAGMA " + text);
  };
  pragma("busy_timeout = " + std::to_string(options.busy_timeout.count()));
  // A record may come from elsewhere: its schema may not call functions with
  // side effects, its pages are looked at before they are believed, and a
  // truncated file is a read error and not a bus error.
  pragma("trusted_schema = OFF");
  pragma("cell_size_check = ON");
  pragma("mmap_size = 0");
  pragma("foreign_keys = ON");
  // Poco has no call for this one: no statement may edit the schema by hand.
  sqlite3_db_config(Handle(session_), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (mode == OpenMode::kWrite) {
    pragma("journal_mode = WAL");
    // FULL, not NORMAL: what was acknowledged must outlive a power cut. One
    // sync a report is small beside that of its original.
    pragma("synchronous = FULL");
  } else {
    pragma("query_only = ON");
  }
  // The file is not touched before the first read: look now, so that what is
  // wrong with it is said by Open.
  ReadNumber(session_, "SELECT count(*) FROM sqlite_schema");
}

Error Connection::TranslateCurrent() {
  sqlite3* handle = session_.isConnected() ? Handle(session_) : nullptr;
  return TranslateException(
      file_, handle == nullptr ? 0 : sqlite3_system_errno(handle));
}

Transaction::Transaction(Poco::Data::Session& session, Purpose purpose)
    : session_(session), is_part_(purpose == Purpose::kPart) {
  if (is_part_) {
    Run(session_, "SAVEPOINT part");
  } else {
    Run(session_, purpose == Purpose::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
  }
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    // SQLite has already rolled back after some errors (disk full).
    if (sqlite3_get_autocommit(Handle(session_)) != 0) return;
    Run(session_, is_part_ ? "ROLLBACK TO part" : "ROLLBACK");
    if (is_part_) Run(session_, "RELEASE part");
  } catch (const Poco::Exception&) {
    // Closing the session rolls back what is left.
  }
}

void Transaction::Commit() {
  Run(session_, is_part_ ? "RELEASE part" : "COMMIT");
  open_ = false;
}

}  // namespace concord::store
