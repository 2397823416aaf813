#include "store/statements.h"

#include <Poco/Data/SQLite/Utility.h>

namespace concord::store {

int Statements::Bind(sqlite3_stmt* statement, int place,
                     const std::string& text) {
  return sqlite3_bind_text64(statement, place, text.data(), text.size(),
                             SQLITE_STATIC, SQLITE_UTF8);
}

int Statements::Bind(sqlite3_stmt* statement, int place,
                     const Poco::Nullable<std::string>& text) {
  return text.isNull() ? sqlite3_bind_null(statement, place)
                       : Bind(statement, place, text.value());
}

int Statements::Bind(sqlite3_stmt* statement, int place, double number) {
  return sqlite3_bind_double(statement, place, number);
}

int Statements::Bind(sqlite3_stmt* statement, int place, std::int64_t number) {
  return sqlite3_bind_int64(statement, place, number);
}

sqlite3_stmt* Statements::Prepared(std::string_view sql) {
  if (const auto held = prepared_.find(sql); held != prepared_.end()) {
    return held->second.get();
  }
  sqlite3_stmt* statement = nullptr;
  Check(sqlite3_prepare_v3(session_, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  prepared_.emplace(sql, statement);
  return statement;
}

bool Statements::Step(sqlite3_stmt* statement) {
  const int code = sqlite3_step(statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW) Check(code);
  return code == SQLITE_ROW;
}

std::string Statements::TextOf(sqlite3_stmt* statement) {
  const auto* text =
      reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0))};
}

void Statements::Check(int code) {
  if (code == SQLITE_OK) return;
  Poco::Data::SQLite::Utility::throwException(session_, code,
                                              sqlite3_errmsg(session_));
}

}  // namespace concord::store
