#include "store/sqlite_error.h"

#include <Poco/Data/DataException.h>
#include <Poco/Data/SQLite/SQLiteException.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <string>

namespace concord::store {
namespace {

Error DiskError(const std::string& where, int system_error) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return Error(ErrorCode::kDiskFull,
                   where + "no space left; free some and run again");
    case 0:
      return Error(ErrorCode::kUnavailable, where + "disk error");
    default:
      return Error(ErrorCode::kUnavailable,
                   where + "disk error: " + std::strerror(system_error));
  }
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
  const auto not_allowed = [&](const Poco::Exception& error) {
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
    return DiskError(where, ENOSPC);
  } catch (const sqlite::IOErrorException&) {
    return DiskError(where, system_error);
  } catch (const sqlite::CorruptImageException& error) {
    return damaged(error);
  } catch (const sqlite::ReadOnlyException& error) {
    return not_allowed(error);
  } catch (const sqlite::CantOpenDBFileException& error) {
    return not_allowed(error);
  } catch (const sqlite::DBAccessDeniedException& error) {
    return not_allowed(error);
  } catch (const Poco::Data::ConnectionFailedException& error) {
    return not_allowed(error);
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
