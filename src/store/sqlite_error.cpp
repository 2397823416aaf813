#include "store/sqlite_error.h"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/SQLiteException.h>

#include <cerrno>
#include <exception>
#include <new>
#include <string>
#include <system_error>

namespace concord::store {
namespace {

// Less than this cannot hold one more report.
constexpr std::uintmax_t kNoSpace = 64u << 10;

// Of a full disk SQLite says "database or disk is full" where a write failed,
// and elsewhere (sync, shared memory) only "disk I/O error"; the errno it
// remembers may be that of an earlier call, so the disk itself is asked too.
bool IsDiskFull(const std::filesystem::path& file, int system_error) {
  if (system_error == ENOSPC || system_error == EDQUOT ||
      system_error == EFBIG) {
    return true;
  }
  std::error_code error;
  const auto space = std::filesystem::space(file.parent_path(), error);
  return !error && space.available < kNoSpace;
}

Error DiskFull(const std::string& where) {
  return Error(ErrorCode::kDiskFull,
               where + "no space left; free some and run again");
}

}  // namespace

// Poco gives each of SQLite's codes a class of its own and code() 0 to all.
Error TranslateException(const std::filesystem::path& file, int system_error) {
  namespace sqlite = Poco::Data::SQLite;
  const std::string where = file.string() + ": ";
  const auto damaged = [&](const Poco::Exception& error) {
    return Error(ErrorCode::kCorrupt, where + "damaged (" + error.message() +
                                          "); restore it from a backup");
  };
  const auto in_use = [&] {
    return Error(ErrorCode::kConflict,
                 where + "another program holds it; close that and try again");
  };
  const auto cannot_now = [&](const Poco::Exception& error) {
    return Error(ErrorCode::kUnavailable, where + error.message());
  };
  try {
    throw;
  } catch (const sqlite::DBLockedException&) {
    return in_use();
  } catch (const sqlite::TableLockedException&) {
    return in_use();
  } catch (const sqlite::LockProtocolException&) {
    return in_use();
  } catch (const sqlite::DatabaseFullException&) {
    return DiskFull(where);
  } catch (const sqlite::IOErrorException& error) {
    return IsDiskFull(file, system_error) ? DiskFull(where) : cannot_now(error);
  } catch (const sqlite::CorruptImageException& error) {
    return damaged(error);
  } catch (const sqlite::ReadOnlyException& error) {
    return cannot_now(error);
  } catch (const sqlite::CantOpenDBFileException& error) {
    return IsDiskFull(file, system_error) ? DiskFull(where) : cannot_now(error);
  } catch (const sqlite::DBAccessDeniedException& error) {
    return cannot_now(error);
  } catch (const Poco::Data::ConnectionFailedException& error) {
    return cannot_now(error);
  } catch (const sqlite::RowTooBigException& error) {
    return Error(ErrorCode::kLimitExceeded, where + error.message());
  } catch (const Poco::Exception& error) {
    return Error(ErrorCode::kInternal, where + error.displayText());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return Error(ErrorCode::kInternal, where + error.what());
  }
}

}  // namespace concord::store
