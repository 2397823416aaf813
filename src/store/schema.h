#pragma once
// The tables of record.sqlite, and how an older record becomes a current one.
//
// Internal to the store. The version is PRAGMA user_version; each migration is
// one text of SQL run in one transaction together with the new version, so a
// record is always at a whole version. A later version is one more entry at
// the end of Migrations(); an entry that was released is never edited.

#include <vector>

#include "concord/base/result.h"
#include "store/connection.h"

namespace concord::store {

// The SQL that leads from version i to version i + 1, for i = 0, 1, ...
const std::vector<const char*>& Migrations();

// Brings the record to version migrations.size(). kUnsupported where it is
// newer than that, or not a record of Concord's.
Result<> Migrate(Connection& connection,
                 const std::vector<const char*>& migrations);

// For readers, who cannot migrate: kNotFound where the record is still empty,
// kUnsupported where its version is not the current one.
Result<> RequireCurrent(Connection& connection,
                        const std::vector<const char*>& migrations);

}  // namespace concord::store
