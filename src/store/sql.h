#pragma once
// Bound statements on a Poco session.
//
//   Run(session, "DELETE FROM outbox WHERE sequence <= ?", up_to);
//
//   std::string name;
//   std::int64_t size = 0;
//   ForEachRow(session, "SELECT name, size FROM t WHERE size > ?",
//              std::tie(name, size), [&] { sum += size; }, limit);
//
// Internal to the store. Values are always bound, never pasted into the SQL.
// All throw Poco's exceptions; Connection::Guard translates them.

#include <Poco/Data/LOB.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>

namespace concord::store {

template <class... Values>
void Run(Poco::Data::Session& session, const std::string& sql,
         const Values&... values) {
  Poco::Data::Statement statement(session);
  statement << sql;
  ((statement, Poco::Data::Keywords::bind(values)), ...);
  statement.execute();
}

// Where one column of a row goes. Text comes as a character object, because
// Poco reads a std::string only up to its first NUL.
template <class T>
class Column {
 public:
  explicit Column(T& target) : target_(target) {}
  T& raw() { return target_; }
  void Store() {}

 private:
  T& target_;
};

template <>
class Column<std::string> {
 public:
  explicit Column(std::string& target) : target_(target) {}
  Poco::Data::CLOB& raw() { return raw_; }
  void Store() {
    target_.assign(raw_.size() == 0 ? "" : raw_.rawContent(), raw_.size());
  }

 private:
  std::string& target_;
  Poco::Data::CLOB raw_;
};

// Fills `targets` from each row in turn and calls `visit`. The columns must
// not be NULL (COALESCE in the SQL where one can be). One row at a time: a
// large archive is never in memory at once.
template <class... Targets, class Visit, class... Values>
void ForEachRow(Poco::Data::Session& session, const std::string& sql,
                std::tuple<Targets&...> targets, Visit visit,
                const Values&... values) {
  Poco::Data::Statement statement(session);
  statement << sql;
  ((statement, Poco::Data::Keywords::bind(values)), ...);
  auto columns = std::apply(
      [](Targets&... target) {
        return std::tuple<Column<Targets>...>(Column<Targets>(target)...);
      },
      targets);
  std::apply(
      [&](auto&... column) {
        ((statement, Poco::Data::Keywords::into(column.raw())), ...);
      },
      columns);
  statement, Poco::Data::Keywords::range(0, 1);
  while (!statement.done()) {
    if (statement.execute() == 0) continue;
    std::apply([](auto&... column) { (column.Store(), ...); }, columns);
    visit();
  }
}

// The only row of a query that gives at most one; false where it gives none.
template <class... Targets, class... Values>
bool ReadRow(Poco::Data::Session& session, const std::string& sql,
             std::tuple<Targets&...> targets, const Values&... values) {
  bool found = false;
  ForEachRow(
      session, sql, targets, [&] { found = true; }, values...);
  return found;
}

// The one number a counting query or a pragma gives.
template <class... Values>
std::int64_t ReadNumber(Poco::Data::Session& session, const std::string& sql,
                        const Values&... values) {
  std::int64_t number = 0;
  ReadRow(session, sql, std::tie(number), values...);
  return number;
}

}  // namespace concord::store
