#include "store/schema.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>

namespace concord::store {
namespace {

// "CNCD": tells a record from any other SQLite file. The first migration sets
// the same number.
constexpr std::int64_t kApplicationId = 1129202500;

struct Stamp {
  std::int64_t version = 0;
  std::int64_t application = 0;
  std::int64_t tables = 0;
};

Stamp ReadStamp(Poco::Data::Session& session) {
  Stamp stamp;
  stamp.version = ReadNumber(session, "PRAGMA user_version");
  stamp.application = ReadNumber(session, "PRAGMA application_id");
  stamp.tables = ReadNumber(session, "SELECT count(*) FROM sqlite_schema");
  return stamp;
}

Result<> RequireKnown(const Stamp& stamp, std::size_t newest) {
  const bool empty = stamp.version == 0 && stamp.tables == 0;
  if (!empty && stamp.application != kApplicationId) {
    return Fail(ErrorCode::kUnsupported,
                "record.sqlite is not a record of Concord's but some other "
                "SQLite file; choose another archive folder");
  }
  if (stamp.version > static_cast<std::int64_t>(newest)) {
    return Fail(
        ErrorCode::kUnsupported,
        fmt::format("the archive was written by a newer version of Concord "
                    "(record version {}, this program knows up to {}); use "
                    "that version",
                    stamp.version, newest));
  }
  return {};
}

}  // namespace

Result<> Migrate(Connection& connection,
                 const std::vector<const char*>& migrations) {
  Poco::Data::Session& session = connection.session();
  return connection.Guard([&]() -> Result<> {
    Stamp stamp = ReadStamp(session);
    TRY_RETURN(RequireKnown(stamp, migrations.size()));
    for (auto i = static_cast<std::size_t>(stamp.version);
         i < migrations.size(); ++i) {
      Transaction transaction(session, Purpose::kWrite);
      Run(session, migrations[i]);
      // A pragma takes no bound value; the number is our own.
      Run(session, fmt::format("PRAGMA user_version = {}", i + 1));
      transaction.Commit();
    }
    return {};
  });
}

Result<> RequireCurrent(Connection& connection,
                        const std::vector<const char*>& migrations) {
  Poco::Data::Session& session = connection.session();
  return connection.Guard([&]() -> Result<> {
    const Stamp stamp = ReadStamp(session);
    TRY_RETURN(RequireKnown(stamp, migrations.size()));
    if (stamp.version == 0) {
      return Fail(ErrorCode::kNotFound,
                  "the archive is empty: nothing was imported yet");
    }
    if (stamp.version < static_cast<std::int64_t>(migrations.size())) {
      return Fail(ErrorCode::kUnsupported,
                  fmt::format("the archive was written by an older version of "
                              "Concord (record version {}); run 'concord "
                              "import' on it once to bring it up to date",
                              stamp.version));
    }
    return {};
  });
}

}  // namespace concord::store
