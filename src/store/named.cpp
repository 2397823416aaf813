// Small JSON documents under a kind and a name, every version kept.

#include <fmt/format.h>

#include "store/sqlite_store.h"

namespace concord::store {

Result<> SqliteStore::PutNamed(std::string_view kind, std::string_view name,
                               std::string_view json) {
  TRY_RETURN(RequireWriter());
  if (kind.empty() || name.empty()) {
    return Fail(ErrorCode::kInvalidArgument, "a name is empty");
  }
  return connection_->Guard([&]() -> Result<> {
    Transaction transaction(session(), Purpose::kWrite);
    const std::string value(json);
    if (ReadNumber(session(), "SELECT json_valid(?)", value) == 0) {
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("{} '{}' is not JSON", kind, name));
    }
    Run(session(),
        "INSERT INTO named (kind, name, version, json, created_at) "
        "SELECT ?1, ?2, 1 + coalesce(max(version), 0), ?3, ?4 FROM named "
        "WHERE kind = ?1 AND name = ?2",
        std::string(kind), std::string(name), value, Now());
    transaction.Commit();
    return {};
  });
}

Result<std::optional<std::string>> SqliteStore::GetNamed(
    std::string_view kind, std::string_view name) const {
  return connection_->Guard([&]() -> Result<std::optional<std::string>> {
    std::string json;
    if (!ReadRow(session(),
                 "SELECT json FROM named WHERE kind = ? AND name = ? "
                 "ORDER BY version DESC LIMIT 1",
                 std::tie(json), std::string(kind), std::string(name))) {
      return std::nullopt;
    }
    return json;
  });
}

Result<std::vector<std::string>> SqliteStore::ListNamed(
    std::string_view kind) const {
  return connection_->Guard([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> names;
    std::string name;
    ForEachRow(
        session(),
        "SELECT DISTINCT name FROM named WHERE kind = ? ORDER BY name",
        std::tie(name), [&] { names.push_back(name); }, std::string(kind));
    return names;
  });
}

}  // namespace concord::store
